import { describe, expect, it } from 'vitest';
import {
  type CohortInput,
  compileCohort,
  InputError,
  type MatchOptions,
  matchCohort,
  type Problem,
  parseCohort,
  rules,
} from '../../src/index.js';
import { tableCohort, tableInput } from './score-table.js';

const people: CohortInput = {
  mentees: [
    { id: 'ana', optedIn: true, organization: 'north' },
    { id: 'bo', optedIn: true, organization: 'south' },
    { id: 'kim', optedIn: true },
    { id: 'out', optedIn: false },
  ],
  mentors: [
    { id: 'lee', optedIn: true, organization: 'north', capacity: 1 },
    { id: 'kim', optedIn: true, capacity: 2 },
    { id: 'gone', optedIn: false },
  ],
};
const model = {
  factors: { interests: { kind: 'sharedInterests', weight: 1 } },
  rules: [rules.differentValue({ field: 'organization' })],
} as const;
const cohort = compileCohort(people, { model });

describe('locked and forbidden pairs', () => {
  it('name every id that nobody has, on the side where it stands', () => {
    const problems = problemsOf({
      locked: [{ menteeId: 'lee', mentorId: 'ana' }],
      forbidden: [
        { menteeId: 'bo', mentorId: 'LEE' },
        { menteeId: 'nobody', mentorId: 'gone' },
      ],
    });
    expect(problems.map(({ path, value }) => [path, value])).toEqual([
      ['forbidden[0].mentorId', 'LEE'],
      ['forbidden[1].menteeId', 'nobody'],
      ['locked[0].menteeId', 'lee'],
      ['locked[0].mentorId', 'ana'],
    ]);
  });

  it('must be lists of pairs of ids', () => {
    for (const broken of [null, 'ana', { menteeId: 'ana', mentorId: 'lee' }, 7]) {
      expect(problemsOf({ locked: broken, forbidden: broken }).map(({ path }) => path)).toEqual([
        'forbidden',
        'locked',
      ]);
    }
    const inside = problemsOf({ locked: [null, ['ana', 'lee'], { menteeId: 1, mentorId: ['kim'] }] });
    expect(inside.map(({ path }) => path)).toEqual(
      [0, 1, 2].flatMap((at) => [`locked[${at}].menteeId`, `locked[${at}].mentorId`]),
    );
  });

  it('stay short however many locks one mentor has, and name a mistyped key', () => {
    const many = Array.from({ length: 300 }, () => ({ menteeId: 'ana', mentorId: 'lee' }));
    expect(problemsOf({ locked: many }).every(({ rule }) => rule.length < 200)).toBe(true);
    const mistyped = problemsOf({ locked: [{ menteeId: 'ana', mentorID: 'lee' } as never] });
    expect(mistyped.map(({ path }) => path)).toContain('locked[0].mentorID');
  });

  it('may forbid a pair with somebody who did not opt in, but cannot lock one', () => {
    const forbidden = [
      { menteeId: 'out', mentorId: 'lee' },
      { menteeId: 'ana', mentorId: 'gone' },
    ];
    expect(matchCohort(cohort, { forbidden }).record.forbidden).toEqual([]);
    expect(problemsOf({ locked: forbidden }).map(({ path }) => path)).toEqual([
      'locked[0].menteeId',
      'locked[1].mentorId',
    ]);
  });

  it('refuse a lock that breaks a rule and name the two and the rule', () => {
    const [problem, ...others] = problemsOf({ locked: [{ menteeId: 'ana', mentorId: 'lee' }] });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: 'locked[0]' });
    expect(problem!.rule).toMatch(/"ana" and "lee" break differentValue \(model\.rules\[0\]\)/);
  });

  it('refuse a lock of a person with themself, though the id stands on both sides', () => {
    expect(messageOf({ locked: [{ menteeId: 'kim', mentorId: 'kim' }] })).toMatch(
      /"kim" and "kim" break self/,
    );
    expect(matchCohort(cohort, { locked: [{ menteeId: 'bo', mentorId: 'kim' }] }).pairs).toContainEqual(
      expect.objectContaining({ menteeId: 'bo', mentorId: 'kim', locked: true }),
    );
  });

  it('refuse a lock that avoidance rules out', () => {
    const avoiding = compileCohort({
      mentees: [{ id: 'ana', optedIn: true }],
      mentors: [{ id: 'lee', optedIn: true, avoidedMentees: ['ana'] }],
    });
    const locked = [{ menteeId: 'ana', mentorId: 'lee' }];
    expect(() => matchCohort(avoiding, { locked })).toThrow(/"ana" and "lee" break avoided/);
  });

  it('refuse a lock below the minimum score and name both scores', () => {
    const strict = tableCohort([[0.25]], [1], 0.3);
    const locked = [{ menteeId: 'a', mentorId: '0' }];
    expect(() => matchCohort(strict, { locked })).toThrow(/minimumScore 0\.3; "a" and "0" score 0\.25/);
  });

  it('refuse a lock that is forbidden too', () => {
    const pairs = [{ menteeId: 'bo', mentorId: 'lee' }];
    expect(messageOf({ locked: pairs, forbidden: pairs })).toMatch(
      /locked\[0\].*not among forbidden; "bo" and "lee" are/,
    );
  });

  it('refuse two locks of one mentee and name both', () => {
    const locked = [
      { menteeId: 'bo', mentorId: 'lee' },
      { menteeId: 'bo', mentorId: 'kim' },
    ];
    expect(messageOf({ locked })).toMatch(/locked\[1\].*"bo".*locked\[0\] has this mentee already/);
  });

  it('refuse more locks on a mentor than places and name the rivals', () => {
    const locked = [
      { menteeId: 'bo', mentorId: 'lee' },
      { menteeId: 'kim', mentorId: 'lee' },
    ];
    expect(messageOf({ locked })).toMatch(
      /locked\[1\].*at most as many locks on "lee" as its capacity, 1.*locked\[0\]/,
    );
    const none = tableCohort([[1]], [0]);
    expect(() => matchCohort(none, { locked: [{ menteeId: 'a', mentorId: '0' }] })).toThrow(
      /at most as many locks on "0" as its capacity, 0/,
    );
  });

  it('report every problem of both lists together', () => {
    const problems = problemsOf({
      objective: 'fast',
      solver: 'munkres',
      locked: [
        { menteeId: 'ana', mentorId: 'lee' },
        { menteeId: 'zoe', mentorId: 'lee' },
      ],
      forbidden: [{ menteeId: 'ana', mentorId: 'zoe' }],
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'objective',
      'solver',
      'forbidden[0].mentorId',
      'locked[1].menteeId',
      'locked[0]',
    ]);
  });

  it('use up places, so that others get what is left', () => {
    const table = tableCohort([
      [0.9, 0.1],
      [0.8, 0.7],
    ]);
    const { pairs } = matchCohort(table, { locked: [{ menteeId: 'a', mentorId: '1' }] });
    expect(pairs).toHaveLength(2);
    expect(pairs).toContainEqual({
      menteeId: 'a',
      mentorId: '1',
      score: 0.1,
      knownShare: 1,
      locked: true,
    });
    expect(pairs).toContainEqual(expect.objectContaining({ menteeId: 'b', mentorId: '0', locked: false }));
  });
});

