import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/index.js';

test('keys stand in code-unit order at every depth, without white space (RFC 8785, 3.2.3)', () => {
  expect(canonicalJson({ b: [{ z: 1, a: null }], a: 'x', B: true })).toBe(
    '{"B":true,"a":"x","b":[{"a":null,"z":1}]}',
  );
});

test('the sorting example of RFC 8785: control, digit, Latin, Euro, surrogates, Hebrew', () => {
  const data = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  const order = [...canonicalJson(data).matchAll(/:"([^"]*)"/g)].map(([, value]) => value);
  expect(order).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

test('keys that look like numbers are texts too: "10" comes before "9"', () => {
  expect(canonicalJson({ 9: 'nine', 10: 'ten', '-1': 'minus' })).toBe('{"-1":"minus","10":"ten","9":"nine"}');
});

test('undefined is left out of objects and is null in lists, as JSON.stringify has it', () => {
  expect(canonicalJson({ a: undefined, b: [undefined], c: Number.NaN, d: -0 })).toBe(
    '{"b":[null],"c":null,"d":0}',
  );
});

test('an own key __proto__ is a key like any other', () => {
  const data: unknown = JSON.parse('{"__proto__":{"b":1,"a":2},"a":1}');
  expect(canonicalJson(data)).toBe('{"__proto__":{"a":2,"b":1},"a":1}');
});

test('the text parses back to the same data, whatever the JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 300 },
  );
});

test('equal data give equal text, however their keys were put in', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([key]) => key });
  const shuffled = entries.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(canonicalJson(Object.fromEntries(other))).toBe(canonicalJson(Object.fromEntries(one)));
    }),
  );
});
