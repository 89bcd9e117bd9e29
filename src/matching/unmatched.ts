import type { CompiledCohort } from '../scoring/index.js';
import type { ReadMatchOptions } from './match-options.js';
import type { MatchProblem } from './match-problem.js';
import type { RowReasons } from './objectives/kind.js';
import { whyNobodyEligible } from './rule-counts.js';
import type { UnmatchedPerson, UnmatchedReason } from './types.js';

/**
 * Everyone without a partner, each with the reason.
 *
 * @param reasons those of the library's own optimum of the problem
 * @param mentorOf a mentor of each mentee as the pairs were made, −1 = none
 * @param spare the places that the pairs leave to each mentor
 */
export function explainEveryUnmatched(
  cohort: CompiledCohort,
  problem: MatchProblem,
  reasons: RowReasons,
  { forbidden, solver, keeping }: ReadMatchOptions,
  mentorOf: Int32Array,
  spare: Int32Array,
): UnmatchedPerson[] {
  const rowOfMentee = new Int32Array(cohort.menteeIds.length).fill(-1);
  problem.menteeOfRow.forEach((mentee, row) => {
    rowOfMentee[mentee] = row;
  });
  const unplaced = [...mentorOf.keys()].filter((mentee) => mentorOf[mentee] === -1);
  const reasonOfMentee = (mentee: number): UnmatchedReason =>
    problem.eligibleOfMentee[mentee] === 0
      ? whyNobodyEligible(cohort, forbidden, { mentee })
      : reasons.whyLeftOut(rowOfMentee[mentee]!);
  const reasonOfMentor = (mentor: number): UnmatchedReason => {
    if (cohort.capacities[mentor] === 0) return { code: 'noCapacity' };
    const eligibleMentees = problem.eligibleOfMentor[mentor]!;
    if (eligibleMentees === 0) return whyNobodyEligible(cohort, forbidden, { mentor });
    // The library's own optimum never leaves a mentee without where a mentor with space would do.
    const isPassedOver =
      (solver !== undefined || keeping !== undefined) &&
      unplaced.some((mentee) => {
        const isForbidden = forbidden.get(mentee)?.has(mentor) === true;
        return !isForbidden && cohort.isEligible(mentee, mentor);
      });
    return isPassedOver ? { code: 'leftOutBySolver' } : { code: 'menteesPlacedElsewhere', eligibleMentees };
  };

  const unmatched: UnmatchedPerson[] = [];
  cohort.menteeIds.forEach((id, mentee) => {
    if (mentorOf[mentee] === -1) unmatched.push({ id, side: 'mentee', reason: reasonOfMentee(mentee) });
  });
  cohort.mentorIds.forEach((id, mentor) => {
    if (spare[mentor] === cohort.capacities[mentor])
      unmatched.push({ id, side: 'mentor', reason: reasonOfMentor(mentor) });
  });
  for (const { id, side } of cohort.notOptedIn) unmatched.push({ id, side, reason: { code: 'notOptedIn' } });
  return unmatched;
}
