import { compileCohort, matchCohort } from '../../src/index.js';
import { svgHeatMap } from '../../src/report/index.js';
import { compatCohort } from './compat-cohort.js';

/** The picture of the README: 30 mentees, 24 mentors with one or two places, scores and pairs. */
export function readmePicture(): string {
  const cohort = compileCohort(compatCohort({ mentees: 30, mentors: 24, capacity: [1, 2], seed: 8 }));
  return `${svgHeatMap(cohort, matchCohort(cohort))}\n`;
}
