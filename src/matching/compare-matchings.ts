import type { CompiledCohort } from '../scoring/index.js';
import { changesOf, mentorsByMentee } from './mentors-by-mentee.js';
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
  /** Pairs of mentees who had no mentor before (or fewer), or did not take part. */
  readonly placed: readonly PairOfIds[];
  /** Former pairs of mentees who take part and have no mentor now (or fewer). */
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
  const changed = menteesWithChanges(cohort, before.pairs, after.pairs);
  const ofChanged = ({ menteeId }: PairOfIds) => changed.has(menteeId);
  const mentorsThen = mentorsByMentee(before.pairs.filter(ofChanged));
  const mentorsNow = mentorsByMentee(after.pairs.filter(ofChanged));
  // With several mentors a mentee, those lost and gained go together in the order of the pairs.
  const changes = new Map<string, ReturnType<typeof changesOf>>();
  for (const menteeId of changed)
    changes.set(menteeId, changesOf(mentorsThen.get(menteeId) ?? [], mentorsNow.get(menteeId) ?? []));
  const kept: PairOfIds[] = [];
  const moved: MovedMentee[] = [];
  const unplaced: PairOfIds[] = [];
  const left: PairOfIds[] = [];
  for (const { menteeId, mentorId } of before.pairs) {
    const change = changes.get(menteeId);
    const place = change === undefined ? -1 : change.lost.indexOf(mentorId);
    const now = change?.gained[place];
    if (place < 0) kept.push({ menteeId, mentorId });
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
      .filter(({ menteeId, mentorId }) => {
        const change = changes.get(menteeId);
        return change !== undefined && change.gained.indexOf(mentorId) >= change.lost.length;
      })
      .map(({ menteeId, mentorId }) => ({ menteeId, mentorId })),
    unplaced,
    left,
  };
}

/** All mentees but those who had one mentor and have the same: most need no lists. */
function menteesWithChanges(
  { menteeIds, menteeIndex }: CompiledCohort,
  before: readonly PairOfIds[],
  after: readonly PairOfIds[],
): Set<string> {
  const changed = new Set<string>();
  const mentorNow: (string | undefined)[] = menteeIds.map(() => undefined);
  const isOfBefore = new Uint8Array(menteeIds.length);
  for (const { menteeId, mentorId } of after) {
    const mentee = menteeIndex(menteeId);
    if (mentorNow[mentee] !== undefined) changed.add(menteeId);
    mentorNow[mentee] = mentorId;
  }
  for (const { menteeId, mentorId } of before) {
    const mentee = menteeIndex(menteeId);
    if (mentee < 0 || mentorNow[mentee] !== mentorId) changed.add(menteeId);
    if (mentee >= 0) isOfBefore[mentee] = 1;
  }
  menteeIds.forEach((menteeId, mentee) => {
    if (mentorNow[mentee] !== undefined && isOfBefore[mentee] === 0) changed.add(menteeId);
  });
  return changed;
}
