import {
  type AsyncOptions,
  asyncOptionNames,
  compareText,
  hostClock,
  runSteps,
  type Steps,
} from '../core/index.js';
import type { Cohort, CohortInput } from '../participants/index.js';
import { type CompiledCohort, fromMillionths, isCompiledCohort } from '../scoring/index.js';
import { type CompileInputOptions, compileInput, compileInputSteps } from './compile-input.js';
import { driveAsync } from './drive-async.js';
import { recordOfKeeping } from './keeping.js';
import { loadsOf, openLoads } from './loads.js';
import { type MatchEstimate, withEstimates } from './match-estimate.js';
import {
  type IndexPair,
  type MatchOptions,
  objectiveKind,
  type ReadMatchOptions,
  readMatchOptions,
} from './match-options.js';
import { costOf, type MatchProblem, problemSteps } from './match-problem.js';
import { inStage, type MatchProgress } from './match-progress.js';
import type { PairsAndScore } from './objectives.js';
import { checkMatchOptionNames } from './option-names.js';
import { listsDigest, preferenceFields } from './preferences.js';
import { runCustomSolver } from './run-custom-solver.js';
import { startCounting } from './time-limit.js';
import type { Matching, MatchingRecord, PairOfIds } from './types.js';
import { explainEveryUnmatched } from './unmatched.js';
import { libraryVersion } from './version.js';

/**
 * Finds the best matching of a cohort, with its proof.
 *
 * Of all matchings that respect consent, avoidance, the rules, the minimum score, capacities, locked and
 * forbidden pairs, the result is best in the order of the objective (see `objectives`). Nobody on a side,
 * no places and nobody eligible are results, not errors.
 *
 * @param cohort people as the caller has them (checked and compiled here, with the compile options), or a
 * compiled cohort
 * @throws InputError with every problem of the people, the model, the options, the locks
 *
 * Time O(mentees · mentors) for scoring, then the assignment; 4 bytes of memory a pair up to `largestMatrix`, kept for
 * further questions for as long as the compiled cohort is in use.
 */
export function matchCohort(
  cohort: CohortInput | Cohort | CompiledCohort,
  options: MatchOptions & CompileInputOptions = {},
): Matching {
  const isCompiled = isCompiledCohort(cohort);
  checkMatchOptionNames('matchCohort', options, isCompiled);
  const compiled = isCompiled ? cohort : compileInput('matchCohort', cohort, options);
  return matchCompiled(compiled, readMatchOptions('matchCohort', compiled, options));
}

/**
 * `matchCohort` in slices of a few milliseconds, with progress and a signal to stop. The event loop has its turn
 * between slices; nothing is left half done where it stops.
 *
 * People who are not compiled yet are compiled in slices too, but checked in one go before, which takes about a
 * second for 100,000 people: where that is too long, `parseCohort` them before, perhaps in a worker.
 *
 * @returns what `matchCohort` returns
 * @throws (rejects) as `matchCohort`; with an `AbortError` once the signal is aborted
 */
export async function matchCohortAsync(
  cohort: CohortInput | Cohort | CompiledCohort,
  options: MatchOptions & CompileInputOptions & AsyncOptions<MatchEstimate> = {},
): Promise<Matching> {
  const name = 'matchCohortAsync';
  const isCompiled = isCompiledCohort(cohort);
  checkMatchOptionNames(name, options, isCompiled, asyncOptionNames);
  const { signal, clock, pause } = options;
  const timed = options.within === undefined ? options : { ...options, clock: clock ?? hostClock };
  const steps = (function* (): Steps<MatchProgress, Matching> {
    const compiled = isCompiled ? cohort : yield* compileInputSteps(name, cohort, options);
    return yield* matchSteps(compiled, readMatchOptions(name, compiled, timed));
  })();
  const onProgress = withEstimates(options.onProgress, clock);
  const matching = await driveAsync(name, { signal, clock, pause, onProgress }, steps);
  onProgress?.({ stage: 'finishing', done: 1, of: 1 });
  return matching;
}

/** Matches a compiled cohort with options that were read. */
export function matchCompiled(cohort: CompiledCohort, options: ReadMatchOptions): Matching {
  return runSteps(matchSteps(cohort, options));
}

