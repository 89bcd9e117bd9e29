import { InputError } from '../core/index.js';
import { isCompiledCohort } from './compiled-cohort.js';

/** Throws where a function of this room was given something else than a compiled cohort. */
export function requireCompiled(functionName: string, cohort: unknown): void {
  if (isCompiledCohort(cohort)) return;
  throw new InputError(functionName, [
    { path: 'cohort', value: cohort, rule: 'a cohort that compileCohort returned' },
  ]);
}
