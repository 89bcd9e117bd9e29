import { type BrokenRule, type CompiledCohort, fromMillionths } from '../scoring/index.js';
import { requireCompiled } from './compile-input.js';
import { requirePair } from './require-people.js';

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
  /** What stands behind the value, by kind: interests in common, skills covered, … */
  readonly details: Readonly<Record<string, unknown>>;
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
  /** Share of the cohort's pairs that score lower, ties counted half, and of how many pairs. */
  readonly percentile: { readonly value: number; readonly pairs: number } | null;
  readonly factors: readonly ExplainedFactor[];
}

/**
 * Why a pair scores as it does, as codes and numbers: what each factor adds and from what, where the score
 * stands among the cohort's pairs (of all of them up to a million, else of a sample), and the rules broken.
 *
 * @throws InputError where an id is not of a person who opted in
 *
 * O(list lengths); the first call scores the pairs of the baseline, O(min(pairs, 10⁶)).
 */
export function explainPair(cohort: CompiledCohort, menteeId: string, mentorId: string): PairExplanation {
  const compiled = requireCompiled('explainPair', cohort);
  const { mentee, mentor } = requirePair('explainPair', compiled, menteeId, mentorId);
  const score = compiled.score(mentee, mentor);
  const brokenRules = compiled.brokenRules(mentee, mentor);
  const belowMinimumScore = score < compiled.minimumScore;
  return {
    menteeId,
    mentorId,
    eligible: brokenRules.length === 0 && !belowMinimumScore,
    brokenRules,
    belowMinimumScore,
    score: fromMillionths(score),
    knownShare: fromMillionths(compiled.knownShare(mentee, mentor)),
    percentile: percentileOf(score, compiled.sampleScores()),
    factors: compiled.contributions(mentee, mentor).map((factor) => ({
      ...factor,
      share: fromMillionths(factor.share),
      contribution: fromMillionths(factor.contribution),
    })),
  };
}

/** Mid-rank: (pairs below + half of the pairs equal) ÷ pairs, by bisection. */
function percentileOf(score: number, ascending: Int32Array): PairExplanation['percentile'] {
  if (ascending.length === 0) return null;
  const below = countBelow(score, ascending);
  const notAbove = countBelow(score + 1, ascending);
  return { value: (below + notAbove) / 2 / ascending.length, pairs: ascending.length };
}

function countBelow(score: number, ascending: Int32Array): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < score) low = middle + 1;
    else high = middle;
  }
  return low;
}
