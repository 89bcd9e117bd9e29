import { kthLeast } from '../core/index.js';
import type { RealArray } from './cost-view.js';

/**
 * Chooses about the `width` columns of a row with the least c − v, `most` at most, and a bound ≤ c − v of all others.
 *
 * Most of a row is far from its best, so one comparison with a good guess of the bound drops nearly all of it. For
 * a row's first selection the guess comes from a sample of the row, for the next ones from how far bounds rose
 * before. Where too much is below the guess, a buffer of thrice the width is cut back by quickselect whenever it is
 * full; where too little is, the row is read once more.
 */
export class BestSelection {
  /** The columns chosen by the last `select`. */
  readonly columns: Int32Array;
  /** The bound found by the last `select`. */
  bound = Infinity;
  readonly #rows: number;
  readonly #length: number;
  readonly #width: number;
  readonly #most: number;
  readonly #room: number;
  readonly #reduced: Float64Array;
  readonly #sorted: Float64Array;
  /** How much a bound rises from selection to selection; −Infinity = no experience yet. */
  #rise = -Infinity;
  #count = 0;

  constructor(rows: number, length: number, width: number, most = width) {
    this.#rows = rows;
    this.#length = length;
    this.#width = width;
    this.#most = most;
    this.#room = 3 * width + 1;
    this.columns = new Int32Array(this.#room);
    this.#reduced = new Float64Array(this.#room);
    this.#sorted = new Float64Array(this.#room);
  }

  /**
   * @param oldBound the row's bound before, or a guess of its least c − v; −Infinity = nothing is known
   * @returns how many columns were chosen: fewer than the width where no more are allowed or needed
   */
  select(row: number, costs: RealArray, offset: number, columnDuals: Float64Array, oldBound: number): number {
    const length = this.#length;
    const enough = this.#width / 8;
    // Rows start at different columns: where many are tied, not all keep the same ones.
    const start = Math.floor((row * length) / this.#rows) % length;
    const isLong = length > 2 * this.#width;
    const isFirst = oldBound === -Infinity;
    this.#count = 0;
    if (isLong && !isFirst && this.#rise > -Infinity) {
      this.#gatherBelow(oldBound + this.#rise, start, costs, offset, columnDuals);
      this.#correctRise();
    }
    if (isLong && this.#count < enough) {
      // A little more, so that equal ones are below it; the bound itself stays whole where all costs are.
      const sampled = this.#sample(costs, offset, columnDuals);
      const above = sampled + Math.abs(sampled) * Number.EPSILON + Number.MIN_VALUE;
      this.#gatherBelow(above, start, costs, offset, columnDuals);
      if (this.bound === above) this.bound = sampled;
    }
    if (this.#count < enough) this.#gatherBelow(Infinity, start, costs, offset, columnDuals);
    if (this.#count > this.#most) this.#cut();
    if (!isFirst && this.#rise === -Infinity && this.bound > oldBound && this.bound < Infinity)
      this.#rise = (this.bound - oldBound) * 1.3;
    return this.#count;
  }

  /**
   * A bound that has some sixteen columns below it in any long row: the second-least of every eighth column (in very
   * long rows the double, of half as many).
   */
  #sample(costs: RealArray, offset: number, v: Float64Array): number {
    const length = this.#length;
    const step = length < 4096 ? Math.max(1, Math.min(8, length >> 6)) : 16;
    let least = Infinity;
    let second = Infinity;
    for (let j = 0; j < length; j += step) {
      const q = costs[offset + j]! - v[j]!;
      if (q < second) {
        if (q < least) {
          second = least;
          least = q;
        } else second = q;
      }
    }
    return second;
  }

  /** For a guess that finds about the width. */
  #correctRise(): void {
    if (this.#count < 0.7 * this.#width) this.#rise = this.#rise * 1.1 + 1e-12;
    else if (this.#count > 1.1 * this.#width) this.#rise *= 0.9;
  }

  /** Takes what is below the bound; where that is too much, the bound falls on the way. */
  #gatherBelow(bound: number, start: number, costs: RealArray, offset: number, v: Float64Array): void {
    this.bound = bound;
    this.#count = 0;
    this.#gather(costs, offset, v, start, this.#length);
    this.#gather(costs, offset, v, 0, start);
  }

  #gather(costs: RealArray, offset: number, v: Float64Array, from: number, to: number): void {
    for (let at = from; at < to; ) {
      at = this.#fill(costs, offset, v, at, to);
      if (this.#count === this.#room) this.#cut();
    }
  }

  /** Adds columns whose c − v is below the bound until the buffer is full; returns where it stopped. */
  #fill(costs: RealArray, offset: number, v: Float64Array, from: number, to: number): number {
    const { bound, columns } = this;
    const reduced = this.#reduced;
    const room = this.#room;
    let count = this.#count;
    let j = from;
    while (j < to && count < room) {
      // Nearly all of a row is above the bound: passed over four at a time.
      while (
        j + 3 < to &&
        !(
          costs[offset + j]! - v[j]! < bound ||
          costs[offset + j + 1]! - v[j + 1]! < bound ||
          costs[offset + j + 2]! - v[j + 2]! < bound ||
          costs[offset + j + 3]! - v[j + 3]! < bound
        )
      )
        j += 4;
      if (j >= to) break;
      const q = costs[offset + j]! - v[j]!;
      if (q < bound) {
        columns[count] = j;
        reduced[count] = q;
        count += 1;
      }
      j += 1;
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
