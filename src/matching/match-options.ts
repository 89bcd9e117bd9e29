import type { CostMatrix } from '../assignment/index.js';
import { type Clock, listOf, ProblemList, unknownNameRule } from '../core/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { CompileInputOptions } from './compile-input.js';
import type { Keeping } from './keeping.js';
import { loadsOf } from './loads.js';
import type { ObjectiveKind } from './objectives/kind.js';
import { objectives } from './objectives.js';
import { personRule } from './require-people.js';
import type { TimeLimit } from './time-limit.js';
import type { MatchingRecord, Objective, OptimalFor, PairOfIds } from './types.js';

/** What a solver of the caller is asked: rows are mentees, columns mentors, a cost is −score or `Infinity`. */
export interface SolverProblem {
  readonly cost: CostMatrix;
  /** Free places of each mentor. */
  readonly capacities: Int32Array;
  readonly objective: Objective;
}

/**
 * A solver of the caller: the column of each row, −1 where the row stays without. Its pairs are checked, and
 * the library's own solver says how far they are from the best.
 */
export type CustomSolver = (problem: SolverProblem) => ArrayLike<number>;

export interface MatchOptions {
  /** `most-pairs` unless given. */
  readonly objective?: Objective;
  /**
   * Under `fairest`: how wide a level of scores is, in the unit of a score; a multiple of 0.001 from 0.001 to 1,
   * 0.01 unless given.
   */
  readonly levelSize?: number;
  /** Under `stable`: the side that gets the best it gets in any stable matching; `mentees` unless given. */
  readonly optimalFor?: OptimalFor;
  /** Pairs that are kept whatever their score. */
  readonly locked?: readonly PairOfIds[];
  /** Pairs that are never made. */
  readonly forbidden?: readonly PairOfIds[];
  /**
   * Evens out the loads of mentors: what a mentor's second, third, … mentee takes off the total, in the unit of
   * a score, 0 … 1000 in whole millionths, none below the one before; the last goes on. Nothing unless given.
   */
  readonly balance?: readonly number[];
  readonly solver?: CustomSolver;
  /**
   * Bytes, ≥ 0: the largest matrix of scores (4 bytes a pair) that is held in memory; 2²⁷ unless given. Beyond it
   * scores are worked out on demand, with the same (pairs, total) and proof. A solver of yours always gets one, and so do
   * the objectives `fairest` and `stable`.
   */
  readonly largestMatrix?: number;
  /**
   * Milliseconds, ≥ 0: after so long the best matching so far comes back, with what it may lack in `proof.gap`.
   * `most-pairs` and `best-total` only, without loads and without a solver of yours. Counting starts once people
   * are compiled; scores of a matrix, the count of pairs that may be made, and the pairs and reasons themselves are
   * always worked out. Under `most-pairs` the time costs some of the total, never anybody a place. With time
   * enough the result is the same as without this option.
   */
  readonly within?: number;
  /** Milliseconds from any start; needed with `within`, but for `matchCohortAsync`, which has the host's. */
  readonly clock?: Clock | undefined;
}

/** A pair by index. */
export interface IndexPair {
  readonly mentee: number;
  readonly mentor: number;
}

/** Options with every id looked up. */
export interface ReadMatchOptions {
  /** The function that a caller called: an error about what their solver answers names it. */
  readonly functionName: string;
  readonly objective: Objective;
  /** In whole millionths. */
  readonly levelSize: number;
  readonly optimalFor: OptimalFor;
  readonly locked: readonly IndexPair[];
  /** The mentors forbidden to each mentee, where there are any. */
  readonly forbidden: ReadonlyMap<number, ReadonlySet<number>>;
  /** In whole millionths. */
  readonly balance: readonly number[];
  readonly solver: CustomSolver | undefined;
  readonly largestMatrix?: number | undefined;
  readonly timeLimit?: TimeLimit | undefined;
  /** What a rematch keeps. */
  readonly keeping?: Keeping;
}

/** The options that a stored matching was made with, but for a solver. */
export function optionsFromRecord(record: MatchingRecord): MatchOptions {
  const { objective, levelSize, optimalFor, locked, forbidden, balance } = record;
  // Undefined is read as missing.
  return { objective, levelSize, optimalFor, locked, forbidden, balance } as MatchOptions;
}

/** How the objective of the options is solved, explained and checked, with loads where there are any. */
export function objectiveKind(
  cohort: CompiledCohort,
  { objective, balance }: ReadMatchOptions,
): ObjectiveKind {
  const kind = objectives[objective];
  return (loadsOf(cohort, balance) !== undefined ? kind.withLoads : undefined) ?? kind;
}

