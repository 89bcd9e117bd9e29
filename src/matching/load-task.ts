import type { CostMatrix, LoadOptions } from '../assignment/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { Loads } from './loads.js';
import type { ReadMatchOptions } from './match-options.js';
import { writeAllowedScores } from './match-problem.js';

/** A matching with loads in the terms of `solveLoads`: rows are all mentees, columns mentors, locks fixed. */
export interface LoadTask {
  readonly cost: CostMatrix;
  readonly options: LoadOptions;
}

/**
 * Scores every pair once. O(mentees · mentors) time, 4 bytes a pair.
 *
 * @param first what counts first: pairs, or the total
 */
export function loadTask(
  cohort: CompiledCohort,
  { locked, forbidden }: ReadMatchOptions,
  { minimums, wanted, balance }: Loads,
  first: 'counts' | 'cost',
): LoadTask {
  const rows = cohort.menteeIds.length;
  const columns = cohort.mentorIds.length;
  // Negative whole millionths, exact in 32-bit floats (below 2²⁴).
  const values = new Float32Array(rows * columns);
  const scores = new Int32Array(columns);
  for (let mentee = 0; mentee < rows; mentee++) {
    writeAllowedScores(cohort, forbidden, mentee, scores);
    for (let mentor = 0; mentor < columns; mentor++) {
      const score = scores[mentor]!;
      values[mentee * columns + mentor] = score < 0 ? Number.POSITIVE_INFINITY : 0 - score;
    }
  }
  return {
    cost: { rows, columns, values },
    options: {
      demands: wanted,
      capacities: cohort.capacities,
      minimums,
      placeCosts: balance,
      fixed: locked.map(({ mentee, mentor }) => [mentee, mentor] as const),
      first,
    },
  };
}
