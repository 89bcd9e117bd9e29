import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCohort, matchCohort, rematch } from '../../src/index.js';
import {
  applyCheckIn,
  type CheckInInput,
  closePair,
  createGoal,
  describeFinding,
  findMilestones,
  type PairState,
  pairHealth,
  parsePairState,
  putGoal,
  recognise,
  recordProgress,
  recordTraining,
  rematchOptionsFromPairs,
  scheduleCheckIns,
  startPair,
  texts,
  visibleTo,
} from '../../src/program/index.js';
import { answers, goal, signedAgreement, startedPair, stored } from './people.js';

const agreement = signedAgreement();
const planned = scheduleCheckIns(agreement, { start: '2026-01-14T15:00', timeZone: 'Europe/Rome' });
const state = startPair(agreement, { goals: [goal], checkIns: planned.checkIns });
const held = (now: PairState, id: string, on: string) =>
  applyCheckIn(now, { id, status: 'held', heldOn: on });

describe('startPair', () => {
  test('needs both signatures', () => {
    const unsigned = { ...agreement, signedOn: { mentee: '2026-01-12', mentor: null } };
    expect(() => startPair(unsigned)).toThrow('startPair: agreement.signedOn.mentor is null');
  });

  test('refuses goals of one id and check-ins before the start', () => {
    expect(() => startPair(agreement, { goals: [goal, goal] })).toThrow('no goal of one id twice');
    const early = { ...planned.checkIns[0]!, scheduledOn: '2026-01-11', scheduledAt: null };
    expect(() => startPair(agreement, { checkIns: [early] })).toThrow(
      'from the start of the pair on, 2026-01-12',
    );
  });
});

