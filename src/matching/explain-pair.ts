import type { CompiledCohort, PairExplanation } from '../scoring/index.js';
import { explainCompiledPair } from '../scoring/inner.js';
import { requireCompiled } from './compile-input.js';
import { requirePair } from './require-people.js';

/**
 * Why a pair scores as it does, as codes and numbers: what each factor adds and from what, where the score
 * stands among the cohort's pairs (of all of them up to a million, else of a sample), and the rules broken.
 *
 * @throws InputError where an id is not of a person who opted in
 *
 * O(list lengths); the first call scores the pairs of the baseline, O(min(pairs, 10⁶)).
 */
export function explainPair(cohort: CompiledCohort, menteeId: string, mentorId: string): PairExplanation {
  const compiled = requireCompiled('explainPair', cohort);
  const { mentee, mentor } = requirePair('explainPair', compiled, menteeId, mentorId);
  return explainCompiledPair(compiled, mentee, mentor);
}
