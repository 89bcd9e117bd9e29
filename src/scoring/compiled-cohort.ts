import { type CountProgress, runSteps, type Steps } from '../core/index.js';
import type { Aliases, CohortNote, Mentee, Mentor, Side } from '../participants/index.js';
import type { Baseline } from './baseline.js';
import { digestSteps } from './digest.js';
import { alwaysForbidden, type Eligibility, eligibilitySteps, isAvoided } from './eligibility.js';
import { fieldsUsedBy } from './fields-used.js';
import { type CompileContext, type CompiledFactor, type CompiledRule, contribution, knows } from './kind.js';
import type { Model } from './model.js';
import { RowSearch } from './row-search.js';
import { sampleScores, sampleValues } from './sample-pairs.js';
import { type SearchIndex, searchIndexSteps } from './search-index.js';

/** Why a pair is not eligible: a rule of the model by its place, or what always holds. */
export interface BrokenRule {
  /** Kind of the rule; `self` and `avoided` always hold. */
  readonly rule: string;
  /** Index into the model's `rules`; missing for `self` and `avoided`. */
  readonly index?: number;
}

/** What one factor adds to the score of a pair, in whole millionths. */
export interface Contribution {
  readonly name: string;
  readonly kind: string;
  /** In [0, 1], or `null` where unknown. */
  readonly value: number | null;
  /** The factor's share of the whole, in millionths; the shares of all factors add up to a million. */
  readonly share: number;
  /** What it adds to the score, in millionths: share × value, or × the baseline's mean where unknown. */
  readonly contribution: number;
  /** What stands behind the value, by kind. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * A cohort made ready: people as columns of numbers in canonical order. Mentees and mentors are named by
 * their index in `menteeIds` and `mentorIds`; a score is a whole number of millionths, 0 … 1,000,000.
 */
export interface CompiledCohort {
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  /** Those who opted in, in the same order, without their surveys. */
  readonly people: {
    readonly mentees: readonly WithoutSurvey<Mentee>[];
    readonly mentors: readonly WithoutSurvey<Mentor>[];
  };
  /** Places of each mentor. */
  readonly capacities: Int32Array;
  /** How many mentees each mentor should have at least. */
  readonly minimumMentees: Int32Array;
  /** How many mentors each mentee wants. */
  readonly mentorsWanted: Int32Array;
  readonly notOptedIn: readonly { readonly id: string; readonly side: Side }[];
  readonly model: Model;
  readonly baseline: Baseline;
  readonly seed: number;
  readonly aliases: Aliases;
  readonly assumeOptedIn: boolean;
  readonly notes: readonly CohortNote[];
  /** Fields of people that the model reads, such as `mentees.skillsWanted`, in code-unit order. */
  readonly fieldsUsed: readonly string[];
  /** Factors that are unknown for every pair, and so count for nobody. */
  readonly factorsLeftOut: readonly string[];
  /** The model's minimum score in millionths. */
  readonly minimumScore: number;
  /** Index of a mentee, or −1. */
  menteeIndex(id: string): number;
  /** Index of a mentor, or −1. */
  mentorIndex(id: string): number;
  /**
   * Writes the score of `mentee` with every mentor into `out` (one entry per mentor); −1 where the pair may
   * not be made. O(mentors + list entries met).
   */
  writeScores(mentee: number, out: Int32Array): void;
  /** Writes the scores whether or not the pair may be made. */
  writeAllScores(mentee: number, out: Int32Array): void;
  /** Sets an entry to 1 where a rule forbids the pair, else to 0; the minimum score is no rule. */
  writeBlocked(mentee: number, out: Uint8Array): void;
  /** The same score for one pair, whether or not the pair may be made. */
  score(mentee: number, mentor: number): number;
  /** Share of the weight that is known for the pair, in millionths. */
  knownShare(mentee: number, mentor: number): number;
  /** Whether the pair may be made: no rule broken and the minimum score reached. */
  isEligible(mentee: number, mentor: number): boolean;
  /** Every rule that the pair breaks; the minimum score is no rule. */
  brokenRules(mentee: number, mentor: number): BrokenRule[];
  /** What each factor adds; the contributions add up to the score. */
  contributions(mentee: number, mentor: number): Contribution[];
  /** Who may be paired with whom, the minimum score aside, as rules say it best. */
  eligibility(): Eligibility;
  /** `eligibility` in steps. */
  eligibilitySteps(): Steps<CountProgress, Eligibility>;
  /** What `rowSearch` needs, in steps, to be made ready once. */
  rowSearchSteps(): Steps<CountProgress, SearchIndex>;
  /** A search for the mentors with the highest score − price that does not score all of them. */
  rowSearch(width: number): RowSearch;
  /** Scores of the pairs of the baseline, ascending, in millionths; worked out when first asked for. */
  sampleScores(): Int32Array;
  /**
   * Known values of a factor over the same pairs, ascending, likewise; `null` for a factor whose values speak
   * for themselves, or that counts for nobody.
   */
  sampleValues(factorName: string): Float64Array | null;
  /** `digest` in steps. */
  digestSteps(): Steps<CountProgress, string>;
  /** SHA-256 (hex) of the canonical JSON of all that scores and eligibility depend on. */
  digest(): string;
}

/** A person without what they said of their personality: nobody needs it once it is compiled. */
type WithoutSurvey<Person> = Omit<Person, 'survey' | 'traits'>;

/** What `compileCohort` has worked out. */
export interface CohortParts {
  readonly context: CompileContext;
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  readonly model: Model;
  readonly baseline: Baseline;
  readonly seed: number;
  readonly aliases: Aliases;
  readonly assumeOptedIn: boolean;
  readonly factors: readonly ActiveFactor[];
  readonly factorsLeftOut: readonly string[];
  readonly rules: readonly { readonly kind: string; readonly rule: CompiledRule }[];
  readonly minimumScore: number;
  readonly notOptedIn: CompiledCohort['notOptedIn'];
  readonly notes: CompiledCohort['notes'];
}

interface ActiveFactor {
  readonly name: string;
  readonly kind: string;
  readonly factor: CompiledFactor;
  readonly share: number;
  /** Contribution of a pair whose value is unknown. */
  readonly whenUnknown: number;
}

const compiled = new WeakSet<object>();

/** Whether `value` came out of `compileCohort`. */
export function isCompiledCohort(value: unknown): value is CompiledCohort {
  return compiled.has(value as object);
}

/** Ties the parts together. Row and pair agree because both end in the same two lines of arithmetic. */
export function makeCompiledCohort(parts: CohortParts): CompiledCohort {
  const { context, factors, rules, minimumScore, menteeIds, mentorIds } = parts;
  const { mentors, menteeIndex, mentorIndex } = context;
  const values = new Float64Array(mentors.length);
  const blocked = new Uint8Array(mentors.length);
  const self = menteeIds.map((id) => mentorIndex.get(id) ?? -1);
  const always = alwaysForbidden(context);

  const contributionOf = ({ factor, share, whenUnknown }: ActiveFactor, mentee: number, mentor: number) => {
    const value = factor.value(mentee, mentor);
    return Number.isNaN(value) ? whenUnknown : contribution(share, value);
  };
  const score = (mentee: number, mentor: number) =>
    factors.reduce((sum, factor) => sum + contributionOf(factor, mentee, mentor), 0);

  const writeAllScores = (mentee: number, out: Int32Array) => {
    out.fill(0);
    for (const { factor, share, whenUnknown } of factors) {
      if (factor.addRow !== undefined) factor.addRow(mentee, share, whenUnknown, out);
      else {
        factor.writeRow(mentee, values);
        addContributions(values, share, whenUnknown, out);
      }
    }
  };
  const writeBlocked = (mentee: number, out: Uint8Array) => {
    out.fill(0);
    for (const mentor of always[mentee] ?? []) out[mentor] = 1;
    for (const { rule } of rules) rule.blockRow(mentee, out);
  };
  const brokenRules = (mentee: number, mentor: number): BrokenRule[] => {
    const broken: BrokenRule[] = [];
    if (self[mentee] === mentor) broken.push({ rule: 'self' });
    if (isAvoided(context, mentee, mentor)) broken.push({ rule: 'avoided' });
    // Met once a pair where nobody is eligible: no array of its own for each rule.
    rules.forEach(({ kind, rule }, index) => {
      if (rule.blocks(mentee, mentor)) broken.push({ rule: kind, index });
    });
    return broken;
  };

  let eligibility: Eligibility | undefined;
  const stepsOfEligibility = function* () {
    eligibility ??= yield* eligibilitySteps(
      context,
      rules.map(({ rule }) => rule),
      always,
    );
    return eligibility;
  };
  const eligibilityOf = () => runSteps(stepsOfEligibility());
  let index: SearchIndex | undefined;
  let people: CompiledCohort['people'] | undefined;
  let sample: Int32Array | undefined;
  const valuesOfFactor = new Map<string, Float64Array>();
  let digest: string | undefined;
  const cohort: CompiledCohort = {
    menteeIds,
    mentorIds,
    get people() {
      people ??= { mentees: context.mentees.map(withoutSurvey), mentors: mentors.map(withoutSurvey) };
      return people;
    },
    capacities: Int32Array.from(mentors, ({ capacity }) => capacity),
    minimumMentees: Int32Array.from(mentors, ({ minimumMentees }) => minimumMentees ?? 0),
    mentorsWanted: Int32Array.from(context.mentees, ({ mentorsWanted }) => mentorsWanted ?? 1),
    notOptedIn: parts.notOptedIn,
    model: parts.model,
    baseline: parts.baseline,
    seed: parts.seed,
    aliases: parts.aliases,
    assumeOptedIn: parts.assumeOptedIn,
    notes: parts.notes,
    fieldsUsed: fieldsUsedBy(parts.model),
    factorsLeftOut: parts.factorsLeftOut,
    minimumScore,
    menteeIndex: (id) => menteeIndex.get(id) ?? -1,
    mentorIndex: (id) => mentorIndex.get(id) ?? -1,
    writeAllScores,
    writeBlocked,
    writeScores: (mentee, out) => {
      writeAllScores(mentee, out);
      writeBlocked(mentee, blocked);
      for (let mentor = 0; mentor < out.length; mentor++) {
        if (blocked[mentor] === 1 || out[mentor]! < minimumScore) out[mentor] = -1;
      }
    },
    score,
    knownShare: (mentee, mentor) =>
      factors.reduce((sum, { factor, share }) => sum + (knows(factor, mentee, mentor) ? share : 0), 0),
    isEligible: (mentee, mentor) =>
      brokenRules(mentee, mentor).length === 0 && score(mentee, mentor) >= minimumScore,
    brokenRules,
    contributions: (mentee, mentor) =>
      factors.map((active) => {
        const value = active.factor.value(mentee, mentor);
        return {
          name: active.name,
          kind: active.kind,
          value: Number.isNaN(value) ? null : value,
          share: active.share,
          contribution: contributionOf(active, mentee, mentor),
          details: active.factor.explain(mentee, mentor),
        };
      }),
    eligibility: eligibilityOf,
    eligibilitySteps: stepsOfEligibility,
    rowSearchSteps: function* () {
      index ??= yield* searchIndexSteps(mentors.length, factors, yield* stepsOfEligibility());
      return index;
    },
    rowSearch: (width) => {
      const ready = runSteps(cohort.rowSearchSteps());
      return new RowSearch({ index: ready, eligibility: eligibilityOf(), minimumScore, score }, width);
    },
    sampleScores: () => {
      sample ??= sampleScores(cohort);
      return sample;
    },
    sampleValues: (factorName) => {
      const active = factors.find(({ name }) => name === factorName);
      if (active?.factor.comparedWithPairs !== true) return null;
      const taken = valuesOfFactor.get(factorName) ?? sampleValues(cohort, active.factor);
      valuesOfFactor.set(factorName, taken);
      return taken;
    },
    digestSteps: function* () {
      digest ??= yield* digestSteps(parts);
      return digest;
    },
    digest: () => runSteps(cohort.digestSteps()),
  };
  // Not among what JSON.stringify writes: people's data leave a compiled cohort by no side door.
  Object.defineProperty(cohort, 'people', { enumerable: false });
  compiled.add(cohort);
  return cohort;
}

/** The row's side of `contributionOf`. */
function addContributions(values: Float64Array, share: number, whenUnknown: number, out: Int32Array): void {
  for (let mentor = 0; mentor < values.length; mentor++) {
    const value = values[mentor]!;
    out[mentor]! += Number.isNaN(value) ? whenUnknown : contribution(share, value);
  }
}

function withoutSurvey<Person extends Mentee | Mentor>(person: Person): WithoutSurvey<Person> {
  if (person.survey === undefined && person.traits === undefined) return person;
  const { survey, traits, ...rest } = person;
  return rest;
}
