import { type Interval, usualLevel } from './interval.js';
import { meanInterval } from './mean-interval.js';
import { momentsOf } from './moments.js';

/** The same people measured twice. */
export interface BeforeAndAfter {
  readonly n: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** Mean of after − before. */
  readonly change: number;
  /** Of the change, with Student's t; `null` below two people or where all changed alike. */
  readonly interval: Interval | null;
  /** Change ÷ mean of the two standard deviations (d_av); `null` where neither varies. */
  readonly effectSize: number | null;
}

/**
 * What changed between two measurements of the same people. The effect size is d_av, whose unit is the spread of
 * people, not that of changes (Cumming (2012), *Understanding the New Statistics*, chapter 11). Without others who were
 * not in the programme it does not say what made the change.
 *
 * @returns `null` of nobody
 */
export function compareBeforeAndAfter(
  pairs: readonly { readonly before: number; readonly after: number }[],
  level: number = usualLevel,
): BeforeAndAfter | null {
  const before = momentsOf(pairs.map((pair) => pair.before));
  const after = momentsOf(pairs.map((pair) => pair.after));
  const changes = pairs.map((pair) => pair.after - pair.before);
  const change = momentsOf(changes).mean;
  if (before.mean === null || after.mean === null || change === null) return null;
  const spread = ((before.standardDeviation ?? 0) + (after.standardDeviation ?? 0)) / 2;
  return {
    n: pairs.length,
    meanBefore: before.mean,
    meanAfter: after.mean,
    change,
    interval: meanInterval(changes, level),
    effectSize: spread > 0 ? change / spread : null,
  };
}
