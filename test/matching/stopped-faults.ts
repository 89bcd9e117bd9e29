import { checkProof, type Matching } from '../../src/index.js';
import { type Priced, priceAfresh } from './price-afresh.js';
import type { VariedCohort } from './varied-cohort.js';

/** A clock that moves on by 1 whenever it is asked: `within: n` is over at the n-th pause of the search. */
export function counting() {
  let now = 0;
  return () => now++;
}

const compare = (one: Priced['bound'], other: Priced['bound']) => one[0] - other[0] || one[1] - other[1];

/** What is wrong with a matching that was stopped, beside one that was finished. */
export function findFaults({ cohort, options }: VariedCohort, stopped: Matching, best: Matching): string[] {
  const { proof } = stopped;
  const { wrong, bound, reached } = priceAfresh(cohort, stopped, options);
  const optimum = priceAfresh(cohort, best, options).reached;
  const faults = [...wrong];
  if (compare(reached, optimum) > 0) faults.push('better than the best');
  if (compare(bound, optimum) < 0) faults.push(`the bound ${bound} is below the best, ${optimum}`);
  const isTotalFirst = options.objective === 'best-total';
  const stated = [proof.pairsUpperBound!, Math.round(proof.upperBound! * 1e6)];
  const gaps = [proof.pairsGap!, Math.round(proof.gap! * 1e6)];
  for (const numbers of isTotalFirst ? [stated, gaps] : []) numbers.reverse();
  if (String(stated) !== String(bound)) faults.push(`states the bound ${stated}, has ${bound}`);
  if (String(gaps) !== String([bound[0] - reached[0], bound[1] - reached[1]])) faults.push(`gap ${gaps}`);
  if (!isTotalFirst && stopped.pairs.length !== best.pairs.length) faults.push('costs somebody a place');
  const isProven = compare(bound, reached) === 0;
  const codes = new Set(checkProof(cohort, stopped).violations.map(({ code }) => code));
  if (codes.size !== (isProven ? 0 : 1) || (!isProven && !codes.has('gap')))
    faults.push(`checkProof finds ${[...codes]}`);
  return faults;
}
