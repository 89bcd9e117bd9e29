import type { CostMatrix } from './cost-matrix.js';
import type { CostSource } from './cost-source.js';
import { holdsCosts } from './cost-view.js';
import { type Costs, isArray } from './problem.js';

/** Up to this many rows and columns. Beyond it the cache of the best columns pays for its making. */
export const smallLimit = 128;

/**
 * A small problem and everything that is needed to solve it, kept from call to call. i = row, j = column: those of
 * the caller, or turned so that columns are not fewer than rows.
 */
export class SmallProblem {
  rows = 0;
  columns = 0;
  isTurned = false;
  /** Row-major. */
  costs = new Float64Array(0);
  /** v: one per column. u is never kept: it is c − v of the pair that a row holds. */
  readonly duals = new Float64Array(smallLimit);
  readonly columnOf = new Int32Array(smallLimit);
  readonly rowOf = new Int32Array(smallLimit);
  readonly free = new Int32Array(smallLimit);
  freeCount = 0;
  /** For the search: distances of the columns, the rows they are reached from, and the columns by whether settled. */
  readonly distance = new Float64Array(smallLimit);
  readonly mover = new Int32Array(smallLimit);
  readonly order = new Int32Array(smallLimit);
  /** How many columns have room. */
  room = 0;

  setShape(rows: number, columns: number): boolean {
    if (!Number.isInteger(rows) || !Number.isInteger(columns)) return false;
    if (rows < 1 || rows > smallLimit || columns < 1 || columns > smallLimit) return false;
    this.isTurned = rows > columns;
    this.rows = this.isTurned ? columns : rows;
    this.columns = this.isTurned ? rows : columns;
    const size = rows * columns;
    if (this.costs.length < size) this.costs = new Float64Array(size);
    return true;
  }
}

/** Copies the costs; false where they are not for this solver. */
export function readSmall(problem: SmallProblem, cost: Costs): boolean {
  if (typeof cost !== 'object') return false;
  let isRead = false;
  if (isArray(cost)) isRead = readRows(problem, cost);
  else if ('rowStarts' in cost) return false;
  else if ('values' in cost) isRead = readValues(problem, cost);
  else if ('writeRow' in cost) isRead = readSource(problem, cost);
  if (!isRead) return false;
  if (problem.isTurned) turn(problem);
  return holdsCosts(problem.costs, 0, problem.rows * problem.columns);
}

function readRows(problem: SmallProblem, table: readonly (readonly number[])[]): boolean {
  const rows = table.length;
  const columns = table[0]?.length;
  if (columns === undefined || !problem.setShape(rows, columns)) return false;
  const { costs } = problem;
  let to = 0;
  for (let i = 0; i < rows; i++) {
    const row = table[i];
    if (row?.length !== columns) return false;
    for (let j = 0; j < columns; j++) {
      const value = row[j];
      if (typeof value !== 'number') return false;
      costs[to++] = value;
    }
  }
  return true;
}

function readValues(problem: SmallProblem, { rows, columns, values }: CostMatrix): boolean {
  if (typeof values !== 'object' || values === null || values.length !== rows * columns) return false;
  if (!problem.setShape(rows, columns)) return false;
  const { costs } = problem;
  if (values instanceof Float32Array || values instanceof Float64Array || values instanceof Int32Array) {
    costs.set(values);
    return true;
  }
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (typeof value !== 'number') return false;
    costs[at] = value;
  }
  return true;
}

function readSource(problem: SmallProblem, source: CostSource): boolean {
  const { rows, columns } = source;
  if (typeof source.writeRow !== 'function' || typeof source.entry !== 'function') return false;
  if (!problem.setShape(rows, columns)) return false;
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    source.writeRow(i, row);
    problem.costs.set(row, i * columns);
  }
  return true;
}

function turn(problem: SmallProblem): void {
  const { rows, columns, costs } = problem;
  const turned = new Float64Array(rows * columns);
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[at++] = costs[j * rows + i]!;
  problem.costs = turned;
}
