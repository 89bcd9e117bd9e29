import { checkOptionNames, InputError, isList, ProblemList, reading } from '../core/index.js';
import { entry } from './fields.js';
import { isMetricList } from './is-metrics-result.js';
import type { SuggestedChanges } from './suggest-changes.js';
import { metricTexts } from './texts/index.js';
import type { MetricTexts } from './texts/metric-texts.js';
import type { FeedbackSummary, Metric, ProgramMetrics } from './types.js';

export interface MetricWordsOptions {
  /** `metricTexts.en` unless given. */
  readonly texts?: MetricTexts;
}

/**
 * Metrics in words, one a line, groups after the total; what is not tracked says so.
 *
 * @param subject what `programMetrics` or `summarizeFeedback` returned
 * @throws InputError where it is neither
 */
export function describeMetrics(
  subject: ProgramMetrics | FeedbackSummary,
  options: MetricWordsOptions = {},
): string {
  const texts = readTexts('describeMetrics', options);
  const rule = 'what programMetrics or summarizeFeedback returned';
  if (!isMetricList(entry(subject, 'metrics')))
    throw new InputError('describeMetrics', [{ path: 'subject', value: subject, rule }]);
  return reading('describeMetrics', 'subject', subject, rule, () => metricsInWords(subject, texts));
}

function metricsInWords(subject: ProgramMetrics | FeedbackSummary, texts: MetricTexts): string {
  const groups = 'groups' in subject ? subject.groups : [];
  const left = Object.values(subject.leftOut).reduce((sum, count) => sum + count, 0);
  return [
    ...subject.metrics.map((metric) => metricLine(metric, texts)),
    ...groups.flatMap(({ group, metrics }) => [
      `${group ?? texts.unknownGroup}:`,
      ...metrics.map((metric) => `- ${metricLine(metric, texts)}`),
    ]),
    ...(left === 0 ? [] : [texts.leftOut(`${left}`)]),
  ].join('\n');
}

/**
 * Proposals in words, one a line, and that nothing has been changed.
 *
 * @param subject what `suggestChanges` returned
 * @throws InputError where it is not
 */
export function describeChanges(subject: SuggestedChanges, options: MetricWordsOptions = {}): string {
  const { change } = readTexts('describeChanges', options);
  const rule = 'what suggestChanges returned';
  if (!isList(entry(subject, 'changes')))
    throw new InputError('describeChanges', [{ path: 'subject', value: subject, rule }]);
  return reading('describeChanges', 'subject', subject, rule, () => changesInWords(subject, change));
}

function changesInWords(subject: SuggestedChanges, say: MetricTexts['change']): string {
  if (subject.changes.length === 0) return say.none;
  const lines = subject.changes.map(({ code, aspect, counts }) =>
    say.line({
      change: say.codes[code](aspect === null ? '' : say.aspects[aspect]),
      speaksFor: `${counts.for}`,
      people: `${counts.people}`,
      against: `${counts.against}`,
    }),
  );
  return [...lines.map((line) => `- ${line}`), say.onlyProposals].join('\n');
}

/** The texts of options whose other names are listed. */
export function readTexts(
  functionName: string,
  options: MetricWordsOptions,
  others: readonly string[] = [],
): MetricTexts {
  const problems = new ProblemList(functionName);
  checkOptionNames(problems, options, ['texts', ...others]);
  problems.throwIfAny();
  return options.texts ?? metricTexts.en;
}

function metricLine(metric: Metric, texts: MetricTexts): string {
  const { id, kind, value, numerator, denominator, interval, note, details } = metric;
  const { name, unit } = texts.metrics[id];
  const say = (number: number) =>
    unit === 'percent' ? texts.number(100 * number, 0) : texts.number(number, unit === 'days' ? 0 : 1);
  const remarks = [
    ...(note === null || value === null ? [] : [texts.notes[note]]),
    ...(details.comparison === undefined ? [] : [texts.comparedWith(details.comparison.name)]),
    ...(details.responseRate === undefined
      ? []
      : [texts.responseRate(texts.number(100 * details.responseRate, 0))]),
  ];
  const isCounted = kind === 'share' && numerator !== null;
  return texts.line({
    name,
    value: value === null ? texts.notes[note ?? 'notTracked'] : texts.units[unit](say(value)),
    of: isCounted ? texts.of({ numerator: `${numerator}`, denominator: `${denominator}` }) : '',
    interval: interval === null ? '' : texts.interval({ low: say(interval.low), high: say(interval.high) }),
    note: remarks.join(', '),
  });
}