/** Looks up every id and notes every lock that cannot be kept, with both names. */
export function readMatchOptions(
  functionName: string,
  cohort: CompiledCohort,
  options: MatchOptions & CompileInputOptions,
): ReadMatchOptions {
  const problems = new ProblemList(functionName);
  const { objective = 'most-pairs', levelSize = 0.01, optimalFor = 'mentees' } = options;
  const { locked = [], forbidden = [], balance = [], solver, largestMatrix, within, clock } = options;
  if (typeof objective !== 'string' || !Object.hasOwn(objectives, objective)) {
    problems.add('objective', objective, `one of ${Object.keys(objectives).join(', ')}`);
  }
  checkOwnOptions(objective, options, problems);
  const level = typeof levelSize === 'number' ? Math.round(levelSize * 1000) : Number.NaN;
  if (!(level >= 1 && level <= 1000 && level / 1000 === levelSize))
    problems.add('levelSize', levelSize, 'a multiple of 0.001 from 0.001 to 1');
  if (optimalFor !== 'mentees' && optimalFor !== 'mentors')
    problems.add('optimalFor', optimalFor, 'mentees or mentors');
  if (solver !== undefined && typeof solver !== 'function') problems.add('solver', solver, 'a function');
  if (largestMatrix !== undefined && !(typeof largestMatrix === 'number' && largestMatrix >= 0))
    problems.add('largestMatrix', largestMatrix, 'a number of bytes ≥ 0');
  if (within !== undefined && !(typeof within === 'number' && within >= 0))
    problems.add('within', within, 'a number of milliseconds ≥ 0');
  if (within !== undefined && typeof clock !== 'function')
    problems.add('clock', clock, 'a function that gives milliseconds, since within is given');
  const forbiddenPairs = readForbidden(cohort, forbidden, problems);
  const lockedPairs = readLocked(cohort, locked, forbiddenPairs, problems);
  const penalties = readBalance(balance, problems);
  problems.throwIfAny();
  if (loadsOf(cohort, penalties) !== undefined) {
    const reason = 'since people have minimumMentees or mentorsWanted, or the options have balance';
    const known = Object.entries(objectives).flatMap(([name, { withLoads }]) => (withLoads ? [name] : []));
    if (!known.includes(objective)) problems.add('objective', objective, `${known.join(' or ')}, ${reason}`);
    if (solver !== undefined) problems.add('solver', solver, `no solver of yours, ${reason}`);
    if (within !== undefined) problems.add('within', within, `no time limit, ${reason}`);
  }
  problems.throwIfAny();
  return {
    functionName,
    objective,
    levelSize: level * 1000,
    optimalFor,
    locked: lockedPairs,
    forbidden: forbiddenPairs,
    balance: penalties,
    solver,
    largestMatrix,
    timeLimit: within === undefined ? undefined : { within, clock: clock! },
  };
}

/** Options that only one objective reads are no options of the others: they would be lost in silence. */
function checkOwnOptions(objective: Objective, options: MatchOptions, problems: ProblemList): void {
  const { levelSize, optimalFor, solver, within } = options;
  if (levelSize !== undefined && objective !== 'fairest')
    problems.add('levelSize', levelSize, 'this option with the objective fairest only');
  if (optimalFor !== undefined && objective !== 'stable')
    problems.add('optimalFor', optimalFor, 'this option with the objective stable only');
  if (solver !== undefined && (objective === 'fairest' || objective === 'stable'))
    problems.add('solver', solver, `this option with most-pairs or best-total, not with ${objective}`);
  if (within !== undefined && (objective === 'fairest' || objective === 'stable'))
    problems.add('within', within, `this option with most-pairs or best-total, not with ${objective}`);
  if (within !== undefined && solver !== undefined)
    problems.add('within', within, 'no time limit together with a solver of yours');
}

/** The penalties in whole millionths. */
function readBalance(balance: unknown, problems: ProblemList): number[] {
  if (!Array.isArray(balance)) {
    problems.add('balance', balance, 'a list of what the second, third, … mentee takes off the total');
    return [];
  }
  let before = 0;
  return Array.from(balance, (penalty: unknown, at) => {
    const whole = typeof penalty === 'number' ? Math.round(penalty * 1e6) : Number.NaN;
    if (!(whole >= before && whole <= 1e9 && whole / 1e6 === penalty)) {
      const rule = `a number from ${before / 1e6}, the one before, to 1000 with at most six decimals`;
      problems.add(`balance[${at}]`, penalty, rule);
    } else before = whole;
    return before;
  });
}

function readForbidden(
  cohort: CompiledCohort,
  pairs: unknown,
  problems: ProblemList,
): Map<number, Set<number>> {
  const forbidden = new Map<number, Set<number>>();
  for (const { pair } of readPairs(cohort, pairs, 'forbidden', problems)) {
    const mentors = forbidden.get(pair.mentee) ?? new Set();
    forbidden.set(pair.mentee, mentors.add(pair.mentor));
  }
  return forbidden;
}

