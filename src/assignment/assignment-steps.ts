import type { Steps } from '../core/index.js';
import type {
  AssignmentOptions,
  AssignmentProgress,
  AssignmentResult,
  InfeasibleAssignment,
} from './assignment.js';
import { isLazy, SparseView } from './cost-view.js';
import { Draft } from './draft.js';
import { largestMatching } from './largest-matching.js';
import { solveLazily } from './lazy-steps.js';
import { neighbours } from './neighbours.js';
import { allowedPairs, TightPairs } from './pattern.js';
import { placeUnits, type Start } from './place-units.js';
import type { Placement, PlacementProblem } from './placement.js';
import { type AssignmentProblem, type Costs, readProblem } from './problem.js';
import { solveSmall } from './solve-small.js';
import type { Trace } from './trace.js';
import { transposeSteps } from './transpose.js';
import { placeAsBefore, startingDuals, warmByColumns, warmByRows } from './warm-start.js';

/**
 * `solveAssignment` as steps: a generator that yields progress at coarse points and returns the result, so
 * that a caller can drive it in slices.
 *
 * @throws InputError as `solveAssignment`
 */
export function* assignmentSteps(
  cost: Costs,
  options: AssignmentOptions = {},
): Steps<AssignmentProgress, AssignmentResult> {
  return solveSmall(cost, options) ?? (yield* generalSteps(cost, options));
}

/**
 * The way for every problem.
 *
 * How the three modes become the one problem of `placeUnits`:
 * - a number: as it is, each row may pay it.
 * - `'most'`: a largest matching gives a minimum cover. Complementary slackness splits the problem in two:
 *   covered rows × uncovered columns, where every row must be placed; uncovered rows × covered columns, where
 *   every place must be filled (solved from the columns' side). No assignment of most rows uses another pair.
 * - `'forbid'`: the same with the cover known: all rows, or all columns where rows outnumber places.
 *
 * @param start how `placeUnits` starts, for tests
 * @param trace is told where the search stands
 */
export function* generalSteps(
  cost: Costs,
  options: AssignmentOptions,
  start: Start = 'chosen',
  trace?: Trace,
): Steps<AssignmentProgress, AssignmentResult> {
  const problem = readProblem('solveAssignment', cost, options);
  if (isLazy(problem.costs)) return yield* solveLazily(problem, problem.costs, trace);
  if (typeof problem.unassigned === 'number')
    return yield* solvePriced(problem, problem.unassigned, start, trace);
  const draft = new Draft(problem);
  if (trace !== undefined) trace.draft = draft;
  if (problem.unassigned === 'most') {
    const cover = yield* largestMatching(
      allowedPairs(problem.costs),
      problem.capacities,
      placeAsBefore(problem),
    );
    draft.setCover(cover);
  } else if (problem.costs.rows <= problem.places) draft.rowCover.fill(1);
  else draft.columnCover.fill(1);
  const infeasible =
    (yield* placeRows(problem, draft, start, trace)) ?? (yield* fillPlaces(problem, draft, start, trace));
  return infeasible ?? (yield* draft.finish());
}

/** Covered rows × uncovered columns: every row is placed. */
function* placeRows(
  problem: AssignmentProblem,
  draft: Draft,
  way: Start,
  trace: Trace | undefined,
): Steps<AssignmentProgress, InfeasibleAssignment | undefined> {
  const { costs, capacities } = problem;
  const demands = new Int32Array(draft.rowCover);
  const isEmpty = !demands.includes(1);
  if (isEmpty) return undefined;
  const open = capacities.reduce((sum, places, j) => sum + (draft.columnCover[j] === 0 ? places : 0), 0);
  const isFilled = demands.reduce((sum, demand) => sum + demand, 0) === open;
  const start = problem.initialColumnDuals;
  const columnDuals = startingDuals(costs.columns, start, isFilled);
  capacities.forEach((places, j) => {
    if (draft.columnCover[j] === 1 || places === 0) columnDuals[j] = -Infinity;
  });
  const task = { costs, demands, capacities, columnDuals, unassignedCost: Infinity, trace };
  const placement = yield* placeUnits(task, start && warmByRows(problem, demands), way);
  const { blockedRows: rows } = placement;
  if (rows.length > 0) return { status: 'infeasible', side: 'rows', rows, columns: neighbours(costs, rows) };
  placement.lowerToZero();
  yield* draft.takeRows(placement, columnDuals);
  return undefined;
}

