/**
 * The longer version of equal-paths.test.ts: `npm run soak:cohorts`, or `npm run soak:cohorts -- 7 300` for 300 cohorts
 * from seed 7 on, of up to 2,000 people on each side (every twentieth of 1,900 to 2,300, so that the start for long
 * rows is met too). Ends with 1 at the first cohort whose two ways disagree.
 */
import { comparePaths } from './compare-paths.js';
import { variedCohort } from './varied-cohort.js';

const [firstSeed = 1, count = 200] = process.argv.slice(2).map(Number);
const start = performance.now();
let pairs = 0;
for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  const varied = seed % 20 === 0 ? variedCohort(seed, 2300, 1900) : variedCohort(seed, 2000);
  const wrong = comparePaths(varied);
  pairs += varied.cohort.menteeIds.length * varied.cohort.mentorIds.length;
  if (wrong.length === 0) continue;
  console.error(`${varied.name}\n  ${wrong.join('\n  ')}`);
  process.exit(1);
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${count} cohorts from seed ${firstSeed} on, ${pairs} pairs in all: both ways agree (${seconds} s)`,
);
