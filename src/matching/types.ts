import type { Baseline, Model } from '../scoring/index.js';
import type { Aliases, CohortNote, Side } from '../participants/index.js';

/**
 * What a matching holds: ids and numbers, no answers of people. Plain JSON, so that it can be stored and read
 * back in another process. Scores and shares are multiples of a millionth in [0, 1].
 */
export interface Matching {
  readonly schemaVersion: 1;
  /** By mentee in canonical order. */
  readonly pairs: readonly MatchedPair[];
  readonly unmatched: readonly UnmatchedPerson[];
  /** Why places fell short; `notEnoughPlaces` points into this list. */
  readonly bottlenecks: readonly Bottleneck[];
  readonly mentorsWithSpace: readonly MentorWithSpace[];
  readonly proof: MatchingProof;
  readonly record: MatchingRecord;
}

export interface MatchedPair {
  readonly menteeId: string;
  readonly mentorId: string;
  /** A reasoned starting point for people, never a probability of success. */
  readonly score: number;
  /** Weight of the factors that are known for this pair ÷ weight of all factors that count. */
  readonly knownShare: number;
  readonly locked: boolean;
}

export interface UnmatchedPerson {
  readonly id: string;
  readonly side: Side;
  readonly reason: UnmatchedReason;
}

export type UnmatchedReason =
  /** Did not agree to take part. */
  | { readonly code: 'notOptedIn' }
  /** A mentor with capacity 0. */
  | { readonly code: 'noCapacity' }
  /** Every mentor is ruled out (for a mentor: every mentee); a pair that breaks two rules counts twice. */
  | { readonly code: 'noEligibleMentor' | 'noEligibleMentee'; readonly rules: readonly RuleCount[] }
  /** Some partner is eligible, and every eligible one scores below the minimum. */
  | { readonly code: 'belowMinimumScore'; readonly best: number; readonly minimumScore: number }
  /** The mentees who compete for the same mentors are more than those mentors' places. */
  | { readonly code: 'notEnoughPlaces'; readonly bottleneck: number }
  /** `best-total` only: including this mentee would change the pairs and lower the total by so much. */
  | { readonly code: 'totalPreferred'; readonly pairsGained: number; readonly scoreLost: number }
  /** A mentor all of whose eligible mentees have another mentor. */
  | { readonly code: 'menteesPlacedElsewhere'; readonly eligibleMentees: number };

/** How many otherwise possible partners a rule ruled out. */
export interface RuleCount {
  /** Kind of the rule; `self` and `avoided` always hold. */
  readonly rule: string;
  /** Index into the model's `rules`; missing for `self` and `avoided`. */
  readonly index?: number;
  readonly pairs: number;
}

/** Hall's violator: more mentees than all places of all the mentors they may have. */
export interface Bottleneck {
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  readonly places: number;
}

export interface MentorWithSpace {
  readonly mentorId: string;
  readonly spare: number;
}

export type Objective = 'most-pairs' | 'best-total';

/**
 * Dual prices that prove (pairs, total) best: whole millionths, see `checkProof`. `pairs` and `score` of a
 * price are compared in the order of the objective.
 */
export interface DualPrice {
  readonly id: string;
  readonly pairs: number;
  readonly score: number;
}

export interface MatchingProof {
  readonly kind: 'duals';
  readonly pairs: number;
  readonly pairsUpperBound: number;
  readonly totalScore: number;
  /** No allowed matching has a higher total (with as many pairs, under `most-pairs`). */
  readonly upperBound: number;
  /** `upperBound − totalScore`: 0 is proven best. */
  readonly gap: number;
  readonly menteePrices: readonly DualPrice[];
  readonly mentorPrices: readonly DualPrice[];
}

export interface PairOfIds {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** Everything that is needed to understand and repeat a matching, but the people. */
export interface MatchingRecord {
  readonly library: { readonly name: 'mentor-matching'; readonly version: string };
  readonly model: Model;
  readonly objective: Objective;
  readonly seed: number;
  readonly aliases: Aliases;
  readonly assumeOptedIn: boolean;
  readonly locked: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  /** Whether a solver of the caller made the pairs. */
  readonly customSolver: boolean;
  readonly baseline: Baseline;
  readonly counts: {
    readonly mentees: number;
    readonly mentors: number;
    readonly menteesOptedIn: number;
    readonly mentorsOptedIn: number;
    readonly places: number;
    readonly eligiblePairs: number;
  };
  /** Fields of people that the model read, such as `mentees.skillsWanted`. */
  readonly fieldsUsed: readonly string[];
  /** Factors that were unknown for every pair and so dropped out. */
  readonly factorsLeftOut: readonly string[];
  readonly notes: readonly CohortNote[];
  /** SHA-256 of the canonical JSON of what was read of the cohort and how. */
  readonly digest: string;
}
