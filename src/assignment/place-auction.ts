import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { IndexHeap } from './index-heap.js';
import type { Placement } from './placement.js';

/**
 * So often rows are read on average at most. Where very many columns are alike, each step of a price is another
 * reading; shortest paths then come to an end sooner.
 */
const readsPerRow = 12;

/** Who holds a place: nobody, or a unit of the flat row. Else a row. */
const nobody = -1;
const flat = -2;

/**
 * An ε-scaling auction of single places, as a source of good column duals for costs on demand (`SquareView`);
 * the placement it finds is only kept where it is exact.
 *
 * A column has one price per place and is worth its cheapest one to a bidder. A row bids for its best column:
 * the cheapest place there rises so far that the row would as soon take its second-best column, and by ε more.
 * What was not looked at counts as second-best, so that a row is read again only when its best may lie there.
 * Units of the flat row care for the price alone and bid for the cheapest place of all. Every place is taken in
 * the end, so that prices need never fall.
 *
 * Bertsekas & Castañon (1989), doi:10.1007/BF01758745, on several places of one kind. A start, not the
 * solution: it gives up where the bids of a phase, or the readings of all, exceed a limit.
 *
 * @returns the column of each row when it ended, −1 = none
 */
export function* placeAuction(
  placement: Placement,
  steps: readonly number[],
): Steps<AssignmentProgress, Int32Array> {
  const { problem, best } = placement;
  const { columnDuals: v, demands } = problem;
  const flatRow = problem.costs.rows - 1;
  const places = new Places(problem.capacities, v, demands[flatRow]! > 0);
  const columnOf = new Int32Array(flatRow).fill(nobody);
  if (problem.trace !== undefined) problem.trace.columnOf = columnOf;
  const waiting = new Int32Array(flatRow);
  const limit = 400 * (flatRow + demands[flatRow]!) + 10_000;
  const mostReads = best.reads + readsPerRow * flatRow + 64;
  for (const step of steps) {
    places.clear();
    columnOf.fill(nobody);
    let count = 0;
    for (let row = flatRow - 1; row >= 0; row--) if (demands[row]! > 0) waiting[count++] = row;
    const of = count;
    let flatUnits = demands[flatRow]!;
    let reads = best.reads;
    for (let bids = 0; count > 0 || flatUnits > 0; bids++) {
      if (bids > limit || best.reads > mostReads) return columnOf;
      if (best.reads !== reads || bids % 1024 === 0) {
        reads = best.reads;
        yield { stage: 'assigning', done: of - count, of };
      }
      let outbid: number;
      if (count > 0) {
        const row = waiting[--count]!;
        best.lookForBid(row);
        const { least, second, leastColumn: j } = best;
        if (j < 0) return columnOf;
        outbid = places.take(j, (second < Infinity ? second - least : 0) + step, row);
        columnOf[row] = j;
      } else {
        flatUnits -= 1;
        outbid = places.takeCheapest(step);
      }
      if (outbid >= 0) {
        columnOf[outbid] = nobody;
        waiting[count++] = outbid;
      } else if (outbid === flat) flatUnits += 1;
    }
  }
  return columnOf;
}

/** Every place with its price and holder; the places of a column are a heap by price. v = −cheapest price. */
class Places {
  readonly #starts: Int32Array;
  readonly #price: Float64Array;
  readonly #holder: Int32Array;
  readonly #v: Float64Array;
  /** Columns by v, the highest first, where somebody bids for the cheapest. */
  readonly #columns: IndexHeap | undefined;
  readonly #open: Int32Array;

  constructor(capacities: Int32Array, v: Float64Array, isOrdered: boolean) {
    const columns = capacities.length;
    this.#v = v;
    this.#starts = new Int32Array(columns + 1);
    const open: number[] = [];
    for (let j = 0; j < columns; j++) {
      const size = v[j] === -Infinity ? 0 : capacities[j]!;
      this.#starts[j + 1] = this.#starts[j]! + size;
      if (size > 0) open.push(j);
    }
    this.#open = Int32Array.from(open);
    this.#price = new Float64Array(this.#starts[columns]!);
    this.#holder = new Int32Array(this.#price.length);
    this.#columns = isOrdered ? new IndexHeap(columns, v) : undefined;
  }

  /** Frees all places at the present duals. */
  clear(): void {
    this.#holder.fill(nobody);
    for (const j of this.#open) this.#price.fill(0 - this.#v[j]!, this.#starts[j]!, this.#starts[j + 1]!);
    this.#columns?.fill(this.#open);
  }

  /** Gives the cheapest place of a column to a row at a price higher by `rise`; returns who held it. */
  take(column: number, rise: number, row: number): number {
    const start = this.#starts[column]!;
    const size = this.#starts[column + 1]! - start;
    const price = this.#price;
    const holder = this.#holder;
    const outbid = holder[start]!;
    const risen = price[start]! + rise;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && price[start + child + 1]! < price[start + child]!) child += 1;
      if (price[start + child]! >= risen) break;
      price[start + at] = price[start + child]!;
      holder[start + at] = holder[start + child]!;
      at = child;
    }
    price[start + at] = risen;
    holder[start + at] = row;
    const cheapest = 0 - price[start]!;
    if (cheapest !== this.#v[column]) {
      this.#v[column] = cheapest;
      this.#columns?.sink(column);
    }
    return outbid;
  }

  /** Gives the cheapest place of all to a unit of the flat row, dearer than the next column by `step`. */
  takeCheapest(step: number): number {
    const columns = this.#columns!;
    const column = columns.first();
    const next = columns.second();
    const rise = next < 0 ? 0 : this.#v[column]! - this.#v[next]!;
    return this.take(column, rise + step, flat);
  }
}
