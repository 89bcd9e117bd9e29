import { kthLeast } from '../core/index.js';
import type { Eligibility } from './eligibility.js';
import { contribution } from './kind.js';
import {
  fillTable,
  mostTerms,
  type SearchIndex,
  type TallyLists,
  type WeighedFactor,
} from './search-index.js';
import { addOnes, addSteps, sift, strideOver } from './search-kernels.js';

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
  /** −price by place as last copied: prices only rise, so that it is never too low. */
  readonly #pay: Float64Array;
  #staleFor = Infinity;
  #count = 0;
  readonly #classes: Uint8Array;
  readonly #packed: Int32Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** The mentee's terms, those of the first tally first, and their steps, `levels` of each. */
  readonly #terms: Int32Array;
  readonly #firstTerm = new Int32Array(3);
  readonly #steps: Int32Array;
  readonly #survivors: Int32Array;
  readonly #partial: Int32Array;
  readonly #values: Float64Array;
  readonly #stride: number;
  readonly #othersMost: number;

  constructor(parts: SearchParts, width: number) {
    const { index, eligibility } = parts;
    const { blocks, tallies, others } = index;
    const mentors = index.mentorAt.length;
    this.#parts = parts;
    this.#width = width;
    const room = 4 * width + 64;
    this.mentors = new Int32Array(room);
    this.scores = new Int32Array(room);
    this.#net = new Float64Array(room);
    this.#sorted = new Float64Array(room);
    this.#pay = new Float64Array(mentors);
    this.#classes = new Uint8Array(eligibility.classes);
    let longest = 0;
    for (let b = 0; b < blocks.starts.length; b++)
      longest = Math.max(longest, blocks.ends[b]! - blocks.starts[b]!);
    this.#packed = new Int32Array(longest);
    this.#survivors = new Int32Array(longest);
    this.#partial = new Int32Array(longest);
    this.#values = new Float64Array(longest);
    const sizeOf = (lists: TallyLists | undefined) =>
      lists === undefined ? 1 : lists.tally.classes * lists.tally.width;
    this.#low = new Float64Array(sizeOf(tallies[0]));
    this.#high = new Float64Array(sizeOf(tallies[1]));
    let terms = 0;
    let steps = 0;
    for (const { tally } of tallies) {
      const most = mostTerms(tally.sets.mentees.starts);
      terms += most;
      steps += most * tally.levels;
    }
    this.#terms = new Int32Array(terms);
    this.#steps = new Int32Array(steps);
    this.#stride = strideOver(blocks.starts.length);
    this.#othersMost = others.reduce((sum, { share, whenUnknown }) => sum + Math.max(share, whenUnknown), 0);
  }

  /** Prices may have fallen since the last `find`. */
  forget(): void {
    this.#staleFor = Infinity;
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
    const { starts, ends, classOf } = blocks;
    this.#copyPrices(pay);
    this.#fillTables(mentee);
    this.#prepareTerms(mentee);
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
      const survivors = this.#filterBlock(b, starts[b]!, ends[b]!);
      if (survivors > 0) this.#scoreSurvivors(mentee, starts[b]!, survivors, pay, forbidden);
      // Who is not among the best of a part of the mentors need not be kept for the whole.
      const quota = Math.min(this.#width, Math.ceil((1.35 * this.#width * visited) / allowed) + 8);
      if (this.#count > quota) this.#cut(quota);
    }
    if (this.#count > this.#width) this.#cut(this.#width);
    return this.#count;
  }

  #copyPrices(pay: Float64Array): void {
    this.#staleFor += 1;
    if (this.#staleFor < refreshed) return;
    this.#staleFor = 0;
    const { mentorAt } = this.#parts.index;
    for (let place = 0; place < mentorAt.length; place++) this.#pay[place] = pay[mentorAt[place]!]!;
  }

  #fillTables(mentee: number): void {
    const [low, high] = this.#parts.index.tallies;
    if (low !== undefined) fillTable(this.#low, low, mentee);
    if (high !== undefined) fillTable(this.#high, high, mentee);
  }

  /** Tallies one block and lists the places, from its start, that may reach the bar. */
  #filterBlock(b: number, start: number, end: number): number {
    const { index } = this.#parts;
    const packed = this.#packed;
    const length = end - start;
    const { initial } = index;
    for (let at = 0; at < length; at++) packed[at] = initial[start + at]!;
    this.#tally(b, start);
    return sift(
      packed,
      length,
      this.#low,
      this.#high,
      index.lowBits,
      this.#pay,
      start,
      this.bound - this.#othersMost,
      this.#survivors,
      this.#partial,
    );
  }

  /** What each term of the mentee adds by level, once for all blocks. */
  #prepareTerms(mentee: number): void {
    const { tallies } = this.#parts.index;
    let count = 0;
    let steps = 0;
    for (let position = 0; position < tallies.length; position++) {
      const { tally, shift } = tallies[position]!;
      this.#firstTerm[position] = count;
      if (tally.widthOf(mentee) === 0) continue;
      const { starts, terms } = tally.sets.mentees;
      for (let at = starts[mentee]!; at < starts[mentee + 1]!; at++) {
        this.#terms[count++] = terms[at]!;
        for (let level = 0; level < tally.levels; level++)
          this.#steps[steps++] = tally.step(mentee, at, level) << shift;
      }
    }
    this.#firstTerm[tallies.length] = count;
  }

  #tally(b: number, start: number): void {
    const { tallies, blocks } = this.#parts.index;
    const width = blocks.starts.length + 1;
    let steps = 0;
    for (let position = 0; position < tallies.length; position++) {
      const { tally, places, levels, offsets } = tallies[position]!;
      for (let at = this.#firstTerm[position]!; at < this.#firstTerm[position + 1]!; at++) {
        const from = this.#terms[at]! * width + b;
        const first = offsets[from]!;
        const last = offsets[from + 1]!;
        if (tally.levels === 1) addOnes(this.#packed, places, first, last, start, this.#steps[steps]!);
        else addSteps(this.#packed, places, levels, first, last, start, this.#steps, steps);
        steps += tally.levels;
      }
    }
  }

  #scoreSurvivors(
    mentee: number,
    start: number,
    found: number,
    pay: Float64Array,
    forbidden: ReadonlySet<number> | undefined,
  ): void {
    const { index, eligibility, minimumScore, score } = this.#parts;
    const survivors = this.#survivors;
    const partial = this.#partial;
    for (let at = 0; at < found; at++) survivors[at] = index.mentorAt[start + survivors[at]!]!;
    let left = found;
    let most = this.#othersMost;
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

  /** Adds one factor to the survivors' scores and drops those who can no longer reach the bar. */
  #addFactor(
    mentee: number,
    { factor, share, whenUnknown }: WeighedFactor,
    found: number,
    most: number,
    pay: Float64Array,
  ): number {
    const survivors = this.#survivors;
    const partial = this.#partial;
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

/** After how many searches prices are copied afresh. */
const refreshed = 48;
