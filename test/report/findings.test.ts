import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeInvariance, auditFairness, factorInfluence } from '../../src/fairness/index.js';
import { compileCohort, isInputError, matchCohort } from '../../src/index.js';
import { type MetricTrend, programMetrics } from '../../src/metrics/index.js';
import { renderReport, reportTexts, svgMetricTrend, svgScoreHistogram } from '../../src/report/index.js';
import { compatCohort } from '../support/compat-cohort.js';

/** A cohort of which everybody has a site of few, or none. */
function withSites(mentees: number, mentors: number, sites: readonly number[], seed: number) {
  const people = compatCohort({ mentees, mentors, seed, capacity: [0, 2] });
  const site = (place: number) => {
    const drawn = sites[(place * 7 + seed) % sites.length]!;
    return drawn === 0 ? {} : { attributes: { site: `site ${drawn}` } };
  };
  return compileCohort(
    {
      mentees: people.mentees.map((mentee, place) => ({ ...mentee, ...site(place) })),
      mentors: people.mentors.map((mentor, place) => ({ ...mentor, ...site(place) })),
    },
    {
      model: {
        factors: {
          skills: { kind: 'skillCoverage', weight: 3 },
          site: { kind: 'differentValue', field: 'attributes.site', weight: 1 },
        },
      },
    },
  );
}

const sectionOf = (html: string, id: string) => html.split(`id="${id}">`)[1]?.split('</section>')[0] ?? '';
const rowsOf = (section: string) =>
  [...section.matchAll(/<tr><th scope="row".*?>(.*?)<\/th>(.*?)<\/tr>/g)].map(([, head, cells]) => [
    head!,
    ...[...cells!.matchAll(/<td.*?>(.*?)<\/td>/g)].map(([, cell]) => cell!),
  ]);

describe('fairness in a report', () => {
  test('a council reads of no group of fewer than five, not in the table and not by subtraction', () => {
    const size = fc.record({
      mentees: fc.integer({ min: 5, max: 40 }),
      mentors: fc.integer({ min: 1, max: 40 }),
      sites: fc.array(fc.nat(4), { minLength: 1, maxLength: 9 }),
      seed: fc.nat(50),
    });
    fc.assert(
      fc.property(size, ({ mentees, mentors, sites, seed }) => {
        const cohort = withSites(mentees, mentors, sites, seed);
        const matching = matchCohort(cohort);
        const found = auditFairness(cohort, matching, { attribute: 'attributes.site' });
        const html = renderReport(cohort, matching, { audience: 'council', fairness: [found] });
        const rows = rowsOf(sectionOf(html, 'fairness'));
        const isFew = (count: number) => count > 0 && count < 5;
        let shown = 0;
        let hidden = 0;
        for (const [name, people, matched] of rows) {
          if (!/^\d/.test(people!)) {
            // One row for all of them, which names none.
            expect(name).toBe(reportTexts.en.fairness.otherGroups);
            hidden += 1;
            continue;
          }
          shown += Number(people);
          expect(isFew(Number(people))).toBe(false);
          if (!/^\d/.test(matched!)) continue;
          const count = Math.round((Number.parseFloat(matched!) / 100) * Number(people));
          expect(isFew(count) || isFew(Number(people) - count)).toBe(false);
        }
        // What is hidden is nobody's, or at least five people's of at least two groups.
        if (hidden > 0) expect(mentees - shown).toBeGreaterThanOrEqual(5);
        expect(hidden).toBeLessThan(2);
      }),
      { numRuns: 100 },
    );
  });

  test('administrators read every group with its rate, what each factor decides, and what this is not', () => {
    const cohort = withSites(40, 30, [1, 1, 2, 0], 3);
    const matching = matchCohort(cohort);
    const audit = auditFairness(cohort, matching, { attribute: 'attributes.site' });
    const influence = factorInfluence(cohort);
    const invariance = attributeInvariance(cohort, { attribute: 'attributes.site' });
    for (const texts of [reportTexts.en, reportTexts.it]) {
      const section = sectionOf(
        renderReport(cohort, matching, { texts, fairness: [audit, influence, invariance] }),
        'fairness',
      );
      const rows = rowsOf(section);
      for (const { group, n } of audit.groups)
        expect(rows.find(([name]) => name === group)?.[1]).toBe(String(n));
      for (const { name, menteesChanged } of influence.factors)
        expect(rows.find(([factor]) => factor === name)?.[2]).toBe(String(menteesChanged));
      expect(section).toContain(texts.fairness.disclaimer);
      expect(section).toContain(texts.fairness.noProxies);
    }
  });
});

