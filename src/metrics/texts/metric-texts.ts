import type { ChangeCode } from '../suggest-changes.js';
import type { MatchAspect, MetricId, MetricLevel, MetricNote } from '../types.js';

/** A metric in words: its name, and what is divided by what. */
export interface MetricText {
  readonly name: string;
  readonly definition: string;
  /** How the value is written. */
  readonly unit: 'percent' | 'points' | 'days' | 'stars' | 'levels';
}

/** Everything that metrics say, in one language. Numbers come in as text in the language's form. */
export interface MetricTexts {
  /** A number as text, such as 0.25 or 0,25. */
  readonly number: (value: number, digits: number) => string;
  readonly metrics: Readonly<Record<MetricId, MetricText>>;
  readonly levels: Readonly<Record<MetricLevel, string>>;
  readonly notes: Readonly<Record<MetricNote, string>>;
  readonly units: { readonly [Unit in MetricText['unit']]: (value: string) => string };
  readonly unknownGroup: string;
  readonly line: (parts: {
    name: string;
    value: string;
    of: string;
    interval: string;
    note: string;
  }) => string;
  readonly of: (parts: { numerator: string; denominator: string }) => string;
  readonly interval: (parts: { low: string; high: string }) => string;
  readonly comparedWith: (name: string) => string;
  readonly responseRate: (percent: string) => string;
  readonly leftOut: (records: string) => string;
  readonly columns: Readonly<
    Record<
      | 'group'
      | 'metric'
      | 'value'
      | 'numerator'
      | 'denominator'
      | 'people'
      | 'low'
      | 'high'
      | 'level'
      | 'note',
      string
    >
  >;
  readonly change: {
    readonly line: (parts: { change: string; speaksFor: string; people: string; against: string }) => string;
    readonly codes: { readonly [Code in ChangeCode]: (what: string) => string };
    readonly aspects: Readonly<Record<MatchAspect, string>>;
    readonly none: string;
    readonly onlyProposals: string;
  };
}
