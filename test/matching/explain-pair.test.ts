import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileCohort,
  explainPair,
  factors,
  InputError,
  rankMentees,
  rankMentors,
  rules,
} from '../../src/index.js';
import { scenarioArbitrary } from './scenarios.js';
import { tableCohort } from './score-table.js';

describe('explainPair', () => {
  it('tells factors, rules and the place among all pairs, for a pair worked out by hand', () => {
    const cohort = compileCohort(
      {
        mentees: [
          { id: 'ana', optedIn: true, interests: ['Climbing', 'jazz'], organization: 'north' },
          { id: 'bo', optedIn: true, interests: ['chess'] },
        ],
        mentors: [
          { id: 'lee', optedIn: true, interests: ['climbing', 'chess'], organization: 'north' },
          { id: 'kim', optedIn: true, skills: ['go'] },
        ],
      },
      {
        model: {
          factors: {
            // One interest of three is common; the means are those of (1/3, 1/2).
            interests: factors.sharedInterests({ weight: 3, measure: 'jaccard' }),
            place: factors.sameValue({ weight: 1, field: 'organization' }),
          },
          rules: [rules.differentValue({ field: 'organization' })],
          minimumScore: 0.9,
        },
      },
    );
    expect(explainPair(cohort, 'ana', 'lee')).toMatchObject({
      menteeId: 'ana',
      mentorId: 'lee',
      eligible: false,
      brokenRules: [{ rule: 'differentValue', index: 0 }],
      belowMinimumScore: true,
      score: 0.5,
      knownShare: 1,
      percentile: { value: 0.125, pairs: 4 },
      factors: [
        { name: 'interests', kind: 'sharedInterests', value: 1 / 3, share: 0.75, contribution: 0.25 },
        { name: 'place', kind: 'sameValue', value: 1, share: 0.25, contribution: 0.25 },
      ],
    });
    const silent = explainPair(cohort, 'bo', 'kim');
    expect(silent).toMatchObject({ knownShare: 0, belowMinimumScore: true, brokenRules: [] });
    // Unknown: 0.75 · mean(1/3, 1/2) + 0.25 · 1.
    expect(silent.score).toBe(0.5625);
    expect(silent.factors.map(({ value }) => value)).toEqual([null, null]);
  });

  it('adds up to score and shares, agrees with the compiled cohort, and ranks among all other pairs', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), ({ cohort }) => {
        const all = cohort.menteeIds.flatMap((menteeId, mentee) =>
          cohort.mentorIds.flatMap((mentorId, mentor) =>
            menteeId === mentorId ? [] : [cohort.score(mentee, mentor)],
          ),
        );
        cohort.menteeIds.forEach((menteeId, mentee) => {
          cohort.mentorIds.forEach((mentorId, mentor) => {
            const explained = explainPair(cohort, menteeId, mentorId);
            const score = cohort.score(mentee, mentor);
            const sum = (part: 'share' | 'contribution') =>
              explained.factors.reduce((total, factor) => total + Math.round(factor[part] * 1e6), 0);
            expect(sum('contribution')).toBe(Math.round(explained.score * 1e6));
            expect(Math.round(explained.score * 1e6)).toBe(score);
            expect(explained.factors.length === 0 ? 1e6 : sum('share')).toBe(1e6);
            expect(explained.eligible).toBe(cohort.isEligible(mentee, mentor));
            expect(explained.brokenRules).toEqual(cohort.brokenRules(mentee, mentor));
            expect(explained.belowMinimumScore).toBe(score < cohort.minimumScore);
            expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
            expect(explained.percentile === null).toBe(all.length === 0);
            if (all.length === 0) return;
            const below = all.filter((other) => other < score).length;
            const equal = all.filter((other) => other === score).length;
            expect(explained.percentile!.value).toBeCloseTo((below + equal / 2) / all.length, 12);
            expect(explained.percentile!.pairs).toBe(all.length);
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('verbs on single people', () => {
  const cohort = tableCohort([[0.5, 0.9, null, 0.5]]);

  it('refuse ids of nobody, of the other side and of no text, both at once', () => {
    expect(pathsOf(() => explainPair(cohort, '0', 'a'))).toEqual(['menteeId', 'mentorId']);
    expect(pathsOf(() => explainPair(cohort, 7 as never, undefined as never))).toEqual([
      'menteeId',
      'mentorId',
    ]);
    expect(pathsOf(() => explainPair(cohort, '__proto__', 'toString'))).toEqual(['menteeId', 'mentorId']);
    expect(pathsOf(() => rankMentors(cohort, '0'))).toEqual(['menteeId']);
    expect(pathsOf(() => rankMentees(cohort, 'a'))).toEqual(['mentorId']);
  });

  it('ask for a compiled cohort', () => {
    const people = { mentees: [{ id: 'a' }], mentors: [{ id: '0' }] } as never;
    expect(pathsOf(() => explainPair(people, 'a', '0'))).toEqual(['cohort']);
    expect(pathsOf(() => rankMentors(people, 'a'))).toEqual(['cohort']);
    expect(pathsOf(() => rankMentees(people, '0'))).toEqual(['cohort']);
  });

  it('list at most as many as the limit, which is a whole number from 0', () => {
    expect(rankMentors(cohort, 'a', { limit: 0 })).toEqual([]);
    expect(rankMentors(cohort, 'a', { limit: 1 })).toEqual([{ mentorId: '1', score: 0.9, knownShare: 1 }]);
    expect(rankMentors(cohort, 'a', { limit: 99 })).toHaveLength(3);
    for (const limit of [-1, 1.5, Number.NaN, '2', null]) {
      expect(pathsOf(() => rankMentors(cohort, 'a', { limit } as never))).toEqual(['limit']);
      expect(pathsOf(() => rankMentees(cohort, '0', { limit } as never))).toEqual(['limit']);
    }
    expect(pathsOf(() => rankMentors(cohort, 'a', null as never))).toEqual(['options']);
    expect(pathsOf(() => rankMentors(cohort, 'a', { limits: 2 } as never))).toEqual(['limits']);
    expect(pathsOf(() => rankMentees(cohort, '0', 5 as never))).toEqual(['options']);
  });
});

function pathsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ path }) => path);
    throw error;
  }
  return [];
}
