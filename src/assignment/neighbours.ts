import type { CostView } from './cost-view.js';
import { allowedPairs } from './pattern.js';

/** The columns that at least one of the rows may have. */
export function neighbours(costs: CostView, rows: readonly number[]): number[] {
  const pattern = allowedPairs(costs);
  const found = new Set<number>();
  for (const row of rows)
    for (let at = pattern.next(row, pattern.first(row)); at >= 0; at = pattern.next(row, at + 1))
      found.add(pattern.columnAt(at));
  return [...found].sort((one, other) => one - other);
}
