/** One, in the whole-number scale of scores and shares: a million millionths. */
export const million = 1_000_000;

/**
 * Splits `total` into whole parts in proportion to `weights` by the largest remainder (Hamilton's method);
 * equal remainders go to the earlier index.
 *
 * Remainders are compared in steps of 2⁻²⁰, so that rounding noise of the weights (0.1 + 0.2) cannot decide.
 *
 * @param weights finite numbers ≥ 0, at least one of them > 0; of none there are no shares
 * @param total whole number of parts, at most 2³²
 * @returns whole numbers that add up to `total`
 */
export function wholeShares(weights: readonly number[], total: number = million): number[] {
  // Dividing by the largest weight first keeps the sum of huge weights finite.
  const largest = weights.reduce((max, weight) => Math.max(max, weight), 0);
  const scaled = weights.map((weight) => weight / largest);
  const sum = scaled.reduce((all, weight) => all + weight, 0);
  const quotas = scaled.map((weight) => Math.round(((weight * total) / sum) * 1048576));
  const shares = quotas.map((quota) => Math.floor(quota / 1048576));
  let left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota / 1048576) * 1048576 }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    shares[index]! += 1;
    left -= 1;
  }
  return shares;
}
