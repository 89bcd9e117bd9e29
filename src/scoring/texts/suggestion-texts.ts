import type { RuleReason, SuggestedFor } from '../suggest-model.js';

/** What `describeModelSuggestion` needs of a language: plain texts, words in braces are filled in. */
export interface SuggestionTexts {
  readonly decimalSeparator: string;
  readonly objectives: Readonly<Record<SuggestedFor, string>>;
  /** Why a factor counts, by its name. */
  readonly factors: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<RuleReason['code'], string>>;
  readonly share: string;
  readonly factor: string;
}
