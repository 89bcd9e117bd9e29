import { expect, it } from 'vitest';
import { isInputError } from '../../src/index.js';
import { programMetrics } from '../../src/metrics/index.js';
import { answer, checkIn, goal, pairState, programme } from './records.js';

const { cohort, matching } = programme(3);
const asOf = '2026-06-30';
const counts = { mentees: 1, mentors: 1, menteesOptedIn: 1, mentorsOptedIn: 1, places: 1 };

const state = (parts: object = {}, agreement: object = {}) => {
  const whole = pairState('m0', 'n0', parts);
  return { ...whole, agreement: { ...whole.agreement, ...agreement } };
};
const meeting = (parts: object) => state({ checkIns: [checkIn('2026-02-02', parts)] });
const aim = (parts: object) => state({ goals: [goal(parts)] });
const rated = (parts: object) =>
  meeting({
    feedback: [
      { from: 'mentee', on: '2026-02-02', rating: 4, text: null, visibility: 'administrator', ...parts },
    ],
  });

const reply = (parts: object) => ({ ...answer('m0', 'n0', 'mentee'), ...parts });

/** What is said of records, and of what sort how many were left out. */
function said(records: object): string[] {
  const { issues, leftOut } = programMetrics({ cohort, matching, pairs: [], ...records }, { asOf });
  return [
    ...issues.map(({ list, index, path, rule }) => `${list}[${index}] ${path}: ${rule}`),
    ...Object.entries(leftOut).flatMap(([sort, count]) => (count > 0 ? [`${sort} ${count}`] : [])),
  ];
}

