import { similarity } from 'ml-distance';
import { checkVectors, fewestForCorrelation, heldInRange, isFlat } from './check-vectors.js';

/**
 * Pearson's correlation of two profiles, Σ(a − ā)(b − b̄) / √(Σ(a − ā)² · Σ(b − b̄)²), by `ml-distance`
 * (`similarity.pearson`), with what it does not check: lengths, and flat profiles, for which it gives `NaN`
 * or noise. It sees shape alone: profiles that run parallel far apart correlate 1.
 *
 * @param first values of size ≤ 10⁹
 * @param second as many values
 * @returns in [−1, 1]; `null` below three values or where a profile is flat
 * @throws InputError where the lengths differ or a value is no number
 */
export function pearsonCorrelation(first: readonly number[], second: readonly number[]): number | null {
  checkVectors('pearsonCorrelation', first, second);
  if (first.length < fewestForCorrelation || isFlatVector(first) || isFlatVector(second)) return null;
  return heldInRange(similarity.pearson([...first], [...second]));
}

function isFlatVector(values: readonly number[]): boolean {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return isFlat(squares, mean, values.length);
}
