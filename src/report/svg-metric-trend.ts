import { InputError, reading } from '../core/index.js';
import type { MetricTrend } from '../metrics/index.js';
import { decimal } from '../scoring/inner.js';
import { drawing, label, line, short } from './drawing.js';
import { type Markup, markup } from './markup.js';
import { colours } from './palette.js';
import { type ReportOptions, readTexts } from './report-options.js';
import type { ReportTexts } from './texts/texts.js';

const width = 640;
const height = 240;
const left = 56;
const right = 24;
const top = 30;
const bottom = 34;

/**
 * One metric from wave to wave as an SVG: a line through the values, each with its interval where it has one. Waves
 * stand at equal distances; what is hidden or not tracked leaves a gap.
 *
 * @param trend an entry of what `metricTrend` returned
 * @throws InputError where it is none
 */
export function svgMetricTrend(trend: MetricTrend, options: ReportOptions = {}): string {
  const texts = readTexts('svgMetricTrend', options);
  const rule = 'an entry of what metricTrend returned';
  return reading('svgMetricTrend', 'trend', trend, rule, () => {
    const points: unknown = (trend as Partial<MetricTrend> | null)?.points;
    if (!Array.isArray(points) || !Object.hasOwn(texts.metricTexts.metrics, trend.id))
      throw new InputError('svgMetricTrend', [{ path: 'trend', value: trend, rule }]);
    return drawMetricTrend(trend, texts).text;
  });
}

function drawMetricTrend({ id, points }: MetricTrend, texts: ReportTexts): Markup {
  const { name, unit } = texts.metricTexts.metrics[id];
  const isPercent = unit === 'percent';
  const values = points.flatMap(({ value, interval }) =>
    value === null ? [] : [value, interval?.low ?? value, interval?.high ?? value],
  );
  const lowest = isPercent ? 0 : Math.min(0, ...values);
  const highest = isPercent ? 1 : Math.max(...values, lowest + 1);
  const x = (at: number) => left + ((at + 0.5) * (width - left - right)) / Math.max(1, points.length);
  const y = (value: number) =>
    height - bottom - ((value - lowest) / (highest - lowest)) * (height - top - bottom);
  const say = (value: number) =>
    texts.metricTexts.units[unit](
      decimal(isPercent ? 100 * value : value, unit === 'levels' || unit === 'stars' ? 1 : 0, texts),
    );
  const levels = [0, 0.25, 0.5, 0.75, 1].map((part) => lowest + part * (highest - lowest));
  let path = '';
  let isOpen = false;
  const marks: Markup[] = [];
  points.forEach(({ value, interval, wave }, at) => {
    marks.push(label(x(at), height - bottom + 18, 'middle', wave, true));
    if (value === null) {
      isOpen = false;
      return;
    }
    path += `${isOpen ? 'L' : 'M'}${short(x(at))} ${short(y(value))}`;
    isOpen = true;
    if (interval !== null)
      marks.push(
        markup`<path stroke="${colours.mark}" stroke-width="2" d="M${short(x(at))} ${short(y(interval.low))}V${short(y(interval.high))}"/>`,
      );
    marks.push(
      markup`<circle class="drawn-bar" cx="${short(x(at))}" cy="${short(y(value))}" r="4" fill="${colours.bar}"/>`,
      label(x(at) + 8, y(value) - 6, 'start', say(value)),
    );
  });
  return drawing(width, height, { title: name, description: texts.metricTexts.metrics[id].definition }, [
    levels.map((level) => [
      line(left, y(level), width - right, y(level)),
      label(left - 6, y(level) + 4, 'end', say(level), true),
    ]),
    path === '' ? null : markup`<path stroke="${colours.bar}" stroke-width="2" fill="none" d="${path}"/>`,
    marks,
    label(4, 14, 'start', name),
  ]);
}