const pairStates: [() => unknown, ...string[]][] = [
  [() => 7, 'pairs[0] : the state of a pair: plain data with an agreement', 'pairs 1'],
  [() => ({}), 'pairs[0] : the state of a pair: plain data with an agreement', 'pairs 1'],
  [() => ({ agreement: 7 }), 'pairs[0] : the state of a pair: plain data with an agreement', 'pairs 1'],
  [() => state({}, { menteeId: 7 }), 'pairs[0] agreement.menteeId: an id', 'pairs 1'],
  [() => state({}, { menteeId: '' }), 'pairs[0] agreement.menteeId: an id', 'pairs 1'],
  [() => state({}, { mentorId: null }), 'pairs[0] agreement.mentorId: an id', 'pairs 1'],
  [() => state({}, { mentorId: 'n1' }), 'pairs[0] agreement: a pair of the matching', 'pairs 1'],
  [
    () => state({}, { start: '2026-02-30' }),
    'pairs[0] agreement.start: a date that exists, YYYY-MM-DD',
    'pairs 1',
  ],
  [() => state({}, { start: 7 }), 'pairs[0] agreement.start: a date that exists, YYYY-MM-DD', 'pairs 1'],
  [() => state({}, { end: 'soon' }), 'pairs[0] agreement.end: a date that exists, YYYY-MM-DD', 'pairs 1'],
  [
    () => state({}, { end: '2026-01-04' }),
    'pairs[0] agreement.end: a date not before the start, 2026-01-05',
    'pairs 1',
  ],
  [
    () => state({}, { end: '2026-01-05' }),
    'pairs[0] state.agreement.end: a day at least 27 days after start (2026-01-05)',
    'other 1',
  ],
  [
    () => state({}, { meeting: 7 }),
    'pairs[0] agreement.meeting.everyWeeks: a whole number of weeks from 1 to 520',
    'pairs 1',
  ],
  [
    () => state({}, { meeting: { everyWeeks: 1.5 } }),
    'pairs[0] agreement.meeting.everyWeeks: a whole number of weeks from 1 to 520',
    'pairs 1',
  ],
  [
    () => state({}, { meeting: { everyWeeks: 521 } }),
    'pairs[0] agreement.meeting.everyWeeks: a whole number of weeks from 1 to 520',
    'pairs 1',
  ],
  [
    () => state({}, { meeting: { everyWeeks: 520 } }),
    'pairs[0] state.agreement.meeting.everyWeeks: a whole number from 1 to 13',
    'other 1',
  ],
  [() => state({}, { meeting: { everyWeeks: 1 } })],
  [() => state({ closed: 7 }), 'pairs[0] closed: null, or when and why the pair ended', 'pairs 1'],
  [() => state({ closed: {} }), 'pairs[0] closed.on: a date that exists, YYYY-MM-DD', 'pairs 1'],
  [
    () => state({ closed: { on: '2026-01-04', reason: 'noTime' } }),
    'pairs[0] closed.on: a date not before the start, 2026-01-05',
    'pairs 1',
  ],
  [() => state({ closed: { on: '2026-01-05', reason: '' } }), 'pairs[0] closed.reason: a reason', 'pairs 1'],
  [() => state({ closed: { on: '2026-01-05', reason: 'noTime' } })],
  [() => state({ trainedOn: 7 }), 'pairs[0] trainedOn: dates by side', 'pairs 1'],
  [
    () => state({ trainedOn: { mentee: 'x' } }),
    'pairs[0] trainedOn.mentee: a date that exists, YYYY-MM-DD',
    'pairs 1',
  ],
  [
    () => state({ trainedOn: { mentor: 7 } }),
    'pairs[0] trainedOn.mentor: a date that exists, YYYY-MM-DD',
    'pairs 1',
  ],
  [() => state({ trainedOn: { mentee: '2026-01-01', mentor: '2026-01-01' } })],
  [() => state({ trainedOn: undefined, closed: undefined, checkIns: undefined, goals: undefined })],
  [() => state({ checkIns: 7 }), 'pairs[0] checkIns: a list', 'checkIns 1'],
  [() => state({ checkIns: [7] }), 'pairs[0] checkIns[0]: a meeting: plain data', 'checkIns 1'],
  [() => state({ goals: 7 }), 'pairs[0] goals: a list', 'goals 1'],
  [() => state({ goals: [7] }), 'pairs[0] goals[0]: a goal: plain data', 'goals 1'],
  [
    () => meeting({ status: 'lost' }),
    'pairs[0] checkIns[0].status: one of planned, held, missed, cancelled',
    'checkIns 1',
  ],
  [
    () => meeting({ status: undefined }),
    'pairs[0] checkIns[0].status: one of planned, held, missed, cancelled',
    'checkIns 1',
  ],
  [
    () => meeting({ scheduledOn: 7 }),
    'pairs[0] checkIns[0].scheduledOn: a date that exists, YYYY-MM-DD',
    'checkIns 1',
  ],
  [
    () => meeting({ heldOn: 'x' }),
    'pairs[0] checkIns[0].heldOn: a date that exists, YYYY-MM-DD',
    'checkIns 1',
  ],
  [
    () => meeting({ scheduledOn: null }),
    'pairs[0] checkIns[0].scheduledOn: a date, or the kind "extra": nothing is held that was not scheduled',
    'checkIns 1',
  ],
  [() => meeting({ scheduledOn: undefined, kind: 'extra' })],
  [
    () => meeting({ scheduledOn: null, kind: 'extra', status: 'planned' }),
    'pairs[0] checkIns[0].scheduledOn: a date, as the meeting is planned',
    'checkIns 1',
  ],
  [
    () => meeting({ status: 'planned', scheduledOn: '2026-01-04' }),
    'pairs[0] checkIns[0].scheduledOn: a day not before the start, 2026-01-05',
    'checkIns 1',
  ],
  [() => meeting({ status: 'planned', scheduledOn: '2026-01-05' })],
  [() => meeting({ scheduledOn: '2026-01-04' })],
  [() => meeting({ heldOn: null }), 'pairs[0] checkIns[0].heldOn: the day it was held', 'checkIns 1'],
  [
    () => meeting({ status: 'missed', heldOn: '2026-02-02' }),
    'pairs[0] checkIns[0].heldOn: null, as the meeting is missed',
    'checkIns 1',
  ],
  [
    () => meeting({ heldOn: '2026-01-04' }),
    'pairs[0] checkIns[0].heldOn: a day not before the start, 2026-01-05',
    'checkIns 1',
  ],
  [() => meeting({ heldOn: '2026-01-05' })],
  [
    () => state({ checkIns: [checkIn('2026-02-02')], closed: { on: '2026-02-01', reason: 'noTime' } }),
    'pairs[0] checkIns[0].heldOn: a day not after the pair was closed, 2026-02-01',
    'checkIns 1',
  ],
  [() => state({ checkIns: [checkIn('2026-02-02')], closed: { on: '2026-02-02', reason: 'noTime' } })],
  [() => meeting({ feedback: 7 }), 'pairs[0] checkIns[0].feedback[0]: feedback: plain data', 'ratings 1'],
  [() => meeting({ feedback: [7] }), 'pairs[0] checkIns[0].feedback[0]: feedback: plain data', 'ratings 1'],
  [
    () => rated({ rating: 0 }),
    'pairs[0] checkIns[0].feedback[0].rating: a whole number from 1 to 5',
    'ratings 1',
  ],
  [
    () => rated({ rating: 5.5 }),
    'pairs[0] checkIns[0].feedback[0].rating: a whole number from 1 to 5',
    'ratings 1',
  ],
  [
    () => rated({ rating: 6 }),
    'pairs[0] checkIns[0].feedback[0].rating: a whole number from 1 to 5',
    'ratings 1',
  ],
  [() => rated({ rating: 1 })],
  [() => rated({ rating: 5 })],
  [() => rated({ from: 'both' }), 'pairs[0] checkIns[0].feedback[0].from: mentee or mentor', 'ratings 1'],
  [() => rated({ from: 'mentor' })],
  [() => rated({ rating: 9, visibility: 'pair' })],
  [() => rated({ rating: null, from: 'both' })],
  [() => aim({ createdOn: 7 }), 'pairs[0] goals[0].createdOn: a date that exists, YYYY-MM-DD', 'goals 1'],
  [() => aim({ due: 'x' }), 'pairs[0] goals[0].due: a date that exists, YYYY-MM-DD', 'goals 1'],
  [
    () => aim({ due: '2026-01-09' }),
    'pairs[0] goals[0].due: a date not before 2026-01-10, when the goal was set',
    'goals 1',
  ],
  [() => aim({ due: '2026-01-10' })],
  [() => aim({ level: -3 }), 'pairs[0] goals[0].level: a whole number from -2 to 2', 'goals 1'],
  [() => aim({ level: 0.5 }), 'pairs[0] goals[0].level: a whole number from -2 to 2', 'goals 1'],
  [() => aim({ level: 3 }), 'pairs[0] goals[0].level: a whole number from -2 to 2', 'goals 1'],
  [() => aim({ level: 2 })],
  [() => aim({ level: -2 })],
  [() => aim({ weight: 0 }), 'pairs[0] goals[0].weight: a number above 0, at most a million', 'goals 1'],
  [() => aim({ weight: 1e7 }), 'pairs[0] goals[0].weight: a number above 0, at most a million', 'goals 1'],
  [() => aim({ weight: '1' }), 'pairs[0] goals[0].weight: a number above 0, at most a million', 'goals 1'],
  [() => aim({ weight: 1e6 })],
  [() => aim({ weight: undefined })],
  [() => aim({ status: 'lost' }), 'pairs[0] goals[0].status: open, reached or dropped', 'goals 1'],
  [() => aim({ closedOn: 7 }), 'pairs[0] goals[0].closedOn: a date that exists, YYYY-MM-DD', 'goals 1'],
  [() => aim({ closedOn: '2026-02-01' }), 'pairs[0] goals[0].closedOn: null, as the goal is open', 'goals 1'],
  [() => aim({ status: 'reached' }), 'pairs[0] goals[0].closedOn: the day it was closed', 'goals 1'],
  [
    () => aim({ status: 'dropped', closedOn: '2026-01-09' }),
    'pairs[0] goals[0].closedOn: a date not before 2026-01-10',
    'goals 1',
  ],
  [() => aim({ status: 'dropped', closedOn: '2026-01-10' })],
  [() => aim({ milestones: 7 }), 'pairs[0] goals[0].milestones: a list', 'goals 1'],
  [() => aim({ milestones: [7] }), 'pairs[0] goals[0].milestones[0]: a milestone: plain data', 'goals 1'],
  [
    () => aim({ milestones: [{ due: 7 }] }),
    'pairs[0] goals[0].milestones[0].due: a date that exists, YYYY-MM-DD',
    'goals 1',
  ],
  [
    () => aim({ milestones: [{ due: '2026-02-01', reachedOn: 7 }] }),
    'pairs[0] goals[0].milestones[0].reachedOn: a date that exists, YYYY-MM-DD',
    'goals 1',
  ],
  [
    () => aim({ milestones: [{ due: '2026-02-01', reachedOn: '2026-01-09' }] }),
    'pairs[0] goals[0].milestones[0].reachedOn: a date not before 2026-01-10',
    'goals 1',
  ],
  [() => aim({ milestones: [{ due: '2026-02-01', reachedOn: '2026-01-10' }, { due: '2026-02-01' }] })],
  [() => aim({ milestones: undefined })],
  [
    () => aim({ level: 3, visibility: 'private' }),
    'pairs[0] goals[0].level: a whole number from -2 to 2',
    'goals 1',
  ],
];

