import { metricsEnglish } from './en.js';
import { metricsItalian } from './it.js';

/** The languages that come with the library, by code. Any complete `MetricTexts` object can be passed instead. */
export const metricTexts = { en: metricsEnglish, it: metricsItalian } as const;
