import { isCalendarDate } from '../participants/inner.js';
import { notUnderstood, type Reading } from './reading.js';

/**
 * A date: `2026-03-04` (a time after it is left out), or `04/03/2026`, which is read by `order`, or without it
 * only where one of the two numbers cannot be a month.
 */
export function readDate(cell: string, order?: 'day-first' | 'month-first'): Reading<string> {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return existing(iso[1]!, iso[2]!, iso[3]!);
  const other = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,].*)?$/.exec(text);
  if (!other) return notUnderstood('a date that exists, such as 2026-03-04');
  const [, first, second, year] = other as unknown as [string, string, string, string];
  const sure = Number(first) > 12 ? 'day-first' : Number(second) > 12 ? 'month-first' : undefined;
  const known = sure ?? (first === second ? 'day-first' : order);
  if (known === undefined) {
    return notUnderstood(
      'a date such as 2026-03-04, or a column rule with dateOrder "day-first" or "month-first"',
    );
  }
  return known === 'day-first' ? existing(year, second, first) : existing(year, first, second);
}

/** The order in which a column writes dates, where some can be read in one way alone and they agree. */
export function dateOrderOf(cells: readonly string[]): 'day-first' | 'month-first' | undefined {
  let order: 'day-first' | 'month-first' | undefined;
  for (const cell of cells) {
    const found = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(cell);
    const own =
      found && (Number(found[1]) > 12 ? 'day-first' : Number(found[2]) > 12 ? 'month-first' : undefined);
    if (!own) continue;
    if (order !== undefined && order !== own) return undefined;
    order = own;
  }
  return order;
}

function existing(year: string, month: string, day: string): Reading<string> {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? { value: date } : notUnderstood('a date that exists, such as 2026-03-04');
}
