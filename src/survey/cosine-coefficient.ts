import { similarity } from 'ml-distance';
import { checkVectors, heldInRange, isZero } from './check-vectors.js';

/**
 * Cosine of the angle between two profiles, Σab / √(Σa² · Σb²), by `ml-distance` (`similarity.cosine`), with
 * what it does not check: lengths, and zero vectors, for which it gives `NaN`. On raw scores, which are all
 * positive, everybody is close to 1; it says something on z-scores.
 *
 * @param first values of size ≤ 10⁹
 * @param second as many values
 * @returns in [−1, 1]; `null` where a profile is empty or all zero
 * @throws InputError where the lengths differ or a value is no number
 */
export function cosineCoefficient(first: readonly number[], second: readonly number[]): number | null {
  checkVectors('cosineCoefficient', first, second);
  if (isZero(sumOfSquares(first)) || isZero(sumOfSquares(second))) return null;
  return heldInRange(similarity.cosine([...first], [...second]));
}

function sumOfSquares(values: readonly number[]): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return squares;
}
