import type { CompiledCohort, Matching, MatchOptions } from '../../src/index.js';

/** What a proof of `most-pairs` or `best-total` is worth when every pair is priced by this file's own means. */
export interface Priced {
  /** What is wrong with pairs and prices, in words; empty = the bound holds. */
  readonly wrong: readonly string[];
  /** (pairs, millionths) that no allowed matching exceeds, first what the objective puts first. */
  readonly bound: readonly [number, number];
  /** What the pairs reach, in the same order. */
  readonly reached: readonly [number, number];
}

const millionths = (value: number) => Math.round(value * 1e6);

/**
 * Scores every pair anew and looks whether (mentee's price) + (mentor's price) ≥ (1, score) everywhere, prices are
 * ≥ 0 and the pairs are allowed: then no allowed matching exceeds the sum of all prices. Shares nothing with
 * `checkProof` but the rows of scores; a few pairs of each row are compared with the scores of single pairs.
 */
export function priceAfresh(
  cohort: CompiledCohort,
  matching: Matching,
  { objective = 'most-pairs', locked = [], forbidden = [] }: MatchOptions,
): Priced {
  const wrong: string[] = [];
  const isTotalFirst = objective === 'best-total';
  const worth = (pairs: number, score: number): [number, number] =>
    isTotalFirst ? [score, pairs] : [pairs, score];
  const isBelow = (one: readonly [number, number], other: readonly [number, number]) =>
    one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
  const pricesOf = (prices: Matching['proof']['menteePrices']) =>
    new Map(prices.map(({ id, pairs, score }) => [id, worth(pairs, millionths(score))]));
  const ofMentee = pricesOf(matching.proof.menteePrices);
  const ofMentor = pricesOf(matching.proof.mentorPrices);
  const lockOf = new Map(locked.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
  const forbiddenTo = new Map<string, Set<string>>();
  for (const { menteeId, mentorId } of forbidden)
    forbiddenTo.set(menteeId, (forbiddenTo.get(menteeId) ?? new Set()).add(mentorId));
  const mentorOf = new Map(matching.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
  if (mentorOf.size !== matching.pairs.length) wrong.push('a mentee has two mentors');

  const scores = new Int32Array(cohort.mentorIds.length);
  const blocked = new Uint8Array(cohort.mentorIds.length);
  const taken = new Int32Array(cohort.mentorIds.length);
  let [bound0, bound1] = [0, 0];
  let total = 0;
  cohort.menteeIds.forEach((menteeId, mentee) => {
    cohort.writeAllScores(mentee, scores);
    cohort.writeBlocked(mentee, blocked);
    const lock = lockOf.get(menteeId);
    const never = forbiddenTo.get(menteeId);
    const u = ofMentee.get(menteeId)!;
    bound0 += u[0];
    bound1 += u[1];
    if (lock === undefined && isBelow(u, [0, 0])) wrong.push(`${menteeId} has a price below 0`);
    const partner = mentorOf.get(menteeId);
    if (lock !== undefined && partner !== lock) wrong.push(`${menteeId} is not with the mentor of the lock`);
    for (let mentor = 0; mentor < scores.length; mentor++) {
      const mentorId = cohort.mentorIds[mentor]!;
      const score = scores[mentor]!;
      const isAllowed =
        blocked[mentor] === 0 && score >= cohort.minimumScore && never?.has(mentorId) !== true;
      if ((mentee + mentor) % 997 === 0) {
        if (cohort.score(mentee, mentor) !== score) wrong.push(`${menteeId} ${mentorId} score two things`);
        if (cohort.brokenRules(mentee, mentor).length > 0 !== (blocked[mentor] === 1))
          wrong.push(`${menteeId} ${mentorId} are blocked by the row or the pair alone`);
      }
      if (mentorId === partner) {
        if (!isAllowed) wrong.push(`${menteeId} ${mentorId} may not be paired`);
        taken[mentor]! += 1;
        total += score;
      }
      if (!isAllowed || (lock !== undefined && lock !== mentorId)) continue;
      const v = ofMentor.get(mentorId)!;
      if (isBelow([u[0] + v[0], u[1] + v[1]], worth(1, score)))
        wrong.push(`${menteeId} ${mentorId} are worth more than their prices`);
    }
  });
  cohort.mentorIds.forEach((id, mentor) => {
    const v = ofMentor.get(id)!;
    if (isBelow(v, [0, 0])) wrong.push(`${id} has a price below 0`);
    if (taken[mentor]! > cohort.capacities[mentor]!) wrong.push(`${id} has more mentees than places`);
    bound0 += v[0] * cohort.capacities[mentor]!;
    bound1 += v[1] * cohort.capacities[mentor]!;
  });
  return { wrong, bound: [bound0, bound1], reached: worth(matching.pairs.length, total) };
}
