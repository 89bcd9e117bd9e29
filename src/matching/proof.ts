import type { OptimalAssignment } from '../assignment/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import type { MatchProblem } from './match-problem.js';
import type { PairsAndScore } from './objectives/kind.js';
import type { DualPrice, MatchingProof } from './types.js';
import { upperBound } from './upper-bound.js';

/**
 * Prices of people from the solver's duals, which are those of the negative scores: signs turned. A locked
 * mentee's price is what makes the locked pair tight, (1, score) − the mentor's price, and may be negative:
 * nobody may take that mentee's lock away, so it bounds nothing else.
 */
export function makeProof(
  cohort: CompiledCohort,
  problem: MatchProblem,
  assignment: OptimalAssignment,
  made: PairsAndScore,
): MatchingProof {
  const mentorPrices = cohort.mentorIds.map((_, mentor) => ({
    pairs: assignment.columnCover[mentor]!,
    score: 0 - assignment.columnDuals[mentor]!,
  }));
  const menteePrices: PairsAndScore[] = cohort.menteeIds.map((_, mentee) => {
    const mentor = problem.lockOf[mentee]!;
    if (mentor < 0) return { pairs: 0, score: 0 };
    const price = mentorPrices[mentor]!;
    return { pairs: 1 - price.pairs, score: cohort.score(mentee, mentor) - price.score };
  });
  problem.menteeOfRow.forEach((mentee, row) => {
    menteePrices[mentee] = { pairs: assignment.rowCover[row]!, score: 0 - assignment.rowDuals[row]! };
  });
  const bound = upperBound(menteePrices, mentorPrices, cohort.capacities);
  return {
    kind: 'duals',
    pairs: made.pairs,
    pairsUpperBound: bound.pairs,
    pairsGap: bound.pairs - made.pairs,
    totalScore: fromMillionths(made.score),
    upperBound: fromMillionths(bound.score),
    gap: fromMillionths(bound.score - made.score),
    menteePrices: named(cohort.menteeIds, menteePrices),
    mentorPrices: named(cohort.mentorIds, mentorPrices),
  };
}

function named(ids: readonly string[], prices: readonly PairsAndScore[]): DualPrice[] {
  return prices.map(({ pairs, score }, index) => ({ id: ids[index]!, pairs, score: fromMillionths(score) }));
}
