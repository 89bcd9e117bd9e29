import type { CompiledCohort } from '../scoring/index.js';
import { parseMatchingFor } from './parse-matching.js';
import { requireFit } from './require-fit.js';
import type { Matching, PairOfIds } from './types.js';

/** A mentee who has another mentor than before. */
export interface MovedMentee {
  readonly menteeId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Who is where they were. kept + moved + unplaced + left = pairs before; kept + moved + placed = pairs after.
 * Each list is by mentee, those before in the order of the earlier pairs, `placed` in that of the later.
 */
export interface MatchingComparison {
  readonly pairsBefore: number;
  readonly pairsAfter: number;
  /** As recorded at the time, each with the scores of its own cohort and model. */
  readonly totalBefore: number;
  readonly totalAfter: number;
  readonly kept: readonly PairOfIds[];
  readonly moved: readonly MovedMentee[];
  /** Pairs of mentees who had no mentor before, or did not take part. */
  readonly placed: readonly PairOfIds[];
  /** Former pairs of mentees who take part and have no mentor now. */
  readonly unplaced: readonly PairOfIds[];
  /** Former pairs of mentees who take no part any more. */
  readonly left: readonly PairOfIds[];
}

/**
 * What changes for whom between two matchings.
 *
 * @param cohort the people of `after`
 * @param before any matching, also one of an earlier cohort: who joined and who left is found by comparing
 * @throws InputError where one is no matching, or `after` does not belong to the cohort
 *
 * O(pairs).
 */
export function compareMatchings(
  cohort: CompiledCohort,
  before: Matching,
  after: Matching,
): MatchingComparison {
  const earlier = parseMatchingFor('compareMatchings', before);
  const fit = requireFit('compareMatchings', cohort, after);
  return comparePairs(fit.cohort, earlier, fit.matching);
}

/** `compareMatchings` of matchings that were read. */
export function comparePairs(cohort: CompiledCohort, before: Matching, after: Matching): MatchingComparison {
  const mentorNow = mentorByMentee(after);
  const mentorThen = mentorByMentee(before);
  const kept: PairOfIds[] = [];
  const moved: MovedMentee[] = [];
  const unplaced: PairOfIds[] = [];
  const left: PairOfIds[] = [];
  for (const { menteeId, mentorId } of before.pairs) {
    const now = mentorNow.get(menteeId);
    if (now === mentorId) kept.push({ menteeId, mentorId });
    else if (now !== undefined) moved.push({ menteeId, from: mentorId, to: now });
    else if (cohort.menteeIndex(menteeId) >= 0) unplaced.push({ menteeId, mentorId });
    else left.push({ menteeId, mentorId });
  }
  return {
    pairsBefore: before.pairs.length,
    pairsAfter: after.pairs.length,
    totalBefore: before.proof.totalScore,
    totalAfter: after.proof.totalScore,
    kept,
    moved,
    placed: after.pairs
      .filter(({ menteeId }) => !mentorThen.has(menteeId))
      .map(({ menteeId, mentorId }) => ({ menteeId, mentorId })),
    unplaced,
    left,
  };
}

function mentorByMentee({ pairs }: Matching): Map<string, string> {
  return new Map(pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
}
