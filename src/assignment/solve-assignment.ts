import { runSteps } from '../core/index.js';
import type { AssignmentOptions, AssignmentResult } from './assignment.js';
import { generalSteps } from './assignment-steps.js';
import type { Costs } from './problem.js';
import { solveSmall } from './solve-small.js';

/**
 * Assigns rows to columns at the least total cost, and proves it.
 *
 * Minimise Σ c[i][x(i)] over assignments x in which column j takes at most capacity j rows and no forbidden
 * pair (`Infinity`) is used. The duals u, v returned satisfy u + v ≤ c with equality on assigned pairs; see
 * `findOptimalityViolations`, which checks all of it. Exact for whole numbers while
 * (2 · min(rows, places) + 1) · max|c| ≤ 2⁵³ (with a price: (2 · rows + 1) · max(|c|, |price|)). Ties are decided by the order of rows and columns, the same
 * way every time. Input is never changed.
 *
 * @param cost a dense matrix, costs on demand, or an array of rows; costs may be negative
 * @param options capacities, what may stay unassigned, duals to start from
 * @throws InputError on a wrong shape, NaN, −Infinity, or an option out of range; lists every problem
 * @example
 * solveAssignment([[4, 1], [2, 3]]); // => { status: 'optimal', rowToColumn: [1, 0], totalCost: 3, … }
 */
export function solveAssignment(cost: Costs, options: AssignmentOptions = {}): AssignmentResult {
  return solveSmall(cost, options) ?? runSteps(generalSteps(cost, options));
}
