import { type Interval, usualLevel } from './interval.js';
import { wilsonInterval } from './wilson-interval.js';

/** How many of how many. */
export interface Proportion {
  /** Whole number, 0 … n. */
  readonly hits: number;
  /** Whole number > 0. */
  readonly n: number;
}

/**
 * Interval of the difference p₁ − p₂ of two independent proportions, from their Wilson intervals (l, u): low is
 * d − √((p₁ − l₁)² + (u₂ − p₂)²), high d + √((u₁ − p₁)² + (p₂ − l₂)²). Method 10, without continuity correction, of
 * Newcombe (1998), *Interval estimation for the difference between independent proportions*, Statistics in Medicine
 * 17, 873–890, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
 */
export function newcombeInterval(
  first: Proportion,
  second: Proportion,
  level: number = usualLevel,
): Interval {
  const p1 = first.hits / first.n;
  const p2 = second.hits / second.n;
  const one = wilsonInterval(first.hits, first.n, level);
  const two = wilsonInterval(second.hits, second.n, level);
  const difference = p1 - p2;
  return {
    low: Math.max(-1, difference - length(p1 - one.low, two.high - p2)),
    high: Math.min(1, difference + length(one.high - p1, p2 - two.low)),
    level,
  };
}

/** Not `Math.hypot`, whose last digit differs between engines. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
