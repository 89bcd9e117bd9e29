import { type CountProgress, checkOptionNames, ProblemList, runSteps, type Steps } from '../core/index.js';
import { deferredAcceptance } from './deferred-acceptance.js';
import type { Preferences } from './market.js';
import { readStableProblem } from './problem.js';

export interface StableOptions {
  /** How many rows each column can hold, whole numbers ≥ 0; 1 each unless given. */
  readonly capacities?: ArrayLike<number> | undefined;
  /** The side that proposes, and gets the best that it gets in any stable matching; `rows` unless given. */
  readonly optimalFor?: 'rows' | 'columns' | undefined;
}

export interface StableMatching {
  /** The column of every row, −1 = none. */
  readonly rowToColumn: Int32Array;
}

/**
 * Finds a stable matching of strict, possibly incomplete preference lists, where columns have capacities (the
 * hospitals/residents problem): no row and column that list each other would both rather have each other. One
 * always exists. Only pairs that list each other count.
 *
 * With `optimalFor: 'rows'` every row gets the best column that it has in any stable matching, and every
 * column the worst rows; with `'columns'` it is the other way round. Whoever stays without a partner, or with
 * a free place, does so in every stable matching.
 *
 * @param preferences lists, or a source that answers on demand
 * @throws InputError on lists or capacities that are not such, with every problem
 *
 * Deferred acceptance, at most one proposal for each entry of the lists. Gale & Shapley (1962),
 * doi:10.1080/00029890.1962.11989827; with capacities Roth & Sotomayor, *Two-Sided Matching* (1990), ch. 5.
 *
 * @example
 * solveStableMatching({ rowPreferences: [[0], [0, 1]], columnPreferences: [[1, 0], [1]] });
 * // => { rowToColumn: [-1, 0] }: column 0 holds row 1, whom it ranks first
 */
export function solveStableMatching(preferences: Preferences, options: StableOptions = {}): StableMatching {
  return runSteps(stableSteps(preferences, options));
}

/** `solveStableMatching` as steps. */
export function* stableSteps(
  preferences: Preferences,
  options: StableOptions,
): Steps<CountProgress, StableMatching> {
  const problems = new ProblemList('solveStableMatching');
  checkOptionNames(problems, options, ['capacities', 'optimalFor']);
  problems.throwIfAny();
  const { capacities, optimalFor = 'rows' } = options;
  if (optimalFor !== 'rows' && optimalFor !== 'columns')
    problems.add('optimalFor', optimalFor, "'rows' or 'columns'");
  const problem = readStableProblem(problems, preferences, capacities);
  return { rowToColumn: yield* deferredAcceptance(problem, optimalFor) };
}
