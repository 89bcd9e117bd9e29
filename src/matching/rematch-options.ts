import type { CompiledCohort } from '../scoring/index.js';
import { addBonus, type Keeping, previousMentors, pricesByIndex } from './keeping.js';
import type { RematchOptions } from './rematch.js';
import type { Matching, PairOfIds } from './types.js';

/** The options of a rematch in the terms of a match. */
export interface ReadRematch {
  readonly locked: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  readonly keeping: Keeping;
}

/** Reads options that were checked, and finds what may stay of the previous pairs. */
export function readRematch(
  cohort: CompiledCohort,
  { pairs, proof }: Matching,
  options: RematchOptions,
): ReadRematch {
  const { keepBonus = 0, keep, declined = [], closed = [], priority = [], locked = [] } = options;
  const previous = previousMentors(cohort, pairs);
  // Lists of declined pairs outlive people: who takes no part any more needs no forbidding.
  const declinedHere = declined.filter((pair) => isHere(cohort, pair));
  const isKept = ({ menteeId, mentorId }: PairOfIds) =>
    previous[cohort.menteeIndex(menteeId)] === cohort.mentorIndex(mentorId);
  const closedPairs = closed
    .filter((mentorId) => cohort.mentorIndex(mentorId) >= 0)
    .flatMap((mentorId) => cohort.menteeIds.map((menteeId) => ({ menteeId, mentorId })))
    .filter((pair) => !isKept(pair));
  const forbidden = [...(options.forbidden ?? []), ...declinedHere, ...closedPairs].map(
    ({ menteeId, mentorId }) => ({ menteeId, mentorId }),
  );
  const bonuses = new Map<number, Map<number, number>>();
  const add = (mentee: number, mentor: number, bonus: number) =>
    addBonus(bonuses, mentee, mentor, Math.round(bonus * 1e6));
  previous.forEach((mentor, mentee) => {
    if (mentor >= 0) add(mentee, mentor, keepBonus);
  });
  for (const { menteeId, bonus } of priority) add(cohort.menteeIndex(menteeId), -1, bonus);
  for (const pair of (options.history ?? []).filter((each) => isHere(cohort, each))) {
    const { asOf = pair.ended, fadeDays = 365 } = options;
    const days = Math.max(0, (dayOf(asOf) - dayOf(pair.ended)) / 86_400_000);
    const strength = pair.strength * Math.max(0, 1 - days / fadeDays);
    const mentor = cohort.mentorIndex(pair.mentorId);
    add(cohort.menteeIndex(pair.menteeId), mentor, pair.effect === 'avoid' ? 0 - strength : strength);
  }
  const stays = keep === 'all' ? pairsThatStay(cohort, previous, forbidden, locked) : [];
  return {
    locked: [...locked, ...stays],
    forbidden,
    keeping: {
      previous,
      bonuses,
      menteePrices: pricesByIndex(proof.menteePrices, cohort.menteeIds.length, cohort.menteeIndex),
      mentorPrices: pricesByIndex(proof.mentorPrices, cohort.mentorIds.length, cohort.mentorIndex),
    },
  };
}

function isHere(cohort: CompiledCohort, { menteeId, mentorId }: PairOfIds): boolean {
  return cohort.menteeIndex(menteeId) >= 0 && cohort.mentorIndex(mentorId) >= 0;
}

/** Previous pairs that are still allowed; where a mentor has fewer places than before, those that score best. */
function pairsThatStay(
  cohort: CompiledCohort,
  kept: Int32Array,
  forbidden: readonly PairOfIds[],
  locked: readonly PairOfIds[],
): PairOfIds[] {
  const keyOf = ({ menteeId, mentorId }: PairOfIds) => JSON.stringify([menteeId, mentorId]);
  const ruledOut = new Set(forbidden.map(keyOf));
  const lockedMentees = new Set(locked.map(({ menteeId }) => menteeId));
  const left = cohort.capacities.slice();
  for (const { mentorId } of locked) {
    const mentor = cohort.mentorIndex(mentorId);
    if (mentor >= 0) left[mentor]! -= 1;
  }
  const mentees = [...kept.keys()].filter((mentee) => kept[mentee]! >= 0);
  const scoreOf = (mentee: number) => cohort.score(mentee, kept[mentee]!);
  mentees.sort((one, other) => scoreOf(other) - scoreOf(one) || one - other);
  return mentees.flatMap((mentee) => {
    const mentor = kept[mentee]!;
    const pair = { menteeId: cohort.menteeIds[mentee]!, mentorId: cohort.mentorIds[mentor]! };
    const mayStay = !ruledOut.has(keyOf(pair)) && !lockedMentees.has(pair.menteeId);
    if (!mayStay || left[mentor]! <= 0 || !cohort.isEligible(mentee, mentor)) return [];
    left[mentor]! -= 1;
    return [pair];
  });
}

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`);
