import type { CostView, RealArray } from './cost-view.js';
import { DistanceHeap } from './distance-heap.js';
import type { ColumnLists } from './near-columns.js';
import type { Placement } from './placement.js';
import type { WaysToRoom } from './ways-to-room.js';

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
  /** Whether this search goes on beyond columns with room. */
  #isEndless = false;
  /** Known ways to columns with room, and how far from its end this search need not look for others. */
  #ways: WaysToRoom | undefined;
  #spared = 0;
  /** The distance of the nearest column. */
  #nearest = Infinity;

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
  }

  /** Begins a search that nothing ends; `enter` says from where. */
  startEndless(): void {
    this.#stamp += 2;
    this.#limit = Infinity;
    this.#isEndless = true;
    this.#passedCount = 0;
    this.#ways = undefined;
    this.#spared = 0;
    this.#nearest = Infinity;
    this.#heap.clear();
  }

  /** Begins to look for a place for one unit. */
  start(unit: number): void {
    this.startEndless();
    this.#isEndless = false;
    this.#limit = this.#placement.problem.unassignedCost;
    this.#end = -1;
    this.#leaver = unit;
    // Distances of this unit are c − v, below 0 where costs are.
    this.enter(unit, 0, -Infinity);
  }

  /** From now on looks for where a known way to a column with room begins. */
  meet(ways: WaysToRoom): void {
    this.#ways = ways;
    this.#spared = ways.reach;
    const { key } = this.#heap;
    for (let j = 0; j < this.#state.length; j++) if (this.#state[j]! >= this.#stamp) this.#tryWay(j, key[j]!);
  }

  #tryWay(j: number, distance: number): void {
    const whole = distance + this.#ways!.length[j]!;
    if (whole >= this.#limit) return;
    this.#limit = whole;
    this.#end = j;
  }

  /** Passes the nearest column and returns it, −1 where there is none. */
  pass(): number {
    const heap = this.#heap;
    const { columns } = this.#placement.problem.costs;
    while (heap.size > 0) {
      const entry = heap.pop();
      if (entry >= columns) {
        this.#readRow(entry - columns);
        continue;
      }
      this.#state[entry] = this.#stamp + 1;
      this.#passed[this.#passedCount++] = entry;
      return entry;
    }
    return -1;
  }

  distanceOf(column: number): number {
    return this.#heap.key[column]!;
  }

  /** The unit through which a column was reached. */
  moverTo(column: number): number {
    return this.#mover[column]!;
  }

  /** Looks on; false where it has looked at more than `most` columns and is not done. */
  goOn(most: number): boolean {
    const { problem, unitRow, holders, heldCost } = this.#placement;
    const { unassignedCost, columnDuals: v } = problem;
    const { columns } = problem.costs;
    const heap = this.#heap;
    const { key } = heap;
    while (heap.size > 0 && heap.least() < this.#limit) {
      if (this.looked > most) return false;
      const entry = heap.pop();
      if (entry >= columns) {
        this.#readRow(entry - columns);
        continue;
      }
      const distance = key[entry]!;
      this.#state[entry] = this.#stamp + 1;
      if (distance < this.#nearest) this.#nearest = distance;
      if (distance >= this.#limit - this.#spared) continue;
      this.#passed[this.#passedCount++] = entry;
      for (let holder = holders.first[entry]!; holder >= 0; holder = holders.next[holder]!) {
        if (this.#rowSeen[unitRow[holder]!] === this.#stamp) continue;
        const h = heldCost[holder]! - v[entry]! - distance;
        if (unassignedCost - h < this.#limit) {
          this.#limit = unassignedCost - h;
          this.#end = -1;
          this.#leaver = holder;
        }
        this.enter(holder, h, distance);
      }
    }
    return true;
  }

  /** Places the unit where the search has ended; false where no chain of moves gives it a place. */
  finish(unit: number): boolean {
    if (this.#limit === Infinity) return false;
    const near = Math.max(this.#limit - this.#spared, Math.min(this.#nearest, this.#limit));
    this.lowerDuals(near);
    if (this.#ways !== undefined) {
      this.#ways.raise(this.#limit - near);
      this.#end = this.#ways.lastOf(this.#end, this.#columnsTo(unit));
      this.#ways.follow(this.#end);
    }
    this.move(unit, this.#end);
    return true;
  }

  /** Lowers the duals of what was passed until the ways that lead so far are tight. */
  lowerDuals(far: number): void {
    const { key } = this.#heap;
    const v = this.#placement.problem.columnDuals;
    for (let at = 0; at < this.#passedCount; at++) {
      const j = this.#passed[at]!;
      if (key[j]! < far) v[j]! += key[j]! - far;
    }
  }

  /** The rows of the last search. */
  rowsSeen(): number[] {
    return [...this.#rowSeen.keys()].filter((row) => this.#rowSeen[row] === this.#stamp);
  }

  /** Offers the near columns of a unit's row, or else all kept ones, and lets the row wait for the rest. */
  enter(unit: number, h: number, distance: number): void {
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
    if (best.bounds[row]! > before) this.enter(this.#rowMover[row]!, h, before - h);
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
    if (!this.#isEndless && holders.count[j]! < problem.capacities[j]!) {
      this.#state[j] = this.#stamp;
      heap.key[j] = distance;
      this.#limit = distance;
      this.#end = j;
      return;
    }
    if (this.#ways !== undefined) this.#tryWay(j, distance);
    if (state === this.#stamp) heap.lower(j, distance);
    else {
      this.#state[j] = this.#stamp;
      heap.push(j, distance);
    }
  }

  /** The columns on the path from a unit to where the search has ended. */
  #columnsTo(unit: number): Set<number> {
    const columns = new Set<number>();
    for (let j = this.#end; ; ) {
      columns.add(j);
      const mover = this.#mover[j]!;
      if (mover === unit) return columns;
      j = this.#placement.holders.columnOf[mover]!;
    }
  }

  /** Shifts everyone along the path back to `unit`: into the column `end`, or, where that is −1, the leaver's place. */
  move(unit: number, end: number): void {
    const placement = this.#placement;
    const { holders, unitRow, problem } = placement;
    let free = end;
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
