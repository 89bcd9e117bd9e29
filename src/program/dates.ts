import { isCalendarDate } from '../participants/inner.js';

const msPerDay = 86_400_000;

/** First and last year of the dates that this room takes; a typing slip is then no date of the year 20026. */
export const firstYear = 1900;
export const lastYear = 2199;

/** Whether a value is a day that exists, `YYYY-MM-DD`, in the years 1900 to 2199. */
export function isProgramDate(value: unknown): value is string {
  if (typeof value !== 'string' || !isCalendarDate(value)) return false;
  const year = Number(value.slice(0, 4));
  return year >= firstYear && year <= lastYear;
}

/** Days since 1970-01-01 in the Gregorian calendar. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / msPerDay;
}

/** The day with this number, `YYYY-MM-DD`. */
export function dateOfDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Days from the first date to the second, negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day so many months later; where that month is too short, its last day (31 January + 1 = 28 February). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** ISO 8601 weekday: 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The later of two dates. */
export function laterDate(one: string, other: string): string {
  return one > other ? one : other;
}
