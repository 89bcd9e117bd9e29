import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { DenseView, type LazyView } from './cost-view.js';
import { placeUnits } from './place-units.js';

/** How many rows a sample has at most, and at least so many columns. */
const sampleRows = 1000;

/**
 * Column duals to start an auction from, by a small matrix of rows and columns spread over all: what a column
 * would be worth to the rows of the sample, once these are placed among its columns at best. A column that is
 * sought after in the sample will be so among all.
 *
 * v = min over the sample's rows of c − u. Two readings of each row of the sample.
 *
 * @param demands rows that take part
 * @param v −Infinity for columns that are closed; the others are written
 */
export function* firstPrices(
  costs: LazyView,
  demands: Int32Array,
  capacities: Int32Array,
  v: Float64Array,
): Steps<AssignmentProgress, Float64Array> {
  const most = Math.min(sampleRows, Math.ceil(costs.rows / 20));
  const rows = spread(costs.rows, (row) => demands[row]! > 0, most);
  const share =
    rows.length /
    Math.max(
      1,
      demands.reduce((sum, demand) => sum + demand, 0),
    );
  let open = 0;
  for (const dual of v) if (dual !== -Infinity) open += 1;
  const columns = spread(costs.columns, (column) => v[column] !== -Infinity, Math.ceil(open * share));
  const values = new Float64Array(rows.length * columns.length);
  let highest = 0;
  for (let at = 0; at < rows.length; at++) {
    yield { stage: 'assigning', done: 0, of: costs.rows };
    costs.load(rows[at]!);
    for (let t = 0; t < columns.length; t++) {
      const cost = costs.costAt[columns[t]!]!;
      values[at * columns.length + t] = cost;
      if (cost !== Infinity && cost > highest) highest = cost;
    }
  }
  const sample = yield* placeUnits({
    costs: new DenseView({ rows: rows.length, columns: columns.length, values }, '', true),
    demands: new Int32Array(rows.length).fill(1),
    capacities: Int32Array.from(columns, (column) => capacities[column]!),
    columnDuals: new Float64Array(columns.length),
    unassignedCost: highest,
  });
  const { holders, heldCost, problem } = sample;
  const duals = Float64Array.from(v, (dual) => (dual === -Infinity ? -Infinity : Infinity));
  for (let at = 0; at < rows.length; at++) {
    yield { stage: 'assigning', done: 0, of: costs.rows };
    const column = holders.columnOf[at]!;
    const u = column < 0 ? highest : heldCost[at]! - problem.columnDuals[column]!;
    costs.load(rows[at]!);
    lowerBy(costs.costAt, u, duals);
  }
  for (let j = 0; j < duals.length; j++) if (duals[j] === Infinity) duals[j] = 0;
  return duals;
}

function lowerBy(costAt: Float64Array, u: number, duals: Float64Array): void {
  for (let j = 0; j < duals.length; j++) {
    const reduced = costAt[j]! - u;
    if (reduced < duals[j]!) duals[j] = reduced;
  }
}

/** About `most` of the indices below `length` that take part, evenly spread. */
function spread(length: number, takesPart: (index: number) => boolean, most: number): number[] {
  const all: number[] = [];
  for (let index = 0; index < length; index++) if (takesPart(index)) all.push(index);
  const count = Math.min(all.length, most);
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]!);
}
