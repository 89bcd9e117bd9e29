import { describe, expect, test } from 'vitest';
import { fairnessTexts } from '../src/fairness/index.js';
import { texts } from '../src/index.js';
import { metricTexts } from '../src/metrics/index.js';
import { texts as programTexts } from '../src/program/index.js';
import { reportTexts } from '../src/report/index.js';
import { suggestionTextsEnglish, suggestionTextsItalian } from '../src/scoring/index.js';

/** Everything that the library says, in both languages. */
const languages: Record<string, { readonly en: object; readonly it: object }> = {
  matching: texts,
  report: reportTexts,
  metrics: metricTexts,
  fairness: fairnessTexts,
  program: programTexts,
  suggestions: { en: suggestionTextsEnglish, it: suggestionTextsItalian },
};

/** Every sentence of a language by its place: a text, or a function that makes one. */
function sentencesOf(value: unknown, place = ''): [place: string, sentence: unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([name, part]) => sentencesOf(part, `${place}.${name}`));
}

/** What a sentence says of made-up values, and which of them it says. */
function say(sentence: (...values: never[]) => unknown): { said: string; values: string } {
  for (const values of [[named], ['<x>', '<y>', '<z>'], [7, 2], [['<x>', '<y>', '<z>']]] as never[][]) {
    try {
      const said = sentence(...values);
      if (typeof said === 'string' && !/undefined|NaN|\[object/.test(said))
        return { said, values: [...new Set(said.match(/<\w+>/g))].sort().join(' ') };
    } catch {
      // Made for values of another kind.
    }
  }
  throw new Error(`says nothing of any value: ${String(sentence)}`);
}

/** An object in which every name holds a text, the name itself; nothing that could pass as a text or a list. */
const named = new Proxy(
  {},
  {
    get: (_, name) => {
      if (
        typeof name === 'symbol' ||
        name in Object.prototype ||
        name in Array.prototype ||
        name === 'toFixed'
      )
        throw new TypeError('is neither a text nor a list');
      return `<${name}>`;
    },
  },
) as never;

describe.each(Object.entries(languages))('%s', (_, { en, it }) => {
  const english = sentencesOf(en);
  const italian = new Map(sentencesOf(it));

  test('both languages have the same sentences, each made in the same way', () => {
    expect([...italian.keys()].sort()).toEqual(english.map(([place]) => place).sort());
    for (const [place, sentence] of english)
      expect(`${place} ${typeof italian.get(place)}`).toBe(`${place} ${typeof sentence}`);
  });

  test('no sentence is empty, and Italian says of every value what English says of it', () => {
    for (const [place, sentence] of english) {
      const other = italian.get(place);
      if (typeof sentence !== 'function' || typeof other !== 'function') {
        expect(String(other).length > 0, place).toBe(String(sentence).length > 0);
        continue;
      }
      const [one, two] = [say(sentence as () => unknown), say(other as () => unknown)];
      expect(`${place} says ${two.values}`).toBe(`${place} says ${one.values}`);
      expect(two.said.length > 0, place).toBe(one.said.length > 0);
    }
  });
});
