import { InputError } from '../core/index.js';
import type { Cohort, CohortInput } from '../participants/index.js';
import { type CompiledCohort, isCompiledCohort, type ModelFunctions } from '../scoring/index.js';
import { comparePairs, type MatchingComparison } from './compare-matchings.js';
import { compileInput } from './compile-input.js';
import { keepingSolver } from './keeping-solver.js';
import { loadsOf } from './loads.js';
import { matchCompiled } from './match-cohort.js';
import { readMatchOptions } from './match-options.js';
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
 *
 * @param cohort today's people: compiled, or uncompiled to be read with the model, baseline, seed and aliases
 * of the previous matching, so that old scores do not shift
 * @param previous as made or as stored
 * @throws InputError with every problem of the people, the matching and the options; where people have
 * `minimumMentees` or `mentorsWanted`, or the previous matching `balance`, which a rematch does not know
 *
 * The record says `customSolver`, since more than the objective made the pairs; `replayMatching` does not
 * repeat a rematch.
 *
 * Two assignments, the second from the prices of the previous matching; 12 bytes of memory a pair. Ties keep
 * up to about 30,000 people a side (`best-total`: 1,000), beyond which numbers would no longer be exact.
 */
export function rematch(
  cohort: CohortInput | Cohort | CompiledCohort,
  previous: Matching,
  options: RematchOptions = {},
): Rematch {
  const before = parseMatchingFor('rematch', previous);
  const compiled = isCompiledCohort(cohort) ? cohort : compileAsBefore(cohort, before, options);
  const { locked, forbidden, adjustments, kept } = readRematch(compiled, before, options);
  const { objective = before.record.objective } = options;
  if (before.record.balance !== undefined || loadsOf(compiled, []) !== undefined) {
    const rule = 'people without minimumMentees and mentorsWanted, matched without balance';
    const instead = 'use matchCohort, and lock the pairs that should stay';
    throw new InputError('rematch', [{ path: 'cohort', value: cohort, rule: `${rule} (${instead})` }]);
  }
  const read = readMatchOptions('rematch', compiled, { objective, locked, forbidden });
  if (objectives[objective].totals === undefined) {
    const rule = 'most-pairs or best-total: what is kept is weighed against pairs and total';
    throw new InputError('rematch', [{ path: 'objective', value: objective, rule }]);
  }
  const lockedMentees = new Set(read.locked.map(({ mentee }) => mentee));
  const menteeOfRow = compiled.menteeIds
    .map((_, mentee) => mentee)
    .filter((mentee) => !lockedMentees.has(mentee));
  const prices = new Map(before.proof.mentorPrices.map(({ id, score }) => [id, score]));
  const startingPrices = compiled.mentorIds.map((id) => Math.round((prices.get(id) ?? 0) * 1e6));
  const solver = keepingSolver({ menteeOfRow, adjustments, kept, startingPrices });
  const matching = matchCompiled(compiled, { ...read, solver });
  const { pairsGap, gap } = matching.proof as PriceProof;
  return {
    matching,
    comparison: comparePairs(compiled, before, matching),
    inertia: { pairsLost: pairsGap, scoreLost: gap },
    declinedForGood: (options.declined ?? []).filter(({ repeat }) => repeat === 'never'),
  };
}

function compileAsBefore(
  cohort: CohortInput | Cohort,
  { record }: Matching,
  { functions }: RematchOptions,
): CompiledCohort {
  const { model, baseline, seed, aliases, assumeOptedIn } = record;
  const own = functions === undefined ? {} : { functions };
  return compileInput('rematch', cohort, { model, baseline, seed, aliases, assumeOptedIn, ...own });
}