describe('applyCheckIn', () => {
  test('fills in what is known of a planned meeting', () => {
    const now = applyCheckIn(state, { id: 'meeting-001', status: 'held', heldOn: '2026-01-15', minutes: 50 });
    expect(now.checkIns[0]).toMatchObject({
      kind: 'first',
      scheduledOn: '2026-01-14',
      heldOn: '2026-01-15',
      minutes: 50,
    });
    const more = applyCheckIn(now, {
      id: 'meeting-001',
      feedback: [{ from: 'mentee', on: '2026-01-16', rating: 5 }],
    });
    expect(more.checkIns[0]!.feedback).toHaveLength(1);
    expect(more.checkIns[0]!.heldOn).toBe('2026-01-15');
    expect(state.checkIns[0]!.status).toBe('planned');
  });

  test('updates goals on the day of the meeting', () => {
    const now = applyCheckIn(state, {
      id: 'meeting-003',
      heldOn: '2026-02-11',
      status: 'held',
      goalUpdates: [{ goalId: 'g1', level: -1, milestonesReached: ['m1'] }],
    });
    expect(now.goals[0]!.level).toBe(-1);
    expect(now.goals[0]!.history[0]).toMatchObject({ on: '2026-02-11', by: 'mentee' });
    expect(
      applyCheckIn(now, {
        id: 'meeting-003',
        goalUpdates: [{ goalId: 'g1', level: -1, milestonesReached: ['m1'] }],
      }),
    ).toEqual(now);
  });

  const first = held(state, 'meeting-001', '2026-01-15');
  const closed = closePair(first, { on: '2026-03-01', reason: 'noTime' });
  const over = putGoal(first, recordProgress(goal, { on: '2026-02-20', level: 0, status: 'reached' }));
  const refused: readonly [string, () => unknown, string][] = [
    [
      'before the start',
      () => applyCheckIn(state, { id: 'x', heldOn: '2026-01-11' }),
      'from the start of the pair on',
    ],
    [
      'after the closing',
      () => applyCheckIn(closed, { id: 'x', heldOn: '2026-03-02' }),
      'up to the closing of the pair',
    ],
    ['held without a day', () => applyCheckIn(state, { id: 'meeting-001', status: 'held' }), 'heldOn'],
    [
      'on a day that does not exist',
      () => applyCheckIn(state, { id: 'x', heldOn: '2026-02-29' }),
      'a date that exists',
    ],
    [
      'held on another day than is known',
      () => held(first, 'meeting-001', '2026-01-16'),
      '"2026-01-15", which is known already',
    ],
    [
      'missed after it was held',
      () => applyCheckIn(first, { id: 'meeting-001', status: 'missed' }),
      '"held", which is known already',
    ],
    [
      'of another kind',
      () => applyCheckIn(first, { id: 'meeting-001', kind: 'closing' }),
      '"first", which is known',
    ],
    [
      'held without one of the two',
      () => applyCheckIn(state, { id: 'x', heldOn: '2026-02-01', attended: { mentee: true, mentor: false } }),
      'both, since it was held',
    ],
    [
      'missed by nobody',
      () =>
        applyCheckIn(state, {
          id: 'meeting-001',
          status: 'missed',
          attended: { mentee: true, mentor: true },
        }),
      'not both',
    ],
    [
      'with feedback before it was held',
      () =>
        applyCheckIn(state, {
          id: 'x',
          heldOn: '2026-02-02',
          feedback: [{ from: 'mentee', on: '2026-02-01', rating: 3 }],
        }),
      'the day of the meeting',
    ],
    [
      'with a rating of 6',
      () =>
        applyCheckIn(state, {
          id: 'x',
          heldOn: '2026-02-02',
          feedback: [{ from: 'mentee', on: '2026-02-02', rating: 6 as 5 }],
        }),
      'rating is 6',
    ],
    [
      'with empty feedback',
      () =>
        applyCheckIn(state, {
          id: 'x',
          heldOn: '2026-02-02',
          feedback: [{ from: 'mentee', on: '2026-02-02' }],
        }),
      'a rating or a text',
    ],
    [
      'with an unknown goal',
      () => applyCheckIn(state, { id: 'x', heldOn: '2026-02-02', goalUpdates: [{ goalId: 'g9', level: 0 }] }),
      'the id of a goal',
    ],
    [
      'with a level of 3',
      () =>
        applyCheckIn(state, {
          id: 'x',
          heldOn: '2026-02-02',
          goalUpdates: [{ goalId: 'g1', level: 3 as 2 }],
        }),
      'level is 3',
    ],
    [
      'with progress on a closed goal',
      () => applyCheckIn(over, { id: 'x', heldOn: '2026-02-25', goalUpdates: [{ goalId: 'g1', level: 1 }] }),
      'closed goal',
    ],
    [
      'with progress older than the last',
      () => applyCheckIn(over, { id: 'x', heldOn: '2026-02-01', goalUpdates: [{ goalId: 'g1', level: 1 }] }),
      'goal.status',
    ],
  ];
  test.each(refused)('a check-in %s is refused', (_, call, message) => {
    expect(call).toThrow(message);
  });

  test('a closed pair still takes a meeting of before', () => {
    expect(
      held(closed, 'meeting-003', '2026-02-12').checkIns.filter(({ status }) => status === 'held'),
    ).toHaveLength(2);
    expect(applyCheckIn(closed, { id: 'meeting-009', status: 'cancelled' }).closed).toEqual(closed.closed);
  });
});

/** Things that can be said of the planned meetings and of extra ones, without contradicting each other. */
const updates = fc
  .uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 6 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) => {
        const checkIn = planned.checkIns[number]!;
        const on = checkIn.scheduledOn!;
        const base = number % 2 === 0 ? { id: checkIn.id } : { id: `extra-${number}` };
        const what = { ...base, status: 'held' as const, heldOn: on };
        const feedback = (from: 'mentee' | 'mentor', rating: 1 | 4): CheckInInput => ({
          ...what,
          feedback: [{ from, on, rating, visibility: 'administrator' }],
        });
        const all: CheckInInput[] = [
          what,
          feedback('mentee', 1),
          feedback('mentor', 4),
          { ...what, minutes: 40 },
        ];
        return fc.subarray(all, { minLength: 1 });
      }),
    ),
  )
  .map((lists) => lists.flat());

