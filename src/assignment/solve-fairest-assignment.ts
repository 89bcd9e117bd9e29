import { runSteps } from '../core/index.js';
import type { FairestAssignment, FairestOptions } from './fairest-assignment.js';
import { fairestSteps } from './fairest-steps.js';
import type { Costs } from './problem.js';

/**
 * Assigns as many rows as possible, of those assignments as fairly as possible, of those as cheaply as possible.
 *
 * Fair is leximin over tiers of costs: as few pairs as possible in the dearest tier, of those assignments as
 * few as possible in the next, and so on. Since their number is fixed, that is the order in which the vector of
 * tiers, dearest first, is the lexicographically smallest.
 *
 * @param cost as for `solveAssignment`
 * @throws InputError as `solveAssignment`, and where the tiers are not > 0 wide, or 65,535 of them or more
 *
 * One assignment, a search for each tier that has pairs, one more assignment; 6 bytes more for each pair that
 * may be made.
 * @example
 * solveFairestAssignment([[0, 5], [5, 9]], { tierSize: 5 }).rowToColumn; // => [1, 0]: no 9, though 9 < 5 + 5
 */
export function solveFairestAssignment(cost: Costs, options: FairestOptions): FairestAssignment {
  return runSteps(fairestSteps(cost, options));
}
