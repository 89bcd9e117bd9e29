import { compareText } from './hash.js';

/**
 * JSON with the keys of every object in code-unit order and no white space, so that equal data give equal
 * text (RFC 8785; numbers and texts are written as `JSON.stringify` writes them). Keys whose value JSON cannot
 * hold are left out.
 *
 * @param value plain data
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? 'null';
}

/** Written by hand, since an object puts keys that look like numbers first, whatever order they came in. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? 'null').join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields: string[] = [];
  for (const key of Object.keys(value).sort(compareText)) {
    const text = textOf((value as Record<string, unknown>)[key]);
    if (text !== undefined) fields.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${fields.join(',')}}`;
}
