import { orderedSum } from './moments.js';

/** The correlation of goals with each other that Kiresuk and Sherman take. */
const correlation = 0.3;

/**
 * T-score of goal attainment: 50 + 10 Σwx / √((1 − ρ) Σw² + ρ (Σw)²) with levels x from −2 to +2, weights w and
 * ρ = 0.3. 50 is "all as expected"; about two of three lie between 40 and 60 if levels were set with care. Kiresuk &
 * Sherman (1968), *Goal attainment scaling*, Community Mental Health J. 4, 443–453, doi:10.1007/BF01530764.
 *
 * @param goals level −2 … +2, weight > 0
 * @returns `null` without goals
 */
export function attainmentTScore(
  goals: readonly { readonly level: number; readonly weight: number }[],
): number | null {
  if (goals.length === 0) return null;
  const weights = orderedSum(goals.map(({ weight }) => weight));
  const squares = orderedSum(goals.map(({ weight }) => weight * weight));
  const reached = orderedSum(goals.map(({ level, weight }) => weight * level));
  return 50 + (10 * reached) / Math.sqrt((1 - correlation) * squares + correlation * weights * weights);
}
