import type { AttributeInvariance, FactorInfluence, FairnessAudit } from '../fairness/index.js';
import type { Matching, MatchingComparison } from '../matching/index.js';
import type { ProgramMetrics } from '../metrics/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { ReportTexts } from './texts/texts.js';

/** What `auditFairness`, `attributeInvariance` or `factorInfluence` returned. */
export type FairnessFinding = FairnessAudit | AttributeInvariance | FactorInfluence;

/** What every section is made from. */
export interface ReportData {
  readonly cohort: CompiledCohort;
  readonly matching: Matching;
  readonly texts: ReportTexts;
  readonly nameOf: (id: string) => string;
  readonly comparison: MatchingComparison | undefined;
  readonly metrics: ProgramMetrics | undefined;
  readonly fairness: readonly FairnessFinding[];
}

/** Groups of fewer people are not shown to a council. */
export const smallestGroup = 5;
