import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  applyCheckIn,
  calendarFromCheckIns,
  scheduleCheckIns,
  startPair,
  texts,
} from '../../src/program/index.js';
import { signedAgreement, stored } from './people.js';

const day = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const agreement = signedAgreement();
const rome = { start: '2026-01-14T15:00', timeZone: 'Europe/Rome' };
const kindsOf = (made: ReturnType<typeof scheduleCheckIns>) =>
  made.checkIns
    .filter(({ kind }) => kind !== 'regular')
    .map(({ kind, scheduledOn }) => `${kind} ${scheduledOn}`);

/** What clocks of a zone show at an instant, by the engine. */
function shown(instant: string, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return clock.format(new Date(instant)).replace(' ', 'T');
}

describe('a year in Rome, every two weeks', () => {
  const made = scheduleCheckIns(agreement, rome);

  test('has a first meeting, checkpoints in months 3 and 6, and a closing meeting', () => {
    expect(kindsOf(made)).toEqual([
      'first 2026-01-14',
      'checkpoint 2026-04-08',
      'checkpoint 2026-07-15',
      'closing 2027-01-11',
    ]);
    expect(made.leftOut).toEqual([]);
    expect(made.checkIns).toHaveLength(27);
  });

  test('is at 15:00 in winter and in summer', () => {
    expect(made.checkIns[5]!.scheduledAt).toBe('2026-03-25T15:00:00+01:00');
    expect(made.checkIns[6]!.scheduledAt).toBe('2026-04-08T15:00:00+02:00');
    expect(
      made.checkIns.every(({ scheduledAt }) => shown(scheduledAt!, 'Europe/Rome').endsWith('T15:00')),
    ).toBe(true);
  });

  test('moves off holidays to the next free weekday, then to an earlier one, and says what it leaves out', () => {
    const moved = scheduleCheckIns(agreement, { ...rome, holidays: ['2026-01-28', '2026-04-08'] });
    expect(moved.checkIns[1]!.scheduledOn).toBe('2026-01-29');
    expect(kindsOf(moved)[1]).toBe('checkpoint 2026-04-09');
    const away = Array.from({ length: 10 }, (_, index) => day('2026-01-28', index));
    expect(scheduleCheckIns(agreement, { ...rome, holidays: away }).checkIns[1]!.scheduledOn).toBe(
      '2026-01-27',
    );
    const long = Array.from({ length: 13 }, (_, index) => day('2026-01-22', index));
    expect(scheduleCheckIns(agreement, { ...rome, holidays: long }).leftOut).toEqual([
      { kind: 'regular', on: '2026-01-28' },
    ]);
  });
});

describe('when clocks change', () => {
  const at = (time: string, timeZone: string, start: string) => {
    const agreed = signedAgreement(undefined, {
      everyWeeks: 1,
      start: start.slice(0, 10),
      end: '2026-12-30',
    });
    return scheduleCheckIns(agreed, { start: `${start}T${time}`, timeZone }).checkIns.map(
      ({ scheduledAt }) => scheduledAt,
    );
  };

  test('a time that is skipped is as much later as clocks skip', () => {
    // Sunday 29 March 2026, 02:00 → 03:00.
    expect(at('02:30', 'Europe/Rome', '2026-03-22')).toContain('2026-03-29T03:30:00+02:00');
    expect(at('02:30', 'America/New_York', '2026-03-01')).toContain('2026-03-08T03:30:00-04:00');
    // Half an hour, southern hemisphere: Sunday 4 October 2026, 02:00 → 02:30.
    expect(at('02:10', 'Australia/Lord_Howe', '2026-09-27')).toContain('2026-10-04T02:40:00+11:00');
  });

  test('a time that comes twice is the first of the two', () => {
    expect(at('02:30', 'Europe/Rome', '2026-10-18')).toContain('2026-10-25T02:30:00+02:00');
    expect(at('01:30', 'America/New_York', '2026-10-25')).toContain('2026-11-01T01:30:00-04:00');
    expect(at('01:45', 'Australia/Lord_Howe', '2026-03-29')).toContain('2026-04-05T01:45:00+11:00');
  });
});

