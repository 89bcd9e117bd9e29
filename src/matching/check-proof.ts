import type { CompiledCohort } from '../scoring/index.js';
import { readMatchOptions } from './match-options.js';
import { writeAllowedScores } from './match-problem.js';
import { objectives, type PairsAndScore } from './objectives.js';
import { requireFit } from './require-fit.js';
import type { DualPrice, Matching } from './types.js';

/** One way in which a matching or its proof does not hold. */
export interface ProofViolation {
  readonly code: /** A person is in more pairs than allowed, or is no part of the cohort. */
    | 'pairTwice'
    | 'overCapacity'
    | 'unknownPerson'
    /** A pair that rules, the minimum score, consent or the caller forbid. */
    | 'pairNotAllowed'
    | 'lockNotKept'
    /** The score of a pair is not the cohort's. */
    | 'wrongScore'
    /** Prices are missing, repeated or below nothing. */
    | 'wrongPrices'
    /** The prices of a mentee and a mentor do not reach what their pair is worth. */
    | 'pairAbovePrices'
    /** The stated totals are not those of the pairs and the prices. */
    | 'wrongTotals'
    /** The bound that the prices prove is above what the pairs reach. */
    | 'gap';
  readonly menteeId?: string;
  readonly mentorId?: string;
}

export interface ProofCheck {
  /** Whether the pairs are allowed and proven best: no violation. */
  readonly isProven: boolean;
  readonly violations: readonly ProofViolation[];
}

/**
 * Checks that a matching is allowed and best, without the solver, in whole numbers.
 *
 * Prices u of mentees and v of mentors (a place), compared as tuples in the order of the objective, prove it
 * if they are ≥ 0, if u + v ≥ (1, score) for every pair that may be made, and if Σ u + Σ capacity · v is what
 * the pairs reach: no allowed matching can then be better (weak duality of linear programming; a locked
 * mentee's price may be negative but equals (1, score) − v exactly). Crouse 2016,
 * doi:10.1109/TAES.2016.140952.
 *
 * @throws InputError where the matching does not belong to the cohort
 *
 * O(mentees · mentors): every pair is scored afresh.
 */
export function checkProof(cohort: CompiledCohort, matching: Matching): ProofCheck {
  const fit = requireFit('checkProof', cohort, matching);
  const violations = [
    ...findPairViolations(fit.cohort, fit.matching),
    ...findPriceViolations(fit.cohort, fit.matching),
  ];
  return { isProven: violations.length === 0, violations };
}

const millionths = (score: number) => Math.round(score * 1e6);

function readOptions(cohort: CompiledCohort, { record }: Matching) {
  const { objective, locked, forbidden } = record;
  return readMatchOptions('checkProof', cohort, { objective, locked, forbidden });
}

/** The pairs: known people, each mentee once, capacities, allowed, locks kept, scores right. */
function findPairViolations(cohort: CompiledCohort, matching: Matching): ProofViolation[] {
  const violations: ProofViolation[] = [];
  const { locked, forbidden } = readOptions(cohort, matching);
  const mentorOf = new Int32Array(cohort.menteeIds.length).fill(-1);
  const taken = new Int32Array(cohort.mentorIds.length);
  for (const { menteeId, mentorId, score } of matching.pairs) {
    const mentee = cohort.menteeIndex(menteeId);
    const mentor = cohort.mentorIndex(mentorId);
    if (mentee < 0 || mentor < 0) {
      violations.push({ code: 'unknownPerson', menteeId, mentorId });
      continue;
    }
    if (mentorOf[mentee] !== -1) violations.push({ code: 'pairTwice', menteeId, mentorId });
    mentorOf[mentee] = mentor;
    taken[mentor]! += 1;
    if (taken[mentor]! > cohort.capacities[mentor]!)
      violations.push({ code: 'overCapacity', menteeId, mentorId });
    const isForbidden = forbidden.get(mentee)?.has(mentor) === true;
    if (isForbidden || !cohort.isEligible(mentee, mentor)) {
      violations.push({ code: 'pairNotAllowed', menteeId, mentorId });
    }
    if (millionths(score) !== cohort.score(mentee, mentor)) {
      violations.push({ code: 'wrongScore', menteeId, mentorId });
    }
  }
  for (const { mentee, mentor } of locked) {
    if (mentorOf[mentee] === mentor) continue;
    const menteeId = cohort.menteeIds[mentee]!;
    violations.push({ code: 'lockNotKept', menteeId, mentorId: cohort.mentorIds[mentor]! });
  }
  return violations;
}

/** The prices: complete, ≥ 0, at least what every pair is worth, and in sum no more than the pairs reach. */
function findPriceViolations(cohort: CompiledCohort, matching: Matching): ProofViolation[] {
  const violations: ProofViolation[] = [];
  const { objective, locked, forbidden } = readOptions(cohort, matching);
  const { compare } = objectives[objective];
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
    score: pairs.reduce((sum, { score }) => sum + millionths(score), 0),
  };
  let bound: PairsAndScore = nothing;
  for (const price of u) bound = sumOf(bound, price);
  v.forEach((price, mentor) => {
    const places = cohort.capacities[mentor]!;
    bound = sumOf(bound, { pairs: places * price.pairs, score: places * price.score });
  });
  const isAsStated =
    proof.pairs === made.pairs &&
    millionths(proof.totalScore) === made.score &&
    proof.pairsUpperBound === bound.pairs &&
    millionths(proof.upperBound) === bound.score &&
    proof.pairsGap === bound.pairs - made.pairs &&
    millionths(proof.gap) === bound.score - made.score;
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
    if (index < 0 || isPriced[index] === 1 || !Number.isInteger(pairs)) return undefined;
    isPriced[index] = 1;
    byIndex[index] = { pairs, score: millionths(score) };
  }
  return isPriced.includes(0) ? undefined : byIndex;
}
