/**
 * Room `survey`: instruments as data, scores of traits, their reliability, and how alike two profiles are.
 */
export type { CarelessAnswering } from './careless-answering.js';
export { type CompiledProfileSimilarity, compileProfileSimilarity } from './compile-profile-similarity.js';
export { cosineCoefficient } from './cosine-coefficient.js';
export { defineInstrument } from './define-instrument.js';
export { type DistinctiveSimilarityOptions, distinctiveSimilarity } from './distinctive-similarity.js';
export { doubleEntryCorrelation } from './double-entry-correlation.js';
export { findInstrument } from './find-instrument.js';
export type {
  Instrument,
  Item,
  LocalizedText,
  Norm,
  NormGroup,
  Norms,
  PublishedReliability,
  ResponseScale,
} from './instrument.js';
export { builtInInstruments, ipip50, miniIpip } from './instruments/index.js';
export {
  type CohortNorm,
  fewestForNorms,
  meanProfileFrom,
  type NormsFromProfilesOptions,
  normsFromProfiles,
} from './norms-from-profiles.js';
export { pearsonCorrelation } from './pearson-correlation.js';
export { profileFromScore } from './profile-from-score.js';
export type { ProfileBlock } from './profile-kernels.js';
export { type MeasureAbilities, profileMeasures } from './profile-measures.js';
export { profileSimilarity } from './profile-similarity.js';
export type {
  Profile,
  ProfileMeasure,
  ProfileSimilarityOptions,
  ProfileTrait,
} from './profile-similarity-options.js';
export type { Responses } from './read-responses.js';
export { type ReliabilityOptions, reliability, type TraitReliability } from './reliability.js';
export { type ScoreSurveyOptions, type SurveyScore, scoreSurvey, type TraitScore } from './score-survey.js';
export type { SurveyIssue, SurveyIssueCode } from './survey-issue.js';
export { traitsOf } from './traits-of.js';
