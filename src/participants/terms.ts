import { canonicalTerm, reading } from '../core/index.js';

/**
 * Other words for a term, by the caller: `{ js: ['javascript'], 'full stack': ['frontend', 'backend'] }`.
 * A term that has an entry is replaced by the terms of its entry (which are not replaced again).
 */
export type Aliases = Readonly<Record<string, readonly string[]>>;

/** Turns terms as people write them into the terms they are compared by; repeats are left out. */
export type TermReader = (text: string) => readonly string[];

/**
 * Makes a reader of terms that knows `aliases`; what it has read once it remembers.
 *
 * @returns for a text its canonical term, or the canonical terms that the aliases give for it
 * @throws InputError for aliases that are no lists of texts by word; the reader for what is no text
 */
export function termReader(aliases: Aliases = {}): TermReader {
  const rule = 'an object: word → list of words that stand for it';
  const replacements = reading('termReader', 'aliases', aliases, rule, () => replacementsOf(aliases));
  const known = new Map<string, readonly string[]>();
  return (text) => {
    let terms = known.get(text);
    if (terms === undefined) {
      const term = canonicalTerm(text);
      terms = replacements.get(term) ?? [term];
      known.set(text, terms);
    }
    return terms;
  };
}

function replacementsOf(aliases: Aliases): Map<string, readonly string[]> {
  const replacements = new Map<string, readonly string[]>();
  for (const [alias, terms] of Object.entries(aliases)) {
    const canonical = terms.map(canonicalTerm);
    const key = canonicalTerm(alias);
    replacements.set(key, [...new Set([...(replacements.get(key) ?? []), ...canonical])]);
  }
  return replacements;
}
