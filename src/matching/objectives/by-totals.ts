import {
  type AssignmentProgress,
  assignmentSteps,
  priceOfRowsSteps,
  type RowPrice,
  type StoppedAssignment,
  stoppableSteps,
} from '../../assignment/index.js';
import type { Steps } from '../../core/index.js';
import type { CompiledCohort } from '../../scoring/index.js';
import { findPriceViolations, type PriceOrder } from '../find-price-violations.js';
import { keepPairs, startOfKeeping } from '../keeping.js';
import type { MatchProblem } from '../match-problem.js';
import type { MatchProgress } from '../match-progress.js';
import { makeProof } from '../proof.js';
import { reasonsOfOptimum } from '../reasons-of-optimum.js';
import { requireOptimum } from '../require-optimum.js';
import type { MatchTask, ObjectiveKind, Solution, TotalsOrder } from './kind.js';
import { withLoads } from './loads.js';

/** As many pairs as possible, of those the highest total. */
export const mostPairs = byTotals(
  {
    unassigned: 'most',
    compare: (one, other) => one.pairs - other.pairs || one.score - other.score,
  },
  'counts',
);

/** The highest total, of those most pairs. */
export const bestTotal = byTotals(
  {
    unassigned: 0,
    compare: (one, other) => one.score - other.score || one.pairs - other.pairs,
  },
  'cost',
);

function byTotals(totals: TotalsOrder, first: 'counts' | 'cost'): ObjectiveKind {
  const { compare } = totals;
  const order: PriceOrder = {
    compare,
    surplus: (u, v, score) =>
      compare({ pairs: u.pairs + v.pairs, score: u.score + v.score }, { pairs: 1, score }),
  };
  return {
    totals,
    withLoads: withLoads(first),
    solve: (task) => solve(task, totals),
    findProofViolations: (cohort, matching, options) => findPriceViolations(cohort, matching, options, order),
  };
}

function* solve(
  { cohort, problem, options: { keeping }, isOver }: MatchTask,
  { unassigned }: TotalsOrder,
): Steps<MatchProgress, Solution> {
  const options = { capacities: problem.freePlaces, unassigned };
  const start = keeping === undefined ? {} : startOfKeeping(problem, keeping);
  const found =
    isOver === undefined
      ? yield* assignmentSteps(problem.cost, { ...options, ...start })
      : yield* stoppableSteps(problem.cost, options, isOver, leastCost);
  if (found.status === 'stopped') return yield* solutionSoFar(cohort, problem, unassigned, found);
  const assignment = requireOptimum(found);
  const rowToColumn =
    keeping === undefined
      ? assignment.rowToColumn
      : yield* keepPairs(problem, keeping, assignment, { ...options, ...start });
  let changes: Map<number, RowPrice['change']> | undefined;
  const changeOf = function* (row: number): Steps<AssignmentProgress, RowPrice['change']> {
    changes ??= byRow(yield* priceOfRowsSteps(problem.cost, assignment, options));
    return changes.get(row) ?? null;
  };
  return {
    rowToColumn,
    prove: (_, made) => makeProof(cohort, problem, assignment, made),
    reasons: yield* reasonsOfOptimum(cohort, problem, assignment.rowToColumn, unassigned, changeOf),
  };
}

const byRow = (prices: readonly RowPrice[]) => new Map(prices.map(({ row, change }) => [row, change]));

/** The cost of a pair that scores 1. */
const leastCost = -1e6;

/** The pairs and the bound that there are when the time is over. */
function* solutionSoFar(
  cohort: CompiledCohort,
  problem: MatchProblem,
  unassigned: TotalsOrder['unassigned'],
  found: StoppedAssignment,
): Steps<MatchProgress, Solution> {
  const { rowToColumn } = found;
  return {
    rowToColumn,
    prove: (_, made) => makeProof(cohort, problem, found, made),
    reasons: yield* reasonsOfOptimum(cohort, problem, rowToColumn, unassigned),
    isStopped: true,
  };
}
