import { InputError } from '../core/index.js';
import { boundOf, isExact } from './load-bound.js';
import { costOfPlace, type LoadOptions, type OptimalLoads, readLoadProblem } from './load-problem.js';
import { plainResult } from './plain-result.js';
import type { Costs } from './problem.js';

/** One condition of optimality that does not hold. */
export interface LoadViolation {
  readonly rule:
    | 'shape'
    | 'pairTwice'
    | 'demand'
    | 'capacity'
    | 'forbiddenPair'
    | 'fixedPair'
    /** A price is no whole number, or too large to be added up exactly. */
    | 'price'
    | 'assignedRows'
    | 'pairs'
    | 'shortfall'
    | 'totalCost'
    /** What the prices prove is better than what was reached. */
    | 'bound';
  readonly row: number | null;
  readonly column: number | null;
}

/**
 * Proves a loading, without the solver: an empty list means that it is allowed and that nothing is better.
 * The bound that the prices prove (see `loadBound`) must be what the pairs reach, in all four parts.
 *
 * @throws InputError as `solveLoads`
 * O(rows · columns)
 */
export function findLoadViolations(
  cost: Costs,
  given: OptimalLoads,
  options: LoadOptions = {},
): LoadViolation[] {
  const problem = readLoadProblem('findLoadViolations', cost, options);
  const rule = 'what solveLoads returned';
  const result = plainResult('findLoadViolations', given, rule);
  const { costs, demands, capacities, minimums, fixed } = problem;
  const found: LoadViolation[] = [];
  const add = (broken: LoadViolation['rule'], row: number | null = null, column: number | null = null) =>
    found.push({ rule: broken, row, column });
  const lists: readonly unknown[] = [result?.columnsOfRow, result?.rowPrices, result?.columnPrices];
  if (!lists.every(Array.isArray) || !result.columnsOfRow.every(Array.isArray)) {
    throw new InputError('findLoadViolations', [{ path: 'result', value: given, rule }]);
  }
  const { columnsOfRow, rowPrices, columnPrices } = result;
  if (columnsOfRow.length !== costs.rows || rowPrices.length !== costs.rows) add('shape');
  if (columnPrices.length !== costs.columns) add('shape');
  if (found.length > 0) return found;

  const held = new Int32Array(costs.columns);
  let assignedRows = 0;
  let pairs = 0;
  let totalCost = 0;
  columnsOfRow.forEach((columns, row) => {
    if (columns.length > demands[row]!) add('demand', row);
    if (columns.length > 0) assignedRows += 1;
    for (const [at, column] of columns.entries()) {
      if (held[column] === undefined) {
        add('shape', row, column);
        continue;
      }
      if (columns.indexOf(column) !== at) add('pairTwice', row, column);
      const pairCost = costs.entry(row, column);
      if (pairCost === Infinity) add('forbiddenPair', row, column);
      held[column]! += 1;
      pairs += 1;
      totalCost += pairCost + costOfPlace(problem, held[column]!);
    }
  });
  for (const [row, column] of fixed) if (!columnsOfRow[row]!.includes(column)) add('fixedPair', row, column);
  let shortfall = 0;
  held.forEach((load, column) => {
    if (load > capacities[column]!) add('capacity', null, column);
    shortfall += Math.max(0, minimums[column]! - load);
  });
  const reached = { assignedRows, pairs, shortfall, totalCost };
  const parts = ['assignedRows', 'pairs', 'shortfall', 'totalCost'] as const;
  for (const part of parts) if (reached[part] !== result[part]) add(part);
  rowPrices.forEach((price, row) => {
    if (!isExact(price)) add('price', row);
  });
  columnPrices.forEach((price, column) => {
    if (!isExact(price)) add('price', null, column);
  });
  if (found.length > 0) return found;
  const bound = boundOf(problem, rowPrices, columnPrices);
  if (parts.some((part) => bound[part] !== reached[part])) add('bound');
  return found;
}
