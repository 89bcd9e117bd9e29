import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, test } from 'vitest';
import { compileCohort, isInputError, matchCohort } from '../../src/index.js';
import {
  reportTexts,
  svgHeatMap,
  svgLoads,
  svgScoreHistogram,
  vegaLiteHeatMap,
  vegaLiteLoads,
  vegaLiteScoreHistogram,
} from '../../src/report/index.js';
import { scoreGrid } from '../../src/report/score-grid.js';
import { compatCohort } from '../support/compat-cohort.js';

const sizes = [0, 1, 10, 60, 61, 300];
const cohorts = sizes.map((people) => {
  const cohort = compileCohort(
    compatCohort({ mentees: people, mentors: Math.ceil(people / 2), capacity: [0, 4] }),
  );
  return { people, cohort, matching: matchCohort(cohort) };
});

test.each(cohorts)(
  'drawings of $people mentees are whole SVG documents that name themselves',
  ({ cohort, matching }) => {
    for (const texts of [reportTexts.en, reportTexts.it]) {
      for (const svg of [
        svgScoreHistogram(matching, { texts }),
        svgHeatMap(cohort, matching, { texts }),
        svgLoads(cohort, matching, { texts }),
      ]) {
        expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 [\d.]+ [\d.]+"/);
        expect(svg).toContain('role="img"');
        expect(svg).toMatch(/<title>.+<\/title><desc>.+<\/desc>/);
        expect(svg.endsWith('</svg>')).toBe(true);
        expect(svg).not.toMatch(/NaN|undefined|Infinity|style=/);
      }
    }
  },
);

test.each(cohorts)(
  'the heat map of $people mentees holds every pair of the matching once',
  ({ cohort, matching }) => {
    const grid = scoreGrid(cohort, matching);
    expect(grid.cells.length).toBe(grid.rows * grid.columns);
    expect(grid.cells.reduce((sum, { chosen }) => sum + chosen, 0)).toBe(matching.pairs.length);
    if (!grid.isExact) return;
    for (const { row, column, score, chosen } of grid.cells) {
      const menteeId = grid.menteeIds[row]!;
      const mentorId = grid.mentorIds[column]!;
      const mentee = cohort.menteeIndex(menteeId);
      const mentor = cohort.mentorIndex(mentorId);
      expect(score).toBe(cohort.isEligible(mentee, mentor) ? cohort.score(mentee, mentor) / 1e6 : null);
      const isPair = matching.pairs.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId);
      expect(chosen).toBe(isPair ? 1 : 0);
    }
  },
);

test('a block is the mean of the pairs in it that may be made', () => {
  const mentees = Array.from({ length: 120 }, (_, at) => ({ id: `e${at}`, optedIn: true, grade: at % 2 }));
  const mentors = Array.from({ length: 1 }, (_, at) => ({ id: `r${at}`, optedIn: true, capacity: 0 }));
  const cohort = compileCohort(
    { mentees, mentors },
    {
      model: { factors: { worth: { kind: 'custom', weight: 1, function: 'worth' } } },
      functions: { worth: ({ grade }) => grade ?? 0 },
    },
  );
  const grid = scoreGrid(cohort, matchCohort(cohort));
  expect([grid.rows, grid.columns]).toEqual([60, 1]);
  const mean = grid.cells.reduce((sum, { score }) => sum + score!, 0) / 60;
  expect(mean).toBeCloseTo(0.5, 9);
  expect(grid.cells.every(({ score }) => [0, 0.5, 1].includes(score!))).toBe(true);
});

test('drawings of 1,000 × 1,000 stay below 1 MB', () => {
  const cohort = compileCohort(compatCohort({ mentees: 1000, mentors: 1000 }));
  const matching = matchCohort(cohort);
  for (const svg of [svgHeatMap(cohort, matching), svgScoreHistogram(matching), svgLoads(cohort, matching)])
    expect(svg.length).toBeLessThan(1e6);
});

test.each(cohorts)(
  'Vega-Lite takes every specification of $people mentees without a warning',
  ({ cohort, matching }) => {
    const warnings: unknown[] = [];
    const note = (...parts: unknown[]) => {
      warnings.push(parts);
      return logger;
    };
    const logger = { level: () => logger, error: note, warn: note, info: note, debug: () => logger };
    for (const spec of [
      vegaLiteScoreHistogram(matching),
      vegaLiteHeatMap(cohort, matching),
      vegaLiteLoads(cohort, matching, { texts: reportTexts.it }),
    ]) {
      expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
      const { spec: compiled } = compile(spec as unknown as TopLevelSpec, { logger: logger as never });
      expect(compiled.marks?.length).toBeGreaterThan(0);
    }
    expect(warnings).toEqual([]);
  },
);

test('a matching of another cohort is refused, and so is an unknown option', () => {
  const [, , ten, sixty] = cohorts;
  for (const draw of [svgHeatMap, svgLoads, vegaLiteHeatMap, vegaLiteLoads]) {
    for (const call of [
      () => draw(ten!.cohort, sixty!.matching),
      () => draw(ten!.cohort, ten!.matching, { text: reportTexts.it } as never),
    ]) {
      let caught: unknown;
      try {
        call();
      } catch (error) {
        caught = error;
      }
      expect(isInputError(caught)).toBe(true);
    }
  }
});