/** `matchCompiled` in steps. */
export function* matchSteps(
  cohort: CompiledCohort,
  options: ReadMatchOptions,
): Steps<MatchProgress, Matching> {
  const isOver = options.timeLimit === undefined ? undefined : startCounting(options.timeLimit);
  const problem = yield* problemSteps(cohort, options);
  const solution = yield* objectiveKind(cohort, options).solve({ cohort, problem, options, isOver });
  const rowToColumn =
    options.solver === undefined ? solution.rowToColumn : runCustomSolver(options.solver, problem, options);

  const mentorOf = problem.lockOf.slice();
  const rowOfMentee = new Int32Array(mentorOf.length).fill(-1);
  problem.menteeOfRow.forEach((mentee, row) => {
    mentorOf[mentee] = rowToColumn[row]!;
    rowOfMentee[mentee] = row;
  });
  const paired = [...mentorOf.keys()].filter((mentee) => mentorOf[mentee]! >= 0);
  const made = solution.pairs ?? paired.map((mentee) => ({ mentee, mentor: mentorOf[mentee]! }));
  const pairs: (IndexPair & { readonly score: number; readonly knownShare: number })[] = [];
  for (const { mentee, mentor } of made) {
    if (pairs.length % 256 === 0) yield { stage: 'finishing', done: pairs.length, of: made.length };
    const row = rowOfMentee[mentee]!;
    // A matrix has the score already; a locked pair is not in it.
    const score =
      row < 0 || !('values' in problem.cost)
        ? cohort.score(mentee, mentor)
        : 0 - costOf(problem, row, mentor);
    pairs.push({ mentee, mentor, score, knownShare: cohort.knownShare(mentee, mentor) });
  }
  const keyOf = ({ mentee, mentor }: IndexPair) => mentee * cohort.mentorIds.length + mentor;
  const locks = new Set(options.locked.map(keyOf));
  const reached: PairsAndScore = {
    pairs: pairs.length,
    score: pairs.reduce((sum, { score }) => sum + score, 0),
  };
  const spare = cohort.capacities.slice();
  for (const { mentor } of pairs) spare[mentor]! -= 1;
  yield { stage: 'finishing', done: pairs.length, of: pairs.length };
  const unmatched = yield* explainEveryUnmatched(cohort, problem, solution, options, mentorOf, spare);
  const proof = yield* solution.prove(mentorOf, reached);
  yield { stage: 'finishing', done: pairs.length, of: pairs.length };
  return {
    schemaVersion: 1,
    pairs: pairs.map(({ mentee, mentor, score, knownShare }) => ({
      menteeId: cohort.menteeIds[mentee]!,
      mentorId: cohort.mentorIds[mentor]!,
      score: fromMillionths(score),
      knownShare: fromMillionths(knownShare),
      locked: locks.has(keyOf({ mentee, mentor })),
    })),
    unmatched,
    bottlenecks: solution.reasons.bottlenecks,
    mentorsWithSpace: cohort.mentorIds.flatMap((mentorId, mentor) =>
      spare[mentor]! > 0 ? [{ mentorId, spare: spare[mentor]! }] : [],
    ),
    ...listsOfLoads(cohort, options, made),
    proof,
    record: yield* recordSteps(cohort, problem, options, solution.isStopped === true),
  };
}

/** Minimums missed, where somebody has one, and mentors still wanted, where somebody wants several. */
function listsOfLoads(cohort: CompiledCohort, { balance }: ReadMatchOptions, pairs: readonly IndexPair[]) {
  const loads = loadsOf(cohort, balance);
  if (loads === undefined) return {};
  const has = new Int32Array(cohort.menteeIds.length);
  const taken = new Int32Array(cohort.mentorIds.length);
  for (const { mentee, mentor } of pairs) {
    has[mentee]! += 1;
    taken[mentor]! += 1;
  }
  const { shortfalls, menteesWantingMore } = openLoads(cohort, loads, has, taken);
  return {
    ...(loads.minimums.some((minimum) => minimum > 0) ? { shortfalls } : {}),
    ...(loads.wanted.some((wanted) => wanted > 1) ? { menteesWantingMore } : {}),
  };
}

function* recordSteps(
  cohort: CompiledCohort,
  problem: MatchProblem,
  options: ReadMatchOptions,
  isStopped: boolean,
): Steps<MatchProgress, MatchingRecord> {
  const idsOf = (mentee: number, mentor: number): PairOfIds => ({
    menteeId: cohort.menteeIds[mentee]!,
    mentorId: cohort.mentorIds[mentor]!,
  });
  const forbidden = [...options.forbidden].sort(([one], [other]) => one - other);
  const notOptedIn = { mentee: 0, mentor: 0 };
  for (const { side } of cohort.notOptedIn) notOptedIn[side] += 1;
  return {
    library: { name: 'mentor-matching', version: libraryVersion },
    model: copyOf(cohort.model),
    objective: options.objective,
    ...(options.objective === 'fairest' ? { levelSize: fromMillionths(options.levelSize) } : {}),
    ...(options.objective === 'stable'
      ? { optimalFor: options.optimalFor, listsDigest: listsDigest(cohort) }
      : {}),
    seed: cohort.seed,
    aliases: copyOf(cohort.aliases),
    assumeOptedIn: cohort.assumeOptedIn,
    locked: options.locked.map(({ mentee, mentor }) => idsOf(mentee, mentor)),
    forbidden: forbidden.flatMap(([mentee, mentors]) =>
      [...mentors].sort((one, other) => one - other).map((mentor) => idsOf(mentee, mentor)),
    ),
    ...(options.balance.length === 0 ? {} : { balance: options.balance.map(fromMillionths) }),
    customSolver: options.solver !== undefined,
    ...(isStopped ? { stoppedAfter: options.timeLimit!.within } : {}),
    ...(options.keeping === undefined ? {} : { rematch: recordOfKeeping(cohort, options.keeping) }),
    baseline: copyOf(cohort.baseline),
    counts: {
      mentees: cohort.menteeIds.length + notOptedIn.mentee,
      mentors: cohort.mentorIds.length + notOptedIn.mentor,
      menteesOptedIn: cohort.menteeIds.length,
      mentorsOptedIn: cohort.mentorIds.length,
      places: cohort.capacities.reduce((sum, capacity) => sum + capacity, 0),
      eligiblePairs: problem.eligibleOfMentee.reduce((sum, pairs) => sum + pairs, 0),
    },
    fieldsUsed:
      options.objective === 'stable'
        ? [...new Set([...cohort.fieldsUsed, ...preferenceFields])].sort(compareText)
        : copyOf(cohort.fieldsUsed),
    factorsLeftOut: copyOf(cohort.factorsLeftOut),
    notes: copyOf(cohort.notes),
    digest: yield* inStage('finishing', cohort.digestSteps()),
  };
}

/** What a caller does to a matching must not reach the cohort. */
function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
