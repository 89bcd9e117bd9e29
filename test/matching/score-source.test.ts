import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMatchOptions } from '../../src/matching/match-options.js';
import { scoreSource } from '../../src/matching/score-source.js';
import { mayPair, scenarioArbitrary } from './scenarios.js';

/** The source of a scenario and, pair by pair, the costs that it should have; locks are not looked at. */
const sources = scenarioArbitrary({ mentees: 9, mentors: 8 }).map(({ cohort, options }) => {
  const { forbidden } = readMatchOptions('', cohort, options);
  const menteeOfRow = Int32Array.from(cohort.menteeIds.keys()).reverse();
  const free = { cohort, options: { ...options, locked: [] } };
  const costs = Array.from(menteeOfRow, (mentee) =>
    cohort.mentorIds.map((_, mentor) =>
      mayPair(free, mentee, mentor) ? 0 - cohort.score(mentee, mentor) : Infinity,
    ),
  );
  return { source: scoreSource(cohort, forbidden, menteeOfRow), costs, columns: cohort.mentorIds.length };
});

it('scores on demand are the same by row and by pair, and so are the pairs that may be made', () => {
  fc.assert(
    fc.property(sources, ({ source, costs, columns }) => {
      expect([source.rows, source.columns]).toEqual([costs.length, columns]);
      costs.forEach((expected, row) => {
        const out = new Float64Array(columns);
        source.writeRow(row, out);
        expect([...out]).toEqual(expected);
        expect(expected.map((_, column) => source.entry(row, column))).toEqual(expected);
        const allowed = new Int32Array(columns);
        const count = source.writeAllowed!(row, allowed);
        expect([...allowed.subarray(0, count)]).toEqual(
          [...expected.keys()].filter((column) => expected[column] !== Infinity),
        );
      });
    }),
    { numRuns: 60 },
  );
});

it('a selector finds the least c − v of those that may be had, and says below what none is left', () => {
  const dual = fc.constantFrom(0, 0, -1, -250_000, -999_999);
  const asked = fc.record({
    width: fc.integer({ min: 1, max: 9 }),
    duals: fc.array(fc.array(dual, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
    ceiling: fc.constantFrom(Infinity, 0, -1, -250_000, -500_000, 400_000),
  });
  fc.assert(
    fc.property(sources, asked, ({ source, costs, columns }, { width, duals, ceiling }) => {
      const selector = source.selector!(width);
      for (const list of duals) {
        const v = Float64Array.from(list.slice(0, columns));
        // Duals of another time may be higher.
        selector.forget();
        costs.forEach((expected, row) => {
          const count = selector.select(row, v, ceiling);
          const chosen = [...selector.columns.subarray(0, count)];
          expect(count).toBeLessThanOrEqual(width);
          expect(new Set(chosen).size).toBe(count);
          expect([...selector.costs.subarray(0, count)]).toEqual(chosen.map((column) => expected[column]));
          expect(chosen.every((column) => expected[column] !== Infinity)).toBe(true);
          const left = [...expected.keys()].filter((column) => !chosen.includes(column));
          const least = Math.min(Infinity, ...left.map((column) => expected[column]! - v[column]!));
          expect(least).toBeGreaterThanOrEqual(selector.bound);
          // What is of interest is only left out for want of width.
          if (count < width) expect(selector.bound).toBeGreaterThan(ceiling === Infinity ? 1e9 : ceiling);
        });
      }
    }),
    { numRuns: 100 },
  );
});
