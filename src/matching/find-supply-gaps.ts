import type { CompiledCohort } from '../scoring/index.js';
import { compareTermSupply, type TermSupplies } from '../scoring/inner.js';
import { requireCompiled } from './compile-input.js';
import { gainsOfPlaces, type PlaceGain } from './explain-unmatched.js';
import { objectives } from './objectives.js';
import { solvedProblem } from './solved-problem.js';
import type { Matching } from './types.js';

export interface SupplyGaps extends TermSupplies {
  /**
   * What one more place of each mentor would add to a matching that was passed, exactly, in the order of its
   * objective, most first. Empty where none was passed, or its pairs are not proven best.
   */
  readonly onePlaceMore: readonly PlaceGain[];
}

/**
 * Where wanted and offered do not meet. Counts look at one term at a time and at everybody who opted in;
 * a place counts for every skill of its mentor. Only `onePlaceMore` weighs everything together.
 *
 * @throws InputError where the matching does not belong to the cohort
 *
 * O(people · list lengths); with a matching O(mentees · mentors).
 */
export function findSupplyGaps(cohort: CompiledCohort, matching?: Matching): SupplyGaps {
  const compiled = requireCompiled('findSupplyGaps', cohort);
  return {
    ...compareTermSupply(compiled),
    onePlaceMore: matching === undefined ? [] : mostFirst(compiled, matching),
  };
}

function mostFirst(cohort: CompiledCohort, matching: Matching): PlaceGain[] {
  const solved = solvedProblem('findSupplyGaps', cohort, matching);
  const { totals } = objectives[solved.options.objective];
  const tupleOf = ({ pairsGained, scoreGained }: PlaceGain) => ({ pairs: pairsGained, score: scoreGained });
  // Only what is best by totals has gains.
  return gainsOfPlaces(solved).sort((one, other) => totals!.compare(tupleOf(other), tupleOf(one)));
}
