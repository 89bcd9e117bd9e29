import { ProblemList, type Steps } from '../core/index.js';
import type { AssignmentOptions, AssignmentProgress, AssignmentResult } from './assignment.js';
import { generalSteps } from './assignment-steps.js';
import { Holders } from './holders.js';
import { type Cover, largestMatching } from './largest-matching.js';
import { allowedPairs } from './pattern.js';
import { type AssignmentProblem, type Costs, readProblem } from './problem.js';
import { solveSmall } from './solve-small.js';
import { stoppedDuals } from './stopped-duals.js';
import { fillByPrice, pairsSoFar } from './stopped-pairs.js';
import type { Trace } from './trace.js';

/**
 * What was made of a search that was stopped: an assignment and duals that bound every other one, as those of
 * `OptimalAssignment` do, but that it need not reach: Σ rowDuals + Σ capacity · columnDuals ≤ any total cost.
 */
export interface StoppedAssignment {
  readonly status: 'stopped';
  readonly rowToColumn: Int32Array;
  readonly rowDuals: Float64Array;
  readonly columnDuals: Float64Array;
  readonly rowCover: Uint8Array;
  readonly columnCover: Uint8Array;
}

export interface StoppableOptions extends AssignmentOptions {
  readonly unassigned: 'most' | number;
}

/**
 * `assignmentSteps` with an end: it is asked at every pause whether it is over. Then the pairs that there are are
 * kept, everybody else takes what is free, and under `'most'` ways are found for all who can have a place at all:
 * the end costs nobody a place. No more costs are asked for than those of single pairs.
 *
 * @param isOver asked at every pause; where it is never true, the result is that of `assignmentSteps`
 * @param leastCost no cost is lower
 * @throws InputError as `solveAssignment`, and where one of the two is of another kind
 */
export function* stoppableSteps(
  cost: Costs,
  options: StoppableOptions,
  isOver: () => boolean,
  leastCost: number,
): Steps<AssignmentProgress, AssignmentResult | StoppedAssignment> {
  const problems = new ProblemList('stoppableSteps');
  if (typeof isOver !== 'function') problems.add('isOver', isOver, 'a function that says whether it is over');
  if (!Number.isFinite(leastCost)) problems.add('leastCost', leastCost, 'a finite number');
  problems.throwIfAny();
  const small = solveSmall(cost, options);
  if (small !== undefined) return small;
  const trace: Trace = {};
  const steps = generalSteps(cost, options, 'chosen', trace);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (isOver()) break;
    yield step.value;
  }
  return yield* bestSoFar(readProblem('solveAssignment', cost, options), trace, leastCost);
}

function* bestSoFar(
  problem: AssignmentProblem,
  trace: Trace,
  leastCost: number,
): Steps<AssignmentProgress, StoppedAssignment> {
  const { costs, capacities, unassigned } = problem;
  const holders = new Holders(costs.rows, costs.columns);
  pairsSoFar(problem, trace, holders);
  yield* fillByPrice(problem, trace, holders);
  const cover =
    unassigned === 'most'
      ? withClosedColumns(yield* largestMatching(allowedPairs(costs), capacities, holders), capacities)
      : smallerSide(problem);
  const duals = yield* stoppedDuals(problem, trace, cover, leastCost);
  return { status: 'stopped', rowToColumn: holders.columnOf, ...duals, ...cover };
}

/** A column without places costs the cover nothing. */
function withClosedColumns({ rowCover, columnCover }: Cover, capacities: Int32Array): Cover {
  return { rowCover, columnCover: columnCover.map((covered, j) => (capacities[j] === 0 ? 1 : covered)) };
}

/** All rows or all places, whichever are fewer: with a price that is how many pairs there can be. */
function smallerSide({ costs, capacities, places }: AssignmentProblem): Cover {
  const isRows = costs.rows <= places;
  return {
    rowCover: new Uint8Array(costs.rows).fill(isRows ? 1 : 0),
    columnCover: Uint8Array.from(capacities, (capacity) => (isRows && capacity > 0 ? 0 : 1)),
  };
}
