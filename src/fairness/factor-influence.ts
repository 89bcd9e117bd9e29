import {
  type AsyncOptions,
  compareText,
  million,
  ProblemList,
  runSteps,
  runStepsAsync,
  type Steps,
  wholeShares,
} from '../core/index.js';
import type { Matching } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { recompileCohort } from '../scoring/inner.js';
import { comparePairs, type PairChanges } from './compare-pairs.js';
import { checkVariantOptions, type SolveOptions, solveWith, type VariantProgress } from './solve-variants.js';
import { requireCompiled } from './under.js';

/** What leaving one factor out does. */
export interface FactorEffect extends PairChanges {
  readonly name: string;
  readonly kind: string;
  /** The factor's weight ÷ that of all factors that count. */
  readonly weightShare: number;
  /** What the pairs made without it lose by the full model, in the unit of a score; below 0 only with fewer pairs before. */
  readonly scoreLost: number;
}

export interface FactorInfluence {
  readonly kind: 'influence';
  readonly pairs: number;
  /** Most mentees changed first, then by name. */
  readonly factors: readonly FactorEffect[];
  /** Factors that are unknown for every pair: nothing changes without them. */
  readonly factorsLeftOut: readonly string[];
  /** The one factor of a model that has no other; without it there is nothing to compare. */
  readonly onlyFactor: string | null;
}

/**
 * How many pairs change when each factor is left out. A weight is not an influence: a heavy factor in which everybody is
 * alike moves nobody, a light one may decide every tie. The other factors keep their baseline.
 *
 * It says what the model does with these people, not whether that is right. It is no legal advice.
 *
 * @throws InputError where an option is wrong
 *
 * One solve and one more for every factor.
 */
export function factorInfluence(cohort: CompiledCohort, options: SolveOptions = {}): FactorInfluence {
  return runSteps(influenceSteps('factorInfluence', cohort, options, false));
}

/** The same with a pause after each solve, of which none is cut. */
export function factorInfluenceAsync(
  cohort: CompiledCohort,
  options: SolveOptions & AsyncOptions<VariantProgress> = {},
): Promise<FactorInfluence> {
  const name = 'factorInfluenceAsync';
  return runStepsAsync(name, influenceSteps(name, cohort, options, true), options);
}

function* influenceSteps(
  functionName: string,
  cohort: unknown,
  options: SolveOptions,
  isAsync: boolean,
): Steps<VariantProgress, FactorInfluence> {
  const problems = new ProblemList(functionName);
  checkVariantOptions(problems, options, [], isAsync);
  problems.throwIfAny();
  const compiled = requireCompiled(functionName, cohort);
  const { model, factorsLeftOut, menteeIds, baseline } = compiled;
  const counted = Object.entries(model.factors)
    .filter(([name, { weight }]) => weight > 0 && !factorsLeftOut.includes(name))
    .sort(([one], [other]) => compareText(one, other));
  const before = solveWith(functionName, compiled, options);
  const toSolve = 1 + (counted.length > 1 ? counted.length : 0);
  yield { solved: 1, toSolve };
  const shares = counted.length === 0 ? [] : wholeShares(counted.map(([, { weight }]) => weight));
  const effects: FactorEffect[] = [];
  for (const [at, [name, { kind }]] of (counted.length > 1 ? counted : []).entries()) {
    const { [name]: _, ...factors } = model.factors;
    const without = recompileCohort(functionName, compiled, { model: { ...model, factors }, baseline });
    const after = solveWith(functionName, without, options);
    effects.push({
      name,
      kind,
      weightShare: shares[at]! / million,
      ...comparePairs(menteeIds, before, after),
      scoreLost: (scoreOf(compiled, before) - scoreOf(compiled, after)) / million,
    });
    yield { solved: at + 2, toSolve };
  }
  effects.sort(
    (one, other) => other.menteesChanged - one.menteesChanged || compareText(one.name, other.name),
  );
  return {
    kind: 'influence',
    pairs: before.pairs.length,
    factors: effects,
    factorsLeftOut,
    onlyFactor: counted.length === 1 ? counted[0]![0] : null,
  };
}

/** The total of a matching's pairs in the full model, in millionths. */
function scoreOf(cohort: CompiledCohort, { pairs }: Matching): number {
  return pairs.reduce(
    (sum, { menteeId, mentorId }) =>
      sum + cohort.score(cohort.menteeIndex(menteeId), cohort.mentorIndex(mentorId)),
    0,
  );
}
