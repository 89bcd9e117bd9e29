import { isFields, own } from './fields.js';
import { metricIds, type ProgramMetrics } from './types.js';

/** Whether a value has the shape of what `programMetrics` returns, as made or as stored. */
export function isMetricsResult(value: unknown): value is ProgramMetrics {
  if (!isFields(value) || typeof own(value, 'asOf') !== 'string') return false;
  return isMetricList(own(value, 'metrics')) && Array.isArray(own(value, 'groups'));
}

/** Whether a value is a list of metrics. */
export function isMetricList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((metric) => {
      if (!isFields(metric) || !(metricIds as readonly unknown[]).includes(own(metric, 'id'))) return false;
      const numbers = ['value', 'numerator', 'denominator', 'n'].map((name) => own(metric, name));
      const isNumber = (each: unknown) =>
        each === null || (typeof each === 'number' && Number.isFinite(each));
      return numbers.every(isNumber) && isFields(own(metric, 'details'));
    })
  );
}
