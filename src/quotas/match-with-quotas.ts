import { checkOptionNames, InputError, isInputError, ProblemList } from '../core/index.js';
import {
  type Matching,
  type MatchOptions,
  matchCohort,
  type Quota,
  type QuotaCount,
  type QuotaRow,
} from '../matching/index.js';
import { type CompiledCohort, isCompiledCohort } from '../scoring/index.js';
import { countPairs, holds } from './count-pairs.js';
import { askEngine, loadEngine, type QuotaEngineSource } from './engine.js';
import { findConflict } from './find-conflict.js';
import { type Goal, type IndexPairs, makeProgramme, type Programme, programmeText } from './programme.js';
import { type CompiledRow, compileQuotas } from './quota-rows.js';
import { readQuotas } from './read-quotas.js';

export interface QuotaOptions extends Pick<MatchOptions, 'locked' | 'forbidden'> {
  readonly quotas: readonly Quota[];
  /** `most-pairs` unless given. */
  readonly objective?: 'most-pairs' | 'best-total';
  /** The engine where it cannot be imported by name: the module `highs`, its loader, or what that gives. */
  readonly highs?: QuotaEngineSource;
}

export type QuotaMatch =
  /** The best matching within the quotas, and how many pairs count for each limit. */
  | { readonly status: 'optimal'; readonly matching: Matching; readonly counts: readonly QuotaCount[] }
  /** No matching meets all limits. Those of `conflict` cannot be met together; any of them left out, the rest can. */
  | { readonly status: 'infeasible'; readonly conflict: readonly QuotaRow[] };

const optionNames = ['quotas', 'objective', 'locked', 'forbidden', 'highs'];
const name = 'matchWithQuotas';

/**
 * Finds the best matching within quotas: limits on how many pairs of a kind are made.
 *
 * Everything that `matchCohort` holds to is held to as well. The order is that of the objective, by two solves:
 * under `most-pairs` first as many pairs as the quotas allow, then the highest total with so many. Quotas make
 * the problem NP-hard, so it is solved as a programme in whole numbers by HiGHS (package `highs`), with no gap
 * allowed; totals and limits are then counted again in whole numbers.
 *
 * `matching.proof.kind` is `'solver'`: that nothing within the quotas is better rests on the engine. The prices
 * in the proof bound what would be possible without quotas, so `proof.gap` and `pairsGap` say what the quotas
 * cost.
 *
 * @param cohort compiled
 * @throws InputError with every problem of the people, the options and the quotas; where people have
 * `minimumMentees` or `mentorsWanted`; where the engine is missing, which says how to add it, or gives up
 *
 * Exponential at worst; a few seconds for a few hundred people a side.
 */
export async function matchWithQuotas(cohort: CompiledCohort, options: QuotaOptions): Promise<QuotaMatch> {
  const { quotas, objective, locked, forbidden } = read(cohort, options);
  const free = matchFreely(cohort, { objective, locked, forbidden });
  if (free.proof.kind !== 'duals') {
    const rule = 'people without minimumMentees and mentorsWanted, which quotas do not know';
    throw new InputError(name, [{ path: 'cohort', value: cohort, rule }]);
  }
  const engine = await loadEngine(name, options.highs);
  const rows = compileQuotas(cohort, quotas);
  const forbiddenKeys = new Set(forbidden.map((pair) => keyOf(pair.menteeId, pair.mentorId)));
  const programme = makeProgramme(
    cohort,
    rows,
    locked.map(({ menteeId, mentorId }) => [cohort.menteeIndex(menteeId), cohort.mentorIndex(mentorId)]),
    (mentee, mentor) => !forbiddenKeys.has(keyOf(cohort.menteeIds[mentee]!, cohort.mentorIds[mentor]!)),
  );
  const solve: Solve = (goal, { limits = programme.limits, ...reached } = {}) =>
    askEngine(name, engine, programmeText(programme, limits, goal, reached), programme.candidates.length);
  const best = solveInOrder(solve, programme, objective, free.proof.pairs - locked.length);
  if (best === null) {
    // Whatever was found once to meet some limits need not be found again.
    const seen: IndexPairs[] = [pairsOf(cohort, free)];
    const conflict = findConflict(rows, (kept) => {
      if (seen.some((pairs) => countPairs(kept, pairs).every(holds))) return true;
      const met = solve('nothing', { limits: kept.map((row) => programme.limits[rows.indexOf(row)]!) });
      if (met !== null) seen.push([...programme.locked, ...met.map((at) => programme.candidates[at]!)]);
      return met !== null;
    });
    return { status: 'infeasible', conflict: conflict.map(asData) };
  }
  const mentorOf = new Map(best.map((at) => programme.candidates[at]!));
  const lockedMentees = new Set(programme.locked.map(([mentee]) => mentee));
  const rowToColumn = [...cohort.menteeIds.keys()]
    .filter((mentee) => !lockedMentees.has(mentee))
    .map((mentee) => mentorOf.get(mentee) ?? -1);
  const matching = matchCohort(cohort, { objective, locked, forbidden, solver: () => rowToColumn });
  const counts = countPairs(rows, pairsOf(cohort, matching));
  const broken = counts.filter((count) => !holds(count));
  if (broken.length > 0) {
    const rule = 'an engine whose answer keeps within the quotas';
    throw new InputError(name, [{ path: 'highs.solve()', value: broken, rule }]);
  }
  return { status: 'optimal', matching: within(matching, quotas), counts };
}

