import type { PairsAndScore } from './objectives/kind.js';

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
    if (price.pairs === 0 && price.score === 0) return;
    const places = BigInt(capacities[mentor]!);
    pairs += places * BigInt(price.pairs);
    score += places * BigInt(price.score);
  });
  return { pairs: Number(pairs), score: Number(score) };
}
