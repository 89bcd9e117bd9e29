import { compareText, hashText, portableLog } from '../core/index.js';
import type { FactorStatistics } from './kind.js';

/** A term as a stored baseline names it: 64 bits of hash, since a matching holds no answers of people. */
function termKey(term: string): string {
  const part = (seed: number) => hashText(term, seed).toString(16).padStart(8, '0');
  return part(0x7465726d) + part(0x73616c74);
}

/** How many people named each term, ready to be stored. */
export function termFrequency(
  lists: Iterable<readonly string[] | undefined>,
): NonNullable<FactorStatistics['termFrequency']> {
  const counts = new Map<string, number>();
  let people = 0;
  for (const list of lists) {
    if (list === undefined) continue;
    people += 1;
    for (const term of new Set(list)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const stored = [...counts].map(([term, count]) => [termKey(term), count] as const);
  stored.sort(([one], [other]) => compareText(one, other));
  return { people, counts: Object.fromEntries(stored) };
}

/**
 * Weight of each term by its rarity: ln(1 + N/n), N people answered and n of them named the term (the inverse
 * document frequency of Spärck Jones 1972, doi:10.1108/eb026526, smoothed so that a term everybody names
 * still counts). A term that nobody named in the baseline counts as named once.
 */
export function rarityWeights(
  vocabulary: readonly string[],
  { people, counts }: NonNullable<FactorStatistics['termFrequency']>,
): Float64Array {
  return Float64Array.from(vocabulary, (term) => {
    const key = termKey(term);
    const named = Object.hasOwn(counts, key) ? Math.max(1, counts[key]!) : 1;
    return portableLog(1 + Math.max(people, named) / named);
  });
}
