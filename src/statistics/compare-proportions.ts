import type { Proportion } from './newcombe-interval.js';

/**
 * How many standard errors two proportions lie apart: (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)) with the share p of both
 * together. Beyond 2 is the "two standard deviations" of selection practice; with few people use `fisherExact`.
 *
 * @returns `null` where a group is empty or all or none of both are hits
 */
export function standardErrorsApart(first: Proportion, second: Proportion): number | null {
  const hits = first.hits + second.hits;
  const all = first.n + second.n;
  if (first.n === 0 || second.n === 0 || hits === 0 || hits === all) return null;
  const share = hits / all;
  const error = Math.sqrt(share * (1 - share) * (1 / first.n + 1 / second.n));
  return (first.hits / first.n - second.hits / second.n) / error;
}

/**
 * A group's share of hits ÷ that of the group it is compared with. Below 0.8 the "four-fifths rule" of the Uniform
 * Guidelines on Employee Selection Procedures (29 CFR 1607.4 D) asks for a closer look; it proves nothing.
 *
 * @returns `null` where either is empty or the other has no hits
 */
export function impactRatio(group: Proportion, highest: Proportion): number | null {
  if (group.n === 0 || highest.n === 0 || highest.hits === 0) return null;
  return (group.hits * highest.n) / (group.n * highest.hits);
}

/**
 * Cohen's h, an effect size of two proportions: 2 arcsin √p₁ − 2 arcsin √p₂; 0.2 small, 0.5 medium, 0.8 large (Cohen
 * (1988), *Statistical Power Analysis for the Behavioral Sciences*, 2nd edition, 6.2).
 *
 * @param p1 in [0, 1]
 * @param p2 in [0, 1]
 */
export function cohensH(p1: number, p2: number): number {
  return 2 * (arcsineOfRoot(p1) - arcsineOfRoot(p2));
}

/**
 * arcsin √p without `Math.asin`, whose last digit differs between engines. With θ = arcsin √p, tan(θ/2) is
 * √p / (1 + √(1 − p)); halved three more times the arctangent's series to t¹⁵ is exact to 10⁻¹⁷.
 */
function arcsineOfRoot(p: number): number {
  let tangent = Math.sqrt(p) / (1 + Math.sqrt(1 - p));
  for (let half = 0; half < 3; half += 1) tangent /= 1 + Math.sqrt(1 + tangent * tangent);
  const square = tangent * tangent;
  let series = 0;
  for (let power = 15; power >= 1; power -= 2) series = 1 / power - square * series;
  return 16 * tangent * series;
}
