import type { Instrument, Norms, ResponseScale } from './instrument.js';

/**
 * A measure of how alike two profiles are, in [0, 1] (a correlation r counts as (1 + r)/2):
 *
 * - `traitGap`: mean over the traits of 1 − min(1, |z₁ − z₂|/3); three standard deviations apart is nothing
 *   alike. Needs norms.
 * - `gower`: mean over the traits of 1 − |x₁ − x₂|/(max − min) (Gower (1971), doi:10.2307/2528823). Needs the
 *   response scale.
 * - `euclidean`: 1 − √(mean over the traits of (|x₁ − x₂|/(max − min))²). Needs the response scale.
 * - `doubleEntryCorrelation`, `pearson`, `cosine`: on z-scores where there are norms, else on the values as
 *   they are; three traits at least.
 */
export type ProfileMeasure =
  | 'traitGap'
  | 'gower'
  | 'euclidean'
  | 'doubleEntryCorrelation'
  | 'cosine'
  | 'pearson';

/** One trait in a comparison of profiles. */
export interface ProfileTrait {
  readonly trait: string;
  /** ≥ 0, 0 leaves the trait out; default 1. Correlations and the cosine take all traits alike. */
  readonly weight?: number;
  /** `different` turns the trait round: far apart is good. Only in `traitGap` and `gower`. Default `similar`. */
  readonly direction?: 'similar' | 'different';
}

export interface ProfileSimilarityOptions {
  /** Default `traitGap`. */
  readonly measure?: ProfileMeasure;
  /** Gives traits, norms and response scale where they are not given here. */
  readonly instrument?: Instrument;
  /** The traits to compare; default all of the instrument's. */
  readonly traits?: readonly (string | ProfileTrait)[];
  /** Means and SDs for z-scores: a reference group's, or the cohort's own (`normsFromProfiles`). */
  readonly norms?: Norms;
  readonly responseScale?: Pick<ResponseScale, 'min' | 'max'>;
}

/** Trait → mean on the response scale; `null` or missing = unknown. */
export type Profile = Readonly<Record<string, number | null | undefined>>;
