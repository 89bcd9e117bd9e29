import type * as z from 'zod';
import { type ProblemList, unknownNameRule } from '../core/index.js';

/**
 * Turns the issues of a zod check into problems with path, value and rule. A field of no known name is a
 * problem of its own: a mistyped one would otherwise be lost in silence.
 *
 * @param knownFields the names of the outermost object
 */
export function addZodProblems(
  problems: ProblemList,
  input: unknown,
  issues: readonly z.core.$ZodIssue[],
  knownFields: readonly string[],
): void {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const path = [...issue.path, key];
        problems.add(pathText(path), valueAt(input, path), unknownFieldRule(key, knownFields));
      }
    } else problems.add(pathText(issue.path), valueAt(input, issue.path), issue.message);
  }
}

/** The rule that a field of no known name breaks. */
export function unknownFieldRule(key: string, known: readonly string[]): string {
  const own = known.includes('attributes') ? ' (data of your own go into attributes)' : '';
  return unknownNameRule('field', key, known) + own;
}

/** A path as people write it in code: `mentors[3].capacity`, `attributes["odd name"]`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(part))) text += text === '' ? String(part) : `.${String(part)}`;
    else text += `[${JSON.stringify(String(part))}]`;
  }
  return text;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
