import { normalQuantile } from './normal-quantile.js';

/** A confidence interval: `low` ≤ `high`, and the confidence with which it was made, such as 0.95. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** The confidence of intervals unless another is asked for. */
export const usualLevel = 0.95;

/** The two-sided normal quantile of a confidence level: 1.96 for 0.95. */
export function zOf(level: number): number {
  return normalQuantile((1 + level) / 2);
}
