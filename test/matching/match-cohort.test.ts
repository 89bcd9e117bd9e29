import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import {
  type CohortInput,
  checkProof,
  compileCohort,
  factors,
  matchCohort,
  type Objective,
  parseMatching,
  rules,
} from '../../src/index.js';
import { type ScoreTable, tableCohort } from './score-table.js';

const objectives: readonly Objective[] = ['most-pairs', 'best-total'];

describe('matchCohort by hand', () => {
  it('gives up the best single pair for the best total', () => {
    // 0.9 + 0.2 is less than 0.8 + 0.8.
    const matching = proven([
      [0.9, 0.8],
      [0.8, 0.2],
    ]);
    expect(pairsOf(matching)).toEqual(['a–1 0.8', 'b–0 0.8']);
    expect(matching.proof).toMatchObject({ pairs: 2, totalScore: 1.6, upperBound: 1.6, gap: 0 });
    expect(matching).toMatchObject({
      schemaVersion: 1,
      unmatched: [],
      bottlenecks: [],
      mentorsWithSpace: [],
    });
  });

  it('makes more pairs or a higher total, as the objective says', () => {
    const table = [
      [0.1, null],
      [0.9, 0.1],
    ];
    expect(pairsOf(proven(table, [1, 1], 'most-pairs'))).toEqual(['a–0 0.1', 'b–1 0.1']);
    expect(pairsOf(proven(table, [1, 1], 'best-total'))).toEqual(['b–0 0.9']);
  });

  it('pairs everybody it can even where every score is 0', () => {
    for (const objective of objectives) {
      const matching = proven([[0, 0], [0, 0], [0, 0]], [1, 1], objective); // biome-ignore format: a table
      expect(matching.pairs).toHaveLength(2);
      expect(matching.proof.totalScore).toBe(0);
    }
  });

  it('takes a score exactly at the minimum and none below', () => {
    for (const minimumScore of [0.07, 0.29, 0.57, 1]) {
      const below = minimumScore - 1e-6;
      const cohort = tableCohort([[minimumScore], [below]], [2], minimumScore);
      const matching = matchCohort(cohort);
      expect(matching.pairs).toMatchObject([{ menteeId: 'a', score: minimumScore }]);
      expect(matching.unmatched[0]!.reason).toMatchObject({ code: 'belowMinimumScore', minimumScore });
      expect(checkProof(cohort, matching).isProven).toBe(true);
    }
  });

  it('lets a factor of weight 0 decide nothing', () => {
    const people: CohortInput = {
      mentees: [{ id: 'a', optedIn: true, interests: ['x'], grade: 1 }],
      mentors: [
        { id: 'p', optedIn: true, interests: ['x'], grade: 1 },
        { id: 'q', optedIn: true, interests: ['y'], grade: 3 },
      ],
    };
    const model = {
      factors: { interests: factors.sharedInterests({ weight: 1 }), grade: factors.gradeGap({ weight: 0 }) },
    };
    const matching = matchCohort(people, { model });
    expect(matching.pairs).toMatchObject([{ mentorId: 'p', score: 1, knownShare: 1 }]);
    expect(matching.record.fieldsUsed.some((field) => field.endsWith('grade'))).toBe(false);
  });
});

