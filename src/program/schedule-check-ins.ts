import { ProblemList } from '../core/index.js';
import { zoneOffsets } from '../participants/inner.js';
import { addDays, addMonths, daysBetween, isProgramDate, weekdayOf } from './dates.js';
import { instantOfLocal } from './instants.js';
import { date, listOf, type Read, readArgument, shape, withDefault } from './read.js';
import { readAgreement } from './read-agreement.js';
import type { Agreement, CheckIn, CheckInKind } from './types.js';

/** The first meeting lies within so many days of the start. */
const firstWithin = 14;
/** How far a meeting moves to a free day, and how near a meeting must be to serve as checkpoint or closing. */
const leeway = 6;
const checkpointMonths = [3, 6];

export interface ScheduleOptions {
  /** The first meeting as clocks of the zone show it, `YYYY-MM-DDTHH:MM`; the others are at the same time of day. */
  readonly start: string;
  /** IANA name, such as `Europe/Rome`. */
  readonly timeZone: string;
  /** Days without a meeting, `YYYY-MM-DD`. */
  readonly holidays?: readonly string[];
}

export interface CheckInSchedule {
  /** In order, all `planned`, to be given to `startPair`. */
  readonly checkIns: readonly CheckIn[];
  /** Meetings for which no free day was found, by the day they should have been. */
  readonly leftOut: readonly { readonly kind: CheckInKind; readonly on: string }[];
}

const localTime: Read<string> = (value, path, problems) => {
  const match =
    typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/.exec(value) : null;
  if (match === null || !isProgramDate(match[1]))
    problems.add(path, value, 'a local time, such as 2026-01-12T15:00');
  return value as string;
};

/** Minutes east of UTC at an instant. */
const zone: Read<(epoch: number) => number> = (value, path, problems) => {
  const offsetAt = typeof value === 'string' ? zoneOffsets(value) : undefined;
  if (offsetAt === undefined) problems.add(path, value, 'an IANA time zone, such as Europe/Rome');
  return offsetAt ?? (() => 0);
};

const readOptions = shape('options', {
  start: localTime,
  timeZone: zone,
  holidays: withDefault(listOf(date, 100_000), []),
});

/**
 * Plans the meetings of a pair.
 *
 * 1. The first meeting is `start`, within two weeks of the start of the pair.
 * 2. From there one every `everyWeeks` weeks, on the same weekday and at the same time of day, whatever the clocks do.
 * 3. 3 and 6 months after the start there is a checkpoint: the meeting that is nearest, if it is at most 6 days away,
 *    else one of its own. One that would be in the last two weeks is left to the closing meeting.
 * 4. The last meeting is the closing one; if it is more than 6 days before the end, there is one more, on the end.
 * 5. A meeting on a holiday moves to the nearest day, at most 6 days away, that is none: later ones first, and days
 *    from Monday to Friday, or the weekday of the meetings. Where there is none it is listed as left out. Two meetings
 *    are never on one day, and none is after the closing one.
 *
 * @throws InputError where the first meeting is not in the first two weeks, or on a holiday; for a time, a zone or a
 * holiday that does not exist
 */
export function scheduleCheckIns(agreement: Agreement, options: ScheduleOptions): CheckInSchedule {
  const name = 'scheduleCheckIns';
  const agreed = readArgument(name, 'agreement', agreement, readAgreement);
  const { start, timeZone: offsetAt, holidays } = readArgument(name, '', options, readOptions);
  const [first, time] = start.split('T') as [string, string];
  const problems = new ProblemList(name);
  const lastFirst = addDays(agreed.start, firstWithin - 1);
  if (first < agreed.start || first > lastFirst)
    problems.add('start', start, `a day within two weeks of the start, ${agreed.start} to ${lastFirst}`);
  if (holidays.includes(first)) problems.add('start', start, 'a day that is no holiday');
  problems.throwIfAny();
  const taken = new Set(holidays);
  const wishes = wishesOf(agreed, first);
  const isUsual = (day: string) => weekdayOf(day) <= 5 || weekdayOf(day) === weekdayOf(first);
  // A zone that moves its clocks over midnight, or skips a day, has no such time on that day.
  const exists = (day: string) => instantOfLocal(day, time, offsetAt).startsWith(day);
  let last = agreed.end;
  const willDo = (day: string) =>
    day >= first && day <= last && !taken.has(day) && isUsual(day) && exists(day);
  const leftOut: { kind: CheckInKind; on: string }[] = [];
  const planned: { kind: CheckInKind; on: string }[] = [];
  // What may not be left out chooses its day first.
  for (const { kind, on } of [...wishes].sort((one, other) => rankOf(one.kind) - rankOf(other.kind))) {
    const day = nearestDay(on, willDo);
    if (day === undefined) leftOut.push({ kind, on });
    else {
      taken.add(day);
      planned.push({ kind, on: day });
      if (kind === 'closing') last = day;
    }
  }
  const byDay = (one: { on: string }, other: { on: string }) => (one.on < other.on ? -1 : 1);
  return {
    checkIns: planned.sort(byDay).map(({ kind, on }, index) => ({
      id: `meeting-${String(index + 1).padStart(3, '0')}`,
      kind,
      scheduledOn: on,
      scheduledAt: instantOfLocal(on, time, offsetAt),
      status: 'planned',
      heldOn: null,
      minutes: null,
      attended: null,
      feedback: [],
      goalUpdates: [],
    })),
    leftOut: leftOut.sort(byDay),
  };
}

function rankOf(kind: CheckInKind): number {
  return ['first', 'closing', 'checkpoint', 'regular', 'extra'].indexOf(kind);
}

/** The meetings as they would be without holidays. */
function wishesOf({ start, end, meeting }: Agreement, first: string): { kind: CheckInKind; on: string }[] {
  const wishes: { kind: CheckInKind; on: string }[] = [];
  for (let on = first; on <= end; on = addDays(on, meeting.everyWeeks * 7))
    wishes.push({ kind: on === first ? 'first' : 'regular', on });
  const use = (kind: CheckInKind, on: string) => {
    const away = (wish: { on: string }) => Math.abs(daysBetween(wish.on, on));
    const free = wishes.filter((wish) => wish.kind === 'regular' && away(wish) <= leeway);
    const nearest = free.sort((one, other) => away(one) - away(other))[0];
    if (nearest === undefined) wishes.push({ kind, on });
    else nearest.kind = kind;
  };
  const last = wishes.at(-1)!;
  if (last.kind === 'regular' && daysBetween(last.on, end) <= leeway) last.kind = 'closing';
  else wishes.push({ kind: 'closing', on: end });
  for (const months of checkpointMonths) {
    const on = addMonths(start, months);
    if (daysBetween(on, end) >= firstWithin) use('checkpoint', on);
  }
  return wishes;
}

/** The wished day, or the nearest that will do: later ones first. */
function nearestDay(wished: string, willDo: (day: string) => boolean): string | undefined {
  const around = Array.from({ length: leeway }, (_, index) => index + 1);
  return [wished, ...around.flatMap((days) => [addDays(wished, days), addDays(wished, -days)])].find(willDo);
}
