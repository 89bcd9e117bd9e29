/**
 * Room `matching`: the main verbs. Who is paired with whom, why, why not, and the proof that nothing better
 * exists.
 */
export { checkProof, type ProofCheck, type ProofViolation } from './check-proof.js';
export { type CompileInputOptions, compileCohort } from './compile-input.js';
export { type ExplainedFactor, explainPair, type PairExplanation, type Percentile } from './explain-pair.js';
export { matchCohort } from './match-cohort.js';
export type { CustomSolver, MatchOptions, SolverProblem } from './match-options.js';
export { parseMatching } from './parse-matching.js';
export {
  type RankedMentee,
  type RankedMentor,
  type RankOptions,
  rankMentees,
  rankMentors,
} from './rank-partners.js';
export { type Replay, type ReplayDifference, type ReplayOptions, replayMatching } from './replay-matching.js';
export type {
  Bottleneck,
  DualPrice,
  MatchedPair,
  Matching,
  MatchingCounts,
  MatchingProof,
  MatchingRecord,
  MentorWithSpace,
  Objective,
  PairOfIds,
  RuleCount,
  UnmatchedPerson,
  UnmatchedReason,
} from './types.js';
