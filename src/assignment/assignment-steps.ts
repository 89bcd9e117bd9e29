import { InputError, type Steps } from '../core/index.js';
import type {
  AssignmentOptions,
  AssignmentProgress,
  AssignmentResult,
  InfeasibleAssignment,
} from './assignment.js';
import type { CostView } from './cost-view.js';
import { Holders } from './holders.js';
import { type Cover, largestMatching } from './largest-matching.js';
import { AllowedPairs, TightPairs } from './pattern.js';
import { placeUnits } from './place-units.js';
import type { Placement } from './placement.js';
import { type AssignmentProblem, type Costs, readProblem } from './problem.js';
import { transpose } from './transpose.js';
import { preferredColumns, preferredRows, startingDuals } from './warm-start.js';

/**
 * `solveAssignment` as steps: a generator that yields progress at coarse points and returns the result, so
 * that a caller can drive it in slices.
 *
 * How the three modes become the one problem of `placeUnits`:
 * - a number: as it is, each row may pay it.
 * - `'most'`: a largest matching gives a minimum cover. Complementary slackness splits the problem in two:
 *   covered rows × uncovered columns, where every row must be placed; uncovered rows × covered columns, where
 *   every place must be filled (solved from the columns' side). No assignment of most rows uses another pair.
 * - `'forbid'`: the same with the cover known: all rows, or all columns where rows outnumber places.
 *
 * @throws InputError as `solveAssignment`
 */
export function* assignmentSteps(
  cost: Costs,
  options: AssignmentOptions = {},
): Steps<AssignmentProgress, AssignmentResult> {
  const problem = readProblem('solveAssignment', cost, options);
  if (typeof problem.unassigned === 'number') return yield* solvePriced(problem, problem.unassigned);
  const draft = new Draft(problem);
  if (problem.unassigned === 'most') {
    const cover = yield* largestMatching(
      new AllowedPairs(problem.costs),
      problem.capacities,
      new Holders(problem.costs.rows, problem.costs.columns),
    );
    draft.setCover(cover);
  } else if (problem.costs.rows <= problem.places) draft.rowCover.fill(1);
  else draft.columnCover.fill(1);
  const infeasible = (yield* placeRows(problem, draft)) ?? (yield* fillPlaces(problem, draft));
  return infeasible ?? draft.finish();
}

/** Covered rows × uncovered columns: every row is placed. */
function* placeRows(
  problem: AssignmentProblem,
  draft: Draft,
): Steps<AssignmentProgress, InfeasibleAssignment | undefined> {
  const { costs, capacities } = problem;
  const demands = Int32Array.from(draft.rowCover);
  const isEmpty = !demands.includes(1);
  if (isEmpty) return undefined;
  let open = 0;
  for (let j = 0; j < costs.columns; j++) if (draft.columnCover[j] === 0) open += capacities[j]!;
  const isFilled = demands.reduce((sum, demand) => sum + demand, 0) === open;
  const start = problem.initialColumnDuals;
  const columnDuals = startingDuals(costs.columns, start, isFilled);
  for (let j = 0; j < costs.columns; j++)
    if (draft.columnCover[j] === 1 || capacities[j] === 0) columnDuals[j] = -Infinity;
  const task = { costs, demands, capacities, columnDuals, unassignedCost: Infinity };
  const placement = yield* placeUnits(task, start && { preferred: preferredColumns(problem, demands) });
  const { blockedRows: rows } = placement;
  if (rows.length > 0) return { status: 'infeasible', side: 'rows', rows, columns: neighbours(costs, rows) };
  if (isFilled) placement.lowerToZero();
  draft.takeRows(placement, columnDuals);
  return undefined;
}

/** Uncovered rows × covered columns, from the columns' side: every place is filled. */
function* fillPlaces(
  problem: AssignmentProblem,
  draft: Draft,
): Steps<AssignmentProgress, InfeasibleAssignment | undefined> {
  const { costs, capacities } = problem;
  const demands = Int32Array.from(draft.columnCover, (covered, j) => covered * capacities[j]!);
  if (!demands.some((demand) => demand > 0)) return undefined;
  const { initialRowDuals: start } = problem;
  const rowDuals = startingDuals(costs.rows, start, false);
  for (let row = 0; row < costs.rows; row++) if (draft.rowCover[row] === 1) rowDuals[row] = -Infinity;
  const turned = transpose(costs);
  const task = {
    costs: turned,
    demands,
    capacities: new Int32Array(costs.rows).fill(1),
    columnDuals: rowDuals,
    unassignedCost: Infinity,
  };
  const placement = yield* placeUnits(task, start && { preferred: preferredRows(problem, demands) });
  const { blockedRows: columns } = placement;
  if (columns.length > 0)
    return { status: 'infeasible', side: 'columns', rows: neighbours(turned, columns), columns };
  draft.takeColumns(placement, rowDuals);
  return undefined;
}

function* solvePriced(
  problem: AssignmentProblem,
  price: number,
): Steps<AssignmentProgress, AssignmentResult> {
  const { costs, capacities } = problem;
  const draft = new Draft(problem);
  const { initialColumnDuals: start } = problem;
  const columnDuals = startingDuals(costs.columns, start, false);
  for (let j = 0; j < costs.columns; j++) if (capacities[j] === 0) columnDuals[j] = -Infinity;
  const demands = new Int32Array(costs.rows).fill(1);
  const task = { costs, demands, capacities, columnDuals, unassignedCost: price };
  const placement = yield* placeUnits(task, start && { preferred: preferredColumns(problem, demands) });
  draft.takeRows(placement, columnDuals);
  draft.priceRows(price);
  // Equally cheap, but with more rows: along tight pairs from rows left out to free places.
  const { holders } = placement;
  const tight = new TightPairs(costs, draft.rowDuals, columnDuals);
  draft.setCover(yield* largestMatching(tight, capacities, holders));
  draft.rowToColumn.set(holders.columnOf);
  return draft.finish();
}

