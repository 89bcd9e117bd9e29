/**
 * Room `metrics`: the numbers of a programme that stand up to questions, what people said of it, and what that says of
 * the next run.
 */

export type { Interval } from '../statistics/index.js';
export { type ComparedMetric, compareCohorts } from './compare-cohorts.js';
export type { MetricDifference } from './compare-metrics.js';
export { describeChanges, describeMetrics, type MetricWordsOptions } from './describe-metrics.js';
export { type MetricChart, metricChart, metricRows, trendChart } from './metric-rows.js';
export { type MetricTrend, type MetricWave, metricTrend, type TrendPoint } from './metric-trend.js';
export { programMetrics } from './program-metrics.js';
export {
  type ChangeCode,
  type ProposedChange,
  type SuggestedChanges,
  suggestChanges,
} from './suggest-changes.js';
export { type SummarizeOptions, summarizeFeedback } from './summarize-feedback.js';
export { metricTexts } from './texts/index.js';
export type { MetricText, MetricTexts } from './texts/metric-texts.js';
export type {
  EligibleCount,
  FeedbackRecord,
  FeedbackSummary,
  GroupMetrics,
  LeftOut,
  MatchAspect,
  Metric,
  MetricDetails,
  MetricDirection,
  MetricId,
  MetricLevel,
  MetricNote,
  MetricsInput,
  MetricsOptions,
  OutcomeComparison,
  OutcomeCount,
  ProgramMetrics,
  RecordIssue,
} from './types.js';