/** Agreements and ways to plan them that are possible. */
const plans = fc
  .record({
    from: fc.integer({ min: 0, max: 300 }),
    length: fc.integer({ min: 27, max: 364 }),
    everyWeeks: fc.integer({ min: 1, max: 13 }),
    first: fc.integer({ min: 0, max: 13 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom('00', '30', '59'),
    timeZone: fc.constantFrom(
      'Europe/Rome',
      'America/New_York',
      'America/Santiago',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'Pacific/Chatham',
      'America/Nuuk',
      'Africa/Cairo',
      'UTC',
    ),
    holidays: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 120 }),
  })
  .map(({ from, length, everyWeeks, first, hour, minute, timeZone, holidays }) => {
    const start = day('2026-01-12', from);
    const last = day('2026-01-12', 364);
    const end = day(start, length) < last ? day(start, length) : last;
    const firstDay = day(start, first);
    return {
      agreement: signedAgreement(undefined, { start, end, everyWeeks }),
      options: {
        start: `${firstDay}T${String(hour).padStart(2, '0')}:${minute}`,
        timeZone,
        holidays: holidays.map((each) => day('2026-01-12', each)).filter((each) => each !== firstDay),
      },
    };
  });

test('a schedule never lands on a holiday, outside the pair or twice on a day; it shows the agreed time', () => {
  fc.assert(
    fc.property(plans, ({ agreement: agreed, options }) => {
      const { checkIns, leftOut } = scheduleCheckIns(agreed, options);
      const days = checkIns.map(({ scheduledOn }) => scheduledOn!);
      expect(new Set(days).size).toBe(days.length);
      expect([...days].sort()).toEqual(days);
      for (const { kind, scheduledOn, scheduledAt } of checkIns) {
        expect(options.holidays).not.toContain(scheduledOn);
        expect(scheduledOn! >= agreed.start && scheduledOn! <= agreed.end).toBe(true);
        const local = `${scheduledOn}T${options.start.slice(11)}`;
        // Where the clocks skip the time it is later, on the same day.
        const isShown = shown(scheduledAt!, options.timeZone);
        expect(isShown >= local && isShown.startsWith(scheduledOn!)).toBe(true);
        if (kind === 'first') expect(scheduledOn! <= day(agreed.start, 13)).toBe(true);
      }
      expect(checkIns[0]!.kind).toBe('first');
      const closings = [...checkIns, ...leftOut].filter(({ kind }) => kind === 'closing');
      expect(closings).toHaveLength(1);
      if (leftOut.every(({ kind }) => kind !== 'closing')) expect(checkIns.at(-1)!.kind).toBe('closing');
      const state = startPair(agreed, { checkIns });
      expect(stored(state)).toEqual(state);
    }),
    { numRuns: 80 },
  );
});

test('checkpoints are within a week of months 3 and 6, where no holiday is near', () => {
  fc.assert(
    fc.property(plans, ({ agreement: agreed, options }) => {
      const { checkIns } = scheduleCheckIns(agreed, { ...options, holidays: [] });
      const marks = [3, 6].map((months) => {
        const date = new Date(`${agreed.start}T00:00:00Z`);
        const wanted = date.getUTCMonth() + months;
        date.setUTCMonth(wanted);
        // A month that is too short ran over into the next.
        if (date.getUTCMonth() !== wanted % 12) date.setUTCDate(0);
        return date.toISOString().slice(0, 10);
      });
      const expected = marks.filter((mark) => day(mark, 14) <= agreed.end);
      const found = checkIns
        .filter(({ kind }) => kind === 'checkpoint')
        .map(({ scheduledOn }) => scheduledOn!);
      expect(found).toHaveLength(expected.length);
      expected.forEach((mark, index) => {
        expect(Math.abs(Date.parse(mark) - Date.parse(found[index]!)) / 86_400_000).toBeLessThanOrEqual(6);
      });
    }),
    { numRuns: 60 },
  );
});