describe('names of options', () => {
  it('are known, or the option would be ignored in silence', () => {
    expect(problemsOf({ objektive: 'most-pairs', lock: [] }).map(({ path }) => path)).toEqual([
      'objektive',
      'lock',
    ]);
    expect(() => compileCohort(people, { modle: model } as never)).toThrow(/modle.*no option of this name/s);
    expect(() => compileCohort(people, { objective: 'most-pairs' } as never)).toThrow(InputError);
  });

  it('of compiling do not go with a compiled cohort', () => {
    const problems = problemsOf({ model, seed: 1, assumeOptedIn: true });
    expect(problems.map(({ path }) => path)).toEqual(['model', 'seed', 'assumeOptedIn']);
    expect(problems[0]!.rule).toMatch(/compileCohort/);
  });

  it('may be there with the value undefined', () => {
    const options = { model: undefined, locked: undefined, objective: undefined, nonsense: undefined };
    expect(matchCohort(cohort, options as never)).toEqual(matchCohort(cohort));
  });

  it('belong to an object', () => {
    for (const broken of [null, 'most-pairs', 3, ['most-pairs']]) {
      expect(() => matchCohort(cohort, broken as never)).toThrow(InputError);
      expect(() => compileCohort(people, broken as never)).toThrow(InputError);
    }
  });

  it('refuse an assumption of consent that is not true or false', () => {
    const { input, options } = tableInput([[1]]);
    const wrong = { ...options, assumeOptedIn: 'yes' } as never;
    expect(() => compileCohort(input, wrong)).toThrow(/assumeOptedIn is "yes"; expected true or false/);
    expect(() => compileCohort(parseCohort(input), wrong)).toThrow(InputError);
  });
});

function problemsOf(options: object): readonly Problem[] {
  try {
    matchCohort(cohort, options as MatchOptions);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).function).toBe('matchCohort');
    return (error as InputError).problems;
  }
  return expect.unreachable('matchCohort takes these options');
}

function messageOf(options: MatchOptions): string {
  expect(problemsOf(options)).not.toEqual([]);
  try {
    matchCohort(cohort, options);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
