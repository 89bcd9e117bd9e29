import type { AssignmentOptions, CostMatrix } from '../../src/assignment/index.js';

export interface Best {
  readonly assignedRows: number;
  readonly totalCost: number;
}

/**
 * The best (rows, cost) by trying every assignment, or `null` where none is allowed.
 *
 * @param forced a row that must be assigned
 */
export function bestByTrying(cost: CostMatrix, options: AssignmentOptions, forced = -1): Best | null {
  const { rows, columns, values } = cost;
  const left = Array.from({ length: columns }, (_, j) => options.capacities?.[j] ?? 1);
  const places = left.reduce((sum, capacity) => sum + capacity, 0);
  const { unassigned = 'forbid' } = options;
  const price = typeof unassigned === 'number' ? unassigned : 0;
  let best: Best | null = null;
  const isBetter = (one: Best, other: Best) =>
    typeof unassigned === 'number'
      ? one.totalCost - other.totalCost || other.assignedRows - one.assignedRows
      : other.assignedRows - one.assignedRows || one.totalCost - other.totalCost;
  const visit = (row: number, assignedRows: number, totalCost: number): void => {
    if (row === rows) {
      if (unassigned === 'forbid' && assignedRows < Math.min(rows, places)) return;
      const found = { assignedRows, totalCost };
      if (best === null || isBetter(found, best) < 0) best = found;
      return;
    }
    if (row !== forced) visit(row + 1, assignedRows, totalCost + price);
    for (let j = 0; j < columns; j++) {
      const pair = values[row * columns + j]!;
      if (left[j]! === 0 || pair === Infinity) continue;
      left[j]! -= 1;
      visit(row + 1, assignedRows + 1, totalCost + pair);
      left[j]! += 1;
    }
  };
  visit(0, 0, 0);
  return best;
}
