/**
 * Readers: small functions that turn what a caller passed, whatever it is, into checked plain data of one shape, and
 * note what is wrong. They copy, so that nothing a caller holds is shared with a result.
 */
import { ProblemList, unknownNameRule } from '../core/index.js';
import { isProgramDate } from './dates.js';

/** Reads a value found at `path`; what it returns after noting a problem is never used. */
export type Read<Value> = (value: unknown, path: string, problems: ProblemList) => Value;

/** A value for which something is wrong; the call ends with an error before anyone looks at it. */
function reject<Value>(problems: ProblemList, path: string, value: unknown, rule: string): Value {
  problems.add(path, value, rule);
  return undefined as Value;
}

/** A text of `least` to `most` characters once white space around it is gone. */
export const text =
  (least = 1, most = 2000): Read<string> =>
  (value, path, problems) => {
    const trimmed = typeof value === 'string' ? value.trim() : undefined;
    if (trimmed !== undefined && trimmed.length >= least && trimmed.length <= most) return trimmed;
    return reject(problems, path, value, least > 0 ? `a text of ${least} to ${most} characters` : 'a text');
  };

/** An id: compared to the letter, so nothing is trimmed. */
export const id: Read<string> = (value, path, problems) =>
  typeof value === 'string' && value !== '' && value.length <= 500
    ? value
    : reject(problems, path, value, 'an id: a text that is not empty');

export const date: Read<string> = (value, path, problems) =>
  isProgramDate(value)
    ? value
    : reject(problems, path, value, 'a date that exists, YYYY-MM-DD, from 1900 to 2199');

export const whole =
  (least: number, most: number): Read<number> =>
  (value, path, problems) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value + 0
      : reject(problems, path, value, `a whole number from ${least} to ${most}`);

/** A weight relative to others: 0.001 … 1000. */
export const weight: Read<number> = (value, path, problems) =>
  typeof value === 'number' && value >= 0.001 && value <= 1000
    ? value
    : reject(problems, path, value, 'a number from 0.001 to 1000');

export const flag: Read<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : reject(problems, path, value, 'true or false');

export const oneOf =
  <const Value extends string | number>(...allowed: readonly Value[]): Read<Value> =>
  (value, path, problems) => {
    // Adding 0 to a number makes −0 a 0, which is what JSON would make of it.
    const found = allowed.find((each) => each === value);
    return found ?? reject(problems, path, value, allowed.map((each) => JSON.stringify(each)).join(', '));
  };

/** `null`, or what the reader takes; missing is `null`. */
export const orNull =
  <Value>(read: Read<Value>): Read<Value | null> =>
  (value, path, problems) =>
    value === undefined || value === null ? null : read(value, path, problems);

/** Missing (or `null`) is `fallback`. */
export const withDefault =
  <Value>(read: Read<Value>, fallback: Value): Read<Value> =>
  (value, path, problems) =>
    value === undefined || value === null ? fallback : read(value, path, problems);

/** A list of at most `most` items. */
export const listOf =
  <Value>(read: Read<Value>, most = 10_000): Read<readonly Value[]> =>
  (value, path, problems) => {
    if (!Array.isArray(value) || value.length > most)
      return reject(problems, path, value, `a list of at most ${most}`);
    return Array.from({ length: value.length }, (_, index) =>
      readSafely(() => value[index], `${path}[${index}]`, read, problems),
    );
  };

/** A list in which no two items have the same key. */
export const listWithout =
  <Value>(read: Read<Value>, what: string, keyOf: (item: Value) => unknown): Read<readonly Value[]> =>
  (value, path, problems) => {
    const before = problems.length;
    const items = listOf(read)(value, path, problems);
    if (problems.length > before) return items;
    const seen = new Set<unknown>();
    items.forEach((item, index) => {
      const key = keyOf(item);
      if (seen.has(key)) problems.add(`${path}[${index}]`, key, `no ${what} twice`);
      seen.add(key);
    });
    return items;
  };

/** An object with these fields and no others. */
export const shape =
  <Fields extends Readonly<Record<string, unknown>>>(
    what: string,
    fields: { readonly [Name in keyof Fields]: Read<Fields[Name]> },
  ): Read<Fields> =>
  (value, path, problems) => {
    const names = namesOf(value);
    if (names === undefined) return reject(problems, path, value, what);
    const known = Object.keys(fields);
    const at = (name: string) => (path === '' ? name : `${path}.${name}`);
    for (const name of names) {
      if (!known.includes(name)) problems.add(at(name), undefined, unknownNameRule('field', name, known));
    }
    const read: Record<string, unknown> = {};
    for (const name of known) {
      const has = names.includes(name);
      const get = () => (has ? (value as Record<string, unknown>)[name] : undefined);
      read[name] = readSafely(get, at(name), fields[name] as Read<unknown>, problems);
    }
    return read as Fields;
  };

/** The reader's value, and what else must hold of it once it is of the right shape. */
export const checked =
  <Value>(
    read: Read<Value>,
    check: (value: Value, note: (place: string, value: unknown, rule: string) => void) => void,
  ): Read<Value> =>
  (value, path, problems) => {
    const before = problems.length;
    const result = read(value, path, problems);
    if (problems.length === before)
      check(result, (place, found, rule) => {
        const join = path === '' || place === '' || place.startsWith('[') ? '' : '.';
        problems.add(`${path}${join}${place}`, found, rule);
      });
    return result;
  };

/**
 * Reads one argument of a public function and throws what is wrong with it.
 *
 * @param path how problems name the argument; '' for the only one
 */
export function readArgument<Value>(
  functionName: string,
  path: string,
  value: unknown,
  read: Read<Value>,
): Value {
  const problems = new ProblemList(functionName);
  const result = readSafely(() => value, path, read, problems);
  problems.throwIfAny();
  return result;
}

/** A getter or a proxy of the caller's may throw: that is bad input too. */
function readSafely<Value>(
  get: () => unknown,
  path: string,
  read: Read<Value>,
  problems: ProblemList,
): Value {
  let value: unknown;
  try {
    value = get();
    return read(value, path, problems);
  } catch {
    return reject(problems, path, '(cannot be read)', 'plain data');
  }
}

function namesOf(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.keys(value);
}
