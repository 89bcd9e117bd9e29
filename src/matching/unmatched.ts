import type { Steps } from '../core/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { ReadMatchOptions } from './match-options.js';
import type { MatchProblem } from './match-problem.js';
import type { MatchProgress } from './match-progress.js';
import type { Solution } from './objectives/kind.js';
import { whyNobodyEligible } from './rule-counts.js';
import type { UnmatchedPerson, UnmatchedReason } from './types.js';

/**
 * Everyone without a partner, each with the reason.
 *
 * @param solution with the reasons of the library's own optimum of the problem
 * @param mentorOf a mentor of each mentee as the pairs were made, −1 = none
 * @param spare the places that the pairs leave to each mentor
 */
export function* explainEveryUnmatched(
  cohort: CompiledCohort,
  problem: MatchProblem,
  { reasons, isStopped }: Pick<Solution, 'reasons' | 'isStopped'>,
  { forbidden, solver }: ReadMatchOptions,
  mentorOf: Int32Array,
  spare: Int32Array,
): Steps<MatchProgress, UnmatchedPerson[]> {
  const rowOfMentee = new Int32Array(cohort.menteeIds.length);
  problem.menteeOfRow.forEach((mentee, row) => {
    rowOfMentee[mentee] = row;
  });
  const unplaced = [...mentorOf.keys()].filter((mentee) => mentorOf[mentee] === -1);
  // What the library's own search left out it had no time for.
  const withTime = (reason: UnmatchedReason): UnmatchedReason =>
    isStopped === true && reason.code === 'leftOutBySolver' ? { code: 'timeRanOut' } : reason;
  const reasonOfMentee = function* (mentee: number): Steps<MatchProgress, UnmatchedReason> {
    return problem.eligibleOfMentee[mentee] === 0
      ? yield* whyNobodyEligible(cohort, forbidden, { mentee })
      : withTime(yield* reasons.whyLeftOut(rowOfMentee[mentee]!));
  };
  const reasonOfMentor = function* (mentor: number): Steps<MatchProgress, UnmatchedReason> {
    if (cohort.capacities[mentor] === 0) return { code: 'noCapacity' };
    const eligibleMentees = problem.eligibleOfMentor[mentor]!;
    if (eligibleMentees === 0) return yield* whyNobodyEligible(cohort, forbidden, { mentor });
    // The library's own solver never leaves a mentee without where a mentor with space would do.
    const isPassedOver =
      solver !== undefined &&
      unplaced.some((mentee) => {
        const isForbidden = forbidden.get(mentee)?.has(mentor) === true;
        return !isForbidden && cohort.isEligible(mentee, mentor);
      });
    return isPassedOver ? { code: 'leftOutBySolver' } : { code: 'menteesPlacedElsewhere', eligibleMentees };
  };

  const unmatched: UnmatchedPerson[] = [];
  const { menteeIds, mentorIds } = cohort;
  for (const [mentee, id] of menteeIds.entries()) {
    if (mentorOf[mentee] !== -1) continue;
    yield { stage: 'finishing', done: 0, of: menteeIds.length };
    unmatched.push({ id, side: 'mentee', reason: yield* reasonOfMentee(mentee) });
  }
  for (const [mentor, id] of mentorIds.entries()) {
    if (spare[mentor] !== cohort.capacities[mentor]) continue;
    yield { stage: 'finishing', done: 0, of: mentorIds.length };
    unmatched.push({ id, side: 'mentor', reason: yield* reasonOfMentor(mentor) });
  }
  for (const { id, side } of cohort.notOptedIn) unmatched.push({ id, side, reason: { code: 'notOptedIn' } });
  return unmatched;
}
