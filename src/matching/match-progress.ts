/** Where the work of a matching stands: `done` of `of` units of the stage. Never changes a result. */
export interface MatchProgress {
  /** `matching` finds how many pairs there can be, `assigning` the best of those; `finishing` writes the result. */
  readonly stage: 'scoring' | 'matching' | 'assigning' | 'ranking' | 'finishing';
  readonly done: number;
  readonly of: number;
}
