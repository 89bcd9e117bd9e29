import type { CompiledCohort } from '../scoring/index.js';
import { findPairViolations } from './find-pair-violations.js';
import { objectiveKind, optionsFromRecord, readMatchOptions } from './match-options.js';
import { requireFit } from './require-fit.js';
import type { Matching } from './types.js';

/** One way in which a matching or its proof does not hold. */
export interface ProofViolation {
  readonly code: /** A person is in more pairs than allowed, twice in the same, or is no part of the cohort. */
    | 'pairTwice'
    | 'overCapacity'
    | 'unknownPerson'
    /** A pair that rules, the minimum score, consent or the caller forbid. */
    | 'pairNotAllowed'
    | 'lockNotKept'
    /** A pair is marked as locked and is not among the record's locks, or the other way round. */
    | 'wrongLockMark'
    /** The score or the known share of a pair is not the cohort's. */
    | 'wrongScore'
    /** Who is unmatched, or which mentors have space, is not what the pairs leave. */
    | 'wrongLeftovers'
    /** Prices are missing, repeated, below nothing, or too large to be added up exactly. */
    | 'wrongPrices'
    /** The prices of a mentee and a mentor do not reach what their pair is worth. */
    | 'pairAbovePrices'
    /** The stated totals are not those of the pairs and the prices. */
    | 'wrongTotals'
    /** The bound that the prices prove is above what the pairs reach. */
    | 'gap'
    /** The proof is not of the kind that the objective has. */
    | 'wrongKind'
    /** `stable`: the two would both rather have each other than what they have. */
    | 'blockingPair';
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
 * Where mentors have minimums, loads are balanced or mentees want several mentors, the tuples have four parts,
 * and any prices bound what can be reached: Σ max(0, worth − u − v) + Σ max(0, what a k-th mentor adds + u) +
 * Σ max(0, what an l-th mentee adds + v). The bound must be what the pairs reach.
 *
 * @throws InputError where the matching does not belong to the cohort
 *
 * O(mentees · mentors): every pair is scored afresh.
 */
export function checkProof(cohort: CompiledCohort, matching: Matching): ProofCheck {
  const fit = requireFit('checkProof', cohort, matching);
  const options = readMatchOptions('checkProof', fit.cohort, optionsFromRecord(fit.matching.record));
  const violations = [
    ...findPairViolations(fit.cohort, fit.matching, options),
    ...objectiveKind(fit.cohort, options).findProofViolations(fit.cohort, fit.matching, options),
  ];
  return { isProven: violations.length === 0, violations };
}
