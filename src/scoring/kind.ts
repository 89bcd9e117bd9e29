import type { Aliases, Cohort, CohortNote, Mentee, Mentor, TermReader } from '../participants/index.js';
import type { CohortNorm } from '../survey/index.js';
import type { SpecCheck } from './spec-check.js';
import type { TermSets } from './term-sets.js';

/** A function of the caller that scores a pair: a number in [0, 1], or `null` where it cannot tell. */
export type ScoreFunction = (mentee: Mentee, mentor: Mentor) => number | null;
/** A function of the caller that says whether a pair is allowed. */
export type RuleFunction = (mentee: Mentee, mentor: Mentor) => boolean;
/** Functions by the name under which a model mentions them. */
export type ModelFunctions = Readonly<Record<string, ScoreFunction | RuleFunction>>;

/** What kinds of factors and rules are compiled from: the people who opted in, in canonical order. */
export interface CompileContext {
  readonly functionName: string;
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly menteeIndex: ReadonlyMap<string, number>;
  readonly mentorIndex: ReadonlyMap<string, number>;
  readonly cohort: Cohort;
  readonly terms: TermReader;
  readonly aliases: Aliases;
  readonly functions: ModelFunctions;
}

/** Fields of people that a kind reads, by side; `*` where a function of the caller may read anything. */
export interface FieldsRead {
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
}

/** Numbers about the cohort as a whole that a factor's values depend on; stored in the baseline. */
export interface FactorStatistics {
  /** How many people answered, and how many of them named each term (keyed by hash, not by text). */
  readonly termFrequency?: { readonly people: number; readonly counts: Readonly<Record<string, number>> };
  /** Largest minus smallest value. */
  readonly range?: number;
  /** Mean and standard deviation of each trait, and of how many people. */
  readonly traitNorms?: Readonly<Record<string, CohortNorm>>;
}

/** A factor made ready for one cohort. Mentees and mentors are indices; `NaN` is unknown, inside only. */
export interface CompiledFactor {
  /** Writes the value of `mentee` with every mentor, each in [0, 1] or `NaN`. */
  writeRow(mentee: number, out: Float64Array): void;
  /**
   * A faster way to the same whole numbers, where a kind has one: adds `contribution(share, value)` of
   * `mentee` with every mentor to `out`, or `whenUnknown`.
   */
  addRow?(mentee: number, share: number, whenUnknown: number, out: Int32Array): void;
  /** The same value for one pair, to the last bit. */
  value(mentee: number, mentor: number): number;
  /** Whether the value is known, where that takes less than the value. */
  isKnown?(mentee: number, mentor: number): boolean;
  /**
   * The same values for the first `count` of a list of mentors, where a kind has a faster way than `value` one
   * after another.
   */
  valuesAt?(mentee: number, mentors: Int32Array, count: number, out: Float64Array): void;
  /** Where what a pair can score at most is cheap to count for many mentors at once. */
  readonly tally?: Tally | undefined;
  /** What a person would want to see behind the value. Plain JSON. */
  explain(mentee: number, mentor: number): Readonly<Record<string, unknown>>;
  readonly statistics?: FactorStatistics;
  /** What people should know of data that could not be used; counts only. */
  readonly notes?: readonly CohortNote[];
  /** Whether a value says little by itself, so that explanations show where it stands among the pairs. */
  readonly comparedWithPairs?: boolean;
}

/**
 * A factor that counts what two people share: each term of the mentee adds a *step* to the *tally* of every
 * mentor who has it, and the tally with the mentor's class bounds the value.
 */
export interface Tally {
  readonly sets: TermSets;
  /** The class of each mentor, such as how many terms there are. Whole numbers from 0. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /** No tally reaches this. */
  readonly width: number;
  /** The level of each entry of `sets.holders`, where the step depends on it; levels are below `levels`. */
  readonly holderLevel?: Uint8Array;
  readonly levels: number;
  /** Whether the value follows from tally and class exactly. */
  readonly isExact: boolean;
  /** One more than the largest tally of this mentee; 0 where the value is unknown whoever the mentor is. */
  widthOf(mentee: number): number;
  /** What the mentee's term at position `at` of `sets.mentees.terms` adds for a mentor of this level. */
  step(mentee: number, at: number, level: number): number;
  /** The highest value with this tally, `NaN` where it is unknown. */
  highest(mentee: number, mentorClass: number, tally: number): number;
}

/**
 * What a value in [0, 1] adds to a score: share × value, rounded half up. (x + ½) | 0 rounds, since a share
 * is below 2³¹. Everything that scores ends in this line, so that rows and pairs agree.
 */
export function contribution(share: number, value: number): number {
  return (share * value + 0.5) | 0;
}

/** A kind of factor: how its options are checked, what it reads, how it is compiled. */
export interface FactorKind<Options> {
  check(spec: SpecCheck): void;
  fields(options: Options): FieldsRead;
  /** @param statistics from a baseline that was passed in; otherwise taken from the cohort */
  compile(options: Options, context: CompileContext, statistics?: FactorStatistics): CompiledFactor;
}

/** A rule made ready for one cohort. */
export interface CompiledRule {
  /** Whether the rule forbids the pair. */
  blocks(mentee: number, mentor: number): boolean;
  /** Sets `blocked[mentor]` to 1 for every mentor that the rule forbids to `mentee`; leaves the rest. */
  blockRow(mentee: number, blocked: Uint8Array): void;
  /**
   * The class of each mentor, where mentors of one class are all forbidden to a mentee or all allowed: then
   * whole classes are passed over. Whole numbers from 0.
   */
  readonly classOf?: Int32Array;
  /** Every mentor that it forbids to a mentee, where these are few. */
  listed?(mentee: number): Iterable<number>;
}

/** Classes of mentors by a key of each. */
export function classesBy(keys: Iterable<unknown>): Int32Array {
  const known = new Map<unknown, number>();
  return Int32Array.from(keys as Iterable<number>, (key: unknown) => {
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    return found;
  });
}

/** A kind of rule: how its options are checked, what it reads, how it is compiled. */
export interface RuleKind<Options> {
  check(spec: SpecCheck): void;
  fields(options: Options): FieldsRead;
  compile(options: Options, context: CompileContext): CompiledRule;
}

/** Options that every factor has. */
export interface FactorOptions {
  /** ≥ 0; only the ratio to the other weights matters. */
  readonly weight: number;
  /** Value in [0, 1] of a pair whose value is unknown; without it the factor's mean in the baseline. */
  readonly unknown?: number;
}

/** A rule whose row is its pairs one by one. */
export function ruleFromPairs(blocks: CompiledRule['blocks'], mentors: number): CompiledRule {
  return {
    blocks,
    blockRow: (mentee, blocked) => {
      for (let mentor = 0; mentor < mentors; mentor++) if (blocks(mentee, mentor)) blocked[mentor] = 1;
    },
  };
}

/** Whether a factor's value is known for a pair. */
export function knows(factor: CompiledFactor, mentee: number, mentor: number): boolean {
  return factor.isKnown?.(mentee, mentor) ?? !Number.isNaN(factor.value(mentee, mentor));
}
