import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { isLazy, type LazyView, type RealArray } from './cost-view.js';
import { DistanceHeap } from './distance-heap.js';
import type { Placement } from './placement.js';

/** After how many units, or columns looked at, the work can be paused. */
const pause = 16;
const columnsPerStep = 65536;

/**
 * Places the free units one after another, each along a shortest augmenting path (Dijkstra on the reduced
 * costs c − u − v), and keeps the duals that prove it.
 *
 * A search follows chains of moves: a unit takes a column, a unit that holds it takes another, and so on,
 * until a column has room or a unit is better left out. Only the kept columns of a row are looked at. What
 * else a row may offer costs at least its bound, so the row itself waits in the heap at that distance and is
 * read in full only when it comes up, which is rare.
 *
 * Jonker & Volgenant (1987), doi:10.1007/BF02278710, and Crouse (2016), doi:10.1109/TAES.2016.140952; unlike
 * there, a column holds a list of units, a path may end at a unit that leaves, and rows are read lazily.
 */
export function* shortestPaths(placement: Placement): Steps<AssignmentProgress, void> {
  const { free, freeCount, unitRow } = placement;
  if (freeCount === 0) return;
  const search = new PathSearch(placement);
  const placed = unitRow.length - freeCount;
  for (let at = 0; at < freeCount; at++) {
    if (at % pause === 0) {
      search.looked = 0;
      yield { stage: 'assigning', done: placed + at, of: unitRow.length };
    }
    search.start(free[at]!);
    while (!search.goOn(columnsPerStep)) {
      search.looked = 0;
      yield { stage: 'assigning', done: placed + at, of: unitRow.length };
    }
    if (!search.finish(free[at]!)) {
      placement.blockedRows = search.rowsSeen();
      return;
    }
  }
}

/**
 * i = row, j = column, v = columnDuals. The distance of a column is the cost of freeing it for the unit;
 * h = the reduced cost at which a row sits minus its distance, so that through row i column j is at distance
 * c − v − h.
 */
class PathSearch {
  /** How many columns were looked at; set back by who asks. */
  looked = 0;
  readonly #placement: Placement;
  /** Entries: columns, then rows that wait to be read. */
  readonly #heap: DistanceHeap;
  /** `stamp` = in the heap, `stamp` + 1 = passed, less = not reached by this search. */
  readonly #state: Int32Array;
  readonly #mover: Int32Array;
  readonly #passed: Int32Array;
  readonly #rowSeen: Int32Array;
  readonly #rowMover: Int32Array;
  readonly #h: Float64Array;
  #stamp = 0;
  /** How many columns the search has passed. */
  #passedCount = 0;
  /** The distance of the nearest end so far: the column `#end`, or the leaver. */
  #limit = Infinity;
  #end = -1;
  #leaver = -1;

  constructor(placement: Placement) {
    const { rows, columns } = placement.problem.costs;
    this.#placement = placement;
    this.#heap = new DistanceHeap(rows + columns);
    this.#state = new Int32Array(columns);
    this.#mover = new Int32Array(columns);
    this.#passed = new Int32Array(columns);
    this.#rowSeen = new Int32Array(rows);
    this.#rowMover = new Int32Array(rows);
    this.#h = new Float64Array(rows);
  }

  /** Begins to look for a place for one unit. */
  start(unit: number): void {
    this.#stamp += 2;
    this.#limit = this.#placement.problem.unassignedCost;
    this.#end = -1;
    this.#leaver = unit;
    this.#passedCount = 0;
    this.#heap.clear();
    // Distances of this unit are c − v, below 0 where costs are.
    this.#enterRow(unit, 0, -Infinity);
  }

