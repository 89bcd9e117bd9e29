import type { AssignmentOptions, OptimalAssignment } from './assignment.js';
import type { CostMatrix } from './cost-matrix.js';
import type { CostSource } from './cost-source.js';
import { type Costs, isArray } from './problem.js';

/** Up to this many rows and columns. Beyond it the cache of the best columns pays for its making. */
export const smallLimit = 128;

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
  // Reading a caller's array may call the caller's code, which may come here again: so the scratch is taken away.
  const scratch = spare ?? new Scratch();
  spare = undefined;
  const result = read(scratch, cost) && assign(scratch) ? prove(scratch) : undefined;
  spare = scratch;
  return result;
}

/** Whether nothing is asked for but that every row (column) be placed, which is also the most there can be. */
function isPlain(options: AssignmentOptions): boolean {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return false;
  for (const name in options) if (name !== 'unassigned') return false;
  const { capacities, initialColumnDuals, unassigned } = options;
  if (capacities !== undefined || initialColumnDuals !== undefined) return false;
  return unassigned === undefined || unassigned === 'forbid' || unassigned === 'most';
}

/** i = row, j = column: those of the caller, or turned so that columns are not fewer than rows. */
class Scratch {
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

let spare: Scratch | undefined;

/** Copies the costs; false where they are not for this solver. */
function read(scratch: Scratch, cost: Costs): boolean {
  if (typeof cost !== 'object' || cost === null) return false;
  let isRead = false;
  if (isArray(cost)) isRead = readRows(scratch, cost);
  else if ('rowStarts' in cost) return false;
  else if ('values' in cost) isRead = readValues(scratch, cost);
  else if ('writeRow' in cost) isRead = readSource(scratch, cost);
  if (!isRead) return false;
  if (scratch.isTurned) turn(scratch);
  // NaN or −Infinity anywhere makes the sum one of them.
  const { costs } = scratch;
  let sum = 0;
  for (let at = 0, end = scratch.rows * scratch.columns; at < end; at++) sum += costs[at]!;
  return sum > -Infinity;
}

function readRows(scratch: Scratch, table: readonly (readonly number[])[]): boolean {
  const rows = table.length;
  const columns = table[0]?.length;
  if (columns === undefined || !scratch.setShape(rows, columns)) return false;
  const { costs } = scratch;
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

function readValues(scratch: Scratch, { rows, columns, values }: CostMatrix): boolean {
  if (typeof values !== 'object' || values === null || values.length !== rows * columns) return false;
  if (!scratch.setShape(rows, columns)) return false;
  const { costs } = scratch;
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

function readSource(scratch: Scratch, source: CostSource): boolean {
  const { rows, columns } = source;
  if (typeof source.writeRow !== 'function' || !scratch.setShape(rows, columns)) return false;
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    source.writeRow(i, row);
    scratch.costs.set(row, i * columns);
  }
  return true;
}

function turn(scratch: Scratch): void {
  const { rows, columns, costs } = scratch;
  const turned = new Float64Array(rows * columns);
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[at++] = costs[j * rows + i]!;
  scratch.costs = turned;
}

/** Places every row; false where that cannot be. */
function assign(scratch: Scratch): boolean {
  const { rows, columns, free } = scratch;
  if (rows === columns) {
    if (!reduceColumns(scratch)) return false;
  } else {
    // A column that stays free must keep the dual 0.
    scratch.duals.fill(0, 0, columns);
    scratch.columnOf.fill(-1, 0, rows);
    scratch.rowOf.fill(-1, 0, columns);
    for (let i = 0; i < rows; i++) free[i] = i;
    scratch.freeCount = rows;
  }
  reduceRows(scratch, 2 * rows + 10);
  sortColumns(scratch);
  for (let at = 0; at < scratch.freeCount; at++) if (!placeRow(scratch, free[at]!)) return false;
  return true;
}

/** Section 3.1 of the paper; false where a column is forbidden to all. */
function reduceColumns(scratch: Scratch): boolean {
  const { columns: n, costs, duals: v, columnOf, rowOf, free, order } = scratch;
  const isShared = order;
  for (let j = 0; j < n; j++) {
    v[j] = costs[j]!;
    rowOf[j] = 0;
    columnOf[j] = -1;
    isShared[j] = 0;
  }
  for (let i = 1, offset = n; i < n; i++, offset += n) {
    for (let j = 0; j < n; j++) {
      const c = costs[offset + j]!;
      if (c < v[j]!) {
        v[j] = c;
        rowOf[j] = i;
      }
    }
  }
  for (let j = n - 1; j >= 0; j--) {
    const i = rowOf[j]!;
    if (v[j] === Infinity) return false;
    if (columnOf[i]! < 0) columnOf[i] = j;
    else {
      isShared[i] = 1;
      rowOf[j] = -1;
    }
  }
  let count = 0;
  for (let i = 0, offset = 0; i < n; i++, offset += n) {
    const held = columnOf[i]!;
    if (held < 0) free[count++] = i;
    else if (isShared[i] === 0) {
      let least = Infinity;
      for (let j = 0; j < n; j++) {
        const q = costs[offset + j]! - v[j]!;
        if (q < least && j !== held) least = q;
      }
      if (least < Infinity) v[held]! -= least;
    }
  }
  scratch.freeCount = count;
  return true;
}

/** Section 3.2 of the paper, once through the free rows, and no longer than the limit. */
function reduceRows(scratch: Scratch, stepLimit: number): void {
  const { columns, costs, duals: v, columnOf, rowOf, free } = scratch;
  const last = scratch.freeCount;
  let steps = 0;
  let left = 0;
  for (let at = 0; at < last; ) {
    const i = free[at++]!;
    if (steps++ >= stepLimit) {
      free[left++] = i;
      continue;
    }
    let least = Infinity;
    let second = Infinity;
    let leastColumn = -1;
    let secondColumn = -1;
    for (let j = 0, from = i * columns; j < columns; j++, from++) {
      const q = costs[from]! - v[j]!;
      if (q < second) {
        if (q < least) {
          second = least;
          secondColumn = leastColumn;
          least = q;
          leastColumn = j;
        } else {
          second = q;
          secondColumn = j;
        }
      }
    }
    let j = leastColumn;
    const lowered = second < Infinity && j >= 0 ? v[j]! - (second - least) : Infinity;
    const isLower = j >= 0 && lowered < v[j]!;
    if (isLower) v[j] = lowered;
    else if (j >= 0 && rowOf[j]! >= 0 && second === least) j = secondColumn;
    const holder = j < 0 ? -1 : rowOf[j]!;
    // Whoever cannot outbid the holder waits for a path.
    if (j < 0 || (holder >= 0 && !isLower)) {
      free[left++] = i;
      continue;
    }
    if (holder >= 0) {
      columnOf[holder] = -1;
      free[--at] = holder;
    }
    columnOf[i] = j;
    rowOf[j] = i;
  }
  scratch.freeCount = left;
}

/** Puts the columns with room before the others. */
function sortColumns(scratch: Scratch): void {
  const { columns, rowOf, order } = scratch;
  let first = 0;
  let last = columns;
  for (let j = 0; j < columns; j++) order[rowOf[j]! < 0 ? first++ : --last] = j;
  scratch.room = first;
}

/**
 * The shortest augmenting path from a free row, by Dijkstra on c − u − v. `order` holds the columns: those with room
 * first, so that they come first at equal distance, and those that are settled last.
 */
function placeRow(scratch: Scratch, free: number): boolean {
  const { columns, costs, duals: v, rowOf, distance, mover, order } = scratch;
  let limit = Infinity;
  let nearest = -1;
  for (let t = 0, offset = free * columns; t < columns; t++) {
    const j = order[t]!;
    const d = costs[offset + j]! - v[j]!;
    distance[j] = d;
    mover[j] = free;
    if (d < limit) {
      limit = d;
      nearest = t;
    }
  }
  let open = columns;
  while (nearest >= scratch.room) {
    const settled = order[nearest]!;
    order[nearest] = order[--open]!;
    order[open] = settled;
    const i = rowOf[settled]!;
    const offset = i * columns;
    const h = costs[offset + settled]! - v[settled]! - limit;
    limit = Infinity;
    nearest = -1;
    for (let t = 0; t < open; t++) {
      const j = order[t]!;
      const through = costs[offset + j]! - v[j]! - h;
      let d = distance[j]!;
      if (through < d) {
        distance[j] = through;
        mover[j] = i;
        d = through;
      }
      if (d < limit) {
        limit = d;
        nearest = t;
      }
    }
  }
  if (nearest < 0) return false;
  const end = order[nearest]!;
  order[nearest] = order[--scratch.room]!;
  order[scratch.room] = end;
  shift(scratch, free, end, open, limit);
  return true;
}

/** Lowers the duals of what was settled, and moves everyone along the path that ends at `end`. */
function shift(scratch: Scratch, free: number, end: number, open: number, limit: number): void {
  const { columns, duals: v, columnOf, rowOf, distance, mover, order } = scratch;
  for (let t = open; t < columns; t++) {
    const j = order[t]!;
    v[j]! += distance[j]! - limit;
  }
  for (let j = end; ; ) {
    const i = mover[j]!;
    const vacated = columnOf[i]!;
    rowOf[j] = i;
    columnOf[i] = j;
    if (i === free) return;
    j = vacated;
  }
}

/** The result, with its proof measured; `undefined` where sums are not finite. */
function prove(scratch: Scratch): OptimalAssignment | undefined {
  const { rows, columns, isTurned, costs, duals: v, columnOf, rowOf } = scratch;
  // Where every place is filled, one constant taken from all duals changes nothing; none may stay above 0.
  let highest = 0;
  for (let j = 0; j < columns; j++) if (v[j]! > highest) highest = v[j]!;
  const shortDuals = new Float64Array(rows);
  const longDuals = new Float64Array(columns);
  let totalCost = 0;
  let dualSum = 0;
  for (let j = 0; j < columns; j++) {
    v[j]! -= highest;
    longDuals[j] = v[j]!;
    dualSum += v[j]!;
  }
  let largestViolation = 0;
  for (let i = 0, offset = 0; i < rows; i++, offset += columns) {
    const held = columnOf[i]!;
    const c = costs[offset + held]!;
    const u = c - v[held]!;
    shortDuals[i] = u;
    totalCost += c;
    dualSum += u;
    let least = u;
    for (let j = 0; j < columns; j++) {
      const q = costs[offset + j]! - v[j]!;
      if (q < least) least = q;
    }
    if (u - least > largestViolation) largestViolation = u - least;
  }
  const gap = Math.abs(totalCost - dualSum);
  if (!(gap < Infinity && largestViolation < Infinity)) return undefined;
  return {
    status: 'optimal',
    rowToColumn: isTurned ? rowOf.slice(0, columns) : columnOf.slice(0, rows),
    assignedRows: rows,
    totalCost,
    rowDuals: isTurned ? longDuals : shortDuals,
    columnDuals: isTurned ? shortDuals : longDuals,
    rowCover: isTurned ? new Uint8Array(columns) : new Uint8Array(rows).fill(1),
    columnCover: isTurned ? new Uint8Array(rows).fill(1) : new Uint8Array(columns),
    gap,
    largestViolation,
  };
}
