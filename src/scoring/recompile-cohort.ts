import { InputError, reading } from '../core/index.js';
import type { Cohort, Mentee, Mentor, Side } from '../participants/index.js';
import type { Baseline } from './baseline.js';
import { sourceOf } from './cohort-source.js';
import { compileCohortFor } from './compile-cohort.js';
import type { CompiledCohort } from './compiled-cohort.js';
import type { Model } from './model.js';
import { requireCompiled } from './require-compiled.js';

/** What is different this time; everything else is as it was. */
export interface CohortChange {
  readonly model?: Model;
  /** Taken anew unless given. */
  readonly baseline?: Baseline;
  /** Called for everybody; returns the same person or a changed copy. The `id` stays. */
  readonly changePerson?: <Person extends Mentee | Mentor>(person: Person, side: Side) => Person;
}

/**
 * The same people with the same options, except for what changes: for questions of the kind "and if …?". The compiled
 * cohort itself stays as it is.
 *
 * @throws InputError where the changed model is broken
 */
export function recompileCohort(
  functionName: string,
  compiled: CompiledCohort,
  change: CohortChange,
): CompiledCohort {
  requireCompiled(functionName, compiled);
  const rule = '{ model?, baseline?, changePerson? }';
  const read = reading(functionName, 'change', change, rule, () => ({ ...change }));
  const { model = compiled.model, baseline, changePerson = (person) => person } = read;
  if (typeof changePerson !== 'function')
    throw new InputError(functionName, [{ path: 'changePerson', value: changePerson, rule: 'a function' }]);
  const { cohort, functions } = sourceOf(compiled);
  const changed: Cohort = {
    ...cohort,
    mentees: cohort.mentees.map((mentee) => changePerson(mentee, 'mentee')),
    mentors: cohort.mentors.map((mentor) => changePerson(mentor, 'mentor')),
  };
  const { seed, aliases, assumeOptedIn } = compiled;
  const options = { model, functions, seed, aliases, ...(baseline === undefined ? {} : { baseline }) };
  return compileCohortFor(functionName, changed, options, assumeOptedIn);
}
