import {
  type AsyncOptions,
  checkAsyncOptions,
  ProblemList,
  reading,
  runStepsAsync,
  type Steps,
} from '../core/index.js';

/**
 * Drives the steps of a verb in slices, after a look at the options of driving.
 *
 * @param options whatever the caller passed; all but the options of driving is for the steps to check
 */
export async function driveAsync<Progress, Result>(
  functionName: string,
  options: AsyncOptions<Progress>,
  steps: Steps<Progress, Result>,
): Promise<Result> {
  const own: AsyncOptions<Progress> = options ?? {};
  const problems = new ProblemList(functionName);
  reading(functionName, 'options', options, 'plain data', () => checkAsyncOptions(problems, own));
  problems.throwIfAny();
  return runStepsAsync(functionName, steps, own);
}
