/** Count, mean and standard deviation (n − 1) of some values. */
export interface Moments {
  readonly n: number;
  /** `null` of no values. */
  readonly mean: number | null;
  /** `null` below two values. */
  readonly standardDeviation: number | null;
}

/**
 * Count, mean and standard deviation. Values are added in ascending order, so that the order in which they came
 * does not change a digit.
 *
 * O(n log n).
 */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  if (n === 0) return { n, mean: null, standardDeviation: null };
  const mean = orderedSum(values) / n;
  if (n === 1) return { n, mean, standardDeviation: null };
  const squares = orderedSum(values.map((value) => (value - mean) * (value - mean)));
  return { n, mean, standardDeviation: Math.sqrt(squares / (n - 1)) };
}

/** The sum in ascending order: the same digits for every order of the values. */
export function orderedSum(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other).reduce((sum, value) => sum + value, 0);
}
