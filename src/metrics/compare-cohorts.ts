import { InputError } from '../core/index.js';
import { holmAdjusted } from '../statistics/index.js';
import { differenceOf, type MetricDifference } from './compare-metrics.js';
import { isMetricsResult } from './is-metrics-result.js';
import { type Metric, type MetricId, metricIds, type ProgramMetrics } from './types.js';

export interface ComparedMetric {
  readonly id: MetricId;
  readonly first: Metric;
  readonly second: Metric;
  /** Second − first; `null` where either has no value. */
  readonly change: (MetricDifference & { readonly adjustedPValue: number | null }) | null;
}

/**
 * Two cohorts side by side: of every metric the difference, its interval and a p-value, adjusted by Holm for all that
 * were tested together. For different people; the same people at two times are a trend (`metricTrend`). Cohorts differ
 * in more than the programme, so a difference says that something is different, not what made it so.
 *
 * @param first what `programMetrics` returned, as made or as stored
 * @throws InputError where one is not
 */
export function compareCohorts(first: ProgramMetrics, second: ProgramMetrics): ComparedMetric[] {
  for (const [path, value] of Object.entries({ first, second })) {
    if (isMetricsResult(value)) continue;
    throw new InputError('compareCohorts', [{ path, value, rule: 'what programMetrics returned' }]);
  }
  const pairs = metricIds.flatMap((id) => {
    const one = first.metrics.find((metric) => metric.id === id);
    const other = second.metrics.find((metric) => metric.id === id);
    return one === undefined || other === undefined
      ? []
      : [{ id, first: one, second: other, change: differenceOf(one, other) }];
  });
  const adjusted = holmAdjusted(pairs.map(({ change }) => change?.pValue ?? null));
  return pairs.map(({ change, ...pair }, at) => ({
    ...pair,
    change: change === null ? null : { ...change, adjustedPValue: adjusted[at]! },
  }));
}
