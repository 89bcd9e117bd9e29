import type { CompiledCohort } from '../scoring/index.js';
import type { ProofViolation } from './check-proof.js';
import type { ReadMatchOptions } from './match-options.js';
import { writeAllowedScores } from './match-problem.js';
import { toMillionths } from './millionths.js';
import type { PairsAndScore, TotalsOrder } from './objectives/kind.js';
import type { DualPrice, Matching } from './types.js';
import { upperBound } from './upper-bound.js';

/** The prices: complete, ≥ 0, at least what every pair is worth, and in sum no more than the pairs reach. */
export function findPriceViolations(
  cohort: CompiledCohort,
  matching: Matching,
  { locked, forbidden }: ReadMatchOptions,
  compare: TotalsOrder['compare'],
): ProofViolation[] {
  const violations: ProofViolation[] = [];
  const { proof, pairs } = matching;
  const u = pricesByIndex(proof.menteePrices, cohort.menteeIds.length, cohort.menteeIndex);
  const v = pricesByIndex(proof.mentorPrices, cohort.mentorIds.length, cohort.mentorIndex);
  if (u === undefined || v === undefined) return [{ code: 'wrongPrices' }];
  const lockOf = new Map(locked.map(({ mentee, mentor }) => [mentee, mentor]));
  const nothing = { pairs: 0, score: 0 };
  u.forEach((price, mentee) => {
    if (compare(price, nothing) < 0 && !lockOf.has(mentee)) {
      violations.push({ code: 'wrongPrices', menteeId: cohort.menteeIds[mentee]! });
    }
  });
  v.forEach((price, mentor) => {
    if (compare(price, nothing) < 0)
      violations.push({ code: 'wrongPrices', mentorId: cohort.mentorIds[mentor]! });
  });

  const scores = new Int32Array(cohort.mentorIds.length);
  u.forEach((price, mentee) => {
    const lock = lockOf.get(mentee);
    writeAllowedScores(cohort, forbidden, mentee, scores);
    scores.forEach((score, mentor) => {
      const isAllowed = lock === undefined ? score >= 0 : mentor === lock;
      if (!isAllowed) return;
      const difference = compare(sumOf(price, v[mentor]!), { pairs: 1, score });
      if (difference < 0 || (lock !== undefined && difference !== 0)) {
        const mentorId = cohort.mentorIds[mentor]!;
        violations.push({ code: 'pairAbovePrices', menteeId: cohort.menteeIds[mentee]!, mentorId });
      }
    });
  });

  const made: PairsAndScore = {
    pairs: pairs.length,
    score: pairs.reduce((sum, { score }) => sum + toMillionths(score), 0),
  };
  const bound = upperBound(u, v, cohort.capacities);
  const isAsStated =
    proof.pairs === made.pairs &&
    toMillionths(proof.totalScore) === made.score &&
    proof.pairsUpperBound === bound.pairs &&
    toMillionths(proof.upperBound) === bound.score &&
    proof.pairsGap === bound.pairs - made.pairs &&
    toMillionths(proof.gap) === bound.score - made.score;
  if (!isAsStated) violations.push({ code: 'wrongTotals' });
  if (compare(bound, made) !== 0) violations.push({ code: 'gap' });
  return violations;
}

function sumOf(one: PairsAndScore, other: PairsAndScore): PairsAndScore {
  return { pairs: one.pairs + other.pairs, score: one.score + other.score };
}

/** Prices in whole numbers by index, or `undefined` where they are not exactly one for everybody. */
function pricesByIndex(
  prices: readonly DualPrice[],
  people: number,
  indexOf: (id: string) => number,
): PairsAndScore[] | undefined {
  const byIndex: PairsAndScore[] = new Array(people);
  const isPriced = new Uint8Array(people);
  for (const { id, pairs, score } of prices) {
    const index = indexOf(id);
    if (index < 0 || isPriced[index] === 1) return undefined;
    const price = { pairs, score: toMillionths(score) };
    if (!isExact(price.pairs) || !isExact(price.score)) return undefined;
    isPriced[index] = 1;
    byIndex[index] = price;
  }
  return isPriced.includes(0) ? undefined : byIndex;
}

/** Whether a whole number may be added to another such and stay whole: else a false proof might add up. */
function isExact(part: number): boolean {
  return Number.isInteger(part) && Math.abs(part) <= 2 ** 52;
}
