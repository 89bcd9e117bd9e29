import { expect, it } from 'vitest';
import { comparePaths } from './compare-paths.js';
import { variedCohort } from './varied-cohort.js';

/** Longer and larger: `npm run soak:cohorts`. */
it('(pairs, total) is the same with a matrix and with scores on demand, under every rule, and both are proven', () => {
  const wrong = Array.from({ length: 100 }, (_, seed) =>
    variedCohort(seed, seed % 10 === 0 ? 400 : 80),
  ).flatMap((varied) => comparePaths(varied).map((text) => `${varied.name}: ${text}`));
  expect(wrong).toEqual([]);
});
