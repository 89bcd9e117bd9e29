import { runSteps, type Steps } from '../core/index.js';
import type { AssignmentOptions, AssignmentProgress, OptimalAssignment } from './assignment.js';
import { checkResult } from './check-result.js';
import { Holders } from './holders.js';
import { isPause } from './pauses.js';
import { type AssignmentProblem, type Costs, readProblem } from './problem.js';
import { byColumns } from './transpose.js';

/** What changes when one row is assigned by force and all others are assigned anew at best. */
export interface RowPrice {
  readonly row: number;
  /** The changes of the result's numbers, or `null` where the row cannot be assigned at all. */
  readonly change: { readonly assignedRows: number; readonly totalCost: number } | null;
}

/**
 * The exact price of including each row that was left out: solving again with that row forced in would
 * change `assignedRows` and `totalCost` by this much, in the order of the mode (rows first with `'forbid'`
 * and `'most'`, cost first with a number).
 *
 * D(j) is the least cost of making a place of column j free: 0 where one is free, else over the rows that
 * hold j the least of leaving (the distance of u from its bound) and of moving on to a column j′ at the
 * reduced cost c − u − v plus D(j′). The price of row i is the least c − u − v + D(j). All D come from one
 * shortest-path tree (Dijkstra against the direction of the moves).
 *
 * O(rows · columns + min(rows, columns)²) for all rows together.
 *
 * @param result of `solveAssignment` for the same cost and options
 * @throws InputError as `solveAssignment`
 */
export function priceOfRows(
  cost: Costs,
  result: OptimalAssignment,
  options: AssignmentOptions = {},
): RowPrice[] {
  return runSteps(priceOfRowsSteps(cost, result, options));
}

/** `priceOfRows` as steps. */
export function* priceOfRowsSteps(
  cost: Costs,
  result: OptimalAssignment,
  options: AssignmentOptions,
): Steps<AssignmentProgress, RowPrice[]> {
  const problem = readProblem('priceOfRows', cost, options);
  checkResult('priceOfRows', result, problem.costs, ['rowToColumn', 'rowDuals', 'columnDuals']);
  const { rows, columns } = problem.costs;
  const tree = new WaysOut(problem, result);
  if (Array.from(result.rowToColumn).some((column) => column < 0)) yield* tree.grow();
  const prices: RowPrice[] = [];
  for (let row = 0; row < rows; row++) {
    if (result.rowToColumn[row]! >= 0) continue;
    if (isPause(prices.length, columns)) yield { stage: 'assigning', done: rows, of: rows };
    prices.push({ row, change: tree.changeFor(row) });
  }
  return prices;
}

/** The cheapest way to free a place, column by column; `gain` = how many more rows are assigned by it. */
class WaysOut {
  readonly #problem: AssignmentProblem;
  readonly #result: OptimalAssignment;
  readonly #holders: Holders;
  readonly #cost: Float64Array;
  readonly #gain: Uint8Array;

  constructor(problem: AssignmentProblem, result: OptimalAssignment) {
    const { columns } = problem.costs;
    this.#problem = problem;
    this.#result = result;
    this.#holders = Holders.of(result.rowToColumn, columns);
    this.#cost = new Float64Array(columns).fill(Infinity);
    this.#gain = new Uint8Array(columns);
  }

  changeFor(row: number): { assignedRows: number; totalCost: number } | null {
    const u = this.#result.rowDuals[row]!;
    const v = this.#result.columnDuals;
    const { costs } = this.#problem;
    costs.load(row);
    let totalCost = Infinity;
    let assignedRows = 0;
    for (let t = costs.start; t < costs.end; t++) {
      const j = costs.columnAt[t]!;
      const change = costs.costAt[t]! - u - v[j]! + this.#cost[j]!;
      if (change < totalCost) {
        totalCost = change;
        assignedRows = this.#gain[j]!;
      } else if (change === totalCost && change < Infinity)
        assignedRows = Math.max(assignedRows, this.#gain[j]!);
    }
    return totalCost === Infinity ? null : { assignedRows, totalCost };
  }

  *grow(): Steps<AssignmentProgress, void> {
    const { costs, capacities, unassigned } = this.#problem;
    const { rowCover, rowDuals, rowToColumn, columnDuals } = this.#result;
    const isPriced = typeof unassigned === 'number';
    const bound = isPriced ? unassigned : 0;
    const { count, first, next } = this.#holders;
    const open: number[] = [];
    const mayMove = (row: number) => isPriced || rowCover[row] === 0;
    for (let j = 0; j < costs.columns; j++) {
      // Where rows count first, no chain from a row left out meets a free place or a covered row.
      if (count[j]! < capacities[j]!) {
        if (!isPriced) continue;
        this.#cost[j] = 0;
        this.#gain[j] = 1;
      } else
        for (let holder = first[j]!; holder >= 0; holder = next[holder]!)
          if (mayMove(holder)) this.#cost[j] = Math.min(this.#cost[j]!, bound - rowDuals[holder]!);
      if (this.#cost[j]! < Infinity) open.push(j);
    }
    const turned = byColumns(costs);
    for (let looked = 0; open.length > 0; looked++) {
      if (isPause(looked, costs.rows)) yield { stage: 'assigning', done: costs.rows, of: costs.rows };
      const j = this.#takeNearest(open);
      const here = this.#cost[j]!;
      const gain = this.#gain[j]!;
      turned.load(j);
      for (let t = turned.start; t < turned.end; t++) {
        const row = turned.columnAt[t]!;
        const held = rowToColumn[row]!;
        if (held < 0 || held === j || !mayMove(row)) continue;
        const through = turned.costAt[t]! - rowDuals[row]! - columnDuals[j]! + here;
        if (through < this.#cost[held]! || (through === this.#cost[held]! && gain > this.#gain[held]!)) {
          this.#cost[held] = through;
          this.#gain[held] = gain;
        }
      }
    }
  }

  #takeNearest(open: number[]): number {
    let best = 0;
    for (let at = 1; at < open.length; at++) {
      const lead = this.#cost[open[at]!]! - this.#cost[open[best]!]!;
      if (lead < 0 || (lead === 0 && this.#gain[open[at]!]! > this.#gain[open[best]!]!)) best = at;
    }
    const nearest = open[best]!;
    open[best] = open[open.length - 1]!;
    open.pop();
    return nearest;
  }
}
