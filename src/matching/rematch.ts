import { type AsyncOptions, asyncOptionNames, InputError, runSteps, type Steps } from '../core/index.js';
import type { Cohort, CohortInput } from '../participants/index.js';
import { type CompiledCohort, isCompiledCohort, type ModelFunctions } from '../scoring/index.js';
import { checkRematchOptions } from './check-rematch-options.js';
import { comparePairs, type MatchingComparison } from './compare-matchings.js';
import { compileInputSteps } from './compile-input.js';
import { driveAsync } from './drive-async.js';
import { loadsOf } from './loads.js';
import { matchSteps } from './match-cohort.js';
import { readMatchOptions } from './match-options.js';
import type { MatchProgress } from './match-progress.js';
import { objectives } from './objectives.js';
import { parseMatchingFor } from './parse-matching.js';
import { readRematch } from './rematch-options.js';
import type { Matching, Objective, PairOfIds, PriceProof } from './types.js';

/** A pair that one of the two turned down; no reason is asked for. */
export interface DeclinedPair extends PairOfIds {
  readonly by: 'mentee' | 'mentor';
  /** Not again in any round, or not in this one only. */
  readonly repeat: 'never' | 'nextRound';
}

/** A pair of an earlier time that should be avoided or sought again, the less the longer ago. */
export interface EarlierPair extends PairOfIds {
  /** `YYYY-MM-DD`. */
  readonly ended: string;
  readonly effect: 'avoid' | 'prefer';
  /** In [0, 1], in the unit of a score, on the day it ended; it fades evenly to 0 over `fadeDays`. */
  readonly strength: number;
}

export interface RematchOptions {
  /** `most-pairs` or `best-total`; the previous matching's unless given. */
  readonly objective?: Objective;
  /** What a pair of before counts more, in the unit of a score, 0 … 1000; 0 unless given: only ties keep. */
  readonly keepBonus?: number;
  /** `'all'`: every pair that may stay does, and only free places are filled. */
  readonly keep?: 'all';
  readonly declined?: readonly DeclinedPair[];
  /** Ids of mentors who keep the mentees they have and take no new ones. */
  readonly closed?: readonly string[];
  /** What every pair of a mentee counts more or less, such as who was left out last time. */
  readonly priority?: readonly { readonly menteeId: string; readonly bonus: number }[];
  readonly history?: readonly EarlierPair[];
  /** The day from which `history` is seen, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** Whole number > 0; 365 unless given. */
  readonly fadeDays?: number;
  /** As in `matchCohort`; those of the previous matching are not taken over. */
  readonly locked?: readonly PairOfIds[];
  readonly forbidden?: readonly PairOfIds[];
  /** The functions that the previous matching's model mentions, where people are passed uncompiled. */
  readonly functions?: ModelFunctions;
}

export interface Rematch {
  /** Its proof bounds what a fresh solve would reach: `proof.gap` is what keeping pairs cost. */
  readonly matching: Matching;
  /** Kept, moved, newly placed, unplaced, left. */
  readonly comparison: MatchingComparison;
  /** What keeping pairs, priority and history cost, against the best of the same pairs without them. */
  readonly inertia: { readonly pairsLost: number; readonly scoreLost: number };
  /** Of the declined pairs those to pass on next time. */
  readonly declinedForGood: readonly DeclinedPair[];
}

/**
 * Matches again when people have joined, left or declined, and says who changes.
 *
 * Among the allowed matchings it takes the best by (pairs, Σ score + bonuses), under `best-total` by
 * (Σ score + bonuses, pairs); of equally good ones one that keeps most pairs. A score with its bonuses is at
 * least 0. Rules and the minimum score look at the raw score. Who joined and who left is found by comparing.
 * Scores of people who are there again do not shift where the people are passed uncompiled, or compiled with
 * `baseline: previous.record.baseline`.
 *
 * @param cohort today's people: compiled, or uncompiled to be read with the model, baseline, seed and aliases
 * of the previous matching, so that old scores do not shift
 * @param previous as made or as stored
 * @throws InputError with every problem of the people, the matching and the options; where people have
 * `minimumMentees` or `mentorsWanted`, or the previous matching `balance` or quotas, which a rematch does not know
 *
 * What was kept is in `record.rematch`, so that `replayMatching` can repeat it.
 *
 * Time O(mentees · mentors) for scoring, once for a compiled cohort, and an assignment (where anything has a
 * bonus, two) that starts from the prices of the previous matching: about one shortest path for each person who
 * came or went. 4 bytes of memory a pair, with bonuses or forbidden pairs up to three times as many.
 */
export function rematch(
  cohort: CohortInput | Cohort | CompiledCohort,
  previous: Matching,
  options: RematchOptions = {},
): Rematch {
  return runSteps(rematchSteps('rematch', cohort, previous, options, []));
}

/**
 * `rematch` in slices of a few milliseconds, with progress and a signal to stop. People who are passed uncompiled
 * are checked in one slice.
 *
 * @returns the same rematch; rejects with an `AbortError` once the signal is aborted
 * @throws (rejects) as `rematch`
 */
export async function rematchAsync(
  cohort: CohortInput | Cohort | CompiledCohort,
  previous: Matching,
  options: RematchOptions & AsyncOptions<MatchProgress> = {},
): Promise<Rematch> {
  const steps = rematchSteps('rematchAsync', cohort, previous, options, asyncOptionNames);
  return driveAsync('rematchAsync', options, steps);
}

function* rematchSteps(
  functionName: string,
  cohort: CohortInput | Cohort | CompiledCohort,
  previous: Matching,
  options: RematchOptions,
  furtherNames: readonly string[],
): Steps<MatchProgress, Rematch> {
  const before = parseMatchingFor(functionName, previous);
  checkRematchOptions(functionName, options, furtherNames);
  const compiled = isCompiledCohort(cohort)
    ? cohort
    : yield* compileAsBefore(functionName, cohort, before, options);
  const { objective = before.record.objective } = options;
  const { balance, quotas } = before.record;
  if (balance !== undefined || quotas !== undefined || loadsOf(compiled, []) !== undefined) {
    const rule = 'people without minimumMentees and mentorsWanted, matched without balance and quotas';
    const instead = 'use matchCohort, and lock the pairs that should stay';
    throw new InputError(functionName, [{ path: 'cohort', value: cohort, rule: `${rule} (${instead})` }]);
  }
  const { locked, forbidden, keeping } = readRematch(compiled, before, options);
  const read = readMatchOptions(functionName, compiled, { objective, locked, forbidden });
  if (objectives[objective].totals === undefined) {
    const rule = 'most-pairs or best-total: what is kept is weighed against pairs and total';
    throw new InputError(functionName, [{ path: 'objective', value: objective, rule }]);
  }
  const matching = yield* matchSteps(compiled, { ...read, keeping });
  const { pairsGap, gap } = matching.proof as PriceProof;
  return {
    matching,
    comparison: comparePairs(compiled, before, matching),
    inertia: { pairsLost: pairsGap, scoreLost: gap },
    declinedForGood: (options.declined ?? []).filter(({ repeat }) => repeat === 'never'),
  };
}

function* compileAsBefore(
  functionName: string,
  cohort: CohortInput | Cohort,
  { record }: Matching,
  { functions }: RematchOptions,
): Steps<MatchProgress, CompiledCohort> {
  const { model, baseline, seed, aliases, assumeOptedIn } = record;
  const own = functions === undefined ? {} : { functions };
  return yield* compileInputSteps(functionName, cohort, {
    model,
    baseline,
    seed,
    aliases,
    assumeOptedIn,
    ...own,
  });
}
