/**
 * Room `matching`: the main verbs. Who is paired with whom, why, why not, and the proof that nothing better
 * exists.
 */
export {
  type AlternativeMatching,
  type AlternativeOptions,
  alternativeMatchings,
  alternativeMatchingsAsync,
} from './alternative-matchings.js';
export { checkProof, type ProofCheck, type ProofViolation } from './check-proof.js';
export { compareMatchings, type MatchingComparison, type MovedMentee } from './compare-matchings.js';
export {
  type CompareObjectivesOptions,
  compareObjectives,
  compareObjectivesAsync,
  type ObjectiveComparison,
} from './compare-objectives.js';
export { type CompileInputOptions, compileCohort } from './compile-input.js';
export { explainPair } from './explain-pair.js';
export {
  explainUnmatched,
  type PlaceGain,
  type UnmatchedExplanation,
  type WayIn,
} from './explain-unmatched.js';
export { findSupplyGaps, type SupplyGaps } from './find-supply-gaps.js';
export { forecastSupply, type SupplyForecast } from './forecast-supply.js';
export { matchCohort, matchCohortAsync } from './match-cohort.js';
export type { MatchEstimate } from './match-estimate.js';
export type { CustomSolver, MatchOptions, SolverProblem } from './match-options.js';
export type { MatchProgress } from './match-progress.js';
export { parseMatching } from './parse-matching.js';
export { type MenteeMove, type PairPrice, type PriceOfPair, priceOfPair } from './price-of-pair.js';
export type { PairCondition, Quota, QuotaCount, QuotaRow } from './quota.js';
export {
  type RankedMentee,
  type RankedMentor,
  type RankOptions,
  rankMentees,
  rankMentors,
} from './rank-partners.js';
export {
  type DeclinedPair,
  type EarlierPair,
  type Rematch,
  type RematchOptions,
  rematch,
  rematchAsync,
} from './rematch.js';
export { type Replay, type ReplayDifference, type ReplayOptions, replayMatching } from './replay-matching.js';
export type {
  Bottleneck,
  DualPrice,
  LevelCount,
  LoadsProof,
  MatchedPair,
  Matching,
  MatchingCounts,
  MatchingProof,
  MatchingRecord,
  MenteeWantingMore,
  MentorWithSpace,
  Objective,
  OptimalFor,
  PairOfIds,
  PriceProof,
  RecordedBonus,
  RematchRecord,
  RuleCount,
  Shortfall,
  StabilityProof,
  StartingPrice,
  UnmatchedPerson,
  UnmatchedReason,
} from './types.js';
