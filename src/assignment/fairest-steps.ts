import { checkOptionNames, ProblemList, type Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { assignmentSteps } from './assignment-steps.js';
import type { CostView } from './cost-view.js';
import type { FairestAssignment, FairestOptions, TierStage } from './fairest-assignment.js';
import { isPause } from './pauses.js';
import { placeSettled } from './place-settled.js';
import { type Costs, readProblem } from './problem.js';
import { settled, TierPairs } from './tier-pairs.js';
import { TierSearch } from './tier-search.js';

/**
 * `solveFairestAssignment` as steps.
 *
 * 1. A largest assignment of least cost is the start; its cover is the first part of the proof.
 * 2. Tier by tier from the dearest: as few pairs as possible, among assignments that are best so far. By
 *    complementary slackness those are the ones that use pairs of reduced cost 0 only, place every row and fill
 *    every column with a dual that is not 0. A tier without a pair needs no work: its pairs are out.
 * 3. Of what is left a cheapest assignment.
 *
 * @throws InputError as `solveFairestAssignment`
 */
export function* fairestSteps(
  cost: Costs,
  options: FairestOptions,
): Steps<AssignmentProgress, FairestAssignment> {
  const name = 'solveFairestAssignment';
  const problems = new ProblemList(name);
  checkOptionNames(problems, options, ['capacities', 'tierSize']);
  problems.throwIfAny();
  const { capacities: given, tierSize } = options;
  if (!(Number.isFinite(tierSize) && tierSize > 0)) problems.add('tierSize', tierSize, 'a number > 0');
  problems.throwIfAny();
  const { costs, capacities } = readProblem(name, cost, { capacities: given });
  const rankOf = yield* rankerOf(problems, costs, tierSize);
  const start = yield* assignmentSteps(cost, { capacities: given, unassigned: 'most' });
  if (start.status !== 'optimal') throw new Error(`${name}: no assignment; this is a defect of the library`);

  const { rowToColumn } = start;
  const rankOfPair = (row: number, column: number) => rankOf(costs.entry(row, column));
  let lowest = settled;
  rowToColumn.forEach((column, row) => {
    if (column >= 0) lowest = Math.min(lowest, rankOfPair(row, column));
  });
  const pairs = yield* TierPairs.from(costs, start, rankOf, lowest);
  const search = new TierSearch(pairs, start, capacities, rowToColumn, rankOfPair);
  const stages: TierStage[] = [];
  for (let rank = search.nextRank(); rank < settled; rank = search.nextRank(rank + 1)) {
    yield* search.improve(rank);
    const left = search.count(rank);
    if (left === 0) continue;
    stages.push({
      tier: rankOf.highestTier - rank,
      pairs: left,
      rowDuals: search.rowDuals.slice(0, costs.rows),
      columnDuals: search.columnDuals.slice(0, costs.columns),
    });
    search.settle(rank);
  }
  pairs.keepSettled();
  const placed = yield* placeSettled(costs, pairs, search, start, capacities);
  let totalCost = 0;
  placed.rowToColumn.forEach((column, row) => {
    if (column >= 0) totalCost += costs.entry(row, column);
  });
  const { assignedRows, rowCover, columnCover } = start;
  return { ...placed, assignedRows, totalCost, rowCover, columnCover, stages };
}

/** Ranks of costs by tier, 0 = the dearest tier that occurs. */
function* rankerOf(
  problems: ProblemList,
  costs: CostView,
  tierSize: number,
): Steps<AssignmentProgress, ((cost: number) => number) & { readonly highestTier: number }> {
  let least = Infinity;
  let most = -Infinity;
  for (let row = 0; row < costs.rows; row++) {
    if (isPause(row, costs.columns)) yield { stage: 'assigning', done: 0, of: costs.rows };
    costs.load(row);
    for (let t = costs.start; t < costs.end; t++) {
      const cost = costs.costAt[t]!;
      if (cost === Infinity) continue;
      if (cost < least) least = cost;
      if (cost > most) most = cost;
    }
  }
  const tierOf = (cost: number) => Math.ceil(cost / tierSize);
  const highestTier = most < least ? 0 : tierOf(most);
  const tiers = most < least ? 0 : highestTier - tierOf(least) + 1;
  if (!(tiers < settled))
    problems.add('tierSize', tierSize, `wide enough for fewer than ${settled} tiers of costs`);
  problems.throwIfAny();
  return Object.assign((cost: number) => highestTier - tierOf(cost), { highestTier });
}
