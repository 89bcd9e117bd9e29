import { type AsyncOptions, asyncOptionNames, InputError, runSteps, type Steps } from '../core/index.js';
import type { Cohort, CohortInput } from '../participants/index.js';
import { type CompiledCohort, fromMillionths, isCompiledCohort } from '../scoring/index.js';
import { quantile } from '../statistics/index.js';
import { type CompileInputOptions, compileInputSteps } from './compile-input.js';
import { driveAsync } from './drive-async.js';
import { loadsOf } from './loads.js';
import { type MatchOptions, type ReadMatchOptions, readMatchOptions } from './match-options.js';
import { type MatchProblem, problemSteps } from './match-problem.js';
import type { MatchProgress } from './match-progress.js';
import { blockingPairsOf } from './objectives/stable.js';
import { objectives } from './objectives.js';
import { checkNamesFor } from './option-names.js';
import { type CohortPreferences, preferencesOf } from './preferences.js';
import type { Objective } from './types.js';

/** As in `matchCohort`; `levelSize` goes to `fairest`, `optimalFor` to `stable`. */
export type CompareObjectivesOptions = Pick<
  MatchOptions,
  'locked' | 'forbidden' | 'levelSize' | 'optimalFor'
>;

/** What one objective makes of a cohort. */
export interface ObjectiveComparison {
  readonly objective: Objective;
  readonly pairs: number;
  readonly totalScore: number;
  /** `null` where there are no pairs. */
  readonly lowestScore: number | null;
  /**
   * The nine deciles of the pairs' scores, lowest first, the fifth is the median; empty where there are no pairs.
   * Type 7 of Hyndman & Fan (1996), linear between scores, rounded to millionths.
   */
  readonly deciles: readonly number[];
  /** Mentees and mentors who would both rather have each other, by the lists that `stable` goes by. */
  readonly blockingPairs: number;
  /**
   * How many mentees got their first, second, … tenth choice by those lists: whom they stated, in their order,
   * then by score. Locked pairs are no choice.
   */
  readonly choices: readonly number[];
  /** How many mentees got a choice after their tenth. */
  readonly laterChoices: number;
}

const listedChoices = 10;

/**
 * "Which objective?": what each of them makes of the same cohort, side by side: what one gains and another gives
 * up. Pairs are scored once, and matched by each objective.
 *
 * @param cohort as for `matchCohort`
 * @returns a row for each objective, `most-pairs` first
 * @throws InputError as `matchCohort`, and where people have `minimumMentees` or `mentorsWanted`
 *
 * The time of `matchCohort` by each objective, without proofs; `bench:objectives` says how long.
 */
export function compareObjectives(
  cohort: CohortInput | Cohort | CompiledCohort,
  options: CompareObjectivesOptions & CompileInputOptions = {},
): ObjectiveComparison[] {
  return runSteps(compareSteps('compareObjectives', cohort, options, []));
}

/**
 * `compareObjectives` in slices of a few milliseconds, with progress and a signal to stop.
 *
 * @returns the same rows; rejects with an `AbortError` once the signal is aborted
 * @throws (rejects) as `compareObjectives`
 */
export async function compareObjectivesAsync(
  cohort: CohortInput | Cohort | CompiledCohort,
  options: CompareObjectivesOptions & CompileInputOptions & AsyncOptions<MatchProgress> = {},
): Promise<ObjectiveComparison[]> {
  const name = 'compareObjectivesAsync';
  return driveAsync(name, options, compareSteps(name, cohort, options, asyncOptionNames));
}

function* compareSteps(
  functionName: string,
  cohort: CohortInput | Cohort | CompiledCohort,
  options: CompareObjectivesOptions & CompileInputOptions,
  moreOptionNames: readonly string[],
): Steps<MatchProgress, ObjectiveComparison[]> {
  const isCompiled = isCompiledCohort(cohort);
  const own = ['locked', 'forbidden', 'levelSize', 'optimalFor', ...moreOptionNames];
  checkNamesFor(functionName, options, own, isCompiled);
  const compiled = isCompiled ? cohort : yield* compileInputSteps(functionName, cohort, options);
  if (loadsOf(compiled, []) !== undefined) {
    const rule = 'people without minimumMentees and mentorsWanted, which fairest and stable do not know';
    throw new InputError(functionName, [{ path: 'cohort', value: cohort, rule }]);
  }
  const read = readForEach(functionName, compiled, options);
  // One problem for all: the last of them needs a matrix.
  const problem = yield* problemSteps(compiled, read.at(-1)!);
  const preferences = preferencesOf(compiled, problem);
  const rows: ObjectiveComparison[] = [];
  for (const each of read) {
    const { rowToColumn } = yield* objectives[each.objective].solve({
      cohort: compiled,
      problem,
      options: each,
    });
    yield { stage: 'finishing', done: rows.length, of: read.length };
    rows.push(rowOf(compiled, problem, preferences, each.objective, rowToColumn));
  }
  return rows;
}

/** The options of each objective: locks and forbidden pairs are those of all. */
function readForEach(
  functionName: string,
  cohort: CompiledCohort,
  { levelSize, optimalFor, ...shared }: CompareObjectivesOptions,
): ReadMatchOptions[] {
  const own: Partial<Record<Objective, Partial<MatchOptions>>> = {
    fairest: levelSize === undefined ? {} : { levelSize },
    stable: optimalFor === undefined ? {} : { optimalFor },
  };
  return (Object.keys(objectives) as Objective[]).map((objective) =>
    readMatchOptions(functionName, cohort, { objective, ...shared, ...own[objective] }),
  );
}

function rowOf(
  cohort: CompiledCohort,
  problem: MatchProblem,
  preferences: CohortPreferences,
  objective: Objective,
  rowToColumn: Int32Array,
): ObjectiveComparison {
  const mentorOf = problem.lockOf.slice();
  const choices: number[] = new Array(listedChoices).fill(0);
  let laterChoices = 0;
  rowToColumn.forEach((column, row) => {
    mentorOf[problem.menteeOfRow[row]!] = column;
    if (column < 0) return;
    const rank = preferences.rankForRow(row, column);
    if (rank < listedChoices) choices[rank]! += 1;
    else laterChoices += 1;
  });
  const scores: number[] = [];
  mentorOf.forEach((mentor, mentee) => {
    if (mentor >= 0) scores.push(cohort.score(mentee, mentor));
  });
  const lowest = quantile(scores, 0);
  return {
    objective,
    pairs: scores.length,
    totalScore: fromMillionths(scores.reduce((sum, score) => sum + score, 0)),
    lowestScore: lowest === null ? null : fromMillionths(lowest),
    deciles: scores.length === 0 ? [] : decilesOf(scores),
    blockingPairs: blockingPairsOf(preferences, problem, mentorOf).length,
    choices,
    laterChoices,
  };
}

function decilesOf(scores: readonly number[]): number[] {
  return Array.from({ length: 9 }, (_, at) => fromMillionths(Math.round(quantile(scores, (at + 1) / 10)!)));
}
