import { compareText } from './hash.js';

/**
 * JSON with the keys of every object in code-unit order and no white space, so that equal data give equal
 * text (the idea of RFC 8785; numbers are written as `JSON.stringify` writes them). Keys whose value is
 * `undefined` are left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortKeys(value));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, item]) => [key, sortKeys(item)] as const);
  return Object.fromEntries(entries);
}
