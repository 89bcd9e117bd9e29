import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInputError } from '../../src/index.js';
import * as room from '../../src/program/index.js';
import { answers, goal, program, signedAgreement, startedPair } from './people.js';

const agreement = signedAgreement();
const state = startedPair();
const stamp = '2026-01-01T09:00:00+01:00';

/** Every function of the room with good arguments, of which one is spoilt at a time. */
const calls: readonly [name: keyof typeof room, good: readonly unknown[]][] = [
  ['defineProgram', [program]],
  ['findReadinessGaps', [program, { mentors: [{ id: 'lee', skills: ['a'] }], mentees: [{ id: 'ana' }] }]],
  ['createAgreement', [program, { menteeId: 'ana', mentorId: 'lee' }, { minutes: 30 }]],
  ['signAgreement', [agreement, 'mentee', '2026-01-12']],
  ['renderAgreement', [agreement, { names: { mentee: 'a', mentor: 'b' } }]],
  ['trainingChecklist', ['mentor', { done: { guidance: '2026-01-01' } }]],
  ['conversationGuide', [3, { kind: 'closing' }]],
  ['resourceKit', [program, {}]],
  ['goalTemplates', [{ skill: 'learning' }]],
  ['createGoal', ['skillByPractice', answers, {}]],
  ['findGoalIssues', [goal]],
  ['recordProgress', [goal, { on: '2026-02-01', level: 0, milestonesReached: ['m1'] }]],
  [
    'adjustGoal',
    [goal, { on: '2026-02-01', reason: 'x', changes: { weight: 2, milestones: goal.milestones } }],
  ],
  ['goalAttainment', [[goal]]],
  [
    'suggestGoals',
    [{ mentors: [{ id: 'lee' }], mentees: [{ id: 'ana' }] }, 'ana', 'lee', { aliases: { a: ['b'] } }],
  ],
  ['scheduleCheckIns', [agreement, { start: '2026-01-14T15:00', timeZone: 'UTC', holidays: ['2026-02-01'] }]],
  ['calendarFromCheckIns', [agreement, [], { stamp }]],
  ['startPair', [agreement, { goals: [goal] }]],
  ['parsePairState', [state]],
  ['putGoal', [state, goal]],
  [
    'applyCheckIn',
    [
      state,
      {
        id: 'x',
        heldOn: '2026-02-01',
        feedback: [{ from: 'mentee', on: '2026-02-02', rating: 3 }],
        goalUpdates: [{ goalId: 'g1', level: 0 }],
      },
    ],
  ],
  ['recordTraining', [state, 'mentee', '2026-01-12']],
  ['visibleTo', [state, 'mentor']],
  ['pairHealth', [state, '2026-02-01']],
  ['findMilestones', [state, '2026-02-01']],
  ['recognise', [[state], room.recognitionRules]],
  ['closePair', [state, { on: '2026-02-01', reason: 'noTime' }]],
  ['rematchOptionsFromPairs', [[state], { asOf: '2026-02-01', effects: { noTime: null } }]],
  ['describeFinding', [{ code: 'pairClosed', on: '2026-02-01' }, {}]],
];

const verbs = new Map(
  Object.entries(room).flatMap(([name, value]) =>
    typeof value === 'function' ? [[name, value as (...all: readonly unknown[]) => unknown] as const] : [],
  ),
);
const call = (name: string, args: readonly unknown[]) => verbs.get(name)!(...args);

test('every function of the room is in the list', () => {
  expect(calls.map(([name]) => name).sort()).toEqual([...verbs.keys()].sort());
  for (const [name, good] of calls) expect(() => call(name, good), name).not.toThrow();
});

const cycle: Record<string, unknown> = {};
cycle.self = cycle;
const hostile: readonly unknown[] = [
  null,
  Number.NaN,
  -0,
  '',
  'x',
  [],
  [null],
  {},
  cycle,
  Symbol('s'),
  10n,
  () => 1,
  new Date(Number.NaN),
  JSON.parse('{"__proto__": {"polluted": true}}'),
  {
    get id() {
      throw new Error('getter');
    },
  },
  new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('trap');
      },
    },
  ),
  new Proxy([], {
    get: () => {
      throw new Error('trap');
    },
  }),
  Array.from({ length: 20_000 }, () => null),
  '2026-02-30',
  Number.POSITIVE_INFINITY,
  true,
];

/** A copy in which what stands at a place is something else. */
function spoil(value: unknown, path: readonly number[], bad: unknown): unknown {
  if (path.length === 0 || typeof value !== 'object' || value === null) return bad;
  const keys = Object.keys(value);
  if (keys.length === 0) return bad;
  const key = keys[path[0]! % keys.length]!;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value };
  copy[key] = spoil(copy[key], path.slice(1), bad);
  return copy;
}

test('hostile input, anywhere in any argument, ends in an InputError or in an answer, and changes nothing', () => {
  const before = JSON.stringify([program, agreement, goal, state]);
  fc.assert(
    fc.property(
      fc.constantFrom(...calls),
      fc.nat(),
      fc.array(fc.nat(), { maxLength: 4 }),
      fc.nat(hostile.length - 1),
      ([name, good], which, path, kind) => {
        const bad = hostile[kind];
        const args = [...good];
        const at = which % args.length;
        args[at] = spoil(args[at], path, bad);
        try {
          call(name, args);
        } catch (error) {
          if (!isInputError(error)) throw error;
          expect(error.message.startsWith(`${name}: `)).toBe(true);
        }
      },
    ),
    { numRuns: 1500 },
  );
  expect(JSON.stringify([program, agreement, goal, state])).toBe(before);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('frozen input is taken as it is', () => {
  const freeze = <Value>(value: Value): Value => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  for (const [name, good] of calls)
    expect(() => call(name, freeze(structuredClone(good))), name).not.toThrow();
});
