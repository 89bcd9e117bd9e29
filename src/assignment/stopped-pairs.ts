import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import type { Holders } from './holders.js';
import { allowedPairs } from './pattern.js';
import type { AssignmentProblem } from './problem.js';
import type { Trace } from './trace.js';

/** Takes over the pairs that a stopped search has made, first those of the part that is finished. */
export function pairsSoFar({ capacities }: AssignmentProblem, trace: Trace, holders: Holders): void {
  // What is no row or column of the problem (−1, or outside it) is below nothing.
  const place = (row: number, column: number) => {
    if (holders.columnOf[row]! < 0 && holders.count[column]! < capacities[column]!)
      holders.place(row, column);
  };
  const { draft, placement, isTurned, columnOf } = trace;
  draft?.rowToColumn.forEach((column, row) => {
    place(row, column);
  });
  placement?.unitRow.forEach((own, unit) => {
    const other = placement.holders.columnOf[unit]!;
    if (isTurned === true) place(other, own);
    else place(own, other);
  });
  columnOf?.forEach((column, row) => {
    place(row, column);
  });
}

/** Among so many free columns a row that was never read looks for its cheapest. */
const mostTries = 32;

/**
 * Gives rows that are left free columns, the best at present duals among those that are known: kept ones, or a few
 * that are tried. With a price, every row that may have a free column then has one.
 */
export function* fillByPrice(
  { costs, capacities, unassigned }: AssignmentProblem,
  { placement, isTurned }: Trace,
  holders: Holders,
): Steps<AssignmentProgress, void> {
  const { rows, columns } = costs;
  // What is no row or column of the problem is neither.
  const isOut = (row: number) => holders.columnOf[row]! < 0;
  const isFree = (column: number) => holders.count[column]! < capacities[column]!;
  const [isWaiting, isOpen] = isTurned === true ? [isFree, isOut] : [isOut, isFree];
  const price = typeof unassigned === 'number' ? unassigned : Infinity;
  for (let unit = 0; placement !== undefined && unit < placement.unitRow.length; unit++) {
    if (unit % 1024 === 0) yield { stage: 'assigning', done: unit, of: placement.unitRow.length };
    const own = placement.unitRow[unit]!;
    if (!isWaiting(own)) continue;
    const { best, problem } = placement;
    let least = Infinity;
    let other = -1;
    for (let t = best.starts[own]!, end = best.ends[own]!; t < end; t++) {
      const j = best.columns[t]!;
      const reduced = best.costs[t]! - problem.columnDuals[j]!;
      if (!isOpen(j) || !(reduced < least) || best.costs[t]! > price) continue;
      least = reduced;
      other = j;
    }
    if (other >= 0) holders.place(isTurned === true ? other : own, isTurned === true ? own : other);
  }

  const pattern = allowedPairs(costs);
  let free = 0;
  capacities.forEach((_, column) => {
    if (isFree(column)) free += 1;
  });
  for (let row = 0; row < rows && free > 0; row++) {
    if (row % 64 === 0) yield { stage: 'assigning', done: row, of: rows };
    if (!isOut(row)) continue;
    const start = Math.floor((row * columns) / rows);
    let least = Infinity;
    let found = -1;
    for (let step = 0, tries = 0; step < columns && tries < mostTries; step++) {
      const column = start + step < columns ? start + step : start + step - columns;
      if (!isFree(column)) continue;
      tries += 1;
      const cost = costs.entry(row, column);
      if (cost >= least || cost > price) continue;
      least = cost;
      found = column;
    }
    // Under 'most' others may have to move anyway: `largestMatching` sees to it.
    for (
      let at = found < 0 && price < Infinity ? pattern.next(row, pattern.first(row)) : -1;
      at >= 0 && found < 0;
      at = pattern.next(row, at + 1)
    ) {
      const column = pattern.columnAt(at);
      if (isFree(column) && costs.entry(row, column) <= price) found = column;
    }
    if (found < 0) continue;
    holders.place(row, found);
    if (!isFree(found)) free -= 1;
  }
}
