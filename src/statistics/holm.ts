/**
 * p-values for several questions at once, adjusted by Holm's step-down method: ascending, the i-th of m is multiplied
 * by m − i + 1, and none is less than the one before it. Whoever calls those below 0.05 real is wrong about any at all
 * in at most 5 % of cases. Holm (1979), *A simple sequentially rejective multiple test procedure*, Scandinavian J. of
 * Statistics 6, 65–70.
 *
 * @param pValues in [0, 1]; `null` (not tested) stays `null` and does not count
 */
export function holmAdjusted(pValues: readonly (number | null)[]): (number | null)[] {
  const tested = pValues.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  tested.sort((one, other) => one.value - other.value);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let before = 0;
  tested.forEach(({ value, index }, rank) => {
    before = Math.max(before, Math.min(1, (tested.length - rank) * value));
    adjusted[index] = before;
  });
  return adjusted;
}
