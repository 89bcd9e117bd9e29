import type { CompiledCohort } from '../scoring/index.js';
import type { ProofViolation } from './check-proof.js';
import { levelsFrom, noLevels, type Price } from './level-prices.js';
import type { ReadMatchOptions } from './match-options.js';
import { writeAllowedScores } from './match-problem.js';
import { toMillionths } from './millionths.js';
import type { DualPrice, LevelCount, Matching } from './types.js';
import { levelBound, upperBound } from './upper-bound.js';

/** How prices are compared, in the order of the objective. */
export interface PriceOrder {
  /** Below 0 where `one` is worse. */
  readonly compare: (one: Price, other: Price) => number;
  /** Below 0 where u + v do not reach what a pair of that score is worth, 0 where they are just that. */
  readonly surplus: (u: Price, v: Price, score: number) => number;
  /** The level of a score, where the objective counts pairs by level. */
  readonly levelOf?: (score: number) => number;
}

const nothing: Price = { pairs: 0, score: 0, levels: noLevels };

/** The prices: complete, ≥ 0, at least what every pair is worth, and in sum no more than the pairs reach. */
export function findPriceViolations(
  cohort: CompiledCohort,
  matching: Matching,
  { locked, forbidden }: ReadMatchOptions,
  { compare, surplus, levelOf }: PriceOrder,
): ProofViolation[] {
  const violations: ProofViolation[] = [];
  const { proof, pairs } = matching;
  if (proof.kind !== 'duals' && proof.kind !== 'solver') return [{ code: 'wrongKind' }];
  const u = pricesByIndex(proof.menteePrices, cohort.menteeIds.length, cohort.menteeIndex);
  const v = pricesByIndex(proof.mentorPrices, cohort.mentorIds.length, cohort.mentorIndex);
  if (u === undefined || v === undefined) return [{ code: 'wrongPrices' }];
  const lockOf = new Map(locked.map(({ mentee, mentor }) => [mentee, mentor]));
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
      const difference = surplus(price, v[mentor]!, score);
      if (difference < 0 || (lock !== undefined && difference !== 0)) {
        const mentorId = cohort.mentorIds[mentor]!;
        violations.push({ code: 'pairAbovePrices', menteeId: cohort.menteeIds[mentee]!, mentorId });
      }
    });
  });

  const scoresMade = pairs.map(({ score }) => toMillionths(score));
  const made: Price = {
    pairs: pairs.length,
    score: scoresMade.reduce((sum, score) => sum + score, 0),
    levels: levelOf === undefined ? noLevels : countLevels(scoresMade.map(levelOf)),
  };
  const bound = { ...upperBound(u, v, cohort.capacities), levels: levelBound(u, v, cohort.capacities) };
  const isAsStated =
    proof.pairs === made.pairs &&
    toMillionths(proof.totalScore) === made.score &&
    proof.pairsUpperBound === bound.pairs &&
    toMillionths(proof.upperBound) === bound.score &&
    proof.pairsGap === bound.pairs - made.pairs &&
    toMillionths(proof.gap) === bound.score - made.score &&
    isSame(proof.levels ?? noLevels, made.levels);
  if (!isAsStated) violations.push({ code: 'wrongTotals' });
  if (compare(bound, made) !== 0) violations.push({ code: 'gap' });
  return violations;
}

/** How many there are of each level. */
export function countLevels(levels: readonly number[]): readonly LevelCount[] {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return levelsFrom(counts);
}

function isSame(one: readonly LevelCount[], other: readonly LevelCount[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ level, pairs }, at) => level === other[at]!.level && pairs === other[at]!.pairs)
  );
}

/** Prices in whole numbers by index, or `undefined` where they are not exactly one for everybody. */
export function pricesByIndex(
  prices: readonly DualPrice[],
  people: number,
  indexOf: (id: string) => number,
): Price[] | undefined {
  const byIndex: Price[] = new Array(people);
  const isPriced = new Uint8Array(people);
  for (const { id, pairs, score, levels = noLevels } of prices) {
    const index = indexOf(id);
    if (index < 0 || isPriced[index] === 1) return undefined;
    const price = { pairs, score: toMillionths(score), levels };
    if (!isExact(price.pairs) || !isExact(price.score) || !areExact(levels)) return undefined;
    isPriced[index] = 1;
    byIndex[index] = price;
  }
  return isPriced.includes(0) ? undefined : byIndex;
}

/** Whether a whole number, as all of a stored proof are, may be added to another such and stay whole: else a false proof might add up. */
function isExact(part: number): boolean {
  return Number.isSafeInteger(2 * part);
}

/** Ascending, each level once. */
function areExact(levels: readonly LevelCount[]): boolean {
  return levels.every(
    ({ level, pairs }, at) => isExact(pairs) && (at === 0 || levels[at - 1]!.level < level),
  );
}
