/**
 * Room `quotas`: the best matching within limits on how many pairs of a kind are made. A *quota* is such a limit
 * as data; with `each` it stands for one limit, a *row*, for each value of a field. Needs the package `highs`.
 */
export type { PairCondition, Quota, QuotaCount, QuotaRow } from '../matching/index.js';
export type { EngineAnswer, QuotaEngine, QuotaEngineSource } from './engine.js';
export { findQuotaViolations } from './find-quota-violations.js';
export { matchWithQuotas, type QuotaMatch, type QuotaOptions } from './match-with-quotas.js';
