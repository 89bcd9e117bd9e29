import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { type CostView, DenseView, type RealArray } from './cost-view.js';
import type { Placement } from './placement.js';

/** After how many rows the work can be paused. */
const pause = 256;

/**
 * Column reduction and reduction transfer: every column's dual becomes its least cost, and the column goes to
 * the row where it is least, if that row has none yet. Then a row that is the least of one column only hands
 * on what it gains over its second-best. A good start where every place is going to be filled.
 *
 * Jonker & Volgenant (1987), doi:10.1007/BF02278710, section 3.1. O(rows · columns), one reading.
 */
export function* reduceColumns(placement: Placement): Steps<AssignmentProgress, void> {
  const { problem, best, holders } = placement;
  const { costs, columnDuals: v } = problem;
  const { rows, columns } = costs;
  const leastRow = new Int32Array(columns).fill(-1);
  v.fill(Infinity);
  best.forget();
  for (let row = 0; row < rows; row++) {
    if (row % pause === 0) yield { stage: 'assigning', done: 0, of: rows };
    if (!(costs instanceof DenseView)) lowerListed(costs, row, v, leastRow);
    // Broken entries are noticed on the way, which spares a reading.
    else if (lowerDense(costs.rowValues, costs.locate(row), row, v, leastRow)) costs.isChecked[row] = 1;
    else costs.prepare(row);
  }
  const isShared = new Uint8Array(rows);
  for (let j = columns - 1; j >= 0; j--) {
    const row = leastRow[j]!;
    if (row < 0) v[j] = 0;
    else if (holders.columnOf[row]! < 0) placement.place(row, j, v[j]!);
    else isShared[row] = 1;
  }
  for (let row = 0; row < rows; row++) {
    if (row % pause === 0) yield { stage: 'assigning', done: row >> 1, of: rows };
    const j = holders.columnOf[row]!;
    if (j < 0) placement.free[placement.freeCount++] = row;
    else if (isShared[row] === 0) {
      best.lookExactly(row);
      const other = best.leastColumn === j ? best.second : best.least;
      if (other > 0 && other < Infinity) v[j]! -= other;
    }
  }
}

/** Returns whether the row holds neither NaN nor −Infinity. */
function lowerDense(
  values: RealArray,
  offset: number,
  row: number,
  v: Float64Array,
  leastRow: Int32Array,
): boolean {
  const { length } = v;
  let holdsCosts = true;
  for (let j = 0; j < length; j++) {
    // After the first rows few are lower: passed over four at a time. NaN is not above anything.
    while (
      j + 3 < length &&
      values[offset + j]! >= v[j]! &&
      values[offset + j + 1]! >= v[j + 1]! &&
      values[offset + j + 2]! >= v[j + 2]! &&
      values[offset + j + 3]! >= v[j + 3]!
    )
      j += 4;
    if (j >= length) break;
    const cost = values[offset + j]!;
    if (cost < v[j]!) {
      v[j] = cost;
      leastRow[j] = row;
    }
    if (!(cost > -Infinity)) holdsCosts = false;
  }
  return holdsCosts;
}

function lowerListed(costs: CostView, row: number, v: Float64Array, leastRow: Int32Array): void {
  costs.load(row);
  const { start, end, columnAt, costAt } = costs;
  for (let t = start; t < end; t++) {
    const j = columnAt[t]!;
    if (costAt[t]! < v[j]!) {
      v[j] = costAt[t]!;
      leastRow[j] = row;
    }
  }
}
