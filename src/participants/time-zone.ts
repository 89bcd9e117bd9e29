import { InputError } from '../core/index.js';

/**
 * Minutes east of UTC of a time zone on a day (at noon UTC), by the engine's own time-zone data.
 *
 * @param timeZone IANA name such as `Europe/Rome`
 * @param date `YYYY-MM-DD`
 * @returns whole minutes, or `undefined` where the engine does not know the zone
 * @throws InputError for what is no date
 */
export function utcOffsetMinutes(timeZone: string, date: string): number | undefined {
  if (!isCalendarDate(date))
    throw new InputError('utcOffsetMinutes', [
      { path: 'date', value: date, rule: 'a date that exists, YYYY-MM-DD' },
    ]);
  return zoneOffsets(timeZone)?.(Date.parse(`${date}T12:00:00Z`));
}

/**
 * The offsets of a time zone at any instant, by the engine's own time-zone data.
 *
 * @param timeZone IANA name such as `Europe/Rome`
 * @returns a function from milliseconds since 1970-01-01T00:00Z to whole minutes east of UTC, or `undefined` where the
 * engine does not know the zone
 */
export function zoneOffsets(timeZone: string): ((epoch: number) => number) | undefined {
  // Without a name the engine would take the zone of the machine.
  if (typeof timeZone !== 'string') return undefined;
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return undefined;
  }
  return (epoch) => {
    const parts = clock.formatToParts(epoch);
    const read = (type: Intl.DateTimeFormatPartTypes) =>
      Number(parts.find((part) => part.type === type)?.value);
    // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
    const local = new Date(0);
    local.setUTCFullYear(read('year'), read('month') - 1, read('day'));
    local.setUTCHours(read('hour'), read('minute'));
    return Math.round((local.getTime() - epoch) / 60_000);
  };
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether the engine knows this IANA time zone. */
export function isTimeZone(name: string): boolean {
  return utcOffsetMinutes(name, '2000-01-01') !== undefined;
}
