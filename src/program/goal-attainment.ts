import { attainmentTScore } from '../statistics/index.js';
import { readArgument } from './read.js';
import { readGoals } from './read-pair-state.js';
import type { Goal } from './types.js';

export interface GoalAttainment {
  /** 50 = everything as expected, 10 = one standard deviation; `null` without goals. */
  readonly tScore: number | null;
  /** The same of where the goals began. */
  readonly baselineTScore: number | null;
  readonly goals: number;
}

/**
 * The Goal Attainment Scaling T-score of goals by their levels and weights, and what it was at the start (Kiresuk &
 * Sherman 1968, ρ = 0.3; the formula is at `attainmentTScore` of room `statistics`). All goals that are passed count,
 * open and dropped ones with the level they stand at: leaving out what failed would make every programme succeed.
 *
 * @throws InputError where a goal is none or comes twice
 */
export function goalAttainment(goals: readonly Goal[]): GoalAttainment {
  const read = readArgument('goalAttainment', 'goals', goals, readGoals);
  return {
    tScore: attainmentTScore(read.map(({ level, weight }) => ({ level, weight }))),
    baselineTScore: attainmentTScore(read.map(({ baseline, weight }) => ({ level: baseline, weight }))),
    goals: read.length,
  };
}
