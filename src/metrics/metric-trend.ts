import { compareText, InputError, ProblemList, reading } from '../core/index.js';
import type { Interval } from '../statistics/index.js';
import { differenceOf, type MetricDifference } from './compare-metrics.js';
import { isMetricsResult } from './is-metrics-result.js';
import {
  type MetricDirection,
  type MetricId,
  type MetricNote,
  metricIds,
  type ProgramMetrics,
} from './types.js';

/** A round of measuring. */
export interface MetricWave {
  /** What it is called: "month 3". */
  readonly wave: string;
  readonly metrics: ProgramMetrics;
}

export interface TrendPoint {
  readonly wave: string;
  readonly asOf: string;
  readonly value: number | null;
  readonly n: number | null;
  readonly interval: Interval | null;
  readonly note: MetricNote | null;
}

export interface MetricTrend {
  readonly id: MetricId;
  readonly direction: MetricDirection;
  /** By date. */
  readonly points: readonly TrendPoint[];
  /**
   * The last wave that has a value − the first that has, `null` with fewer than two. The interval takes the two
   * groups as different people; with the same people twice it is usually too wide.
   */
  readonly change: MetricDifference | null;
  /** Whether the change is for the better; `null` where none is, or the metric has no better way. */
  readonly isBetter: boolean | null;
}

/**
 * Every metric from wave to wave, by date, with the change from the first to the last.
 *
 * @param waves in any order, each with a name of its own
 * @throws InputError where one is none, or two have one name or one date
 */
export function metricTrend(waves: readonly MetricWave[]): MetricTrend[] {
  return reading('metricTrend', 'waves', waves, listOfWaves, () => trendsOf(waves));
}

const listOfWaves = 'a list of { wave, metrics }';

function trendsOf(waves: readonly MetricWave[]): MetricTrend[] {
  if (!Array.isArray(waves)) {
    throw new InputError('metricTrend', [{ path: 'waves', value: waves, rule: listOfWaves }]);
  }
  const problems = new ProblemList('metricTrend');
  const seen = { wave: new Set<string>(), asOf: new Set<string>() };
  for (const [index, each] of Array.from(waves as readonly Partial<MetricWave>[]).entries()) {
    const { wave, metrics } = each ?? {};
    if (typeof wave !== 'string' || wave === '') problems.add(`waves[${index}].wave`, wave, 'a name');
    else if (seen.wave.has(wave)) problems.add(`waves[${index}].wave`, wave, 'a name that no other wave has');
    else seen.wave.add(wave);
    if (!isMetricsResult(metrics)) {
      problems.add(`waves[${index}].metrics`, metrics, 'what programMetrics returned');
    } else if (seen.asOf.has(metrics.asOf)) {
      problems.add(`waves[${index}].metrics.asOf`, metrics.asOf, 'a date that no other wave has');
    } else seen.asOf.add(metrics.asOf);
  }
  problems.throwIfAny();
  const byDate = [...(waves as readonly MetricWave[])].sort((one, other) =>
    compareText(one.metrics.asOf, other.metrics.asOf),
  );
  return metricIds.flatMap((id): MetricTrend[] => {
    const found = byDate.flatMap(({ wave, metrics }) => {
      const metric = metrics.metrics.find((each) => each.id === id);
      return metric === undefined ? [] : [{ wave, asOf: metrics.asOf, metric }];
    });
    if (found.length === 0) return [];
    const tracked = found.filter(({ metric }) => metric.value !== null);
    const change = tracked.length < 2 ? null : differenceOf(tracked[0]!.metric, tracked.at(-1)!.metric);
    const { direction } = found[0]!.metric;
    return [
      {
        id,
        direction,
        points: found.map(({ wave, asOf, metric: { value, n, interval, note } }) => ({
          wave,
          asOf,
          value,
          n,
          interval,
          note,
        })),
        change,
        isBetter: isBetter(change?.difference ?? 0, direction),
      },
    ];
  });
}

function isBetter(difference: number, direction: MetricDirection): boolean | null {
  if (difference === 0 || direction === 'neither') return null;
  return difference > 0 === (direction === 'higher');
}
