/**
 * Reliability of a scale that is `times` as long, made of like items: k r / (1 + (k − 1) r) (Spearman (1910) and Brown
 * (1910), British J. of Psychology 3, 271–295 and 296–322, doi:10.1111/j.2044-8295.1910.tb00206.x).
 *
 * @param reliability in [0, 1]
 * @param times > 0; two raters instead of one is 2
 */
export function spearmanBrown(reliability: number, times: number): number {
  return (times * reliability) / (1 + (times - 1) * reliability);
}

/**
 * Standard error of measurement of one person's score: SD √(1 − r).
 *
 * @param reliability in [0, 1]
 */
export function standardErrorOfMeasurement(standardDeviation: number, reliability: number): number {
  return standardDeviation * Math.sqrt(1 - reliability);
}
