/**
 * Room `scoring`: how well each mentor suits each mentee. A *factor* gives a value in [0, 1] or unknown, a
 * *rule* says which pairs are allowed, a *model* is both with weights, a *score* is their weighted mean in
 * whole millionths.
 */
export type { Baseline, FactorBaseline } from './baseline.js';
export { type CompileOptions, compileCohort } from './compile-cohort.js';
export {
  type BrokenRule,
  type CompiledCohort,
  type Contribution,
  fromMillionths,
  isCompiledCohort,
} from './compiled-cohort.js';
export { describeModel } from './describe-model.js';
export type { ExplainedFactor, PairExplanation, Percentile } from './explain-compiled-pair.js';
export { type FactorSpec, factors, type OptionsOfFactor } from './factors/index.js';
export type { ModelFunctions, RuleFunction, ScoreFunction } from './kind.js';
export { defaultModel, type Model } from './model.js';
export type { RowSearch } from './row-search.js';
export { type OptionsOfRule, type RuleSpec, rules } from './rules/index.js';
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
