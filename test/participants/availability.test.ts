import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlapMinutes, weeklyIntervals } from '../../src/participants/index.js';
import { minuteOfDay, minutesPerWeek } from '../../src/participants/inner.js';

test.each([
  ['00:00', 0],
  ['09:30', 570],
  ['23:59', 1439],
  ['24:00', 1440],
  ['24:01', undefined],
  ['12:60', undefined],
  ['9:30', undefined],
  ['09:30:00', undefined],
  ['09:30\n', undefined],
  ['', undefined],
  ['٠٩:٣٠', undefined],
  ['-1:00', undefined],
])('%j is minute %s of the day', (text, minute) => {
  expect(minuteOfDay(text)).toBe(minute);
});

test('Monday 9 to 10 in Rome in winter is Monday 8 to 9 UTC', () => {
  expect([...weeklyIntervals([{ day: 1, start: '09:00', end: '10:00' }], 60)]).toEqual([480, 540]);
});

test('Monday 00:00 to 02:00 at UTC+1 wraps into the end of the week', () => {
  expect([...weeklyIntervals([{ day: 1, start: '00:00', end: '02:00' }], 60)]).toEqual([0, 60, 10020, 10080]);
});

test('slots that touch or lie in each other become one; the order of slots does not matter', () => {
  const slots = [
    { day: 2, start: '10:00', end: '11:00' },
    { day: 2, start: '08:00', end: '10:00' },
    { day: 2, start: '08:30', end: '09:00' },
    { day: 1, start: '23:00', end: '24:00' },
    { day: 2, start: '00:00', end: '01:00' },
  ];
  const expected = [1380, 1500, 1920, 2100];
  expect([...weeklyIntervals(slots, 0)]).toEqual(expected);
  expect([...weeklyIntervals([...slots].reverse(), 0)]).toEqual(expected);
});

test('nobody has time in no slots', () => {
  expect([...weeklyIntervals([], 345)]).toEqual([]);
  expect(
    overlapMinutes(weeklyIntervals([], 0), weeklyIntervals([{ day: 1, start: '00:00', end: '24:00' }], 0)),
  ).toBe(0);
});

const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const slot = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 }),
  )
  .map(([day, [one, other]]) => ({
    day,
    start: time(Math.min(one!, other!)),
    end: time(Math.max(one!, other!)),
  }));
const week = fc.record({
  slots: fc.array(slot, { maxLength: 6 }),
  offset: fc.integer({ min: -840, max: 840 }),
});

/** Every minute of the UTC week in which a person is free, one by one. */
function bitmap({
  slots,
  offset,
}: {
  slots: { day: number; start: string; end: string }[];
  offset: number;
}): Uint8Array {
  const free = new Uint8Array(minutesPerWeek);
  for (const { day, start, end } of slots) {
    const [from, to] = [start, end].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
    for (let minute = from!; minute < to!; minute++) {
      free[((((day - 1) * 1440 + minute - offset) % minutesPerWeek) + minutesPerWeek) % minutesPerWeek] = 1;
    }
  }
  return free;
}

test('intervals are sorted, disjoint, inside the week, and cover exactly the free minutes', () => {
  fc.assert(
    fc.property(week, (one) => {
      const intervals = weeklyIntervals(one.slots, one.offset);
      const covered = new Uint8Array(minutesPerWeek);
      for (let at = 0; at < intervals.length; at += 2) {
        expect(intervals[at]!).toBeGreaterThanOrEqual(at === 0 ? 0 : intervals[at - 1]! + 1);
        expect(intervals[at + 1]!).toBeGreaterThan(intervals[at]!);
        covered.fill(1, intervals[at]!, intervals[at + 1]!);
      }
      expect(intervals.at(-1) ?? 0).toBeLessThanOrEqual(minutesPerWeek);
      expect(Buffer.compare(covered, bitmap(one))).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('the overlap of two weeks is the number of minutes free in both', () => {
  fc.assert(
    fc.property(week, week, (one, other) => {
      const [first, second] = [bitmap(one), bitmap(other)];
      const both = first.reduce((sum, free, minute) => sum + free * second[minute]!, 0);
      const [own, theirs] = [
        weeklyIntervals(one.slots, one.offset),
        weeklyIntervals(other.slots, other.offset),
      ];
      expect(overlapMinutes(own, theirs)).toBe(both);
      expect(overlapMinutes(theirs, own)).toBe(both);
    }),
    { numRuns: 300 },
  );
});