  /** Looks on; false where it has looked at more than `most` columns and is not done. */
  goOn(most: number): boolean {
    const { problem, unitRow, holders, heldCost } = this.#placement;
    const { unassignedCost, columnDuals: v } = problem;
    const { columns } = problem.costs;
    const heap = this.#heap;
    const { key } = heap;
    let passed = this.#passedCount;
    while (heap.size > 0 && heap.least() < this.#limit) {
      if (this.looked > most) {
        this.#passedCount = passed;
        return false;
      }
      const entry = heap.pop();
      if (entry >= columns) {
        this.#readRow(entry - columns);
        continue;
      }
      const distance = key[entry]!;
      this.#state[entry] = this.#stamp + 1;
      this.#passed[passed++] = entry;
      for (let holder = holders.first[entry]!; holder >= 0; holder = holders.next[holder]!) {
        if (this.#rowSeen[unitRow[holder]!] === this.#stamp) continue;
        const h = heldCost[holder]! - v[entry]! - distance;
        if (unassignedCost - h < this.#limit) {
          this.#limit = unassignedCost - h;
          this.#end = -1;
          this.#leaver = holder;
        }
        this.#enterRow(holder, h, distance);
      }
    }
    this.#passedCount = passed;
    return true;
  }

  /** Places the unit where the search has ended; false where no chain of moves gives it a place. */
  finish(unit: number): boolean {
    const { key } = this.#heap;
    const v = this.#placement.problem.columnDuals;
    if (this.#limit === Infinity) return false;
    for (let at = 0; at < this.#passedCount; at++) {
      const j = this.#passed[at]!;
      v[j]! += key[j]! - this.#limit;
    }
    this.#move(unit);
    return true;
  }

  /** The rows of the last search. */
  rowsSeen(): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.#rowSeen.length; row++)
      if (this.#rowSeen[row] === this.#stamp) rows.push(row);
    return rows;
  }

  /** Offers the kept columns of a unit's row, and lets the row wait for the rest. */
  #enterRow(unit: number, h: number, distance: number): void {
    const { unitRow, problem, best } = this.#placement;
    const { columns, costs, starts, ends, bounds } = best;
    const v = problem.columnDuals;
    const row = unitRow[unit]!;
    this.#rowSeen[row] = this.#stamp;
    this.looked += ends[row]! - starts[row]!;
    for (let t = starts[row]!, end = ends[row]!; t < end; t++) {
      const j = columns[t]!;
      const through = costs[t]! - v[j]! - h;
      if (through < this.#limit) this.#reach(j, unit, through);
    }
    const rest = bounds[row]! - h;
    if (rest < this.#limit) {
      this.#h[row] = h;
      this.#rowMover[row] = unit;
      this.#heap.push(problem.costs.columns + row, rest > distance ? rest : distance);
    }
  }

  /** Reads a row that has waited, and offers all its columns. */
  #readRow(row: number): void {
    const { problem, best } = this.#placement;
    if (isLazy(problem.costs)) {
      this.#readLazily(problem.costs, row);
      return;
    }
    best.refresh(row);
    const { rowValues, columns } = problem.costs;
    this.#offerAll(row, rowValues, best.offset, columns);
  }

  /** Keeps more of the row and lets it wait again; where ties let the bound not rise, all has to be read. */
  #readLazily(costs: LazyView, row: number): void {
    const { best } = this.#placement;
    this.looked += costs.columns;
    const before = best.bounds[row]!;
    best.refresh(row);
    const h = this.#h[row]!;
    if (best.bounds[row]! > before) this.#enterRow(this.#rowMover[row]!, h, before - h);
    else this.#offerAll(row, costs.rowValues, costs.prepare(row), costs.columns);
  }

  #offerAll(row: number, rowValues: RealArray, offset: number, columns: number): void {
    const v = this.#placement.problem.columnDuals;
    const h = this.#h[row]!;
    const unit = this.#rowMover[row]!;
    this.looked += columns;
    for (let j = 0; j < columns; j++) {
      const through = rowValues[offset + j]! - v[j]! - h;
      if (through < this.#limit) this.#reach(j, unit, through);
    }
  }

  #reach(j: number, unit: number, distance: number): void {
    const { holders, problem } = this.#placement;
    const heap = this.#heap;
    const state = this.#state[j]!;
    if (state > this.#stamp || (state === this.#stamp && distance >= heap.key[j]!)) return;
    this.#mover[j] = unit;
    if (holders.count[j]! < problem.capacities[j]!) {
      this.#state[j] = this.#stamp;
      heap.key[j] = distance;
      this.#limit = distance;
      this.#end = j;
    } else if (state === this.#stamp) heap.lower(j, distance);
    else {
      this.#state[j] = this.#stamp;
      heap.push(j, distance);
    }
  }

  /** Shifts everyone along the path back to `unit`: into the column with room, or into the leaver's place. */
  #move(unit: number): void {
    const placement = this.#placement;
    const { holders, unitRow, problem } = placement;
    let free = this.#end;
    if (free < 0) {
      if (this.#leaver === unit) return;
      free = holders.release(this.#leaver);
    }
    for (;;) {
      const mover = this.#mover[free]!;
      const vacated = mover === unit ? -1 : holders.release(mover);
      placement.place(mover, free, problem.costs.entry(unitRow[mover]!, free));
      if (mover === unit) return;
      free = vacated;
    }
  }
}
