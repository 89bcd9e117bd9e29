import { checkOptionNames, ofCaller, ProblemList, reading } from '../core/index.js';
import type { Matching, MatchingComparison } from '../matching/index.js';
import type { ProgramMetrics } from '../metrics/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { renderPage, type Section } from './page.js';
import { type FairnessFinding, type ReportData, smallestGroup } from './report-data.js';
import { checkTexts, type ReportOptions, requireCohort } from './report-options.js';
import { fairness } from './sections/fairness.js';
import { metrics } from './sections/metrics.js';
import { model } from './sections/model.js';
import { pairs } from './sections/pairs.js';
import { peopleWithout, reasonsOnly } from './sections/people.js';
import { loads, supply } from './sections/places.js';
import { comparison, record } from './sections/record.js';
import { councilHistogram, heatMap, histogram } from './sections/scores.js';
import { councilSummary, summary } from './sections/summary.js';

export interface RenderReportOptions extends ReportOptions {
  /**
   * Who reads. `administrator` (unless given) sees people, `council` counts of groups of at least five, and no
   * person. Of a side of fewer than ten a council does not read how many have a partner.
   */
  readonly audience?: 'administrator' | 'council';
  /** The heading; one of the language unless given. */
  readonly title?: string;
  /** The name to show for an id; the id itself unless given. */
  readonly nameOf?: (id: string) => string;
  /** What `compareMatchings` or `rematch` found against an earlier matching. */
  readonly comparison?: MatchingComparison;
  /** What `programMetrics` returned; for a council with its `smallestGroup` at 5 or more. */
  readonly metrics?: ProgramMetrics;
  /**
   * What `auditFairness`, `attributeInvariance` and `factorInfluence` returned, in the order to be shown.
   * A council may be shown one audit a side: those of two attributes, one of which is finer, could tell of few.
   */
  readonly fairness?: readonly FairnessFinding[];
}

const optionNames = ['texts', 'audience', 'title', 'nameOf', 'comparison', 'metrics', 'fairness'];

/** Which sections a reader sees, in order. */
const sectionsFor: Readonly<Record<'administrator' | 'council', (data: ReportData) => readonly Section[]>> = {
  administrator: (data) => [
    summary(data),
    model(data),
    histogram(data),
    heatMap(data),
    pairs(data),
    peopleWithout(data),
    loads(data),
    supply(data),
    ...metrics(data, 'administrator'),
    ...fairness(data, 'administrator'),
    ...comparison(data, 'administrator'),
    record(data),
  ],
  council: (data) => [
    councilSummary(data),
    model(data),
    councilHistogram(data),
    reasonsOnly(data),
    ...metrics(data, 'council'),
    ...fairness(data, 'council'),
    ...comparison(data, 'council'),
  ],
};

/**
 * A matching as one self-contained HTML file that a person can read, print and defend: no script, no request, a
 * strict content-security policy, light and dark, readable by keyboard and screen reader. Everything that people
 * wrote is escaped.
 *
 * @returns the whole file, for example to be written with the ending `.html`
 * @throws InputError where the cohort was not compiled here, the matching does not belong to it, or an option is
 * none of these
 *
 * O(mentees · mentors) for administrators (the heat map reads every score), O(pairs) for a council.
 */
export function renderReport(
  cohort: CompiledCohort,
  matching: Matching,
  options: RenderReportOptions = {},
): string {
  const problems = new ProblemList('renderReport');
  checkOptionNames(problems, options, optionNames);
  problems.throwIfAny();
  const { audience = 'administrator', title, nameOf = (id: string) => id } = options;
  const texts = checkTexts(problems, options.texts);
  if (audience !== 'administrator' && audience !== 'council')
    problems.add('options.audience', audience, 'administrator or council');
  if (title !== undefined && typeof title !== 'string') problems.add('options.title', title, 'a text');
  if (typeof nameOf !== 'function') problems.add('options.nameOf', nameOf, 'a function: id → name');
  const all = 'a cohort, its matching, and findings as their verbs returned them';
  reading('renderReport', 'options', options, all, () => checkFindings(problems, options));
  problems.throwIfAny();
  const data: ReportData = {
    cohort: reading('renderReport', 'matching', matching, all, () =>
      requireCohort('renderReport', cohort, matching),
    ),
    matching,
    texts,
    nameOf: ofCaller(nameOf),
    comparison: options.comparison,
    metrics: options.metrics,
    fairness: options.fairness ?? [],
  };
  const { report } = texts;
  return renderPage({
    language: texts.language,
    title: title ?? report.title,
    lead: audience === 'council' ? report.forCouncil : report.forAdministrators,
    skip: report.skip,
    contents: report.contents,
    sections: reading('renderReport', 'matching', matching, all, () => sectionsFor[audience](data)),
    closing: texts.caution,
  });
}

/** What other verbs returned is taken as it is, once it looks like it. */
function checkFindings(
  problems: ProblemList,
  { audience, comparison, metrics, fairness }: RenderReportOptions,
): void {
  const has = (value: unknown, name: string) =>
    Array.isArray((value as Record<string, unknown> | null)?.[name]);
  if (comparison !== undefined && !has(comparison, 'kept'))
    problems.add('options.comparison', comparison, 'what compareMatchings returned');
  if (metrics !== undefined && !has(metrics, 'metrics'))
    problems.add('options.metrics', metrics, 'what programMetrics returned');
  else if (metrics !== undefined && audience === 'council' && !(metrics.smallestGroup >= smallestGroup))
    problems.add(
      'options.metrics.smallestGroup',
      metrics.smallestGroup,
      `at least ${smallestGroup} for a council`,
    );
  if (fairness === undefined) return;
  const kinds = ['audit', 'invariance', 'influence'];
  const isFound = Array.isArray(fairness) && fairness.every((each) => kinds.includes(each?.kind));
  if (!isFound) {
    const rule = 'a list of what auditFairness, attributeInvariance and factorInfluence returned';
    problems.add('options.fairness', fairness, rule);
  }
}
