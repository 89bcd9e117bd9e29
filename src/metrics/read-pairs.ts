import { canonicalJson } from '../core/index.js';
import { type Fields, isFields, isId, isWhole, own } from './fields.js';
import type { IssueList, Wrong } from './issues.js';
import {
  dateRule,
  isDate,
  isDateOrNull,
  type ReadCheckIn,
  type ReadGoal,
  readCheckIn,
  readGoal,
} from './read-pair-parts.js';

/** A pair that can be. */
export interface ReadPairState {
  /** In the list that was passed. */
  readonly index: number;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly start: string;
  readonly end: string;
  readonly everyWeeks: number;
  readonly checkIns: readonly ReadCheckIn[];
  readonly goals: readonly ReadGoal[];
  readonly trainedOn: { readonly mentee: string | null; readonly mentor: string | null };
  readonly closed: { readonly on: string; readonly reason: string } | null;
}

/**
 * The pairs that can be. A pair whose own dates or ids cannot be is left out whole; a
 * meeting, a rating or a goal that cannot be is left out of its pair.
 *
 * @param isKnown whether some matching has the pair
 */
export function readPairs(
  items: readonly unknown[],
  asOf: string,
  isKnown: (menteeId: string, mentorId: string) => boolean,
  issues: IssueList,
): ReadPairState[] {
  const found = new Map<
    string,
    { readonly state: ReadPairState; readonly text: string; readonly index: number }
  >();
  const leaveOut = (index: number, wrong: Wrong) =>
    issues.leaveOut('pairs', { list: 'pairs', index, ...wrong });
  items.forEach((item, index) => {
    const frame = readFrame(item, asOf, isKnown);
    if ('rule' in frame) {
      leaveOut(index, frame);
      return;
    }
    const state = { ...frame, ...readParts(item as Fields, frame, asOf, index, issues), index };
    const key = JSON.stringify([state.menteeId, state.mentorId, state.start]);
    const text = canonicalJson(item);
    const other = found.get(key);
    // Of two records of one pair the one whose text comes last counts, whichever was passed first.
    const wins = other === undefined || text > other.text;
    if (wins) found.set(key, { state, text, index });
    if (other !== undefined) {
      leaveOut(wins ? other.index : index, {
        path: '',
        value: key,
        rule: 'one record of each pair and start',
      });
    }
  });
  return [...found.values()].map(({ state }) => state);
}

type Frame = Omit<ReadPairState, 'checkIns' | 'goals' | 'index'>;

function readFrame(
  item: unknown,
  asOf: string,
  isKnown: (menteeId: string, mentorId: string) => boolean,
): Frame | Wrong {
  const wrong = (path: string, value: unknown, rule: string) => ({ path, value, rule });
  if (!isFields(item) || !isFields(own(item, 'agreement'))) {
    return wrong('', item, 'the state of a pair: plain data with an agreement');
  }
  const agreement = own(item, 'agreement') as Fields;
  const menteeId = own(agreement, 'menteeId');
  const mentorId = own(agreement, 'mentorId');
  const start = own(agreement, 'start');
  const end = own(agreement, 'end');
  const meeting = own(agreement, 'meeting');
  const everyWeeks = isFields(meeting) ? own(meeting, 'everyWeeks') : undefined;
  if (!isId(menteeId)) return wrong('agreement.menteeId', menteeId, 'an id');
  if (!isId(mentorId)) return wrong('agreement.mentorId', mentorId, 'an id');
  if (!isKnown(menteeId, mentorId)) {
    return wrong('agreement', { menteeId, mentorId }, 'a pair of the matching');
  }
  if (!isDate(start)) return wrong('agreement.start', start, dateRule);
  if (!isDate(end)) return wrong('agreement.end', end, dateRule);
  if (end < start) return wrong('agreement.end', end, `a date not before the start, ${start}`);
  if (!isWhole(everyWeeks, 1, 520)) {
    return wrong('agreement.meeting.everyWeeks', everyWeeks, 'a whole number of weeks from 1 to 520');
  }
  const closed = own(item, 'closed') ?? null;
  if (closed !== null) {
    if (!isFields(closed)) return wrong('closed', closed, 'null, or when and why the pair ended');
    const on = own(closed, 'on');
    if (!isDate(on)) return wrong('closed.on', on, dateRule);
    if (on < start) return wrong('closed.on', on, `a date not before the start, ${start}`);
    if (!isId(own(closed, 'reason'))) return wrong('closed.reason', own(closed, 'reason'), 'a reason');
  }
  const trained = own(item, 'trainedOn') ?? { mentee: null, mentor: null };
  if (!isFields(trained)) return wrong('trainedOn', trained, 'dates by side');
  const mentee = own(trained, 'mentee') ?? null;
  const mentor = own(trained, 'mentor') ?? null;
  if (!isDateOrNull(mentee)) return wrong('trainedOn.mentee', mentee, dateRule);
  if (!isDateOrNull(mentor)) return wrong('trainedOn.mentor', mentor, dateRule);
  const ending = closed as { readonly on: string; readonly reason: string } | null;
  // What is later than the day that is looked at has not happened.
  const isClosed = ending !== null && ending.on <= asOf;
  return {
    menteeId,
    mentorId,
    start,
    end,
    everyWeeks,
    trainedOn: { mentee, mentor },
    closed: isClosed ? { on: ending.on, reason: ending.reason } : null,
  };
}

function readParts(
  item: Fields,
  frame: Frame,
  asOf: string,
  index: number,
  issues: IssueList,
): Pick<ReadPairState, 'checkIns' | 'goals'> {
  const take = <Part>(
    name: string,
    sort: 'checkIns' | 'goals',
    read: (part: unknown, path: string) => Part | Wrong,
  ) => {
    const list = own(item, name) ?? [];
    if (!Array.isArray(list)) {
      issues.leaveOut(sort, { list: 'pairs', index, path: name, value: list, rule: 'a list' });
      return [];
    }
    return list.flatMap((part: unknown, at): Part[] => {
      const path = `${name}[${at}]`;
      const result = read(part, path);
      if (!isFields(result) || !('rule' in result)) return [result as Part];
      const { path: place, ...wrong } = result as unknown as Wrong;
      issues.leaveOut(sort, { list: 'pairs', index, path: `${path}${place}`, ...wrong });
      return [];
    });
  };
  return {
    checkIns: take('checkIns', 'checkIns', (part, path) =>
      readCheckIn(part, frame, asOf, (wrong) =>
        issues.leaveOut('ratings', { list: 'pairs', index, ...wrong, path: `${path}${wrong.path}` }),
      ),
    ),
    goals: take('goals', 'goals', (part) => readGoal(part, asOf)).filter((goal) => goal !== null),
  };
}
