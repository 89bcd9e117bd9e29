import { describe, expect, it } from 'vitest';
import {
  checkProof,
  compileCohort,
  factors,
  InputError,
  type Matching,
  matchCohort,
  parseMatching,
  replayMatching,
} from '../../src/index.js';
import { compatCohort } from '../support/compat-cohort.js';

const people = compatCohort({ mentees: 5, mentors: 4 });
const cohort = compileCohort(people);
const matching = matchCohort(cohort);
const verbs = { checkProof, replayMatching } as const;

describe.each(Object.entries(verbs))('%s', (name, verb) => {
  const pathsOf = (of: unknown, stored: unknown): string[] => {
    try {
      verb(of as typeof cohort, stored as Matching);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).function).toBe(name);
      return (error as InputError).problems.map(({ path }) => path);
    }
    return [];
  };

  it('takes a matching of this cohort, as made, as data and as text read back', () => {
    const text = JSON.stringify(matching);
    for (const stored of [matching, JSON.parse(text), parseMatching(text)]) {
      expect(pathsOf(cohort, stored)).toEqual([]);
    }
  });

  it('asks for a compiled cohort where people are passed', () => {
    for (const wrong of [people, null, undefined, 'cohort', { ...cohort }]) {
      expect(pathsOf(wrong, matching)).toEqual(['cohort']);
    }
    expect(() => verb(people as never, matching)).toThrow(/compileCohort\(\{ mentors, mentees \}/);
  });

  it('asks for a matching where something else is passed, the arguments turned included', () => {
    expect(pathsOf(matching, cohort)).toEqual(['cohort']);
    expect(pathsOf(cohort, cohort).length).toBeGreaterThan(0);
    expect(pathsOf(cohort, null)).toHaveLength(1);
  });

  it('says which of model, seed, aliases and baseline differs', () => {
    const model = { factors: { interests: factors.sharedInterests({ weight: 1 }) } };
    const { pairs, factors: means } = cohort.baseline;
    const shifted = {
      pairs,
      factors: { ...means, sharedInterests: { ...means.sharedInterests!, mean: 0.123 } },
    };
    const seed = compileCohort(people, { seed: 4 });
    const aliases = compileCohort(people, { aliases: { js: ['javascript'] } });
    const baseline = compileCohort(people, { baseline: shifted });
    expect(pathsOf(compileCohort(people, { model }), matching)).toEqual([
      'matching.record.model',
      'matching.record.baseline',
    ]);
    expect(pathsOf(seed, matching)).toEqual(['matching.record.seed']);
    expect(pathsOf(aliases, matching)).toEqual(['matching.record.aliases']);
    expect(pathsOf(baseline, matching)).toEqual(['matching.record.baseline']);
  });

  it('says that people differ where one has changed, joined or left', () => {
    const { baseline } = cohort;
    const [first, ...others] = people.mentees;
    for (const mentees of [
      others,
      [...people.mentees, { id: 'late', optedIn: true }],
      [{ ...first!, interests: ['something new'] }, ...others],
      [{ ...first!, optedIn: false }, ...others],
    ]) {
      const changed = compileCohort({ ...people, mentees }, { baseline });
      expect(pathsOf(changed, matching)).toEqual(['matching.record.digest']);
    }
  });

  it('refuses a record whose model, seed or baseline was changed by hand under the old digest', () => {
    for (const [part, value] of [
      ['seed', 9],
      ['aliases', { js: ['javascript'] }],
      ['model', { ...matching.record.model, minimumScore: 0.9 }],
      ['baseline', { ...matching.record.baseline, pairs: 3 }],
    ] as const) {
      const stored = { ...matching, record: { ...matching.record, [part]: value } };
      expect(pathsOf(cohort, stored)).toEqual([`matching.record.${part}`]);
    }
  });
});

describe('a baseline out of a record', () => {
  it('keeps the scores of earlier pairs when people join late', () => {
    const late = {
      ...people,
      mentees: [...people.mentees, { id: 'late', optedIn: true, skillsWanted: ['skill 1'] }],
    };
    const again = compileCohort(late, { baseline: parseMatching(JSON.stringify(matching)).record.baseline });
    expect(again.baseline).toEqual(cohort.baseline);
    for (const { menteeId, mentorId, score } of matching.pairs) {
      const now = again.score(again.menteeIndex(menteeId), again.mentorIndex(mentorId));
      expect(now).toBe(Math.round(score * 1e6));
    }
  });
});
