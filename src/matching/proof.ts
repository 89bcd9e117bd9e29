import type { Steps } from '../core/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import { addLevels, noLevels, type Price } from './level-prices.js';
import type { MatchProblem } from './match-problem.js';
import type { MatchProgress } from './match-progress.js';
import type { PairsAndScore } from './objectives/kind.js';
import type { DualPrice, LevelCount, PriceProof } from './types.js';
import { upperBound } from './upper-bound.js';

/** The solver's proof by row and column: duals of negative scores. */
export interface SolverDuals {
  readonly rowCover: Uint8Array;
  readonly columnCover: Uint8Array;
  readonly rowDuals: Float64Array;
  readonly columnDuals: Float64Array;
  /** Where pairs are counted by level: the same for each level, lowest first. */
  readonly levels?: readonly LevelDuals[];
  /** The level of a score, where there are such. */
  readonly levelOf?: (score: number) => number;
}

export interface LevelDuals {
  readonly level: number;
  readonly rowDuals: Int32Array;
  readonly columnDuals: Int32Array;
}

/**
 * Prices of people from the solver's duals, which are those of the negative scores: signs turned. A locked
 * mentee's price is what makes the locked pair tight, (1, score) − the mentor's price, and may be negative:
 * nobody may take that mentee's lock away, so it bounds nothing else.
 *
 * @param levelsMade how many pairs lie in each level, where pairs are counted so
 */
export function* makeProof(
  cohort: CompiledCohort,
  problem: MatchProblem,
  duals: SolverDuals,
  made: PairsAndScore,
  levelsMade?: readonly LevelCount[],
): Steps<MatchProgress, PriceProof> {
  const pause: MatchProgress = { stage: 'finishing', done: 0, of: cohort.menteeIds.length };
  yield pause;
  const levelsOf = (side: 'rowDuals' | 'columnDuals', index: number): readonly LevelCount[] =>
    duals.levels === undefined
      ? noLevels
      : duals.levels.flatMap(({ level, [side]: values }) =>
          values[index] === 0 ? [] : [{ level, pairs: values[index]! }],
        );
  const mentorPrices: Price[] = cohort.mentorIds.map((_, mentor) => ({
    pairs: duals.columnCover[mentor]!,
    score: 0 - duals.columnDuals[mentor]!,
    levels: levelsOf('columnDuals', mentor),
  }));
  yield pause;
  const menteePrices: Price[] = cohort.menteeIds.map((_, mentee) => {
    const mentor = problem.lockOf[mentee]!;
    if (mentor < 0) return { pairs: 0, score: 0, levels: noLevels };
    const price = mentorPrices[mentor]!;
    const score = cohort.score(mentee, mentor);
    const own = duals.levelOf === undefined ? noLevels : [{ level: duals.levelOf(score), pairs: 1 }];
    return {
      pairs: 1 - price.pairs,
      score: score - price.score,
      levels: addLevels(own, price.levels, -1),
    };
  });
  problem.menteeOfRow.forEach((mentee, row) => {
    menteePrices[mentee] = {
      pairs: duals.rowCover[row]!,
      score: 0 - duals.rowDuals[row]!,
      levels: levelsOf('rowDuals', row),
    };
  });
  yield pause;
  const bound = upperBound(menteePrices, mentorPrices, cohort.capacities);
  yield pause;
  const pricesOfMentees = named(cohort.menteeIds, menteePrices);
  yield pause;
  return {
    kind: 'duals',
    pairs: made.pairs,
    pairsUpperBound: bound.pairs,
    pairsGap: bound.pairs - made.pairs,
    totalScore: fromMillionths(made.score),
    upperBound: fromMillionths(bound.score),
    gap: fromMillionths(bound.score - made.score),
    ...(levelsMade === undefined ? {} : { levels: levelsMade }),
    menteePrices: pricesOfMentees,
    mentorPrices: named(cohort.mentorIds, mentorPrices),
  };
}

function named(ids: readonly string[], prices: readonly Price[]): DualPrice[] {
  return prices.map(({ pairs, score, levels }, index) => ({
    id: ids[index]!,
    pairs,
    score: fromMillionths(score),
    ...(levels.length === 0 ? {} : { levels }),
  }));
}
