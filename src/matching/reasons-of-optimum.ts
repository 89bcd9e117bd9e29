import {
  type AssignmentChange,
  type AssignmentOptions,
  type AssignmentProgress,
  bottleneckSteps,
} from '../assignment/index.js';
import type { Steps } from '../core/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import type { MatchProblem } from './match-problem.js';
import type { RowReasons } from './objectives/kind.js';

/**
 * Why the optimum leaves rows out: more mentees than places, or, where places would do, what including one
 * would cost.
 *
 * @param rowToColumn the optimum: as many rows as possible, or others only at a price
 * @param unassigned what it was solved with
 * @param changeOf what would change if a row that was left out had to have a column, `null` where it cannot; missing
 * where nobody knows, or nobody is left out but for want of a place
 */
export function* reasonsOfOptimum(
  cohort: CompiledCohort,
  problem: MatchProblem,
  rowToColumn: Int32Array,
  unassigned: AssignmentOptions['unassigned'],
  changeOf?: (row: number) => Steps<AssignmentProgress, AssignmentChange | null>,
): Steps<AssignmentProgress, RowReasons> {
  const found = yield* bottleneckSteps(
    problem.cost,
    { rowToColumn },
    { capacities: problem.freePlaces, unassigned },
  );
  // A mentee whom nobody may have is no shortage of places: the rules say why.
  const shortages = found.bottlenecks.filter(({ columns }) => columns.length > 0);
  const placeOf = new Map(shortages.map((bottleneck, place) => [bottleneck, place]));
  const lockedTo = new Map<number, number[]>();
  for (const { mentee, mentor } of problem.locked) {
    const mentees = lockedTo.get(mentor);
    if (mentees === undefined) lockedTo.set(mentor, [mentee]);
    else mentees.push(mentee);
  }
  return {
    // Found without locks, told of the whole cohort: the mentees locked to those mentors need a place there too.
    bottlenecks: shortages.map(({ rows, columns }) => {
      const held = new Set(columns.flatMap((mentor) => lockedTo.get(mentor) ?? []));
      const mentees = [...rows.map((row) => problem.menteeOfRow[row]!), ...held];
      const free = columns.reduce((sum, mentor) => sum + problem.freePlaces[mentor]!, 0);
      return {
        menteeIds: mentees.sort((one, other) => one - other).map((mentee) => cohort.menteeIds[mentee]!),
        mentorIds: columns.map((mentor) => cohort.mentorIds[mentor]!),
        places: free + held.size,
      };
    }),
    whyLeftOut: function* (row) {
      const bottleneck = placeOf.get(found.bottlenecks[found.bottleneckOfRow[row]!]!);
      if (bottleneck !== undefined) return { code: 'notEnoughPlaces', bottleneck };
      const change = changeOf === undefined ? null : yield* changeOf(row);
      if (change === null) return { code: 'leftOutBySolver' };
      return {
        code: 'totalPreferred',
        pairsGained: change.assignedRows,
        scoreLost: fromMillionths(change.totalCost),
      };
    },
  };
}
