import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { DenseView, type LazyView } from './cost-view.js';
import { placeUnits } from './place-units.js';

/** How many rows a sample has: more of long rows, where readings are dear. */
const sampleRows = (columns: number): number => Math.min(2000, Math.max(500, columns / 50));

/**
 * Column duals to start an auction from, by a small matrix of rows and columns spread over all: what a column
 * would be worth to the rows of the sample, once these are placed among its columns at best. A column that is
 * sought after in the sample will be so among all.
 *
 * v = the mean of the least c − u that rows of the sample have in a column, one in twenty of them. The least alone would
 * say more of one row than of the column: some columns would seem far too dear, and all prices have to rise until
 * these are worth theirs. Of each row its costs in the sampled columns are asked, then one reading.
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
  const most = Math.min(sampleRows(costs.columns), Math.ceil(costs.rows / 20));
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
    for (let t = 0; t < columns.length; t++) {
      const cost = costs.entry(rows[at]!, columns[t]!);
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
  const near = new NearestRows(costs.columns, Math.min(mostAsked, Math.ceil(rows.length * asked)));
  for (let at = 0; at < rows.length; at++) {
    yield { stage: 'assigning', done: 0, of: costs.rows };
    const column = holders.columnOf[at]!;
    const u = column < 0 ? highest : heldCost[at]! - problem.columnDuals[column]!;
    costs.load(rows[at]!);
    near.add(costs.costAt, u);
  }
  return Float64Array.from(v, (dual, column) => (dual === -Infinity ? -Infinity : near.dualOf(column)));
}

/** Which share of the sample's rows that may have a column is asked what it is worth, and how many at most. */
const asked = 0.05;
const mostAsked = 50;

/** Of each column the least reduced costs c − u that rows of the sample have there. */
class NearestRows {
  /** `kept` for each column, ascending. Prices to start from need not be exact. */
  readonly #reduced: Float32Array;
  /** How many rows may have each column. */
  readonly #seen: Int32Array;
  readonly #kept: number;

  constructor(columns: number, kept: number) {
    this.#kept = kept;
    this.#reduced = new Float32Array(columns * kept).fill(Infinity);
    this.#seen = new Int32Array(columns);
  }

  add(costAt: Float64Array, u: number): void {
    const all = this.#reduced;
    const kept = this.#kept;
    for (let column = 0, last = kept - 1; last < all.length; column++, last += kept) {
      const reduced = costAt[column]! - u;
      if (reduced === Infinity) continue;
      this.#seen[column]! += 1;
      if (reduced >= all[last]!) continue;
      let at = last;
      for (const first = last - kept + 1; at > first && all[at - 1]! > reduced; at--) all[at] = all[at - 1]!;
      all[at] = reduced;
    }
  }

  /** A whole number where the reduced costs are, so that sums stay exact. */
  dualOf(column: number): number {
    const count = Math.min(this.#kept, Math.ceil(this.#seen[column]! * asked));
    let sum = 0;
    for (let at = 0; at < count; at++) sum += this.#reduced[column * this.#kept + at]!;
    const mean = sum / count;
    // Nobody may have the column, or costs are too large.
    if (!Number.isFinite(mean)) return 0;
    return Number.isInteger(sum) ? 0 + Math.round(mean) : mean;
  }
}

/** About `most` of the indices below `length` that take part, evenly spread. */
function spread(length: number, takesPart: (index: number) => boolean, most: number): number[] {
  const all: number[] = [];
  for (let index = 0; index < length; index++) if (takesPart(index)) all.push(index);
  const count = Math.min(all.length, most);
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]!);
}
