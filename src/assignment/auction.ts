import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { CostSample } from './cost-sample.js';
import type { Placement } from './placement.js';

/** The first ε, relative to the range of costs in a row, and by what it is divided from phase to phase. */
const firstStep = 0.005;
const division = 7;
/** The last ε, relative to range / rows. */
const lastStep = 0.1;

/**
 * ε-scaling auction, as a source of good column duals; the assignment it finds is thrown away.
 *
 * Every free row bids for its cheapest column: the dual falls so far that the row would as soon take its
 * second-cheapest, and by ε more, so that no two rows outbid each other by nothing for ever. Large ε first
 * gives rough duals soon; each phase starts from those of the phase before. Only for problems where every
 * place is filled, since columns keep their lower duals whether or not they are held in the end.
 *
 * Bertsekas (1988), doi:10.1007/BF02186476. Stops early where the bids of a phase exceed a limit: it is a
 * start, not the solution.
 */
export function* auction(placement: Placement): Steps<AssignmentProgress, void> {
  const { problem, best } = placement;
  const { rows, columns } = problem.costs;
  const v = problem.columnDuals;
  const { range, isWhole } = sampleCosts(placement);
  // Whole steps keep the duals of whole costs whole, and thereby exact.
  const rounded = (step: number) => (isWhole ? Math.ceil(step) : step);
  const last = rounded(Math.max((range * lastStep) / rows, smallestStep(placement)));
  const columnOf = new Int32Array(rows);
  const holder = new Int32Array(columns);
  const waiting = new Int32Array(rows);
  const bidLimit = 200 * rows + 10_000;
  // A phase for a step that is hardly larger than the last one would be for nothing.
  const next = (step: number) => (step / division < 2 * last ? last : rounded(step / division));
  for (let step = Math.max(rounded(range * firstStep), last); ; step = next(step)) {
    columnOf.fill(-1);
    holder.fill(-1);
    for (let row = 0; row < rows; row++) waiting[row] = rows - 1 - row;
    let count = rows;
    for (let bids = 0; count > 0; bids++) {
      if (bids > bidLimit) return;
      if (bids % 1024 === 0) yield { stage: 'assigning', done: 0, of: rows };
      const row = waiting[--count]!;
      best.lookExactly(row);
      const { least, second, leastColumn: j } = best;
      if (j < 0) return;
      v[j]! -= (second < Infinity ? second - least : range) + step;
      const outbid = holder[j]!;
      holder[j] = row;
      columnOf[row] = j;
      if (outbid >= 0) {
        columnOf[outbid] = -1;
        waiting[count++] = outbid;
      }
    }
    if (step <= last) return;
  }
}

/** Looks at about 64 rows. */
function sampleCosts({ problem: { costs } }: Placement): CostSample {
  const sample = new CostSample();
  for (let row = 0; row < costs.rows; row += Math.max(1, costs.rows >> 6)) sample.add(costs, row);
  return sample;
}

/** Below about 10⁻¹² of the largest dual a step would be lost in rounding, and the auction never end. */
function smallestStep({ problem, best }: Placement): number {
  let largest = 0;
  for (const v of problem.columnDuals) largest = Math.max(largest, Math.abs(v));
  best.look(0);
  if (best.leastColumn >= 0) largest = Math.max(largest, Math.abs(best.leastCost));
  return Math.max(largest * 1e-12, Number.MIN_VALUE);
}
