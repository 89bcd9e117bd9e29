import type { Aliases, CohortNote, Side } from '../participants/index.js';
import type { Baseline, Model } from '../scoring/index.js';
import type { Quota } from './quota.js';

/**
 * What a matching holds: ids and numbers, no answers of people. Plain JSON, so that it can be stored and read
 * back in another process.
 *
 * Every score, share, total and price is a multiple of a millionth and in the unit of a score (0 … 1 a pair):
 * `Math.round(x · 10⁶)` is the whole number that was computed with.
 */
export interface Matching {
  readonly schemaVersion: 1;
  /** By mentee in canonical order. */
  readonly pairs: readonly MatchedPair[];
  /** Mentees without a mentor, mentors without a mentee, and who did not opt in. */
  readonly unmatched: readonly UnmatchedPerson[];
  /** Why places fell short; the reason `notEnoughPlaces` points into this list. */
  readonly bottlenecks: readonly Bottleneck[];
  /** Mentors who could take more mentees. */
  readonly mentorsWithSpace: readonly MentorWithSpace[];
  /** Mentors with fewer mentees than their minimum; missing where nobody has one. */
  readonly shortfalls?: readonly Shortfall[];
  /** Mentees with a mentor and fewer than they want; missing where nobody wants several. */
  readonly menteesWantingMore?: readonly MenteeWantingMore[];
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
  /** Every partner is ruled out. A pair that breaks two rules counts under both. */
  | { readonly code: 'noEligibleMentor' | 'noEligibleMentee'; readonly rules: readonly RuleCount[] }
  /** Some partner passes the rules, and every one who does scores below the minimum. */
  | { readonly code: 'belowMinimumScore'; readonly best: number; readonly minimumScore: number }
  /** The mentees who compete for the same mentors outnumber those mentors' places. */
  | { readonly code: 'notEnoughPlaces'; readonly bottleneck: number }
  /**
   * `stable` only: each of so many eligible mentors with places is full, with mentees whom that mentor ranks
   * higher or is locked to.
   */
  | { readonly code: 'heldByOthers'; readonly eligibleMentors: number }
  /** `best-total` only: including this mentee would add so many pairs and lower the total by so much. */
  | { readonly code: 'totalPreferred'; readonly pairsGained: number; readonly scoreLost: number }
  /** A mentor all of whose eligible mentees have another mentor. */
  | { readonly code: 'menteesPlacedElsewhere'; readonly eligibleMentees: number }
  /** A solver of the caller, or what a rematch keeps, left this person out; the objective alone would not have. */
  | { readonly code: 'leftOutBySolver' }
  /** `best-total` only: the time of `within` was over before it was settled whether there is a place. */
  | { readonly code: 'timeRanOut' }
  /** Quotas left this person out; without them the objective would not have. */
  | { readonly code: 'leftOutByQuotas' };

/** How many partners a rule ruled out. */
export interface RuleCount {
  /** Kind of the rule; `self` and `avoided` always hold, `forbidden` is the caller's list. */
  readonly rule: string;
  /** Index into the model's `rules`; missing for what is no rule of the model. */
  readonly index?: number;
  readonly pairs: number;
}

/**
 * Hall's violator: more mentees than all places of all the mentors they may have. A mentee who is locked to
 * several of those mentors counts as one, and so do the places that the locks take.
 */
export interface Bottleneck {
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  readonly places: number;
}

export interface MentorWithSpace {
  readonly mentorId: string;
  readonly spare: number;
}

/** A mentor with fewer mentees than `minimumMentees`. */
export interface Shortfall {
  readonly mentorId: string;
  readonly minimum: number;
  readonly mentees: number;
}

/** A mentee with fewer mentors than `mentorsWanted`. */
export interface MenteeWantingMore {
  readonly menteeId: string;
  readonly wanted: number;
  readonly mentors: number;
}

/** Why the pairs are what the objective asks for; `checkProof` checks it without the solver. */
export type MatchingProof = PriceProof | StabilityProof;

/** The proof that (pairs, total) is best; under `fairest` that (pairs, levels, total) is. */
export interface PriceProof {
  /**
   * `'duals'`: prices of people prove it. `'loads'`: likewise, with the parts in `loads`, where mentors have
   * minimums, loads are balanced, or mentees want several mentors. `'solver'`: quotas were asked for; that
   * nothing within them is better rests on an engine, and the prices bound what would be possible without.
   */
  readonly kind: 'duals' | 'loads' | 'solver';
  readonly pairs: number;
  /** No allowed matching has more pairs (under `best-total`: of those with the best total). */
  readonly pairsUpperBound: number;
  /** `pairsUpperBound − pairs`: 0 unless a solver of the caller made the pairs, or `within` was over under `best-total`. */
  readonly pairsGap: number;
  readonly totalScore: number;
  /** No allowed matching has a higher total (under `most-pairs`: of those with most pairs). */
  readonly upperBound: number;
  /** `upperBound − totalScore` (`'loads'`: − the total less `penalty`): 0 is proven best. */
  readonly gap: number;
  /**
   * `fairest` only: the levels in which there are pairs, lowest first. No matching has fewer pairs in a level,
   * among those with most pairs and with as few in each lower level.
   */
  readonly levels?: readonly LevelCount[];
  readonly menteePrices: readonly DualPrice[];
  readonly mentorPrices: readonly DualPrice[];
  /** Of `kind: 'loads'`: what else counts. */
  readonly loads?: LoadsProof;
}

/**
 * The other parts of (mentees with a mentor, pairs, −shortfall, total − penalty), which is compared in this
 * order under `most-pairs` and with the last part first under `best-total`. `upperBound` bounds the last part.
 */
export interface LoadsProof {
  /** Mentees with a mentor. */
  readonly mentees: number;
  readonly menteesUpperBound: number;
  /** Σ max(0, minimum − mentees) over mentors. */
  readonly shortfall: number;
  readonly shortfallLowerBound: number;
  /** What `balance` takes off for second, third, … mentees. */
  readonly penalty: number;
}

/** How many pairs lie in a level of scores: from level · levelSize up to, not including, the next. */
export interface LevelCount {
  readonly level: number;
  readonly pairs: number;
}

/**
 * The pairs are their own proof that they are stable: nobody finds a blocking pair. Nothing is made as large as
 * possible, so there is neither bound nor gap.
 */
export interface StabilityProof {
  readonly kind: 'stable';
  readonly optimalFor: OptimalFor;
  readonly pairs: number;
  readonly pairsUpperBound: null;
  readonly pairsGap: null;
  readonly totalScore: number;
  readonly upperBound: null;
  readonly gap: null;
  /** Empty: nobody has a price. */
  readonly menteePrices: readonly DualPrice[];
  readonly mentorPrices: readonly DualPrice[];
  readonly levels?: undefined;
  readonly loads?: undefined;
}

/** The side that gets the best it gets in any stable matching. */
export type OptimalFor = 'mentees' | 'mentors';

/**
 * What a person (a mentor: each of their places) adds to the optimum, as a tuple compared in the order of the
 * objective: (pairs, score) under `most-pairs`, (score, pairs) under `best-total`, (pairs, levels, score) under
 * `fairest`.
 */
export interface DualPrice {
  readonly id: string;
  readonly pairs: number;
  readonly score: number;
  /**
   * `fairest` only: how many pairs of a level the person adds, levels ascending; levels that are missing count
   * 0. In each level fewer is better.
   */
  readonly levels?: readonly LevelCount[];
  /** Of `kind: 'loads'`: parts of the tuple that are not 0. All parts may then have any sign. */
  readonly mentees?: number;
  readonly minimums?: number;
}

/** Names a pair. */
export interface PairOfIds {
  readonly menteeId: string;
  readonly mentorId: string;
}

/** Everything that is needed to understand and to repeat a matching, but the people. */
export interface MatchingRecord {
  readonly library: { readonly name: string; readonly version: string };
  readonly model: Model;
  readonly objective: Objective;
  /** Where the objective is `fairest`. */
  readonly levelSize?: number;
  /** Where the objective is `stable`. */
  readonly optimalFor?: OptimalFor;
  /** Where the objective is `stable`: SHA-256 (hex) of the canonical JSON of the stated lists. */
  readonly listsDigest?: string;
  readonly seed: number;
  readonly aliases: Aliases;
  readonly assumeOptedIn: boolean;
  readonly locked: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  /** What a mentor's second, third, … mentee takes off the total; missing where nothing. */
  readonly balance?: readonly number[];
  /** What `matchWithQuotas` held the pairs to; missing where nothing. */
  readonly quotas?: readonly Quota[];
  /** Whether a solver of the caller made the pairs. */
  readonly customSolver: boolean;
  /**
   * The milliseconds of `within`, where they were over before the best was found: the proof says how far the pairs
   * may be from it, and they cannot be made again for certain. Missing in all other matchings.
   */
  readonly stoppedAfter?: number;
  /** Where a rematch made the pairs: what it kept. */
  readonly rematch?: RematchRecord;
  readonly baseline: Baseline;
  readonly counts: MatchingCounts;
  /** Fields of people that the model read, such as `mentees.skillsWanted`, in code-unit order. */
  readonly fieldsUsed: readonly string[];
  /** Factors that were unknown for every pair and so counted for nobody. */
  readonly factorsLeftOut: readonly string[];
  readonly notes: readonly CohortNote[];
  /** SHA-256 (hex) of the canonical JSON of all that scores and eligibility depended on. */
  readonly digest: string;
}

/** What a rematch counted beside scores, so that it can be repeated: ids and numbers only. */
export interface RematchRecord {
  /** Pairs of before whose two people take part: of equally good matchings one with most of them was taken. */
  readonly previousPairs: readonly PairOfIds[];
  /** What was added to scores, in the unit of a score; `null` = with every mentor. */
  readonly bonuses: readonly RecordedBonus[];
  /** Scores of prices that the search began with; they decide which of equally good matchings came out. */
  readonly startingPrices: {
    readonly mentees: readonly StartingPrice[];
    readonly mentors: readonly StartingPrice[];
  };
}

export interface RecordedBonus {
  readonly menteeId: string;
  readonly mentorId: string | null;
  readonly bonus: number;
}

export interface StartingPrice {
  readonly id: string;
  readonly score: number;
}

export interface MatchingCounts {
  readonly mentees: number;
  readonly mentors: number;
  readonly menteesOptedIn: number;
  readonly mentorsOptedIn: number;
  /** Capacity of all mentors who opted in. */
  readonly places: number;
  /** Pairs that break no rule, reach the minimum score and are not forbidden. */
  readonly eligiblePairs: number;
}

/** What "best" means; see `objectives`. */
export type Objective = 'most-pairs' | 'best-total' | 'fairest' | 'stable';
