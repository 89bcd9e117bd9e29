import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { isLazy } from './cost-view.js';
import type { Cover } from './largest-matching.js';
import { isPause } from './pauses.js';
import type { Placement } from './placement.js';
import type { AssignmentProblem } from './problem.js';
import type { Trace } from './trace.js';

interface Duals {
  readonly rowDuals: Float64Array;
  readonly columnDuals: Float64Array;
}

/**
 * Duals of a stopped search that bound every assignment: u + v ≤ c for each pair that the cover touches once (with a
 * price: for each pair); u ≤ 0 (with a price p: u ≤ p) for rows, v ≤ 0 for columns outside the cover.
 *
 * Of the part under way the column duals are taken, and u = min c − v: over whole rows where a matrix is there, else
 * over kept columns and the bound of all others, so that nothing is read. Of the finished part the duals are there;
 * of a part that was not begun the trivial ones, from the least cost that there can be.
 */
export function* stoppedDuals(
  problem: AssignmentProblem,
  trace: Trace,
  cover: Cover,
  leastCost: number,
): Steps<AssignmentProgress, Duals> {
  const { costs, capacities, unassigned } = problem;
  const { rowCover, columnCover } = cover;
  const isPriced = typeof unassigned === 'number';
  const price = isPriced ? unassigned : 0;
  const lowest = leastCost - Math.max(0, price);
  const isBounded = (row: number) => isPriced || rowCover[row] === 0;
  const duals: Duals = {
    rowDuals: Float64Array.from(rowCover, (covered) => (covered === 1 ? lowest : Math.min(0, price))),
    columnDuals: Float64Array.from(columnCover, (covered) => (covered === 1 ? lowest : 0)),
  };
  const { rowDuals, columnDuals } = duals;
  takeFinished(trace, cover, duals);
  const { placement } = trace;
  if (placement === undefined) return duals;
  if (trace.isTurned === true) yield* fromColumns(placement, duals);
  else {
    const shift = shiftOf(problem, placement);
    const v = placement.problem.columnDuals;
    let highest = -Infinity;
    for (let j = 0; j < costs.columns; j++) {
      if (v[j] === -Infinity) continue;
      // May be Infinity, of a column that no row was seen to want.
      const dual = v[j]! - shift;
      columnDuals[j] = isPriced || columnCover[j] === 0 ? Math.min(0, dual) : dual;
      highest = Math.max(highest, columnDuals[j]!);
    }
    if (isLazy(costs)) yield* fromKept(placement, rowDuals, shift, leastCost - highest);
    else yield* fromRows(placement, duals);
  }
  for (let row = 0; row < costs.rows; row++) {
    if (isBounded(row)) rowDuals[row] = Math.min(rowDuals[row]!, price);
  }
  capacities.forEach((places, j) => {
    if (places === 0) columnDuals[j] = lowest;
  });
  return duals;
}

/** Of a part that is finished the duals are there: of its rows, and of the columns outside the cover. */
function takeFinished({ draft }: Trace, { columnCover }: Cover, { rowDuals, columnDuals }: Duals): void {
  draft?.rowToColumn.forEach((column, row) => {
    if (column >= 0) rowDuals[row] = draft.rowDuals[row]!;
  });
  draft?.columnDuals.forEach((dual, column) => {
    if (columnCover[column] === 0) columnDuals[column] = dual;
  });
}

/** What all duals are lowered by: the flat column has the dual 0, or the highest has where it is closed. */
function shiftOf({ costs, unassigned }: AssignmentProblem, { problem }: Placement): number {
  const v = problem.columnDuals;
  const flat = isLazy(costs) ? v[costs.columns]! : -Infinity;
  if (flat !== -Infinity) return flat;
  if (typeof unassigned === 'number') return 0;
  let highest = -Infinity;
  for (const dual of v) if (dual > highest && dual < Infinity) highest = dual;
  return highest === -Infinity ? 0 : highest;
}

/** u from what is kept of each row and the bound of all that is not kept; the bound moves with the duals. */
function* fromKept(
  { best, problem }: Placement,
  rowDuals: Float64Array,
  shift: number,
  unread: number,
): Steps<AssignmentProgress, void> {
  const v = problem.columnDuals;
  for (let row = 0; row < rowDuals.length; row++) {
    if (row % 1024 === 0) yield { stage: 'assigning', done: row, of: rowDuals.length };
    if (problem.demands[row] === 0) continue;
    let least = best.bounds[row]! + shift;
    for (let t = best.starts[row]!, end = best.ends[row]!; t < end; t++) {
      const reduced = best.costs[t]! - v[best.columns[t]!]! + shift;
      if (reduced < least) least = reduced;
    }
    rowDuals[row] = least === -Infinity ? unread : least;
  }
}

/** u = min c − v over the columns that take part. */
function* fromRows(
  { problem }: Placement,
  { rowDuals, columnDuals }: Duals,
): Steps<AssignmentProgress, void> {
  const { costs, columnDuals: v } = problem;
  for (let row = 0; row < rowDuals.length; row++) {
    if (isPause(row, costs.columns)) yield { stage: 'assigning', done: row, of: rowDuals.length };
    if (problem.demands[row] === 0) continue;
    costs.load(row);
    let least = Infinity;
    for (let t = costs.start; t < costs.end; t++) {
      const j = costs.columnAt[t]!;
      if (v[j] !== -Infinity) least = Math.min(least, costs.costAt[t]! - columnDuals[j]!);
    }
    rowDuals[row] = least;
  }
}

/** From the columns' side: the duals that fall are those of rows, and v = min c − u over rows that take part. */
function* fromColumns(
  { problem }: Placement,
  { rowDuals, columnDuals }: Duals,
): Steps<AssignmentProgress, void> {
  const { costs, columnDuals: u } = problem;
  u.forEach((dual, row) => {
    if (dual !== -Infinity) rowDuals[row] = dual === Infinity ? 0 : Math.min(0, dual);
  });
  for (let j = 0; j < columnDuals.length; j++) {
    if (isPause(j, costs.columns)) yield { stage: 'assigning', done: j, of: columnDuals.length };
    if (problem.demands[j] === 0) continue;
    costs.load(j);
    let least = Infinity;
    for (let t = costs.start; t < costs.end; t++) {
      const row = costs.columnAt[t]!;
      if (u[row] !== -Infinity) least = Math.min(least, costs.costAt[t]! - rowDuals[row]!);
    }
    if (least < Infinity) columnDuals[j] = least;
  }
}
