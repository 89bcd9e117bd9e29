import { asyncOptionNames, checkAsyncOptions, checkOptionNames, type ProblemList } from '../core/index.js';
import { type Matching, type MatchOptions, matchCohort } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { under } from './under.js';

/** Options of matching that a question takes over; a solver of the caller is not among them. */
export type SolveOptions = Pick<MatchOptions, 'objective' | 'locked' | 'forbidden'>;

/** Where the work stands. */
export interface VariantProgress {
  readonly solved: number;
  readonly toSolve: number;
}

const solveOptionNames = ['objective', 'locked', 'forbidden'] as const;

/** Notes options of no known name, and options of driving that are wrong. */
export function checkVariantOptions(
  problems: ProblemList,
  options: object,
  own: readonly string[],
  isAsync: boolean,
): void {
  checkOptionNames(problems, options, [...own, ...solveOptionNames, ...(isAsync ? asyncOptionNames : [])]);
  if (isAsync && problems.length === 0) checkAsyncOptions(problems, options);
}

/** Solves with those of the options that are about solving. */
export function solveWith(functionName: string, cohort: CompiledCohort, options: SolveOptions): Matching {
  const given = solveOptionNames.filter((name) => options[name] !== undefined);
  const taken = Object.fromEntries(given.map((name) => [name, options[name]]));
  return under(functionName, () => matchCohort(cohort, taken));
}
