/** What `describeModel` needs of a language. Every entry is needed; kinds that a caller adds show by name. */
export interface ModelTexts {
  /** BCP 47 code, such as `en`. */
  readonly language: string;
  readonly decimalSeparator: string;
  /** What a factor looks at, by kind. */
  readonly factors: Readonly<Record<string, string>>;
  /** What has to hold of a pair, by kind of rule. */
  readonly rules: Readonly<Record<string, string>>;
  readonly head: string;
  readonly factor: (parts: { name: string; percent: string; what: string }) => string;
  readonly onlyIf: string;
  readonly minimumScore: (score: string) => string;
  readonly always: string;
  readonly caution: string;
}
