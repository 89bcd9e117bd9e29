/**
 * How long each objective takes: `npm run bench:objectives`. Cohorts are of the `compat` family, seeded; scoring is
 * part of every time. Proofs are checked once, outside the clock.
 */
import { checkProof, compareObjectives, compileCohort, matchCohort } from '../src/index.js';
import { compatCohort } from '../test/support/compat-cohort.js';
import { line, measure } from './measure.js';

console.log(`node ${process.version}, ${process.arch}\n${'least'.padStart(61)}${'median'.padStart(9)}`);
for (const [mentees, mentors, places] of [
  [500, 500, 1],
  [2_000, 2_000, 1],
  [2_000, 700, 4],
] as const) {
  const cohort = compileCohort(compatCohort({ mentees, mentors, capacity: [1, places] }));
  for (const objective of ['most-pairs', 'fairest', 'stable'] as const) {
    if (!checkProof(cohort, matchCohort(cohort, { objective })).isProven)
      throw new Error(`${objective}: no proof`);
    const what = `${objective}, ${mentees} × ${mentors}, up to ${places} places`;
    console.log(
      line(
        what,
        measure(() => matchCohort(cohort, { objective }), 3),
        'ms',
      ),
    );
  }
}
const middle = compileCohort(compatCohort({ mentees: 500, mentors: 500 }));
console.log(
  line(
    'compareObjectives, 500 × 500',
    measure(() => compareObjectives(middle), 3),
    'ms',
  ),
);
