import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import type { Placement } from './placement.js';

/** After how many units the work can be paused. */
const pause = 64;

/**
 * Augmenting row reduction: each free unit takes its row's cheapest column and lowers that column's dual until
 * the row would as soon take its second-cheapest; whoever held the column is free again. Fast and exact while
 * it goes well, so it stops after a number of steps and leaves the rest to shortest paths.
 *
 * Jonker & Volgenant (1987), doi:10.1007/BF02278710, section 3.2. Columns of several places are filled, but
 * not fought for: one dual cannot outbid one holder alone. With a price of leaving out, that price is one more
 * column of the row's own; a row that prefers it prefers it for ever, as duals only fall.
 *
 * @param passes how often the list of free units is gone through
 * @param stepLimit how many units are treated at most
 * @returns whether the limit was met
 */
export function* reduceRows(
  placement: Placement,
  passes: number,
  stepLimit: number,
): Steps<AssignmentProgress, boolean> {
  const { problem, best, free, holders, unitRow } = placement;
  const { capacities, columnDuals: v, unassignedCost } = problem;
  let steps = 0;
  for (let pass = 0; pass < passes && placement.freeCount > 0; pass++) {
    const last = placement.freeCount;
    let at = 0;
    let left = 0;
    while (at < last) {
      const unit = free[at++]!;
      if (steps >= stepLimit) {
        free[left++] = unit;
        continue;
      }
      steps += 1;
      if (steps % pause === 0) yield { stage: 'assigning', done: at, of: unitRow.length };
      const row = unitRow[unit]!;
      best.lookForBid(row);
      const { least, second, secondColumn } = best;
      if (least > unassignedCost) continue;
      let j = best.leastColumn;
      let cost = best.leastCost;
      if (j < 0) {
        free[left++] = unit;
        continue;
      }
      const isSingle = capacities[j] === 1;
      let holder = holders.first[j]!;
      const next = second < unassignedCost ? second : unassignedCost;
      const lowered = next < Infinity ? v[j]! - (next - least) : v[j]!;
      const isLower = isSingle && lowered < v[j]!;
      if (isLower) v[j] = lowered;
      else if (!placement.hasRoom(j)) {
        if (secondColumn >= 0 && second === least) {
          j = secondColumn;
          cost = problem.costs.entry(row, j);
          holder = holders.first[j]!;
        }
        if (capacities[j] !== 1 && !placement.hasRoom(j)) {
          free[left++] = unit;
          continue;
        }
      }
      if (holder >= 0 && capacities[j] === 1) {
        holders.release(holder);
        if (isLower) free[--at] = holder;
        else free[left++] = holder;
      }
      placement.place(unit, j, cost);
    }
    placement.freeCount = left;
  }
  return steps >= stepLimit;
}
