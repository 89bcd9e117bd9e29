import type { ColumnRule } from './types.js';

/** Sets an own property, also one that is called `__proto__`. */
export function setOwn(record: Record<string, unknown>, key: string, value: unknown): void {
  // Defining is slow, and assigning is the same for every other name.
  if (key !== '__proto__') record[key] = value;
  else Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * Puts what a cell holds into the field of a person that the rule names. Lists and names from several columns add
 * up; of other fields the first cell counts.
 *
 * @returns whether the field now holds what the cell says
 */
export function setField(person: Record<string, unknown>, rule: ColumnRule, value: unknown): boolean {
  const isExact = rule.exact === true;
  switch (rule.to) {
    case 'name':
      person.name = person.name === undefined ? value : `${person.name} ${value}`;
      return true;
    case 'survey':
      return setIn(partOf(person, 'survey', 'responses', rule.instrumentId), rule.item, value, isExact);
    case 'traits':
      return setIn(partOf(person, 'traits', 'means', rule.instrumentId), rule.trait, value, isExact);
    case 'attributes':
      person.attributes ??= {};
      return setIn(person.attributes as Record<string, unknown>, rule.name, value, isExact);
    default:
      return setIn(person, rule.to, value, isExact);
  }
}

function setIn(record: Record<string, unknown>, key: string, value: unknown, isExact: boolean): boolean {
  const before = Object.hasOwn(record, key) ? record[key] : undefined;
  if (Array.isArray(value)) setOwn(record, key, append(before, value, isExact));
  else if (before === undefined) setOwn(record, key, value);
  else return before === value;
  return true;
}

function partOf(
  person: Record<string, unknown>,
  field: 'survey' | 'traits',
  part: 'responses' | 'means',
  instrumentId: string,
): Record<string, unknown> {
  person[field] ??= { instrumentId, [part]: {} };
  return (person[field] as Record<string, Record<string, unknown>>)[part]!;
}

/** What the lists of people hold already, so that a list from thousands of columns takes linear time. */
const known = new WeakMap<readonly unknown[], Set<string>>();

/** A new list, so that people do not share what the reader of a column remembers. */
function append(before: unknown, items: readonly unknown[], exact: boolean): unknown[] {
  const copies = items.map((item) => (typeof item === 'object' ? { ...item } : item));
  if (!Array.isArray(before)) return copies;
  if (exact) {
    for (const item of copies) before.push(item);
    return before;
  }
  const seen = known.get(before) ?? new Set(before.map((item) => JSON.stringify(item)));
  known.set(before, seen);
  for (const item of copies) {
    const key = JSON.stringify(item);
    if (!seen.has(key)) {
      seen.add(key);
      before.push(item);
    }
  }
  return before;
}
