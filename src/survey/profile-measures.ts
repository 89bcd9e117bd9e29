import { fewestForCorrelation } from './check-vectors.js';
import type { ProfileMeasure } from './profile-similarity-options.js';

/** What a measure can do, and what it needs. */
export interface MeasureAbilities {
  /** Whether traits may weigh differently. */
  readonly weights: boolean;
  /** Whether a trait can be turned round. */
  readonly different: boolean;
  /** Whether values are compared in standard deviations where there are norms. */
  readonly standardised: boolean;
  /** Fewest traits that it compares. */
  readonly fewestTraits: number;
}

const correlation: MeasureAbilities = {
  weights: false,
  different: false,
  standardised: true,
  fewestTraits: fewestForCorrelation,
};

/** Every measure of how alike two profiles are, by name. */
export const profileMeasures: Readonly<Record<ProfileMeasure, MeasureAbilities>> = {
  traitGap: { weights: true, different: true, standardised: true, fewestTraits: 1 },
  gower: { weights: true, different: true, standardised: false, fewestTraits: 1 },
  euclidean: { weights: true, different: false, standardised: false, fewestTraits: 1 },
  doubleEntryCorrelation: correlation,
  cosine: correlation,
  pearson: correlation,
};
