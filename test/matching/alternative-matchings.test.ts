import { describe, expect, it } from 'vitest';
import { alternativeMatchings, matchCohort } from '../../src/index.js';
import { cohortOf, objectives, programme, stored, totalsOf } from './programmes.js';

describe('alternativeMatchings', () => {
  it('lists the next best matchings and who would change', () => {
    const cohort = cohortOf(
      [
        [0.9, 0.5],
        [0.8, 0.7],
      ],
      [1, 1],
    );
    const [next, after] = alternativeMatchings(cohort, stored(matchCohort(cohort)), { count: 2 });
    expect(next?.totalScore).toBe(1.3);
    expect(next?.changes.toSorted((one, other) => (one.menteeId < other.menteeId ? -1 : 1))).toEqual([
      { menteeId: 'e0', from: 'o0', to: 'o1' },
      { menteeId: 'e1', from: 'o1', to: 'o0' },
    ]);
    expect(after).toMatchObject({ totalScore: 0.9, pairs: [{ menteeId: 'e0', mentorId: 'o0' }] });
  });

  it.each(objectives)(
    'never gets better, repeats nothing, and keeps locks and capacities (%s)',
    (objective) => {
      for (let seed = 0; seed < 80; seed++) {
        const { cohort, options, name } = programme(seed, objective);
        const matching = matchCohort(cohort, options);
        const best = totalsOf(matching);
        const keyOf = (pairs: readonly { menteeId: string; mentorId: string }[]) =>
          pairs.map(({ menteeId, mentorId }) => `${menteeId}–${mentorId}`).join();
        const seen = new Set([keyOf(matching.pairs)]);
        let before = objective === 'most-pairs' ? [best.pairs, best.score] : [best.score, best.pairs];
        for (const { pairs, totalScore, changes } of alternativeMatchings(cohort, matching, { count: 6 })) {
          const score = Math.round(totalScore * 1e6);
          const value = objective === 'most-pairs' ? [pairs.length, score] : [score, pairs.length];
          const lead = value[0]! - before[0]! || value[1]! - before[1]!;
          expect(lead, name).toBeLessThanOrEqual(0);
          before = value;
          expect(seen.has(keyOf(pairs)), name).toBe(false);
          seen.add(keyOf(pairs));
          expect(changes.length, name).toBeGreaterThan(0);
          for (const id of cohort.mentorIds)
            expect(pairs.filter(({ mentorId }) => mentorId === id).length, name).toBeLessThanOrEqual(
              cohort.capacities[cohort.mentorIndex(id)]!,
            );
          for (const lock of options.locked ?? []) expect(pairs, name).toContainEqual(lock);
        }
      }
    },
  );

  it('refuses a count that is none, and pairs that are not proven best', () => {
    const cohort = cohortOf([[0.5]], [1]);
    const matching = matchCohort(cohort);
    expect(() => alternativeMatchings(cohort, matching, { count: 1.5 })).toThrow('count');
    const poor = matchCohort(cohort, { solver: () => [-1] });
    expect(() => alternativeMatchings(cohort, poor, { count: 1 })).toThrow('proven best');
  });
});
