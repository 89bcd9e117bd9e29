/** Sweeps after which the iteration gives up; surveys need some tens. */
const mostSweeps = 20_000;

/** Largest change of a loading in a sweep at which the iteration has arrived. */
const arrived = 1e-13;

/** Loadings of a one-factor model, and whether one of them had to be held at ±1 (a Heywood case). */
export interface OneFactorModel {
  readonly loadings: readonly number[];
  readonly heywood: boolean;
}

/**
 * Fits one common factor to a correlation matrix by minimum residuals: the loadings λ that minimise
 * Σ_{i<j} (r_ij − λᵢλⱼ)², by minimising over one loading at a time, λᵢ = Σ_{j≠i} r_ij λⱼ / Σ_{j≠i} λⱼ², held in
 * [−1, 1]. Each step lowers the residual, and the fixed point is also that of iterated principal axes.
 *
 * Harman & Jones (1966), *Factor analysis by minimizing residuals (minres)*, Psychometrika 31, 351–368,
 * doi:10.1007/BF02289468; the bound after Harman & Fukuda (1966), doi:10.1007/BF02289525. Start: Thurstone's
 * centroid loadings. O(k²) a sweep.
 *
 * @param correlations k × k, row-major, symmetric, 1 on the diagonal; k ≥ 3 (two items do not identify it)
 * @returns `null` where the iteration does not arrive or there is no common factor to find
 */
export function fitOneFactor(correlations: Float64Array, size: number): OneFactorModel | null {
  const loadings = centroidLoadings(correlations, size);
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let change = 0;
    for (let i = 0; i < size; i += 1) {
      let product = 0;
      let square = 0;
      for (let j = 0; j < size; j += 1) {
        if (j === i) continue;
        product += correlations[i * size + j]! * loadings[j]!;
        square += loadings[j]! * loadings[j]!;
      }
      if (square === 0) return null;
      const loading = Math.max(-1, Math.min(1, product / square));
      change = Math.max(change, Math.abs(loading - loadings[i]!));
      loadings[i] = loading;
    }
    if (change < arrived) {
      return { loadings, heywood: loadings.some((loading) => Math.abs(loading) === 1) };
    }
  }
  return null;
}

/** λᵢ = Σⱼ r_ij / √(ΣΣ r), or ½ for all where the items do not hang together positively. */
function centroidLoadings(correlations: Float64Array, size: number): number[] {
  let total = 0;
  const sums = new Array<number>(size).fill(0);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) sums[i]! += correlations[i * size + j]!;
    total += sums[i]!;
  }
  return total > 0 ? sums.map((sum) => sum / Math.sqrt(total)) : sums.map(() => 0.5);
}
