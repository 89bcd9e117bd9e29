import type { AvailabilitySlot } from '../participants/index.js';
import { dayNames } from './exact-cell.js';
import { type CellNote, interpreted, notUnderstood, type Reading } from './reading.js';
import { plainWord } from './words.js';

const dayWords: readonly (readonly string[])[] = [
  ['monday', 'mon', 'mo', 'm', 'lunedi', 'lun'],
  ['tuesday', 'tue', 'tues', 'tu', 't', 'martedi', 'mar'],
  ['wednesday', 'wed', 'weds', 'we', 'w', 'mercoledi', 'mer'],
  ['thursday', 'thu', 'thur', 'thurs', 'th', 'r', 'giovedi', 'gio'],
  ['friday', 'fri', 'fr', 'f', 'venerdi', 'ven'],
  ['saturday', 'sat', 'sa', 'sabato', 'sab'],
  ['sunday', 'sun', 'su', 'domenica', 'dom'],
];
const daysOf = new Map<string, readonly number[]>([
  ...dayWords.flatMap((words, at) =>
    words.flatMap(
      (word) =>
        [
          [word, [at + 1]],
          [`${word}s`, [at + 1]],
        ] as const,
    ),
  ),
  ...['weekdays', 'weekday', 'feriali'].map((word) => [word, [1, 2, 3, 4, 5]] as const),
  ...['weekends', 'weekend'].map((word) => [word, [6, 7]] as const),
  ...['everyday', 'daily', 'sempre'].map((word) => [word, [1, 2, 3, 4, 5, 6, 7]] as const),
]);

/** Parts of the day that forms ask for, in minutes since midnight. */
const dayParts = new Map<string, readonly [number, number]>([
  ...['morning', 'mornings', 'mattina', 'mattino'].map((word) => [word, [540, 720]] as const),
  ...['lunchtime', 'lunch', 'pranzo'].map((word) => [word, [720, 840]] as const),
  ...['afternoon', 'afternoons', 'pomeriggio'].map((word) => [word, [780, 1020]] as const),
  ...['evening', 'evenings', 'sera'].map((word) => [word, [1080, 1260]] as const),
]);

const rule = 'weekly times such as "Mon 9:00-12:00; Wed 6-7pm"';
const time = '(\\d{1,2})(?:[:.h](\\d{2}))?\\s*h?\\s*(am|pm|a\\.m\\.?|p\\.m\\.?)?';
const range = new RegExp(`(?:dalle\\s+)?${time}\\s*(?:-|to|until|alle|a)\\s*${time}(?![\\d:])`, 'g');

type Range = readonly [start: number, end: number];
type Token = { readonly days: readonly number[] } | { readonly range: Range };

/**
 * Weekly times as people and forms write them. Days (`Monday`, `Th`, `lun`, `Mon-Fri`, `weekdays`) and times
 * (`6:00-7:00pm`, `9-12`, `dalle 9 alle 12`) may come in either order, and several days may share a time. Parts
 * of the day are read as morning 9–12, lunchtime 12–14, afternoon 13–17, evening 18–21, with a note. A slot over
 * midnight becomes two.
 *
 * @param slot what the header of a grid question says, days or times; the cell says the rest
 */
export function readAvailability(cell: string, slot = ''): Reading<AvailabilitySlot[]> {
  const notes = new Set<string>();
  const header = tokensOf(slot, notes).tokens;
  const { tokens, rest } = tokensOf(cell, notes);
  const slots: AvailabilitySlot[] = [];
  const alone: string[] = [];
  if (slot !== '') {
    // What the person wrote counts before what the form says.
    const isSaid = (part: 'days' | 'range') => tokens.some((token) => part in token);
    const said = header.filter((token) => !isSaid('days' in token ? 'days' : 'range'));
    if (said.length < header.length)
      notes.add('the days or times in the cell count, not those in the header');
    combine([...said, ...tokens], slots, notes, alone);
  } else for (const part of groups(tokens)) combine(part, slots, notes, alone);
  const seen = new Set<string>();
  const unique = slots.filter((one) => {
    const key = `${one.day} ${one.start} ${one.end}`;
    return !seen.has(key) && seen.add(key);
  });
  if (unique.length === 0) return notUnderstood(slot === '' ? rule : `days or times that go with "${slot}"`);
  const issues: CellNote[] = [...notes].flatMap((note) => interpreted(0, note).issues ?? []);
  if (/[\p{L}\p{N}]/u.test(rest)) alone.push(`"${rest.trim()}"`);
  for (const part of alone) issues.push(...(notUnderstood(`${rule}; ${part} was left out`).issues ?? []));
  return { value: unique, ...(issues.length > 0 ? { issues } : {}) };
}

