import type { Matching } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';

/** How many mentors have so many mentees, and how many could have so many. */
export interface Load {
  readonly mentees: number;
  /** Mentors who have exactly so many. */
  readonly mentors: number;
  /** Mentors whose capacity is exactly so many. */
  readonly withCapacity: number;
}

/** Mentors by number of mentees, from none up to the greatest load or capacity up to 20, beyond that the greatest load. */
export function mentorLoads(cohort: CompiledCohort, matching: Matching): Load[] {
  const loads = new Map<string, number>(cohort.mentorIds.map((id) => [id, 0]));
  for (const { mentorId } of matching.pairs) loads.set(mentorId, (loads.get(mentorId) ?? 0) + 1);
  const mentors = countEach(loads.values());
  const capacities = countEach(cohort.capacities);
  const greatest = Math.max(0, ...mentors.keys());
  const last = Math.max(greatest, Math.min(20, Math.max(0, ...capacities.keys())));
  return Array.from({ length: last + 1 }, (_, mentees) => ({
    mentees,
    mentors: mentors.get(mentees) ?? 0,
    withCapacity: capacities.get(mentees) ?? 0,
  }));
}

function countEach(numbers: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
