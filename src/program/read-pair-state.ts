import { canonicalJson, compareText } from '../core/index.js';
import { checked, date, flag, listWithout, oneOf, orNull, type Read, shape, text } from './read.js';
import { readAgreement } from './read-agreement.js';
import { dayOfCheckIn, readCheckIns } from './read-check-in.js';
import { readGoal } from './read-goal.js';
import type { Agreement, CheckIn, Closing, ClosingReason, Goal, PairState } from './types.js';

export const closingReasons: readonly ClosingReason[] = [
  'completed',
  'goalsReached',
  'notAGoodFit',
  'noTime',
  'menteeLeft',
  'mentorLeft',
  'inactive',
  'endedByProgram',
];

export const closing: Read<Closing> = shape('a closing', {
  on: date,
  reason: oneOf(...closingReasons),
  by: oneOf('mentee', 'mentor', 'both', 'administrator'),
  note: orNull(text(1, 5000)),
  mentorTakesNew: flag,
});

export const trainedOn = shape('{ mentee, mentor }: dates or null', {
  mentee: orNull(date),
  mentor: orNull(date),
});

export const readGoals = listWithout(readGoal, 'goal of one id', (goal) => goal.id);

/** The state of a pair as this room returns it, or as it was stored. */
export const readPairState: Read<PairState> = checked(
  shape('the state of a pair', {
    schemaVersion: oneOf(1),
    agreement: readAgreement,
    goals: readGoals,
    checkIns: readCheckIns,
    trainedOn,
    closed: orNull(closing),
  }),
  (state, note) => {
    for (const [path, value, rule] of rulesBroken(state)) note(path, value, rule);
  },
);

/** Check-ins in their order: by the day held or planned for, then by id. */
export function sortCheckIns(checkIns: readonly CheckIn[]): CheckIn[] {
  return [...checkIns].sort(
    (one, other) => compareText(dayOfCheckIn(one), dayOfCheckIn(other)) || compareText(one.id, other.id),
  );
}

/** What cannot be in the state of a pair: place, value, rule. */
export function* rulesBroken({
  agreement,
  goals,
  checkIns,
  closed,
}: PairState): Generator<[path: string, value: unknown, rule: string]> {
  yield* unsigned(agreement);
  const sorted = sortCheckIns(checkIns);
  if (sorted.some((checkIn, index) => checkIn !== checkIns[index]))
    yield ['checkIns', checkIns.map(({ id }) => id), 'check-ins by day, then by id'];
  for (const [index, { heldOn, scheduledOn }] of checkIns.entries()) {
    const day = heldOn ?? scheduledOn!;
    if (day < agreement.start)
      yield [`checkIns[${index}]`, day, `a day from the start of the pair on, ${agreement.start}`];
    if (closed !== null && heldOn !== null && heldOn > closed.on)
      yield [`checkIns[${index}].heldOn`, heldOn, `a day up to the closing, ${closed.on}`];
  }
  for (const [index, goal] of goals.entries()) {
    const last = lastDayOfGoal(goal);
    if (closed !== null && last > closed.on)
      yield [`goals[${index}]`, last, `nothing after the closing, ${closed.on}`];
  }
  if (closed !== null && closed.on < agreement.start)
    yield ['closed.on', closed.on, `a day from the start of the pair on, ${agreement.start}`];
}

function* unsigned({ signedOn }: Agreement): Generator<[path: string, value: unknown, rule: string]> {
  for (const side of ['mentee', 'mentor'] as const)
    if (signedOn[side] === null)
      yield [`agreement.signedOn.${side}`, null, 'a date: a pair starts when both have agreed'];
}

/** The last day on which something happened to a goal. */
export function lastDayOfGoal(goal: Goal): string {
  return goal.history.at(-1)?.on ?? goal.createdOn;
}

/** Whether two goals, check-ins or other plain data are the same. */
export function isSameData(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
