import type { CountProgress, Steps } from '../core/index.js';

/** Where the work of a matching stands: `done` of `of` units of the stage. Never changes a result. */
export interface MatchProgress {
  /** `matching` finds how many pairs there can be, `assigning` the best of those; `finishing` writes the result. */
  readonly stage: 'scoring' | 'matching' | 'assigning' | 'ranking' | 'finishing';
  readonly done: number;
  readonly of: number;
}

/** Steps of a lower room as steps of a stage. */
export function* inStage<Result>(
  stage: MatchProgress['stage'],
  steps: Steps<CountProgress, Result>,
): Steps<MatchProgress, Result> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield { stage, ...step.value };
  return step.value;
}
