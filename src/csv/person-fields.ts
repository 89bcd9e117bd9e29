import type { ColumnRule } from './types.js';

/** Sets an own property, also one that is called `__proto__`. */
export function setOwn(record: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Puts what a cell holds into the field of a person that the rule names; lists from several columns add up. */
export function setField(person: Record<string, unknown>, rule: ColumnRule, value: unknown): void {
  switch (rule.to) {
    case 'name':
      person.name = person.name === undefined ? value : `${person.name} ${value}`;
      return;
    case 'survey':
      setOwn(partOf(person, 'survey', 'responses', rule.instrumentId), rule.item, value);
      return;
    case 'traits':
      setOwn(partOf(person, 'traits', 'means', rule.instrumentId), rule.trait, value);
      return;
    case 'attributes': {
      person.attributes ??= {};
      const attributes = person.attributes as Record<string, unknown>;
      const before = Object.hasOwn(attributes, rule.name) ? attributes[rule.name] : undefined;
      setOwn(
        attributes,
        rule.name,
        Array.isArray(value) ? append(before, value, rule.exact === true) : value,
      );
      return;
    }
    default:
      person[rule.to] = Array.isArray(value) ? append(person[rule.to], value, rule.exact === true) : value;
  }
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

/** A new list, so that people do not share what the reader of a column remembers. */
function append(before: unknown, items: readonly unknown[], exact: boolean): unknown[] {
  const copies = items.map((item) => (typeof item === 'object' ? { ...item } : item));
  if (!Array.isArray(before)) return copies;
  if (exact) return [...before, ...copies];
  const known = new Set(before.map((item) => JSON.stringify(item)));
  return [...before, ...copies.filter((item) => !known.has(JSON.stringify(item)))];
}
