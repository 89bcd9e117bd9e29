import { isInstant } from './instants.js';
import {
  checked,
  date,
  flag,
  id,
  listWithout,
  oneOf,
  orNull,
  type Read,
  shape,
  text,
  whole,
  withDefault,
} from './read.js';
import { level, milestonesReached, note, side, status, visibility } from './read-goal.js';
import type { CheckIn, CheckInFeedback, CheckInKind, CheckInStatus, GoalUpdate } from './types.js';

export const checkInKinds: readonly CheckInKind[] = ['first', 'regular', 'checkpoint', 'closing', 'extra'];
export const checkInStatuses: readonly CheckInStatus[] = ['planned', 'held', 'missed', 'cancelled'];

const instant: Read<string> = (value, path, problems) => {
  if (!isInstant(value))
    problems.add(path, value, 'an instant with offset, such as 2026-01-12T15:00:00+01:00');
  return value as string;
};

const feedback: Read<CheckInFeedback> = checked(
  shape('feedback', {
    from: side,
    on: date,
    rating: orNull(oneOf(1, 2, 3, 4, 5)),
    text: orNull(text(1, 5000)),
    visibility: withDefault(visibility, 'pair'),
  }),
  ({ rating, text: said }, report) => {
    if (rating === null && said === null) report('rating', null, 'a rating or a text');
  },
);

const goalUpdate: Read<GoalUpdate> = shape('an update of a goal', {
  goalId: id,
  by: withDefault(side, 'mentee'),
  level,
  milestonesReached,
  note,
  status: withDefault(status, 'open'),
});

/** A check-in as a caller may write it: only `id` is needed, `kind` and `status` are `extra` and `held` unless given. */
export const readCheckIn: Read<CheckIn> = checked(
  shape('a check-in', {
    id,
    kind: withDefault(oneOf(...checkInKinds), 'extra'),
    scheduledOn: orNull(date),
    scheduledAt: orNull(instant),
    status: withDefault(oneOf(...checkInStatuses), 'held'),
    heldOn: orNull(date),
    minutes: orNull(whole(1, 600)),
    attended: orNull(shape('{ mentee, mentor }: who came', { mentee: flag, mentor: flag })),
    feedback: withDefault(
      listWithout(feedback, 'feedback of one side', (each) => each.from),
      [],
    ),
    goalUpdates: withDefault(
      listWithout(goalUpdate, 'update of one goal', (each) => each.goalId),
      [],
    ),
  }),
  (checkIn, report) => {
    const { status: state, heldOn, attended } = checkIn;
    const isHeld = state === 'held';
    if (isHeld && heldOn === null) report('heldOn', heldOn, 'the day on which it was held');
    if (!isHeld && heldOn !== null) report('heldOn', heldOn, `nothing, since it is ${state}`);
    if (!isHeld && checkIn.minutes !== null)
      report('minutes', checkIn.minutes, `nothing, since it is ${state}`);
    if (!isHeld && checkIn.goalUpdates.length > 0)
      report('goalUpdates', checkIn.goalUpdates, 'none, since it was not held');
    if (isHeld && attended !== null && !(attended.mentee && attended.mentor))
      report(
        'attended',
        attended,
        'both, since it was held; status "missed" says that somebody did not come',
      );
    if (state === 'missed' && attended?.mentee === true && attended.mentor)
      report('attended', attended, 'not both, since it was missed');
    if ((state === 'planned' || state === 'cancelled') && attended !== null)
      report('attended', attended, `nothing, since it is ${state}`);
    if (checkIn.kind !== 'extra' && checkIn.scheduledOn === null)
      report('scheduledOn', null, 'the day it was planned for, since it is of the schedule');
    if (checkIn.scheduledOn === null && !isHeld) report('scheduledOn', null, 'a day, since it was not held');
    if (checkIn.scheduledAt !== null && checkIn.scheduledOn !== checkIn.scheduledAt.slice(0, 10))
      report('scheduledAt', checkIn.scheduledAt, 'an instant on the day of scheduledOn');
    const from = heldOn ?? checkIn.scheduledOn;
    checkIn.feedback.forEach(({ on }, index) => {
      if (state === 'planned') report(`feedback[${index}].on`, on, 'nothing before the meeting');
      else if (from !== null && on < from)
        report(`feedback[${index}].on`, on, `a day from ${from} on, the day of the meeting`);
    });
  },
);

export const readCheckIns = listWithout(readCheckIn, 'check-in of one id', (checkIn) => checkIn.id);

/** The day by which check-ins are in order: when it was held, else when it was planned for. */
export function dayOfCheckIn({ heldOn, scheduledOn }: CheckIn): string {
  return heldOn ?? scheduledOn ?? '';
}
