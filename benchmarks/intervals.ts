/** How often 95 % intervals hold the truth, by seeded simulation: `npm run simulate:intervals`. Takes some seconds. */
import { type Coverage, newcombeCoverage, wilsonCoverage } from '../test/support/coverage.js';

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
const line = (name: string, { mean, least, intervals }: Coverage) =>
  `${name}: ${percent(mean)} of ${intervals} on average, ${percent(least)} in the worst cell`;

console.log(line('Wilson  ', wilsonCoverage(1, 20_000)));
console.log(line('Newcombe', newcombeCoverage(2, 1_000)));
