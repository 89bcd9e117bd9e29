import { findBottlenecks, solveAssignment } from '../assignment/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { requireCompiled } from './compile-input.js';
import { requireOptimum } from './require-optimum.js';
import type { Bottleneck } from './types.js';

export interface SupplyForecast {
  readonly mentees: number;
  /** Capacity of all mentors who opted in. */
  readonly places: number;
  /** No matching that respects rules, minimum score and capacities has more pairs. */
  readonly mostPairs: number;
  readonly menteesWithoutEligibleMentor: readonly string[];
  readonly mentorsWithoutEligibleMentee: readonly string[];
  /** Mentees who outnumber the places of all mentors they may have, where they may have any. */
  readonly bottlenecks: readonly Bottleneck[];
}

/**
 * How far the places will go, before anybody is matched: the largest number of pairs, and what stands in the
 * way of more. It is what `most-pairs` will reach without locked and forbidden pairs.
 *
 * O(mentees · mentors) for scoring, then a largest matching. Hall (1935), doi:10.1112/jlms/s1-10.37.26.
 */
export function forecastSupply(cohort: CompiledCohort): SupplyForecast {
  const compiled = requireCompiled('forecastSupply', cohort);
  const { menteeIds, mentorIds, capacities } = compiled;
  const rows = menteeIds.length;
  const columns = mentorIds.length;
  const values = new Float32Array(rows * columns);
  const scores = new Int32Array(columns);
  const ofMentee = new Int32Array(rows);
  const ofMentor = new Int32Array(columns);
  for (let mentee = 0; mentee < rows; mentee++) {
    compiled.writeScores(mentee, scores);
    for (let mentor = 0; mentor < columns; mentor++) {
      const isEligible = scores[mentor]! >= 0;
      values[mentee * columns + mentor] = isEligible ? 0 : Infinity;
      if (!isEligible) continue;
      ofMentee[mentee]! += 1;
      ofMentor[mentor]! += 1;
    }
  }
  const cost = { rows, columns, values };
  const options = { capacities, unassigned: 'most' as const };
  const result = requireOptimum(solveAssignment(cost, options));
  const { bottlenecks } = findBottlenecks(cost, result, options);
  return {
    mentees: rows,
    places: capacities.reduce((sum, capacity) => sum + capacity, 0),
    mostPairs: result.assignedRows,
    menteesWithoutEligibleMentor: menteeIds.filter((_, mentee) => ofMentee[mentee] === 0),
    mentorsWithoutEligibleMentee: mentorIds.filter((_, mentor) => ofMentor[mentor] === 0),
    bottlenecks: bottlenecks
      .filter((each) => each.columns.length > 0)
      .map((each) => ({
        menteeIds: each.rows.map((row) => menteeIds[row]!),
        mentorIds: each.columns.map((column) => mentorIds[column]!),
        places: each.places,
      })),
  };
}
