import { InputError, isList, reading } from '../core/index.js';
import { type MetricWordsOptions, readTexts } from './describe-metrics.js';
import { entry } from './fields.js';
import { isMetricList, isMetricsResult } from './is-metrics-result.js';
import type { MetricTrend } from './metric-trend.js';
import type { MetricTexts } from './texts/metric-texts.js';
import type { FeedbackSummary, Metric, ProgramMetrics } from './types.js';

/**
 * A table for a spreadsheet: a row of column names, then one a metric and group, every cell text or number, '' where
 * there is none. For `writeTable` of `mentor-matching/csv`.
 *
 * @param subject what `programMetrics` or `summarizeFeedback` returned
 * @throws InputError where it is neither
 */
export function metricRows(
  subject: ProgramMetrics | FeedbackSummary,
  options: MetricWordsOptions = {},
): (string | number)[][] {
  const texts = readTexts('metricRows', options);
  const rule = 'what programMetrics or summarizeFeedback returned';
  if (!isMetricList(entry(subject, 'metrics')))
    throw new InputError('metricRows', [{ path: 'subject', value: subject, rule }]);
  return reading('metricRows', 'subject', subject, rule, () => rowsOf(subject, texts));
}

function rowsOf(subject: ProgramMetrics | FeedbackSummary, texts: MetricTexts): (string | number)[][] {
  const row = (group: string, metric: Metric): (string | number)[] => [
    group,
    texts.metrics[metric.id].name,
    ...[metric.value, metric.numerator, metric.denominator, metric.n].map((each) => each ?? ''),
    metric.interval?.low ?? '',
    metric.interval?.high ?? '',
    texts.levels[metric.level],
    metric.note === null ? '' : texts.notes[metric.note],
  ];
  const { group, metric, value, numerator, denominator, people, low, high, level, note } = texts.columns;
  const groups = 'groups' in subject ? subject.groups : [];
  return [
    [group, metric, value, numerator, denominator, people, low, high, level, note],
    ...subject.metrics.map((each) => row('', each)),
    ...groups.flatMap((inside) =>
      inside.metrics.map((each) => row(inside.group ?? texts.unknownGroup, each)),
    ),
  ];
}

/** A specification for Vega-Lite 6: plain JSON with its data inside, to be changed at will. */
export interface MetricChart {
  readonly $schema: string;
  readonly description: string;
  readonly data: { readonly values: readonly Readonly<Record<string, unknown>>[] };
  readonly [name: string]: unknown;
}

const schema = 'https://vega.github.io/schema/vega-lite/v6.json';

/**
 * The shares of a programme as points with their intervals, one row a metric, groups in colours. What is hidden or
 * not tracked has no point.
 *
 * @param metrics what `programMetrics` returned
 * @throws InputError where it is not
 */
export function metricChart(metrics: ProgramMetrics, options: MetricWordsOptions = {}): MetricChart {
  const texts = readTexts('metricChart', options);
  const rule = 'what programMetrics returned';
  if (!isMetricsResult(metrics))
    throw new InputError('metricChart', [{ path: 'metrics', value: metrics, rule }]);
  return reading('metricChart', 'metrics', metrics, rule, () => chartOf(metrics, texts));
}

function chartOf(metrics: ProgramMetrics, texts: MetricTexts): MetricChart {
  const lists =
    metrics.groups.length === 0 ? [{ group: undefined, metrics: metrics.metrics }] : metrics.groups;
  const values = lists.flatMap(({ group, metrics: list }) =>
    list
      .filter(({ id, value }) => value !== null && texts.metrics[id].unit === 'percent')
      .map(({ id, value, interval }) => ({
        metric: texts.metrics[id].name,
        ...(group === undefined ? {} : { group: group ?? texts.unknownGroup }),
        value,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      })),
  );
  const { metric, value, group } = texts.columns;
  const y = { field: 'metric', type: 'nominal', title: metric, sort: null };
  const byGroup =
    metrics.groups.length === 0
      ? {}
      : {
          color: { field: 'group', type: 'nominal', title: group },
          yOffset: { field: 'group', type: 'nominal' },
        };
  const x = { field: 'value', type: 'quantitative', title: value, axis: { format: '%' } };
  return {
    $schema: schema,
    description: `${metric}, ${metrics.asOf}`,
    data: { values },
    layer: [
      {
        mark: 'rule',
        transform: [{ filter: 'datum.low !== null' }],
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' }, ...byGroup },
      },
      { mark: { type: 'point', filled: true }, encoding: { y, x, ...byGroup } },
    ],
  };
}

/**
 * One metric from wave to wave as a line with its intervals.
 *
 * @param trend an entry of what `metricTrend` returned
 * @throws InputError where it is none
 */
export function trendChart(trend: MetricTrend, options: MetricWordsOptions = {}): MetricChart {
  const texts = readTexts('trendChart', options);
  const rule = 'an entry of what metricTrend returned';
  const id = entry(trend, 'id');
  if (!isList(entry(trend, 'points')) || typeof id !== 'string' || !Object.hasOwn(texts.metrics, id))
    throw new InputError('trendChart', [{ path: 'trend', value: trend, rule }]);
  return reading('trendChart', 'trend', trend, rule, () => chartOfTrend(trend, texts));
}

function chartOfTrend(trend: MetricTrend, texts: MetricTexts): MetricChart {
  const { name, unit } = texts.metrics[trend.id];
  const values = trend.points
    .filter(({ value }) => value !== null)
    .map(({ wave, asOf, value, interval }) => ({
      wave,
      asOf,
      value,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    }));
  const axis = unit === 'percent' ? { axis: { format: '%' } } : {};
  const x = { field: 'wave', type: 'ordinal', sort: null, title: null };
  const y = { field: 'value', type: 'quantitative', title: name, scale: { zero: false }, ...axis };
  return {
    $schema: schema,
    description: name,
    data: { values },
    layer: [
      {
        mark: 'rule',
        transform: [{ filter: 'datum.low !== null' }],
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      { mark: { type: 'line', point: true }, encoding: { x, y } },
    ],
  };
}
