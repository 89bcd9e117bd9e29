import { expect, test } from 'vitest';
import { attainmentTScore } from '../../src/statistics/index.js';

/** Computed from the published formula with 12 digits, by other code. */
const published: readonly [name: string, levels: readonly number[], weights: readonly number[], t: number][] =
  [
    ['one goal at +1', [1], [1], 60],
    ['three goals as expected', [0, 0, 0], [1, 1, 1], 50],
    ['three goals at −1, 0, +1', [-1, 0, 1], [1, 1, 1], 50],
    ['three goals at +1', [1, 1, 1], [1, 1, 1], 63.6930639376],
    ['+2, +1, −1 with weights 3, 2, 1', [2, 1, -1], [3, 2, 1], 65.4228427234],
    ['four goals at −2', [-2, -2, -2, -2], [1, 1, 1, 1], 20.9809499956],
    ['five goals at +2', [2, 2, 2, 2, 2], [1, 1, 1, 1, 1], 80.1511344578],
  ];

test.each(published)('the T-score of %s is the published one', (_, levels, weights, t) => {
  const goals = levels.map((level, index) => ({ level, weight: weights[index]! }));
  expect(attainmentTScore(goals)).toBeCloseTo(t, 9);
});

test('no goals have no T-score', () => {
  expect(attainmentTScore([])).toBeNull();
});

test('doubling every weight changes nothing', () => {
  const goals = [
    { level: 2, weight: 3 },
    { level: -1, weight: 1 },
  ];
  const doubled = goals.map(({ level, weight }) => ({ level, weight: weight * 2 }));
  expect(attainmentTScore(doubled)).toBeCloseTo(attainmentTScore(goals)!, 12);
});
