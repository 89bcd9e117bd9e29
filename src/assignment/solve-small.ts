import { isList } from '../core/index.js';
import type { AssignmentOptions, OptimalAssignment } from './assignment.js';
import type { Costs } from './problem.js';
import { placeRow, reduceColumns, reduceRows, sortColumns } from './small-kernels.js';
import { readSmall, SmallProblem } from './small-problem.js';

/**
 * Solves small dense problems without places and prices: the whole matrix fits in the processor's cache, so that
 * reading it costs less than remembering what was read. Everything it writes is kept from call to call, but the
 * result.
 *
 * Column reduction and reduction transfer, augmenting row reduction, and shortest augmenting paths over an unsorted
 * list: Jonker & Volgenant (1987), doi:10.1007/BF02278710. Where rows outnumber columns, the transpose is solved.
 * Every pair is read once more at the end, to measure how far the duals are from a proof.
 *
 * @returns `undefined` where something is wrong with the input, not every row (column) can be placed, or the problem
 * is of another kind: the general way then says so
 * O(n³), n = the larger side
 */
export function solveSmall(cost: Costs, options: AssignmentOptions): OptimalAssignment | undefined {
  if (!isPlain(options)) return undefined;
  // Reading a caller's array may call the caller's code, which may come here again: so the spare is taken away.
  const problem = spare ?? new SmallProblem();
  spare = undefined;
  const result = isReadable(problem, cost) && assign(problem) ? prove(problem) : undefined;
  spare = problem;
  return result;
}

/** What cannot be read is left to the general way, which says so. */
function isReadable(problem: SmallProblem, cost: Costs): boolean {
  try {
    return readSmall(problem, cost);
  } catch {
    return false;
  }
}

let spare: SmallProblem | undefined;

/** Whether nothing is asked for but that every row (column) be placed, which is also the most there can be. */
function isPlain(options: AssignmentOptions): boolean {
  if (typeof options !== 'object' || options === null || isList(options)) return false;
  try {
    for (const name in options) if (name !== 'unassigned') return false;
    const { capacities, initialColumnDuals, unassigned } = options;
    if (capacities !== undefined || initialColumnDuals !== undefined) return false;
    return unassigned === undefined || unassigned === 'forbid' || unassigned === 'most';
  } catch {
    return false;
  }
}

/** Places every row; false where that cannot be. */
function assign(problem: SmallProblem): boolean {
  const { rows, columns, free } = problem;
  if (rows === columns) {
    if (!reduceColumns(problem)) return false;
  } else {
    // A column that stays free must keep the dual 0.
    problem.duals.fill(0, 0, columns);
    problem.columnOf.fill(-1, 0, rows);
    problem.rowOf.fill(-1, 0, columns);
    for (let i = 0; i < rows; i++) free[i] = i;
    problem.freeCount = rows;
  }
  reduceRows(problem, 2 * rows + 10);
  sortColumns(problem);
  for (let at = 0; at < problem.freeCount; at++) if (!placeRow(problem, free[at]!)) return false;
  return true;
}

/** The result, with its proof measured; `undefined` where sums are not finite. */
function prove(problem: SmallProblem): OptimalAssignment | undefined {
  const { rows, columns, isTurned, costs, duals: v, columnOf, rowOf } = problem;
  // Where every place is filled, one constant taken from all duals changes nothing; none may stay above 0.
  let highest = 0;
  for (let j = 0; j < columns; j++) if (v[j]! > highest) highest = v[j]!;
  // One buffer for both: at n = 10 a second one would take a sixth of the time.
  const buffer = new ArrayBuffer(8 * (rows + columns));
  const shortDuals = new Float64Array(buffer, 0, rows);
  const longDuals = new Float64Array(buffer, 8 * rows, columns);
  let totalCost = 0;
  // Pair by pair: the sums of duals are far larger than their difference, and would round.
  let gap = 0;
  for (let j = 0; j < columns; j++) {
    v[j]! -= highest;
    longDuals[j] = v[j]!;
  }
  let largestViolation = 0;
  for (let i = 0, offset = 0; i < rows; i++, offset += columns) {
    const held = columnOf[i]!;
    const c = costs[offset + held]!;
    const u = c - v[held]!;
    shortDuals[i] = u;
    totalCost += c;
    gap += c - u - v[held]!;
    let least = u;
    for (let j = 0; j < columns; j++) {
      const q = costs[offset + j]! - v[j]!;
      if (q < least) least = q;
    }
    if (u - least > largestViolation) largestViolation = u - least;
  }
  if (!(Math.abs(totalCost) < Infinity && Math.abs(gap) < Infinity && largestViolation < Infinity))
    return undefined;
  return {
    status: 'optimal',
    rowToColumn: isTurned ? rowOf.slice(0, columns) : columnOf.slice(0, rows),
    assignedRows: rows,
    totalCost,
    rowDuals: isTurned ? longDuals : shortDuals,
    columnDuals: isTurned ? shortDuals : longDuals,
    rowCover: isTurned ? new Uint8Array(columns) : new Uint8Array(rows).fill(1),
    columnCover: isTurned ? new Uint8Array(rows).fill(1) : new Uint8Array(columns),
    gap: Math.abs(gap),
    largestViolation,
  };
}
