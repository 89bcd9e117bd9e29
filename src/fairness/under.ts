import { InputError, isInputError } from '../core/index.js';
import { compareMatchings, type Matching, parseMatching } from '../matching/index.js';
import { type CompiledCohort, isCompiledCohort } from '../scoring/index.js';

/** Runs a verb of another room; what it finds wrong is reported under the name of the function that was called. */
export function under<Result>(functionName: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (isInputError(error)) throw new InputError(functionName, error.problems);
    throw error;
  }
}

/** A compiled cohort, or an error that says how to get one. */
export function requireCompiled(functionName: string, cohort: unknown): CompiledCohort {
  if (isCompiledCohort(cohort)) return cohort;
  const rule = 'what compileCohort({ mentors, mentees }, options) returned';
  throw new InputError(functionName, [{ path: 'cohort', value: cohort, rule }]);
}

/** A matching, read, that belongs to the cohort. */
export function requireFit(functionName: string, cohort: CompiledCohort, matching: unknown): Matching {
  return under(functionName, () => {
    const read = parseMatching(matching);
    compareMatchings(cohort, read, read);
    return read;
  });
}
