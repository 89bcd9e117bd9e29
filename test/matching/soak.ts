/**
 * The longer version of equal-paths.test.ts: `npm run soak:cohorts`, or `npm run soak:cohorts -- 7 300` for 300 cohorts
 * from seed 7 on, of up to 2,000 people on each side (every twentieth of 1,900 to 2,300, so that the start for long
 * rows is met too). Each is also stopped by a limit of time, at a pause that the seed decides. Ends with 1 at the first
 * cohort whose two ways disagree, or whose bound does not hold.
 */
import { matchCohort } from '../../src/index.js';
import { comparePaths } from './compare-paths.js';
import { counting, findFaults } from './stopped-faults.js';
import { type VariedCohort, variedCohort } from './varied-cohort.js';

const [firstSeed = 1, count = 200] = process.argv.slice(2).map(Number);
const start = performance.now();
let pairs = 0;
let stops = 0;
for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  const varied = seed % 20 === 0 ? variedCohort(seed, 2300, 1900) : variedCohort(seed, 2000);
  const wrong = [...comparePaths(varied), ...faultsOfStops(varied, seed)];
  pairs += varied.cohort.menteeIds.length * varied.cohort.mentorIds.length;
  if (wrong.length === 0) continue;
  console.error(`${varied.name}\n  ${wrong.join('\n  ')}`);
  process.exit(1);
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${count} cohorts from seed ${firstSeed} on, ${pairs} pairs in all: both ways agree, ${stops} stops are bounded (${seconds} s)`,
);

/** What is wrong with the pairs and bounds that there are when the time is over. */
function faultsOfStops(varied: VariedCohort, seed: number): string[] {
  const { cohort, options } = varied;
  return [Number.POSITIVE_INFINITY, 0].flatMap((largestMatrix) => {
    const within = [0, 3, 30, 300, 3000][seed % 5]!;
    const given = { ...options, largestMatrix };
    const stopped = matchCohort(cohort, { ...given, within, clock: counting() });
    if (stopped.record.stoppedAfter === undefined) return [];
    stops += 1;
    return findFaults(varied, stopped, matchCohort(cohort, given)).map((text) => `within ${within}: ${text}`);
  });
}
