import { expect, it } from 'vitest';
import {
  alternativeMatchings,
  alternativeMatchingsAsync,
  type CohortInput,
  checkProof,
  compareMatchings,
  compareObjectives,
  compareObjectivesAsync,
  compileCohort,
  explainPair,
  explainUnmatched,
  findSupplyGaps,
  forecastSupply,
  isInputError,
  type Matching,
  matchCohort,
  matchCohortAsync,
  parseMatching,
  priceOfPair,
  rankMentees,
  rankMentors,
  rematch,
  rematchAsync,
  replayMatching,
  rules,
} from '../../src/index.js';

const mentors = [
  { id: 'lee', optedIn: true, organization: 'north', capacity: 1 },
  { id: 'max', optedIn: true, capacity: 2 },
  { id: 'gone', optedIn: false },
];
const mentees = [
  { id: 'ana', optedIn: true, organization: 'north' },
  { id: 'bo', optedIn: true, organization: 'south' },
  { id: 'kim', optedIn: true },
  { id: 'out', optedIn: false },
];
const model = {
  factors: { interests: { kind: 'sharedInterests', weight: 1 } },
  rules: [rules.differentValue({ field: 'organization' })],
} as const;
const cohort = compileCohort({ mentees, mentors } as CohortInput, { model });
/** The same, but that kim wants two mentors. */
const loads = compileCohort(
  {
    mentees: mentees.map((each) => (each.id === 'kim' ? { ...each, mentorsWanted: 2 } : each)),
    mentors,
  } as CohortInput,
  { model },
);
const matching = matchCohort(cohort);
const lock = (menteeId: string, mentorId: string) => ({ menteeId, mentorId });
const ofLoads = matchCohort(loads);
const stable = matchCohort(cohort, { objective: 'stable' });
const bySolver = matchCohort(cohort, { solver: () => [-1, -1, -1] });
const withProof = (parts: object) => ({ ...matching, proof: { ...matching.proof, ...parts } }) as Matching;
const withRecord = (made: Matching, parts: object) =>
  ({ ...made, record: { ...made.record, ...parts } }) as Matching;
/** One who is without a partner on both sides. */
const both = { id: 'ana', optedIn: true };
const twins = compileCohort({ mentees: [both], mentors: [both] });
const ofTwins = matchCohort(twins);
/** What throws when a name of it is read. */
const hostile = (name: string) =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get: () => {
      throw new Error('read');
    },
  }) as never;

