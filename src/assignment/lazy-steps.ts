import type { Steps } from '../core/index.js';
import type { AssignmentProgress, AssignmentResult } from './assignment.js';
import type { LazyView } from './cost-view.js';
import { Draft } from './draft.js';
import { Holders } from './holders.js';
import { largestMatching } from './largest-matching.js';
import { neighbours } from './neighbours.js';
import { allowedPairs, TightPairs } from './pattern.js';
import { placeLazily } from './place-lazily.js';
import type { AssignmentProblem } from './problem.js';
import type { Trace } from './trace.js';

/**
 * The three modes of `assignmentSteps` for costs on demand, as square problems (`SquareView`), so that nothing
 * is read from the columns' side:
 * - a number: every row may stay out at that price, every place may stay free.
 * - `'most'`: with the cover of a largest matching, covered rows × uncovered columns, where places may stay
 *   free; then uncovered rows × covered columns, where rows may stay out.
 * - `'forbid'`: one of the two, for all rows and columns.
 */
export function* solveLazily(
  problem: AssignmentProblem,
  costs: LazyView,
  trace?: Trace,
): Steps<AssignmentProgress, AssignmentResult> {
  const { capacities, places, unassigned } = problem;
  const draft = new Draft(problem);
  if (trace !== undefined) trace.draft = draft;
  if (typeof unassigned === 'number') {
    const demands = new Int32Array(costs.rows).fill(1);
    // One more of each, so that a unit of the flat row always is outside, and places outside are free.
    const columnDuals = startOf(problem, (column) => capacities[column]! > 0);
    const task = {
      costs,
      demands,
      capacities,
      columnDuals,
      spare: places + 1,
      room: costs.rows + 1,
      outside: unassigned,
      trace,
    };
    const placement = yield* placeLazily(task);
    placement.shiftDuals(0 - placement.problem.columnDuals[costs.columns]!);
    yield* draft.takeSquare(placement);
    draft.priceRows(unassigned);
    // Equally cheap, but with more rows: along tight pairs from rows left out to free places.
    const holders = Holders.of(draft.rowToColumn, costs.columns);
    const v = placement.problem.columnDuals.subarray(0, costs.columns);
    const tight = new TightPairs(costs, draft.rowDuals, v);
    draft.setCover(yield* largestMatching(tight, capacities, holders));
    draft.rowToColumn.set(holders.columnOf);
    return yield* draft.finish();
  }
  if (unassigned === 'most') {
    const holders = new Holders(costs.rows, costs.columns);
    draft.setCover(yield* largestMatching(allowedPairs(costs), capacities, holders));
  } else if (costs.rows <= places) draft.rowCover.fill(1);
  else draft.columnCover.fill(1);

  for (const covered of [1, 0]) {
    const demands = Int32Array.from(draft.rowCover, (isCovered) => (isCovered === covered ? 1 : 0));
    const rows = demands.reduce((sum, demand) => sum + demand, 0);
    const open = capacities.reduce(
      (sum, places, j) => sum + (draft.columnCover[j] === covered ? 0 : places),
      0,
    );
    if (rows === 0 || open === 0) continue;
    const columnDuals = startOf(problem, (j) => capacities[j]! > 0 && draft.columnCover[j] !== covered);
    const spare = Math.max(0, open - rows);
    const room = Math.max(0, rows - open);
    const placement = yield* placeLazily({
      costs,
      demands,
      capacities,
      columnDuals,
      spare,
      room,
      outside: 0,
      trace,
    });
    const blocked = placement.blockedRows.filter((row) => row < costs.rows);
    if (blocked.length > 0) return infeasible(costs, blocked, covered === 1);
    if (room > 0) placement.shiftDuals(0 - placement.problem.columnDuals[costs.columns]!);
    else placement.raiseToZero();
    yield* draft.takeSquare(placement);
  }
  return yield* draft.finish();
}

/** v to start from, −Infinity for closed columns. */
function startOf(
  { costs, initialColumnDuals }: AssignmentProblem,
  isOpen: (column: number) => boolean,
): Float64Array {
  return Float64Array.from({ length: costs.columns }, (_, column) =>
    isOpen(column) ? (initialColumnDuals?.[column] ?? 0) : -Infinity,
  );
}

/** Rows that are too many for all columns they may have; seen from the other columns, these lack rows. */
function infeasible(costs: LazyView, blocked: number[], isRows: boolean): AssignmentResult {
  const columns = neighbours(costs, blocked);
  if (isRows) return { status: 'infeasible', side: 'rows', rows: blocked, columns };
  const isBlocked = new Set(blocked);
  const isMet = new Set(columns);
  const others = (length: number, known: ReadonlySet<number>) =>
    Array.from({ length }, (_, at) => at).filter((at) => !known.has(at));
  return {
    status: 'infeasible',
    side: 'columns',
    rows: others(costs.rows, isBlocked),
    columns: others(costs.columns, isMet),
  };
}
