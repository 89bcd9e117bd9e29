/**
 * Long work is written as a generator that yields now and then: a plain function drives it to the end, an
 * asynchronous one drives it in slices. What is yielded is a report of progress and never changes a result.
 */
export type Steps<Progress, Result> = Generator<Progress, Result, void>;

/** How far a count has come. */
export interface CountProgress {
  readonly done: number;
  readonly of: number;
}

/** Drives steps to the end and returns what they return. */
export function runSteps<Progress, Result>(steps: Steps<Progress, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
