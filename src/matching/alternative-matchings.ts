import { nextBestAssignments } from '../assignment/index.js';
import { InputError, ProblemList } from '../core/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import type { MenteeMove } from './price-of-pair.js';
import { solvedProblem } from './solved-problem.js';
import type { Matching, PairOfIds } from './types.js';

export interface AlternativeOptions {
  /** How many at most, a whole number ≥ 0. */
  readonly count: number;
}

/** Another whole matching. */
export interface AlternativeMatching {
  /** By mentee in canonical order, locked pairs among them. */
  readonly pairs: readonly PairOfIds[];
  readonly totalScore: number;
  /** Every mentee who would have another mentor than in the matching, or one instead of none, or none. */
  readonly changes: readonly MenteeMove[];
}

/**
 * "What else?": the next best whole matchings, best first in the order of the objective, all different from
 * each other and from the present one. The first may be just as good as the present one; none is better.
 * Fewer come back where there are no more. Murty (1968), doi:10.1287/opre.16.3.682.
 *
 * @param matching of this cohort, as made or as stored, with pairs that are proven best
 * @throws InputError where the matching does not belong to the cohort, is not proven best, or the count is no
 * whole number ≥ 0
 *
 * A few assignments for each alternative, more where many are tied.
 */
export function alternativeMatchings(
  cohort: CompiledCohort,
  matching: Matching,
  { count }: AlternativeOptions,
): AlternativeMatching[] {
  const problems = new ProblemList('alternativeMatchings');
  if (!Number.isInteger(count) || count < 0) problems.add('count', count, 'a whole number ≥ 0');
  problems.throwIfAny();
  const { optimum, ...solved } = solvedProblem('alternativeMatchings', cohort, matching);
  if (optimum === undefined) {
    const rule =
      solved.matching.proof.kind === 'duals'
        ? 'a matching whose pairs are proven best (gap 0)'
        : 'a matching without minimums, balance, several mentors a mentee and quotas, which this does not know';
    const { kind, gap } = solved.matching.proof;
    const [part, value] = kind === 'duals' ? ['gap', gap] : ['kind', kind];
    throw new InputError('alternativeMatchings', [{ path: `matching.proof.${part}`, value, rule }]);
  }
  const { cohort: compiled, problem, solverOptions } = solved;
  const { menteeIds, mentorIds } = compiled;
  const idOf = (mentor: number) => (mentor < 0 ? null : mentorIds[mentor]!);
  const present = mentorsOf(problem, optimum.assignment.rowToColumn);
  const found = nextBestAssignments(problem.cost, optimum.assignment, solverOptions, count);
  return found.map(({ rowToColumn }) => {
    const mentors = mentorsOf(problem, rowToColumn);
    const paired = [...mentors.keys()].filter((mentee) => mentors[mentee]! >= 0);
    const total = paired.reduce((sum, mentee) => sum + compiled.score(mentee, mentors[mentee]!), 0);
    return {
      pairs: paired.map((mentee) => ({
        menteeId: menteeIds[mentee]!,
        mentorId: mentorIds[mentors[mentee]!]!,
      })),
      totalScore: fromMillionths(total),
      changes: menteeIds.flatMap((menteeId, mentee) =>
        mentors[mentee] === present[mentee]
          ? []
          : [{ menteeId, from: idOf(present[mentee]!), to: idOf(mentors[mentee]!) }],
      ),
    };
  });
}

function mentorsOf(
  { lockOf, menteeOfRow }: { readonly lockOf: Int32Array; readonly menteeOfRow: Int32Array },
  rowToColumn: Int32Array,
): Int32Array {
  const mentors = lockOf.slice();
  menteeOfRow.forEach((mentee, row) => {
    mentors[mentee] = rowToColumn[row]!;
  });
  return mentors;
}
