import { runSteps, type Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { unpackCounts } from './load-counts.js';
import {
  costOfPlace,
  type LoadOptions,
  type LoadPrice,
  minimumOfPlace,
  type OptimalLoads,
  readLoadProblem,
} from './load-problem.js';
import { LoadSearch } from './load-search.js';
import { LoadState } from './load-state.js';
import type { Costs } from './problem.js';

/**
 * Assigns rows that may want several columns to columns that may want a least or an even load, and proves it.
 *
 * Of all ways to give row i at most `demands[i]` different columns and column j at most `capacities[j]` rows,
 * with no forbidden pair (`Infinity`), the result is best by the tuple (rows with a column, pairs, −shortfall,
 * −cost), or with `first: 'cost'` by (−cost, rows with a column, pairs, −shortfall). Tuples are compared part
 * by part. The prices returned prove it; see `loadBound`, and `findLoadViolations`, which checks all of it.
 * Ties are decided by the order of rows and columns, the same way every time. Input is never changed.
 *
 * @param cost whole numbers or `Infinity`, in any form that `solveAssignment` takes
 * @throws InputError on a wrong shape, costs that are not whole, or an option out of range; lists every problem
 *
 * O(Σ demands · rows · columns) at worst.
 *
 * @example
 * // Row 0 wants two columns; column 1 should hold at least one row.
 * solveLoads([[4, 1, 2], [2, 3, 9]], { demands: [2, 1], minimums: [0, 1, 0] });
 * // => { columnsOfRow: [[1, 2], [0]], pairs: 3, shortfall: 0, totalCost: 5, … }
 */
export function solveLoads(cost: Costs, options: LoadOptions = {}): OptimalLoads {
  return runSteps(loadSteps(cost, options));
}

/** `solveLoads` in steps. */
export function* loadSteps(cost: Costs, options: LoadOptions): Steps<AssignmentProgress, OptimalLoads> {
  const problem = readLoadProblem('solveLoads', cost, options);
  const { costs, minimums, first } = problem;
  const state = new LoadState(problem);
  const search = new LoadSearch(state);
  yield* loadAll(state, search);
  const { columnsOf, alphaA, alphaB, betaA, betaB } = state;

  const held = new Int32Array(costs.columns);
  let assignedRows = 0;
  let pairs = 0;
  let met = 0;
  let totalCost = 0;
  columnsOf.forEach((columns, row) => {
    if (columns.length > 0) assignedRows += 1;
    for (const column of columns) {
      held[column]! += 1;
      pairs += 1;
      met += minimumOfPlace(problem, column, held[column]!);
      totalCost += costs.entry(row, column) + costOfPlace(problem, held[column]!);
    }
  });
  const priceOf = (a: number, b: number): LoadPrice => {
    const [count, value] = first === 'cost' ? [b, a] : [a, b];
    return { ...unpackCounts(count), cost: 0 - value };
  };
  return {
    columnsOfRow: columnsOf.map((columns) => [...columns].sort((one, other) => one - other)),
    assignedRows,
    pairs,
    shortfall: minimums.reduce((sum, minimum) => sum + minimum, 0) - met,
    totalCost,
    rowPrices: columnsOf.map((_, row) => priceOf(alphaA[row]!, alphaB[row]!)),
    columnPrices: Array.from(held, (_, column) => priceOf(betaA[column]!, betaB[column]!)),
    changeWithRow: (row) => {
      const lost = columnsOf[row]!.length === 0 ? search.priceOfUnit(row) : null;
      return lost === null ? null : priceOf(0 - lost[0], 0 - lost[1]);
    },
  };
}

/** First columns for all rows, then second ones, and so on; each unit at its best, given those before. */
function* loadAll(state: LoadState, search: LoadSearch): Steps<AssignmentProgress, void> {
  const { demands, costs } = state.problem;
  const isIdle = new Uint8Array(costs.rows);
  const largest = demands.reduce((most, demand) => Math.max(most, demand), 0);
  for (let unit = 0; unit < largest; unit++) {
    for (let row = 0; row < costs.rows; row++) {
      const own = demands[row]! - state.fixedOfRow[row]!;
      if (unit >= own || isIdle[row] === 1) continue;
      if (unit === 0) state.raiseToPairs(row);
      // A further unit of a row with an idle one would idle too.
      if (!search.augment(row)) isIdle[row] = 1;
      if (row % 64 === 63) yield { stage: 'assigning', done: row, of: costs.rows };
    }
  }
  state.priceTheRest();
}
