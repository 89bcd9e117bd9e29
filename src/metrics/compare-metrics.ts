import { normalCumulative } from '../core/index.js';
import {
  fisherExact,
  type Interval,
  newcombeInterval,
  normalQuantile,
  type Proportion,
  usualLevel,
  welchDifference,
} from '../statistics/index.js';
import type { Metric } from './types.js';

/** Later or other − earlier or first. */
export interface MetricDifference {
  readonly difference: number;
  /** 95 %; `null` where people count more than once in one of the two, or there is no spread to learn from. */
  readonly interval: Interval | null;
  /** How likely a difference as large is if there is none: Fisher's test, Welch's t or a normal z. */
  readonly pValue: number | null;
}

/** Compares one metric of two groups of different people; `null` where either has no value. */
export function differenceOf(first: Metric, second: Metric): MetricDifference | null {
  if (first.value === null || second.value === null) return null;
  const difference = second.value - first.value;
  const unknown = { difference, interval: null, pValue: null };
  const isIndependent = [first, second].every(({ n, denominator }) => n === denominator);
  if (!isIndependent) return unknown;
  if (first.kind === 'share') {
    const one = { hits: first.numerator!, n: first.denominator! };
    const two = { hits: second.numerator!, n: second.denominator! };
    if (![one, two].every(isCount)) return unknown;
    return { difference, interval: newcombeInterval(two, one), pValue: fisherExact(two, one) };
  }
  if (first.kind === 'mean') {
    const momentsOf = ({ value, n, details }: Metric) => ({
      n: n!,
      mean: value,
      standardDeviation: details.standardDeviation ?? null,
    });
    const welch = welchDifference(momentsOf(second), momentsOf(first));
    return welch === null ? unknown : { difference, interval: welch.interval, pValue: welch.pValue };
  }
  // Of all others the net promoter score alone has a standard error.
  const { standardError: one = 0 } = first.details;
  const { standardError: two = 0 } = second.details;
  const error = Math.sqrt(one * one + two * two);
  if (error === 0) return unknown;
  const width = normalQuantile((1 + usualLevel) / 2) * error;
  const interval = {
    low: Math.max(-200, difference - width),
    high: Math.min(200, difference + width),
    level: usualLevel,
  };
  return { difference, interval, pValue: 2 * normalCumulative(-Math.abs(difference) / error) };
}

/** More people than this are in no programme; a stored result may hold any number. */
const mostPeople = 1e7;

function isCount({ hits, n }: Proportion): boolean {
  return Number.isInteger(hits) && Number.isInteger(n) && hits >= 0 && hits <= n && n <= mostPeople;
}
