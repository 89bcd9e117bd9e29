import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { CostSample } from './cost-sample.js';
import type { LazyView } from './cost-view.js';
import { firstPrices } from './first-prices.js';
import { placeAuction } from './place-auction.js';
import { placeAt } from './place-units.js';
import { Placement } from './placement.js';
import { reduceRows } from './row-reduction.js';
import { shortestPaths } from './shortest-paths.js';
import { SquareView } from './square-view.js';
import type { Trace } from './trace.js';

/** A square problem on demand: as many units, rows and spare places together, as places and room outside. */
export interface LazyTask {
  readonly costs: LazyView;
  /** 1 for rows that take part, else 0. */
  readonly demands: Int32Array;
  readonly capacities: Int32Array;
  /** v to start from; −Infinity closes a column. */
  readonly columnDuals: Float64Array;
  /** How many places stay free, at cost 0. */
  readonly spare: number;
  /** How many rows stay out, each at the cost `outside`. */
  readonly room: number;
  readonly outside: number;
  /** Is told where the search stands. */
  readonly trace?: Trace | undefined;
}

/**
 * The steps of the auction, relative to the range of costs in a row. Where no place stays free and no row
 * stays out, rough steps only cause rows to be read again; else they settle who stays out.
 */
const fineSteps = [2e-4, 2e-6];
const roughSteps = [1e-3, 1e-4, 1e-5, 2e-6];

/**
 * Solves a square problem on demand: an auction for the duals, what is tight of it, then row reduction and
 * shortest paths, as in `placeUnits`. The columns of the result are those of `SquareView`.
 */
export function* placeLazily(task: LazyTask): Steps<AssignmentProgress, Placement> {
  const { costs, demands, capacities, columnDuals, spare, room, outside, trace } = task;
  const square = new SquareView(costs, { outside });
  const isLong = costs.columns >= longRow && columnDuals.every((v) => v === 0 || v === -Infinity);
  const start = isLong ? yield* firstPrices(costs, demands, capacities, columnDuals) : columnDuals;
  const placement = new Placement(
    {
      costs: square,
      demands: withLast(demands, spare),
      capacities: withLast(capacities, room),
      columnDuals: withLast(start, room > 0 ? 0 : -Infinity),
      unassignedCost: Infinity,
      trace,
    },
    keptColumns(costs.rows),
  );
  const { range, isWhole } = yield* sampleCosts(costs);
  const isPlain = spare === 0 && room === 0;
  const steps = (isPlain ? fineSteps : roughSteps).map((step) =>
    isWhole ? Math.ceil(range * step) : range * step,
  );
  if (range > 0) {
    const columnOf = yield* placeAuction(placement, steps);
    yield* keepTight(placement, columnOf);
  } else yield* keepTight(placement, new Int32Array(costs.rows).fill(-1));
  if (isPlain) yield* reduceRows(placement, 4, 20 * placement.unitRow.length);
  yield* shortestPaths(placement);
  return placement;
}

/** From so many columns on, a sample saves more readings than it costs. */
const longRow = 2000;

/**
 * How many columns are kept of a row: with good first prices more would save few readings, even of long rows. Of very
 * many rows fewer are kept, so that the lists stay below 60 MB.
 */
const keptColumns = (rows: number): number => Math.max(48, Math.min(64, Math.floor(4.8e6 / rows)));

function withLast<List extends Int32Array | Float64Array>(list: List, last: number): List {
  const longer = new (list.constructor as new (length: number) => List)(list.length + 1);
  longer.set(list);
  longer[list.length] = last;
  return longer;
}

/** Looks at about 16 rows. */
function* sampleCosts(costs: LazyView): Steps<AssignmentProgress, CostSample> {
  const sample = new CostSample();
  for (let row = 0; row < costs.rows; row += Math.max(1, costs.rows >> 4)) {
    yield { stage: 'assigning', done: 0, of: costs.rows };
    sample.add(costs, row);
  }
  return sample;
}

/** Places each unit where the auction left it, if that is tight, else at a tight column with room. */
function* keepTight(placement: Placement, columnOf: Int32Array): Steps<AssignmentProgress, void> {
  const { unitRow, best, problem } = placement;
  const v = problem.columnDuals;
  const flatRow = problem.costs.rows - 1;
  const waiting: number[] = [];
  const units = unitRow.length;
  let unit = 0;
  for (; unit < units && unitRow[unit]! < flatRow; unit++) {
    if (unit % 64 === 0) yield { stage: 'assigning', done: 0, of: units };
    const row = unitRow[unit]!;
    best.lookForLeast(row);
    if (!placeIfTight(placement, unit, row, columnOf[row]!)) waiting.push(unit);
  }
  let at = 0;
  for (const one of waiting) {
    if (at++ % 64 === 0) yield { stage: 'assigning', done: 0, of: units };
    const row = unitRow[one]!;
    best.lookForLeast(row);
    if (!placeAt(placement, one, row, best.least)) placement.free[placement.freeCount++] = one;
  }
  let highest = -Infinity;
  for (const dual of v) if (dual > highest) highest = dual;
  for (let j = 0; j < v.length && unit < units; j++)
    if (v[j] === highest) while (unit < units && placement.hasRoom(j)) placement.place(unit++, j, 0);
  for (; unit < units; unit++) placement.free[placement.freeCount++] = unit;
}

/** Places a unit in a column of its row, −1 = none, if the reduced cost there is the least. */
function placeIfTight(placement: Placement, unit: number, row: number, column: number): boolean {
  const { columns, costs, starts, ends, least } = placement.best;
  const v = placement.problem.columnDuals;
  for (let t = starts[row]!, end = ends[row]!; t < end; t++) {
    if (columns[t] !== column) continue;
    if (costs[t]! - v[column]! !== least) return false;
    placement.place(unit, column, costs[t]!);
    return true;
  }
  return false;
}