function readLocked(
  cohort: CompiledCohort,
  pairs: unknown,
  forbidden: ReadonlyMap<number, ReadonlySet<number>>,
  problems: ProblemList,
): IndexPair[] {
  const locked = readPairs(cohort, pairs, 'locked', problems);
  const locksOf = new Map<number, ReadPair[]>();
  const taken = new Int32Array(cohort.mentorIds.length);
  for (const { pair, path, value } of locked) {
    const { mentee, mentor } = pair;
    const names = `${JSON.stringify(cohort.menteeIds[mentee])} and ${JSON.stringify(cohort.mentorIds[mentor])}`;
    const earlier = locksOf.get(mentee) ?? [];
    locksOf.set(mentee, [...earlier, { pair, path, value }]);
    const wanted = cohort.mentorsWanted[mentee]!;
    const same = earlier.find((lock) => lock.pair.mentor === mentor);
    if (earlier.length >= wanted) {
      const most =
        wanted === 1 ? 'one lock a mentee' : `at most ${wanted} locks on this mentee, who wants so many`;
      problems.add(path, value, `${most}; ${earlier[0]!.path} has this mentee already`);
    } else if (same !== undefined) problems.add(path, value, `each lock once; ${same.path} is the same pair`);
    for (const { rule, index } of cohort.brokenRules(mentee, mentor)) {
      const place = index === undefined ? rule : `${rule} (model.rules[${index}])`;
      problems.add(path, value, `a pair that breaks no rule; ${names} break ${place}`);
    }
    if (cohort.score(mentee, mentor) < cohort.minimumScore) {
      const score = cohort.score(mentee, mentor) / 1e6;
      problems.add(
        path,
        value,
        `a pair that reaches minimumScore ${cohort.model.minimumScore}; ${names} score ${score}`,
      );
    }
    if (forbidden.get(mentee)?.has(mentor) === true) {
      problems.add(path, value, `a pair that is not among forbidden; ${names} are`);
    }
    taken[mentor]! += 1;
    if (taken[mentor]! > cohort.capacities[mentor]!) {
      const holder = locked.find((lock) => lock.pair.mentor === mentor)!;
      const rivals = holder.path === path ? '' : `, and ${holder.path} is one already`;
      const id = JSON.stringify(cohort.mentorIds[mentor]);
      problems.add(
        path,
        value,
        `at most as many locks on ${id} as its capacity, ${cohort.capacities[mentor]}${rivals}`,
      );
    }
  }
  // In an order that the caller's list does not decide.
  return locked
    .map(({ pair }) => pair)
    .sort((one, other) => one.mentee - other.mentee || one.mentor - other.mentor);
}

interface ReadPair {
  readonly pair: IndexPair;
  readonly path: string;
  readonly value: unknown;
}

function readPairs(cohort: CompiledCohort, pairs: unknown, name: string, problems: ProblemList): ReadPair[] {
  const list = listOf(pairs);
  if (list === undefined) {
    problems.add(name, pairs, 'a list of { menteeId, mentorId }');
    return [];
  }
  const staysOut = new Set(cohort.notOptedIn.map(({ id, side }) => `${side} ${id}`));
  return list.flatMap((value, index) => {
    const path = `${name}[${index}]`;
    const fields = fieldsOf(value);
    const { menteeId, mentorId }: Partial<PairOfIds> = fields;
    for (const key of Object.keys(fields)) {
      const names = ['menteeId', 'mentorId'];
      if (!names.includes(key)) problems.add(`${path}.${key}`, value, unknownNameRule('field', key, names));
    }
    const mentee = cohort.menteeIndex(menteeId!);
    const mentor = cohort.mentorIndex(mentorId!);
    // A forbidden pair with somebody who did not opt in needs no forbidding; lists of such pairs live longer.
    const mayStayOut = (side: string, id: unknown) =>
      name === 'forbidden' && typeof id === 'string' && staysOut.has(`${side} ${id}`);
    if (mentee < 0 && !mayStayOut('mentee', menteeId))
      problems.add(`${path}.menteeId`, menteeId, personRule(cohort, 'mentee', menteeId));
    if (mentor < 0 && !mayStayOut('mentor', mentorId))
      problems.add(`${path}.mentorId`, mentorId, personRule(cohort, 'mentor', mentorId));
    return mentee >= 0 && mentor >= 0 ? [{ pair: { mentee, mentor }, path, value }] : [];
  });
}

/** A copy of an object; nothing of what is none, or cannot be read. */
function fieldsOf(value: unknown): Record<string, unknown> {
  try {
    return typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