/** Cuts tokens where a new group of days or times starts: days before their times, or times before their days. */
function groups(tokens: readonly Token[]): Token[][] {
  const daysFirst = tokens.length > 0 && 'days' in tokens[0]!;
  const parts: Token[][] = [];
  let previous: Token | undefined;
  for (const token of tokens) {
    const starts =
      previous === undefined || ('days' in token === daysFirst && 'days' in previous !== daysFirst);
    if (starts) parts.push([]);
    parts[parts.length - 1]!.push(token);
    previous = token;
  }
  return parts;
}

/** Every day with every time of one group; what has no counterpart is left alone. */
function combine(
  tokens: readonly Token[],
  slots: AvailabilitySlot[],
  notes: Set<string>,
  alone: string[],
): void {
  const days = [...new Set(tokens.flatMap((token) => ('days' in token ? token.days : [])))];
  const ranges = tokens.flatMap((token) => ('range' in token ? [token.range] : []));
  if (ranges.length === 0) for (const day of days) alone.push(`${dayNames[day - 1]}, which has no time,`);
  if (days.length === 0) {
    for (const [start, end] of ranges) alone.push(`${clock(start)}-${clock(end)}, which has no day,`);
  }
  for (const day of days) {
    for (const [start, end] of ranges) {
      if (end > start) slots.push({ day, start: clock(start), end: clock(end) });
      else {
        notes.add('a time over midnight, read as two slots');
        if (start < 1440) slots.push({ day, start: clock(start), end: '24:00' });
        if (end > 0) slots.push({ day: (day % 7) + 1, start: '00:00', end: clock(end) });
      }
    }
  }
}

/** The days and times of a text in order, and what is left of it. */
function tokensOf(text: string, notes: Set<string>): { tokens: Token[]; rest: string } {
  const found: { at: number; token: Token }[] = [];
  const plain = plainWord(text)
    .replace(/[–—−]/g, '-')
    .replace(/every ?day|tutti i giorni/g, 'everyday');
  const withoutTimes = plain.replace(range, (whole, ...groupsAndMore) => {
    const at = groupsAndMore[6] as number;
    const token = readRange(groupsAndMore.slice(0, 6) as (string | undefined)[], notes);
    if (token === undefined) return whole;
    found.push({ at, token });
    return ' '.repeat(whole.length);
  });
  const rest = withoutTimes.replace(/(\p{L}+)(?:\s*(?:-|to)\s*(\p{L}+))?/gu, (whole, first, second, at) => {
    const days = daysOf.get(first);
    const last = second === undefined ? undefined : daysOf.get(second);
    const part = dayParts.get(first);
    if (days && second === undefined) found.push({ at, token: { days } });
    else if (days && last) found.push({ at, token: { days: span(days[0]!, last[last.length - 1]!) } });
    else if (part && second === undefined) {
      notes.add(`"${first}" is read as ${clock(part[0])}-${clock(part[1])}`);
      found.push({ at, token: { range: part } });
    } else
      return [
        'and',
        'e',
        'or',
        'o',
        'local',
        'time',
        'am',
        'pm',
        'from',
        'dalle',
        'alle',
        'ore',
        'orario',
        'locale',
        'on',
      ].includes(first) && second === undefined
        ? ''
        : whole;
    return '';
  });
  found.sort((one, other) => one.at - other.at);
  return { tokens: found.map(({ token }) => token), rest: rest.replace(/[\s,;/|()[\]-]+/g, ' ') };
}

function span(first: number, last: number): number[] {
  const days = [first];
  while (days[days.length - 1] !== last) days.push((days[days.length - 1]! % 7) + 1);
  return days;
}

function readRange(parts: readonly (string | undefined)[], notes: Set<string>): Token | undefined {
  const [startHour, startMinute, startHalf, endHour, endMinute, endHalf] = parts;
  const end = minutes(endHour!, endMinute, endHalf);
  let start = minutes(startHour!, startMinute, startHalf ?? endHalf);
  if (start === undefined || end === undefined) return undefined;
  // 11-1pm starts in the morning; 6-7pm does not.
  if (startHalf === undefined && endHalf !== undefined && start >= end) {
    start = minutes(startHour!, startMinute, undefined)!;
  }
  if (
    end <= start &&
    startHalf === undefined &&
    endHalf === undefined &&
    start <= 720 &&
    end + 720 > start &&
    end > 0 &&
    Number(endHour) < 12
  ) {
    notes.add(`${clock(start)}-${clock(end)} is read as ${clock(start)}-${clock(end + 720)}`);
    return { range: [start, end + 720] };
  }
  return start === end ? undefined : { range: [start, end] };
}

function minutes(hour: string, minute: string | undefined, half: string | undefined): number | undefined {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.startsWith('p') ? 12 : 0);
  }
  const total = hours * 60 + Number(minute ?? 0);
  return Number(minute ?? 0) < 60 && total <= 1440 ? total : undefined;
}

export function clock(total: number): string {
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
