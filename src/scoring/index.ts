/**
 * Room `scoring`: how well each mentor suits each mentee. A *factor* gives a value in [0, 1] or unknown, a
 * *rule* says which pairs are allowed, a *model* is both with weights, a *score* is their weighted mean in
 * whole millionths.
 */
export type { Baseline, FactorBaseline } from './baseline.js';
export type { TraitDirection } from './compared-traits.js';
export { type CompileOptions, compileCohort } from './compile-cohort.js';
export {
  type BrokenRule,
  type CompiledCohort,
  type Contribution,
  isCompiledCohort,
} from './compiled-cohort.js';
export { describeModel } from './describe-model.js';
export type { Eligibility } from './eligibility.js';
export type { ExplainedFactor, PairExplanation, Percentile } from './explain-compiled-pair.js';
export type { AvailabilityOverlapOptions } from './factors/availability-overlap.js';
export type { CustomFactorOptions } from './factors/custom.js';
export type { DifferentValueOptions } from './factors/different-value.js';
export type { GradeGapOptions, GradeGapPlateau, GradeGapTable } from './factors/grade-gap.js';
export { type FactorSpec, factors, type OptionsOfFactor } from './factors/index.js';
export type { NumericClosenessOptions } from './factors/numeric-closeness.js';
export type { PersonalityOptions } from './factors/personality.js';
export type { SameValueOptions } from './factors/same-value.js';
export type { SetOverlapOptions } from './factors/set-overlap.js';
export type { SharedInterestsOptions } from './factors/shared-interests.js';
export type { SkillCoverageOptions } from './factors/skill-coverage.js';
export type { TimeZoneOverlapOptions } from './factors/time-zone-overlap.js';
export type { FieldOptions } from './field.js';
export { fromMillionths } from './from-millionths.js';
export type { CompiledRule, FactorOptions, ModelFunctions, RuleFunction, ScoreFunction } from './kind.js';
export { defaultModel, type Model } from './model.js';
export type { RowSearch } from './row-search.js';
export type { CustomRuleOptions } from './rules/custom.js';
export type { GradeGapRuleOptions } from './rules/grade-gap.js';
export { type OptionsOfRule, type RuleSpec, rules } from './rules/index.js';
export type { ManagementChainOptions } from './rules/not-in-management-chain.js';
export type { NotPreviouslyPairedOptions } from './rules/not-previously-paired.js';
export type { RequiredSkillOptions } from './rules/required-skill.js';
export type { ValueRuleOptions } from './rules/same-value-rules.js';
export type { TimeZoneRuleOptions } from './rules/time-zone-overlap.js';
export type { TrainedOptions } from './rules/trained.js';
export type { UnknownOption } from './rules/unknown.js';
export { type SetMeasure, setMeasures } from './set-similarity.js';
export {
  describeModelSuggestion,
  type FactorReason,
  type ModelSuggestion,
  type ProgramForModel,
  type RuleReason,
  type SuggestedFor,
  suggestModel,
} from './suggest-model.js';
export type { TermSupply } from './term-supply.js';
export { modelTextsEnglish } from './texts/en.js';
export { modelTextsItalian } from './texts/it.js';
export type { ModelTexts } from './texts/model-texts.js';
export { suggestionTextsEnglish } from './texts/suggestion-en.js';
export { suggestionTextsItalian } from './texts/suggestion-it.js';
export type { SuggestionTexts } from './texts/suggestion-texts.js';
export type { Workday } from './time-zones.js';
