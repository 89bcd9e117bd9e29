import { describe, expect, it } from 'vitest';
import { compareMatchings, compileCohort, matchCohort } from '../../src/index.js';
import { cohortOf, programme, stored } from './programmes.js';

describe('compareMatchings', () => {
  it('says who stays, who moves, who comes, who loses a mentor and who left', () => {
    const people = (mentees: readonly string[], mentors: readonly string[]) =>
      compileCohort(
        { mentees: mentees.map((id) => ({ id })), mentors: mentors.map((id) => ({ id })) },
        { assumeOptedIn: true },
      );
    const match = (cohort: ReturnType<typeof people>, pairs: string) =>
      matchCohort(cohort, {
        locked: pairs.split(' ').map((pair) => ({ menteeId: pair[0]!, mentorId: pair[1]! })),
      });
    const before = match(people(['a', 'b', 'c', 'd'], ['1', '2', '3', '4']), 'a1 b2 c3 d4');
    const now = people(['a', 'b', 'c', 'e'], ['1', '2', '4']);
    const after = match(now, 'a1 b4 e2');
    expect(compareMatchings(now, stored(before), after)).toEqual({
      pairsBefore: 4,
      pairsAfter: 3,
      totalBefore: before.proof.totalScore,
      totalAfter: after.proof.totalScore,
      kept: [{ menteeId: 'a', mentorId: '1' }],
      moved: [{ menteeId: 'b', from: '2', to: '4' }],
      placed: [{ menteeId: 'e', mentorId: '2' }],
      unplaced: [{ menteeId: 'c', mentorId: '3' }],
      left: [{ menteeId: 'd', mentorId: '4' }],
    });
  });

  it('accounts for every pair before and after, and a matching against itself keeps all', () => {
    for (let seed = 0; seed < 100; seed++) {
      const { cohort, options, name } = programme(seed, 'most-pairs');
      const one = matchCohort(cohort, options);
      const other = matchCohort(cohort, { objective: 'best-total' });
      const { kept, moved, placed, unplaced, left } = compareMatchings(cohort, one, other);
      expect(kept.length + moved.length + unplaced.length + left.length, name).toBe(one.pairs.length);
      expect(kept.length + moved.length + placed.length, name).toBe(other.pairs.length);
      expect(left, name).toEqual([]);
      expect(compareMatchings(cohort, one, one).kept.length, name).toBe(one.pairs.length);
    }
  });

  it('tells a mentor lost or gained beside one who stays, where a mentee has several', () => {
    const cohort = compileCohort(
      { mentees: [{ id: 'a', mentorsWanted: 2 }], mentors: [{ id: '1' }, { id: '2' }] },
      { assumeOptedIn: true },
    );
    const pair = (mentorId: string) => ({ menteeId: 'a', mentorId });
    const two = matchCohort(cohort);
    const one = matchCohort(cohort, { forbidden: [pair('2')] });
    expect(compareMatchings(cohort, two, one)).toMatchObject({
      kept: [pair('1')],
      moved: [],
      placed: [],
      unplaced: [pair('2')],
    });
    expect(compareMatchings(cohort, one, two)).toMatchObject({
      kept: [pair('1')],
      moved: [],
      placed: [pair('2')],
      unplaced: [],
    });
    const other = matchCohort(cohort, { forbidden: [pair('1')] });
    expect(compareMatchings(cohort, one, other)).toMatchObject({
      kept: [],
      moved: [{ menteeId: 'a', from: '1', to: '2' }],
      placed: [],
      unplaced: [],
    });
  });

  it('refuses a later matching of another cohort', () => {
    const one = cohortOf([[0.5]], [1]);
    const other = cohortOf([[0.5], [0.5]], [1]);
    const matching = matchCohort(one);
    expect(() => compareMatchings(other, matching, matching)).toThrow('compareMatchings: matching.record');
  });
});
