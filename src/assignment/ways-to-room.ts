import { DistanceHeap } from './distance-heap.js';
import type { ColumnLists } from './near-columns.js';
import type { Placement } from './placement.js';

/** Rows enter further columns where those not entered may be nearer than this share of what is usual. */
const poorShare = 1 / 12;
/** So few columns are read whole where too little near them is known. */
const mostRead = 12;

/**
 * The searches of `PathSearch` from the other end: from every column the shortest way, along moves of who holds what,
 * to a column with room. Only near the columns with room are ways known; for all others, and for ways over pairs that
 * are not kept, `reach` is a bound. A search from a unit then needs to look no farther than to where both meet
 * (bidirectional search; Pohl 1971), and few columns are passed instead of nearly all.
 *
 * Only where every row and every column takes part once: a unit is a row.
 */
export class WaysToRoom {
  /** By column: how long its way is; Infinity = not known. */
  readonly length: Float64Array;
  /** No way that is not known is shorter than this. */
  reach = 0;
  readonly #placement: Placement;
  readonly #heap: DistanceHeap;
  /** By column: the next one on its way, −1 = it has room. */
  readonly #next: Int32Array;
  /** 1 = passed. */
  readonly #isPassed: Uint8Array;
  readonly #reached: number[] = [];
  readonly #rowDuals: Float64Array;
  #room: number[] = [];
  /** Where the columns passed were read whole: their costs by row. */
  #read: Map<number, Float64Array> | undefined;
  /** Kept pairs by column: linked lists of entries. */
  readonly #first: Int32Array;
  #entries = 0;
  #linked: Int32Array;
  #rows: Int32Array;
  #costs: Float64Array;
  /** By row: a bound ≤ c − v of all pairs that were not entered. */
  readonly #bounds: Float64Array;
  /** Rows enter more pairs where one that was not entered may be nearer than this. */
  #poor = 0;

  constructor(placement: Placement) {
    const { costs } = placement.problem;
    this.#placement = placement;
    this.length = new Float64Array(costs.columns).fill(Infinity);
    this.#heap = new DistanceHeap(costs.columns);
    this.#next = new Int32Array(costs.columns);
    this.#isPassed = new Uint8Array(costs.columns);
    this.#rowDuals = new Float64Array(costs.rows);
    this.#first = new Int32Array(costs.columns).fill(-1);
    this.#bounds = new Float64Array(costs.rows).fill(-Infinity);
    const pairs = 8 * costs.rows;
    this.#linked = new Int32Array(pairs);
    this.#rows = new Int32Array(pairs);
    this.#costs = new Float64Array(pairs);
    this.#poor = this.#usualBound() * poorShare;
    for (let j = 0; j < costs.columns; j++) if (placement.hasRoom(j)) this.#room.push(j);
  }

