/**
 * Room `assignment`: numbers only. A *row* wants one place, a *column* offers as many as its capacity, a
 * *cost* is what a pair costs (`Infinity` = forbidden), smaller is better. *Duals* (u per row, v per column)
 * and a *cover* prove that no assignment is better; c − u − v is a pair's *reduced cost*.
 */

export type { Steps } from '../core/index.js';
export type {
  AssignmentOptions,
  AssignmentProgress,
  AssignmentResult,
  InfeasibleAssignment,
  OptimalAssignment,
} from './assignment.js';
export { assignmentSteps } from './assignment-steps.js';
export { type CostMatrix, costMatrix, costMatrixFromRows } from './cost-matrix.js';
export type { CostSource, RowSelector } from './cost-source.js';
export type { FairestAssignment, FairestOptions, TierStage } from './fairest-assignment.js';
export { fairestSteps } from './fairest-steps.js';
export { type Bottleneck, type Bottlenecks, bottleneckSteps, findBottlenecks } from './find-bottlenecks.js';
export { findLoadViolations, type LoadViolation } from './find-load-violations.js';
export {
  type CheckOptions,
  findOptimalityViolations,
  type OptimalityViolation,
  optimalityViolationSteps,
} from './find-optimality-violations.js';
export { type LoadBound, loadBound } from './load-bound.js';
export type { LoadOptions, LoadPrice, OptimalLoads } from './load-problem.js';
export { nextBestAssignments, nextBestSteps, type RankedAssignment } from './next-best-assignments.js';
export {
  type AssignmentChange,
  type ForcedPair,
  type PairPricer,
  pairPricer,
  type RowMove,
} from './pair-pricer.js';
export { preferPairs } from './prefer-pairs.js';
export { priceOfRows, priceOfRowsSteps, type RowPrice } from './price-of-rows.js';
export type { Costs } from './problem.js';
export { solveAssignment } from './solve-assignment.js';
export { solveFairestAssignment } from './solve-fairest-assignment.js';
export { loadSteps, solveLoads } from './solve-loads.js';
export { type SparseCosts, type SparseInput, sparseCosts } from './sparse-costs.js';
export { type StoppableOptions, type StoppedAssignment, stoppableSteps } from './stoppable-steps.js';