test('check-ins may come in any order, twice or late, with the same result', () => {
  fc.assert(
    fc.property(
      updates.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
      ),
      ([list, shuffled]) => {
        const one = list.reduce(applyCheckIn, state);
        const other = shuffled.reduce(applyCheckIn, state);
        expect(other).toEqual(one);
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      },
    ),
    { numRuns: 25 },
  );
});

test('replaying the same updates from stored states gives the same state', () => {
  fc.assert(
    fc.property(updates, (list) => {
      const straight = list.reduce(applyCheckIn, state);
      const stepwise = list.reduce(
        (now, each) => parsePairState(stored(applyCheckIn(now, each))),
        stored(state),
      );
      expect(stepwise).toEqual(straight);
      expect(stored(straight)).toEqual(straight);
    }),
    { numRuns: 25 },
  );
});

describe('putGoal', () => {
  const next = recordProgress(goal, { on: '2026-02-01', level: -1 });

  test('adds goals, takes them further, and loses nothing', () => {
    const second = createGoal('speakingUp', { ...answers, id: 'g2', blanks: { meeting: 'the weekly' } });
    const now = putGoal(putGoal(state, second), next);
    expect(now.goals.map(({ id, level }) => [id, level])).toEqual([
      ['g1', -1],
      ['g2', -2],
    ]);
    expect(putGoal(now, next)).toEqual(now);
    expect(() => putGoal(now, goal)).toThrow('the history of goal g1 as it is, and more');
    const other = recordProgress(goal, { on: '2026-02-02', level: 0 });
    expect(() => putGoal(now, other)).toThrow('putGoal');
  });

  test('refuses what happened after the closing', () => {
    const closed = closePair(state, { on: '2026-01-31', reason: 'noTime' });
    expect(() => putGoal(closed, next)).toThrow('nothing after the pair was closed, 2026-01-31');
  });
});

