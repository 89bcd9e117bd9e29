import { type AssignmentChange, type AssignmentProgress, loadSteps } from '../../assignment/index.js';
import type { Steps } from '../../core/index.js';
import { findLoadProofViolations, makeLoadProof } from '../load-proof.js';
import { loadTask } from '../load-task.js';
import { loadsOf } from '../loads.js';
import type { IndexPair } from '../match-options.js';
import { reasonsOfOptimum } from '../reasons-of-optimum.js';
import type { MatchTask, ObjectiveKind, Solution } from './kind.js';

/**
 * The order of an objective by totals where mentors have minimums, loads are balanced or mentees want several
 * mentors: (mentees with a mentor, pairs, −shortfall, total − penalties), or the last part first. It is asked only
 * where there are loads.
 */
export function withLoads(first: 'counts' | 'cost'): ObjectiveKind {
  return {
    solve: (task) => solve(task, first),
    findProofViolations: (cohort, matching, options) => {
      const loads = loadsOf(cohort, options.balance)!;
      return findLoadProofViolations(cohort, loadTask(cohort, options, loads, first), loads, matching);
    },
  };
}

function* solve(
  { cohort, problem, options }: MatchTask,
  first: 'counts' | 'cost',
): Steps<AssignmentProgress, Solution> {
  const loads = loadsOf(cohort, options.balance)!;
  const task = loadTask(cohort, options, loads, first);
  const result = yield* loadSteps(task.cost, task.options);
  const pairs: IndexPair[] = result.columnsOfRow.flatMap((mentors, mentee) =>
    mentors.map((mentor) => ({ mentee, mentor })),
  );
  // Of the pairs of a mentee who is not locked one stands for all: why others are left out does not change.
  const rowToColumn = Int32Array.from(problem.menteeOfRow, (mentee) => result.columnsOfRow[mentee]![0] ?? -1);
  const changeOf = function* (row: number): Steps<AssignmentProgress, AssignmentChange | null> {
    yield { stage: 'assigning', done: row, of: rowToColumn.length };
    const change = result.changeWithRow(problem.menteeOfRow[row]!);
    return change && { assignedRows: change.pairs, totalCost: change.cost };
  };
  return {
    rowToColumn,
    pairs,
    prove: () => makeLoadProof(cohort, task, loads, result, pairs),
    reasons: yield* reasonsOfOptimum(cohort, problem, rowToColumn, 0, changeOf),
  };
}
