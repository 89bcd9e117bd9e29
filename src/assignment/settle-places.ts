import { DistanceHeap } from './distance-heap.js';
import type { Placement } from './placement.js';

/**
 * After a start from duals of another problem: a column with a free place must have the dual of a place left
 * free, 0, and may have a lower one. Until none has, the lowest-lying way is taken to fill such a place from
 * the outside: a place left free elsewhere, or a unit left out, takes a column, whoever held it moves on, and
 * so on into that place. The shortest of these ways may be no move at all: then the dual rises to 0.
 *
 * Rising duals would spoil the bounds of kept columns. So nothing rises: the level of a free place falls, as
 * everything nearer to the outside than the place falls with it, and all are lifted to 0 in the end.
 *
 * The reverse steps of a warm start; Jonker & Volgenant (1987), doi:10.1007/BF02278710, have none, as they fill
 * every column. One shortest path for each such place.
 */
export function settlePlaces(placement: Placement): void {
  const search = new PlaceSearch(placement);
  while (search.fillOne());
  search.liftToZero();
}

/** How many places have to be settled, were nobody to take them. */
export function unsettledPlaces({ problem, holders }: Placement): number {
  const { capacities, columnDuals: v } = problem;
  let unsettled = 0;
  for (let j = 0; j < v.length; j++)
    if (v[j]! < 0 && v[j] !== -Infinity) unsettled += capacities[j]! - holders.count[j]!;
  return unsettled;
}

class PlaceSearch {
  readonly #placement: Placement;
  readonly #heap: DistanceHeap;
  /** `stamp` = in the heap, `stamp` + 1 = passed, less = not reached by this search. */
  readonly #state: Int32Array;
  /** The unit that comes to a column, −1 = a place left free. */
  readonly #mover: Int32Array;
  readonly #passed: Int32Array;
  readonly #rowSeen: Int32Array;
  readonly #rowMover: Int32Array;
  readonly #h: Float64Array;
  #stamp = 0;
  /** The dual of a place left free. */
  #level = 0;
  #limit = Infinity;
  #end = -1;

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

  /** Settles the nearest place; false where all are settled. */
  fillOne(): boolean {
    const { problem, unitRow, holders, heldCost } = this.#placement;
    const { columnDuals: v, unassignedCost } = problem;
    const { columns } = problem.costs;
    const heap = this.#heap;
    const { key } = heap;
    this.#stamp += 2;
    this.#limit = Infinity;
    this.#end = -1;
    for (let j = 0; j < columns; j++) {
      if (!this.#isUnsettled(j) || this.#level - v[j]! >= this.#limit) continue;
      this.#limit = this.#level - v[j]!;
      this.#end = j;
    }
    if (this.#end < 0) return false;
    this.#mover[this.#end] = -1;
    heap.clear();
    for (let j = 0; j < columns; j++) {
      if (v[j] === -Infinity || problem.capacities[j] === 0 || this.#level - v[j]! >= this.#limit) continue;
      this.#state[j] = this.#stamp;
      this.#mover[j] = -1;
      heap.push(j, this.#level - v[j]!);
    }
    if (unassignedCost < Infinity)
      for (let unit = 0; unit < unitRow.length; unit++)
        if (holders.columnOf[unit]! < 0) this.#enterRow(unit, unassignedCost - this.#level, 0);
    let passed = 0;
    while (heap.size > 0 && heap.least() < this.#limit) {
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
        this.#enterRow(holder, heldCost[holder]! - v[entry]! - distance, distance);
      }
    }
    for (let at = 0; at < passed; at++) {
      const j = this.#passed[at]!;
      v[j]! += key[j]! - this.#limit;
    }
    this.#level -= this.#limit;
    this.#move();
    return true;
  }

  /** Adds to all duals what the level fell by. */
  liftToZero(): void {
    if (this.#level === 0) return;
    const v = this.#placement.problem.columnDuals;
    const { bounds } = this.#placement.best;
    for (let j = 0; j < v.length; j++) v[j]! -= this.#level;
    for (let row = 0; row < bounds.length; row++) bounds[row]! += this.#level;
  }

  #isUnsettled(j: number): boolean {
    const v = this.#placement.problem.columnDuals[j]!;
    return v < this.#level && v !== -Infinity && this.#placement.hasRoom(j);
  }

  #enterRow(unit: number, h: number, distance: number): void {
    const { unitRow, problem, best } = this.#placement;
    const { columns, costs, starts, ends, bounds } = best;
    const v = problem.columnDuals;
    const row = unitRow[unit]!;
    this.#rowSeen[row] = this.#stamp;
    for (let t = starts[row]!, end = ends[row]!; t < end; t++) {
      const through = costs[t]! - v[columns[t]!]! - h;
      if (through < this.#limit) this.#reach(columns[t]!, unit, through);
    }
    const rest = bounds[row]! - h;
    if (rest < this.#limit) {
      this.#h[row] = h;
      this.#rowMover[row] = unit;
      this.#heap.push(problem.costs.columns + row, rest > distance ? rest : distance);
    }
  }

  #readRow(row: number): void {
    const { problem, best } = this.#placement;
    best.refresh(row);
    const { rowValues, columns } = problem.costs;
    const { offset } = best;
    const v = problem.columnDuals;
    for (let j = 0; j < columns; j++) {
      const through = rowValues[offset + j]! - v[j]! - this.#h[row]!;
      if (through < this.#limit) this.#reach(j, this.#rowMover[row]!, through);
    }
  }

  #reach(j: number, unit: number, distance: number): void {
    const heap = this.#heap;
    const state = this.#state[j]!;
    if (state > this.#stamp || (state === this.#stamp && distance >= heap.key[j]!)) return;
    if (this.#isUnsettled(j)) {
      this.#mover[j] = unit;
      this.#limit = distance;
      this.#end = j;
    } else if (state === this.#stamp) {
      this.#mover[j] = unit;
      heap.lower(j, distance);
    } else {
      this.#state[j] = this.#stamp;
      this.#mover[j] = unit;
      heap.push(j, distance);
    }
  }

  /** Shifts everyone along the way into the place. */
  #move(): void {
    const { holders, unitRow, problem } = this.#placement;
    for (let free = this.#end; ; ) {
      const mover = this.#mover[free]!;
      if (mover < 0) return;
      const vacated = holders.columnOf[mover]! < 0 ? -1 : holders.release(mover);
      this.#placement.place(mover, free, problem.costs.entry(unitRow[mover]!, free));
      if (vacated < 0) return;
      free = vacated;
    }
  }
}