const answers: [() => unknown, ...string[]][] = [
  [() => 7, 'feedback[0] : an answer: plain data', 'feedback 1'],
  [() => ({}), 'feedback[0] menteeId: an id', 'feedback 1'],
  [() => ({ menteeId: 'm0' }), 'feedback[0] mentorId: an id', 'feedback 1'],
  [() => ({ menteeId: 'm0', mentorId: 'n1' }), 'feedback[0] : a pair of the matching', 'feedback 1'],
  [() => reply({ from: 'both' }), 'feedback[0] from: mentee or mentor', 'feedback 1'],
  [() => reply({ on: 7 }), 'feedback[0] on: a date that exists, YYYY-MM-DD', 'feedback 1'],
  [() => reply({ on: '2026-13-01' }), 'feedback[0] on: a date that exists, YYYY-MM-DD', 'feedback 1'],
  [
    () => reply({ satisfaction: 0 }),
    'feedback[0] satisfaction: a whole number from 1 to 5, or null',
    'feedback 1',
  ],
  [
    () => reply({ satisfaction: 1.5 }),
    'feedback[0] satisfaction: a whole number from 1 to 5, or null',
    'feedback 1',
  ],
  [
    () => reply({ satisfaction: 6 }),
    'feedback[0] satisfaction: a whole number from 1 to 5, or null',
    'feedback 1',
  ],
  [() => reply({ satisfaction: 1 })],
  [() => reply({ satisfaction: 5 })],
  [() => reply({ satisfaction: null })],
  [
    () => reply({ recommend: -1 }),
    'feedback[0] recommend: a whole number from 0 to 10, or null',
    'feedback 1',
  ],
  [
    () => reply({ recommend: 0.5 }),
    'feedback[0] recommend: a whole number from 0 to 10, or null',
    'feedback 1',
  ],
  [
    () => reply({ recommend: 11 }),
    'feedback[0] recommend: a whole number from 0 to 10, or null',
    'feedback 1',
  ],
  [() => reply({ recommend: 0 })],
  [() => reply({ recommend: 10 })],
  [() => reply({ recommend: null })],
  [() => reply({ nextCapacity: 'all' }), 'feedback[0] nextCapacity: more, same, fewer or null', 'feedback 1'],
  [() => reply({ nextCapacity: 'more' })],
  [() => reply({ nextCapacity: 'same' })],
  [() => reply({ nextCapacity: 'fewer' })],
  [() => reply({ nextCapacity: null })],
  [() => reply({ helped: 7 }), 'feedback[0] helped: a list', 'feedback 1'],
  [
    () => reply({ missing: ['goals', 'money'] }),
    'feedback[0] missing[0]: one of skills, interests, preference, personality, seniority, timeZone, availability, language',
    'feedback 1',
  ],
  [
    () => reply({ unimportant: [7] }),
    'feedback[0] unimportant[0]: one of skills, interests, preference, personality, seniority, timeZone, availability, language',
    'feedback 1',
  ],
  [() => reply({ helped: null })],
  [() => reply({ skillLevels: 7 }), 'feedback[0] skillLevels: a list', 'feedback 1'],
  [
    () => reply({ skillLevels: [7] }),
    'feedback[0] skillLevels[0]: { skill, before, after } with levels from 0 to a million',
    'feedback 1',
  ],
  [
    () => reply({ skillLevels: [{ skill: '', before: 1, after: 1 }] }),
    'feedback[0] skillLevels[0]: { skill, before, after } with levels from 0 to a million',
    'feedback 1',
  ],
  [
    () => reply({ skillLevels: [{ skill: 'SQL', before: -1, after: 1 }] }),
    'feedback[0] skillLevels[0]: { skill, before, after } with levels from 0 to a million',
    'feedback 1',
  ],
  [
    () => reply({ skillLevels: [{ skill: 'SQL', before: 1, after: 1e7 }] }),
    'feedback[0] skillLevels[0]: { skill, before, after } with levels from 0 to a million',
    'feedback 1',
  ],
  [
    () => reply({ skillLevels: [{ skill: 'SQL', before: '1', after: 1 }] }),
    'feedback[0] skillLevels[0]: { skill, before, after } with levels from 0 to a million',
    'feedback 1',
  ],
  [() => reply({ skillLevels: [{ skill: 'SQL', before: 0, after: 1e6 }] })],
  [() => reply({ skillLevels: null })],
  [
    () => reply({ satisfied: 5 }),
    'feedback[0] satisfied: no field of this name; only menteeId, mentorId, from, on, satisfaction, recommend, skillLevels, helped, missing, unimportant, nextCapacity',
    'feedback 1',
  ],
];

