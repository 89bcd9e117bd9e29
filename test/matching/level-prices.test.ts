import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addLevels, compareLevels, levelsFrom, signOfLevels } from '../../src/matching/level-prices.js';
import type { LevelCount } from '../../src/matching/types.js';

const highest = 5;
/** Counts of the levels 0 … 5, most of them 0. */
const counts = fc.array(fc.constantFrom(0, 0, 0, -2, -1, 1, 2), {
  minLength: highest + 1,
  maxLength: highest + 1,
});
const listOf = (dense: readonly number[]): LevelCount[] =>
  dense.flatMap((pairs, level) => (pairs === 0 ? [] : [{ level, pairs }]));
const firstThatIsNot0 = (dense: readonly number[]) => Math.sign(dense.find((count) => count !== 0) ?? 0);

it('levels are listed from the lowest on, without those of 0 pairs', () => {
  const unordered = new Map([
    [7, 1],
    [0, 2],
    [3, 0],
    [10, -1],
    [2, 4],
  ]);
  expect(levelsFrom(unordered)).toEqual([
    { level: 0, pairs: 2 },
    { level: 2, pairs: 4 },
    { level: 7, pairs: 1 },
    { level: 10, pairs: -1 },
  ]);
  expect(levelsFrom(new Map())).toEqual([]);
});

it('levels are added up one by one', () => {
  fc.assert(
    fc.property(counts, counts, fc.constantFrom(-1, 1, 3), (one, other, times) => {
      const sum = one.map((count, level) => count + times * other[level]!);
      expect(addLevels(listOf(one), listOf(other), times)).toEqual(listOf(sum));
    }),
    { numRuns: 200 },
  );
});

it('more pairs in the lowest level in which two differ is worse', () => {
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const difference = one.map((count, level) => count - other[level]!);
      const expected = 0 - firstThatIsNot0(difference);
      expect(Math.sign(compareLevels(listOf(one), listOf(other)))).toBe(expected);
    }),
    { numRuns: 200 },
  );
});

it('the sign of two prices less a pair is that of the lowest level that is not 0', () => {
  const level = fc.constantFrom(Number.NaN, 0, 1, 2, highest, highest + 1);
  fc.assert(
    fc.property(counts, counts, fc.constantFrom(-1, 1, 3), level, (one, other, times, own) => {
      const sum = [...one, 0].map((count, at) => count + times * (other[at] ?? 0) - (at === own ? 1 : 0));
      const sign = Math.sign(signOfLevels(listOf(one), listOf(other), times, own));
      expect(sign).toBe(firstThatIsNot0(sum));
    }),
    { numRuns: 300 },
  );
});
