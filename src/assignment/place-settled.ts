import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { type CostView, SparseView } from './cost-view.js';
import type { FairestAssignment } from './fairest-assignment.js';
import type { Cover } from './largest-matching.js';
import { placeUnits } from './place-units.js';
import type { TierPairs } from './tier-pairs.js';
import type { TierSearch } from './tier-search.js';

/**
 * The last stage: a cheapest assignment among those that no tier can improve, with its duals. Every row is
 * placed and every place filled, so that a spare row and an outer column take what may stay free or out, as in
 * `TierSearch`.
 */
export function* placeSettled(
  costs: CostView,
  pairs: TierPairs,
  { holders, mayBeSpare, mayStayOut }: TierSearch,
  { rowCover, columnCover }: Cover,
  capacities: Int32Array,
): Steps<AssignmentProgress, Pick<FairestAssignment, 'rowToColumn' | 'rowDuals' | 'columnDuals'>> {
  const { rows, columns, starts, ends, columnAt } = pairs;
  const places = placesInUse(pairs, capacities);
  const out = holders.count[columns]!;
  const spare = places.reduce((sum, count) => sum + count, 0) - (rows - out);
  const openColumns = [...mayBeSpare.keys()].filter((column) => spare > 0 && mayBeSpare[column] === 1);

  const rowStarts = new Int32Array(rows + 2);
  const size = ends.reduce(
    (sum, end, row) => sum + end - starts[row]! + mayStayOut[row]!,
    openColumns.length,
  );
  const columnIndices = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let t = starts[row]!; t < ends[row]!; t++) {
      columnIndices[at] = columnAt[t]!;
      values[at++] = costs.entry(row, columnAt[t]!);
    }
    if (out > 0 && mayStayOut[row] === 1) columnIndices[at++] = columns;
    rowStarts[row + 1] = at;
  }
  for (const column of openColumns) columnIndices[at++] = column;
  rowStarts[rows + 1] = at;
  const withSpare = spare > 0 ? 1 : 0;
  const withOuter = out > 0 ? 1 : 0;
  const view = new SparseView({
    rows: rows + withSpare,
    columns: columns + withOuter,
    rowStarts: rowStarts.subarray(0, rows + withSpare + 1),
    columnIndices: columnIndices.subarray(0, at),
    values: values.subarray(0, at),
  });
  const demands = new Int32Array(view.rows).fill(1).fill(spare, rows);
  const filled = new Int32Array(view.columns).fill(out, columns);
  filled.set(places);
  const v = new Float64Array(view.columns);
  const placement = yield* placeUnits({
    costs: view,
    demands,
    capacities: filled,
    columnDuals: v,
    unassignedCost: Infinity,
  });
  if (placement.blockedRows.length > 0)
    throw new Error('solveFairestAssignment: no last assignment; this is a defect of the library');

  const rowToColumn = new Int32Array(rows);
  const u = new Float64Array(rows);
  placement.unitRow.forEach((row, unit) => {
    if (row === rows) return;
    const column = placement.holders.columnOf[unit]!;
    rowToColumn[row] = column === columns ? -1 : column;
    u[row] = placement.heldCost[unit]! - v[column]!;
  });
  // Shifted so that what may stay free or out has a dual of 0 at most: 0 where it does.
  let highestSpare = -Infinity;
  let highestOut = -Infinity;
  for (let column = 0; column < columns; column++)
    if (mayBeSpare[column] === 1 && v[column]! > highestSpare) highestSpare = v[column]!;
  for (let row = 0; row < rows; row++)
    if (mayStayOut[row] === 1 && u[row]! > highestOut) highestOut = u[row]!;
  const spareShift = highestSpare === -Infinity ? 0 : highestSpare;
  const outShift = highestOut === -Infinity ? 0 : highestOut;
  return {
    rowToColumn,
    rowDuals: u.map((dual, row) => dual + (rowCover[row] === 1 ? spareShift : 0 - outShift)),
    columnDuals: v
      .slice(0, columns)
      .map((dual, column) => dual + (columnCover[column] === 1 ? outShift : 0 - spareShift)),
  };
}

/** Places that count: a column with more than its pairs and one more always has one free, and is cut to that. */
function placesInUse(
  { rows, columns, starts, ends, columnAt }: TierPairs,
  capacities: Int32Array,
): Int32Array {
  const wanted = new Int32Array(columns);
  for (let row = 0; row < rows; row++)
    for (let t = starts[row]!; t < ends[row]!; t++) wanted[columnAt[t]!]! += 1;
  return wanted.map((pairs, column) => Math.min(capacities[column]!, pairs + 1));
}