describe('edges of matchCohort', () => {
  it('are results: nobody, one side, one person, no places, nobody allowed', () => {
    const tables: [ScoreTable, number[]][] = [
      [[], []],
      [[], [1, 2]],
      [[[], []], []],
      [[[0.5]], [1]],
      [[[0.5]], [0]],
      [[[null]], [1]],
      [[[null, null], [null, null]], [3, 3]], // biome-ignore format: a table
    ];
    for (const [table, capacities] of tables) {
      for (const objective of objectives) {
        const { pairs, unmatched } = proven(table, capacities, objective);
        expect(pairs).toHaveLength(table.length === 1 && table[0]![0] === 0.5 ? capacities[0]! : 0);
        expect(unmatched).toHaveLength(table.length + capacities.length - 2 * pairs.length);
      }
    }
  });

  it('gives a mentor of a million places everybody, and many mentees of one place one', () => {
    const table = Array.from({ length: 20 }, (_, row) => [row / 20]);
    const roomy = proven(table, [1_000_000]);
    expect(roomy.pairs).toHaveLength(20);
    expect(roomy.mentorsWithSpace).toEqual([{ mentorId: '0', spare: 999_980 }]);
    const narrow = proven(table, [1]);
    expect(narrow.pairs).toMatchObject([{ score: 0.95 }]);
    expect(narrow.bottlenecks).toMatchObject([{ mentorIds: ['0'], places: 1 }]);
    expect(narrow.bottlenecks[0]!.menteeIds).toHaveLength(20);
  });

  it('never pairs a person with themself, though nobody else is there', () => {
    const one = { id: 'ana', optedIn: true };
    const cohort = compileCohort({ mentees: [one], mentors: [one] });
    expect(matchCohort(cohort).unmatched).toEqual([
      {
        id: 'ana',
        side: 'mentee',
        reason: { code: 'noEligibleMentor', rules: [{ rule: 'self', pairs: 1 }] },
      },
      {
        id: 'ana',
        side: 'mentor',
        reason: { code: 'noEligibleMentee', rules: [{ rule: 'self', pairs: 1 }] },
      },
    ]);
  });

  it('leaves out whoever did not opt in, and lists them', () => {
    const cohort = compileCohort({
      mentees: [{ id: 'a', optedIn: false }],
      mentors: [{ id: 'p', optedIn: false, capacity: 0 }],
    });
    expect(matchCohort(cohort)).toMatchObject({
      pairs: [],
      unmatched: [
        { id: 'a', side: 'mentee', reason: { code: 'notOptedIn' } },
        { id: 'p', side: 'mentor', reason: { code: 'notOptedIn' } },
      ],
      record: { counts: { mentees: 1, mentors: 1, menteesOptedIn: 0, mentorsOptedIn: 0, places: 0 } },
    });
  });

  it('keeps everybody where everybody is locked, and pairs nobody where everybody is forbidden', () => {
    const cohort = tableCohort([
      [0.9, 0.1],
      [0.1, 0.9],
    ]);
    const all = ['a', 'b'].flatMap((menteeId) => ['0', '1'].map((mentorId) => ({ menteeId, mentorId })));
    for (const objective of objectives) {
      const locked = matchCohort(cohort, { objective, locked: [all[1]!, all[2]!] });
      expect(locked.proof).toMatchObject({ pairs: 2, totalScore: 0.2, gap: 0 });
      expect(checkProof(cohort, locked).isProven).toBe(true);
      const forbidden = matchCohort(cohort, { objective, forbidden: all });
      expect(forbidden.pairs).toEqual([]);
      expect(forbidden.unmatched[0]!.reason).toMatchObject({ rules: [{ rule: 'forbidden', pairs: 2 }] });
      expect(checkProof(cohort, forbidden).isProven).toBe(true);
    }
  });

  it('takes ids of any text, and the same id on both sides as one person', () => {
    const ids = [
      '__proto__',
      'constructor',
      ' a',
      'a ',
      'A',
      'é',
      'e\u0301',
      '🙂',
      '\ud800',
      'x'.repeat(9999),
    ];
    const people = ids.map((id) => ({ id, optedIn: true }));
    const cohort = compileCohort({ mentees: people, mentors: people });
    const matching = matchCohort(cohort);
    expect(matching.pairs.map(({ menteeId }) => menteeId).sort()).toEqual([...ids].sort());
    expect(matching.pairs.every(({ menteeId, mentorId }) => menteeId !== mentorId)).toBe(true);
    expect(checkProof(cohort, parseMatching(JSON.stringify(matching))).isProven).toBe(true);
  });

  it('tells the whole of a long chain in which every score counts', () => {
    // Mentee i may have mentors i and i + 1; the last mentor only the last: everybody must move up.
    const length = 200;
    const ids = Array.from({ length }, (_, at) => at);
    const cohort = compileCohort(
      {
        mentees: ids.map((at) => ({ id: `m${at}`, optedIn: true, attributes: { at } })),
        mentors: ids.map((at) => ({ id: `n${at}`, optedIn: true, attributes: { at } })),
      },
      {
        model: {
          factors: { near: factors.custom({ function: 'near', weight: 1 }) },
          rules: [rules.custom({ function: 'next' })],
        },
        functions: {
          near: (mentee, mentor) => (mentee.attributes!.at === mentor.attributes!.at ? 0 : 1),
          next: ({ attributes: one }, { attributes: other }) =>
            [0, 1].includes((other!.at as number) - (one!.at as number)),
        },
      },
    );
    const most = matchCohort(cohort);
    expect(most.proof).toMatchObject({ pairs: length, totalScore: 0, gap: 0, pairsGap: 0 });
    const best = matchCohort(cohort, { objective: 'best-total' });
    expect(best.proof).toMatchObject({ pairs: length - 1, totalScore: length - 1, gap: 0, pairsGap: 0 });
    expect(best.unmatched).toContainEqual({
      id: `m${length - 1}`,
      side: 'mentee',
      reason: { code: 'totalPreferred', pairsGained: 0, scoreLost: 1 },
    });
    // Cheapest with the last mentee in: the one before, worth 1, stays out instead.
    for (const matching of [most, best]) expect(checkProof(cohort, matching).isProven).toBe(true);
  });

  it('lets an error of the caller’s function through and names the pair of a wrong answer', () => {
    const people = { mentees: [{ id: 'a', optedIn: true }], mentors: [{ id: 'p', optedIn: true }] };
    const model = { factors: { own: factors.custom({ function: 'own', weight: 1 }) } };
    const own = (answer: () => number) => ({ model, functions: { own: answer } });
    const boom = () => {
      throw new RangeError('boom');
    };
    expect(() => matchCohort(people, own(boom))).toThrow(RangeError);
    for (const wrong of [Number.NaN, -0.1, 1.1, '0.5' as never]) {
      expect(() =>
        matchCohort(
          people,
          own(() => wrong),
        ),
      ).toThrow(/functions\.own\(a, p\)/);
    }
  });

  it('writes the version of package.json into the record', () => {
    expect(proven([[1]]).record.library).toEqual({ name: packageJson.name, version: packageJson.version });
  });
});

function proven(table: ScoreTable, capacities?: number[], objective: Objective = 'most-pairs') {
  const cohort = tableCohort(table, capacities);
  const matching = matchCohort(cohort, { objective });
  expect(checkProof(cohort, matching)).toEqual({ isProven: true, violations: [] });
  return matching;
}

function pairsOf({ pairs }: ReturnType<typeof matchCohort>): string[] {
  return pairs.map(({ menteeId, mentorId, score }) => `${menteeId}–${mentorId} ${score}`).sort();
}
