import { checkProof, matchCohort } from '../../src/index.js';
import { priceAfresh } from './price-afresh.js';
import type { VariedCohort } from './varied-cohort.js';

/**
 * Matches with a matrix and with scores on demand, and says in words where (pairs, total), reasons or proofs
 * differ, or where a proof does not hold when every pair is priced anew.
 */
export function comparePaths({ cohort, options }: VariedCohort): string[] {
  const wrong: string[] = [];
  const matrix = matchCohort(cohort, { ...options, largestMatrix: Number.POSITIVE_INFINITY });
  const onDemand = matchCohort(cohort, { ...options, largestMatrix: 0 });
  const reached = { matrix: '', onDemand: '' };
  for (const [way, matching] of [
    ['matrix', matrix],
    ['onDemand', onDemand],
  ] as const) {
    const priced = priceAfresh(cohort, matching, options);
    wrong.push(...priced.wrong.slice(0, 3).map((text) => `${way}: ${text}`));
    if (String(priced.bound) !== String(priced.reached))
      wrong.push(`${way}: the prices bound ${priced.bound}, the pairs reach ${priced.reached}`);
    const { violations } = checkProof(cohort, matching);
    if (violations.length > 0) wrong.push(`${way}: checkProof finds ${violations[0]!.code}`);
    reached[way] = String(priced.reached);
  }
  if (reached.matrix !== reached.onDemand)
    wrong.push(`a matrix reaches ${reached.matrix}, on demand ${reached.onDemand}`);
  if (JSON.stringify(matrix.record) !== JSON.stringify(onDemand.record)) wrong.push('the records differ');
  return wrong;
}
