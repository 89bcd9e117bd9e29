/**
 * Room `statistics`: intervals, tests, quantiles and suppression, for the rooms above. Counts are whole numbers ≥ 0,
 * shares lie in [0, 1], a *level* is a confidence such as 0.95; callers have checked them. Only arithmetic that gives
 * the same digits on every engine, and the order in which values come never changes one.
 */
export { attainmentTScore } from './attainment-t-score.js';
export { type BeforeAndAfter, compareBeforeAndAfter } from './before-and-after.js';
export { censoredMedian, type Wait } from './censored-median.js';
export { cohensH, impactRatio, standardErrorsApart } from './compare-proportions.js';
export { fisherExact } from './fisher-exact.js';
export { holmAdjusted } from './holm.js';
export { type Interval, usualLevel } from './interval.js';
export { marginOfError } from './margin-of-error.js';
export { type MeanDifference, meanInterval, welchDifference } from './mean-interval.js';
export { type Moments, momentsOf, orderedSum } from './moments.js';
export { type NetPromoterScore, netPromoterScore, type PromoterCounts } from './net-promoter-score.js';
export { newcombeInterval, type Proportion } from './newcombe-interval.js';
export { normalQuantile } from './normal-quantile.js';
export { quantile } from './quantile.js';
export { spearmanBrown, standardErrorOfMeasurement } from './reliability-formulas.js';
export { studentQuantile, studentTwoSidedTail } from './student.js';
export {
  type CountTable,
  type ShownRow,
  type SuppressionOptions,
  suppressSmallGroups,
  tellsTooMuch,
} from './suppress.js';
export { wilsonInterval } from './wilson-interval.js';