  /** Finds the ways at the present duals; passes `most` columns at most, beside those with room. */
  find(most: number): void {
    this.#room = this.#room.filter((j) => this.#placement.hasRoom(j));
    this.#read = undefined;
    const horizon = this.#enterRows();
    const passed = this.#look(this.#room.length + most, horizon);
    if (passed > mostRead || this.#heap.size === 0 || this.#heap.least() < horizon) return;
    // Of what is near these few too little is kept.
    this.#read = new Map();
    this.#look(mostRead, 2 * horizon);
    if (this.#heap.size > 0) this.reach = this.#heap.least();
  }

  /** Passes columns, the nearest first, as far as the horizon; returns how many. */
  #look(most: number, horizon: number): number {
    for (const j of this.#reached) {
      this.length[j] = Infinity;
      this.#isPassed[j] = 0;
    }
    this.#reached.length = 0;
    this.#heap.clear();
    const heap = this.#heap;
    for (const j of this.#room) this.#see(j, -1, 0);
    // Always the length of a way, so that whole numbers stay whole.
    this.reach = 0;
    let passed = 0;
    while (passed < most && heap.size > 0 && heap.least() < horizon) {
      const to = heap.pop();
      this.reach = this.length[to]!;
      this.#isPassed[to] = 1;
      passed += 1;
      if (this.#read === undefined) this.#passEntered(to);
      else this.#passRead(to, this.#read);
    }
    const nearest = heap.size === 0 ? Infinity : heap.least();
    if (nearest < horizon || horizon === Infinity) this.reach = nearest;
    return passed;
  }

  #passEntered(to: number): void {
    const rest = this.length[to]! - this.#placement.problem.columnDuals[to]!;
    for (let entry = this.#first[to]!; entry >= 0; entry = this.#linked[entry]!) {
      const row = this.#rows[entry]!;
      this.#seeFrom(row, to, this.#costs[entry]! - this.#rowDuals[row]! + rest);
    }
  }

  #passRead(to: number, read: Map<number, Float64Array>): void {
    const { costs, columnDuals } = this.#placement.problem;
    const rest = this.length[to]! - columnDuals[to]!;
    const column = new Float64Array(costs.rows);
    read.set(to, column);
    for (let row = 0; row < costs.rows; row++) {
      column[row] = costs.entry(row, to);
      this.#seeFrom(row, to, column[row]! - this.#rowDuals[row]! + rest);
    }
  }

  #seeFrom(row: number, to: number, length: number): void {
    const from = this.#placement.holders.columnOf[row]!;
    if (from >= 0 && length < this.length[from]! && this.#isPassed[from] === 0) this.#see(from, to, length);
  }

  /**
   * Raises the duals of columns with a way shorter than `far` until their ways are tight. Bounds of rows follow, since
   * they are of use only where duals fall.
   */
  raise(far: number): void {
    if (far === 0) return;
    const { best, problem } = this.#placement;
    for (const j of this.#reached) {
      if (this.length[j]! >= far) continue;
      problem.columnDuals[j]! += far - this.length[j]!;
      this.#lowerBoundsBy(j, this.#read?.get(j) ?? []);
    }
    if (this.#read !== undefined) return;
    best.lowerBounds(far);
    for (let row = 0; row < this.#bounds.length; row++) this.#bounds[row]! -= far;
  }

  #lowerBoundsBy(j: number, column: ArrayLike<number>): void {
    const { best, problem } = this.#placement;
    const v = problem.columnDuals[j]!;
    for (let row = 0; row < column.length; row++) {
      best.lowerBound(row, j, column[row]! - v);
      if (column[row]! - v < this.#bounds[row]!) this.#add(row, j, column[row]!);
    }
  }

  /** Of the way of a column the last that is among some: where moves cost nothing, two ways may run in a circle. */
  lastOf(column: number, some: ReadonlySet<number>): number {
    let last = column;
    for (let j = column; j >= 0; j = this.#next[j]!) if (some.has(j)) last = j;
    return last;
  }

  /** Moves everyone on the way of a column, so that it has room. */
  follow(column: number): void {
    const { holders, problem } = this.#placement;
    const way: number[] = [];
    for (let j = column; j >= 0; j = this.#next[j]!) way.push(j);
    for (let at = way.length - 1; at > 0; at--) {
      const to = way[at]!;
      const row = holders.first[way[at - 1]!]!;
      holders.release(row);
      this.#placement.place(row, to, problem.costs.entry(row, to));
    }
  }

  #see(from: number, to: number, length: number): void {
    if (this.length[from] === Infinity) {
      this.#reached.push(from);
      this.#heap.push(from, length);
    } else this.#heap.lower(from, length);
    this.length[from] = length;
    this.#next[from] = to;
  }

  /** How far away pairs that no row keeps are on average. */
  #usualBound(): number {
    const { best, heldCost, holders, problem } = this.#placement;
    let total = 0;
    let count = 0;
    for (let row = 0; row < best.bounds.length; row++) {
      const column = holders.columnOf[row]!;
      const away = column < 0 ? Infinity : best.bounds[row]! - heldCost[row]! + problem.columnDuals[column]!;
      if (!Number.isFinite(away)) continue;
      total += away;
      count += 1;
    }
    return count === 0 ? 0 : total / count;
  }

  /** Notes the duals of rows, and returns how far away the nearest pair is that was not entered. */
  #enterRows(): number {
    const { heldCost, holders, problem } = this.#placement;
    const { columnDuals: v } = problem;
    const bounds = this.#bounds;
    const rowDuals = this.#rowDuals;
    let nearest = Infinity;
    for (let row = 0; row < rowDuals.length; row++) {
      const column = holders.columnOf[row]!;
      if (column < 0) continue;
      const u = heldCost[row]! - v[column]!;
      rowDuals[row] = u;
      if (bounds[row]! - u < this.#poor) this.#enterMore(row, u + this.#poor);
      if (bounds[row]! - u < nearest) nearest = bounds[row]! - u;
    }
    return nearest;
  }

  #enterMore(row: number, wanted: number): void {
    const { best } = this.#placement;
    const { near } = best;
    if (near !== undefined && near.bounds[row]! > this.#bounds[row]!) this.#enter(row, near);
    if (this.#bounds[row]! >= wanted) return;
    if (best.bounds[row]! < wanted) near?.extend(row);
    if (best.bounds[row]! > this.#bounds[row]!) this.#enter(row, best);
  }

  #enter(row: number, { columns, costs, starts, ends, bounds }: ColumnLists): void {
    this.#bounds[row] = bounds[row]!;
    for (let t = starts[row]!, end = ends[row]!; t < end; t++) this.#add(row, columns[t]!, costs[t]!);
  }

  #add(row: number, column: number, cost: number): void {
    if (this.#entries === this.#rows.length) this.#grow();
    const entry = this.#entries++;
    this.#linked[entry] = this.#first[column]!;
    this.#first[column] = entry;
    this.#rows[entry] = row;
    this.#costs[entry] = cost;
  }

  #grow(): void {
    const size = this.#rows.length * 1.5 + 64;
    const linked = new Int32Array(size);
    linked.set(this.#linked);
    const rows = new Int32Array(size);
    rows.set(this.#rows);
    const costs = new Float64Array(size);
    costs.set(this.#costs);
    this.#linked = linked;
    this.#rows = rows;
    this.#costs = costs;
  }
}
