import { type Interval, usualLevel, zOf } from './interval.js';

/** How many would recommend (9, 10), are lukewarm (7, 8), would not (0 … 6). */
export interface PromoterCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

export interface NetPromoterScore {
  /** Per cent of promoters − per cent of detractors, −100 … 100. */
  readonly score: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly n: number;
}

/**
 * Net promoter score with its standard error, 100 √((p + d − (p − d)²) / n): the variance of a draw that is 1, 0 or
 * −1 (multinomial). Small counts make the interval rough.
 *
 * @returns `null` where nobody answered
 */
export function netPromoterScore(
  { promoters, passives, detractors }: PromoterCounts,
  level: number = usualLevel,
): NetPromoterScore | null {
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const net = (promoters - detractors) / n;
  const standardError = 100 * Math.sqrt(((promoters + detractors) / n - net * net) / n);
  const width = zOf(level) * standardError;
  const score = (100 * (promoters - detractors)) / n;
  const interval = { low: Math.max(-100, score - width), high: Math.min(100, score + width), level };
  return { score, standardError, interval, n };
}
