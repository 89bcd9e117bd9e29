/** Whether what a caller passed is an array; a proxy that was revoked is none. */
export function isList(value: unknown): value is unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * A copy of an array that a caller passed, holes filled with `undefined`; `undefined` for what is none, or where a
 * getter or a proxy throws.
 */
export function listOf(value: unknown): unknown[] | undefined {
  try {
    return Array.isArray(value) ? Array.from(value) : undefined;
  } catch {
    return undefined;
  }
}
