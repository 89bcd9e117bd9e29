import { ProblemList } from '../core/index.js';
import type { BrokenRule, CompiledCohort, Contribution } from './compiled-cohort.js';
import { fromMillionths } from './from-millionths.js';
import { requireCompiled } from './require-compiled.js';

/** What one factor says of a pair. */
export interface ExplainedFactor {
  readonly name: string;
  readonly kind: string;
  /** In [0, 1], `null` where unknown. */
  readonly value: number | null;
  /** The factor's part of the whole weight; the shares add up to 1. */
  readonly share: number;
  /** What it adds to the score: share × value, or × the cohort's mean where unknown. */
  readonly contribution: number;
  /**
   * For factors whose value says little by itself (personality): where it stands among the cohort's pairs,
   * like the pair's own percentile; `null` where the value is unknown.
   */
  readonly percentile?: Percentile | null;
  /** What stands behind the value, by kind: interests in common, skills covered, … */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Where a number stands among those of the cohort's pairs. */
export interface Percentile {
  /** Share of the pairs that are lower, ties counted half. */
  readonly value: number;
  /** Of how many pairs. */
  readonly pairs: number;
}

export interface PairExplanation {
  readonly menteeId: string;
  readonly mentorId: string;
  /** Whether the pair may be made. */
  readonly eligible: boolean;
  readonly brokenRules: readonly BrokenRule[];
  readonly belowMinimumScore: boolean;
  /** In [0, 1]; the contributions add up to it, to the millionth. */
  readonly score: number;
  readonly knownShare: number;
  /** Where the score stands. */
  readonly percentile: Percentile | null;
  readonly factors: readonly ExplainedFactor[];
}

/**
 * Why a pair scores as it does, as codes and numbers: what each factor adds and from what, where the score
 * stands among the cohort's pairs (of all of them up to a million, else of a sample), and the rules broken.
 *
 * @param mentee index into `menteeIds`
 * @param mentor index into `mentorIds`
 * @throws InputError for another kind of cohort, and an index that is none
 *
 * O(list lengths); the first call scores the pairs of the baseline, O(min(pairs, 10⁶)).
 */
export function explainCompiledPair(cohort: CompiledCohort, mentee: number, mentor: number): PairExplanation {
  requireCompiled('explainCompiledPair', cohort);
  const problems = new ProblemList('explainCompiledPair');
  if (cohort.menteeIds[mentee] === undefined) problems.add('mentee', mentee, 'an index into menteeIds');
  if (cohort.mentorIds[mentor] === undefined) problems.add('mentor', mentor, 'an index into mentorIds');
  problems.throwIfAny();
  const score = cohort.score(mentee, mentor);
  const brokenRules = cohort.brokenRules(mentee, mentor);
  const belowMinimumScore = score < cohort.minimumScore;
  return {
    menteeId: cohort.menteeIds[mentee]!,
    mentorId: cohort.mentorIds[mentor]!,
    eligible: brokenRules.length === 0 && !belowMinimumScore,
    brokenRules,
    belowMinimumScore,
    score: fromMillionths(score),
    knownShare: fromMillionths(cohort.knownShare(mentee, mentor)),
    percentile: percentileOf(score, cohort.sampleScores()),
    factors: cohort.contributions(mentee, mentor).map((factor) => ({
      ...factor,
      share: fromMillionths(factor.share),
      contribution: fromMillionths(factor.contribution),
      ...percentileOfFactor(cohort, factor),
    })),
  };
}

function percentileOfFactor(
  cohort: CompiledCohort,
  { name, value }: Contribution,
): Pick<ExplainedFactor, 'percentile'> {
  const sample = cohort.sampleValues(name);
  if (sample === null) return {};
  return { percentile: value === null ? null : percentileOf(value, sample) };
}

/** Mid-rank: (pairs below + half of the pairs equal) ÷ pairs, by bisection. */
function percentileOf(value: number, ascending: Int32Array | Float64Array): Percentile | null {
  const { length } = ascending;
  if (length === 0) return null;
  const below = countWhere(ascending, (other) => other < value);
  const notAbove = countWhere(ascending, (other) => other <= value);
  return { value: (below + notAbove) / 2 / length, pairs: length };
}

/** How many values hold; those that do come first. */
function countWhere(ascending: Int32Array | Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
