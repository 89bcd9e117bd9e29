import { checkVectors, fewestForCorrelation, heldInRange, isFlat } from './check-vectors.js';

/**
 * The double-entry intraclass correlation of two profiles: Pearson's correlation of (a, b) with (b, a), that
 * is 2 Σ(a − m)(b − m) / Σ((a − m)² + (b − m)²), m the mean of all values. Unlike Pearson's it sees level and
 * spread as well as shape. Of four measures it told matched from mismatched profiles of facets best, and those
 * of broad traits as well as the best, in McCrae (2008), *A note on some measures of profile agreement*,
 * J. Personality Assessment 90, 105–109, doi:10.1080/00223890701845104, there on standardised scores.
 *
 * @param first values of size ≤ 10⁹
 * @param second as many values
 * @returns in [−1, 1]; `null` below three values or where all values of both are the same
 * @throws InputError where the lengths differ or a value is no number
 */
export function doubleEntryCorrelation(first: readonly number[], second: readonly number[]): number | null {
  checkVectors('doubleEntryCorrelation', first, second);
  if (first.length < fewestForCorrelation) return null;
  let sum = 0;
  for (const [index, value] of first.entries()) sum += value + second[index]!;
  const mean = sum / (2 * first.length);
  let product = 0;
  let squares = 0;
  for (const [index, value] of first.entries()) {
    const one = value - mean;
    const other = second[index]! - mean;
    product += one * other;
    squares += one * one + other * other;
  }
  return isFlat(squares, mean, 2 * first.length) ? null : heldInRange((2 * product) / squares);
}
