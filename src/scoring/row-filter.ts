import { fillTable, mostTerms, type SearchIndex, type TallyLists } from './search-index.js';
import { addStep, addSteps, sift } from './search-kernels.js';

/** After how many searches prices are copied afresh. */
const refreshed = 64;
/** Payments are kept within this of the highest, so that sums of them are whole numbers of 32 bits. */
const lowest = -(2 ** 30);

/** Multiples of it, less their whole parts, are spread evenly. */
const goldenSection = 0.618;

/**
 * The first two steps of `RowSearch`: tallies a block of mentors and lists those who may reach the bar.
 *
 * Tables say what a tally can add at most; they are whole millionths, and so are payments, rounded up.
 */
export class RowFilter {
  /** The mentors listed by the last `filter`, and the most that their tallied factors add. */
  readonly survivors: Int32Array;
  readonly partial: Int32Array;
  readonly #index: SearchIndex;
  /** −price by place as last copied, less the highest: prices only rise, so that it is never too low. */
  readonly #pay: Int32Array;
  #highest = 0;
  #staleFor = Infinity;
  /** Where in a block this mentee begins, as a share of its length. */
  #turn = 0;
  readonly #packed: Int32Array;
  readonly #initial: readonly Int32Array[];
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  /** The mentee's terms, those of the first tally first, and their steps, `levels` of each. */
  readonly #terms: Int32Array;
  readonly #firstTerm = new Int32Array(3);
  readonly #steps: Int32Array;

  constructor(index: SearchIndex) {
    const { blocks, tallies, initial, mentorAt } = index;
    this.#index = index;
    this.#pay = new Int32Array(mentorAt.length);
    let longest = 0;
    for (let b = 0; b < blocks.starts.length; b++)
      longest = Math.max(longest, blocks.ends[b]! - blocks.starts[b]!);
    this.#packed = new Int32Array(longest);
    this.survivors = new Int32Array(longest);
    this.partial = new Int32Array(longest);
    this.#initial = Array.from(blocks.starts, (start, b) => initial.subarray(start, blocks.ends[b]!));
    const sizeOf = (lists: TallyLists | undefined) =>
      lists === undefined ? 1 : lists.tally.classes * lists.tally.width;
    this.#low = new Int32Array(sizeOf(tallies[0]));
    this.#high = new Int32Array(sizeOf(tallies[1]));
    let terms = 0;
    let steps = 0;
    for (const { tally } of tallies) {
      const most = mostTerms(tally.sets.mentees.starts);
      terms += most;
      steps += most * tally.levels;
    }
    this.#terms = new Int32Array(terms);
    this.#steps = new Int32Array(steps);
  }

  /** Prices may have fallen since the last `prepare`. */
  forget(): void {
    this.#staleFor = Infinity;
  }

  /** What is the same for all blocks. */
  prepare(mentee: number, pay: Float64Array): void {
    this.#copyPrices(pay);
    // Of mentors who are worth the same the first are kept: others for each mentee, or all would compete for a few.
    this.#turn = (mentee * goldenSection) % 1;
    const { tallies } = this.#index;
    if (tallies[0] !== undefined) fillTable(this.#low, tallies[0], mentee);
    if (tallies[1] !== undefined) fillTable(this.#high, tallies[1], mentee);
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

  #copyPrices(pay: Float64Array): void {
    this.#staleFor += 1;
    if (this.#staleFor < refreshed) return;
    this.#staleFor = 0;
    const { mentorAt } = this.#index;
    let highest = -Infinity;
    for (let mentor = 0; mentor < pay.length; mentor++) if (pay[mentor]! > highest) highest = pay[mentor]!;
    this.#highest = highest === -Infinity ? 0 : highest;
    for (let place = 0; place < mentorAt.length; place++) {
      const less = Math.ceil(pay[mentorAt[place]!]! - this.#highest);
      this.#pay[place] = less > lowest ? less : lowest;
    }
  }

  /** Lists the mentors of one block of whom tallied factors and payment may be above the bar. */
  filter(b: number, bar: number): number {
    const { blocks, lowBits, mentorAt } = this.#index;
    const { survivors } = this;
    const start = blocks.starts[b]!;
    this.#packed.set(this.#initial[b]!);
    this.#tally(b);
    const lowestBar = Math.max(2 * lowest, Math.floor(Math.min(bar - this.#highest, -2 * lowest)));
    const length = blocks.ends[b]! - start;
    const first = Math.floor(this.#turn * length);
    const sieve = (from: number, to: number, before: number) =>
      sift(
        this.#packed,
        from,
        to,
        this.#low,
        this.#high,
        lowBits,
        this.#pay,
        start,
        lowestBar,
        survivors,
        this.partial,
        before,
      );
    const found = sieve(0, first, sieve(first, length, 0));
    for (let at = 0; at < found; at++) survivors[at] = mentorAt[start + survivors[at]!]!;
    return found;
  }

  #tally(b: number): void {
    const { tallies, blocks } = this.#index;
    const packed = this.#packed;
    const all = this.#steps;
    const count = blocks.starts.length;
    let steps = 0;
    for (let position = 0; position < tallies.length; position++) {
      const { tally, places, levels, offsets, runs } = tallies[position]!;
      for (let at = this.#firstTerm[position]!; at < this.#firstTerm[position + 1]!; at++) {
        const from = (this.#terms[at]! * count + b) * runs;
        if (runs < tally.levels)
          addSteps(packed, places, levels, offsets[from]!, offsets[from + 1]!, all, steps);
        else
          for (let run = 0; run < runs; ) {
            // Neighbours that add the same are one.
            const step = all[steps + run]!;
            let next = run + 1;
            while (next < runs && all[steps + next] === step) next += 1;
            if (step !== 0) addStep(packed, places, offsets[from + run]!, offsets[from + next]!, step);
            run = next;
          }
        steps += tally.levels;
      }
    }
  }
}
