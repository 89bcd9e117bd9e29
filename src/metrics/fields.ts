import { InputError, reading } from '../core/index.js';

/** Parsed JSON of an unknown shape. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entry under a name of the object itself, never of its prototype. */
export function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The entry under a name of whatever was passed; `undefined` where it cannot be read. */
export function entry(value: unknown, name: string): unknown {
  try {
    return (value as Fields | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

/** A copy that no getter, cycle or later change of the caller's can reach; `undefined` where there is none. */
export function plainCopy(value: unknown): unknown {
  try {
    const text = JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'number' && !Number.isFinite(each) ? String(each) : each,
    );
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** The items of a list, each copied; one that cannot be is `undefined`. */
export function copyItems(functionName: string, path: string, value: unknown): unknown[] {
  return reading(functionName, path, value, 'a list', () => {
    if (!Array.isArray(value))
      throw new InputError(functionName, [{ path, value: plainCopy(value), rule: 'a list' }]);
    return Array.from({ length: value.length }, (_, index) => {
      try {
        return plainCopy(value[index]);
      } catch {
        return undefined;
      }
    });
  });
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export function isWhole(value: unknown, lowest: number, highest: number): value is number {
  return Number.isInteger(value) && (value as number) >= lowest && (value as number) <= highest;
}

const millisecondsOfDay = 86_400_000;

/** Days from 1970-01-01 to a date that exists. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsOfDay;
}
