import { canonicalTerm } from '../participants/index.js';
import { formMarks } from './header-rules.js';

/** A header as column rules are matched with it: canonical, without the marks that forms add to it. */
export function plainHeader(header: string): string {
  const plain = canonicalTerm(header).replace(formMarks, ' ').replace(/\s+/g, ' ');
  // By index: a pattern that ends in `+$` takes quadratic time on a long run of stars.
  let end = plain.length;
  while (end > 0 && ' *:'.includes(plain[end - 1]!)) end -= 1;
  return plain.slice(0, end).trim();
}

/** Finds the column of a header: `find(header, occurrence)` is its index, or −1. */
export function headerFinder(headers: readonly string[]): (header: string, occurrence?: number) => number {
  const places = new Map<string, number[]>();
  headers.forEach((header, at) => {
    for (const key of new Set([`=${header.trim()}`, plainHeader(header)])) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [at]);
      else known.push(at);
    }
  });
  return (header, occurrence = 1) => {
    const to = occurrence - 1;
    // The exact header first, so that `Name` and `name` can stand beside each other.
    return places.get(`=${header.trim()}`)?.[to] ?? places.get(plainHeader(header))?.[to] ?? -1;
  };
}

/** For each column which of its name it is, as `ColumnRule.occurrence` counts. */
export function occurrences(headers: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const key = header.trim();
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key)!;
  });
}
