/** Everything that `describeFairness` says, in one language. Numbers come in as text in the language's form. */
export interface FairnessTexts {
  /** A number as text, such as 0.25 or 0,25. */
  readonly number: (value: number, digits: number) => string;
  /** Under everything: what it is not. */
  readonly disclaimer: string;
  readonly sides: Readonly<Record<'mentee' | 'mentor', string>>;
  readonly audit: {
    readonly head: (parts: { attribute: string; side: string; people: string; unknown: string }) => string;
    readonly group: (parts: { group: string; people: string; matched: string; score: string }) => string;
    readonly noScore: string;
    readonly small: string;
    readonly flagged: (parts: { rate: string; ratio: string; highest: string; pValue: string }) => string;
    readonly rates: Readonly<Record<'matchRate' | 'aboveMedian' | 'firstChoice', string>>;
    readonly nothingFlagged: string;
  };
  readonly invariance: {
    readonly blanked: (parts: { attribute: string; changed: string }) => string;
    readonly swapped: (parts: { attribute: string; changed: string }) => string;
    readonly notSwapped: string;
    readonly noProxies: string;
  };
  readonly influence: {
    readonly head: (pairs: string) => string;
    readonly factor: (parts: { name: string; weight: string; changed: string; lost: string }) => string;
    readonly onlyFactor: (name: string) => string;
    readonly leftOut: (name: string) => string;
  };
}
