import { kthLeast } from '../core/index.js';
import type { RealArray } from './cost-view.js';

/**
 * Chooses the `width` columns of a row with the least c − v, and a bound ≤ c − v of all others.
 *
 * Most of a row is far from its best, so one comparison with a good guess of the bound drops nearly all of
 * it. The guess comes from the rows before: their bound for a row's first selection, their rise of the bound
 * for the next ones. Where the guess was bad, a buffer of twice the width is filled and cut back by
 * quickselect.
 */
export class BestSelection {
  /** The columns chosen by the last `select`. */
  readonly columns: Int32Array;
  /** The bound found by the last `select`. */
  bound = Infinity;
  readonly #rows: number;
  readonly #length: number;
  readonly #width: number;
  readonly #reduced: Float64Array;
  readonly #sorted: Float64Array;
  /** Guess of a first bound, and of the rise of a later one; −Infinity = no experience yet. */
  #firstBound = -Infinity;
  #rise = -Infinity;
  #count = 0;

  constructor(rows: number, length: number, width: number) {
    this.#rows = rows;
    this.#length = length;
    this.#width = width;
    const room = Math.max(8 * width, 64) + 2;
    this.columns = new Int32Array(room);
    this.#reduced = new Float64Array(room);
    this.#sorted = new Float64Array(room);
  }

  /**
   * @param oldBound the row's bound before, or a guess of its least c − v; −Infinity = nothing is known
   * @returns how many columns were chosen: `width`, or fewer where no more are allowed or needed
   */
  select(row: number, costs: RealArray, offset: number, columnDuals: Float64Array, oldBound: number): number {
    const width = this.#width;
    const length = this.#length;
    // Rows start at different columns: where many are tied, not all keep the same ones.
    const start = Math.floor((row * length) / this.#rows) % length;
    const isFirst = oldBound === -Infinity;
    const guess = isFirst ? this.#firstBound : oldBound + this.#rise;
    const isGuessed = guess > -Infinity && guess < Infinity && length > 2 * width;
    if (!(isGuessed && this.#selectBelow(guess, start, costs, offset, columnDuals, isFirst))) {
      this.bound = Infinity;
      this.#count = 0;
      this.#selectExactly(start, length, costs, offset, columnDuals);
      this.#selectExactly(0, start, costs, offset, columnDuals);
    }
    if (this.#count > width) this.#cut();
    if (this.bound < Infinity) {
      if (isFirst && this.#firstBound === -Infinity) this.#firstBound = this.bound + Math.abs(this.bound) / 2;
      if (!isFirst && this.#rise === -Infinity && this.bound > oldBound)
        this.#rise = (this.bound - oldBound) * 1.3;
    }
    return this.#count;
  }

  /** Takes what is below the guess, corrects the guess, and says whether it was good enough. */
  #selectBelow(
    guess: number,
    start: number,
    costs: RealArray,
    offset: number,
    v: Float64Array,
    isFirst: boolean,
  ): boolean {
    const width = this.#width;
    const most = Math.min(this.#length, 8 * width);
    const { columns } = this;
    const reduced = this.#reduced;
    let count = gather(costs, offset, v, start, this.#length, guess, columns, reduced, 0, most);
    if (count < most) count = gather(costs, offset, v, 0, start, guess, columns, reduced, count, most);
    if (isFirst) {
      if (count < 1.5 * width) this.#firstBound += 0.02 * Math.abs(this.#firstBound) + 1e-12;
      else if (count > 3 * width) this.#firstBound -= 0.02 * Math.abs(this.#firstBound);
    } else if (count < 1.5 * width) this.#rise = this.#rise * 1.1 + 1e-12;
    else if (count > 3 * width) this.#rise *= 0.9;
    if (count < width / 2 || count >= most) return false;
    this.#count = count;
    this.bound = guess;
    return true;
  }

  #selectExactly(from: number, to: number, costs: RealArray, offset: number, v: Float64Array): void {
    const room = Math.max(2 * this.#width, 64);
    for (let at = from; at < to; ) {
      at = this.#fill(costs, offset, v, at, to, room);
      if (this.#count === room) this.#cut();
    }
  }

  /** Adds columns whose c − v is below the bound until the buffer is full; returns where it stopped. */
  #fill(costs: RealArray, offset: number, v: Float64Array, from: number, to: number, room: number): number {
    const { bound, columns } = this;
    const reduced = this.#reduced;
    let count = this.#count;
    let j = from;
    for (; j < to && count < room; j++) {
      const q = costs[offset + j]! - v[j]!;
      if (q < bound) {
        columns[count] = j;
        reduced[count] = q;
        count += 1;
      }
    }
    this.#count = count;
    return j;
  }

  /** Keeps the `width` least of the buffer; the next one is the bound. */
  #cut(): void {
    const width = this.#width;
    const { columns } = this;
    const reduced = this.#reduced;
    const sorted = this.#sorted;
    const count = this.#count;
    for (let t = 0; t < count; t++) sorted[t] = reduced[t]!;
    const bound = kthLeast(sorted, count, width);
    let ties = width;
    for (let t = 0; t < count; t++) if (reduced[t]! < bound) ties -= 1;
    let kept = 0;
    for (let t = 0; t < count; t++) {
      const q = reduced[t]!;
      if (q < bound || (q === bound && ties-- > 0)) {
        reduced[kept] = q;
        columns[kept] = columns[t]!;
        kept += 1;
      }
    }
    this.#count = kept;
    this.bound = bound;
  }
}

/** Collects every column whose c − v is below the bound, until `most` are found. */
function gather(
  costs: RealArray,
  offset: number,
  v: Float64Array,
  from: number,
  to: number,
  bound: number,
  columns: Int32Array,
  reduced: Float64Array,
  found: number,
  most: number,
): number {
  let count = found;
  for (let j = from; j < to; j++) {
    const q = costs[offset + j]! - v[j]!;
    if (q < bound) {
      if (count >= most) return most;
      columns[count] = j;
      reduced[count] = q;
      count += 1;
    }
  }
  return count;
}
