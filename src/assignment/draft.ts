import { InputError, type Steps } from '../core/index.js';
import type { AssignmentProgress, AssignmentResult, OptimalAssignment } from './assignment.js';
import type { BestColumns } from './best-columns.js';
import { keepColumns } from './kept-columns.js';
import type { Cover } from './largest-matching.js';
import { isPause } from './pauses.js';
import type { Placement } from './placement.js';
import type { AssignmentProblem } from './problem.js';

/** The result as it comes together from its parts. */
export class Draft {
  readonly rowToColumn: Int32Array;
  readonly rowDuals: Float64Array;
  readonly columnDuals: Float64Array;
  readonly rowCover: Uint8Array;
  readonly columnCover: Uint8Array;
  #largestViolation = 0;
  #best: BestColumns | undefined;
  readonly #problem: AssignmentProblem;

  constructor(problem: AssignmentProblem) {
    const { rows, columns } = problem.costs;
    this.#problem = problem;
    this.rowToColumn = new Int32Array(rows).fill(-1);
    this.rowDuals = new Float64Array(rows);
    this.rowCover = new Uint8Array(rows);
    this.columnCover = new Uint8Array(columns);
    this.columnDuals = new Float64Array(columns);
  }

  setCover({ rowCover, columnCover }: Cover): void {
    this.rowCover.set(rowCover);
    this.columnCover.set(columnCover);
    // A column without places costs the cover nothing and frees its pairs of all conditions on most rows.
    this.#problem.capacities.forEach((capacity, j) => {
      if (capacity === 0) this.columnCover[j] = 1;
    });
  }

  /** From the rows' side: unit = row, as each row has at most one unit. */
  *takeRows(placement: Placement, columnDuals: Float64Array): Steps<AssignmentProgress, void> {
    const { holders, unitRow } = placement;
    const { costs } = this.#problem;
    this.#largestViolation = yield* placement.largestViolation();
    this.#best = placement.best;
    columnDuals.forEach((v, j) => {
      if (v !== -Infinity) this.columnDuals[j] = v;
    });
    unitRow.forEach((row, unit) => {
      const column = holders.columnOf[unit]!;
      this.rowToColumn[row] = column;
      if (column >= 0) this.rowDuals[row] = costs.entry(row, column) - columnDuals[column]!;
    });
  }

  /**
   * From a square problem on demand (`SquareView`): its last row and last column are none of ours, and whoever
   * holds the last column stays out. Duals are shifted so that the last column, where it is open, is free.
   */
  *takeSquare(placement: Placement): Steps<AssignmentProgress, void> {
    const { holders, unitRow, problem } = placement;
    const { costs } = this.#problem;
    const { columns, rows } = costs;
    const v = problem.columnDuals;
    this.#largestViolation = Math.max(this.#largestViolation, yield* placement.largestViolation());
    for (let j = 0; j < columns; j++) if (v[j] !== -Infinity) this.columnDuals[j] = v[j]!;
    for (let unit = 0; unit < unitRow.length; unit++) {
      const row = unitRow[unit]!;
      if (row === rows) continue;
      const column = holders.columnOf[unit]!;
      this.rowToColumn[row] = column === columns ? -1 : column;
      if (column < columns) this.rowDuals[row] = placement.heldCost[unit]! - v[column]!;
    }
  }

  /** From the columns' side: the rows of that problem are our columns. */
  *takeColumns(placement: Placement, rowDuals: Float64Array): Steps<AssignmentProgress, void> {
    const { holders, unitRow } = placement;
    const { costs } = this.#problem;
    this.#largestViolation = Math.max(this.#largestViolation, yield* placement.largestViolation());
    rowDuals.forEach((u, row) => {
      if (u !== -Infinity) this.rowDuals[row] = u;
    });
    unitRow.forEach((column, unit) => {
      const row = holders.columnOf[unit]!;
      this.rowToColumn[row] = column;
      this.columnDuals[column] = costs.entry(row, column) - rowDuals[row]!;
    });
  }

  priceRows(price: number): void {
    this.rowToColumn.forEach((column, row) => {
      if (column < 0) this.rowDuals[row] = price;
    });
  }

  *finish(): Steps<AssignmentProgress, AssignmentResult> {
    const { costs, unassigned } = this.#problem;
    const price = typeof unassigned === 'number' ? unassigned : 0;
    yield* this.#setDualsOfClosedColumns();
    const v = this.columnDuals;
    const free = Int32Array.from(this.#problem.capacities);
    let totalCost = 0;
    let assignedRows = 0;
    // The gap pair by pair: sums of duals are far larger than their difference, and would round.
    let gap = 0;
    for (let row = 0; row < costs.rows; row++) {
      // A single entry may take a microsecond.
      if (row % 1024 === 1023) yield { stage: 'assigning', done: costs.rows, of: costs.rows };
      const column = this.rowToColumn[row]!;
      const cost = column < 0 ? price : costs.entry(row, column);
      totalCost += cost;
      gap += cost - this.rowDuals[row]! - (column < 0 ? 0 : v[column]!);
      if (column < 0) continue;
      free[column]! -= 1;
      assignedRows += 1;
    }
    free.forEach((places, j) => {
      gap -= places * v[j]!;
    });
    if (!Number.isFinite(totalCost) || !Number.isFinite(gap) || !Number.isFinite(this.#largestViolation)) {
      throw new InputError('solveAssignment', [
        { path: 'cost', value: totalCost, rule: 'costs whose sums stay finite (up to about 1e300 in size)' },
      ]);
    }
    const result: OptimalAssignment = {
      status: 'optimal',
      rowToColumn: this.rowToColumn,
      assignedRows,
      totalCost,
      rowDuals: this.rowDuals,
      columnDuals: this.columnDuals,
      rowCover: this.rowCover,
      columnCover: this.columnCover,
      gap: Math.abs(gap),
      largestViolation: this.#largestViolation,
    };
    // Who starts from another assignment will ask which pairs are as good as those of before.
    if (this.#problem.initialRowToColumn !== undefined) keepColumns(result, this.#best);
    return result;
  }

  /**
   * Columns without places took no part; the highest dual that all rows allow makes the proof complete. It
   * is at most 0 unless the cover makes it free.
   */
  *#setDualsOfClosedColumns(): Steps<AssignmentProgress, void> {
    const { costs, capacities, unassigned } = this.#problem;
    const closed: number[] = [];
    capacities.forEach((capacity, j) => {
      if (capacity === 0) closed.push(j);
    });
    if (closed.length === 0) return;
    const isFree = (j: number) => typeof unassigned !== 'number' && this.columnCover[j] === 1;
    for (const j of closed) this.columnDuals[j] = isFree(j) ? Infinity : 0;
    const isClosed = Uint8Array.from(capacities, (capacity) => (capacity === 0 ? 1 : 0));
    for (let row = 0; row < costs.rows; row++) {
      if (isPause(row, costs.columns)) yield { stage: 'assigning', done: costs.rows, of: costs.rows };
      costs.load(row);
      for (let t = costs.start; t < costs.end; t++) {
        const j = costs.columnAt[t]!;
        if (isClosed[j] === 0 || (isFree(j) && this.rowCover[row] === 1)) continue;
        this.columnDuals[j] = Math.min(this.columnDuals[j]!, costs.costAt[t]! - this.rowDuals[row]!);
      }
    }
    for (const j of closed) if (this.columnDuals[j] === Infinity) this.columnDuals[j] = 0;
  }
}
