import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { BestColumns } from './best-columns.js';
import type { CostView } from './cost-view.js';
import { Holders } from './holders.js';
import type { Trace } from './trace.js';

/**
 * The one problem that the kernels know: place every unit of every row that takes part, each in a column with
 * a free place, at the least cost; with an `unassignedCost` below Infinity a unit may pay that instead.
 */
export interface PlacementProblem {
  readonly costs: CostView;
  /** How many units each row has; 0 = does not take part. */
  readonly demands: Int32Array;
  /** How many units each column holds. */
  readonly capacities: Int32Array;
  /**
   * v to start from, changed in place; −Infinity closes a column. Where a column may end with a free place
   * it must start at 0, or, in a warm start, at 0 or below: `settlePlaces` follows.
   */
  readonly columnDuals: Float64Array;
  readonly unassignedCost: number;
  /** Is told where the search stands. */
  readonly trace?: Trace | undefined;
}

/**
 * A placement as it grows: what all kernels read and write. v only falls while they run; who raises it lowers the bounds
 * of `best`.
 */
export class Placement {
  readonly problem: PlacementProblem;
  /** The row of every unit. */
  readonly unitRow: Int32Array;
  readonly holders: Holders;
  /** What every unit costs where it is. */
  readonly heldCost: Float64Array;
  readonly best: BestColumns;
  /** The units that have to find a place, `free[0 … freeCount − 1]`. */
  readonly free: Int32Array;
  freeCount = 0;
  /** Empty, or rows that cannot all be placed: their units outnumber the places of all columns open to them. */
  blockedRows: number[] = [];

  constructor(problem: PlacementProblem, kept: number) {
    const { costs, demands, columnDuals } = problem;
    this.problem = problem;
    this.unitRow = unitsOf(demands);
    this.holders = new Holders(this.unitRow.length, costs.columns);
    this.heldCost = new Float64Array(this.unitRow.length);
    this.best = new BestColumns(costs, columnDuals, kept, demands);
    this.free = new Int32Array(this.unitRow.length);
    if (problem.trace !== undefined) problem.trace.placement = this;
  }

  place(unit: number, column: number, cost: number): void {
    this.holders.place(unit, column);
    this.heldCost[unit] = cost;
  }

  hasRoom(column: number): boolean {
    return this.holders.count[column]! < this.problem.capacities[column]!;
  }

  /**
   * Shifts all duals by one constant, so that the highest is 0, as the proof has them. Only where every place is
   * filled, if only by a unit of a flat row: there it changes nothing.
   */
  raiseToZero(): void {
    let highest = -Infinity;
    for (const v of this.problem.columnDuals) if (v > highest) highest = v;
    if (highest > -Infinity) this.shiftDuals(0 - highest);
  }

  /** The same where duals may be below 0 as they are. */
  lowerToZero(): void {
    for (const v of this.problem.columnDuals)
      if (v > 0) {
        this.raiseToZero();
        return;
      }
  }

  /** Adds a constant to all duals, which changes nothing where every place is filled. */
  shiftDuals(amount: number): void {
    if (amount === 0) return;
    this.problem.columnDuals.forEach((v, j, all) => {
      all[j] = v + amount;
    });
    this.best.shift(amount);
  }

  /** By how much u + v exceeds c at most, over all pairs of the rows that take part; 0 where nothing is rounded. */
  *largestViolation(): Steps<AssignmentProgress, number> {
    const { problem, unitRow, holders, heldCost, best } = this;
    let largest = 0;
    for (let unit = 0; unit < unitRow.length; unit++) {
      if (unit % 64 === 0) yield { stage: 'assigning', done: unitRow.length, of: unitRow.length };
      const j = holders.columnOf[unit]!;
      const u = j < 0 ? problem.unassignedCost : heldCost[unit]! - problem.columnDuals[j]!;
      largest = Math.max(largest, u - best.leastOf(unitRow[unit]!));
    }
    return largest;
  }
}

function unitsOf(demands: Int32Array): Int32Array {
  const unitRow = new Int32Array(demands.reduce((sum, demand) => sum + demand, 0));
  let unit = 0;
  demands.forEach((demand, row) => {
    unitRow.fill(row, unit, unit + demand);
    unit += demand;
  });
  return unitRow;
}
