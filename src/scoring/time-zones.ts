import { type Cohort, type Participant, utcOffsetMinutes } from '../participants/index.js';
import type { SpecCheck } from './spec-check.js';

/** Working hours of a day in local time, in hours since midnight. */
export interface Workday {
  readonly start: number;
  readonly end: number;
}

export const usualWorkday: Workday = { start: 9, end: 17 };

export function checkWorkday(spec: SpecCheck): void {
  spec.value('workday', '{ start, end } in hours, 0 ≤ start < end ≤ 24', (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const { start, end } = value as Partial<Workday>;
    return typeof start === 'number' && typeof end === 'number' && start >= 0 && start < end && end <= 24;
  });
}

/** Minutes east of UTC of each person, `NaN` where unknown; IANA names at the cohort's reference date. */
export function offsetsOf(people: readonly Participant[], { referenceDate }: Cohort): Float64Array {
  const known = new Map<string, number>();
  return Float64Array.from(people, ({ timeZone }) => {
    if (timeZone === undefined) return Number.NaN;
    if (typeof timeZone === 'number') return timeZone;
    let offset = known.get(timeZone);
    if (offset === undefined) {
      offset = (referenceDate && utcOffsetMinutes(timeZone, referenceDate)) || 0;
      known.set(timeZone, offset);
    }
    return offset;
  });
}

/**
 * Minutes that two workdays have in common when clocks differ by `difference` minutes: two arcs of the day's
 * circle, which may meet at both ends. `NaN` stays `NaN`.
 */
export function sharedWorkMinutes(difference: number, { start, end }: Workday): number {
  const length = (end - start) * 60;
  const shift = Math.abs(difference) % 1440;
  return Math.max(0, length - shift) + Math.max(0, length - (1440 - shift));
}
