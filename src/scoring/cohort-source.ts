import type { Cohort } from '../participants/index.js';
import type { CompiledCohort } from './compiled-cohort.js';
import type { ModelFunctions } from './kind.js';

/** What a compiled cohort was made of, besides what it shows itself. */
export interface CohortSource {
  readonly cohort: Cohort;
  readonly functions: ModelFunctions;
}

const sources = new WeakMap<CompiledCohort, CohortSource>();

/** Keeps the source for as long as the compiled cohort is in use, out of sight of whoever holds it. */
export function keepSource(compiled: CompiledCohort, source: CohortSource): CompiledCohort {
  sources.set(compiled, source);
  return compiled;
}

/** The source of a compiled cohort. */
export function sourceOf(compiled: CompiledCohort): CohortSource {
  return sources.get(compiled)!;
}
