import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import {
  checkProof,
  compareObjectives,
  compareObjectivesAsync,
  compileCohort,
  describe,
  matchCohort,
  type Objective,
  texts,
} from '../../src/index.js';
import { compatCohort } from '../support/compat-cohort.js';
import { cohortOf } from './programmes.js';
import { scenarioArbitrary } from './scenarios.js';

const objectives: readonly Objective[] = ['most-pairs', 'best-total', 'fairest', 'stable'];

group('compareObjectives', () => {
  it('says of each objective what matchCohort and checkProof say', () => {
    fc.assert(
      fc.property(scenarioArbitrary({ mentees: 6, mentors: 5 }), ({ cohort, options }) => {
        const { locked, forbidden } = options;
        const rows = compareObjectives(cohort, { locked, forbidden });
        expect(rows.map(({ objective }) => objective)).toEqual(objectives);
        for (const row of rows) {
          const matching = matchCohort(cohort, { locked, forbidden, objective: row.objective });
          const scores = matching.pairs.map(({ score }) => score).sort((one, other) => one - other);
          expect(row).toMatchObject({ pairs: scores.length, totalScore: matching.proof.totalScore });
          expect(row.lowestScore).toBe(scores[0] ?? null);
          expect(row.deciles).toHaveLength(scores.length === 0 ? 0 : 9);
          // The pairs as if they were meant to be stable: the proof then lists every blocking pair.
          const { proof, record } = matchCohort(cohort, { locked, forbidden, objective: 'stable' });
          const { pairs, totalScore } = matching.proof;
          const asStable = { ...matching, proof: { ...proof, pairs, totalScore }, record };
          expect(row.blockingPairs).toBe(checkProof(cohort, asStable).violations.length);
          const choices = row.choices.reduce((sum, count) => sum + count, row.laterChoices);
          expect(choices).toBe(scores.length - locked.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('counts choices by stated lists first, and deciles linear between scores', () => {
    const people = {
      mentees: [{ id: 'a', preferredMentors: ['y', 'x'] }, { id: 'b', preferredMentors: ['y'] }, { id: 'c' }],
      mentors: [{ id: 'x' }, { id: 'y', preferredMentees: ['b'] }, { id: 'z' }],
    };
    const worth: Record<string, number> = { 'a-x': 0.9, 'a-y': 0.2, 'b-y': 0.4, 'c-x': 0.5, 'c-z': 0.1 };
    const rows = compareObjectives(people, {
      assumeOptedIn: true,
      model: {
        factors: { worth: { kind: 'custom', weight: 1, function: 'worth' } },
        minimumScore: 0.05,
      },
      functions: { worth: (mentee, mentor) => worth[`${mentee.id}-${mentor.id}`] ?? 0 },
    });
    // b has y, whom both stated; a then x, the second choice; c has z, the second by score.
    expect(rows[3]).toEqual({
      objective: 'stable',
      pairs: 3,
      totalScore: 1.4,
      lowestScore: 0.1,
      deciles: [0.16, 0.22, 0.28, 0.34, 0.4, 0.5, 0.6, 0.7, 0.8],
      blockingPairs: 0,
      choices: [1, 2, 0, 0, 0, 0, 0, 0, 0, 0],
      laterChoices: 0,
    });
  });

  it('lists ten choices one by one and counts who got a later one', () => {
    const alike = cohortOf(
      Array.from({ length: 13 }, () => new Array(12).fill(0.5)),
      new Array(12).fill(1),
    );
    // Everybody ranks all mentors alike, so that each mentor is another choice.
    for (const row of compareObjectives(alike))
      expect(row).toMatchObject({ pairs: 12, choices: new Array(10).fill(1), laterChoices: 2 });
    const locked = [{ menteeId: alike.menteeIds[12]!, mentorId: alike.mentorIds[0]! }];
    for (const row of compareObjectives(alike, { locked }))
      expect(row).toMatchObject({ pairs: 12, choices: [0, ...new Array(9).fill(1)], laterChoices: 2 });
    const [, , , none] = compareObjectives(alike, {
      forbidden: alike.menteeIds.flatMap((menteeId) =>
        alike.mentorIds.map((mentorId) => ({ menteeId, mentorId })),
      ),
    });
    expect(none).toEqual({
      objective: 'stable',
      pairs: 0,
      totalScore: 0,
      lowestScore: null,
      deciles: [],
      blockingPairs: 0,
      choices: new Array(10).fill(0),
      laterChoices: 0,
    });
  });

  it('gives the same rows in slices, reports progress, and stops when it is told to', async () => {
    const cohort = compileCohort(compatCohort({ mentees: 60, mentors: 40 }));
    let reports = 0;
    let time = 0;
    const rows = await compareObjectivesAsync(cohort, {
      onProgress: () => {
        reports += 1;
      },
      clock: () => (time += 100),
    });
    expect(rows).toEqual(compareObjectives(cohort));
    expect(reports).toBeGreaterThan(3);
    await expect(compareObjectivesAsync(cohort, { signal: { aborted: true } })).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(compareObjectivesAsync(cohort, { sigal: {} } as never)).rejects.toThrow('"signal" perhaps');
  });

  it('refuses options of other verbs, and people with loads', () => {
    const cohort = cohortOf([[0.9]], [1]);
    expect(() => compareObjectives(cohort, { objective: 'stable' } as never)).toThrow(
      'no option of this name',
    );
    expect(() => compareObjectives(cohort, { seed: 1 })).toThrow('compiled already');
    expect(() => compareObjectives(cohort, { levelSize: 2 })).toThrow('a multiple of 0.001');
    const people = { mentees: [{ id: 'a', mentorsWanted: 2 }], mentors: [{ id: 'x' }] };
    expect(() => compareObjectives(people, { assumeOptedIn: true })).toThrow('without minimumMentees');
  });

  it('is said in both languages, without people, and to a council only in large numbers', () => {
    const rows = compareObjectives(cohortOf([[0.9, 0.5], [0.5, 0.2]], [1, 1])); // biome-ignore format: a table
    const english = describe(rows);
    expect(english.split('\n')).toHaveLength(4);
    expect(english).toContain(
      'fairest (as many pairs as possible, then as few as possible at the lowest scores',
    );
    expect(english).toContain(
      'Lowest score 0.5, median 0.5. Pairs not made though both would rather have each other: 1.',
    );
    const italian = describe(rows, { texts: texts.it });
    expect(italian).toContain('Punteggio più basso 0,5');
    expect(italian).toContain('Mentee con la prima scelta: 1, con la seconda: 1, con la terza: 0.');
    expect(describe(rows, { audience: 'council' })).toBe(texts.en.council.tooSmall);
    expect(describe(rows, { audience: 'participant' })).toBe(texts.en.participant.notForParticipants);
    const large = compareObjectives(compileCohort(compatCohort({ mentees: 20, mentors: 20 })));
    expect(describe(large, { audience: 'council' })).not.toContain('Lowest');
    expect(describe([])).toBe('');
    for (const wrong of [[null], [{}], [rows[0], 'stable']])
      expect(() => describe(wrong as never)).toThrow('what explainPair, priceOfPair, compareMatchings or');
  });
});

it('the page on objectives has the figures that the example prints', async () => {
  const page = readFileSync(new URL('../../docs/objectives.md', import.meta.url), 'utf8');
  const lines: string[] = [];
  const { log } = console;
  console.log = (...parts: unknown[]) => lines.push(...parts.map(String).join(' ').split('\n'));
  try {
    await import('../../examples/11-which-objective.js');
  } finally {
    console.log = log;
  }
  const rows = lines.filter((line) => line.startsWith('| `'));
  expect(rows).toHaveLength(8);
  for (const row of rows) expect(page).toContain(row);
});
