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
