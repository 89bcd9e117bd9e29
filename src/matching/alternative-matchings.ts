import { nextBestSteps } from '../assignment/index.js';
import {
  type AsyncOptions,
  asyncOptionNames,
  checkOptionNames,
  InputError,
  ProblemList,
  runSteps,
  type Steps,
} from '../core/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import { driveAsync } from './drive-async.js';
import type { MatchProgress } from './match-progress.js';
import { objectives } from './objectives.js';
import type { MenteeMove } from './price-of-pair.js';
import { solvedProblemSteps } from './solved-problem.js';
import type { Matching, PairOfIds } from './types.js';

export interface AlternativeOptions {
  /** How many at most, a whole number ≥ 0. */
  readonly count: number;
  /**
   * Only matchings in which at least so many mentees have another mentor than in the present one, or one
   * instead of none, or none; a whole number ≥ 1, 1 unless given.
   */
  readonly minimumChanges?: number;
}

/** Another whole matching. */
export interface AlternativeMatching {
  /** By mentee in canonical order, locked pairs among them. */
  readonly pairs: readonly PairOfIds[];
  readonly totalScore: number;
  /** Every mentee who would have another mentor than in the matching, or one instead of none, or none. */
  readonly changes: readonly MenteeMove[];
  /**
   * Whether it is certain that no better one was overlooked. Always so unless `minimumChanges` is above 1 and so
   * many matchings were nearly as good that the search was given up.
   */
  readonly isProven: boolean;
}

/**
 * "What else?": the next best whole matchings, best first in the order of the objective, all different from
 * each other and from the present one. The first may be just as good as the present one; none is better.
 * Fewer come back where there are no more. Murty (1968), doi:10.1287/opre.16.3.682.
 *
 * The best alternatives often change two or three mentees only. `minimumChanges` asks for ones that differ
 * more, and gives exactly the best of those. Where many changes are asked for and many matchings are about as
 * good, the search is given up after looking at 20,000 groups of matchings; then `isProven` says of which
 * alternatives it is certain, and there may be others. `alternativeMatchingsAsync` can be stopped earlier.
 *
 * @param matching of this cohort, as made or as stored, with pairs that are proven best
 * @throws InputError where the matching does not belong to the cohort, is not proven best, or an option is not
 * what it should be
 *
 * O(mentees · mentors) for each alternative, and a few hundred shortest paths, more where many are tied.
 */
export function alternativeMatchings(
  cohort: CompiledCohort,
  matching: Matching,
  options: AlternativeOptions,
): AlternativeMatching[] {
  return runSteps(alternativeSteps('alternativeMatchings', cohort, matching, options, []));
}

/**
 * `alternativeMatchings` in slices of a few milliseconds, with progress and a signal to stop.
 *
 * @returns the same alternatives; rejects with an `AbortError` once the signal is aborted
 * @throws (rejects) as `alternativeMatchings`
 */
export async function alternativeMatchingsAsync(
  cohort: CompiledCohort,
  matching: Matching,
  options: AlternativeOptions & AsyncOptions<MatchProgress>,
): Promise<AlternativeMatching[]> {
  const name = 'alternativeMatchingsAsync';
  return driveAsync(name, options, alternativeSteps(name, cohort, matching, options, asyncOptionNames));
}

function* alternativeSteps(
  functionName: string,
  cohort: CompiledCohort,
  matching: Matching,
  options: AlternativeOptions,
  furtherNames: readonly string[],
): Steps<MatchProgress, AlternativeMatching[]> {
  const problems = new ProblemList(functionName);
  checkOptionNames(problems, options, ['count', 'minimumChanges', ...furtherNames]);
  problems.throwIfAny();
  const { count, minimumChanges = 1 } = options;
  if (!Number.isInteger(count) || count < 0) problems.add('count', count, 'a whole number ≥ 0');
  if (!Number.isInteger(minimumChanges) || minimumChanges < 1)
    problems.add('minimumChanges', minimumChanges, 'a whole number ≥ 1');
  problems.throwIfAny();
  const { optimum, ...solved } = yield* solvedProblemSteps(functionName, cohort, matching);
  if (optimum === undefined) {
    const { proof, record } = solved.matching;
    const ofOthers =
      'a matching without minimums, balance, several mentors a mentee and quotas, which this does not know';
    const [path, value, rule] =
      proof.kind === 'loads' || proof.kind === 'solver'
        ? ['proof.kind', proof.kind, ofOthers]
        : objectives[record.objective].totals === undefined
          ? ['record.objective', record.objective, 'most-pairs or best-total: others have no next best']
          : proof.gap === 0
            ? ['proof.pairsGap', proof.pairsGap, 'a matching whose pairs are proven best (both gaps 0)']
            : ['proof.gap', proof.gap, 'a matching whose pairs are proven best (gap 0)'];
    throw new InputError(functionName, [{ path: `matching.${path}`, value, rule }]);
  }
  const { cohort: compiled, problem, solverOptions } = solved;
  const { menteeIds, mentorIds } = compiled;
  const idOf = (mentor: number) => (mentor < 0 ? null : mentorIds[mentor]!);
  const present = mentorsOf(problem, optimum.assignment.rowToColumn);
  const found = yield* nextBestSteps(problem.cost, optimum.assignment, solverOptions, count, minimumChanges);
  return found.map(({ rowToColumn, isProven }) => {
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
      isProven,
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
