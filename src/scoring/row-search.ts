import { kthLeast } from '../core/index.js';
import type { Eligibility } from './eligibility.js';
import { contribution } from './kind.js';
import { RowFilter } from './row-filter.js';
import type { SearchIndex, WeighedFactor } from './search-index.js';
import { strideOver } from './search-kernels.js';

/** What a search needs to know of the cohort. */
export interface SearchParts {
  readonly index: SearchIndex;
  readonly eligibility: Eligibility;
  readonly minimumScore: number;
  /** The score of one pair, in millionths. */
  score(mentee: number, mentor: number): number;
}

/**
 * Finds the mentors of a mentee with the highest score − price without scoring all of them.
 *
 * 1. Mentors stand in blocks. Whole blocks that rules forbid are passed over; the others are visited in strides
 *    over all of them, so that the bar rises early.
 * 2. In a block the terms that the mentee shares are tallied by posting lists; a small table turns a tally into
 *    the most that these factors can add, rounded up. With the most that all other factors can add, and the
 *    price, most mentors stay below the bar.
 * 3. Of those who do not the other factors are worked out, the weightiest first, as long as the bar can be
 *    reached; at last everything exactly, in the same whole millionths as everywhere.
 */
export class RowSearch {
  /** The mentors found by the last `find`, in any order, and their scores. */
  readonly mentors: Int32Array;
  readonly scores: Int32Array;
  /** No mentor that was not found by the last `find` has a score − price above this. */
  bound = -Infinity;
  readonly #parts: SearchParts;
  readonly #width: number;
  readonly #net: Float64Array;
  readonly #sorted: Float64Array;
  readonly #filter: RowFilter;
  #count = 0;
  readonly #classes: Uint8Array;
  readonly #values: Float64Array;
  readonly #stride: number;
  readonly #othersMost: number;

