import { InputError, runSteps, type Steps } from '../core/index.js';
import type {
  AssignmentOptions,
  AssignmentProgress,
  AssignmentResult,
  InfeasibleAssignment,
  OptimalAssignment,
} from './assignment.js';
import { isPause } from './pauses.js';
import { plainResult } from './plain-result.js';
import { type AssignmentProblem, type Costs, readProblem } from './problem.js';

/** One condition of optimality that does not hold. */
export interface OptimalityViolation {
  readonly rule:
    | 'shape'
    | 'capacity'
    | 'forbiddenPair'
    | 'assignedRows'
    | 'totalCost'
    | 'pairDuals'
    | 'assignedPairDuals'
    | 'pairCover'
    | 'rowDual'
    | 'columnDual'
    | 'coverSum'
    | 'dualSum'
    | 'hallViolator';
  readonly row: number | null;
  readonly column: number | null;
  /** By how much the condition is broken. */
  readonly amount: number;
}

/** The options of the solve, and how far rounding may bend the conditions. */
export interface CheckOptions extends AssignmentOptions {
  /**
   * Relative to the largest number involved. 0 where all costs are whole numbers, else 10⁻⁹, unless given.
   */
  readonly tolerance?: number | undefined;
}

/** The list stops here: one broken dual breaks a whole row. */
const listed = 1000;

/**
 * Proves a result, without the solver: an empty list means that it is optimal.
 *
 * Every row sits in a column it may have and no column holds more than its places. Let a, b be the covers,
 * u, v the duals, p the price of leaving a row out. Then with `'forbid'` and `'most'`
 * - a + b ≥ 1 on every allowed pair; u + v ≤ c where a + b = 1; equality of both on assigned pairs;
 * - a = 0 ⇒ u ≤ 0; b = 0 ⇒ v ≤ 0; rows left out: a = u = 0; columns with a free place: b = v = 0;
 *
 * and with a number
 * - u + v ≤ c on every pair; where equal, a + b ≥ 1; equality of both on assigned pairs;
 * - u ≤ p, v ≤ 0; rows left out: u = p, a = 0; columns with a free place: b = v = 0.
 *
 * Σa + Σ capacity·b = assignedRows and Σu + Σ capacity·v = totalCost (a price has Σ over the rows of u, which
 * counts p for rows left out). These are the duality conditions of a linear programme whose objective is a
 * pair compared in order, so no assignment is better. For an infeasible result, that the rows (columns) it
 * names really outnumber all they may have.
 *
 * @returns at most 1000 violations
 * @throws InputError as `solveAssignment`
 * O(rows · columns)
 */
export function findOptimalityViolations(
  cost: Costs,
  result: AssignmentResult,
  options: CheckOptions = {},
): OptimalityViolation[] {
  return runSteps(optimalityViolationSteps(cost, result, options));
}

/** `findOptimalityViolations` as steps. */
export function* optimalityViolationSteps(
  cost: Costs,
  result: AssignmentResult,
  options: CheckOptions,
): Steps<AssignmentProgress, OptimalityViolation[]> {
  const problem = readProblem('findOptimalityViolations', cost, options);
  const rule = 'what solveAssignment returned';
  const plain = plainResult('findOptimalityViolations', result, rule);
  const status: unknown = (plain as Partial<AssignmentResult> | null)?.status;
  const lists = status === 'optimal' ? optimalLists : [];
  const hasLists = lists.every((name) => isNumberList((plain as OptimalAssignment)[name]));
  if ((status !== 'optimal' && status !== 'infeasible') || !hasLists)
    throw new InputError('findOptimalityViolations', [{ path: 'result', value: result, rule }]);
  return yield* violationsOf(problem, plain, options.tolerance);
}

const optimalLists = ['rowToColumn', 'rowDuals', 'columnDuals', 'rowCover', 'columnCover'] as const;

function isNumberList(list: unknown): boolean {
  return Array.isArray(list) || ArrayBuffer.isView(list);
}

/** The same of a problem that was read. */
export function* violationsOf(
  problem: AssignmentProblem,
  result: AssignmentResult,
  tolerance: number | undefined,
): Steps<AssignmentProgress, OptimalityViolation[]> {
  if (result.status === 'infeasible') return new HallCheck(problem, result).run();
  return yield* new OptimalityCheck(problem, result, tolerance).run();
}

class OptimalityCheck {
  readonly #found: OptimalityViolation[] = [];
  readonly #problem: AssignmentProblem;
  readonly #result: OptimalAssignment;
  /** The price of leaving a row out, Infinity where rows are counted first. */
  readonly #price: number;
  /** Absolute slack of a pair's conditions and of the sums. */
  #slack = 0;
  #sumSlack = 0;
  readonly #tolerance: number | undefined;

