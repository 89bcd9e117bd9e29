import type { Matching } from '../../matching/index.js';
import type { Metric } from '../../metrics/index.js';
import { decimal } from '../../scoring/inner.js';
import { councilCounts, isFew, withoutPartner } from '../council.js';
import { table } from '../elements.js';
import { type Insert, markup } from '../markup.js';
import type { Section } from '../page.js';
import type { ReportData } from '../report-data.js';
import type { ReportTexts } from '../texts/texts.js';

/** The numbers of the programme, those not tracked named below. */
export function metrics(
  { matching, metrics: measured, texts }: ReportData,
  audience: 'administrator' | 'council',
): Section[] {
  if (measured === undefined) return [];
  const { metrics: words } = texts;
  const isCouncil = audience === 'council';
  const shown = measured.metrics.filter(({ value }) => value !== null);
  const missing = measured.metrics.filter(({ value }) => value === null);
  const rows = shown.map((metric) =>
    rowOf(metric, texts, isCouncil && (tellsOfFew(metric) || tellsOfHidden(metric, matching))),
  );
  const content: Insert = [
    rows.length === 0
      ? markup`<p>${texts.report.nothing}</p>`
      : table(
          words.title,
          [
            { name: words.metric },
            { name: words.value, isNumber: true },
            { name: words.interval, isNumber: true },
            { name: words.definition },
          ],
          rows,
        ),
    missing.length === 0
      ? null
      : markup`<p class="about">${words.notShown}: ${texts.list(missing.map(({ id }) => texts.metricTexts.metrics[id].name))}.</p>`,
  ];
  return [{ id: 'metrics', title: words.title, about: words.aboutDay(measured.asOf), content }];
}

function rowOf(metric: Metric, texts: ReportTexts, isHidden: boolean): Insert[] {
  const { name, definition } = texts.metricTexts.metrics[metric.id];
  if (isHidden) return [name, texts.report.hidden, '', definition];
  const { interval, value } = metric;
  const range =
    interval === null
      ? ''
      : `${inUnit(metric, interval.low, texts)} – ${inUnit(metric, interval.high, texts)}`;
  return [name, inUnit(metric, value!, texts), range, definition];
}

function inUnit({ id }: Metric, value: number, { metricTexts: say, ...texts }: ReportTexts): string {
  const { unit } = say.metrics[id];
  const number =
    unit === 'percent' ? decimal(100 * value, 0, texts) : decimal(value, unit === 'days' ? 0 : 1, texts);
  return say.units[unit](number);
}

/** Whether a share counts fewer than five people on either side, or the number is of so few. */
function tellsOfFew({ kind, numerator, denominator, n }: Metric): boolean {
  if (n === null || isFew(n)) return true;
  return (
    kind === 'share' && numerator !== null && (isFew(numerator) || isFew((denominator ?? 0) - numerator))
  );
}

/** Whether mentors who offered no place, or those without a mentee, could be had from a share of those with places. */
function tellsOfHidden({ id }: Metric, matching: Matching): boolean {
  if (id !== 'mentorUtilisation') return false;
  const offeredNone = withoutPartner(matching).mentor.filter(({ reason }) => reason.code === 'noCapacity');
  return offeredNone.length > 0 || councilCounts(matching).mentor.without.kind !== 'exact';
}