test('a plan that is impossible is refused', () => {
  const plan = (options: object) => () => scheduleCheckIns(agreement, { ...rome, ...options });
  expect(plan({ start: '2026-01-26T15:00' })).toThrow(
    'a day within two weeks of the start, 2026-01-12 to 2026-01-25',
  );
  expect(plan({ start: '2026-01-11T15:00' })).toThrow('within two weeks');
  expect(plan({ start: '2026-01-14' })).toThrow('start is "2026-01-14"; expected a local time');
  expect(plan({ start: '2026-02-30T10:00' })).toThrow('a local time');
  expect(plan({ timeZone: 'Europe/Rom' })).toThrow('timeZone is "Europe/Rom"; expected an IANA time zone');
  expect(plan({ holidays: ['2026-01-14'] })).toThrow('a day that is no holiday');
  expect(plan({ holidays: ['2026-13-01', 3] })).toThrow('2 problems');
  expect(plan({ holiday: [] })).toThrow('"holidays" perhaps');
});

describe('the calendar', () => {
  const stamp = '2026-01-01T09:00:00+01:00';
  const read = (text: string) => new ICAL.Component(ICAL.parse(text));
  const eventsOf = (text: string) =>
    read(text)
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each));

  test('of every schedule is read by an independent parser, meeting by meeting', () => {
    const typed = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        plans,
        typed,
        fc.constantFrom('en' as const, 'it' as const),
        ({ agreement: agreed, options }, name, language) => {
          const { checkIns } = scheduleCheckIns(agreed, options);
          const text = calendarFromCheckIns(agreed, checkIns, {
            stamp,
            texts: texts[language],
            names: { mentee: name, mentor: 'Lee; Kim, \\ "x"\nBEGIN:VEVENT' },
          });
          const lines = text.split('\r\n');
          expect(lines.at(-1)).toBe('');
          expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}\t]/u);
          const events = eventsOf(text);
          expect(events).toHaveLength(checkIns.length);
          events.forEach((event, index) => {
            const { scheduledAt } = checkIns[index]!;
            expect(event.startDate.toJSDate().getTime()).toBe(Date.parse(scheduledAt!));
            expect(event.duration.toSeconds()).toBe(3600);
            expect(event.summary).toContain('Lee; Kim, \\ "x"\nBEGIN:VEVENT');
          });
          expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('keeps a UID when it is made again, and marks what was called off', () => {
    const { checkIns } = scheduleCheckIns(agreement, rome);
    const state = startPair(agreement, { checkIns });
    const later = applyCheckIn(state, { id: 'meeting-002', status: 'cancelled' });
    const extra = applyCheckIn(later, { id: 'x', heldOn: '2026-01-20' });
    const before = eventsOf(calendarFromCheckIns(agreement, checkIns, { stamp }));
    const after = eventsOf(calendarFromCheckIns(agreement, extra.checkIns, { stamp }));
    const all = after.map(({ uid }) => uid);
    expect(before.every(({ uid }) => all.includes(uid))).toBe(true);
    const statusOf = (uid: string) =>
      after.find((event) => event.uid === uid)!.component.getFirstPropertyValue('status');
    expect(statusOf(before[1]!.uid)).toBe('CANCELLED');
    expect(statusOf(before[2]!.uid)).toBe('CONFIRMED');
    expect(after[1]!.startDate.isDate).toBe(true);
    expect(after[1]!.startDate.toString()).toBe('2026-01-20');
  });

  test('is the same text for the same input', () => {
    const { checkIns } = scheduleCheckIns(agreement, rome);
    const [first, second] = [1, 2].map(() => calendarFromCheckIns(agreement, stored(checkIns), { stamp }));
    expect(first).toBe(second);
    expect(first).toContain('DTSTAMP:20260101T080000Z\r\n');
    expect(first).toContain('DTSTART:20260114T140000Z\r\nDTEND:20260114T150000Z\r\n');
    expect(() => calendarFromCheckIns(agreement, checkIns, { stamp: 'now' })).toThrow(
      'an instant with offset',
    );
  });
});
