import { checkOptionNames, compareText, ProblemList } from '../core/index.js';
import type { Matching } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { fieldGroup } from '../scoring/inner.js';
import {
  fisherExact,
  holmAdjusted,
  type Interval,
  impactRatio,
  orderedSum,
  quantile,
  wilsonInterval,
} from '../statistics/index.js';
import { checkAttribute } from './check-attribute.js';
import { type Outcome, outcomesOf } from './outcomes.js';
import { requireCompiled, requireFit } from './under.js';

export interface AuditOptions {
  /** The field that names the groups: `department`, `attributes.gender` … */
  readonly attribute: string;
  /** Whose outcomes; `mentee` unless given. */
  readonly side?: 'mentee' | 'mentor';
}

/** A share of a group, and how it compares with the group that has the highest. */
export interface GroupRate {
  /** hits ÷ n; `null` where n is 0. */
  readonly value: number | null;
  readonly hits: number;
  readonly n: number;
  /** Wilson's, 95 %. */
  readonly interval: Interval | null;
  /** Value ÷ the highest value of a group that is not small; `null` where either is missing or the group is small. */
  readonly impactRatio: number | null;
  /** Whether the impact ratio is below 0.8: a reason to look closer, no proof. */
  readonly isFlagged: boolean;
  /** Fisher's exact test against the group with the highest value, two-sided, by itself. */
  readonly pValue: number | null;
  /** The same among all groups of this rate, by Holm. */
  readonly adjustedPValue: number | null;
}

export interface AuditedGroup {
  readonly group: string;
  /** People of the side who opted in. */
  readonly n: number;
  /** n ÷ all whose group is known. */
  readonly shareOfPeople: number;
  /** Below 5 people or below 2 % of them: chance rules, and whoever publishes this tells of single people. */
  readonly isSmall: boolean;
  /** Who has a partner, of all. */
  readonly matchRate: GroupRate;
  /** Of the scores of those who have a partner (a mentor of several: the mean of their pairs). */
  readonly meanScore: number | null;
  readonly medianScore: number | null;
  /** Whose score lies above the median of everybody, of those who have a partner. */
  readonly aboveMedian: GroupRate;
  /** Who has the partner they asked for first (a mentor: one of those they asked for), of those who asked. */
  readonly firstChoice: GroupRate;
}

export interface FairnessAudit {
  readonly kind: 'audit';
  readonly attribute: string;
  readonly side: 'mentee' | 'mentor';
  readonly people: number;
  /** Those whose group is not known; they are in no group, and in the median of everybody. */
  readonly unknown: { readonly n: number; readonly matched: number };
  /** Of the scores of everybody who has a partner, type 7. */
  readonly medianScore: number | null;
  /** By name. */
  readonly groups: readonly AuditedGroup[];
  /** The group with the highest value of each rate, which the others are compared with. */
  readonly highest: Readonly<Record<'matchRate' | 'aboveMedian' | 'firstChoice', string | null>>;
}

/** Below so many people, or this share of them, a group is marked as small. */
const smallestGroup = 5;
const smallestShare = 0.02;

/** An impact ratio below this is flagged: the four-fifths rule of the Uniform Guidelines (29 CFR 1607.4 D). */
const fourFifths = 0.8;

/**
 * How the groups of an attribute fare in a matching: how many have a partner, how good the pairs are, how many got
 * whom they asked for; each as a share with its interval, its ratio to the highest group and an exact test.
 *
 * It looks at outcomes alone. A difference may have reasons that are nobody's fault, and no difference may hide one.
 * It is no legal advice, and a ratio above 0.8 is no safe harbour.
 *
 * @param cohort the compiled cohort of the matching; who did not opt in is not in it
 * @throws InputError where the matching does not belong to the cohort or the attribute is no field
 *
 * O(people · log people + pairs).
 */
