import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { auction } from './auction.js';
import { reduceColumns } from './column-reduction.js';
import { DenseView, SparseView } from './cost-view.js';
import { listNearColumns } from './near-columns.js';
import { Placement, type PlacementProblem } from './placement.js';
import { reduceRows } from './row-reduction.js';
import { settlePlaces, unsettledPlaces } from './settle-places.js';
import { shortestPaths } from './shortest-paths.js';
import type { WarmStart } from './warm-start.js';

/** A start from duals of which more than this share of places would have to be settled is given up. */
const tooFar = 0.03;
/**
 * So is one where fewer places than this share are to spare, and more than `tooMany` of these would have to be settled:
 * where nearly every place is needed, the ways to the few others are long.
 */
const tight = 0.06;
const tooMany = 0.25;

/**
 * And one where rows are read more often than this on average: duals of a problem that is not similar lead astray, and
 * most where much is tied. Few rows are read as often as needs be.
 */
const readsOfRow = 32;
const fewReads = 2000;

/**
 * How many columns are kept of a row. After a warm start nearly all rows are selected from once, and what is left are
 * searches over most of them: more columns then cost little and spare readings.
 */
const keptFresh = 24;
const keptWarm = 32;

/**
 * Solves a placement: a start that suits the problem, then shortest paths for what is left. Whatever the
 * start, the result is optimal and its duals prove it.
 *
 * @param warm where the duals of the problem are those of a similar one
 * @param start for tests
 */
export function* placeUnits(
  problem: PlacementProblem,
  warm?: WarmStart,
  start: Start = 'chosen',
): Steps<AssignmentProgress, Placement> {
  const isWarm = warm !== undefined;
  const { columns } = problem.costs;
  const kept = columns <= 64 ? columns : isWarm ? keptWarm : keptFresh;
  const placement = new Placement(problem, kept);
  placement.best.hints = warm?.rowDuals;
  const isSquare = isEveryPlaceTaken(problem);
  yield { stage: 'assigning', done: 0, of: placement.unitRow.length };
  if (isWarm && start === 'chosen' && isTooTight(problem, warm.preferred, placement.unitRow.length))
    return yield* placeAnew(problem);
  const isListed = isWarm && problem.costs instanceof DenseView;
  if (start === 'chosen') {
    if (isListed) yield* listNearColumns(placement, warm.preferred, isSquare ? Infinity : 0);
    const isReducible = isSquare && !isWarm && !isTied(placement, placement.unitRow, 16);
    if (isReducible) yield* reduceColumns(placement);
    else yield* firstFit(placement, warm?.preferred);
    const farthest = placement.freeCount + tooFar * placement.unitRow.length + 8;
    if (unsettledPlaces(problem, placement.holders.count) > farthest) return yield* placeAnew(problem);
    if (isSingle(problem) && !isWarm) yield* reduce(placement, isSquare);
  } else yield* startAsForced(placement, start, isSquare);
  const mostReads = isWarm ? fewReads + readsOfRow * placement.unitRow.length : Infinity;
  const isPlaced = yield* shortestPaths(placement, isListed && isSquare, mostReads);
  if (isPlaced && (!isWarm || placement.blockedRows.length > 0 || settlePlaces(placement))) return placement;
  return yield* placeAnew(problem);
}

/** Without the duals of a similar problem. */
function* placeAnew(problem: PlacementProblem): Steps<AssignmentProgress, Placement> {
  problem.columnDuals.forEach((v, j, all) => {
    if (v !== -Infinity) all[j] = 0;
  });
  return yield* placeUnits(problem);
}

/** Whether nearly every place is needed, and many of the few others are not free where they were. */
function isTooTight(problem: PlacementProblem, preferred: Int32Array, units: number): boolean {
  const { capacities, columnDuals: v } = problem;
  const spare = capacities.reduce((sum, places, j) => (v[j] === -Infinity ? sum : sum + places), 0) - units;
  if (spare <= 0 || spare > tight * units) return false;
  const held = new Int32Array(v.length);
  for (const j of preferred) if (j >= 0) held[j]! += 1;
  return unsettledPlaces(problem, held) > 8 + tooMany * spare;
}

/** For tests, so that what is chosen hides nothing: each way alone, where the problem admits it. */
export type Start = 'chosen' | 'paths' | 'first fit' | 'columns' | 'columns and rows' | 'auction';

function* startAsForced(
  placement: Placement,
  start: Start,
  isSquare: boolean,
): Steps<AssignmentProgress, void> {
  if (isSquare && start === 'columns') return yield* reduceColumns(placement);
  if (isSquare && start === 'columns and rows') yield* reduceColumns(placement);
  else if (start === 'first fit') return yield* firstFit(placement, undefined);
  else freeAll(placement);
  if (start === 'paths' || !isSingle(placement.problem)) return;
  if (isSquare && start === 'auction') {
    yield* auction(placement);
    yield* restart(placement);
  }
  yield* reduceRows(placement, 2, 20 * placement.unitRow.length);
}

function freeAll(placement: Placement): void {
  const units = placement.unitRow.length;
  for (let unit = 0; unit < units; unit++) placement.free[unit] = unit;
  placement.freeCount = units;
}

