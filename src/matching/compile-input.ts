import { checkOptionNames, InputError, ProblemList, runSteps, type Steps } from '../core/index.js';
import type { Cohort, CohortInput } from '../participants/index.js';
import type { ParseCohortOptions } from '../schema/index.js';
import { assumedOptedIn, isParsedCohort, parseCohortFor } from '../schema/inner.js';
import { type CompiledCohort, type CompileOptions, isCompiledCohort } from '../scoring/index.js';
import { compileSteps } from '../scoring/inner.js';
import { inStage, type MatchProgress } from './match-progress.js';

export interface CompileInputOptions extends CompileOptions, ParseCohortOptions {}

/** The names of `CompileInputOptions`. */
export const compileOptionNames = ['model', 'functions', 'baseline', 'seed', 'aliases', 'assumeOptedIn'];

/**
 * Checks a cohort and makes it ready for scoring and matching.
 *
 * @param input mentors and mentees as the caller has them, or what `parseCohort` returned
 * @throws InputError with every problem of the people, or of the model and the other options
 *
 * O(people · list lengths) and, for the baseline, O(min(pairs, 10⁶)).
 */
export function compileCohort(
  input: CohortInput | Cohort,
  options: CompileInputOptions = {},
): CompiledCohort {
  const problems = new ProblemList('compileCohort');
  checkOptionNames(problems, options, compileOptionNames);
  problems.throwIfAny();
  return compileInput('compileCohort', input, options);
}

/** `compileCohort` under the name of the function that a caller called. */
export function compileInput(
  functionName: string,
  input: unknown,
  options: CompileInputOptions,
): CompiledCohort {
  return runSteps(compileInputSteps(functionName, input, options));
}

/** `compileInput` in steps; people are checked in one go. */
export function* compileInputSteps(
  functionName: string,
  input: unknown,
  options: CompileInputOptions,
): Steps<MatchProgress, CompiledCohort> {
  const { assumeOptedIn = false } = options;
  if (typeof assumeOptedIn !== 'boolean') {
    throw new InputError(functionName, [
      { path: 'assumeOptedIn', value: assumeOptedIn, rule: 'true or false' },
    ]);
  }
  const cohort = isParsedCohort(input) ? input : parseCohortFor(functionName, input, { assumeOptedIn });
  return yield* inStage('scoring', compileSteps(functionName, cohort, options, assumedOptedIn(cohort)));
}

/** A compiled cohort, or an error that says how to get one. */
export function requireCompiled(functionName: string, cohort: unknown): CompiledCohort {
  if (isCompiledCohort(cohort)) return cohort;
  throw new InputError(functionName, [
    { path: 'cohort', value: cohort, rule: 'what compileCohort({ mentors, mentees }, options) returned' },
  ]);
}
