import { freezeDeep } from '../core/index.js';
import { parseStoredMatching } from '../schema/inner.js';
import type { Matching } from './types.js';

/** Matchings that were read in this process and need no second look: frozen, so that they stay as read. */
const known = new WeakSet<object>();

/**
 * Reads a matching back: JSON text, or what `JSON.parse` made of it.
 *
 * @returns a frozen copy
 * @throws InputError with every problem of the shape. Whether it belongs to a cohort is looked at by the
 * verbs that take both.
 *
 * Linear in the size of the matching.
 */
export function parseMatching(input: unknown): Matching {
  return parseMatchingFor('parseMatching', input);
}

/** `parseMatching` under the name of the function that a caller called. */
export function parseMatchingFor(functionName: string, input: unknown): Matching {
  if (known.has(input as object)) return input as Matching;
  // The stored shape is the type's, but for the model, which a compiled cohort is held against.
  const matching = parseStoredMatching(functionName, input) as Matching;
  known.add(freezeDeep(matching));
  return matching;
}
