import { levelsFrom, type Price } from './level-prices.js';
import type { PairsAndScore } from './objectives/kind.js';
import type { LevelCount } from './types.js';

/**
 * Σ u + Σ capacity · v: what no allowed matching can exceed if the prices are right.
 *
 * Prices of long chains of people are large and of both signs, so that partial sums may pass 2⁵³ where the
 * sum does not; they are added up exactly.
 */
export function upperBound(
  menteePrices: readonly PairsAndScore[],
  mentorPrices: readonly PairsAndScore[],
  capacities: Int32Array,
): PairsAndScore {
  let pairs = 0n;
  let score = 0n;
  for (const price of menteePrices) {
    pairs += BigInt(price.pairs);
    score += BigInt(price.score);
  }
  mentorPrices.forEach((price, mentor) => {
    const places = BigInt(capacities[mentor]!);
    pairs += places * BigInt(price.pairs);
    score += places * BigInt(price.score);
  });
  return { pairs: Number(pairs), score: Number(score) };
}

/** The same sum for the pairs in each level, which are at least so many. */
export function levelBound(
  menteePrices: readonly Pick<Price, 'levels'>[],
  mentorPrices: readonly Pick<Price, 'levels'>[],
  capacities: Int32Array,
): readonly LevelCount[] {
  const sums = new Map<number, bigint>();
  const add = (levels: readonly LevelCount[], times: bigint) => {
    for (const { level, pairs } of levels) sums.set(level, (sums.get(level) ?? 0n) + times * BigInt(pairs));
  };
  for (const { levels } of menteePrices) add(levels, 1n);
  mentorPrices.forEach(({ levels }, mentor) => {
    add(levels, BigInt(capacities[mentor]!));
  });
  return levelsFrom(new Map([...sums].map(([level, pairs]) => [level, Number(pairs)])));
}