test('metrics come with their definition; what is not tracked is named, never shown as 0', () => {
  const cohort = withSites(20, 20, [1, 2], 1);
  const matching = matchCohort(cohort);
  const metrics = programMetrics(
    { cohort, matching, pairs: [], eligible: { mentees: 50 } },
    { asOf: '2026-11-24' },
  );
  const section = sectionOf(renderReport(cohort, matching, { metrics }), 'metrics');
  const { metrics: names } = reportTexts.en.metricTexts;
  const shown = new Map(rowsOf(section).map(([name, value]) => [name, value]));
  expect(shown.get(names.participationMentees.name)).toBe('40 %');
  expect(shown.has(names.retentionDifference.name)).toBe(false);
  expect(section).toContain(names.retentionDifference.name);
});

const trend: MetricTrend = {
  id: 'matchRate',
  direction: 'higher',
  points: [
    {
      wave: '<b>one</b>',
      asOf: '2026-01-01',
      value: 0.4,
      n: 20,
      interval: { level: 0.95, low: 0.2, high: 0.6 },
      note: null,
    },
    { wave: 'two', asOf: '2026-02-01', value: null, n: null, interval: null, note: 'suppressed' },
    { wave: 'three', asOf: '2026-03-01', value: 1, n: 20, interval: null, note: null },
  ],
  change: null,
  isBetter: true,
};

test('a trend shows its values, leaves a gap where there is none, and escapes the names of waves', () => {
  const svg = svgMetricTrend(trend);
  expect(svg).toContain('&lt;b&gt;one&lt;/b&gt;');
  expect(svg).toContain('40 %');
  expect(svg.match(/<circle/g)).toHaveLength(2);
  // Two parts of a line, since the middle is missing.
  expect(svg.match(/stroke-width="2" fill="none" d="M[\d.]+ [\d.]+M[\d.]+ [\d.]+"/)).not.toBeNull();
  expect(svgMetricTrend({ ...trend, points: [] })).not.toMatch(/NaN|Infinity/);
});

test('what is no finding, no metrics and no trend is refused', () => {
  const cohort = withSites(5, 5, [1], 1);
  const matching = matchCohort(cohort);
  for (const call of [
    () => renderReport(cohort, matching, { fairness: [{}] as never }),
    () => renderReport(cohort, matching, { fairness: 'audit' as never }),
    () => renderReport(cohort, matching, { metrics: [] as never }),
    () => renderReport(cohort, matching, { comparison: null as never }),
    () => svgMetricTrend({ ...trend, id: 'toString' as never }),
    () => svgMetricTrend(null as never),
    () => svgScoreHistogram({ ...matching, pairs: new Array(3) } as never),
    () =>
      matchCohort(cohort, {
        forbidden: [
          {
            get menteeId(): never {
              throw new TypeError('a getter that throws');
            },
          },
        ] as never,
      }),
    () => svgMetricTrend({ ...trend, points: [null] as never }),
    () =>
      svgMetricTrend({
        get points(): never {
          throw new TypeError('a getter that throws');
        },
      } as never),
  ]) {
    let caught: unknown;
    try {
      call();
    } catch (error) {
      caught = error;
    }
    expect(isInputError(caught)).toBe(true);
  }
});
