import type { SmallProblem } from './small-problem.js';

/*
 * Jonker & Volgenant (1987), doi:10.1007/BF02278710, on a matrix that fits in the processor's cache, so that reading
 * it costs less than remembering what was read.
 */

/** Section 3.1 of the paper; false where a column is forbidden to all. */
export function reduceColumns(problem: SmallProblem): boolean {
  const { columns: n, costs, duals: v, columnOf, rowOf, free, order } = problem;
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
  problem.freeCount = count;
  return true;
}

/** Section 3.2 of the paper, once through the free rows, and no longer than the limit. */
export function reduceRows(problem: SmallProblem, stepLimit: number): void {
  const { columns, costs, duals: v, columnOf, rowOf, free } = problem;
  const last = problem.freeCount;
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
    if (leastColumn < 0) {
      free[left++] = i;
      continue;
    }
    let j = leastColumn;
    const lowered = second < Infinity ? v[j]! - (second - least) : Infinity;
    const isLower = lowered < v[j]!;
    if (isLower) v[j] = lowered;
    else if (rowOf[j]! >= 0 && second === least) j = secondColumn;
    const holder = rowOf[j]!;
    // Whoever cannot outbid the holder waits for a path.
    if (holder >= 0 && !isLower) {
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
  problem.freeCount = left;
}

/** Puts the columns with room before the others. */
export function sortColumns(problem: SmallProblem): void {
  const { columns, rowOf, order } = problem;
  let first = 0;
  let last = columns;
  for (let j = 0; j < columns; j++) order[rowOf[j]! < 0 ? first++ : --last] = j;
  problem.room = first;
}

/**
 * The shortest augmenting path from a free row, by Dijkstra on c − u − v. `order` holds the columns: those with room
 * first, so that they come first at equal distance, and those that are settled last.
 */
export function placeRow(problem: SmallProblem, free: number): boolean {
  const { columns, costs, duals: v, rowOf, distance, mover, order } = problem;
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
  while (nearest >= problem.room) {
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
  order[nearest] = order[--problem.room]!;
  order[problem.room] = end;
  shift(problem, free, end, open, limit);
  return true;
}

/** Lowers the duals of what was settled, and moves everyone along the path that ends at `end`. */
function shift(problem: SmallProblem, free: number, end: number, open: number, limit: number): void {
  const { columns, duals: v, columnOf, rowOf, distance, mover, order } = problem;
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
