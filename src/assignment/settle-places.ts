import { DistanceHeap } from './distance-heap.js';
import type { ColumnLists } from './near-columns.js';
import type { Placement, PlacementProblem } from './placement.js';

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
 *
 * @returns false where ways are so long that rows would be read more often than a start without duals reads them
 */
export function settlePlaces(placement: Placement): boolean {
  const search = new PlaceSearch(placement);
  const { best, unitRow } = placement;
  const mostReads = best.reads + Math.max(fewReads, readsOfRow * unitRow.length);
  while (search.fillSome(mostReads));
  search.liftToZero();
  return best.reads < mostReads;
}

/** How many places have to be settled where columns are held so often, were nobody else to take them. */
export function unsettledPlaces(
  { capacities, columnDuals: v }: PlacementProblem,
  held: ArrayLike<number>,
): number {
  let unsettled = 0;
  v.forEach((dual, j) => {
    if (dual < 0 && dual !== -Infinity) unsettled += Math.max(0, capacities[j]! - held[j]!);
  });
  return unsettled;
}

/** So often are rows read at most, on average; few rows as often as needs be. */
const readsOfRow = 0.5;
const fewReads = 2000;

/** A search stops once it has found ways for this share of the places that are unsettled. */
const settledShare = 0.4;

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
  /** `stamp` = all kept columns of the row were offered. */
  readonly #rowListed: Int32Array;
  readonly #h: Float64Array;
  #stamp = 0;
  /** The dual of a place left free. */
  #level = 0;
  /** By unit: the column left free, or columns + the unit left out, from which it was reached. */
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

  /**
   * Settles the nearest places, as many as can be reached from the outside by ways that have nothing in common: all
   * are shortest, and so all tight once the duals of what was passed have fallen. False where all are settled, or rows
   * were read too often.
   */
  fillSome(mostReads: number): boolean {
    const { best, problem, unitRow, holders, heldCost } = this.#placement;
    const { columnDuals: v, unassignedCost, capacities } = problem;
    const { columns } = problem.costs;
    const heap = this.#heap;
    const { key } = heap;
    let unsettled = 0;
    for (let j = 0; j < columns; j++) if (this.#isUnsettled(j)) unsettled += 1;
    if (unsettled === 0) return false;
    this.#stamp += 2;
    heap.clear();
    for (let j = 0; j < columns; j++) {
      if (v[j] === -Infinity || capacities[j] === 0) continue;
      this.#state[j] = this.#stamp;
      this.#mover[j] = -1;
      heap.push(j, this.#level - v[j]!);
    }
    if (unassignedCost < Infinity)
      for (let unit = 0; unit < unitRow.length; unit++) {
        if (holders.columnOf[unit]! >= 0) continue;
        this.#root[unit] = columns + unit;
        this.#enterRow(unit, unassignedCost - this.#level, 0);
      }
    const ends: number[] = [];
    const roots = new Set<number>();
    const enough = settledShare * unsettled;
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
      const mover = this.#mover[entry]!;
      const root = mover < 0 ? entry : this.#root[mover]!;
      if (this.#isUnsettled(entry) && !roots.has(root)) {
        roots.add(root);
        ends.push(entry);
      }
      for (let holder = holders.first[entry]!; holder >= 0; holder = holders.next[holder]!) {
        if (this.#rowSeen[unitRow[holder]!] === this.#stamp) continue;
        this.#root[holder] = root;
        this.#enterRow(holder, heldCost[holder]! - v[entry]! - farthest, farthest);
      }
    }
    for (let at = 0; at < passed; at++) v[this.#passed[at]!]! += key[this.#passed[at]!]! - farthest;
    this.#level -= farthest;
    for (const end of ends) this.#move(end);
    return best.reads < mostReads;
  }

  /** Adds to all duals what the level fell by. */
  liftToZero(): void {
    this.#placement.shiftDuals(0 - this.#level);
  }

  #isUnsettled(j: number): boolean {
    const v = this.#placement.problem.columnDuals[j]!;
    return v < this.#level && v !== -Infinity && this.#placement.hasRoom(j);
  }

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
    const h = this.#h[row]!;
    for (let t = starts[row]!, end = ends[row]!; t < end; t++) {
      const through = costs[t]! - v[columns[t]!]! - h;
      if (through < Infinity) this.#reach(columns[t]!, this.#rowMover[row]!, through);
    }
    const rest = bounds[row]! - h;
    if (rest < Infinity) this.#heap.push(view.columns + row, rest > distance ? rest : distance);
  }

  #readRow(row: number): void {
    const { problem, best } = this.#placement;
    if (best.near !== undefined && this.#rowListed[row] !== this.#stamp) {
      this.#rowListed[row] = this.#stamp;
      this.#offer(row, best, this.#heap.key[problem.costs.columns + row]!);
      return;
    }
    const before = best.bounds[row]!;
    if (best.near?.extend(row)) {
      this.#offer(row, best, before - this.#h[row]!);
      return;
    }
    best.refresh(row);
    const { rowValues, columns } = problem.costs;
    const { offset } = best;
    const v = problem.columnDuals;
    for (let j = 0; j < columns; j++) {
      const through = rowValues[offset + j]! - v[j]! - this.#h[row]!;
      if (through < Infinity) this.#reach(j, this.#rowMover[row]!, through);
    }
  }

  #reach(j: number, unit: number, distance: number): void {
    const heap = this.#heap;
    const state = this.#state[j]!;
    if (state > this.#stamp || (state === this.#stamp && distance >= heap.key[j]!)) return;
    this.#mover[j] = unit;
    if (state === this.#stamp) heap.lower(j, distance);
    else {
      this.#state[j] = this.#stamp;
      heap.push(j, distance);
    }
  }

  /** Shifts everyone along the way into the place. */
  #move(end: number): void {
    const { holders, unitRow, problem } = this.#placement;
    for (let free = end; ; ) {
      const mover = this.#mover[free]!;
      if (mover < 0) return;
      const vacated = holders.columnOf[mover]! < 0 ? -1 : holders.release(mover);
      this.#placement.place(mover, free, problem.costs.entry(unitRow[mover]!, free));
      if (vacated < 0) return;
      free = vacated;
    }
  }
}
