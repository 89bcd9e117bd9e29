/**
 * A quantile of type 7 of Hyndman & Fan (1996), *Sample quantiles in statistical packages*, The American Statistician
 * 50, 361–365, doi:10.1080/00031305.1996.10473566: linear between the values at (n − 1) · p, as R, NumPy and
 * spreadsheets do unless told otherwise.
 *
 * @param values in any order
 * @param p in [0, 1]; ½ is the median
 * @returns `null` of no values
 */
export function quantile(values: ArrayLike<number>, p: number): number | null {
  if (values.length === 0) return null;
  const ascending = Float64Array.from(values).sort();
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (place - below) * (high - low);
}
