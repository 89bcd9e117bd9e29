import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BestColumns } from '../../src/assignment/best-columns.js';
import { checkProof, compileCohort, factors, type Matching, matchCohort } from '../../src/index.js';
import { randomFrom } from '../support/random.js';
import { scenarioArbitrary } from './scenarios.js';

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
