import type { Side } from '../participants/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { ProofViolation } from './check-proof.js';
import { loadsOfPeople, openLoads } from './loads.js';
import type { Matching } from './types.js';

/**
 * Whether everybody without a partner is listed once and nobody else, and so every mentor with space, every minimum
 * missed and every mentee who wants more mentors.
 *
 * @param has how many mentors each mentee has
 * @param taken how many mentees each mentor has
 */
export function findLeftoverViolations(
  cohort: CompiledCohort,
  matching: Matching,
  has: Int32Array,
  taken: Int32Array,
): ProofViolation[] {
  const { unmatched, mentorsWithSpace, shortfalls, menteesWantingMore } = matching;
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
  const open = openLoads(cohort, loadsOfPeople(cohort), has, taken);
  const areRight =
    textOf(shortfalls) === textOf(open.shortfalls) &&
    textOf(menteesWantingMore) === textOf(open.menteesWantingMore);
  return [
    ...sides,
    ...compareLists('mentor', listed, withSpace),
    ...(areRight ? [] : [{ code: 'wrongLeftovers' as const }]),
  ];
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

/** The same for the same items, in whatever order they and their fields are. */
function textOf(items: readonly object[] = []): string {
  return items
    .map((item) => JSON.stringify(Object.entries(item).sort()))
    .sort()
    .join();
}
