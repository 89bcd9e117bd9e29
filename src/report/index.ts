/**
 * Room `report`: a matching made visible. One HTML file for people who run a programme or for a council, drawings as
 * SVG, and specifications for Vega-Lite. Everything is a text or plain data; nothing is fetched or run.
 */

export { type RenderReportOptions, renderReport } from './render-report.js';
export type { FairnessFinding } from './report-data.js';
export type { ReportOptions } from './report-options.js';
export { svgHeatMap } from './svg-heat-map.js';
export { svgLoads } from './svg-loads.js';
export { svgMetricTrend } from './svg-metric-trend.js';
export { svgScoreHistogram } from './svg-score-histogram.js';
export { reportTexts } from './texts/index.js';
export type { ReportTexts } from './texts/texts.js';
export { type VegaLiteSpec, vegaLiteHeatMap, vegaLiteLoads, vegaLiteScoreHistogram } from './vega-lite.js';
