import { isTimeZone } from '../participants/index.js';
import { interpreted, notUnderstood, type Reading } from './reading.js';

/** Abbreviations that stand for one offset wherever they are used. */
const abbreviations = new Map<string, number>([
  ...([
    ['Z', 0],
    ['UTC', 0],
    ['GMT', 0],
    ['WET', 0],
    ['CET', 60],
    ['CEST', 120],
    ['EET', 120],
  ] as const),
  ...([
    ['EEST', 180],
    ['JST', 540],
    ['EST', -300],
    ['EDT', -240],
    ['PST', -480],
    ['PDT', -420],
  ] as const),
]);

const rule = 'a time zone such as Europe/Rome, UTC+5:30, +05:30 or 5.5 (hours east of UTC)';
const known = new Map<string, string | undefined>();

/**
 * A time zone as people and forms write it: an IANA name, `UTC+5:30`, `+05:30`, `GMT-3`, Windows'
 * `(UTC+01:00) Rome`, or a number: up to ±14 it is hours (`5.5` is five and a half), from ±60 on quarters of an hour in
 * minutes; what lies between, or is no quarter, is no zone anywhere.
 *
 * @returns an IANA name or whole minutes east of UTC
 */
export function readTimeZone(cell: string): Reading<string | number> {
  // The longest names of zones have some 80 signs; the patterns below take quadratic time.
  if (cell.length > 200) return notUnderstood(rule);
  const text = cell.trim().replace(/[−–]/g, '-');
  const number = /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  const clock = /^([+-]?)(\d\d)([0-5]\d)$/.exec(text);
  if (clock !== null) {
    const minutes = Number(clock[2]) * 60 + Number(clock[3]);
    return withinDay(clock[1] === '-' ? -minutes : minutes);
  }
  if (number !== undefined) return readNumber(number);
  const offset = /^\(?(?:UTC|GMT)?\s*([+-])\s*(\d{1,2})(?:[:.h]?([0-5]\d))?(?:[.,](\d+))?\)?(?![\d:])/i.exec(
    text,
  );
  const closed =
    offset &&
    (offset[0].length === text.length || offset[0].endsWith(')') || /^\s/.test(text.slice(offset[0].length)));
  if (offset && closed) {
    const decimals = offset[4] === undefined ? 0 : Number(`0.${offset[4]}`) * 60;
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0) + decimals;
    return withinDay(offset[1] === '-' ? -minutes : minutes);
  }
  if (/^\((?:UTC|GMT)\)/i.test(text)) return { value: 0 };
  const name = ianaName(text);
  if (name !== undefined) return { value: name };
  const fixed = abbreviations.get(text.toUpperCase());
  if (fixed === undefined) return notUnderstood(rule);
  if (fixed === 0) return { value: 0 };
  return interpreted(fixed, `an abbreviation, read as ${fixed} minutes east of UTC all year`);
}

function readNumber(number: number): Reading<number> {
  if (Math.abs(number) <= 14) return withinDay(number * 60);
  return Math.abs(number) >= 60 && number % 15 === 0 ? withinDay(number) : notUnderstood(rule);
}

function withinDay(minutes: number): Reading<number> {
  const whole = Math.round(minutes * 1e6) / 1e6;
  if (!Number.isInteger(whole) || Math.abs(whole) > 840) return notUnderstood(rule);
  return { value: whole === 0 ? 0 : whole };
}

/** The engine is asked once for each name: asking is slow, and a column repeats its zones. */
function ianaName(text: string): string | undefined {
  if (known.has(text)) return known.get(text);
  const candidate = /[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+/.exec(text)?.[0];
  const name = candidate !== undefined && isTimeZone(candidate) ? candidate : undefined;
  if (known.size > 1000) known.clear();
  known.set(text, name);
  return name;
}
