import type { CostView, RealArray } from './cost-view.js';
import { DistanceHeap } from './distance-heap.js';
import type { ColumnLists } from './near-columns.js';
import type { Placement } from './placement.js';

/** A search for all units together stops once it has found ways for this share of them. */
const togetherShare = 0.2;

/**
 * The searches of `shortestPaths`. i = row, j = column, v = columnDuals. The distance of a column is the cost of freeing it for the unit;
 * h = the reduced cost at which a row sits minus its distance, so that through row i column j is at distance
 * c − v − h.
 */
export class PathSearch {
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
  /** `stamp` = all kept columns of the row were offered. */
  readonly #rowListed: Int32Array;
  readonly #h: Float64Array;
  #stamp = 0;
  /** How many columns the search has passed. */
  #passedCount = 0;
  /** The distance of the nearest end so far: the column `#end`, or the leaver. */
  #limit = Infinity;
  #end = -1;
  #leaver = -1;
  /** Whether this search is for all free units at once, and goes on beyond columns with room. */
  #isTogether = false;
  /** By unit: the free unit from which it was reached. */
  readonly #root: Int32Array;

  constructor(placement: Placement) {
    const { rows, columns } = placement.problem.costs;
    this.#placement = placement;
    this.#heap = new DistanceHeap(rows + columns);
    this.#state = new Int32Array(columns);
    this.#mover = new Int32Array(columns);
    this.#passed = new Int32Array(columns);
    this.#rowSeen = new Int32Array(rows);
    this.#rowMover = new Int32Array(rows);
    this.#rowListed = new Int32Array(rows);
    this.#h = new Float64Array(rows);
    this.#root = new Int32Array(placement.unitRow.length);
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

  /**
   * One search from all free units. The ways by which columns with room were reached are all shortest, and so all
   * tight once the duals of what was passed have fallen; those that begin at different units have nothing in common,
   * so that each of these units is placed. Returns how many were.
   */
  placeTogether(): number {
    const placement = this.#placement;
    const { problem, unitRow, holders, heldCost, free, freeCount, best } = placement;
    const { columnDuals: v } = problem;
    const { columns } = problem.costs;
    const heap = this.#heap;
    const { key } = heap;
    this.#stamp += 2;
    this.#limit = Infinity;
    this.#isTogether = true;
    heap.clear();
    for (let at = 0; at < freeCount; at++) {
      const unit = free[at]!;
      best.lookForLeast(unitRow[unit]!);
      this.#root[unit] = unit;
      if (best.least < Infinity) this.#enterRow(unit, best.least, 0);
    }
    const ends: number[] = [];
    const roots = new Set<number>();
    const enough = togetherShare * freeCount;
    // Far from all units there is little to find, and many rows would have to be read.
    const mostReads = best.reads + freeCount;
    let passed = 0;
    let farthest = 0;
    while (heap.size > 0 && roots.size < enough && best.reads < mostReads) {
      const entry = heap.pop();
      if (entry >= columns) {
        this.#readRow(entry - columns);
        continue;
      }
      farthest = key[entry]!;
      this.#state[entry] = this.#stamp + 1;
      this.#passed[passed++] = entry;
      const root = this.#root[this.#mover[entry]!]!;
      const holder = holders.first[entry]!;
      if (holder >= 0) {
        this.#root[holder] = root;
        this.#enterRow(holder, heldCost[holder]! - v[entry]! - farthest, farthest);
      } else if (!roots.has(root)) {
        roots.add(root);
        ends.push(entry);
      }
    }
    this.#isTogether = false;
    for (let at = 0; at < passed; at++) v[this.#passed[at]!]! += key[this.#passed[at]!]! - farthest;
    for (const end of ends) {
      this.#end = end;
      this.#move(this.#root[this.#mover[end]!]!);
    }
    let left = 0;
    for (let at = 0; at < freeCount; at++) if (holders.columnOf[free[at]!]! < 0) free[left++] = free[at]!;
    placement.freeCount = left;
    return ends.length;
  }

  /** The rows of the last search. */
  rowsSeen(): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.#rowSeen.length; row++)
      if (this.#rowSeen[row] === this.#stamp) rows.push(row);
    return rows;
  }

  /** Offers the near columns of a unit's row, or else all kept ones, and lets the row wait for the rest. */
  #enterRow(unit: number, h: number, distance: number): void {
    const { unitRow, best } = this.#placement;
    const row = unitRow[unit]!;
    this.#rowSeen[row] = this.#stamp;
    this.#h[row] = h;
    this.#rowMover[row] = unit;
    if (best.near === undefined) this.#offer(row, best, distance);
    else this.#offer(row, best.near, distance);
  }

  #offer(row: number, list: ColumnLists, distance: number): void {
    const { columns, costs, starts, ends, bounds } = list;
    const { columnDuals: v, costs: view } = this.#placement.problem;
    const unit = this.#rowMover[row]!;
    const h = this.#h[row]!;
    this.looked += ends[row]! - starts[row]!;
    for (let t = starts[row]!, end = ends[row]!; t < end; t++) {
      const j = columns[t]!;
      const through = costs[t]! - v[j]! - h;
      if (through < this.#limit) this.#reach(j, unit, through);
    }
    const rest = bounds[row]! - h;
    if (rest < this.#limit) this.#heap.push(view.columns + row, rest > distance ? rest : distance);
  }

  /** Offers all kept columns of a row that has waited, then reads it and offers all columns. */
  #readRow(row: number): void {
    const { problem, best } = this.#placement;
    if (best.near !== undefined && this.#rowListed[row] !== this.#stamp) {
      this.#rowListed[row] = this.#stamp;
      this.#offer(row, best, this.#heap.key[problem.costs.columns + row]!);
      return;
    }
    if (problem.costs.selector !== undefined) {
      this.#readLazily(problem.costs, row);
      return;
    }
    const before = best.bounds[row]!;
    if (best.near?.extend(row)) {
      this.#offer(row, best, before - this.#h[row]!);
      return;
    }
    best.refresh(row);
    const { rowValues, columns } = problem.costs;
    this.#offerAll(row, rowValues, best.offset, columns);
  }

  /** Keeps more of the row and lets it wait again; where ties let the bound not rise, all has to be read. */
  #readLazily(costs: CostView, row: number): void {
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
    if (!this.#isTogether && holders.count[j]! < problem.capacities[j]!) {
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
