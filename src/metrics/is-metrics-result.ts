import { listOf } from '../core/index.js';
import { isFields, own } from './fields.js';
import { metricIds, type ProgramMetrics } from './types.js';

/** Whether a value has the shape of what `programMetrics` returns, as made or as stored. */
export function isMetricsResult(value: unknown): value is ProgramMetrics {
  return holds(
    () =>
      isFields(value) &&
      typeof own(value, 'asOf') === 'string' &&
      isMetricList(own(value, 'metrics')) &&
      Array.isArray(own(value, 'groups')),
  );
}

/** Whether a value is a list of metrics. */
export function isMetricList(value: unknown): boolean {
  return listOf(value)?.every((metric) => holds(() => isMetric(metric))) ?? false;
}

function isMetric(metric: unknown): boolean {
  if (!isFields(metric) || !(metricIds as readonly unknown[]).includes(own(metric, 'id'))) return false;
  const numbers = ['value', 'numerator', 'denominator', 'n'].map((name) => own(metric, name));
  const isNumber = (each: unknown) => each === null || Number.isFinite(each);
  return numbers.every(isNumber) && isFields(own(metric, 'details'));
}

/** What cannot be read does not hold: a getter or a proxy of the caller's may throw. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