/** Uncovered rows × covered columns, from the columns' side: every place is filled. */
function* fillPlaces(
  problem: AssignmentProblem,
  draft: Draft,
  way: Start,
  trace: Trace | undefined,
): Steps<AssignmentProgress, InfeasibleAssignment | undefined> {
  const { costs, capacities } = problem;
  const demands = Int32Array.from(draft.columnCover, (covered, j) => covered * capacities[j]!);
  if (!demands.some((demand) => demand > 0)) return undefined;
  const { initialRowDuals: start } = problem;
  const rowDuals = startingDuals(costs.rows, start, false);
  draft.rowCover.forEach((covered, row) => {
    if (covered === 1) rowDuals[row] = -Infinity;
  });
  const turned = yield* transposeSteps(costs);
  const task = {
    costs: turned,
    demands,
    capacities: new Int32Array(costs.rows).fill(1),
    columnDuals: rowDuals,
    unassignedCost: Infinity,
    trace,
  };
  if (trace !== undefined) trace.isTurned = true;
  const placement = yield* placeUnits(task, start && warmByColumns(problem, demands), way);
  const { blockedRows: columns } = placement;
  if (columns.length > 0)
    return { status: 'infeasible', side: 'columns', rows: neighbours(turned, columns), columns };
  yield* draft.takeColumns(placement, rowDuals);
  return undefined;
}

function* solvePriced(
  problem: AssignmentProblem,
  price: number,
  way: Start,
  trace: Trace | undefined,
): Steps<AssignmentProgress, AssignmentResult> {
  const { costs, capacities } = problem;
  const draft = new Draft(problem);
  const { initialColumnDuals: start } = problem;
  const columnDuals = startingDuals(costs.columns, start, false);
  capacities.forEach((places, j) => {
    if (places === 0) columnDuals[j] = -Infinity;
  });
  const demands = new Int32Array(costs.rows).fill(1);
  const task = { costs, demands, capacities, columnDuals, unassignedCost: price, trace };
  const warm = start && warmByRows(problem, demands);
  const placement =
    (warm ? undefined : yield* placeAllBelow(task, price, way)) ?? (yield* placeUnits(task, warm, way));
  yield* draft.takeRows(placement, columnDuals);
  draft.priceRows(price);
  // Equally cheap, but with more rows: along tight pairs from rows left out to free places.
  const { holders } = placement;
  const tight = new TightPairs(costs, draft.rowDuals, columnDuals);
  draft.setCover(yield* largestMatching(tight, capacities, holders));
  draft.rowToColumn.set(holders.columnOf);
  return yield* draft.finish();
}

/**
 * A sparse problem whose every place may be filled is solved as if no row could stay out, which an auction does
 * many times faster. If then no row would rather pay the price, that is the solution.
 */
function* placeAllBelow(
  task: PlacementProblem,
  price: number,
  way: Start,
): Steps<AssignmentProgress, Placement | undefined> {
  const { costs, capacities, columnDuals: v } = task;
  const isSquare = costs.rows === costs.columns && capacities.every((capacity) => capacity === 1);
  if (!(costs instanceof SparseView) || !isSquare) return undefined;
  const placement = yield* placeUnits({ ...task, unassignedCost: Infinity }, undefined, way);
  if (placement.blockedRows.length === 0) {
    placement.lowerToZero();
    const { heldCost, holders } = placement;
    if (heldCost.every((cost, unit) => cost - v[holders.columnOf[unit]!]! <= price)) return placement;
  }
  v.fill(0);
  return undefined;
}
