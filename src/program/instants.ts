import { isProgramDate } from './dates.js';

const pattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Whether a value is an instant of ISO 8601 with whole seconds and an offset or `Z`. */
export function isInstant(value: unknown): value is string {
  const match = typeof value === 'string' ? pattern.exec(value) : null;
  return match !== null && isProgramDate(match[1]);
}

/** Milliseconds since 1970-01-01T00:00Z of an instant. */
export function epochOf(instant: string): number {
  return Date.parse(instant);
}

/** An instant as a clock `offset` minutes east of UTC shows it, such as `2026-01-12T15:00:00+01:00`. */
export function instantText(epoch: number, offset: number): string {
  const local = new Date(epoch + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * The instant at which clocks of a zone show a local time.
 *
 * Where clocks go back and show it twice, it is the first of the two; where they go forward and skip it, it is as much
 * later as they skip (02:30 becomes 03:30). That is the rule of RFC 5545 (3.3.5) and of `Temporal` ("compatible").
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 * @param offsetAt minutes east of UTC at an instant
 */
export function instantOfLocal(date: string, time: string, offsetAt: (epoch: number) => number): string {
  const local = Date.parse(`${date}T${time}:00Z`);
  // A day either side is beyond any change of the clocks, and no zone changes twice in so short a time.
  const before = offsetAt(local - 86_400_000);
  const after = offsetAt(local + 86_400_000);
  const shows = (offset: number) => offsetAt(local - offset * 60_000) === offset;
  const offset = [Math.max(before, after), Math.min(before, after)].find(shows);
  if (offset !== undefined) return instantText(local - offset * 60_000, offset);
  const skipped = local - before * 60_000;
  return instantText(skipped, offsetAt(skipped));
}
