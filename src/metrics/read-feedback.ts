import { canonicalJson } from '../core/index.js';
import { isCalendarDate } from '../participants/inner.js';
import { type Fields, isFields, isId, isWhole, own } from './fields.js';
import type { IssueList, Wrong } from './issues.js';
import { type MatchAspect, matchAspects } from './types.js';

/** An answer that can be. */
export interface ReadAnswer {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly from: 'mentee' | 'mentor';
  readonly on: string;
  readonly satisfaction: number | null;
  readonly recommend: number | null;
  readonly skillLevels: readonly { readonly before: number; readonly after: number }[];
  readonly helped: readonly MatchAspect[];
  readonly missing: readonly MatchAspect[];
  readonly unimportant: readonly MatchAspect[];
  readonly nextCapacity: 'more' | 'same' | 'fewer' | null;
}

const names = [
  'menteeId',
  'mentorId',
  'from',
  'on',
  'satisfaction',
  'recommend',
  'skillLevels',
  'helped',
  'missing',
  'unimportant',
  'nextCapacity',
];

/**
 * The answers that can be, the latest of each person about each pair. Records that cannot be are left out and noted;
 * those later than `asOf` have not happened; two of one day and person are one too many, and the one whose text comes
 * last counts.
 */
export function readFeedback(
  items: readonly unknown[],
  asOf: string | null,
  isKnown: (menteeId: string, mentorId: string) => boolean,
  issues: IssueList,
): ReadAnswer[] {
  const ofDay = new Map<
    string,
    { readonly answer: ReadAnswer; readonly text: string; readonly index: number }
  >();
  const leaveOut = (index: number, wrong: Wrong) =>
    issues.leaveOut('feedback', { list: 'feedback', index, ...wrong });
  items.forEach((item, index) => {
    const answer = readAnswer(item, isKnown);
    if ('rule' in answer) {
      leaveOut(index, answer);
      return;
    }
    const { menteeId, mentorId, from, on } = answer;
    if (asOf !== null && on > asOf) return;
    const key = JSON.stringify([menteeId, mentorId, from, on]);
    const text = canonicalJson(item);
    const other = ofDay.get(key);
    const wins = other === undefined || text > other.text;
    if (wins) ofDay.set(key, { answer, text, index });
    if (other !== undefined) {
      const rule = 'one answer a day of each person about each pair';
      leaveOut(wins ? other.index : index, { path: '', value: key, rule });
    }
  });
  const latest = new Map<string, ReadAnswer>();
  for (const { answer } of ofDay.values()) {
    const key = JSON.stringify([answer.menteeId, answer.mentorId, answer.from]);
    const other = latest.get(key);
    if (other === undefined || answer.on > other.on) latest.set(key, answer);
  }
  return [...latest.values()];
}

function readAnswer(
  item: unknown,
  isKnown: (menteeId: string, mentorId: string) => boolean,
): ReadAnswer | Wrong {
  const wrong = (path: string, value: unknown, rule: string) => ({ path, value, rule });
  if (!isFields(item)) return wrong('', item, 'an answer: plain data');
  for (const name of Object.keys(item)) {
    if (!names.includes(name))
      return wrong(name, item[name], `no field of this name; only ${names.join(', ')}`);
  }
  const menteeId = own(item, 'menteeId');
  const mentorId = own(item, 'mentorId');
  const from = own(item, 'from');
  const on = own(item, 'on');
  const satisfaction = own(item, 'satisfaction') ?? null;
  const recommend = own(item, 'recommend') ?? null;
  const nextCapacity = own(item, 'nextCapacity') ?? null;
  if (!isId(menteeId)) return wrong('menteeId', menteeId, 'an id');
  if (!isId(mentorId)) return wrong('mentorId', mentorId, 'an id');
  if (!isKnown(menteeId, mentorId)) return wrong('', { menteeId, mentorId }, 'a pair of the matching');
  if (from !== 'mentee' && from !== 'mentor') return wrong('from', from, 'mentee or mentor');
  if (typeof on !== 'string' || !isCalendarDate(on)) return wrong('on', on, 'a date that exists, YYYY-MM-DD');
  if (satisfaction !== null && !isWhole(satisfaction, 1, 5)) {
    return wrong('satisfaction', satisfaction, 'a whole number from 1 to 5, or null');
  }
  if (recommend !== null && !isWhole(recommend, 0, 10)) {
    return wrong('recommend', recommend, 'a whole number from 0 to 10, or null');
  }
  if (
    nextCapacity !== null &&
    nextCapacity !== 'more' &&
    nextCapacity !== 'same' &&
    nextCapacity !== 'fewer'
  ) {
    return wrong('nextCapacity', nextCapacity, 'more, same, fewer or null');
  }
  const skillLevels = readLevels(item);
  if (!Array.isArray(skillLevels)) return skillLevels as Wrong;
  const aspects = {} as Record<'helped' | 'missing' | 'unimportant', MatchAspect[]>;
  for (const name of ['helped', 'missing', 'unimportant'] as const) {
    const list = own(item, name) ?? [];
    if (!Array.isArray(list)) return wrong(name, list, 'a list');
    const unknown = list.findIndex((each) => !(matchAspects as readonly unknown[]).includes(each));
    if (unknown >= 0) return wrong(`${name}[${unknown}]`, list[unknown], `one of ${matchAspects.join(', ')}`);
    aspects[name] = [...new Set(list as MatchAspect[])];
  }
  return { menteeId, mentorId, from, on, satisfaction, recommend, skillLevels, ...aspects, nextCapacity };
}

function readLevels(item: Fields): { before: number; after: number }[] | Wrong {
  const list = own(item, 'skillLevels') ?? [];
  if (!Array.isArray(list)) return { path: 'skillLevels', value: list, rule: 'a list' };
  const isLevel = (value: unknown): value is number =>
    typeof value === 'number' && value >= 0 && value <= 1e6;
  const levels: { before: number; after: number }[] = [];
  for (const [at, each] of list.entries()) {
    const before = isFields(each) ? own(each, 'before') : undefined;
    const after = isFields(each) ? own(each, 'after') : undefined;
    if (!isFields(each) || !isId(own(each, 'skill')) || !isLevel(before) || !isLevel(after)) {
      const rule = '{ skill, before, after } with levels from 0 to a million';
      return { path: `skillLevels[${at}]`, value: each, rule };
    }
    levels.push({ before, after });
  }
  return levels;
}
