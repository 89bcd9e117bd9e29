import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BestColumns } from '../../src/assignment/best-columns.js';
import {
  type CompiledCohort,
  checkProof,
  compareObjectives,
  compileCohort,
  factors,
  type Matching,
  type MatchOptions,
  matchCohort,
  matchCohortAsync,
  rematch,
} from '../../src/index.js';
import { randomFrom } from '../support/random.js';
import { scenarioArbitrary } from './scenarios.js';
import { tableCohort } from './score-table.js';

const millionths = (score: number) => Math.round(score * 1e6);
const totals = ({ pairs, proof }: Matching) => ({
  pairs: pairs.length,
  score: pairs.reduce((sum, { score }) => sum + millionths(score), 0),
  bound: proof.upperBound,
  gap: proof.gap,
  pairsGap: proof.pairsGap,
});

describe('scores on demand', () => {
  it('give the same (pairs, total), a proof that holds and the same reasons by kind as a matrix does', () => {
    fc.assert(
      fc.property(scenarioArbitrary({ mentees: 9, mentors: 8 }), ({ cohort, options }) => {
        const dense = matchCohort(cohort, options);
        const onDemand = matchCohort(cohort, { ...options, largestMatrix: 0 });
        expect(totals(onDemand)).toEqual(totals(dense));
        expect(onDemand.record).toEqual(dense.record);
        expect(checkProof(cohort, onDemand)).toEqual({ isProven: true, violations: [] });
        const unplaced = (matching: Matching) =>
          matching.unmatched.filter(({ side, reason }) => side === 'mentee' && reason.code !== 'notOptedIn')
            .length;
        expect(unplaced(onDemand)).toBe(unplaced(dense));
      }),
      { numRuns: 300 },
    );
  });
});

it('where very many mentors are worth the same, scores on demand are still read a few times a mentee', () => {
  const random = randomFrom(3);
  const draw = (prefix: string) =>
    Array.from({ length: 300 }, (_, at) => ({ id: `${prefix}${at}`, grade: random.whole(0, 8) }));
  const cohort = compileCohort(
    { mentees: draw('e'), mentors: draw('o') },
    { model: { factors: { grade: factors.gradeGap({ weight: 1 }) } }, assumeOptedIn: true },
  );
  const options = { objective: 'best-total' as const };
  const dense = matchCohort(cohort, options);
  const readings = vi.spyOn(BestColumns.prototype, 'refresh');
  const onDemand = matchCohort(cohort, { ...options, largestMatrix: 0 });
  const count = readings.mock.calls.length;
  readings.mockRestore();
  expect(totals(onDemand)).toEqual(totals(dense));
  expect(count).toBeLessThan(25 * 300);
});

/** Whether the pairs of a cohort were scored as a matrix before: then nobody is scored again. */
async function hasMatrix(cohort: CompiledCohort): Promise<boolean> {
  const stages: string[] = [];
  let now = 0;
  await matchCohortAsync(cohort, {
    clock: () => (now += 20),
    onProgress: ({ stage }) => stages.push(stage),
  });
  return !stages.includes('scoring');
}

describe('a matrix of scores', () => {
  const table = Array.from({ length: 5 }, (_, row) => [0.1, 0.5, 0.9].map((score) => score - row / 100));
  const fresh = () => tableCohort(table);
  const all = 5 * 3 * 4;

  it.each<[number, MatchOptions, boolean]>([
    [all, {}, true],
    [all - 1, {}, false],
    [all - 1, { objective: 'best-total' }, false],
    [0, { objective: 'fairest' }, true],
    [0, { objective: 'stable' }, true],
    [0, { solver: () => [-1, -1, -1, -1, -1] }, true],
    // Who is locked needs no row.
    [all - 12, { locked: [{ menteeId: 'a', mentorId: '0' }] }, true],
    [all - 13, { locked: [{ menteeId: 'a', mentorId: '0' }] }, false],
  ])('of at most %d bytes for %j is made: %s', async (largestMatrix, options, isMade) => {
    const cohort = fresh();
    expect(await hasMatrix(fresh())).toBe(false);
    const matching = matchCohort(cohort, { ...options, largestMatrix });
    expect(await hasMatrix(cohort)).toBe(isMade);
    expect(totals(matching)).toEqual(totals(matchCohort(fresh(), options)));
  });

  it('is made once for all objectives that are compared, and to keep pairs', async () => {
    const compared = fresh();
    compareObjectives(compared);
    expect(await hasMatrix(compared)).toBe(true);
    const again = fresh();
    rematch(again, matchCohort(fresh(), { largestMatrix: 0 }));
    expect(await hasMatrix(again)).toBe(true);
  });
});
