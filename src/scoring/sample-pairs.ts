import { forEachBaselineRow, rowDensity } from './baseline.js';
import type { CompiledCohort } from './compiled-cohort.js';
import type { CompiledFactor } from './kind.js';

/** The scores of the baseline's pairs, ascending. */
export function sampleScores(cohort: CompiledCohort): Int32Array {
  const scores: number[] = [];
  const row = new Int32Array(cohort.mentorIds.length);
  forEachBaselineRow(cohort, (mentee, mentors) => {
    const readsRows = mentors.length >= row.length * rowDensity;
    if (readsRows) cohort.writeAllScores(mentee, row);
    for (const mentor of mentors) scores.push(readsRows ? row[mentor]! : cohort.score(mentee, mentor));
  });
  return Int32Array.from(scores).sort();
}

/** The baseline's pairs again, so that a value is compared with those that a mean is taken of. */
export function sampleValues(cohort: CompiledCohort, factor: CompiledFactor): Float64Array {
  const values: number[] = [];
  const row = new Float64Array(cohort.mentorIds.length);
  forEachBaselineRow(cohort, (mentee, mentors) => {
    const readsRows = mentors.length >= row.length * rowDensity;
    if (readsRows) factor.writeRow(mentee, row);
    for (const mentor of mentors) {
      const value = readsRows ? row[mentor]! : factor.value(mentee, mentor);
      if (!Number.isNaN(value)) values.push(value);
    }
  });
  return Float64Array.from(values).sort();
}