function read(cohort: CompiledCohort, options: QuotaOptions) {
  const problems = new ProblemList(name);
  checkOptionNames(problems, options, optionNames);
  if (!isCompiledCohort(cohort))
    problems.add('cohort', cohort, 'what compileCohort({ mentors, mentees }, options) returned');
  problems.throwIfAny();
  const { objective = 'most-pairs', locked = [], forbidden = [], quotas } = options;
  if (objective !== 'most-pairs' && objective !== 'best-total')
    problems.add('objective', objective, 'most-pairs or best-total');
  problems.throwIfAny();
  return { quotas: readQuotas(name, quotas), objective, locked, forbidden };
}

/** What would be without quotas; checks locks and forbidden pairs. */
function matchFreely(cohort: CompiledCohort, options: MatchOptions): Matching {
  try {
    return matchCohort(cohort, options);
  } catch (error) {
    throw isInputError(error) ? new InputError(name, [...error.problems]) : error;
  }
}

type Solve = (
  goal: Goal,
  held?: { readonly limits?: readonly string[]; readonly pairs?: number; readonly score?: number },
) => number[] | null;

/**
 * The candidates to make, best in the order of the objective, `null` where the limits cannot be met.
 *
 * @param mostPairs how many there are without quotas, which quotas seldom lower: then one solve is enough
 */
function solveInOrder(
  solve: Solve,
  { scores, candidates }: Programme,
  objective: 'most-pairs' | 'best-total',
  mostPairs: number,
): number[] | null {
  if (objective === 'most-pairs') {
    const all = solve('score', { pairs: mostPairs });
    if (all !== null) return all;
    const most = solve('pairs');
    return most && solve('score', { pairs: most.length });
  }
  const best = solve('score');
  if (best === null || best.length === new Set(candidates.map(([mentee]) => mentee)).size) return best;
  return solve('pairs', { score: best.reduce((sum, at) => sum + scores[at]!, 0) });
}

function pairsOf(cohort: CompiledCohort, { pairs }: Matching): IndexPairs {
  return pairs.map(({ menteeId, mentorId }) => [cohort.menteeIndex(menteeId), cohort.mentorIndex(mentorId)]);
}

/** The matching says that quotas made it: in its proof, its record, and the reasons of who was left out. */
function within(matching: Matching, quotas: readonly Quota[]): Matching {
  // The objectives that know quotas are proven by prices.
  const { proof } = matching;
  return {
    ...matching,
    unmatched: matching.unmatched.map((person) =>
      person.reason.code === 'leftOutBySolver' ? { ...person, reason: { code: 'leftOutByQuotas' } } : person,
    ),
    proof: proof.kind === 'stable' ? proof : { ...proof, kind: 'solver' },
    record: { ...matching.record, quotas },
  };
}

function asData({ quota, group, limit, value }: CompiledRow): QuotaRow {
  return { quota, group, limit, value };
}

function keyOf(menteeId: string, mentorId: string): string {
  return JSON.stringify([menteeId, mentorId]);
}
