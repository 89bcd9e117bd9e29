import type { CompiledCohort } from '../scoring/index.js';
import type { MenteeWantingMore, Shortfall } from './types.js';

/** What goes beyond one mentor a mentee and places that are all alike. */
export interface Loads {
  /** How many mentees each mentor should have at least. */
  readonly minimums: Int32Array;
  /** How many mentors each mentee wants. */
  readonly wanted: Int32Array;
  /** What a mentor's second, third, … mentee takes off the total, in millionths; the last goes on. */
  readonly balance: readonly number[];
}

/** The loads that people and options ask for, `undefined` where they ask for nothing of the kind. O(people). */
export function loadsOf(cohort: CompiledCohort, balance: readonly number[]): Loads | undefined {
  const { minimums, wanted } = loadsOfPeople(cohort);
  const isPlain =
    minimums.every((minimum) => minimum === 0) &&
    wanted.every((count) => count === 1) &&
    balance.every((penalty) => penalty === 0);
  return isPlain ? undefined : { minimums, wanted, balance };
}

/** What people ask for; most ask for nothing. */
export function loadsOfPeople(cohort: CompiledCohort): Pick<Loads, 'minimums' | 'wanted'> {
  return { minimums: cohort.minimumMentees, wanted: cohort.mentorsWanted };
}

/**
 * The lists of a matching that loads add.
 *
 * @param has how many mentors each mentee has
 * @param taken how many mentees each mentor has
 */
export function openLoads(
  cohort: CompiledCohort,
  { minimums, wanted }: Pick<Loads, 'minimums' | 'wanted'>,
  has: Int32Array,
  taken: Int32Array,
): { readonly shortfalls: Shortfall[]; readonly menteesWantingMore: MenteeWantingMore[] } {
  return {
    shortfalls: cohort.mentorIds.flatMap((mentorId, mentor) => {
      const minimum = minimums[mentor]!;
      return taken[mentor]! < minimum ? [{ mentorId, minimum, mentees: taken[mentor]! }] : [];
    }),
    menteesWantingMore: cohort.menteeIds.flatMap((menteeId, mentee) => {
      const mentors = has[mentee]!;
      return mentors > 0 && mentors < wanted[mentee]! ? [{ menteeId, wanted: wanted[mentee]!, mentors }] : [];
    }),
  };
}