describe('closePair', () => {
  const now = held(state, 'meeting-003', '2026-02-11');

  test('keeps everything, and says that a mentor who left takes nobody new', () => {
    const closed = closePair(now, { on: '2026-02-11', reason: 'mentorLeft', note: 'moved on' });
    expect(closed.closed).toEqual({
      on: '2026-02-11',
      reason: 'mentorLeft',
      by: 'both',
      note: 'moved on',
      mentorTakesNew: false,
    });
    expect({ ...closed, closed: null }).toEqual(now);
    expect(() => closePair(closed, { on: '2026-03-01', reason: 'completed' })).toThrow(
      'the pair is closed already',
    );
  });

  test('refuses a day before something that happened, or before the start', () => {
    expect(() => closePair(now, { on: '2026-02-10', reason: 'completed' })).toThrow(
      '2026-02-11 on, when something last happened',
    );
    expect(() => closePair(now, { on: '2026-01-01', reason: 'completed' })).toThrow(
      'from the start of the pair on',
    );
    expect(() => closePair(now, { on: '2026-03-01', reason: 'bored' as 'noTime' })).toThrow(
      'reason is "bored"',
    );
  });

  test('feeds the next matching', () => {
    const people = {
      mentors: [{ id: 'lee' }, { id: 'kim' }],
      mentees: [{ id: 'ana' }, { id: 'bo' }],
    };
    const model = { factors: { same: { kind: 'custom' as const, weight: 1, function: 'same' } } };
    const functions = { same: () => 0.5 };
    const compiled = compileCohort(people, { assumeOptedIn: true, model, functions });
    const previous = matchCohort(compiled);
    const [pair] = previous.pairs;
    const states = previous.pairs.map(({ menteeId, mentorId }) =>
      startPair(signedAgreement({ menteeId, mentorId })),
    );
    const ended = states.map((each) =>
      each.agreement.menteeId === pair!.menteeId
        ? closePair(each, { on: '2026-06-01', reason: 'notAGoodFit' })
        : closePair(each, { on: '2026-06-01', reason: 'completed', mentorTakesNew: true }),
    );
    const options = rematchOptionsFromPairs(ended, { asOf: '2026-06-02' });
    expect(options.history.map(({ strength }) => strength).sort()).toEqual([0.2, 1]);
    const { matching } = rematch(people, previous, { ...options, functions });
    expect(
      matching.pairs.some((each) => each.menteeId === pair!.menteeId && each.mentorId === pair!.mentorId),
    ).toBe(false);
    expect(matching.pairs).toHaveLength(2);
    const gone = rematchOptionsFromPairs(
      [closePair(states[0]!, { on: '2026-06-01', reason: 'mentorLeft' })],
      { asOf: '2026-06-02' },
    );
    expect(gone).toEqual({ closed: [states[0]!.agreement.mentorId], history: [], asOf: '2026-06-02' });
    expect(rematch(people, previous, { ...gone, functions }).matching.pairs).toHaveLength(2);
  });

  test('only up to a day, with effects of one’s own, and each pair once', () => {
    const closed = closePair(now, { on: '2026-03-01', reason: 'completed' });
    expect(rematchOptionsFromPairs([closed], { asOf: '2026-02-28' }).history).toEqual([]);
    const seek = { effect: 'prefer', strength: 0.1 } as const;
    expect(
      rematchOptionsFromPairs([closed], { asOf: '2026-03-01', effects: { completed: seek } }).history,
    ).toEqual([{ menteeId: 'ana', mentorId: 'lee', ended: '2026-03-01', ...seek }]);
    expect(
      rematchOptionsFromPairs([closed], { asOf: '2026-03-01', effects: { completed: null } }).history,
    ).toEqual([]);
    expect(() => rematchOptionsFromPairs([closed, now], { asOf: '2026-03-01' })).toThrow('no pair twice');
    expect(() =>
      rematchOptionsFromPairs([closed], { asOf: '2026-03-01', effects: { complete: seek } as object }),
    ).toThrow('"completed" perhaps');
  });
});