  constructor(parts: SearchParts, width: number) {
    const { index, eligibility } = parts;
    this.#parts = parts;
    this.#width = width;
    const room = 4 * width + 64;
    this.mentors = new Int32Array(room);
    this.scores = new Int32Array(room);
    this.#net = new Float64Array(room);
    this.#sorted = new Float64Array(room);
    this.#filter = new RowFilter(index);
    this.#classes = new Uint8Array(eligibility.classes);
    this.#values = new Float64Array(slice);
    this.#stride = strideOver(index.blocks.starts.length);
    this.#othersMost = index.others.reduce(
      (sum, { share, whenUnknown }) => sum + Math.max(share, whenUnknown),
      0,
    );
  }

  /** Prices may have fallen since the last `find`. */
  forget(): void {
    this.#filter.forget();
  }

  /**
   * @param pay −price by mentor, −Infinity = not to be had
   * @param floor where score − price stops to be of interest
   * @param forbidden mentors who are forbidden beside the rules
   * @returns how many were found, at most the width
   */
  find(mentee: number, pay: Float64Array, floor: number, forbidden?: ReadonlySet<number>): number {
    const { index, eligibility } = this.#parts;
    const { blocks } = index;
    const { starts, classOf } = blocks;
    this.#filter.prepare(mentee, pay);
    eligibility.writeClasses(mentee, this.#classes);
    this.#count = 0;
    this.bound = floor;
    const all = starts.length;
    let allowed = 0;
    for (let b = 0; b < all; b++) allowed += this.#classes[classOf[b]!]!;
    let b = all === 0 ? 0 : (mentee * 7) % all;
    for (let visited = 0; visited < allowed; ) {
      b += this.#stride;
      if (b >= all) b -= all;
      if (this.#classes[classOf[b]!] === 0) continue;
      visited += 1;
      const survivors = this.#filter.filter(b, this.bound - this.#othersMost);
      // Who is not among the best of a part of the mentors need not be kept for the whole.
      const quota = Math.min(this.#width, Math.ceil((1.35 * this.#width * visited) / allowed) + 8);
      for (let from = 0; from < survivors; from += slice) {
        this.#scoreSurvivors(mentee, from, Math.min(survivors, from + slice), pay, forbidden);
        if (this.#count > 1.3 * quota) this.#cut(quota);
      }
    }
    if (this.#count > this.#width) this.#cut(this.#width);
    return this.#count;
  }

  /** Scores the survivors from … to − 1 of the last block as far as they may reach the bar. */
  #scoreSurvivors(
    mentee: number,
    from: number,
    to: number,
    pay: Float64Array,
    forbidden: ReadonlySet<number> | undefined,
  ): void {
    const { index, eligibility, minimumScore, score } = this.#parts;
    const { survivors, partial } = this.#filter;
    let most = this.#othersMost;
    let left = to - from;
    if (from > 0) left = this.#stillAbove(from, left, most, pay);
    for (const other of index.others) {
      most -= Math.max(other.share, other.whenUnknown);
      left = this.#addFactor(mentee, other, left, most, pay);
    }
    const isExact = index.tallies.every(({ tally }) => tally.isExact);
    const listed = eligibility.listed(mentee);
    for (let at = 0; at < left; at++) {
      const mentor = survivors[at]!;
      if (listed.has(mentor) || forbidden?.has(mentor) === true) continue;
      if (eligibility.perPair.some((rule) => rule.blocks(mentee, mentor))) continue;
      const exact = isExact ? partial[at]! : score(mentee, mentor);
      const net = exact + pay[mentor]!;
      if (exact < minimumScore || net <= this.bound) continue;
      if (this.#count === this.#net.length) this.#cut(this.#width);
      if (net <= this.bound) continue;
      this.mentors[this.#count] = mentor;
      this.scores[this.#count] = exact;
      this.#net[this.#count] = net;
      this.#count += 1;
    }
  }

  /** Moves those of a slice to the front who may reach the bar, which has risen since they were listed. */
  #stillAbove(from: number, count: number, most: number, pay: Float64Array): number {
    const { survivors, partial } = this.#filter;
    const bar = this.bound - most;
    let left = 0;
    for (let at = from; at < from + count; at++) {
      const mentor = survivors[at]!;
      if (partial[at]! + pay[mentor]! <= bar) continue;
      survivors[left] = mentor;
      partial[left] = partial[at]!;
      left += 1;
    }
    return left;
  }

  /** Adds one factor to the survivors' scores and drops those who can no longer reach the bar. */
  #addFactor(
    mentee: number,
    { factor, share, whenUnknown }: WeighedFactor,
    found: number,
    most: number,
    pay: Float64Array,
  ): number {
    const { survivors, partial } = this.#filter;
    const values = this.#values;
    if (factor.valuesAt !== undefined) factor.valuesAt(mentee, survivors, found, values);
    else for (let at = 0; at < found; at++) values[at] = factor.value(mentee, survivors[at]!);
    const bar = Math.max(this.bound - most, -Infinity);
    let left = 0;
    for (let at = 0; at < found; at++) {
      const value = values[at]!;
      const sum = partial[at]! + (Number.isNaN(value) ? whenUnknown : contribution(share, value));
      const mentor = survivors[at]!;
      if (sum + pay[mentor]! <= bar) continue;
      survivors[left] = mentor;
      partial[left] = sum;
      left += 1;
    }
    return left;
  }

  /** Keeps the best `kept`; the next one is the bound. */
  #cut(kept: number): void {
    const net = this.#net;
    const sorted = this.#sorted;
    const count = this.#count;
    for (let at = 0; at < count; at++) sorted[at] = 0 - net[at]!;
    const bound = 0 - kthLeast(sorted, count, kept);
    let ties = kept;
    for (let at = 0; at < count; at++) if (net[at]! > bound) ties -= 1;
    let left = 0;
    for (let at = 0; at < count; at++) {
      if (net[at]! < bound || (net[at] === bound && ties-- <= 0)) continue;
      net[left] = net[at]!;
      this.mentors[left] = this.mentors[at]!;
      this.scores[left] = this.scores[at]!;
      left += 1;
    }
    this.#count = left;
    this.bound = bound;
  }
}

/** So many survivors are scored at once; where nothing is known of the bar yet, it rises from slice to slice. */
const slice = 128;