  constructor(problem: AssignmentProblem, result: OptimalAssignment, tolerance: number | undefined) {
    this.#problem = problem;
    this.#result = result;
    this.#price = typeof problem.unassigned === 'number' ? problem.unassigned : Infinity;
    this.#tolerance = tolerance;
  }

  *run(): Steps<AssignmentProgress, OptimalityViolation[]> {
    const { costs, capacities } = this.#problem;
    const { rowToColumn, rowDuals, columnDuals, rowCover, columnCover } = this.#result;
    for (const [list, length] of [
      [rowToColumn, costs.rows],
      [rowDuals, costs.rows],
      [rowCover, costs.rows],
      [columnDuals, costs.columns],
      [columnCover, costs.columns],
    ] as const)
      if (list.length !== length) this.#add('shape', null, null, Math.abs(list.length - length));
    if (this.#found.length > 0) return this.#found;
    const { largest, isWhole } = yield* this.#survey();
    this.#slack = (this.#tolerance ?? (isWhole ? 0 : 1e-9)) * largest;
    this.#sumSlack = this.#slack * Math.max(1, costs.rows);

    const held = new Int32Array(costs.columns);
    const isPriced = this.#price !== Infinity;
    let assignedRows = 0;
    let totalCost = 0;
    // Σu + Σ capacity·v − totalCost, pair by pair: the sums themselves may round where all else is exact.
    let dualGap = 0;
    for (let row = 0; row < costs.rows; row++) {
      if (isPause(row, costs.columns)) yield { stage: 'assigning', done: row, of: costs.rows };
      const column = rowToColumn[row]!;
      this.#checkRow(row, column);
      if (column === -1) {
        totalCost += isPriced ? this.#price : 0;
        dualGap += rowDuals[row]! - (isPriced ? this.#price : 0);
      } else if (column >= 0 && column < costs.columns) {
        const cost = costs.entry(row, column);
        held[column]! += 1;
        assignedRows += 1;
        totalCost += cost;
        dualGap += rowDuals[row]! - (cost - columnDuals[column]!);
      } else this.#add('shape', row, column, 1);
    }
    for (let column = 0; column < costs.columns; column++)
      this.#checkColumn(column, held[column]!, capacities[column]!);
    this.#addIf('assignedRows', null, null, Math.abs(assignedRows - this.#result.assignedRows), 0);
    this.#addIf('totalCost', null, null, Math.abs(totalCost - this.#result.totalCost), this.#sumSlack);
    let coverSum = 0;
    for (let row = 0; row < costs.rows; row++) coverSum += rowCover[row]!;
    for (let column = 0; column < costs.columns; column++) {
      coverSum += capacities[column]! * columnCover[column]!;
      dualGap += (capacities[column]! - held[column]!) * columnDuals[column]!;
    }
    this.#addIf('coverSum', null, null, Math.abs(coverSum - assignedRows), 0);
    this.#addIf('dualSum', null, null, Math.abs(dualGap), this.#sumSlack);
    return this.#found;
  }

  #checkRow(row: number, assigned: number): void {
    const { columnDuals, columnCover, rowDuals, rowCover } = this.#result;
    const { costs } = this.#problem;
    costs.load(row);
    const isPriced = this.#price !== Infinity;
    const u = rowDuals[row]!;
    const a = rowCover[row]!;
    if (Number.isNaN(u) || (a !== 0 && a !== 1)) this.#add('rowDual', row, null, Infinity);
    const bound = isPriced ? this.#price : 0;
    if (isPriced || a === 0) this.#addIf('rowDual', row, null, u - bound, this.#slack);
    if (assigned === -1 && (a !== 0 || Math.abs(u - bound) > this.#slack))
      this.#add('rowDual', row, null, Math.max(a, Math.abs(u - bound)));
    for (let t = costs.start; t < costs.end; t++) {
      const cost = costs.costAt[t]!;
      const column = costs.columnAt[t]!;
      if (cost === Infinity) continue;
      const cover = a + columnCover[column]!;
      const excess = u + columnDuals[column]! - cost;
      if (isPriced || cover === 1) this.#addIf('pairDuals', row, column, excess, this.#slack);
      // With a price the cover decides among equally cheap assignments, which rounding blurs.
      if (cover < 1 && (!isPriced || (this.#slack === 0 && excess === 0)))
        this.#add('pairCover', row, column, 1);
    }
    if (assigned < 0 || assigned >= costs.columns) return;
    const cost = costs.entry(row, assigned);
    if (cost === Infinity) this.#add('forbiddenPair', row, assigned, Infinity);
    else {
      const excess = Math.abs(u + columnDuals[assigned]! - cost);
      this.#addIf('assignedPairDuals', row, assigned, excess, this.#slack);
      if (a + columnCover[assigned]! !== 1) this.#add('pairCover', row, assigned, 1);
    }
  }

  #checkColumn(column: number, held: number, capacity: number): void {
    const v = this.#result.columnDuals[column]!;
    const b = this.#result.columnCover[column]!;
    if (held > capacity) this.#add('capacity', null, column, held - capacity);
    if (Number.isNaN(v) || (b !== 0 && b !== 1)) this.#add('columnDual', null, column, Infinity);
    if (this.#price !== Infinity || b === 0) this.#addIf('columnDual', null, column, v, this.#slack);
    if (held < capacity && (b !== 0 || Math.abs(v) > this.#slack))
      this.#add('columnDual', null, column, Math.max(b, Math.abs(v)));
  }

  /** The largest number involved, and whether all are whole. */
  *#survey(): Steps<AssignmentProgress, { largest: number; isWhole: boolean }> {
    const { costs, unassigned } = this.#problem;
    let largest = typeof unassigned === 'number' ? Math.abs(unassigned) : 0;
    let isWhole = typeof unassigned !== 'number' || Number.isInteger(unassigned);
    for (let row = 0; row < costs.rows; row++) {
      if (isPause(row, costs.columns)) yield { stage: 'assigning', done: 0, of: costs.rows };
      costs.load(row);
      for (let t = costs.start; t < costs.end; t++) {
        const cost = costs.costAt[t]!;
        if (cost === Infinity) continue;
        if (Math.abs(cost) > largest) largest = Math.abs(cost);
        if (isWhole && !Number.isInteger(cost)) isWhole = false;
      }
    }
    const { places } = this.#problem;
    const terms = typeof unassigned === 'number' ? costs.rows : Math.min(costs.rows, places);
    const steps = 2 * terms + 1;
    return { largest, isWhole: isWhole && steps * largest <= Number.MAX_SAFE_INTEGER + 1 };
  }

  #addIf(
    rule: OptimalityViolation['rule'],
    row: number | null,
    column: number | null,
    amount: number,
    slack: number,
  ): void {
    if (amount > slack || Number.isNaN(amount)) this.#add(rule, row, column, amount);
  }

  #add(rule: OptimalityViolation['rule'], row: number | null, column: number | null, amount: number): void {
    if (this.#found.length < listed) this.#found.push({ rule, row, column, amount });
  }
}

/** Whether the rows (columns) of an infeasible result outnumber all they may have. */
class HallCheck {
  readonly #problem: AssignmentProblem;
  readonly #result: InfeasibleAssignment;

  constructor(problem: AssignmentProblem, result: InfeasibleAssignment) {
    this.#problem = problem;
    this.#result = result;
  }

  run(): OptimalityViolation[] {
    const { costs, capacities, places } = this.#problem;
    const { side } = this.#result;
    const found: OptimalityViolation[] = [];
    // Who is not there outnumbers nobody.
    const known = (list: readonly number[], length: number) => {
      const isKnown = (index: number) => Number.isInteger(index) && index >= 0 && index < length;
      if (!Array.isArray(list) || !list.every(isKnown))
        found.push({ rule: 'shape', row: null, column: null, amount: 1 });
      return new Set(Array.isArray(list) ? list.filter(isKnown) : []);
    };
    const rows = known(this.#result.rows, costs.rows);
    const columns = known(this.#result.columns, costs.columns);
    for (let row = 0; row < costs.rows; row++) {
      if (side === 'rows' && !rows.has(row)) continue;
      costs.load(row);
      for (let t = costs.start; t < costs.end && found.length < listed; t++) {
        if (costs.costAt[t] === Infinity) continue;
        const column = costs.columnAt[t]!;
        const isOutside = side === 'rows' ? !columns.has(column) : columns.has(column) && !rows.has(row);
        if (isOutside) found.push({ rule: 'hallViolator', row, column, amount: 1 });
      }
    }
    let inside = 0;
    for (const column of columns) inside += capacities[column]!;
    const surplus = side === 'rows' ? rows.size - inside : inside - rows.size;
    // Only the scarcer side has to be filled.
    const isScarce = side === 'rows' ? costs.rows <= places : costs.rows > places;
    if (surplus <= 0 || !isScarce)
      found.push({ rule: 'hallViolator', row: null, column: null, amount: Math.max(1, 1 - surplus) });
    return found;
  }
}
