import type { CountProgress, Steps } from '../core/index.js';
import type { Eligibility } from './eligibility.js';
import { type CompiledFactor, contribution, type Tally } from './kind.js';

/** A factor that counts, with what it weighs. */
export interface WeighedFactor {
  readonly factor: CompiledFactor;
  readonly share: number;
  readonly whenUnknown: number;
}

/** A factor that is tallied: its posting lists by place in the order of the search. */
export interface TallyLists {
  readonly weighed: WeighedFactor;
  readonly tally: Tally;
  /**
   * Who has each term: by term, then block, then level where these are few, the places counted from the start of
   * the block.
   */
  readonly places: Uint16Array;
  /** Where levels are many: the level of each place. */
  readonly levels: Uint8Array;
  /** How many runs the places of a term in a block have: one for each level, or one for all. */
  readonly runs: number;
  /** The run r of term t in block b is `places[offsets[at] … offsets[at + 1] − 1]`, at = (t · blocks + b) · runs + r. */
  readonly offsets: Int32Array;
  /** Where the tally starts within the packed number, and what its mentors start with by place. */
  readonly shift: number;
}

/** A run of places whose mentors are of one class of eligibility. */
export interface Blocks {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly classOf: Int32Array;
}

/**
 * Mentors in the order in which rows are searched, and what is known of them by place in that order. Two
 * tallies at most share one whole number per mentor: the first in its low bits, the second above.
 */
export interface SearchIndex {
  /** The mentor at each place. */
  readonly mentorAt: Int32Array;
  readonly blocks: Blocks;
  readonly tallies: readonly TallyLists[];
  /** What the packed number of each place starts with: the mentor's classes. */
  readonly initial: Int32Array;
  readonly lowBits: number;
  /** Factors that are not tallied, the weightiest first. */
  readonly others: readonly WeighedFactor[];
}

export function* searchIndexSteps(
  mentors: number,
  factors: readonly WeighedFactor[],
  eligibility: Eligibility,
): Steps<CountProgress, SearchIndex> {
  const mentorAt = Int32Array.from({ length: mentors }, (_, mentor) => mentor).sort(
    (one, other) => eligibility.classOf[one]! - eligibility.classOf[other]! || one - other,
  );
  const placeOf = new Int32Array(mentors);
  mentorAt.forEach((mentor, place) => {
    placeOf[mentor] = place;
  });
  const blocks = cutBlocks(mentorAt, eligibility);
  const byWeight = [...factors].sort((one, other) => other.share - one.share);
  const chosen: WeighedFactor[] = [];
  let lowBits = 0;
  let bits = 0;
  for (const each of byWeight) {
    const { tally } = each.factor;
    if (tally === undefined || chosen.length === 2) continue;
    const room = (tally.sets.holderStarts.length - 1) * blocks.starts.length * runsOf(tally);
    if (room > mostOffsets) continue;
    const needed = 32 - Math.clz32(tally.classes * tally.width);
    if (bits + needed > 30) continue;
    if (chosen.length === 0) lowBits = needed;
    bits += needed;
    chosen.push(each);
  }
  const initial = new Int32Array(mentors);
  const tallies: TallyLists[] = [];
  for (const weighed of chosen) {
    const tally = weighed.factor.tally!;
    const shift = tallies.length === 0 ? 0 : lowBits;
    yield { done: tallies.length, of: chosen.length };
    for (let place = 0; place < mentors; place++)
      initial[place]! += (tally.classOf[mentorAt[place]!]! * tally.width) << shift;
    tallies.push({ weighed, tally, shift, ...(yield* listsByPlace(tally, placeOf, blocks)) });
  }
  const others = byWeight.filter((each) => !chosen.includes(each));
  return { mentorAt, blocks, tallies, initial, lowBits, others };
}

/** Long enough that a block is worth its start, short enough to stay in the fastest memory. */
function cutBlocks(mentorAt: Int32Array, { classOf }: Eligibility): Blocks {
  const length = Math.min(2048, Math.max(256, mentorAt.length >> 4));
  const starts: number[] = [];
  const ends: number[] = [];
  const classes: number[] = [];
  for (let start = 0; start < mentorAt.length; ) {
    const mentorClass = classOf[mentorAt[start]!]!;
    let end = start;
    while (end < mentorAt.length && end < start + length && classOf[mentorAt[end]!] === mentorClass) end += 1;
    starts.push(start);
    ends.push(end);
    classes.push(mentorClass);
    start = end;
  }
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    classOf: Int32Array.from(classes),
  };
}

/** Up to so many levels have runs of their own, each of which adds the same to all. */
const mostRuns = 8;

const runsOf = ({ levels }: Tally): number => (levels <= mostRuns ? levels : 1);

/** Posting lists with places for mentors, ascending within each run. */
function* listsByPlace(
  tally: Tally,
  placeOf: Int32Array,
  { starts }: Blocks,
): Steps<CountProgress, Pick<TallyLists, 'places' | 'levels' | 'offsets' | 'runs'>> {
  const { holderStarts, holders } = tally.sets;
  const { holderLevel } = tally;
  const runs = runsOf(tally);
  const blocks = starts.length;
  const terms = Math.max(0, holderStarts.length - 1);
  const places = new Uint16Array(holders.length);
  const levels = new Uint8Array(runs === 1 && holderLevel !== undefined ? holders.length : 0);
  const offsets = new Int32Array(terms * blocks * runs + 1);
  for (let term = 0, at = 0; term < terms; term++) {
    yield { done: term, of: terms };
    const start = holderStarts[term]!;
    const end = holderStarts[term + 1]!;
    // A place and a level in one number, so that they are sorted together.
    const keys = new Float64Array(end - start);
    for (let holder = start; holder < end; holder++)
      keys[holder - start] = placeOf[holders[holder]!]! * 256 + (holderLevel?.[holder] ?? 0);
    keys.sort();
    for (let block = 0, from = 0; block < blocks; block++) {
      const next = block + 1 < blocks ? starts[block + 1]! : placeOf.length;
      let to = from;
      while (to < keys.length && keys[to]! < next * 256) to += 1;
      for (let run = 0; run < runs; run++) {
        for (let key = from; key < to; key++) {
          const level = keys[key]! % 256;
          if (runs > 1 && level !== run) continue;
          if (levels.length > 0) levels[at] = level;
          places[at++] = Math.floor(keys[key]! / 256) - starts[block]!;
        }
        offsets[(term * blocks + block) * runs + run + 1] = at;
      }
      from = to;
    }
  }
  return { places, levels, offsets, runs };
}

/** With more entries than this, of very many terms and blocks, offsets would be a burden themselves. */
const mostOffsets = 2 ** 23;

/** Writes the most that a tallied factor can add, by class and tally. */
export function fillTable(table: Int32Array, { tally, weighed }: TallyLists, mentee: number): void {
  const { classes, width } = tally;
  const used = tally.widthOf(mentee);
  for (let mentorClass = 0; mentorClass < classes; mentorClass++) {
    if (used === 0) table[mentorClass * width] = weighed.whenUnknown;
    for (let count = 0; count < used; count++) {
      const value = tally.highest(mentee, mentorClass, count);
      table[mentorClass * width + count] = Number.isNaN(value)
        ? weighed.whenUnknown
        : contribution(weighed.share, value);
    }
  }
}

/** How many terms a person has at most, by where the terms of each start. */
export function mostTerms(starts: Int32Array): number {
  let most = 0;
  for (let person = 0; person + 1 < starts.length; person++)
    most = Math.max(most, starts[person + 1]! - starts[person]!);
  return most;
}
