import type { PairsAndScore } from './objectives/kind.js';
import type { LevelCount } from './types.js';

/** A price in whole numbers. Only `fairest` has levels: ascending, none with 0 pairs. */
export interface Price extends PairsAndScore {
  readonly levels: readonly LevelCount[];
}

export const noLevels: readonly LevelCount[] = [];

/** The sum of `one` and `times` · `other`, level by level. */
export function addLevels(
  one: readonly LevelCount[],
  other: readonly LevelCount[],
  times: number,
): readonly LevelCount[] {
  const counts = new Map(one.map(({ level, pairs }) => [level, pairs]));
  for (const { level, pairs } of other) counts.set(level, (counts.get(level) ?? 0) + times * pairs);
  return levelsFrom(counts);
}

/** Counts by level as a list. */
export function levelsFrom(counts: ReadonlyMap<number, number>): readonly LevelCount[] {
  return [...counts]
    .filter(([, pairs]) => pairs !== 0)
    .sort(([one], [other]) => one - other)
    .map(([level, pairs]) => ({ level, pairs }));
}

/** Below 0 where `one` is worse: more pairs in the lowest level in which they differ. */
export function compareLevels(one: readonly LevelCount[], other: readonly LevelCount[]): number {
  return 0 - signOfLevels(one, other, -1, Number.NaN);
}

/**
 * The sign of `one` + `times` · `other` − one pair at `level`, in the lowest level where that is not 0; 0 where it
 * is 0 everywhere.
 *
 * @param level NaN = no pair
 */
export function signOfLevels(
  one: readonly LevelCount[],
  other: readonly LevelCount[],
  times: number,
  level: number,
): number {
  let at = 0;
  let to = 0;
  let own = level;
  for (;;) {
    const first = one[at]?.level ?? Infinity;
    const second = other[to]?.level ?? Infinity;
    const lowest = Math.min(first, second);
    if (own < lowest) return -1;
    if (lowest === Infinity) return 0;
    let sum = 0;
    if (first === lowest) sum += one[at++]!.pairs;
    if (second === lowest) sum += times * other[to++]!.pairs;
    if (own === lowest) {
      sum -= 1;
      own = Number.NaN;
    }
    if (sum !== 0) return sum;
  }
}
