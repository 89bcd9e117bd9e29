import { orderedSum } from './moments.js';

/**
 * How far goals were attained, as one number: 50 where everything came out as expected, 10 for one standard
 * deviation.
 *
 * T = 50 + 10 · Σ wᵢxᵢ / √((1 − ρ) Σ wᵢ² + ρ (Σ wᵢ)²)
 *
 * with levels xᵢ in −2 … +2, weights wᵢ and ρ the correlation that is expected between goals (Kiresuk & Sherman
 * (1968), *Goal Attainment Scaling*, Community Mental Health Journal 4(6), 443–453, doi:10.1007/BF01530764, who
 * take ρ = 0.3).
 *
 * @param goals level and weight (> 0; 1 unless given) of each
 * @param correlation ρ in [0, 1)
 * @returns `null` where there are no goals
 */
export function attainmentTScore(
  goals: readonly { readonly level: number; readonly weight?: number }[],
  correlation = 0.3,
): number | null {
  if (goals.length === 0) return null;
  // Ordered sums: the order in which goals come does not change a digit.
  const weights = goals.map(({ weight = 1 }) => weight);
  const weighted = orderedSum(goals.map(({ level, weight = 1 }) => weight * level));
  const squares = orderedSum(weights.map((weight) => weight * weight));
  const sum = orderedSum(weights);
  return 50 + (10 * weighted) / Math.sqrt((1 - correlation) * squares + correlation * sum * sum);
}
