/** About so many pairs are read between two pauses: a few milliseconds, also where costs are worked out on demand. */
export const pairsPerStep = 65536;

/** Whether the work can be paused before this row, where rows are read one after another from row 0 on. */
export function isPause(row: number, columns: number): boolean {
  return (row * columns) % pairsPerStep < columns;
}
