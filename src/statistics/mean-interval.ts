import { type Interval, usualLevel } from './interval.js';
import { type Moments, momentsOf } from './moments.js';
import { studentQuantile, studentTwoSidedTail } from './student.js';

/**
 * Interval of a mean, x̄ ± t · s / √n with Student's t of n − 1 degrees of freedom (Student (1908), *The probable
 * error of a mean*, Biometrika 6, 1–25, doi:10.1093/biomet/6.1.1). Right where the values are about normal or n is
 * large; on a short rating scale it may pass the end of the scale.
 *
 * @returns `null` below two values, and where all are the same: no spread was seen, which is not none
 */
export function meanInterval(values: readonly number[], level: number = usualLevel): Interval | null {
  const { n, mean, standardDeviation } = momentsOf(values);
  if (mean === null || standardDeviation === null || standardDeviation === 0) return null;
  const width = (studentQuantile(level, n - 1) * standardDeviation) / Math.sqrt(n);
  return { low: mean - width, high: mean + width, level };
}

/** A difference of two means, its interval and how likely one as large is if there is none. */
export interface MeanDifference {
  readonly difference: number;
  readonly interval: Interval;
  readonly pValue: number;
}

/**
 * The difference of two means of independent groups, without taking their spreads to be equal: Welch's t with the
 * degrees of freedom of Satterthwaite (Welch (1947), Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28).
 *
 * @returns `null` where either has fewer than two values or neither varies
 */
export function welchDifference(
  first: Moments,
  second: Moments,
  level: number = usualLevel,
): MeanDifference | null {
  if (first.mean === null || second.mean === null) return null;
  if (first.standardDeviation === null || second.standardDeviation === null) return null;
  const one = (first.standardDeviation * first.standardDeviation) / first.n;
  const two = (second.standardDeviation * second.standardDeviation) / second.n;
  if (one + two === 0) return null;
  const degrees = ((one + two) * (one + two)) / ((one * one) / (first.n - 1) + (two * two) / (second.n - 1));
  const error = Math.sqrt(one + two);
  const difference = first.mean - second.mean;
  const width = studentQuantile(level, degrees) * error;
  return {
    difference,
    interval: { low: difference - width, high: difference + width, level },
    pValue: studentTwoSidedTail(Math.abs(difference) / error, degrees),
  };
}
