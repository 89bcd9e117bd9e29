import type { Proportion } from './newcombe-interval.js';

/**
 * Fisher's exact test, two-sided: how likely two groups with one common share, and as many hits in all, differ in a
 * way that is as unlikely as this one or more so. The hypergeometric probabilities of all tables with the same margins
 * that are no greater than that of the table (within 10⁻⁷, as R's `fisher.test` has it). Fisher (1934), *Statistical
 * Methods for Research Workers*, 5th edition, 21.02.
 *
 * The probabilities come from their ratios, outwards from the likeliest table, so nothing under- or overflows.
 *
 * @returns in (0, 1]; 1 where a group is empty
 *
 * O(hits).
 */
export function fisherExact(first: Proportion, second: Proportion): number {
  const hits = first.hits + second.hits;
  const all = first.n + second.n;
  const lowest = Math.max(0, hits - second.n);
  const highest = Math.min(hits, first.n);
  const ratioUp = (k: number) => ((hits - k) * (first.n - k)) / ((k + 1) * (second.n - hits + k + 1));
  const likeliest = Math.min(highest, Math.max(lowest, Math.floor(((hits + 1) * (first.n + 1)) / (all + 2))));
  const weights = new Float64Array(highest - lowest + 1);
  weights[likeliest - lowest] = 1;
  for (let k = likeliest; k < highest; k += 1) weights[k + 1 - lowest] = weights[k - lowest]! * ratioUp(k);
  for (let k = likeliest; k > lowest; k -= 1) weights[k - 1 - lowest] = weights[k - lowest]! / ratioUp(k - 1);
  const observed = weights[first.hits - lowest]! * (1 + 1e-7);
  const ascending = weights.toSorted();
  let total = 0;
  let extreme = 0;
  for (const weight of ascending) {
    total += weight;
    if (weight <= observed) extreme += weight;
  }
  return Math.min(1, extreme / total);
}
