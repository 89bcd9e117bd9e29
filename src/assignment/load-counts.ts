/**
 * What is counted beside costs, as one small whole number: rows with a column, pairs, and places that meet a
 * minimum, in this order.
 *
 * Along any simple chain of moves each of the three changes by at most 2 (a chain starts at one row, ends at
 * one place or row, and every column it passes loses and gains one row), and a dual is the difference of two
 * such chains or the largest of a few of them. So no part ever leaves −8 … 8, no part carries into the next,
 * and comparing the numbers is comparing the tuples, whatever the size of the problem.
 */
export const countOf = { row: 4096, pair: 64, minimum: 1 } as const;

/** The three counts of a whole number; see `countOf`. */
export interface LoadCounts {
  readonly rows: number;
  readonly pairs: number;
  readonly minimums: number;
}

export function unpackCounts(count: number): LoadCounts {
  const minimums = nearestDigit(count);
  const above = (count - minimums) / 64;
  const pairs = nearestDigit(above);
  return { rows: (above - pairs) / 64, pairs, minimums };
}

/** The digit in −32 … 31 that leaves a multiple of 64. */
function nearestDigit(value: number): number {
  return ((value + 32) & 63) - 32;
}
