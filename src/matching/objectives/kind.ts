import type { Steps } from '../../core/index.js';
import type { CompiledCohort } from '../../scoring/index.js';
import type { ProofViolation } from '../check-proof.js';
import type { IndexPair, ReadMatchOptions } from '../match-options.js';
import type { MatchProblem } from '../match-problem.js';
import type { MatchProgress } from '../match-progress.js';
import type { Bottleneck, Matching, MatchingProof, UnmatchedReason } from '../types.js';

/** An objective: how its best matching is found, explained and checked. One file, and one line in `objectives`. */
export interface ObjectiveKind {
  /** Finds the best matching of the mentees who are not locked. */
  readonly solve: (task: MatchTask) => Steps<MatchProgress, Solution>;
  /** What stands against the proof of a matching whose pairs were looked at already; empty = it holds. */
  readonly findProofViolations: (
    cohort: CompiledCohort,
    matching: Matching,
    options: ReadMatchOptions,
  ) => ProofViolation[];
  /** The same order where people or options ask for loads (see `loadsOf`); missing where it knows none. */
  readonly withLoads?: ObjectiveKind;
  /** Missing where (pairs, total) is not all that counts: then a pair has no price, and nothing can be kept for one. */
  readonly totals?: TotalsOrder;
}

/** An objective that is the order of (pairs, score) tuples and nothing else. */
export interface TotalsOrder {
  /** What the solver may leave unassigned; costs are negative scores. */
  readonly unassigned: 'most' | number;
  /** Below 0 where `one` is worse. */
  readonly compare: (one: PairsAndScore, other: PairsAndScore) => number;
}

/** Pairs and whole millionths of score. */
export interface PairsAndScore {
  readonly pairs: number;
  readonly score: number;
}

export interface MatchTask {
  readonly cohort: CompiledCohort;
  readonly problem: MatchProblem;
  readonly options: ReadMatchOptions;
  /** Whether the caller's time is over; missing = there is no limit. */
  readonly isOver?: (() => boolean) | undefined;
}

export interface Solution {
  /** The mentor of every row of the problem, −1 = none. */
  readonly rowToColumn: Int32Array;
  /** All pairs by mentee, locked ones among them, where mentees may have several; `rowToColumn` then has one each. */
  readonly pairs?: readonly IndexPair[];
  /**
   * The proof of pairs that were made.
   *
   * @param mentorOf the mentor of each mentee, −1 = none
   * @param made their number and total, locked pairs among them
   */
  readonly prove: (mentorOf: Int32Array, made: PairsAndScore) => Steps<MatchProgress, MatchingProof>;
  readonly reasons: RowReasons;
  /** Whether the caller's time was over before the best was found. */
  readonly isStopped?: boolean;
}

/** Why rows stay without a mentor, as the library's own optimum has it, whoever made the pairs. */
export interface RowReasons {
  readonly bottlenecks: readonly Bottleneck[];
  /** For a row that has an eligible mentor. */
  readonly whyLeftOut: (row: number) => Steps<MatchProgress, UnmatchedReason>;
}
