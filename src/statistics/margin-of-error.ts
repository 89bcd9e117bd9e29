import { usualLevel, zOf } from './interval.js';

/**
 * Half the width of the interval of a share when `n` of a population of `population` answered: z √(p(1 − p)/n) ·
 * √((N − n)/(N − 1)), the second root because those who answered are no longer uncertain (Cochran (1977), *Sampling
 * Techniques*, 3rd edition, 2.15 and 3.2). It speaks of chance alone, not of who chose to answer.
 *
 * @param share in [0, 1]; ½, the widest, unless given
 */
export function marginOfError(
  n: number,
  population: number,
  { share = 0.5, level = usualLevel }: { readonly share?: number; readonly level?: number } = {},
): number | null {
  if (n === 0 || population === 0) return null;
  const finite = population === 1 ? 0 : (population - n) / (population - 1);
  return zOf(level) * Math.sqrt((share * (1 - share)) / n) * Math.sqrt(finite);
}
