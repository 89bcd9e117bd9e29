import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustGoal,
  createGoal,
  describeFinding,
  findGoalIssues,
  type Goal,
  type GoalEvent,
  goalAttainment,
  goalTemplates,
  recordProgress,
  texts,
} from '../../src/program/index.js';
import { answers, answersTo, goal, stored } from './people.js';

describe('the catalogue', () => {
  test('has at least 24 templates, two of every objective in every frame', () => {
    const all = goalTemplates();
    expect(all.length).toBeGreaterThanOrEqual(24);
    for (const objective of ['careerAdvancement', 'skillDevelopment', 'culture'] as const)
      for (const frame of ['SMART', 'GROW', 'OKR', 'WOOP'] as const)
        expect(goalTemplates({ objective, frame }).length).toBeGreaterThanOrEqual(2);
  });

  test('is found by skill, in the language of the texts', () => {
    expect(goalTemplates({ skill: ' Public  Speaking' }).map(({ id }) => id)).toEqual(['publicSpeaking']);
    const italian = goalTemplates({ skill: 'parlare in pubblico', texts: texts.it });
    expect(italian.map(({ title }) => title)).toEqual(['Parlare in pubblico']);
    expect(goalTemplates({ skill: 'juggling' })).toEqual([]);
  });

  test('refuses a filter that is none', () => {
    expect(() => goalTemplates({ frame: 'SMARTER' as 'SMART' })).toThrow(
      'goalTemplates: frame is "SMARTER"; expected "SMART", "GROW", "OKR", "WOOP"',
    );
    expect(() => goalTemplates({ objectve: 'culture' } as object)).toThrow('"objective" perhaps');
  });
});

describe.each(Object.entries(texts))('in %s', (_, language) => {
  test('every template makes a goal without issues, whatever its questions are answered', () => {
    const ids = goalTemplates().map(({ id }) => id);
    const answer = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        answer,
        fc.integer({ min: 2, max: 1000 }),
        fc.integer({ min: 14, max: 730 }),
        (id, said, target, days) => {
          const due = new Date(Date.parse('2026-01-20') + days * 86_400_000).toISOString().slice(0, 10);
          const made = createGoal(id, { ...answersTo(id, said, target), due }, { texts: language });
          expect(findGoalIssues(made)).toEqual([]);
          expect(stored(made)).toEqual(made);
          expect(made.milestones.every((each) => each.due > made.createdOn && each.due < made.due)).toBe(
            true,
          );
        },
      ),
      { numRuns: 80 },
    );
  });

  test('no template leaves a word in braces', () => {
    for (const { id } of goalTemplates())
      expect(JSON.stringify(createGoal(id, answersTo(id, 'X'), { texts: language })), id).not.toMatch(
        /\{\w+\}/,
      );
  });
});

describe('createGoal', () => {
  test('writes outcome, measure, levels, milestones and plan', () => {
    expect(goal.outcome).toBe(
      'I have finished 4 pieces of real work with this skill, judged good by Lee: SQL.',
    );
    expect(goal.levels.map(({ text }) => text)).toEqual([
      'Pieces of work with the skill that Lee finds good: fewer than 2.',
      'Pieces of work with the skill that Lee finds good: at least 2, but fewer than 4.',
      'Pieces of work with the skill that Lee finds good: at least 4.',
      'Pieces of work with the skill that Lee finds good: at least 4, and I need help only with what is unusual.',
      'Pieces of work with the skill that Lee finds good: at least 4, I need help only with what is unusual, and I have shown somebody else how to do it.',
    ]);
    expect(goal.milestones.map(({ due }) => due)).toEqual([
      '2026-03-16',
      '2026-05-09',
      '2026-07-03',
      '2026-08-26',
    ]);
    expect(goal.plan.action).toBe('I work on it first thing on Monday');
  });

  test('puts in what people typed as it stands, braces and all', () => {
    const made = createGoal('skillByPractice', {
      ...answers,
      blanks: { skill: '{judge} $&', judge: '{target}' },
    });
    expect(made.outcome).toContain('judged good by {target}: {judge} $&.');
  });

  test('refuses answers that are missing or impossible, all at once', () => {
    const broken = { ...answers, due: '2026-01-21', target: 1, blanks: { skil: 'SQL' }, baseline: 3 };
    expect(() => createGoal('skillByPractice', broken as never)).toThrow(/6 problems|5 problems/);
    for (const part of ['blanks.skil', 'blanks.judge is missing', 'target is 1', 'baseline is 3'])
      expect(() => createGoal('skillByPractice', broken as never)).toThrow(part);
    const early = { ...answers, due: '2026-02-02' };
    expect(() => createGoal('skillByPractice', early)).toThrow(
      'expected a day from 2026-02-03 to 2028-01-20',
    );
    expect(() => createGoal('nothing' as never, answers)).toThrow('templateId is "nothing"');
  });
});

