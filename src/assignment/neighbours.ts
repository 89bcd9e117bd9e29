import { type CostView, isLazy } from './cost-view.js';

/** The columns that at least one of the rows may have. */
export function neighbours(costs: CostView, rows: readonly number[]): number[] {
  const found = new Uint8Array(costs.columns);
  const list: number[] = [];
  const allowed = new Int32Array(costs.columns);
  for (const row of rows) {
    if (isLazy(costs)) {
      const count = costs.writeAllowed(row, allowed);
      for (let t = 0; t < count; t++) found[allowed[t]!] = 1;
      continue;
    }
    costs.load(row);
    for (let t = costs.start; t < costs.end; t++)
      if (costs.costAt[t] !== Infinity) found[costs.columnAt[t]!] = 1;
  }
  for (let j = 0; j < found.length; j++) if (found[j] === 1) list.push(j);
  return list;
}
