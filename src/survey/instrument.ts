/**
 * Words of the room: an *instrument* is a survey as data; an *item* is one statement of it; a *response* is
 * the answer to an item, a whole number on the *response scale* or its label; a *trait* is what several
 * items measure together (`factor` is a word of the scoring model); a *reverse-keyed* item says the opposite
 * of its trait and counts as (min + max) − response; the *mean* of a trait is that of its answered items.
 */

/** One text in several languages: language tag → text. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The answer format of a survey: whole numbers from `min` to `max`, each with a label per language. */
export interface ResponseScale {
  readonly min: number;
  readonly max: number;
  /** Language → labels in the order min … max. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

/** One statement of a survey. */
export interface Item {
  readonly id: string;
  readonly text: LocalizedText;
  /** The trait it measures. */
  readonly trait: string;
  /** Whether agreeing speaks against the trait; then (min + max) − response counts. */
  readonly reverseKeyed: boolean;
}

/** Mean and standard deviation of one trait in a reference group, on the response scale. */
export interface Norm {
  readonly mean: number;
  /** Greater than 0. */
  readonly standardDeviation: number;
}

/** Norms by trait. */
export type Norms = Readonly<Record<string, Norm>>;

/** Norms of a reference group, and what they are not good for. */
export interface NormGroup {
  /** Who was asked, when and how. */
  readonly source: string;
  /** What a z-score or percentile against this group does not say. */
  readonly limits: string;
  /** How many people. */
  readonly n: number;
  readonly traits: Norms;
}

/** Published reliability (Cronbach's α) by trait, in (0, 1). */
export interface PublishedReliability {
  readonly source: string;
  readonly traits: Readonly<Record<string, number>>;
}

/** A survey as data: plain JSON, see `defineInstrument`. */
export interface Instrument {
  readonly id: string;
  readonly title: string;
  /** Where it comes from: authors, year, DOI. */
  readonly source: string;
  readonly licence: string;
  readonly responseScale: ResponseScale;
  readonly items: readonly Item[];
  /** What the form says above the items. */
  readonly instructions?: LocalizedText;
  /** Display names of the traits; a high mean is more of what the name says. */
  readonly traitNames?: Readonly<Record<string, LocalizedText>>;
  /** Languages whose wording was never checked against data: means may not compare across languages. */
  readonly unvalidatedLanguages?: readonly string[];
  readonly norms?: NormGroup;
  readonly reliability?: PublishedReliability;
}
