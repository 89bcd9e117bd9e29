import { portableExp, portableLog } from '../core/index.js';
import { normalQuantile } from './normal-quantile.js';

const rootPi = 1.7724538509055159;

/**
 * How likely a t of `degrees` degrees of freedom is at least `size` away from 0, on either side: the regularised
 * incomplete beta function I at ν/(ν + t²) with ν/2 and ½ (Abramowitz & Stegun (1964), 26.7.1). Relative error
 * below 10⁻¹² up to a thousand degrees, below 10⁻⁹ up to a million.
 *
 * @param size ≥ 0
 * @param degrees > 0, whole or not
 * @returns in [0, 1]
 */
export function studentTwoSidedTail(size: number, degrees: number): number {
  const square = size * size;
  return regularisedBeta(degrees / (degrees + square), square / (degrees + square), degrees / 2, 0.5);
}

/**
 * Student's t: the size that is exceeded, on either side, with probability 1 − `level`. Found from the normal
 * quantile by doubling and then halving until no number lies between.
 *
 * @param level in (0, 1), such as 0.95
 * @param degrees of freedom, > 0
 */
export function studentQuantile(level: number, degrees: number): number {
  const outside = 1 - level;
  let low = 0;
  let high = Math.max(1, normalQuantile((1 + level) / 2));
  while (studentTwoSidedTail(high, degrees) > outside) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTwoSidedTail(middle, degrees) > outside) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * I of `x` with `a` and `b`, one of them ½, by its continued fraction (DLMF, https://dlmf.nist.gov/8.17#E22) in the
 * form of Lentz, on the side where it converges fast. `rest` is 1 − x, which the caller knows more exactly than a
 * difference would say.
 */
function regularisedBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(rest, x, b, a);
  const inverseBeta = gammaRatio(Math.max(a, b)) / rootPi;
  const front = inverseBeta * portableExp(a * portableLog(x) + b * portableLog(rest));
  return (front / a) * betaFraction(x, a, b);
}

/** 1 / (1 + d₁/(1 + d₂/(1 + …))) with the coefficients of DLMF 8.17.23. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 2e-16) break;
  }
  return fraction;
}

/**
 * Γ(a + ½) / Γ(a), which is Γ(½) times the reciprocal of the beta function of a and ½. Moved up to 20 and more by
 * Γ(a + 1) = a Γ(a), then √a exp(−1/8a + 1/192a³ − 1/640a⁵ + 17/14336a⁷ − 31/18432a⁹), which is Stirling's series of
 * the one less that of the other; what is left out is below 10⁻¹⁶.
 */
function gammaRatio(a: number): number {
  let product = 1;
  let y = a;
  while (y < 20) {
    product *= y / (y + 0.5);
    y += 1;
  }
  const inverse = 1 / (y * y);
  const series =
    -1 / 8 + inverse * (1 / 192 + inverse * (-1 / 640 + inverse * (17 / 14336 - (inverse * 31) / 18432)));
  return product * Math.sqrt(y) * portableExp(series / y);
}