describe('findGoalIssues', () => {
  const empty = goal.levels.map(({ level }) => ({ level, text: '' }));
  const cases: readonly [string, Partial<Goal>, readonly string[]][] = [
    ['a short outcome', { outcome: 'Improve' }, ['outcomeShort']],
    ['no measure', { measure: '' }, ['measureMissing']],
    ['a measure that repeats', { measure: goal.outcome }, ['measureRepeatsOutcome']],
    ['levels that nobody wrote', { levels: empty }, ['levelsUnwritten']],
    ['levels that are alike', { levels: empty.map((each) => ({ ...each, text: 'x' })) }, ['levelsAlike']],
    ['a goal that is reached already', { baseline: 0, level: 0 }, ['baselineReached']],
    ['no obstacle', { obstacle: '' }, ['obstacleMissing']],
    ['half a plan', { plan: { situation: 'x', action: ' ' } }, ['planMissing']],
    ['no reason', { relevance: '' }, ['relevanceMissing']],
    ['too little time', { due: '2026-01-25', milestones: [] }, ['dueTooSoon', 'fewMilestones']],
    ['too much time', { due: '2028-02-01' }, ['dueTooFar']],
    ['milestones out of order', { milestones: [...goal.milestones].reverse() }, ['milestonesOutOfOrder']],
    [
      'a milestone after the end, without a title',
      { milestones: [...goal.milestones, { id: 'm5', title: '', due: '2027-01-01', reachedOn: null }] },
      ['milestoneUntitled', 'milestoneOutside'],
    ],
    [
      'too many milestones',
      { milestones: [0, 1, 2, 3, 4, 5].map((n) => ({ ...goal.milestones[0]!, id: `${n}` })) },
      ['manyMilestones'],
    ],
  ];
  test.each(cases)('finds %s, and says how to mend it', (_, change, codes) => {
    const issues = findGoalIssues({ ...goal, ...change });
    expect(issues.map(({ code }) => code)).toEqual(codes);
    for (const issue of issues)
      for (const language of Object.values(texts)) {
        const said = describeFinding(issue, { texts: language });
        expect(said.split('. ').length).toBeGreaterThanOrEqual(2);
        expect(said).not.toMatch(/\{\w+\}/);
      }
  });
});

/** Events that may happen to `goal`, in order: days go forward, milestones are reached once. */
const events = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 40 }),
      level: fc.constantFrom(-2, -1, 0, 1, 2),
      reach: fc.boolean(),
      adjust: fc.option(fc.constantFrom('outcome', 'weight', 'milestones'), { nil: null }),
      by: fc.constantFrom('mentee', 'mentor'),
    }),
    { maxLength: 8 },
  )
  .map((steps) => {
    let day = Date.parse('2026-01-20');
    const open = ['m1', 'm2', 'm3', 'm4'];
    return steps.map(({ days, level, reach, adjust, by }) => {
      day += days * 86_400_000;
      const on = new Date(day).toISOString().slice(0, 10);
      if (adjust !== null) return { on, by, adjust };
      return { on, by, level, milestonesReached: reach ? open.splice(0, 1) : [] };
    });
  });

type Step = (typeof events extends fc.Arbitrary<infer Value> ? Value : never)[number];

function take(now: Goal, { adjust, ...step }: Step & { adjust?: string }): Goal {
  if (adjust === undefined) return recordProgress(now, step as never);
  const changes =
    adjust === 'weight'
      ? { weight: now.weight + 1 }
      : adjust === 'outcome'
        ? { outcome: `${now.outcome}!` }
        : { milestones: now.milestones.filter(({ id, reachedOn }) => reachedOn !== null || id !== 'm4') };
  return adjustGoal(now, { ...(step as { on: string; by: 'mentee' }), reason: 'because', changes });
}

