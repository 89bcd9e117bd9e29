import { portableExp } from './numerics.js';

const inverseRootTwoPi = 0.3989422804014327;

/** Where the series hands over to the continued fraction. */
const tailFrom = 3;

/** Terms of the continued fraction: at `tailFrom` the truncation is below 10⁻¹⁵ relative. */
const tailTerms = 120;

/**
 * Φ(z), the share of a standard normal distribution that lies below z; the same bits on every engine.
 *
 * |z| < 3: Φ(z) = ½ + φ(z) · (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …), whose terms all have one sign
 * (Marsaglia (2004), *Evaluating the Normal Distribution*, J. Statistical Software 11(4),
 * doi:10.18637/jss.v011.i04). Beyond: 1 − Φ(z) = φ(z) / (z + 1/(z + 2/(z + 3/(z + …)))), Laplace's continued
 * fraction (Abramowitz & Stegun (1964), 26.2.14). Absolute error below 10⁻¹⁵; relative error below 10⁻¹² for
 * every z > −37.
 *
 * @param z any number but NaN
 * @returns a number in [0, 1]
 */
export function normalCumulative(z: number): number {
  const size = Math.abs(z);
  const density = inverseRootTwoPi * portableExp(-0.5 * size * size);
  if (size >= tailFrom) {
    const tail = density === 0 ? 0 : density / tailFraction(size);
    return z < 0 ? tail : 1 - tail;
  }
  let term = z;
  let sum = 0;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return 0.5 + density * sum;
}

function tailFraction(size: number): number {
  let fraction = size;
  for (let term = tailTerms; term >= 1; term -= 1) fraction = size + term / fraction;
  return fraction;
}