const refused: [() => unknown, ...string[]][] = [
  [
    () => programMetrics(7 as never, { asOf }),
    'programMetrics: input is 7; expected { cohort, matching, pairs, feedback, eligible, … }',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [], extra: 7 } as never, { asOf }),
    'programMetrics: extra is 7; expected no field of this name; only cohort, matching, pairs, feedback, eligible, waitingSince, outcomes',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: 7 } as never, { asOf }),
    'programMetrics: pairs is 7; expected a list',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [], feedback: 7 } as never, { asOf }),
    'programMetrics: feedback is 7; expected a list',
  ],
  [
    () => programMetrics({ cohort, matching: [], pairs: [] }, { asOf }),
    'programMetrics: matching is []; expected a matching, or the matchings of a programme in order',
  ],
  [
    () => programMetrics({ cohort, matching: 7, pairs: [] } as never, { asOf }),
    'programMetrics: matching is 7; expected a matching, as matchCohort returned it or as it was stored',
  ],
  [
    () => programMetrics({ cohort, matching: [matching, {}], pairs: [] } as never, { asOf }),
    'programMetrics: matching[1] is {}; expected a matching, as matchCohort returned it or as it was stored',
  ],
  [
    () =>
      programMetrics(
        {
          cohort,
          matching: { pairs: [{ menteeId: 'm0', mentorId: '' }], record: { counts } },
          pairs: [],
        } as never,
        { asOf },
      ),
    'programMetrics: matching is {"pairs":[{"menteeId":"m0","mentorId":""}],"record":{"counts":{"mentees":1,"m…; expected a matching, as matchCohort returned it or as it was stored',
  ],
  [
    () =>
      programMetrics({ cohort, matching: { pairs: [7], record: { counts } }, pairs: [] } as never, { asOf }),
    'programMetrics: matching is {"pairs":[7],"record":{"counts":{"mentees":1,"mentors":1,"menteesOptedIn":1,"…; expected a matching, as matchCohort returned it or as it was stored',
  ],
  [
    () =>
      programMetrics(
        {
          cohort,
          matching: { pairs: [], record: { counts: { ...counts, places: -1 } } },
          pairs: [],
        } as never,
        { asOf },
      ),
    'programMetrics: matching is {"pairs":[],"record":{"counts":{"mentees":1,"mentors":1,"menteesOptedIn":1,"m…; expected a matching, as matchCohort returned it or as it was stored',
  ],
  [
    () => programMetrics({ cohort, matching: { pairs: [], record: {} }, pairs: [] } as never, { asOf }),
    'programMetrics: matching is {"pairs":[],"record":{}}; expected a matching, as matchCohort returned it or as it was stored',
  ],
  [
    () => programMetrics({ cohort: 7, matching, pairs: [] } as never, { asOf }),
    'programMetrics: cohort is 7; expected { mentees, mentors }, as parseCohort gives them, or a compiled cohort',
  ],
  [
    () => programMetrics({ cohort: { mentees: [] }, matching, pairs: [] } as never, { asOf }),
    'programMetrics: cohort is {"mentees":[]}; expected { mentees, mentors }, as parseCohort gives them, or a compiled cohort',
  ],
  [
    () => programMetrics({ cohort: { mentors: [] }, matching, pairs: [] } as never, { asOf }),
    'programMetrics: cohort is {"mentors":[]}; expected { mentees, mentors }, as parseCohort gives them, or a compiled cohort',
  ],
  [
    () =>
      programMetrics(
        {
          cohort: {
            mentees: [
              7,
              { id: '' },
              { id: 'a', optedIn: 7, capacity: -1, trainedOn: 7 },
              { id: 'a', trainedOn: '2026-02-30' },
            ],
            mentors: [
              { id: 'b', capacity: 1e7 },
              { id: 'c', capacity: 0.5 },
            ],
          },
          matching,
          pairs: [],
        } as never,
        { asOf },
      ),
    'programMetrics: 9 problems',
    'cohort.mentees[0].id is missing; expected an id',
    'cohort.mentees[1].id is ""; expected an id',
    'cohort.mentees[2].optedIn is 7; expected true or false',
    'cohort.mentees[2].capacity is -1; expected a whole number ≥ 0',
    'cohort.mentees[2].trainedOn is 7; expected a date that exists, YYYY-MM-DD',
    'cohort.mentees[3].id is "a"; expected an id that nobody else of this side has',
    'cohort.mentees[3].trainedOn is "2026-02-30"; expected a date that exists, YYYY-MM-DD',
    'cohort.mentors[0].capacity is 10000000; expected a whole number ≥ 0',
    'cohort.mentors[1].capacity is 0.5; expected a whole number ≥ 0',
  ],
  [
    () => programMetrics({ matching, pairs: [] }, { asOf, by: 'department' }),
    'programMetrics: cohort is missing; expected the cohort, as groups are asked for by a field of people',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [] }, { asOf, by: 'no such' }),
    'programMetrics: by is "no such"; expected the name of a field of people, such as "department" or "attributes.site"',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [] }, { asOf, by: 7 } as never),
    'programMetrics: by is 7; expected the name of a field of people, such as "department" or "attributes.site"',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [], eligible: 7 } as never, { asOf }),
    'programMetrics: eligible is 7; expected { mentees, mentors }: how many could take part',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [], eligible: { mentee: 7 } } as never, { asOf }),
    'programMetrics: eligible.mentee is 7; expected no field of this name; "mentees" perhaps',
  ],
  [
    () =>
      programMetrics({ cohort, matching, pairs: [], eligible: { mentees: -1, mentors: 'many' } } as never, {
        asOf,
      }),
    'programMetrics: 2 problems',
    'eligible.mentees is -1; expected a whole number ≥ 0, or one for each group',
    'eligible.mentors is "many"; expected a whole number ≥ 0, or one for each group',
  ],
  [
    () =>
      programMetrics(
        {
          cohort,
          matching,
          pairs: [],
          eligible: { mentees: { here: 0.5, there: 2 }, mentors: { here: -1 } },
        },
        { asOf, by: 'department' },
      ),
    'programMetrics: 2 problems',
    'eligible.mentees["here"] is 0.5; expected a whole number ≥ 0',
    'eligible.mentors["here"] is -1; expected a whole number ≥ 0',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [], waitingSince: 7 } as never, { asOf }),
    'programMetrics: waitingSince is 7; expected an object: mentee id → the day since which they wait',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [] }, undefined as never),
    'programMetrics: options is missing; expected an object',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [] }, { asOf: 7, smallestGroup: 0 } as never),
    'programMetrics: 2 problems',
    'asOf is 7; expected the day that is looked at, YYYY-MM-DD',
    'smallestGroup is 0; expected a whole number ≥ 1',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [] }, { asOf: '2026-02-30', smallestGroup: 2.5 }),
    'programMetrics: 2 problems',
    'asOf is "2026-02-30"; expected the day that is looked at, YYYY-MM-DD',
    'smallestGroup is 2.5; expected a whole number ≥ 1',
  ],
  [
    () => programMetrics({ cohort, matching, pairs: [] }, { asOf, smallestgroup: 2 } as never),
    'programMetrics: smallestgroup is 2; expected no option of this name; "smallestGroup" perhaps',
  ],
];

