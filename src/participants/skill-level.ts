/** Wide enough for any scale, narrow enough that products of levels and weights neither overflow nor vanish. */
export const largestLevel = 1e6;
const smallestLevel = 1e-6;
export const levelRule = '0, or a number from 0.000001 to 1,000,000';

/** Whether a value can be the level or the importance of a skill: see `levelRule`. */
export function isLevel(value: unknown): value is number {
  if (typeof value !== 'number') return false;
  return value === 0 || (value >= smallestLevel && value <= largestLevel);
}
