import { normalCumulative, portableExp, portableLog } from '../core/index.js';

const inverseRootTwoPi = 0.3989422804014327;

/**
 * The z below which a share `p` of a standard normal distribution lies; the same digits on every engine.
 *
 * Starts from Hastings' approximation, off by less than 4.5·10⁻⁴ (Abramowitz & Stegun (1964), 26.2.23), and takes
 * three of Halley's steps with `normalCumulative`, each of which triples the number of right digits. Relative error
 * below 10⁻¹³.
 *
 * @param p in (0, 1); 0 gives −Infinity, 1 gives Infinity
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return 0 - normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  const t = Math.sqrt(-2 * portableLog(p));
  let z =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step += 1) {
    const off = (normalCumulative(z) - p) / (inverseRootTwoPi * portableExp((-z * z) / 2));
    z -= off / (1 + (z * off) / 2);
  }
  return z;
}
