import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalTerm, termReader } from '../../src/participants/index.js';

test.each([
  ['case', 'JavaScript', 'javascript'],
  ['space around and within', '  Rock \t\n climbing\u3000', 'rock climbing'],
  ['a space that does not break', 'rock\u00a0climbing', 'rock climbing'],
  ['combining accents', 'Cafe\u0301', 'caf\u00e9'],
  ['full width', 'ＪＡＺＺ', 'jazz'],
  ['ligatures', 'ﬁsh', 'fish'],
  ['mathematical letters', '𝐂', 'c'],
  ['Hangul jamo', '\u1112\u1161\u11ab', '\ud55c'],
  ['a dot above I', 'İstanbul', 'i\u0307stanbul'],
  ['a dot above, another below', 'I\u0307\u0323', '\u1ecb\u0307'],
  ['capital sharp s', 'STRAẞE', 'straße'],
  ['final sigma', 'ΟΔΟΣ', 'οδος'],
  ['the Kelvin sign', '\u212a', 'k'],
])('%s: %j is %j', (_, text, term) => {
  expect(canonicalTerm(text)).toBe(term);
});

test('punctuation stays: C, C++, C# and .NET are four skills', () => {
  expect(new Set(['C', 'C++', 'C#', '.NET', 'NET'].map(canonicalTerm)).size).toBe(5);
});

test('accents and sharp s are letters of their own', () => {
  expect(new Set(['resume', 'résumé', 'strasse', 'straße', 'ı', 'i'].map(canonicalTerm)).size).toBe(6);
});

test('the canonical form of every code point, alone and between letters, is canonical', () => {
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0x20000 && point < 0xe0000) continue;
    const character = String.fromCodePoint(point);
    for (const text of [character, `Σ${character}I`]) {
      const term = canonicalTerm(text);
      if (canonicalTerm(term) !== term) expect.fail(`U+${point.toString(16)} in ${JSON.stringify(text)}`);
    }
    // What is not blank has a term, and no term starts with a space (the scoring room relies on it).
    const term = canonicalTerm(character);
    if ((term === '') !== (character.trim() === '') || term.startsWith(' ')) {
      expect.fail(`U+${point.toString(16)} gives ${JSON.stringify(term)}`);
    }
  }
});

const odd = fc.constantFrom(
  'İ',
  'I',
  '\u0307',
  '\u0323',
  '\u0345',
  'Σ',
  'ς',
  'ẞ',
  '¨',
  ' ',
  '\u00a0',
  'ǅ',
  'ᾼ',
  'Å',
  '\u0301',
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(odd, { maxLength: 8 }).map((parts) => parts.join('')),
);

test('a canonical term is its own canonical term, and has no space at its ends', () => {
  fc.assert(
    fc.property(text, (any) => {
      const term = canonicalTerm(any);
      expect(canonicalTerm(term)).toBe(term);
      expect(term.trim()).toBe(term);
    }),
    { numRuns: 5000 },
  );
});

test('composed and decomposed, wide and narrow, are one term', () => {
  fc.assert(
    fc.property(text, (any) => {
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
        expect(canonicalTerm(any.normalize(form))).toBe(canonicalTerm(any));
      }
    }),
    { numRuns: 2000 },
  );
});

test('an alias stands for all of its words, in any spelling, and is not replaced again', () => {
  const read = termReader({
    'Full  Stack': ['Frontend', 'BACKEND', 'frontend '],
    backend: ['server'],
    js: ['js', 'javascript'],
  });
  expect(read('full stack')).toEqual(['frontend', 'backend']);
  expect(read(' FULL STACK')).toEqual(['frontend', 'backend']);
  expect(read('Backend')).toEqual(['server']);
  expect(read('JS')).toEqual(['js', 'javascript']);
  expect(read('climbing')).toEqual(['climbing']);
  expect(read('climbing')).toBe(read('climbing'));
});

test('two spellings of one alias give their words together', () => {
  expect(termReader({ JS: ['javascript'], js: ['ecmascript'] })('Js')).toEqual(['javascript', 'ecmascript']);
});

test('__proto__ and constructor are terms, and may be aliases', () => {
  const aliases = JSON.parse('{"__proto__":["prototype"]}') as Record<string, string[]>;
  expect(termReader(aliases)('__PROTO__')).toEqual(['prototype']);
  expect(termReader()('__proto__')).toEqual(['__proto__']);
  expect(termReader({})('constructor')).toEqual(['constructor']);
});
