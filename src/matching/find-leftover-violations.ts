import type { Side } from '../participants/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { ProofViolation } from './check-proof.js';
import type { Matching } from './types.js';

/**
 * Whether everybody without a partner is listed once and nobody else, and so every mentor with space.
 *
 * @param has how many mentors each mentee has
 * @param taken how many mentees each mentor has
 */
export function findLeftoverViolations(
  cohort: CompiledCohort,
  { unmatched, mentorsWithSpace }: Matching,
  has: Int32Array,
  taken: Int32Array,
): ProofViolation[] {
  const alone = {
    mentee: cohort.menteeIds.filter((_, mentee) => has[mentee] === 0),
    mentor: cohort.mentorIds.filter((_, mentor) => taken[mentor] === 0),
  };
  const spareOf = (mentor: number) => cohort.capacities[mentor]! - taken[mentor]!;
  const withSpace = cohort.mentorIds.filter((_, mentor) => spareOf(mentor) > 0);
  // A wrong number counts as not listed.
  const spareListed = mentorsWithSpace.filter(({ mentorId, spare }) => {
    const mentor = cohort.mentorIndex(mentorId);
    return mentor < 0 || spareOf(mentor) === spare;
  });
  const idsOf = (people: readonly { readonly id: string; readonly side: Side }[], side: Side) =>
    people.filter((person) => person.side === side).map(({ id }) => id);
  const sides = (['mentee', 'mentor'] as const).flatMap((side) =>
    compareLists(side, idsOf(unmatched, side), [...alone[side], ...idsOf(cohort.notOptedIn, side)]),
  );
  const listed = spareListed.map(({ mentorId }) => mentorId);
  return [...sides, ...compareLists('mentor', listed, withSpace)];
}

function compareLists(side: Side, listed: readonly string[], right: readonly string[]): ProofViolation[] {
  const missing = new Set(right);
  // Who is listed twice is not missing any more the second time.
  const wrong = listed.filter((id) => !missing.delete(id));
  return [...wrong, ...missing].map((id) => ({
    code: 'wrongLeftovers',
    ...(side === 'mentee' ? { menteeId: id } : { mentorId: id }),
  }));
}
