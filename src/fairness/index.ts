/**
 * Room `fairness`: how a matching treats groups of people, whether an attribute decides pairs, and which factors really
 * do. A *group* is everybody with one value of a field. What is found here asks for a closer look; it is neither legal
 * advice nor proof of anything.
 */

export type { Interval } from '../statistics/index.js';
export {
  type AttributeInvariance,
  type AttributeOptions,
  attributeInvariance,
  attributeInvarianceAsync,
} from './attribute-invariance.js';
export {
  type AuditedGroup,
  type AuditOptions,
  auditFairness,
  type FairnessAudit,
  type GroupRate,
} from './audit-fairness.js';
export type { ChangedMentee, PairChanges } from './compare-pairs.js';
export { type DescribeFairnessOptions, describeFairness } from './describe-fairness.js';
export {
  type FactorEffect,
  type FactorInfluence,
  factorInfluence,
  factorInfluenceAsync,
} from './factor-influence.js';
export type { VariantProgress } from './solve-variants.js';
export type { FairnessTexts } from './texts/fairness-texts.js';
export { fairnessTexts } from './texts/index.js';
