import { InputError, reading } from '../core/index.js';
import type { AvailabilitySlot } from './types.js';

const minutesPerDay = 1440;
/** Minutes of a week; minute 0 is Monday 00:00. */
export const minutesPerWeek = 7 * minutesPerDay;

/** Minutes since midnight of `HH:MM` (24:00 is 1440), or `undefined` where the text is no time of day. */
export function minuteOfDay(text: string): number | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = /^(\d{2}):(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const minute = Number(parts[1]) * 60 + Number(parts[2]);
  return Number(parts[2]) < 60 && minute <= minutesPerDay ? minute : undefined;
}

/**
 * Weekly slots as sorted, disjoint half-open intervals of the UTC week, flat: start, end, start, end, …
 *
 * @param offsetMinutes minutes east of UTC of the person; 0 keeps local time
 * @throws InputError for what is no list of slots
 */
export function weeklyIntervals(slots: readonly AvailabilitySlot[], offsetMinutes: number): Int32Array {
  if (!Array.isArray(slots) || !Number.isFinite(offsetMinutes))
    throw new InputError('weeklyIntervals', [
      { path: '', value: slots, rule: 'a list of slots, and a finite offset' },
    ]);
  const rule = 'a list of { day, start, end }';
  return reading('weeklyIntervals', 'slots', slots, rule, () => intervalsOf(slots, offsetMinutes));
}

function intervalsOf(slots: readonly AvailabilitySlot[], offsetMinutes: number): Int32Array {
  const intervals: { start: number; end: number }[] = [];
  for (const slot of slots) {
    const midnight = (slot.day - 1) * minutesPerDay - offsetMinutes;
    const start = wrap(midnight + (minuteOfDay(slot.start) ?? 0));
    const length = (minuteOfDay(slot.end) ?? 0) - (minuteOfDay(slot.start) ?? 0);
    const end = start + length;
    intervals.push({ start, end: Math.min(end, minutesPerWeek) });
    if (end > minutesPerWeek) intervals.push({ start: 0, end: end - minutesPerWeek });
  }
  intervals.sort((one, other) => one.start - other.start || one.end - other.end);
  const merged: number[] = [];
  for (const { start, end } of intervals) {
    const last = merged.length - 1;
    if (last > 0 && start <= merged[last]!) merged[last] = Math.max(merged[last]!, end);
    else merged.push(start, end);
  }
  return Int32Array.from(merged);
}

function wrap(minute: number): number {
  return ((minute % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
}

/** Minutes that two lists of intervals (as `weeklyIntervals` returns them) have in common. */
export function overlapMinutes(first: Int32Array, second: Int32Array): number {
  // In line: this is asked pair by pair.
  if (!(first instanceof Int32Array && second instanceof Int32Array)) refuse(first, second);
  let total = 0;
  let one = 0;
  let other = 0;
  while (one < first.length && other < second.length) {
    const start = Math.max(first[one]!, second[other]!);
    const end = Math.min(first[one + 1]!, second[other + 1]!);
    if (end > start) total += end - start;
    if (first[one + 1]! < second[other + 1]!) one += 2;
    else other += 2;
  }
  return total;
}

function refuse(first: unknown, second: unknown): never {
  const [path, value] = first instanceof Int32Array ? ['second', second] : ['first', first];
  const rule = 'intervals of weeklyIntervals (an Int32Array)';
  throw new InputError('overlapMinutes', [{ path: path as string, value, rule }]);
}
