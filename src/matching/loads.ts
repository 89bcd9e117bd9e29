import type { CompiledCohort } from '../scoring/index.js';
import type { IndexPair } from './match-options.js';
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

/** The loads that people and options ask for, `undefined` where they ask for nothing of the kind. */
export function loadsOf(cohort: CompiledCohort, balance: readonly number[]): Loads | undefined {
  const { mentees, mentors } = cohort.people;
  const minimums = Int32Array.from(mentors, ({ minimumMentees }) => minimumMentees ?? 0);
  const wanted = Int32Array.from(mentees, ({ mentorsWanted }) => mentorsWanted ?? 1);
  const isPlain =
    minimums.every((minimum) => minimum === 0) &&
    wanted.every((count) => count === 1) &&
    balance.every((penalty) => penalty === 0);
  return isPlain ? undefined : { minimums, wanted, balance };
}

/** The lists of a matching that loads add, from its pairs. */
export function openLoads(
  cohort: CompiledCohort,
  { minimums, wanted }: Loads,
  pairs: readonly IndexPair[],
): { readonly shortfalls: Shortfall[]; readonly menteesWantingMore: MenteeWantingMore[] } {
  const taken = new Int32Array(cohort.mentorIds.length);
  const has = new Int32Array(cohort.menteeIds.length);
  for (const { mentee, mentor } of pairs) {
    taken[mentor]! += 1;
    has[mentee]! += 1;
  }
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