describe('pairHealth', () => {
  const on = (now: PairState, asOf: string) => {
    const { health, reason } = pairHealth(now, asOf);
    for (const language of Object.values(texts))
      expect(describeFinding(reason, { texts: language })).not.toMatch(/\{\w+\}/);
    return `${health} ${reason.code}`;
  };
  const first = held(state, 'meeting-001', '2026-01-14');

  test('goes from too early to inactive as days go by', () => {
    expect(on(state, '2026-01-11')).toBe('tooEarly notStarted');
    expect(on(state, '2026-01-25')).toBe('tooEarly firstMeetingAhead');
    expect(on(state, '2026-01-26')).toBe('needsCheckIn noFirstMeeting');
    expect(on(state, '2026-02-08')).toBe('needsCheckIn noFirstMeeting');
    expect(on(state, '2026-02-09')).toBe('inactive silent');
    expect(on(first, '2026-02-04')).toBe('onTrack meetsAsAgreed');
    expect(on(first, '2026-02-05')).toBe('needsCheckIn overdue');
    expect(on(first, '2026-02-25')).toBe('needsCheckIn overdue');
    expect(on(first, '2026-02-26')).toBe('inactive silent');
    expect(on(first, '2027-01-12')).toBe('needsCheckIn endPassed');
    expect(on(closePair(first, { on: '2026-03-01', reason: 'noTime' }), '2026-03-01')).toBe(
      'closed pairClosed',
    );
    expect(on(closePair(first, { on: '2026-03-01', reason: 'noTime' }), '2026-02-04')).toBe(
      'onTrack meetsAsAgreed',
    );
  });

  test('hears a low rating only from who wants to be heard, and two missed meetings', () => {
    const said = (visibility: 'private' | 'pair' | 'administrator') =>
      applyCheckIn(first, {
        id: 'meeting-001',
        feedback: [{ from: 'mentee', on: '2026-01-15', rating: 2, visibility }],
      });
    expect(on(said('private'), '2026-01-20')).toBe('onTrack meetsAsAgreed');
    expect(on(said('pair'), '2026-01-20')).toBe('onTrack meetsAsAgreed');
    expect(on(said('administrator'), '2026-01-20')).toBe('needsCheckIn lowRating');
    expect(on(said('administrator'), '2026-01-14')).toBe('onTrack meetsAsAgreed');
    const missed = ['x', 'y'].reduce(
      (now, id, index) => applyCheckIn(now, { id, status: 'missed', scheduledOn: `2026-01-2${index}` }),
      first,
    );
    expect(on(missed, '2026-01-25')).toBe('needsCheckIn missedInARow');
    expect(on(missed, '2026-01-20')).toBe('onTrack meetsAsAgreed');
  });

  test('does not look beyond the day', () => {
    fc.assert(
      fc.property(updates, fc.integer({ min: 0, max: 364 }), (list, days) => {
        const asOf = new Date(Date.parse('2026-01-12') + days * 86_400_000).toISOString().slice(0, 10);
        const all = list.reduce(applyCheckIn, state);
        const known = list.filter(({ heldOn }) => heldOn! <= asOf).reduce(applyCheckIn, state);
        expect(pairHealth(all, asOf)).toEqual(pairHealth(known, asOf));
      }),
      { numRuns: 25 },
    );
  });
});

describe('what each may see', () => {
  const secret = createGoal('promotionTalk', {
    ...answers,
    id: 'g2',
    visibility: 'private',
    blanks: { role: 'lead', manager: 'Dana' },
  });
  const shared = createGoal('speakingUp', {
    ...answers,
    id: 'g3',
    visibility: 'administrator',
    blanks: { meeting: 'x' },
  });
  const start = startPair(agreement, { goals: [goal, secret, shared] });
  const full = applyCheckIn(start, {
    id: 'x',
    heldOn: '2026-02-01',
    feedback: [
      { from: 'mentee', on: '2026-02-01', text: 'for the administrator', visibility: 'administrator' },
      { from: 'mentor', on: '2026-02-01', text: 'for both', visibility: 'pair' },
    ],
    goalUpdates: [
      { goalId: 'g1', level: -1 },
      { goalId: 'g2', level: 0, status: 'reached', milestonesReached: ['m1', 'm2', 'm3'] },
    ],
  });
  const seen = (viewer: 'mentee' | 'mentor' | 'administrator') => {
    const view = visibleTo(full, viewer);
    return {
      goals: view.goals.map(({ id }) => id),
      updates: view.checkIns[0]!.goalUpdates.map(({ goalId }) => goalId),
      feedback: view.checkIns[0]!.feedback.map(({ text }) => text),
    };
  };

  test('private is the writer’s, pair is the two’s, administrator passes the partner by', () => {
    expect(seen('mentee')).toEqual({
      goals: ['g1', 'g2', 'g3'],
      updates: ['g1', 'g2'],
      feedback: ['for the administrator', 'for both'],
    });
    expect(seen('mentor')).toEqual({ goals: ['g1', 'g3'], updates: ['g1'], feedback: ['for both'] });
    expect(seen('administrator')).toEqual({
      goals: ['g3'],
      updates: [],
      feedback: ['for the administrator'],
    });
  });

  test('what is celebrated before others is what they may see; private goals earn no public thanks', () => {
    const codes = (view: PairState) => findMilestones(view, '2026-12-01').map(({ code }) => code);
    expect(codes(full)).toContain('goalReached');
    expect(codes(visibleTo(full, 'mentor'))).not.toContain('goalReached');
    expect(recognise([full]).map(({ code }) => code)).toEqual(['thankMentees']);
  });
});

