const ln2 = Math.LN2;

/**
 * Natural logarithm from additions, multiplications and divisions alone, which IEEE 754 fixes to the last
 * bit, unlike `Math.log`, whose last digit differs between engines.
 *
 * x = m · 2ᵏ with m in [√½, √2); ln m = 2·artanh(z), z = (m − 1)/(m + 1), |z| < 0.172, by its series to z²¹
 * (truncation below 10⁻¹⁷), summed as f − z·(f − R) with f = m − 1, which is exact, so that the rounding of z
 * hardly counts (Tang 1990, doi:10.1145/98267.98294, and fdlibm do the same). Within two units in the last place.
 *
 * @param x finite number > 0
 */
export function portableLog(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  const fraction = mantissa - 1;
  const z = fraction / (2 + fraction);
  const square = z * z;
  let series = 0;
  for (let power = 21; power >= 3; power -= 2) series = series * square + 2 / power;
  return exponent * ln2 + (fraction - z * (fraction - series * square));
}

/** ln 2 in two parts; the first has 21 zero bits at its end, so k · ln2High is exact for |k| < 2²¹. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * eˣ from additions, multiplications and divisions alone, the same bits on every engine, unlike `Math.exp`.
 *
 * x = k · ln 2 + r with |r| ≤ ½ ln 2 (reduction in two parts after Cody & Waite, *Software Manual for the
 * Elementary Functions*, 1980); eʳ by its series to r¹⁴ (truncation below 10⁻¹⁹); times 2ᵏ. Relative error
 * below 4·10⁻¹⁶ wherever the result is a normal number; 0 below −745.2, `Infinity` above 709.79.
 *
 * @param x any number but NaN
 */
export function portableExp(x: number): number {
  if (x > 709.79) return Infinity;
  if (x < -745.2) return 0;
  const twos = Math.round(x / ln2);
  const rest = x - twos * ln2High - twos * ln2Low;
  let series = 1;
  for (let power = 14; power >= 1; power -= 1) series = 1 + (series * rest) / power;
  return scaleByTwos(series, twos);
}

/** x · 2ᵏ; in two halves, because 2ᵏ alone can pass the range where the product does not. */
function scaleByTwos(x: number, twos: number): number {
  const half = Math.trunc(twos / 2);
  return x * powerOfTwo(half) * powerOfTwo(twos - half);
}

function powerOfTwo(twos: number): number {
  const step = twos < 0 ? 0.5 : 2;
  let power = 1;
  for (let count = Math.abs(twos); count > 0; count -= 1) power *= step;
  return power;
}
