import type { CostView } from './cost-view.js';

/** What a few rows say of the costs, from which the steps of an auction are chosen. */
export class CostSample {
  /** The largest difference of costs within one row. */
  range = 0;
  /** Whether all costs are whole numbers. */
  isWhole = true;

  add(costs: CostView, row: number): void {
    costs.load(row);
    let least = Infinity;
    let most = -Infinity;
    for (let t = costs.start; t < costs.end; t++) {
      const cost = costs.costAt[t]!;
      if (cost === Infinity) continue;
      least = Math.min(least, cost);
      most = Math.max(most, cost);
      this.isWhole &&= Number.isInteger(cost);
    }
    this.range = Math.max(this.range, most - least);
  }
}
