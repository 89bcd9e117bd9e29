import { checkOptionNames, ProblemList } from '../core/index.js';
import type { Matching, MatchingComparison } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { renderPage, type Section } from './page.js';
import type { ReportData } from './report-data.js';
import { checkTexts, type ReportOptions, requireCohort } from './report-options.js';
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
   * person.
   */
  readonly audience?: 'administrator' | 'council';
  /** The heading; one of the language unless given. */
  readonly title?: string;
  /** The name to show for an id; the id itself unless given. */
  readonly nameOf?: (id: string) => string;
  /** What `compareMatchings` or `rematch` found against an earlier matching. */
  readonly comparison?: MatchingComparison;
}

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
    ...comparison(data, 'administrator'),
    record(data),
  ],
  council: (data) => [
    councilSummary(data),
    model(data),
    councilHistogram(data),
    reasonsOnly(data),
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
  checkOptionNames(problems, options, ['texts', 'audience', 'title', 'nameOf', 'comparison']);
  problems.throwIfAny();
  const { audience = 'administrator', title, nameOf = (id: string) => id } = options;
  const texts = checkTexts(problems, options.texts);
  if (audience !== 'administrator' && audience !== 'council')
    problems.add('options.audience', audience, 'administrator or council');
  if (title !== undefined && typeof title !== 'string') problems.add('options.title', title, 'a text');
  if (typeof nameOf !== 'function') problems.add('options.nameOf', nameOf, 'a function: id → name');
  problems.throwIfAny();
  const data: ReportData = {
    cohort: requireCohort('renderReport', cohort, matching),
    matching,
    texts,
    nameOf,
    comparison: options.comparison,
  };
  const { report } = texts;
  return renderPage({
    language: texts.language,
    title: title ?? report.title,
    lead: audience === 'council' ? report.forCouncil : report.forAdministrators,
    skip: report.skip,
    contents: report.contents,
    sections: sectionsFor[audience](data),
    closing: texts.caution,
  });
}
