import { ProblemList } from '../core/index.js';

/** Largest size of a value in a profile; beyond it squares and their products could leave the number range. */
export const largestValue = 1e9;

/** Fewest values from which a correlation between two profiles means anything: two points always fit a line. */
export const fewestForCorrelation = 3;

/** Sums of squares below this count as zero. */
const zeroSquares = 1e-100;

/** Variation below this share (squared) of the mean's size is rounding, not variation. */
const flatness = 1e-24;

/** Whether values with these squared deviations (summed) from their mean are all the same but for rounding. */
export function isFlat(squares: number, mean: number, count: number): boolean {
  return squares <= flatness * count * mean * mean || squares < zeroSquares;
}

/** Whether a vector with this sum of squares is the zero vector but for underflow. */
export function isZero(squares: number): boolean {
  return squares < zeroSquares;
}

/** A correlation, held in [−1, 1] where rounding had pushed it out. */
export function heldInRange(correlation: number): number {
  return correlation > 1 ? 1 : correlation < -1 ? -1 : correlation;
}

/** @throws InputError unless both are arrays of the same length with finite numbers of size ≤ 10⁹ */
export function checkVectors(
  functionName: string,
  first: readonly number[],
  second: readonly number[],
): void {
  const problems = new ProblemList(functionName);
  for (const [name, vector] of [['first', first] as const, ['second', second] as const]) {
    if (!Array.isArray(vector)) problems.add(name, vector, 'an array of numbers');
    else {
      for (const [index, value] of vector.entries()) {
        if (!isProfileValue(value))
          problems.add(`${name}[${index}]`, value, `a number of size ≤ ${largestValue}`);
      }
    }
  }
  if (problems.length === 0 && first.length !== second.length) {
    problems.add('second.length', second.length, `as many values as first has (${first.length})`);
  }
  problems.throwIfAny();
}

/** Whether a value may stand in a profile. */
export function isProfileValue(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= largestValue;
}
