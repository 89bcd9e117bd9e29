import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTimeZone, utcOffsetMinutes } from '../../src/participants/index.js';
import { isCalendarDate } from '../../src/participants/inner.js';

test.each([
  ['UTC', '2026-01-15', 0],
  ['Europe/Rome', '2026-01-15', 60],
  ['Europe/Rome', '2026-07-15', 120],
  ['America/New_York', '2026-01-15', -300],
  ['America/New_York', '2026-07-15', -240],
  ['America/St_Johns', '2026-01-15', -210],
  ['Asia/Kolkata', '2026-01-15', 330],
  ['Asia/Kathmandu', '2026-01-15', 345],
  ['Australia/Lord_Howe', '2026-01-15', 660],
  ['Australia/Lord_Howe', '2026-07-15', 630],
  ['Pacific/Auckland', '2026-01-15', 780],
  ['Pacific/Kiritimati', '2026-01-15', 840],
  ['Pacific/Pago_Pago', '2026-01-15', -660],
  ['Etc/GMT+12', '2026-01-15', -720],
  ['Pacific/Chatham', '2026-01-15', 825],
])('%s on %s is %i minutes east of UTC', (zone, date, offset) => {
  expect(utcOffsetMinutes(zone, date)).toBe(offset);
});

test('on the days when clocks change, noon UTC decides', () => {
  expect(utcOffsetMinutes('Europe/Rome', '2026-03-28')).toBe(60);
  expect(utcOffsetMinutes('Europe/Rome', '2026-03-29')).toBe(120);
  expect(utcOffsetMinutes('Europe/Rome', '2026-10-24')).toBe(120);
  expect(utcOffsetMinutes('Europe/Rome', '2026-10-25')).toBe(60);
  expect(utcOffsetMinutes('America/New_York', '2026-03-08')).toBe(-240);
});

test('across the end of a year, a month and a leap day the offset stays what it is', () => {
  for (const date of ['2025-12-31', '2026-01-01', '2024-02-28', '2024-02-29', '2024-03-01']) {
    expect(utcOffsetMinutes('Pacific/Kiritimati', date)).toBe(840);
    expect(utcOffsetMinutes('Etc/GMT+12', date)).toBe(-720);
  }
});

test('the offset of UTC is 0 in every year that a date can name', () => {
  for (const year of ['0001', '0050', '0099', '0100', '1000', '1969', '1970', '9999']) {
    expect(utcOffsetMinutes('UTC', `${year}-06-15`)).toBe(0);
  }
});

test('what is no zone has no offset', () => {
  for (const name of ['', 'Mars/Olympus', 'Europe/Rom', '__proto__', '🙂', 'Europe/Rome ']) {
    expect(utcOffsetMinutes(name, '2026-01-15')).toBeUndefined();
    expect(isTimeZone(name)).toBe(false);
  }
  expect(isTimeZone('Europe/Rome')).toBe(true);
});

test.each([
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['2026-12-31', true],
  ['2025-02-29', false],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['20260101', false],
  ['2026-01-01T00:00:00Z', false],
  ['2026-01-01\n', false],
  [' 2026-01-01', false],
  ['+002026-01-01', false],
  ['', false],
])('%j is a calendar date: %s', (text, isDate) => {
  expect(isCalendarDate(text)).toBe(isDate);
});

test('of all days from 00 to 32 in months from 00 to 13, exactly the calendar has those that exist', () => {
  const days = (year: number) => [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, day) => {
      const text = [
        String(year).padStart(4, '0'),
        String(month).padStart(2, '0'),
        String(day).padStart(2, '0'),
      ].join('-');
      expect(isCalendarDate(text)).toBe(day >= 1 && day <= (days(year)[month - 1] ?? 0));
    }),
    { numRuns: 1000 },
  );
});
