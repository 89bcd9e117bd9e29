import type { QuotaCount } from '../matching/index.js';
import type { IndexPairs } from './programme.js';
import type { CompiledRow } from './quota-rows.js';

/** Each limit with the pairs that count for it. */
export function countPairs(rows: readonly CompiledRow[], pairs: IndexPairs): QuotaCount[] {
  return rows.map(({ quota, group, limit, value, counts }) => ({
    quota,
    group,
    limit,
    value,
    pairs: pairs.filter(([mentee, mentor]) => counts(mentee, mentor)).length,
    ofPairs: pairs.length,
  }));
}

/** Whether a limit holds, in whole numbers. */
export function holds({ limit, value, pairs, ofPairs }: QuotaCount): boolean {
  if (limit === 'atLeast') return pairs >= value;
  if (limit === 'atMost') return pairs <= value;
  const share = Math.round(value * 1e4) * ofPairs;
  return limit === 'atLeastShare' ? pairs * 1e4 >= share : pairs * 1e4 <= share;
}