it.each<[() => unknown, ...string[]]>([
  [() => matchCohort(cohort, null as never), 'matchCohort: options is null; expected an object'],
  [
    () => matchCohort(cohort, { objektive: 'stable' } as never),
    'matchCohort: objektive is "stable"; expected no option of this name; "objective" perhaps',
  ],
  [
    () => matchCohort(cohort, { objective: 'toString' } as never),
    'matchCohort: objective is "toString"; expected one of most-pairs, best-total, fairest, stable',
  ],
  [
    () => matchCohort(cohort, { objective: 7 } as never),
    'matchCohort: objective is 7; expected one of most-pairs, best-total, fairest, stable',
  ],
  [
    () => matchCohort(cohort, { objective: ['stable'] } as never),
    'matchCohort: objective is ["stable"]; expected one of most-pairs, best-total, fairest, stable',
  ],
  [
    () => matchCohort(cohort, { balance: [1n, Symbol('1')] } as never),
    'matchCohort: 2 problems',
    'balance[0] is 1n; expected a number from 0, the one before, to 1000 with at most six decimals',
    'balance[1] is a symbol; expected a number from 0, the one before, to 1000 with at most six decimals',
  ],
  [
    () => matchCohort(cohort, { levelSize: 0.5 } as never),
    'matchCohort: levelSize is 0.5; expected this option with the objective fairest only',
  ],
  [
    () => matchCohort(cohort, { objective: 'fairest', levelSize: 0 } as never),
    'matchCohort: levelSize is 0; expected a multiple of 0.001 from 0.001 to 1',
  ],
  [
    () => matchCohort(cohort, { objective: 'fairest', levelSize: 1.001 } as never),
    'matchCohort: levelSize is 1.001; expected a multiple of 0.001 from 0.001 to 1',
  ],
  [
    () => matchCohort(cohort, { objective: 'fairest', levelSize: 0.0015 } as never),
    'matchCohort: levelSize is 0.0015; expected a multiple of 0.001 from 0.001 to 1',
  ],
  [
    () => matchCohort(cohort, { objective: 'fairest', levelSize: '1' } as never),
    'matchCohort: levelSize is "1"; expected a multiple of 0.001 from 0.001 to 1',
  ],
  [
    () => matchCohort(cohort, { objective: 'stable', optimalFor: 'us' } as never),
    'matchCohort: optimalFor is "us"; expected mentees or mentors',
  ],
  [
    () => matchCohort(cohort, { optimalFor: 'mentees' } as never),
    'matchCohort: optimalFor is "mentees"; expected this option with the objective stable only',
  ],
  [() => matchCohort(cohort, { solver: 7 } as never), 'matchCohort: solver is 7; expected a function'],
  [
    () => matchCohort(cohort, { objective: 'stable', solver: () => [] } as never),
    'matchCohort: solver is a function; expected this option with most-pairs or best-total, not with stable',
  ],
  [
    () => matchCohort(cohort, { objective: 'fairest', solver: () => [] } as never),
    'matchCohort: solver is a function; expected this option with most-pairs or best-total, not with fairest',
  ],
  [
    () => matchCohort(cohort, { balance: 7 } as never),
    'matchCohort: balance is 7; expected a list of what the second, third, … mentee takes off the total',
  ],
  [
    () => matchCohort(cohort, { balance: [0.5, 0.4] } as never),
    'matchCohort: balance[1] is 0.4; expected a number from 0.5, the one before, to 1000 with at most six decimals',
  ],
  [
    () => matchCohort(cohort, { balance: [-1, 1001, '1', 0.0000001] } as never),
    'matchCohort: 4 problems',
    'balance[0] is -1; expected a number from 0, the one before, to 1000 with at most six decimals',
    'balance[1] is 1001; expected a number from 0, the one before, to 1000 with at most six decimals',
    'balance[2] is "1"; expected a number from 0, the one before, to 1000 with at most six decimals',
    'balance[3] is 1e-7; expected a number from 0, the one before, to 1000 with at most six decimals',
  ],
  [
    () => matchCohort(cohort, { within: -1, clock: () => 0 } as never),
    'matchCohort: within is -1; expected a number of milliseconds ≥ 0',
  ],
  [
    () => matchCohort(cohort, { within: 1 } as never),
    'matchCohort: clock is missing; expected a function that gives milliseconds, since within is given',
  ],
  [
    () => matchCohort(cohort, { within: '1', clock: () => 0 } as never),
    'matchCohort: within is "1"; expected a number of milliseconds ≥ 0',
  ],
  [
    () => matchCohort(cohort, { within: 1, clock: () => 0, objective: 'stable' } as never),
    'matchCohort: within is 1; expected this option with most-pairs or best-total, not with stable',
  ],
  [
    () => matchCohort(cohort, { within: 1, clock: () => 0, objective: 'fairest' } as never),
    'matchCohort: within is 1; expected this option with most-pairs or best-total, not with fairest',
  ],
  [
    () => matchCohort(cohort, { within: 1, clock: () => 0, solver: () => [] } as never),
    'matchCohort: within is 1; expected no time limit together with a solver of yours',
  ],
  [
    () => matchCohort(loads, { objective: 'fairest' } as never),
    'matchCohort: objective is "fairest"; expected most-pairs or best-total, since people have minimumMentees or mentorsWanted, or the options have balance',
  ],
  [
    () => matchCohort(loads, { solver: () => [] } as never),
    'matchCohort: solver is a function; expected no solver of yours, since people have minimumMentees or mentorsWanted, or the options have balance',
  ],
  [
    () => matchCohort(loads, { within: 1, clock: () => 0 } as never),
    'matchCohort: within is 1; expected no time limit, since people have minimumMentees or mentorsWanted, or the options have balance',
  ],
  [
    () => matchCohort(cohort, { locked: 7, forbidden: 7 } as never),
    'matchCohort: 2 problems',
    'forbidden is 7; expected a list of { menteeId, mentorId }',
    'locked is 7; expected a list of { menteeId, mentorId }',
  ],
  [
    () =>
      matchCohort(cohort, {
        locked: [7, { menteeId: 7, mentorId: 'gone' }, { menteeId: 'out', mentorId: 'lee', why: 1 }],
      } as never),
    'matchCohort: 6 problems',
    'locked[0].menteeId is missing; expected the id of a mentee who opted in',
    'locked[0].mentorId is missing; expected the id of a mentor who opted in',
    'locked[1].menteeId is 7; expected the id of a mentee who opted in',
    'locked[1].mentorId is "gone"; expected the id of a mentor who opted in',
    'locked[2].why is {"menteeId":"out","mentorId":"lee","why":1}; expected no field of this name; only menteeId, mentorId',
    'locked[2].menteeId is "out"; expected the id of a mentee who opted in',
  ],
  [
    () => matchCohort(cohort, { forbidden: [{ menteeId: 'lee', mentorId: 'ana' }] }),
    'matchCohort: 2 problems',
    'forbidden[0].menteeId is "lee"; expected the id of a mentee who opted in; this is the id of a mentor',
    'forbidden[0].mentorId is "ana"; expected the id of a mentor who opted in; this is the id of a mentee',
  ],
  [
    () => matchCohort(cohort, { forbidden: [{ menteeId: 'nobody', mentorId: 'gone' }] } as never),
    'matchCohort: forbidden[0].menteeId is "nobody"; expected the id of a mentee who opted in',
  ],
  [
    () => matchCohort(cohort, { locked: [lock('ana', 'lee')] } as never),
    'matchCohort: locked[0] is {"menteeId":"ana","mentorId":"lee"}; expected a pair that breaks no rule; "ana" and "lee" break differentValue (model.rules[0])',
  ],
  [
    () => matchCohort(cohort, { locked: [lock('bo', 'lee'), lock('bo', 'max')] } as never),
    'matchCohort: locked[1] is {"menteeId":"bo","mentorId":"max"}; expected one lock a mentee; locked[0] has this mentee already',
  ],
  [
    () => matchCohort(cohort, { locked: [lock('bo', 'max'), lock('bo', 'max')] } as never),
    'matchCohort: locked[1] is {"menteeId":"bo","mentorId":"max"}; expected one lock a mentee; locked[0] has this mentee already',
  ],
  [
    () => matchCohort(cohort, { locked: [lock('bo', 'lee'), lock('kim', 'lee')] } as never),
    'matchCohort: locked[1] is {"menteeId":"kim","mentorId":"lee"}; expected at most as many locks on "lee" as its capacity, 1, and locked[0] is one already',
  ],
  [
    () =>
      matchCohort(compileCohort({ mentees: [both], mentors: [{ id: 'none', optedIn: true, capacity: 0 }] }), {
        locked: [lock('ana', 'none')],
      }),
    'matchCohort: locked[0] is {"menteeId":"ana","mentorId":"none"}; expected at most as many locks on "none" as its capacity, 0',
  ],
  [
    () => matchCohort(cohort, { locked: [lock('bo', 'lee')], forbidden: [lock('bo', 'lee')] } as never),
    'matchCohort: locked[0] is {"menteeId":"bo","mentorId":"lee"}; expected a pair that is not among forbidden; "bo" and "lee" are',
  ],
  [
    () => matchCohort(loads, { locked: [lock('kim', 'max'), lock('kim', 'max')] } as never),
    'matchCohort: locked[1] is {"menteeId":"kim","mentorId":"max"}; expected each lock once; locked[0] is the same pair',
  ],
  [
    () =>
      matchCohort(loads, { locked: [lock('kim', 'max'), lock('kim', 'lee'), lock('kim', 'lee')] } as never),
    'matchCohort: 2 problems',
    'locked[2] is {"menteeId":"kim","mentorId":"lee"}; expected at most 2 locks on this mentee, who wants so many; locked[0] has this mentee already',
    'locked[2] is {"menteeId":"kim","mentorId":"lee"}; expected at most as many locks on "lee" as its capacity, 1, and locked[1] is one already',
  ],
  [() => rematch(cohort, 7 as never), 'rematch: the input is 7; expected a matching, or its JSON text'],
  [
    () => rematch(cohort, matching, { keepbonus: 1 } as never),
    'rematch: keepbonus is 1; expected no option of this name; "keepBonus" perhaps',
  ],
  [
    () =>
      rematch(cohort, matching, {
        keepBonus: -1,
        keep: 'some',
        asOf: '2026-02-30',
        fadeDays: 0,
        closed: 7,
        declined: 7,
        priority: 7,
        history: 7,
      } as never),
    'rematch: 8 problems',
    'keepBonus is -1; expected a number from 0 to 1000',
    'keep is "some"; expected "all", or nothing',
    'asOf is "2026-02-30"; expected a date, YYYY-MM-DD',
    'fadeDays is 0; expected a whole number > 0',
    'closed is 7; expected a list of ids of mentors',
    'declined is 7; expected a list of { menteeId, mentorId, by: "mentee" or "mentor", repeat: "never" or "nextRound" }',
    'priority is 7; expected a list of { menteeId, bonus } with bonuses from -1000 to 1000',
    'history is 7; expected a list of { menteeId, mentorId, ended: YYYY-MM-DD, effect: "avoid" or "prefer", strength: 0 to 1 }',
  ],
  [
    () =>
      rematch(cohort, matching, {
        keepBonus: 1001,
        fadeDays: 1.5,
        closed: ['max', 7],
        declined: [null],
        priority: [null],
        history: [null],
      } as never),
    'rematch: 7 problems',
    'keepBonus is 1001; expected a number from 0 to 1000',
    'fadeDays is 1.5; expected a whole number > 0',
    'closed is ["max",7]; expected a list of ids of mentors',
    'declined is [null]; expected a list of { menteeId, mentorId, by: "mentee" or "mentor", repeat: "never" or "nextRound" }',
    'priority is [null]; expected a list of { menteeId, bonus } with bonuses from -1000 to 1000',
    'history is [null]; expected a list of { menteeId, mentorId, ended: YYYY-MM-DD, effect: "avoid" or "prefer", strength: 0 to 1 }',
    'asOf is missing; expected the day from which history is seen, YYYY-MM-DD',
  ],
  [
    () =>
      rematch(cohort, matching, {
        declined: [{ menteeId: 'ana', mentorId: 'max', by: 'both', repeat: 'never' }],
      } as never),
    'rematch: declined is [{"menteeId":"ana","mentorId":"max","by":"both","repeat":"never"}]; expected a list of { menteeId, mentorId, by: "mentee" or "mentor", repeat: "never" or "nextRound" }',
  ],
  [
    () =>
      rematch(cohort, matching, {
        declined: [{ menteeId: 'ana', mentorId: 'max', by: 'mentee', repeat: 'ever' }],
      } as never),
    'rematch: declined is [{"menteeId":"ana","mentorId":"max","by":"mentee","repeat":"ever"}]; expected a list of { menteeId, mentorId, by: "mentee" or "mentor", repeat: "never" or "nextRound" }',
  ],
  [
    () =>
      rematch(cohort, matching, {
        declined: [{ menteeId: 7, mentorId: 'max', by: 'mentee', repeat: 'never' }],
      } as never),
    'rematch: declined is [{"menteeId":7,"mentorId":"max","by":"mentee","repeat":"never"}]; expected a list of { menteeId, mentorId, by: "mentee" or "mentor", repeat: "never" or "nextRound" }',
  ],
  [
    () => rematch(cohort, matching, { priority: [{ menteeId: 'ana', bonus: 1001 }] } as never),
    'rematch: priority is [{"menteeId":"ana","bonus":1001}]; expected a list of { menteeId, bonus } with bonuses from -1000 to 1000',
  ],
  [
    () => rematch(cohort, matching, { priority: [{ menteeId: 7, bonus: 1 }] } as never),
    'rematch: priority is [{"menteeId":7,"bonus":1}]; expected a list of { menteeId, bonus } with bonuses from -1000 to 1000',
  ],
  [
    () =>
      rematch(cohort, matching, {
        history: [{ menteeId: 'ana', mentorId: 'max', ended: '2025-01-01', effect: 'prefer', strength: 0.5 }],
      } as never),
    'rematch: asOf is missing; expected the day from which history is seen, YYYY-MM-DD',
  ],
  [
    () =>
      rematch(cohort, matching, {
        asOf: '2026-01-01',
        history: [{ menteeId: 'ana', mentorId: 'max', ended: 'x', effect: 'prefer', strength: 0.5 }],
      } as never),
    'rematch: history is [{"menteeId":"ana","mentorId":"max","ended":"x","effect":"prefer","strength":…; expected a list of { menteeId, mentorId, ended: YYYY-MM-DD, effect: "avoid" or "prefer", strength: 0 to 1 }',
  ],
  [
    () =>
      rematch(cohort, matching, {
        asOf: '2026-01-01',
        history: [{ menteeId: 'ana', mentorId: 'max', ended: '2025-01-01', effect: 'hate', strength: 0.5 }],
      } as never),
    'rematch: history is [{"menteeId":"ana","mentorId":"max","ended":"2025-01-01","effect":"hate","str…; expected a list of { menteeId, mentorId, ended: YYYY-MM-DD, effect: "avoid" or "prefer", strength: 0 to 1 }',
  ],
  [
    () =>
      rematch(cohort, matching, {
        asOf: '2026-01-01',
        history: [{ menteeId: 'ana', mentorId: 'max', ended: '2025-01-01', effect: 'avoid', strength: 2 }],
      } as never),
    'rematch: history is [{"menteeId":"ana","mentorId":"max","ended":"2025-01-01","effect":"avoid","st…; expected a list of { menteeId, mentorId, ended: YYYY-MM-DD, effect: "avoid" or "prefer", strength: 0 to 1 }',
  ],
  [
    () =>
      rematch(cohort, matching, {
        asOf: '2026-01-01',
        history: [{ menteeId: 'ana', mentorId: 7, ended: '2025-01-01', effect: 'avoid', strength: 1 }],
      } as never),
    'rematch: history is [{"menteeId":"ana","mentorId":7,"ended":"2025-01-01","effect":"avoid","streng…; expected a list of { menteeId, mentorId, ended: YYYY-MM-DD, effect: "avoid" or "prefer", strength: 0 to 1 }',
  ],
  [
    () => rematch(cohort, matching, { objective: 'stable' } as never),
    'rematch: objective is "stable"; expected most-pairs or best-total: what is kept is weighed against pairs and total',
  ],
  [
    () => rematch(cohort, matching, { objective: 'fairest' } as never),
    'rematch: objective is "fairest"; expected most-pairs or best-total: what is kept is weighed against pairs and total',
  ],
  [
    () => rematch(cohort, matching, { locked: 7, forbidden: 7 } as never),
    'rematch: 2 problems',
    'locked is 7; expected a list of { menteeId, mentorId }',
    'forbidden is 7; expected a list of { menteeId, mentorId }',
  ],
  [
    () => rematch(cohort, matching, { locked: [null], keep: 'all' } as never),
    'rematch: locked is [null]; expected a list of { menteeId, mentorId }',
  ],
  [
    () => rematch(cohort, matching, { forbidden: [{ menteeId: 7, mentorId: 'max' }] } as never),
    'rematch: forbidden is [{"menteeId":7,"mentorId":"max"}]; expected a list of { menteeId, mentorId }',
  ],
  [
    () => rematch(cohort, matching, { locked: [lock('ana', 'lee')] } as never),
    'rematch: locked[0] is {"menteeId":"ana","mentorId":"lee"}; expected a pair that breaks no rule; "ana" and "lee" break differentValue (model.rules[0])',
  ],
  [
    () => rematch(7 as never, matching),
    'rematch: the input is 7; expected a cohort: { mentors: [...], mentees: [...] }',
  ],
  [
    () => matchCohort(7 as never),
    'matchCohort: the input is 7; expected a cohort: { mentors: [...], mentees: [...] }',
  ],
  [
    () => matchCohort({ mentees: 7, mentors: [] } as never),
    'matchCohort: mentees is 7; expected a list of mentees',
  ],
  [
    () => matchCohort(cohort, { seed: 1, functions: {}, aliases: {} } as never),
    'matchCohort: 3 problems',
    'seed is 1; expected this among the options of compileCohort, since the cohort is compiled already',
    'functions is {}; expected this among the options of compileCohort, since the cohort is compiled already',
    'aliases is {}; expected this among the options of compileCohort, since the cohort is compiled already',
  ],
  [
    () => priceOfPair(cohort, matching, 'ana', 'nobody'),
    'priceOfPair: mentorId is "nobody"; expected the id of a mentor who opted in',
  ],
  [
    () => priceOfPair(cohort, matching, 7 as never, 'gone'),
    'priceOfPair: 2 problems',
    'menteeId is 7; expected the id of a mentee who opted in',
    'mentorId is "gone"; expected the id of a mentor who opted in',
  ],
  [
    () => priceOfPair(cohort, 7 as never, 'ana', 'max'),
    'priceOfPair: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => priceOfPair(7 as never, matching, 'ana', 'max'),
    'priceOfPair: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => rankMentors(cohort, 'nobody'),
    'rankMentors: menteeId is "nobody"; expected the id of a mentee who opted in',
  ],
  [
    () => rankMentees(cohort, 'gone'),
    'rankMentees: mentorId is "gone"; expected the id of a mentor who opted in',
  ],
  [
    () => rankMentors(7 as never, 'ana'),
    'rankMentors: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => rankMentors(cohort, 'ana', { limit: -1 } as never),
    'rankMentors: limit is -1; expected a whole number ≥ 0',
  ],
  [
    () => rankMentees(cohort, 'max', { limit: 1.5 } as never),
    'rankMentees: limit is 1.5; expected a whole number ≥ 0',
  ],
  [
    () => rankMentors(cohort, 'ana', { matching: 7 } as never),
    'rankMentors: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => rankMentors(cohort, 'ana', { top: 7 } as never),
    'rankMentors: top is 7; expected no option of this name; only limit, matching',
  ],
  [
    () => alternativeMatchings(cohort, matching, { count: -1 }),
    'alternativeMatchings: count is -1; expected a whole number ≥ 0',
  ],
  [
    () => alternativeMatchings(cohort, matching, { count: 1.5 }),
    'alternativeMatchings: count is 1.5; expected a whole number ≥ 0',
  ],
  [
    () => alternativeMatchings(cohort, matching, { count: 1, fewestChanges: 0 } as never),
    'alternativeMatchings: fewestChanges is 0; expected no option of this name; only count, minimumChanges',
  ],
  [
    () => alternativeMatchings(cohort, matching, 7 as never),
    'alternativeMatchings: options is 7; expected an object',
  ],
  [
    () => alternativeMatchings(cohort, 7 as never, { count: 1 }),
    'alternativeMatchings: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => alternativeMatchings(7 as never, matching, { count: 1 }),
    'alternativeMatchings: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => compareMatchings(7 as never, matching, matching),
    'compareMatchings: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => compareMatchings(cohort, 7 as never, matching),
    'compareMatchings: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => compareMatchings(cohort, matching, 7 as never),
    'compareMatchings: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => compareObjectives(7 as never),
    'compareObjectives: the input is 7; expected a cohort: { mentors: [...], mentees: [...] }',
  ],
  [() => compareObjectives(cohort, 7 as never), 'compareObjectives: options is 7; expected an object'],
  [
    () => compareObjectives(cohort, { objectives: 7 } as never),
    'compareObjectives: objectives is 7; expected no option of this name; only locked, forbidden, levelSize, optimalFor, model, functions, baseline, seed, aliases, assumeOptedIn',
  ],
  [
    () => compareObjectives(cohort, { objective: 'stable' } as never),
    'compareObjectives: objective is "stable"; expected no option of this name; only locked, forbidden, levelSize, optimalFor, model, functions, baseline, seed, aliases, assumeOptedIn',
  ],
  [
    () => explainPair(cohort, 'nobody', 'lee'),
    'explainPair: menteeId is "nobody"; expected the id of a mentee who opted in',
  ],
  [
    () => explainPair(cohort, 'ana', 'nobody'),
    'explainPair: mentorId is "nobody"; expected the id of a mentor who opted in',
  ],
  [
    () => explainPair(cohort, 'lee', 'ana'),
    'explainPair: 2 problems',
    'menteeId is "lee"; expected the id of a mentee who opted in; this is the id of a mentor',
    'mentorId is "ana"; expected the id of a mentor who opted in; this is the id of a mentee',
  ],
  [
    () => explainPair(7 as never, 'ana', 'lee'),
    'explainPair: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => explainUnmatched(cohort, 7 as never, 'ana'),
    'explainUnmatched: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => explainUnmatched(7 as never, matching, 'ana'),
    'explainUnmatched: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => findSupplyGaps(cohort, 7 as never),
    'findSupplyGaps: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => findSupplyGaps(7 as never, matching),
    'findSupplyGaps: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => forecastSupply(7 as never),
    'forecastSupply: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => checkProof(7 as never, matching),
    'checkProof: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [() => checkProof(cohort, 7 as never), 'checkProof: the input is 7; expected a matching, or its JSON text'],
  [() => parseMatching(7), 'parseMatching: the input is 7; expected a matching, or its JSON text'],
  [() => parseMatching('{'), 'parseMatching: matching is "{"; expected a matching as JSON text'],
  [
    () => parseMatching({}),
    'parseMatching: 7 problems',
    'schemaVersion is missing; expected 1 (this version of the library reads no other)',
    'pairs is missing; expected a list of pairs',
    'unmatched is missing; expected a list of people',
    'bottlenecks is missing; expected a list of { menteeIds, mentorIds, places }',
    'mentorsWithSpace is missing; expected a list of { mentorId, spare }',
    'proof is missing; expected a proof of a known kind: duals or stable',
    'record is missing; expected an object: { library, model, objective, levelSize, optimalFor, listsDigest, seed, aliases, assumeOptedIn, locked, forbidden, balance, quotas, customSolver, stoppedAfter, rematch, baseline, counts, fieldsUsed, factorsLeftOut, notes, digest }',
  ],
  [() => matchCohort(cohort, hostile('within')), 'matchCohort: options is an object; expected an object'],
  [() => matchCohort(cohort, [] as never), 'matchCohort: options is []; expected an object'],
  [
    () => matchCohort(cohort, { clock: () => 0 } as never),
    'matchCohort: clock is a function; expected no option of this name; only objective, levelSize, optimalFor, locked, forbidden, balance, solver, largestMatrix, within, model, functions, baseline, seed, aliases, assumeOptedIn',
  ],
  [
    () => matchCohort(cohort, { largestMatrix: -1 } as never),
    'matchCohort: largestMatrix is -1; expected a number of bytes ≥ 0',
  ],
  [
    () => matchCohort(cohort, { largestMatrix: '1' } as never),
    'matchCohort: largestMatrix is "1"; expected a number of bytes ≥ 0',
  ],
  [
    () => matchCohort(cohort, { solver: () => 7 as never }),
    'matchCohort: solver() is 7; expected a list of 3 columns, −1 where a row stays without',
  ],
  [
    () => matchCohort(cohort, { solver: () => [0] }),
    'matchCohort: solver() is [0]; expected a list of 3 columns, −1 where a row stays without',
  ],
  [
    () => matchCohort(cohort, { solver: () => [2, -2, '0' as never] }),
    'matchCohort: 3 problems',
    'solver()[0] is 2; expected a whole number from −1 to 1',
    'solver()[1] is -2; expected a whole number from −1 to 1',
    'solver()[2] is "0"; expected a whole number from −1 to 1',
  ],
  [
    () => matchCohort(cohort, { solver: () => [1, 1, 1] }),
    'matchCohort: 3 problems',
    'solver()[1] is 1; expected no more rows in this column than its places (1)',
    'solver()[2] is 1; expected a column whose cost is not Infinity',
    'solver()[2] is 1; expected no more rows in this column than its places (1)',
  ],
  [
    () => matchCohortAsync(cohort, { solver: () => [0] }),
    'matchCohortAsync: solver() is [0]; expected a list of 3 columns, −1 where a row stays without',
  ],
  [() => matchCohortAsync(cohort, null as never), 'matchCohortAsync: options is null; expected an object'],
  [
    () => matchCohortAsync(7 as never),
    'matchCohortAsync: the input is 7; expected a cohort: { mentors: [...], mentees: [...] }',
  ],
  [
    () => matchCohortAsync(cohort, { onProgres: 1 } as never),
    'matchCohortAsync: onProgres is 1; expected no option of this name; "onProgress" perhaps',
  ],
  [
    () => matchCohortAsync(cohort, { onProgress: 7, clock: 7, pause: 7, signal: 7, within: 1 } as never),
    'matchCohortAsync: 4 problems',
    'onProgress is 7; expected a function',
    'clock is 7; expected a function',
    'pause is 7; expected a function',
    'signal is 7; expected an AbortSignal',
  ],
  [
    () => matchCohortAsync(cohort, { within: -1 }),
    'matchCohortAsync: within is -1; expected a number of milliseconds ≥ 0',
  ],
  [
    () => matchCohortAsync(cohort, { seed: 7 }),
    'matchCohortAsync: seed is 7; expected this among the options of compileCohort, since the cohort is compiled already',
  ],
  [
    () => matchCohortAsync(cohort, { objective: 7 } as never),
    'matchCohortAsync: objective is 7; expected one of most-pairs, best-total, fairest, stable',
  ],
  [
    () => matchCohortAsync({ mentees, mentors } as never, { assumeOptedIn: 7 } as never),
    'matchCohortAsync: assumeOptedIn is 7; expected true or false',
  ],
  [
    () => compileCohort(7 as never),
    'compileCohort: the input is 7; expected a cohort: { mentors: [...], mentees: [...] }',
  ],
  [
    () => compileCohort({ mentees, mentors } as never, null as never),
    'compileCohort: options is null; expected an object',
  ],
  [
    () => compileCohort({ mentees, mentors } as never, { objective: 7 } as never),
    'compileCohort: objective is 7; expected no option of this name; only model, functions, baseline, seed, aliases, assumeOptedIn',
  ],
  [
    () => compileCohort({ mentees, mentors } as never, { assumeOptedIn: 'yes' } as never),
    'compileCohort: assumeOptedIn is "yes"; expected true or false',
  ],
  [
    () => rematch(loads, matching),
    'rematch: cohort is {"menteeIds":["bo","kim","ana"],"mentorIds":["max","lee"],"capacities":{"0":2…; expected people without minimumMentees and mentorsWanted, matched without balance and quotas (use matchCohort, and lock the pairs that should stay)',
  ],
  [
    () => rematch(cohort, matchCohort(cohort, { balance: [0.1] })),
    'rematch: cohort is {"menteeIds":["bo","kim","ana"],"mentorIds":["max","lee"],"capacities":{"0":2…; expected people without minimumMentees and mentorsWanted, matched without balance and quotas (use matchCohort, and lock the pairs that should stay)',
  ],
  [
    () => rematch(cohort, stable),
    'rematch: objective is "stable"; expected most-pairs or best-total: what is kept is weighed against pairs and total',
  ],
  [
    () => rematch(cohort, matching, { objective: 'nonsense' } as never),
    'rematch: objective is "nonsense"; expected one of most-pairs, best-total, fairest, stable',
  ],
  [() => rematch(cohort, matching, 7 as never), 'rematch: options is 7; expected an object'],
  [
    () => rematch(cohort, matching, hostile('keepBonus')),
    'rematch: options is an object; expected an object',
  ],
  [
    () => rematch(cohort, matching, { closed: hostile('length') }),
    'rematch: closed is an object; expected a list of ids of mentors',
  ],
  [
    () => rematch(cohort, matching, { declined: [hostile('menteeId')] }),
    'rematch: declined is an object; expected a list of { menteeId, mentorId, by: "mentee" or "mentor", repeat: "never" or "nextRound" }',
  ],
  [
    () => rematchAsync(cohort, matching, { keepBonus: -1 }),
    'rematchAsync: keepBonus is -1; expected a number from 0 to 1000',
  ],
  [
    () => rematchAsync(cohort, 7 as never),
    'rematchAsync: the input is 7; expected a matching, or its JSON text',
  ],
  [() => rematchAsync(cohort, matching, null as never), 'rematchAsync: options is null; expected an object'],
  [
    () => rematchAsync(7 as never, matching),
    'rematchAsync: the input is 7; expected a cohort: { mentors: [...], mentees: [...] }',
  ],
  [
    () => rematchAsync(cohort, matching, { keepbonus: 1, onProgres: 1 } as never),
    'rematchAsync: 2 problems',
    'keepbonus is 1; expected no option of this name; "keepBonus" perhaps',
    'onProgres is 1; expected no option of this name; "onProgress" perhaps',
  ],
  [
    () => rematchAsync(cohort, matching, { signal: 1, clock: 1 } as never),
    'rematchAsync: 2 problems',
    'clock is 1; expected a function',
    'signal is 1; expected an AbortSignal',
  ],
  [
    () => rematchAsync(cohort, matching, { objective: 'stable' }),
    'rematchAsync: objective is "stable"; expected most-pairs or best-total: what is kept is weighed against pairs and total',
  ],
  [
    () => rematchAsync(cohort, matching, { locked: [lock('ana', 'lee')] }),
    'rematchAsync: locked[0] is {"menteeId":"ana","mentorId":"lee"}; expected a pair that breaks no rule; "ana" and "lee" break differentValue (model.rules[0])',
  ],
  [
    () => alternativeMatchings(cohort, matching, { count: '1', minimumChanges: 0 } as never),
    'alternativeMatchings: 2 problems',
    'count is "1"; expected a whole number ≥ 0',
    'minimumChanges is 0; expected a whole number ≥ 1',
  ],
  [
    () => alternativeMatchings(cohort, matching, { count: 1, minimumChanges: 1.5 }),
    'alternativeMatchings: minimumChanges is 1.5; expected a whole number ≥ 1',
  ],
  [
    () => alternativeMatchings(loads, ofLoads, { count: 1 }),
    'alternativeMatchings: matching.proof.kind is "loads"; expected a matching without minimums, balance, several mentors a mentee and quotas, which this does not know',
  ],
  [
    () => alternativeMatchings(cohort, stable, { count: 1 }),
    'alternativeMatchings: matching.record.objective is "stable"; expected most-pairs or best-total: others have no next best',
  ],
  [
    () => alternativeMatchings(cohort, matchCohort(cohort, { objective: 'fairest' }), { count: 1 }),
    'alternativeMatchings: matching.record.objective is "fairest"; expected most-pairs or best-total: others have no next best',
  ],
  [
    () => alternativeMatchings(cohort, bySolver, { count: 1 }),
    'alternativeMatchings: matching.proof.pairsGap is 3; expected a matching whose pairs are proven best (both gaps 0)',
  ],
  [
    () => alternativeMatchings(cohort, withProof({ gap: 0.1, pairsGap: 1 }), { count: 1 }),
    'alternativeMatchings: matching.proof.gap is 0.1; expected a matching whose pairs are proven best (gap 0)',
  ],
  [
    () => alternativeMatchings(cohort, withProof({ menteePrices: [] }), { count: 1 }),
    'alternativeMatchings: matching.proof is {"kind":"duals","pairs":3,"pairsUpperBound":3,"pairsGap":0,"totalScore":0,"up…; expected a proof that holds for the cohort and the pairs (checkProof says where it does not)',
  ],
  [
    () => alternativeMatchings(cohort, hostile('pairs'), { count: 1 }),
    'alternativeMatchings: matching is an object; expected plain JSON: a matching',
  ],
  [
    () => alternativeMatchingsAsync(cohort, matching, { count: -1 }),
    'alternativeMatchingsAsync: count is -1; expected a whole number ≥ 0',
  ],
  [
    () => alternativeMatchingsAsync(cohort, matching, null as never),
    'alternativeMatchingsAsync: options is null; expected an object',
  ],
  [
    () => alternativeMatchingsAsync(cohort, matching, { count: 1, pause: 1 } as never),
    'alternativeMatchingsAsync: pause is 1; expected a function',
  ],
  [
    () => alternativeMatchingsAsync(cohort, matching, { count: 1, pauses: 1 } as never),
    'alternativeMatchingsAsync: pauses is 1; expected no option of this name; "pause" perhaps',
  ],
  [
    () => alternativeMatchingsAsync(7 as never, matching, { count: 1 }),
    'alternativeMatchingsAsync: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => alternativeMatchingsAsync(cohort, 7 as never, { count: 1 }),
    'alternativeMatchingsAsync: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => alternativeMatchingsAsync(loads, ofLoads, { count: 1 }),
    'alternativeMatchingsAsync: matching.proof.kind is "loads"; expected a matching without minimums, balance, several mentors a mentee and quotas, which this does not know',
  ],
  [
    () => compareObjectives(cohort, { levelSize: 2 }),
    'compareObjectives: levelSize is 2; expected a multiple of 0.001 from 0.001 to 1',
  ],
  [
    () => compareObjectives(cohort, { optimalFor: 7 } as never),
    'compareObjectives: optimalFor is 7; expected mentees or mentors',
  ],
  [
    () => compareObjectives(cohort, { locked: 7, forbidden: 7 } as never),
    'compareObjectives: 2 problems',
    'forbidden is 7; expected a list of { menteeId, mentorId }',
    'locked is 7; expected a list of { menteeId, mentorId }',
  ],
  [
    () => compareObjectives(loads),
    'compareObjectives: cohort is {"menteeIds":["bo","kim","ana"],"mentorIds":["max","lee"],"capacities":{"0":2…; expected people without minimumMentees and mentorsWanted, which fairest and stable do not know',
  ],
  [
    () => compareObjectives(cohort, { seed: 1 }),
    'compareObjectives: seed is 1; expected this among the options of compileCohort, since the cohort is compiled already',
  ],
  [
    () => compareObjectivesAsync(7 as never),
    'compareObjectivesAsync: the input is 7; expected a cohort: { mentors: [...], mentees: [...] }',
  ],
  [
    () => compareObjectivesAsync(cohort, null as never),
    'compareObjectivesAsync: options is null; expected an object',
  ],
  [
    () => compareObjectivesAsync(cohort, { objective: 1 } as never),
    'compareObjectivesAsync: objective is 1; expected no option of this name; only locked, forbidden, levelSize, optimalFor, onProgress, signal, clock, pause, model, functions, baseline, seed, aliases, assumeOptedIn',
  ],
  [
    () => compareObjectivesAsync(cohort, { onProgress: 1 } as never),
    'compareObjectivesAsync: onProgress is 1; expected a function',
  ],
  [
    () => compareObjectivesAsync(cohort, { levelSize: 2 }),
    'compareObjectivesAsync: levelSize is 2; expected a multiple of 0.001 from 0.001 to 1',
  ],
  [
    () => explainUnmatched(cohort, matching, 'nobody'),
    'explainUnmatched: id is "nobody"; expected the id of a person in matching.unmatched',
  ],
  [
    () => explainUnmatched(twins, ofTwins, 'ana'),
    'explainUnmatched: id is "ana"; expected together with the side, since both the mentee and the mentor of this id are without a partner',
  ],
  [
    () => explainUnmatched(twins, ofTwins, 'ana', 'us' as never),
    'explainUnmatched: id is "ana"; expected the id of a person in matching.unmatched',
  ],
  [
    () => replayMatching(7 as never, matching),
    'replayMatching: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => replayMatching(cohort, 7 as never),
    'replayMatching: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => replayMatching(cohort, matching, null as never),
    'replayMatching: options is null; expected an object',
  ],
  [
    () => replayMatching(cohort, matching, { solvr: 1 } as never),
    'replayMatching: solvr is 1; expected no option of this name; "solver" perhaps',
  ],
  [
    () => replayMatching(cohort, matching, { solver: () => [] }),
    'replayMatching: options.solver is a function; expected no solver, since none of yours made the matching',
  ],
  [
    () => replayMatching(cohort, bySolver),
    'replayMatching: options.solver is missing; expected the solver that made the matching',
  ],
  [
    () => replayMatching(cohort, bySolver, { solver: 7 } as never),
    'replayMatching: solver is 7; expected a function',
  ],
  [
    () => replayMatching(cohort, bySolver, { solver: () => [0] }),
    'replayMatching: solver() is [0]; expected a list of 3 columns, −1 where a row stays without',
  ],
  [
    () => replayMatching(cohort, withRecord(matching, { stoppedAfter: 5 })),
    'replayMatching: matching.record.stoppedAfter is 5; expected a matching that was finished: which pairs were made when `within` was over, a clock decided',
  ],
  [
    () => replayMatching(cohort, withRecord(matching, { seed: 3, aliases: { a: ['b'] } })),
    'replayMatching: 2 problems',
    "matching.record.seed is 3; expected the cohort's (compile the cohort with seed: matching.record.seed)",
    'matching.record.aliases is {"a":["b"]}; expected the cohort\'s (compile the cohort with aliases: matching.record.aliases)',
  ],
  [
    () => checkProof(cohort, withRecord(matching, { digest: '0'.repeat(64) })),
    `checkProof: matching.record.digest is "${'0'.repeat(64)}"; expected that of the cohort, ${cohort.digest()}: the people or their data have changed since`,
  ],
  [
    () => checkProof(cohort, withRecord(stable, { listsDigest: '0'.repeat(64) })),
    `checkProof: matching.record.listsDigest is "${'0'.repeat(64)}"; expected that of the cohort, ${stable.record.listsDigest}: whom people prefer has changed since`,
  ],
  [
    () => checkProof(cohort, withRecord(stable, { listsDigest: '0'.repeat(64), seed: 3 })),
    "checkProof: matching.record.seed is 3; expected the cohort's (compile the cohort with seed: matching.record.seed)",
  ],
  [
    () => rematchAsync(cohort, matching, hostile('signal')),
    'rematchAsync: options is an object; expected plain data',
  ],
  [
    () => alternativeMatchingsAsync(cohort, matching, hostile('clock')),
    'alternativeMatchingsAsync: options is an object; expected plain data',
  ],
  [
    () => compareObjectivesAsync(cohort, hostile('pause')),
    'compareObjectivesAsync: options is an object; expected plain data',
  ],
  [
    () => priceOfPair(cohort, withProof({ mentorPrices: [] }), 'ana', 'max'),
    'priceOfPair: matching.proof is {"kind":"duals","pairs":3,"pairsUpperBound":3,"pairsGap":0,"totalScore":0,"up…; expected a proof that holds for the cohort and the pairs (checkProof says where it does not)',
  ],
  [
    () => rankMentors(cohort, 'ana', { limit: Number.NaN }),
    'rankMentors: limit is NaN; expected a whole number ≥ 0',
  ],
  [
    () => rankMentees(cohort, 'max', { limit: Number.NEGATIVE_INFINITY }),
    'rankMentees: limit is -Infinity; expected a whole number ≥ 0',
  ],
  [() => rankMentees(cohort, 'max', null as never), 'rankMentees: options is null; expected an object'],
  [
    () => rankMentees(7 as never, 'max'),
    'rankMentees: cohort is 7; expected what compileCohort({ mentors, mentees }, options) returned',
  ],
  [
    () => rankMentees(cohort, 'max', { matching: 7 } as never),
    'rankMentees: the input is 7; expected a matching, or its JSON text',
  ],
  [
    () => rankMentees(cohort, 'max', { top: 7 } as never),
    'rankMentees: top is 7; expected no option of this name; only limit, matching',
  ],
  [
    () => priceOfPair(cohort, null as never, 'ana', 'max'),
    'priceOfPair: the input is null; expected a matching, or its JSON text',
  ],
  [
    () => priceOfPair(cohort, { ...matching, proof: ofLoads.proof }, 'ana', 'max'),
    'priceOfPair: matching.proof is {"kind":"loads","pairs":3,"pairsUpperBound":3,"pairsGap":0,"totalScore":0,"up…; expected a proof that holds for the cohort and the pairs (checkProof says where it does not)',
  ],
])('says what is wrong, where, and what is expected: %s', async (call, ...lines) => {
  let message = '';
  try {
    await call();
  } catch (error) {
    if (isInputError(error)) message = error.message;
  }
  expect(message.split('\n').map((line) => line.replace(/^ {2}- /, ''))).toEqual(lines);
});
