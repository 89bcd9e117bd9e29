import { type AssignmentProgress, type FairestAssignment, fairestSteps } from '../../assignment/index.js';
import type { Steps } from '../../core/index.js';
import { countLevels, findPriceViolations, type PriceOrder } from '../find-price-violations.js';
import { compareLevels, signOfLevels } from '../level-prices.js';
import { makeProof, type SolverDuals } from '../proof.js';
import { reasonsOfOptimum } from '../reasons-of-optimum.js';
import type { MatchTask, ObjectiveKind, Solution } from './kind.js';

/**
 * As many pairs as possible; of those matchings as few pairs as possible in the lowest level of scores, then in
 * the next, and so on; of those the highest total. Since the number of pairs is fixed, that is leximin: the levels
 * of the pairs in ascending order are the lexicographically largest.
 */
export const fairest: ObjectiveKind = {
  solve,
  findProofViolations: (cohort, matching, options) =>
    findPriceViolations(cohort, matching, options, orderBy(options.levelSize)),
};

/** Prices as tuples (pairs, levels from the lowest on, where fewer is better, score). */
function orderBy(levelSize: number): PriceOrder & Required<Pick<PriceOrder, 'levelOf'>> {
  const levelOf = (score: number) => Math.floor(score / levelSize);
  return {
    levelOf,
    compare: (one, other) =>
      one.pairs - other.pairs || compareLevels(one.levels, other.levels) || one.score - other.score,
    surplus: (u, v, score) =>
      u.pairs + v.pairs - 1 ||
      0 - signOfLevels(u.levels, v.levels, 1, levelOf(score)) ||
      u.score + v.score - score,
  };
}

function* solve({ cohort, problem, options }: MatchTask): Steps<AssignmentProgress, Solution> {
  const { levelSize } = options;
  const assignment = yield* fairestSteps(problem.cost, {
    capacities: problem.freePlaces,
    tierSize: levelSize,
  });
  const { levelOf } = orderBy(levelSize);
  return {
    rowToColumn: assignment.rowToColumn,
    prove: function* (mentorOf, made) {
      const levels: number[] = [];
      mentorOf.forEach((mentor, mentee) => {
        if (mentor >= 0) levels.push(levelOf(cohort.score(mentee, mentor)));
      });
      return yield* makeProof(cohort, problem, dualsOf(assignment, levelOf), made, countLevels(levels));
    },
    // The number of pairs is the largest, so that whoever is left out is short of a place.
    reasons: yield* reasonsOfOptimum(cohort, problem, assignment.rowToColumn, 'most'),
  };
}

/** Tiers of costs are levels of scores with the sign turned. */
function dualsOf(assignment: FairestAssignment, levelOf: (score: number) => number): SolverDuals {
  const levels = assignment.stages.map(({ tier, rowDuals, columnDuals }) => ({
    level: 0 - tier,
    rowDuals,
    columnDuals,
  }));
  return { ...assignment, levels, levelOf };
}
