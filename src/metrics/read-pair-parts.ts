import { isCalendarDate } from '../participants/inner.js';
import { isFields, isWhole, own } from './fields.js';
import type { Wrong } from './issues.js';

/** A meeting that can be. */
export interface ReadCheckIn {
  readonly status: 'planned' | 'held' | 'missed' | 'cancelled';
  readonly isExtra: boolean;
  readonly scheduledOn: string | null;
  readonly heldOn: string | null;
  /** Ratings that administrators may see. */
  readonly ratings: readonly { readonly from: 'mentee' | 'mentor'; readonly rating: number }[];
}

/** A goal that can be, and is not private. */
export interface ReadGoal {
  readonly createdOn: string;
  readonly due: string;
  readonly level: number;
  readonly weight: number;
  readonly status: 'open' | 'reached' | 'dropped';
  readonly closedOn: string | null;
  /** Reached later than the day that is looked at, too: what counts is whether that was by `due`. */
  readonly milestones: readonly { readonly due: string; readonly reachedOn: string | null }[];
}

/** The dates of a pair that its parts must fit. */
export interface PairDates {
  readonly start: string;
  readonly closed: { readonly on: string } | null;
}

export const dateRule = 'a date that exists, YYYY-MM-DD';

export const isDate = (value: unknown): value is string => typeof value === 'string' && isCalendarDate(value);
export const isDateOrNull = (value: unknown): value is string | null => value === null || isDate(value);

const statuses = ['planned', 'held', 'missed', 'cancelled'];

/** A meeting, or what is wrong with it. */
export function readCheckIn(
  part: unknown,
  { start, closed }: PairDates,
  asOf: string,
  leaveOutRating: (wrong: Wrong) => void,
): ReadCheckIn | Wrong {
  const wrong = (path: string, value: unknown, rule: string) => ({ path, value, rule });
  if (!isFields(part)) return wrong('', part, 'a meeting: plain data');
  const isExtra = own(part, 'kind') === 'extra';
  const status = own(part, 'status');
  const scheduledOn = own(part, 'scheduledOn') ?? null;
  const heldOn = own(part, 'heldOn') ?? null;
  if (!statuses.includes(status as string)) return wrong('.status', status, `one of ${statuses.join(', ')}`);
  if (!isDateOrNull(scheduledOn)) return wrong('.scheduledOn', scheduledOn, dateRule);
  if (!isDateOrNull(heldOn)) return wrong('.heldOn', heldOn, dateRule);
  if (scheduledOn === null && !isExtra) {
    return wrong('.scheduledOn', null, 'a date, or the kind "extra": nothing is held that was not scheduled');
  }
  if (scheduledOn === null && status !== 'held') {
    return wrong('.scheduledOn', null, `a date, as the meeting is ${status}`);
  }
  if (heldOn === null && scheduledOn !== null && scheduledOn < start) {
    return wrong('.scheduledOn', scheduledOn, `a day not before the start, ${start}`);
  }
  if (status === 'held' && heldOn === null) return wrong('.heldOn', null, 'the day it was held');
  if (status !== 'held' && heldOn !== null)
    return wrong('.heldOn', heldOn, `null, as the meeting is ${status}`);
  if (heldOn !== null && heldOn < start)
    return wrong('.heldOn', heldOn, `a day not before the start, ${start}`);
  if (heldOn !== null && closed !== null && heldOn > closed.on) {
    return wrong('.heldOn', heldOn, `a day not after the pair was closed, ${closed.on}`);
  }
  // A meeting that was held later than the day that is looked at is not held yet.
  const isHeld = heldOn !== null && heldOn <= asOf;
  const feedback = own(part, 'feedback') ?? [];
  const ratings = (Array.isArray(feedback) ? feedback : [feedback]).flatMap((each: unknown, at) => {
    const path = `.feedback[${at}]`;
    if (!isFields(each)) {
      leaveOutRating(wrong(path, each, 'feedback: plain data'));
      return [];
    }
    const rating = own(each, 'rating') ?? null;
    const from = own(each, 'from');
    if (rating === null || !isHeld || own(each, 'visibility') !== 'administrator') return [];
    if (!isWhole(rating, 1, 5)) {
      leaveOutRating(wrong(`${path}.rating`, rating, 'a whole number from 1 to 5'));
      return [];
    }
    if (from !== 'mentee' && from !== 'mentor') {
      leaveOutRating(wrong(`${path}.from`, from, 'mentee or mentor'));
      return [];
    }
    return [{ from: from as 'mentee' | 'mentor', rating }];
  });
  return {
    status: status as ReadCheckIn['status'],
    isExtra,
    scheduledOn,
    heldOn: isHeld ? heldOn : null,
    ratings,
  };
}

/** A goal; `null` where it is private or later than the day that is looked at. */
export function readGoal(part: unknown, asOf: string): ReadGoal | Wrong | null {
  const wrong = (path: string, value: unknown, rule: string) => ({ path, value, rule });
  if (!isFields(part)) return wrong('', part, 'a goal: plain data');
  const createdOn = own(part, 'createdOn');
  const due = own(part, 'due');
  const level = own(part, 'level');
  const weight = own(part, 'weight') ?? 1;
  const status = own(part, 'status');
  const closedOn = own(part, 'closedOn') ?? null;
  const milestones = own(part, 'milestones') ?? [];
  if (!isDate(createdOn)) return wrong('.createdOn', createdOn, dateRule);
  if (!isDate(due)) return wrong('.due', due, dateRule);
  if (due < createdOn) return wrong('.due', due, `a date not before ${createdOn}, when the goal was set`);
  if (!isWhole(level, -2, 2)) return wrong('.level', level, 'a whole number from -2 to 2');
  if (typeof weight !== 'number' || !(weight > 0 && weight <= 1e6)) {
    return wrong('.weight', weight, 'a number above 0, at most a million');
  }
  if (status !== 'open' && status !== 'reached' && status !== 'dropped') {
    return wrong('.status', status, 'open, reached or dropped');
  }
  if (!isDateOrNull(closedOn)) return wrong('.closedOn', closedOn, dateRule);
  if ((status === 'open') !== (closedOn === null)) {
    return wrong(
      '.closedOn',
      closedOn,
      status === 'open' ? 'null, as the goal is open' : 'the day it was closed',
    );
  }
  if (closedOn !== null && closedOn < createdOn)
    return wrong('.closedOn', closedOn, `a date not before ${createdOn}`);
  if (!Array.isArray(milestones)) return wrong('.milestones', milestones, 'a list');
  const read: { due: string; reachedOn: string | null }[] = [];
  for (const [at, each] of milestones.entries()) {
    const path = `.milestones[${at}]`;
    if (!isFields(each)) return wrong(path, each, 'a milestone: plain data');
    const by = own(each, 'due');
    const reachedOn = own(each, 'reachedOn') ?? null;
    if (!isDate(by)) return wrong(`${path}.due`, by, dateRule);
    if (!isDateOrNull(reachedOn)) return wrong(`${path}.reachedOn`, reachedOn, dateRule);
    if (reachedOn !== null && reachedOn < createdOn) {
      return wrong(`${path}.reachedOn`, reachedOn, `a date not before ${createdOn}`);
    }
    read.push({ due: by, reachedOn });
  }
  if (own(part, 'visibility') === 'private' || createdOn > asOf) return null;
  const isOpen = closedOn === null || closedOn > asOf;
  return {
    createdOn,
    due,
    level,
    weight,
    status: isOpen ? 'open' : status,
    closedOn: isOpen ? null : closedOn,
    milestones: read,
  };
}
