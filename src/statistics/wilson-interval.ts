import { type Interval, usualLevel, zOf } from './interval.js';

/**
 * Wilson's score interval of a proportion: the p that `hits` of `n` do not contradict.
 *
 * (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n), held in [0, 1]; 0 hits begin at 0 and n hits end at 1
 * exactly. Wilson (1927), *Probable inference, the law of succession, and statistical inference*, J. American
 * Statistical Association 22, 209–212, doi:10.1080/01621459.1927.10502953.
 *
 * @param hits whole number, 0 … n
 * @param n whole number > 0
 */
export function wilsonInterval(hits: number, n: number, level: number = usualLevel): Interval {
  const z = zOf(level);
  const share = hits / n;
  const square = z * z;
  const middle = share + square / (2 * n);
  const width = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return {
    low: hits === 0 ? 0 : Math.max(0, (middle - width) / scale),
    high: hits === n ? 1 : Math.min(1, (middle + width) / scale),
    level,
  };
}
