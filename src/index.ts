/**
 * mentor-matching: scores how well each mentor suits each mentee, finds the assignment that is provably best,
 * and explains it. The main verbs; each room is also an entry of its own.
 */
export {
  AbortError,
  type AbortSignalLike,
  type AsyncOptions,
  type Clock,
  InputError,
  isInputError,
  type Pause,
  type Problem,
} from './core/index.js';
export * from './matching/index.js';
export type {
  Aliases,
  AttributeValue,
  AvailabilitySlot,
  Cohort,
  CohortInput,
  CohortNote,
  Mentee,
  MenteeInput,
  Mentor,
  MentorInput,
  Participant,
  Side,
  Skill,
  SkillInput,
  SurveyAnswers,
  TraitMeans,
} from './participants/index.js';
export {
  cohortJsonSchema,
  type ParseCohortOptions,
  type ParsedCohort,
  parseCohort,
  safeParseCohort,
} from './schema/index.js';
export {
  type Baseline,
  type BrokenRule,
  type CompiledCohort,
  defaultModel,
  describeModel,
  type ExplainedFactor,
  type FactorBaseline,
  type FactorSpec,
  factors,
  type Model,
  type ModelFunctions,
  type ModelTexts,
  type PairExplanation,
  type Percentile,
  type RuleFunction,
  type RuleSpec,
  rules,
  type ScoreFunction,
  type SetMeasure,
  type TermSupply,
} from './scoring/index.js';
export * from './wording/index.js';
