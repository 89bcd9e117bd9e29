import { type FactorSpec, factors } from './factors/index.js';
import { type RuleSpec, rules } from './rules/index.js';

/** How pairs are scored and which are allowed: plain JSON, to be stored, edited and compared. */
export interface Model {
  /** Factors by a name of the programme's choice. */
  readonly factors: Readonly<Record<string, FactorSpec>>;
  readonly rules?: readonly RuleSpec[];
  /** In [0, 1]: pairs that score lower are not made. */
  readonly minimumScore?: number;
}

/**
 * The model that is used unless one is passed. Weights are tiers of evidence, not fitted decimals: what the
 * mentee wants to learn and whom the two asked for (3), common interests (2), a lead in experience and
 * finding the time (1). Personality and demographic attributes do not enter.
 */
export const defaultModel: Model = {
  factors: {
    skillCoverage: factors.skillCoverage({ weight: 3 }),
    preference: factors.preference({ weight: 3 }),
    sharedInterests: factors.sharedInterests({ weight: 2 }),
    experienceGap: factors.gradeGap({ weight: 1 }),
    timeZone: factors.timeZoneOverlap({ weight: 0.5 }),
    availability: factors.availabilityOverlap({ weight: 0.5 }),
  },
  rules: [rules.notInManagementChain()],
};
