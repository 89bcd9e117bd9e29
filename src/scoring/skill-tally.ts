import type { Tally } from './kind.js';
import type { TermSets } from './term-sets.js';

/** Where a mentee's parts of the gap are whole numbers up to this, they are counted as they are. */
const largestTotal = 250;
/** Else in so many parts of the whole gap, rounded up. */
const parts = 120;

/**
 * What mentors cover of a skill gap, as a tally: importance · levels gained, in whole units. Exact where all of
 * it is whole and small for everybody, as with levels and importance from 1 to 5; else each part is rounded up,
 * so that no mentor covers more than the tally says.
 */
export function coverageTally({
  sets,
  today,
  gap,
  weight,
  total,
  holderLevels,
}: {
  readonly sets: TermSets;
  readonly today: Float64Array;
  readonly gap: Float64Array;
  readonly weight: Float64Array;
  readonly total: Float64Array;
  readonly holderLevels: Float64Array;
}): Tally | undefined {
  const levels = [...new Set(holderLevels)].sort((one, other) => one - other);
  if (levels.length > 256) return undefined;
  const levelIndex = new Map(levels.map((level, index) => [level, index]));
  const known = sets.mentors.known;
  const isWhole = [levels, today, gap, weight].every((list) => list.every(Number.isInteger));
  const isExact = isWhole && total.every((sum) => Number.isNaN(sum) || sum <= largestTotal);
  const { starts } = sets.mentees;
  const unitOf = (mentee: number) => (isExact ? 1 : total[mentee]! / parts);
  const widthOf = (mentee: number) => {
    const sum = total[mentee]!;
    if (Number.isNaN(sum)) return 0;
    // Each term may be rounded up by one.
    return isExact ? sum + 1 : parts + (starts[mentee + 1]! - starts[mentee]!) + 2;
  };
  let width = 1;
  for (let mentee = 0; mentee < total.length; mentee++) width = Math.max(width, widthOf(mentee));
  return {
    sets,
    classOf: Int32Array.from(known),
    classes: 2,
    width,
    holderLevel: Uint8Array.from(holderLevels, (level) => levelIndex.get(level)!),
    levels: levels.length,
    isExact,
    widthOf,
    step: (mentee, at, level) => {
      const lift = levels[level]! - today[at]!;
      if (lift <= 0) return 0;
      return Math.ceil((weight[at]! * Math.min(lift, gap[at]!)) / unitOf(mentee));
    },
    highest: (mentee, mentorClass, tally) => {
      if (mentorClass === 0) return Number.NaN;
      const share = (tally * unitOf(mentee)) / total[mentee]!;
      // A little more than rounding can hide.
      const value = isExact ? share : share + 1e-9;
      return value > 1 ? 1 : value;
    },
  };
}