export function auditFairness(
  cohort: CompiledCohort,
  matching: Matching,
  options: AuditOptions,
): FairnessAudit {
  const problems = new ProblemList('auditFairness');
  checkOptionNames(problems, options, ['attribute', 'side']);
  problems.throwIfAny();
  const { attribute, side = 'mentee' } = options;
  checkAttribute(attribute, problems);
  if (side !== 'mentee' && side !== 'mentor') problems.add('side', side, 'mentee or mentor');
  problems.throwIfAny();
  const compiled = requireCompiled('auditFairness', cohort);
  const outcomes = outcomesOf(compiled, requireFit('auditFairness', compiled, matching), side);
  const people = side === 'mentee' ? compiled.people.mentees : compiled.people.mentors;
  const byGroup = new Map<string, Outcome[]>();
  const unknown: Outcome[] = [];
  people.forEach((person, index) => {
    const group = fieldGroup(person, attribute);
    const outcome = outcomes[index]!;
    if (group === null) unknown.push(outcome);
    else if (byGroup.has(group)) byGroup.get(group)!.push(outcome);
    else byGroup.set(group, [outcome]);
  });
  const known = people.length - unknown.length;
  const median = quantile(scoresOf(outcomes), 0.5);
  const names = [...byGroup.keys()].sort(compareText);
  const counts = names.map((group) => ({ group, n: byGroup.get(group)!.length }));
  const small = counts.map(({ n }) => n < smallestGroup || n < smallestShare * known);
  const members = names.map((group) => byGroup.get(group)!);
  const matchRate = ratesOf(
    members.map((all) => ({ hits: all.filter(({ score }) => score !== null).length, n: all.length })),
    small,
  );
  const aboveMedian = ratesOf(
    members.map((all) => {
      const scores = scoresOf(all);
      return { hits: scores.filter((score) => score > median!).length, n: scores.length };
    }),
    small,
  );
  const firstChoice = ratesOf(
    members.map((all) => {
      const asked = all.filter(({ gotFirstChoice }) => gotFirstChoice !== null);
      return { hits: asked.filter(({ gotFirstChoice }) => gotFirstChoice === true).length, n: asked.length };
    }),
    small,
  );
  return {
    kind: 'audit',
    attribute,
    side,
    people: people.length,
    unknown: { n: unknown.length, matched: unknown.filter(({ score }) => score !== null).length },
    medianScore: median,
    groups: counts.map(({ group, n }, at) => {
      const scores = scoresOf(members[at]!);
      return {
        group,
        n,
        shareOfPeople: n / known,
        isSmall: small[at]!,
        matchRate: matchRate.rates[at]!,
        meanScore: scores.length === 0 ? null : orderedSum(scores) / scores.length,
        medianScore: quantile(scores, 0.5),
        aboveMedian: aboveMedian.rates[at]!,
        firstChoice: firstChoice.rates[at]!,
      };
    }),
    highest: {
      matchRate: names[matchRate.highest] ?? null,
      aboveMedian: names[aboveMedian.highest] ?? null,
      firstChoice: names[firstChoice.highest] ?? null,
    },
  };
}

function scoresOf(outcomes: readonly Outcome[]): number[] {
  return outcomes.flatMap(({ score }) => (score === null ? [] : [score]));
}

interface Counts {
  readonly hits: number;
  readonly n: number;
}

/** One rate of every group, and the index of the highest, −1 where no group counts. */
function ratesOf(
  groups: readonly Counts[],
  small: readonly boolean[],
): { readonly rates: readonly GroupRate[]; readonly highest: number } {
  let highest = -1;
  groups.forEach(({ hits, n }, at) => {
    if (small[at] || n === 0) return;
    // Compared crosswise in whole numbers; of equal ones the first by name.
    if (highest < 0 || hits * groups[highest]!.n > groups[highest]!.hits * n) highest = at;
  });
  const best = groups[highest];
  const compared = (at: number) => best !== undefined && at !== highest && !small[at] && groups[at]!.n > 0;
  const pValues = groups.map((group, at) => (compared(at) ? fisherExact(group, best!) : null));
  const adjusted = holmAdjusted(pValues);
  const rates = groups.map(({ hits, n }, at) => {
    const ratio = best === undefined || small[at] ? null : impactRatio({ hits, n }, best);
    return {
      value: n === 0 ? null : hits / n,
      hits,
      n,
      interval: n === 0 ? null : wilsonInterval(hits, n),
      impactRatio: ratio,
      isFlagged: ratio !== null && ratio < fourFifths,
      pValue: pValues[at]!,
      adjustedPValue: adjusted[at]!,
    };
  });
  return { rates, highest };
}