describe('progress and adjustment', () => {
  test('replaying the history of a goal from its creation gives the goal', () => {
    fc.assert(
      fc.property(events, (steps) => {
        const safe = steps.filter(
          (step) => !('milestonesReached' in step) || !step.milestonesReached?.includes('m4'),
        );
        const now = safe.reduce<Goal>(take as never, goal);
        const replayed = now.history.reduce<Goal>((before, event: GoalEvent) => {
          const { kind, ...rest } = event;
          if (kind === 'progress') return recordProgress(before, rest as never);
          const { before: _, ...adjustment } = rest as never as { before: unknown };
          return adjustGoal(before, adjustment as never);
        }, goal);
        expect(replayed).toEqual(now);
        expect(stored(now)).toEqual(now);
        expect(now.history).toHaveLength(safe.length);
      }),
      { numRuns: 60 },
    );
  });

  test('an update never changes the goal it was given, frozen or not', () => {
    const before = stored(goal);
    const frozen = Object.freeze({ ...goal, history: Object.freeze([]) as never });
    const next = recordProgress(frozen, { on: '2026-02-01', level: -1, milestonesReached: ['m1'] });
    expect(goal).toEqual(before);
    expect(next.milestones[0]!.reachedOn).toBe('2026-02-01');
    expect(next.level).toBe(-1);
  });

  const now = recordProgress(goal, { on: '2026-03-01', level: 0, milestonesReached: ['m1'] });
  const done = recordProgress(now, { on: '2026-04-01', level: 1, status: 'reached' });
  const refused: readonly [string, () => unknown, string][] = [
    ['before the last update', () => recordProgress(now, { on: '2026-02-28', level: 0 }), '2026-03-01 on'],
    ['before the goal was made', () => recordProgress(goal, { on: '2026-01-19', level: 0 }), '2026-01-20 on'],
    [
      'on a closed goal',
      () => recordProgress(done, { on: '2026-05-01', level: 2 }),
      'goal.status is "reached"',
    ],
    [
      'of a closed goal',
      () => adjustGoal(done, { on: '2026-05-01', reason: 'x', changes: { weight: 2 } }),
      'closed',
    ],
    ['at a level of 3', () => recordProgress(now, { on: '2026-05-01', level: 3 as 2 }), 'level is 3'],
    ['at half a level', () => recordProgress(now, { on: '2026-05-01', level: 0.5 as 0 }), 'level is 0.5'],
    ['at no level', () => recordProgress(now, { on: '2026-05-01', level: Number.NaN as 0 }), 'level is NaN'],
    ['on 30 February', () => recordProgress(now, { on: '2026-02-30', level: 0 }), 'a date that exists'],
    [
      'for a milestone twice',
      () => recordProgress(now, { on: '2026-05-01', level: 0, milestonesReached: ['m1'] }),
      'still open',
    ],
    [
      'for an unknown milestone',
      () => recordProgress(now, { on: '2026-05-01', level: 0, milestonesReached: ['m9'] }),
      'one of m1, m2, m3, m4',
    ],
    [
      'that says reached below 0',
      () => recordProgress(now, { on: '2026-05-01', level: -1, status: 'reached' }),
      'at least 0',
    ],
    [
      'that changes nothing',
      () => adjustGoal(now, { on: '2026-05-01', reason: 'x', changes: {} }),
      'at least one field',
    ],
    [
      'that moves the due date into the past',
      () => adjustGoal(now, { on: '2026-05-01', reason: 'x', changes: { due: '2026-04-30' } }),
      '2026-05-01 on',
    ],
    [
      'that drops a reached milestone',
      () => adjustGoal(now, { on: '2026-05-01', reason: 'x', changes: { milestones: [] } }),
      'what was reached stays',
    ],
    [
      'that reaches a milestone by the back door',
      () =>
        adjustGoal(now, {
          on: '2026-05-01',
          reason: 'x',
          changes: {
            milestones: now.milestones.map((each) => ({
              ...each,
              reachedOn: each.reachedOn ?? '2026-05-01',
            })),
          },
        }),
      'recordProgress reaches it',
    ],
    [
      'that changes what was created',
      () => adjustGoal(now, { on: '2026-05-01', reason: 'x', changes: { level: 2 } as object }),
      'changes.level',
    ],
  ];
  test.each(refused)('an update %s is refused', (_, call, message) => {
    expect(call).toThrow(message);
  });

  test('a goal whose state does not follow from its history is refused', () => {
    expect(() => recordProgress({ ...now, level: 2 }, { on: '2026-05-01', level: 2 })).toThrow(
      'goal.history',
    );
    expect(() => findGoalIssues({ ...done, status: 'open', closedOn: null })).toThrow('goal.history');
    expect(() => findGoalIssues({ ...now, history: [] })).toThrow('goal.history');
  });
});

describe('goalAttainment', () => {
  test('counts all goals with their weights, dropped ones too', () => {
    const at = (id: string, level: 0 | 1 | 2 | -1, weight: number) =>
      recordProgress(createGoal('skillByPractice', { ...answers, id, weight }), { on: '2026-05-01', level });
    const goals = [at('a', 2, 3), at('b', 1, 2), at('c', -1, 1)];
    expect(goalAttainment(goals).tScore).toBeCloseTo(65.4228427234, 9);
    expect(goalAttainment(goals).baselineTScore).toBeLessThan(30);
    expect(goalAttainment([]).tScore).toBeNull();
    expect(() => goalAttainment([goal, goal])).toThrow('no goal of one id twice');
  });
});