/** What stands in a record at the place that an issue names. */
function standsAt(record: unknown, path: string): unknown {
  const names = path.replace(/^state\./, '').match(/\w+/g) ?? [];
  return names.reduce<unknown>((each, name) => (each as Record<string, unknown> | null)?.[name], record);
}

it.each([
  ['pairs', pairStates],
  ['feedback', answers],
] as const)('shows the value that stands at the place of each issue of %s', (list, cases) => {
  for (const [make, ...expected] of cases) {
    const record = make();
    const { issues } = programMetrics({ cohort, matching, pairs: [], [list]: [record] }, { asOf });
    for (const { path, value } of issues) {
      const there = standsAt(record, path);
      const isPair = typeof value === 'object' && value !== null && 'menteeId' in value && !('from' in value);
      if (isPair) expect({ ...(there as object) }, expected[0]).toMatchObject(value);
      // Feedback that is no list is named as its only item.
      else expect(value ?? null, expected[0]).toEqual((path.endsWith('feedback[0]') ? 7 : there) ?? null);
    }
  }
});

it.each(pairStates)(
  'takes the state of a pair, or says what is left out and why: %s',
  (make, ...expected) => {
    expect(said({ pairs: [make()] })).toEqual(expected);
  },
);

it.each(answers)('takes an answer, or says that it is left out and why: %s', (make, ...expected) => {
  expect(said({ feedback: [make()] })).toEqual(expected);
});

it.each(refused)('refuses a frame that cannot be, in words: %s', (call, ...expected) => {
  let message = '';
  try {
    call();
  } catch (error) {
    if (isInputError(error)) message = error.message;
  }
  expect(message.split('\n').map((line) => line.replace(/^ {2}- /, ''))).toEqual(expected);
});
