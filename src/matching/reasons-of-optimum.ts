import {
  type AssignmentOptions,
  findBottlenecks,
  type OptimalAssignment,
  priceOfRows,
  type RowPrice,
} from '../assignment/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import type { MatchProblem } from './match-problem.js';
import type { RowReasons } from './objectives/kind.js';
import type { Bottleneck } from './types.js';

/**
 * Why the optimum leaves rows out: more mentees than places, or, where places would do, what including one
 * would cost.
 *
 * @param options those the assignment was solved with
 */
export function reasonsOfOptimum(
  cohort: CompiledCohort,
  problem: MatchProblem,
  assignment: OptimalAssignment,
  options: AssignmentOptions,
): RowReasons {
  const { bottlenecks, bottleneckOf } = shortagesOf(cohort, problem, assignment, options);
  let prices: Map<number, RowPrice['change']> | undefined;
  const priceOf = (row: number) => {
    prices ??= new Map(
      priceOfRows(problem.cost, assignment, options).map((price) => [price.row, price.change]),
    );
    return prices.get(row);
  };
  return {
    bottlenecks,
    whyLeftOut: (row) => {
      const bottleneck = bottleneckOf(row);
      if (bottleneck !== undefined) return { code: 'notEnoughPlaces', bottleneck };
      const change = priceOf(row);
      if (change === undefined || change === null) return { code: 'leftOutBySolver' };
      return {
        code: 'totalPreferred',
        pairsGained: change.assignedRows,
        scoreLost: fromMillionths(change.totalCost),
      };
    },
  };
}

/** Where mentees outnumber places, and which of these holds a row that is left out, if any. */
export interface Shortages {
  readonly bottlenecks: readonly Bottleneck[];
  readonly bottleneckOf: (row: number) => number | undefined;
}

/** The shortages around the rows that an assignment leaves out. */
export function shortagesOf(
  cohort: CompiledCohort,
  problem: MatchProblem,
  assignment: Pick<OptimalAssignment, 'rowToColumn' | 'assignedRows'>,
  options: AssignmentOptions,
): Shortages {
  const found = findBottlenecks(problem.cost, assignment, options);
  // A mentee whom nobody may have is no shortage of places: the rules say why.
  const shortages = found.bottlenecks.filter(({ columns }) => columns.length > 0);
  const placeOf = new Map(shortages.map((bottleneck, place) => [bottleneck, place]));
  const lockedTo = new Map<number, number[]>();
  problem.lockOf.forEach((mentor, mentee) => {
    if (mentor < 0) return;
    const mentees = lockedTo.get(mentor);
    if (mentees === undefined) lockedTo.set(mentor, [mentee]);
    else mentees.push(mentee);
  });
  return {
    bottlenecks: shortages.map(({ rows, columns }) => {
      const mentees = [
        ...rows.map((row) => problem.menteeOfRow[row]!),
        ...columns.flatMap((mentor) => lockedTo.get(mentor) ?? []),
      ].sort((one, other) => one - other);
      return asBottleneck(cohort, mentees, columns);
    }),
    bottleneckOf: (row) => placeOf.get(found.bottlenecks[found.bottleneckOfRow[row]!]!),
  };
}

/**
 * A violator of the problem without locks, told of the whole cohort: the mentees locked to its mentors need
 * a place there too.
 */
function asBottleneck(
  cohort: CompiledCohort,
  mentees: readonly number[],
  mentors: readonly number[],
): Bottleneck {
  return {
    menteeIds: mentees.map((mentee) => cohort.menteeIds[mentee]!),
    mentorIds: mentors.map((mentor) => cohort.mentorIds[mentor]!),
    places: mentors.reduce((sum, mentor) => sum + cohort.capacities[mentor]!, 0),
  };
}