/**
 * Row reduction soon places nearly all rows where the problem is easy. Where it leaves many, an auction pays: then
 * its duals are a better start. In a sparse problem row reduction is soon stuck, and paths are long.
 */
function* reduce(placement: Placement, isSquare: boolean): Steps<AssignmentProgress, void> {
  const units = placement.unitRow.length;
  const isSparse = placement.problem.costs instanceof SparseView;
  const many = isSparse ? units / 1000 : units / 16;
  yield* reduceRows(placement, 2, (isSquare && isSparse ? 1 : 2) * units + 1000);
  if (placement.freeCount === 0) return;
  // Where most are tied an auction only wastes bids.
  const free = placement.free.subarray(0, placement.freeCount);
  if (isSquare && free.length > many + 4 && !isTied(placement, free, 64)) {
    yield* auction(placement);
    yield* restart(placement);
    yield* reduceRows(placement, 2, 100 * units + 1000);
  } else yield* reduceRows(placement, 2, 18 * units);
}

/**
 * Gives each unit one of its row's equally cheapest columns while there is room, first of all the preferred
 * one. Where costs are tied, as small whole numbers are, this places nearly all.
 */
function* firstFit(placement: Placement, preferred: Int32Array | undefined): Steps<AssignmentProgress, void> {
  const { best, unitRow, problem } = placement;
  const { length } = unitRow;
  const isPlaced = new Uint8Array(length);
  for (let unit = 0; preferred !== undefined && unit < length; unit++) {
    if (unit % pause === 0) yield { stage: 'assigning', done: 0, of: length };
    const row = unitRow[unit]!;
    const j = preferred[unit]!;
    if (j < 0 || !placement.hasRoom(j)) continue;
    // Mostly it was seen already that nothing is cheaper for the row.
    const known = problem.demands[row] === 1 ? best.near?.ownCosts[row] : undefined;
    const isKnown = known !== undefined && !Number.isNaN(known);
    const cost = isKnown ? known : problem.costs.entry(row, j);
    const reduced = cost - problem.columnDuals[j]!;
    if (!(reduced < Infinity && reduced <= problem.unassignedCost)) continue;
    if (!isKnown && reduced !== best.leastOf(row)) continue;
    placement.place(unit, j, cost);
    isPlaced[unit] = 1;
  }
  for (let unit = 0; unit < length; unit++) {
    if (unit % pause === 0) yield { stage: 'assigning', done: 0, of: length };
    if (isPlaced[unit] === 1) continue;
    const row = unitRow[unit]!;
    const least = best.leastOf(row);
    const wasOut = preferred !== undefined && preferred[unit]! < 0 && problem.unassignedCost < Infinity;
    if (wasOut && least >= problem.unassignedCost) continue;
    if (least <= problem.unassignedCost && placeAt(placement, unit, row, least)) continue;
    placement.free[placement.freeCount++] = unit;
  }
}

/** After how many rows the work can be paused. */
const pause = 256;

/** Places a unit in a kept column with room whose reduced cost is `least`. */
export function placeAt(placement: Placement, unit: number, row: number, least: number): boolean {
  const { columns, costs, starts, ends } = placement.best;
  const v = placement.problem.columnDuals;
  for (let t = starts[row]!, end = ends[row]!; t < end; t++) {
    const j = columns[t]!;
    if (costs[t]! - v[j]! !== least || !placement.hasRoom(j)) continue;
    placement.place(unit, j, costs[t]!);
    return true;
  }
  return false;
}

/** Every row takes part once, every column is open and holds one, and there are as many. */
function isEveryPlaceTaken({
  costs,
  demands,
  capacities,
  columnDuals,
  unassignedCost,
}: PlacementProblem): boolean {
  return (
    costs.rows === costs.columns &&
    unassignedCost === Infinity &&
    demands.every((demand) => demand === 1) &&
    capacities.every((capacity) => capacity === 1) &&
    columnDuals.every((v) => v !== -Infinity)
  );
}

function isSingle({ demands }: PlacementProblem): boolean {
  return demands.every((demand) => demand <= 1);
}

/** Whether most of these units' rows, by a sample of them, have two equally cheap columns. */
function isTied({ best, unitRow }: Placement, units: Int32Array, most: number): boolean {
  const sample = Math.min(units.length, most);
  let tied = 0;
  for (let at = 0; at < sample; at++) {
    best.lookExactly(unitRow[units[Math.floor((at * units.length) / sample)]!]!);
    if (best.least === best.second) tied += 1;
  }
  return tied * 2 > sample;
}

/** Keeps the duals, drops the assignment, and gives each row its cheapest column where that is still free. */
function* restart(placement: Placement): Steps<AssignmentProgress, void> {
  const { holders, unitRow, best } = placement;
  for (let unit = 0; unit < unitRow.length; unit++) if (holders.columnOf[unit]! >= 0) holders.release(unit);
  placement.freeCount = 0;
  for (let unit = 0; unit < unitRow.length; unit++) {
    if (unit % pause === 0) yield { stage: 'assigning', done: 0, of: unitRow.length };
    best.lookExactly(unitRow[unit]!);
    const j = best.leastColumn;
    if (j >= 0 && placement.hasRoom(j)) placement.place(unit, j, best.leastCost);
    else placement.free[placement.freeCount++] = unit;
  }
}