describe('celebration and thanks', () => {
  const days = planned.checkIns.map(({ id, scheduledOn }) => ({
    id,
    status: 'held' as const,
    heldOn: scheduledOn!,
  }));
  const year = days.reduce(applyCheckIn, recordTraining(state, 'mentor', '2026-01-05'));
  const reached = putGoal(
    year,
    recordProgress(goal, {
      on: '2026-09-01',
      level: 2,
      status: 'reached',
      milestonesReached: ['m1', 'm2', 'm3'],
    }),
  );
  const closed = closePair(reached, { on: '2027-01-11', reason: 'completed' });

  test('of a year, in the order of the days', () => {
    const found = findMilestones(closed, '2027-02-01');
    expect(found.map(({ code }) => code)).toEqual([
      'trained',
      'firstMeeting',
      'meetings',
      'hours',
      'meetings',
      'hours',
      'halfway',
      'milestoneReached',
      'milestoneReached',
      'milestoneReached',
      'goalReached',
      'beyondExpected',
      'meetings',
      'hours',
      'completed',
    ]);
    expect(found.map(({ on }) => on)).toEqual(found.map(({ on }) => on).sort());
    for (const each of found)
      for (const language of Object.values(texts))
        expect(describeFinding(each, { texts: language })).not.toMatch(/\{\w+\}/);
    expect(findMilestones(closed, '2026-01-31').map(({ code }) => code)).toEqual(['trained', 'firstMeeting']);
  });

  test('thanks follow rules that are data', () => {
    const thanks = recognise([closed]);
    expect(thanks.map(({ personId, ruleId, value }) => `${personId} ${ruleId} ${value}`)).toEqual([
      'lee mentorTime 27',
      'lee mentorGuidance 1',
      'lee mentorToTheEnd 1',
      'ana menteeGoals 1',
      'ana menteeMilestones 3',
    ]);
    for (const each of thanks)
      for (const language of Object.values(texts))
        expect(describeFinding(each, { texts: language })).toContain(String(each.value));
    const rule = { id: 'r', side: 'mentor', measure: 'meetings', atLeast: 28 } as const;
    expect(recognise([closed], [rule])).toEqual([]);
    expect(recognise([closed], [{ ...rule, atLeast: 27 }])).toHaveLength(1);
    expect(recognise([], [rule])).toEqual([]);
  });

  test('the order of the pairs changes nothing; a pair counts once', () => {
    const other = startPair(signedAgreement({ menteeId: 'bo', mentorId: 'lee' }));
    const both = [closed, held2(other)];
    expect(recognise([...both].reverse())).toEqual(recognise(both));
    expect(recognise(both)[1]).toMatchObject({ code: 'thankMentees', value: 2 });
    expect(() => recognise([closed, closed])).toThrow('states[1] is ["ana","lee"]; expected no pair twice');
    expect(() => recognise([closed], [{ id: 'r', side: 'mentee', measure: 'mentees', atLeast: 1 }])).toThrow(
      'measure',
    );
  });

  function held2(now: PairState) {
    return applyCheckIn(now, { id: 'x', heldOn: '2026-02-01' });
  }
});

test('states without anything are read and told of too', () => {
  const empty = startedPair([]);
  expect(parsePairState(stored(empty))).toEqual(empty);
  expect(findMilestones(empty, '2027-01-01')).toEqual([]);
  expect(recordTraining(empty, 'mentee', '2026-01-10').trainedOn.mentee).toBe('2026-01-10');
  const trained = recordTraining(empty, 'mentee', '2026-01-10');
  expect(recordTraining(trained, 'mentee', '2026-01-10')).toEqual(trained);
  expect(() => recordTraining(trained, 'mentee', '2026-01-11')).toThrow('2026-01-10, which is known already');
});