/** The columns that at least one of the rows may have. */
function neighbours(costs: CostView, rows: readonly number[]): number[] {
  const found = new Uint8Array(costs.columns);
  for (const row of rows) {
    costs.load(row);
    for (let t = costs.start; t < costs.end; t++)
      if (costs.costAt[t] !== Infinity) found[costs.columnAt[t]!] = 1;
  }
  const list: number[] = [];
  for (let j = 0; j < found.length; j++) if (found[j] === 1) list.push(j);
  return list;
}

/** The result as it comes together from its parts. */
class Draft {
  readonly rowToColumn: Int32Array;
  readonly rowDuals: Float64Array;
  readonly rowCover: Uint8Array;
  readonly columnCover: Uint8Array;
  readonly #columnDuals: Float64Array;
  #largestViolation = 0;
  readonly #problem: AssignmentProblem;

  constructor(problem: AssignmentProblem) {
    const { rows, columns } = problem.costs;
    this.#problem = problem;
    this.rowToColumn = new Int32Array(rows).fill(-1);
    this.rowDuals = new Float64Array(rows);
    this.rowCover = new Uint8Array(rows);
    this.columnCover = new Uint8Array(columns);
    this.#columnDuals = new Float64Array(columns);
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
  takeRows(placement: Placement, columnDuals: Float64Array): void {
    const { holders, unitRow } = placement;
    const { costs } = this.#problem;
    this.#largestViolation = placement.largestViolation();
    columnDuals.forEach((v, j) => {
      if (v !== -Infinity) this.#columnDuals[j] = v;
    });
    unitRow.forEach((row, unit) => {
      const column = holders.columnOf[unit]!;
      this.rowToColumn[row] = column;
      if (column >= 0) this.rowDuals[row] = costs.entry(row, column) - columnDuals[column]!;
    });
  }

  /** From the columns' side: the rows of that problem are our columns. */
  takeColumns(placement: Placement, rowDuals: Float64Array): void {
    const { holders, unitRow } = placement;
    const { costs } = this.#problem;
    this.#largestViolation = Math.max(this.#largestViolation, placement.largestViolation());
    rowDuals.forEach((u, row) => {
      if (u !== -Infinity) this.rowDuals[row] = u;
    });
    unitRow.forEach((column, unit) => {
      const row = holders.columnOf[unit]!;
      this.rowToColumn[row] = column;
      this.#columnDuals[column] = costs.entry(row, column) - rowDuals[row]!;
    });
  }

  priceRows(price: number): void {
    this.rowToColumn.forEach((column, row) => {
      if (column < 0) this.rowDuals[row] = price;
    });
  }

  finish(): AssignmentResult {
    const { costs, unassigned } = this.#problem;
    const price = typeof unassigned === 'number' ? unassigned : 0;
    let totalCost = 0;
    let assignedRows = 0;
    this.rowToColumn.forEach((column, row) => {
      if (column < 0) totalCost += price;
      else {
        totalCost += costs.entry(row, column);
        assignedRows += 1;
      }
    });
    this.#setDualsOfClosedColumns();
    let dualSum = 0;
    for (const u of this.rowDuals) dualSum += u;
    this.#columnDuals.forEach((v, j) => {
      dualSum += this.#problem.capacities[j]! * v;
    });
    if (
      !Number.isFinite(totalCost) ||
      !Number.isFinite(dualSum) ||
      !Number.isFinite(this.#largestViolation)
    ) {
      throw new InputError('solveAssignment', [
        { path: 'cost', value: totalCost, rule: 'costs whose sums stay finite (up to about 1e300 in size)' },
      ]);
    }
    return {
      status: 'optimal',
      rowToColumn: this.rowToColumn,
      assignedRows,
      totalCost,
      rowDuals: this.rowDuals,
      columnDuals: this.#columnDuals,
      rowCover: this.rowCover,
      columnCover: this.columnCover,
      gap: Math.abs(totalCost - dualSum),
      largestViolation: this.#largestViolation,
    };
  }

  /**
   * Columns without places took no part; the highest dual that all rows allow makes the proof complete. It
   * is at most 0 unless the cover makes it free.
   */
  #setDualsOfClosedColumns(): void {
    const { costs, capacities, unassigned } = this.#problem;
    const closed: number[] = [];
    capacities.forEach((capacity, j) => {
      if (capacity === 0) closed.push(j);
    });
    if (closed.length === 0) return;
    const isFree = (j: number) => typeof unassigned !== 'number' && this.columnCover[j] === 1;
    for (const j of closed) this.#columnDuals[j] = isFree(j) ? Infinity : 0;
    const isClosed = Uint8Array.from(capacities, (capacity) => (capacity === 0 ? 1 : 0));
    for (let row = 0; row < costs.rows; row++) {
      costs.load(row);
      for (let t = costs.start; t < costs.end; t++) {
        const j = costs.columnAt[t]!;
        if (isClosed[j] === 0 || (isFree(j) && this.rowCover[row] === 1)) continue;
        this.#columnDuals[j] = Math.min(this.#columnDuals[j]!, costs.costAt[t]! - this.rowDuals[row]!);
      }
    }
    for (const j of closed) if (this.#columnDuals[j] === Infinity) this.#columnDuals[j] = 0;
  }
}
