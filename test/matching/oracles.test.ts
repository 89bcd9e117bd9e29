import fc from 'fast-check';
import loadHighs from 'highs';
import munkres from 'munkres-js';
import { describe, expect, it } from 'vitest';
import {
  type CompiledCohort,
  type CustomSolver,
  checkProof,
  compileCohort,
  type Matching,
  matchCohort,
  type Objective,
} from '../../src/index.js';
import { compatCohort } from '../support/compat-cohort.js';
import { randomFrom } from '../support/random.js';
import { bestByTrying } from './brute-force.js';
import { scenarioArbitrary } from './scenarios.js';
import { tableCohort } from './score-table.js';

const millionths = (score: number) => Math.round(score * 1e6);
const reached = ({ pairs }: Matching) => ({
  pairs: pairs.length,
  score: pairs.reduce((sum, { score }) => sum + millionths(score), 0),
});

describe('matchCohort against independent solvers', () => {
  it('reaches the (pairs, total) of the best of all matchings, with rules, locks, capacities', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), ({ cohort, options }) => {
        const matching = matchCohort(cohort, options);
        expect(reached(matching)).toEqual(bestByTrying({ cohort, options }));
        expect(checkProof(cohort, matching)).toEqual({ isProven: true, violations: [] });
        expect(matching.proof).toMatchObject({ gap: 0, pairsGap: 0 });
      }),
      { numRuns: 400 },
    );
  });

  it('reaches it for six mentees and six mentors', () => {
    fc.assert(
      fc.property(scenarioArbitrary({ mentees: 6, mentors: 6 }, 'table'), ({ cohort, options }) => {
        const matching = matchCohort(cohort, options);
        expect(reached(matching)).toEqual(bestByTrying({ cohort, options }));
        expect(checkProof(cohort, matching).isProven).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('finds nothing better than munkres-js as its solver, on square cohorts of whole costs', () => {
    for (const people of [1, 2, 7, 30, 60]) {
      const cohort = compileCohort(compatCohort({ mentees: people, mentors: people, seed: people }));
      for (const objective of ['most-pairs', 'best-total'] as const) {
        const matching = matchCohort(cohort, { objective, solver: munkresSolver });
        expect(matching.proof).toMatchObject({ gap: 0, pairsGap: 0, pairs: people });
        expect(matching.record.customSolver).toBe(true);
        expect(checkProof(cohort, matching).isProven).toBe(true);
        expect(matching.proof.totalScore).toBe(matchCohort(cohort, { objective }).proof.totalScore);
      }
    }
  });

  it('reaches what the linear programmes reach (HiGHS), in whole numbers', async () => {
    // The declarations describe the CommonJS build; the ES module's default export is the loader.
    const highs = await (loadHighs as unknown as typeof loadHighs.default)();
    const options = { mip_rel_gap: 0, mip_abs_gap: 0 };
    const { next, whole } = randomFrom(5);
    for (let round = 0; round < 12; round++) {
      const table = Array.from({ length: whole(10, 26) }, () =>
        Array.from({ length: 14 }, () => (next() < 0.6 ? null : whole(0, 1000) / 1000)),
      );
      const capacities = Array.from({ length: 14 }, () => whole(0, 3));
      const cohort = tableCohort(table, capacities);
      const best = (programme: string) => {
        const solution = highs.solve(programme, options);
        expect(solution.Status).toBe('Optimal');
        const chosen = Object.entries(solution.Columns).filter(
          ([, column]) => Math.round((column as { Primal: number }).Primal) === 1,
        );
        const score = chosen.reduce((sum, [name]) => {
          const [mentee, mentor] = name.slice(1).split('_').map(Number);
          return sum + cohort.score(mentee!, mentor!);
        }, 0);
        return { pairs: chosen.length, score };
      };
      const most = best(programme(cohort, () => 1)).pairs;
      const bestOfMost = best(programme(cohort, (score) => score, most));
      const bestTotal = best(programme(cohort, (score) => score));
      const solve = (objective: Objective) => {
        const matching = matchCohort(cohort, { objective });
        expect(checkProof(cohort, matching).isProven).toBe(true);
        return reached(matching);
      };
      expect(solve('most-pairs')).toEqual({ pairs: most, score: bestOfMost.score });
      expect(solve('best-total').score).toBe(bestTotal.score);
    }
  });
});

/** Guards: munkres-js wants a square of finite numbers, one place each, and never sees an empty one. */
const munkresSolver: CustomSolver = ({ cost, capacities }) => {
  const { rows, columns, values } = cost;
  if (rows !== columns || capacities.some((places) => places !== 1)) throw new Error('not square');
  if (rows === 0) return [];
  const table = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => values[row * columns + column]!),
  );
  if (table.some((row) => row.some((value) => !Number.isFinite(value)))) throw new Error('not finite');
  const rowToColumn = new Array<number>(rows).fill(-1);
  for (const [row, column] of munkres(table)) rowToColumn[row] = column;
  return rowToColumn;
};

/** The matching polytope in the LP format; its corners are whole. */
function programme(cohort: CompiledCohort, worth: (score: number) => number, pairs?: number): string {
  const allowed = cohort.menteeIds.flatMap((_, mentee) =>
    cohort.mentorIds.flatMap((_, mentor) =>
      cohort.isEligible(mentee, mentor)
        ? [{ mentee, mentor, name: `x${mentee}_${mentor}`, worth: worth(cohort.score(mentee, mentor)) }]
        : [],
    ),
  );
  const sum = (terms: typeof allowed) => terms.map(({ name }) => `+ 1 ${name}`).join(' ');
  const rows = [
    ...cohort.menteeIds.map((_, index) => ({ of: allowed.filter((x) => x.mentee === index), most: 1 })),
    ...cohort.mentorIds.map((_, index) => ({
      of: allowed.filter((x) => x.mentor === index),
      most: cohort.capacities[index]!,
    })),
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ of, most }) => `${sum(of)} <= ${most}`);
  if (pairs !== undefined) rows.push(`${sum(allowed)} = ${pairs}`);
  const objective = allowed.map(({ name, worth: value }) => `+ ${value} ${name}`).join(' ');
  const bounds = allowed.map(({ name }) => ` 0 <= ${name} <= 1`).join('\n');
  const lines = rows.map((row, at) => ` c${at}: ${row}`).join('\n');
  return `Maximize\n obj: ${objective}\nSubject To\n${lines}\nBounds\n${bounds}\nEnd`;
}
