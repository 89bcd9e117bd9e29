import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohortJsonSchema, safeParseCohort } from '../../src/schema/index.js';
import { cohortArbitrary } from '../support/arbitraries.js';

type Schema = Readonly<Record<string, unknown>>;

const typeOf = (data: unknown): string =>
  data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data;

/** The keywords of JSON Schema 2020-12 that the cohort's schema uses; any other is an error. */
const keywords: Readonly<Record<string, (rule: never, data: never, schema: Schema) => boolean>> = {
  $schema: () => true,
  description: () => true,
  format: () => true,
  type: (types: string | string[], data: unknown) =>
    [types].flat().some((type) => (type === 'integer' ? Number.isInteger(data) : type === typeOf(data))),
  const: (value: unknown, data: unknown) => value === data,
  anyOf: (schemas: Schema[], data: unknown) => schemas.some((schema) => isValid(schema, data)),
  properties: (properties: Record<string, Schema>, data: unknown) =>
    typeOf(data) !== 'object' ||
    Object.entries(data as object).every(
      ([key, value]) => !Object.hasOwn(properties, key) || isValid(properties[key]!, value),
    ),
  additionalProperties: (rule: Schema | false, data: unknown, schema) =>
    typeOf(data) !== 'object' ||
    Object.entries(data as object).every(
      ([key, value]) =>
        Object.hasOwn((schema.properties as object | undefined) ?? {}, key) ||
        (rule !== false && isValid(rule, value)),
    ),
  required: (names: string[], data: unknown) =>
    typeOf(data) !== 'object' || names.every((name) => Object.hasOwn(data as object, name)),
  items: (items: Schema, data: unknown) => !Array.isArray(data) || data.every((item) => isValid(items, item)),
  minimum: (minimum: number, data: unknown) => typeof data !== 'number' || data >= minimum,
  maximum: (maximum: number, data: unknown) => typeof data !== 'number' || data <= maximum,
  pattern: (pattern: string, data: unknown) =>
    typeof data !== 'string' || new RegExp(pattern, 'u').test(data),
};

function isValid(schema: Schema, data: unknown): boolean {
  return Object.entries(schema).every(([keyword, rule]) => {
    if (keywords[keyword] === undefined) throw new Error(`keyword ${keyword} is not known here`);
    return keywords[keyword](rule as never, data as never, schema);
  });
}

const schema = cohortJsonSchema();

test('the JSON Schema is plain JSON of draft 2020-12, and nobody can spoil it for others', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  cohortJsonSchema().required = [];
  expect(cohortJsonSchema()).toEqual(schema);
  expect(schema.required).toEqual(['mentors', 'mentees']);
});

test('whatever parseCohort takes, the JSON Schema takes', () => {
  fc.assert(
    fc.property(cohortArbitrary(), (input) => {
      expect(isValid(schema, JSON.parse(JSON.stringify(input)))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('what the JSON Schema takes, parseCohort takes, but for what holds between people, zones and dates', () => {
  const beyond =
    /id that|the id of|each id once|referenceDate|circle|time zone|later than|time HH:MM|that exists/;
  const value = fc.oneof(
    fc.constantFrom(null, '', ' ', 'ana', 0, 1, -1, 1.5, 1e9, true, [], {}, ['a'], [''], [1], [null], [[]]),
    fc.constantFrom({ instrumentId: 'x', responses: { a: 'b' } }, { instrumentId: 'x', means: { a: 1 } }),
    fc.constantFrom([{ name: 'a' }], [{ name: '' }], [{ name: 'a', level: -1 }], [{ name: 'a', x: 1 }]),
    fc.constantFrom([{ day: 1, start: '09:00', end: '10:00' }], [{ day: 0, start: '09:00', end: '10:00' }]),
    fc.constantFrom({ a: 1 }, { a: null }, { a: ['b'] }, { a: [1] }, '2026-01-15'),
  );
  const names = Object.keys(
    (schema.properties as { mentors: { items: { properties: object } } }).mentors.items.properties,
  );
  const person = fc.tuple(fc.constantFrom(...names, 'other'), value).map(([name, item]) => {
    return { id: 'ana', optedIn: true, [name]: item };
  });
  let refused = 0;
  fc.assert(
    fc.property(person, (mentor) => {
      const input = { mentors: [mentor], mentees: [] };
      const parsed = safeParseCohort(input, { assumeOptedIn: true });
      const problems = parsed.success ? [] : parsed.error.problems;
      // A text may be no time zone or no date; a reference may lead nowhere. Anything else the schema sees.
      const isWrong = problems.some(
        ({ path, value: shown, rule }) =>
          !(beyond.test(`${path} ${rule}`) && (typeof shown === 'string' || path === 'referenceDate')),
      );
      if (isWrong) refused += 1;
      expect(isValid(schema, input)).toBe(!isWrong);
    }),
    { numRuns: 1500 },
  );
  expect(refused).toBeGreaterThan(300);
});
