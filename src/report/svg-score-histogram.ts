import type { Matching } from '../matching/index.js';
import { decimal } from '../scoring/inner.js';
import { boxes, drawing, label, line, roundStep } from './drawing.js';
import { type Markup, markup } from './markup.js';
import { colours } from './palette.js';
import { type ReportOptions, readTexts, requireScores } from './report-options.js';
import { type ScoreBin, scoreBins } from './score-bins.js';
import type { ReportTexts } from './texts/texts.js';

const width = 640;
const height = 260;
const left = 48;
const right = 12;
const top = 26;
const bottom = 44;

/**
 * How the scores of the pairs are spread, as an SVG: twenty bins of 0.05 (a score of 1 counts to the last).
 *
 * @returns a whole SVG document, in dark colours on white
 * @throws InputError where the matching is none, or an option is not known
 */
export function svgScoreHistogram(matching: Matching, options: ReportOptions = {}): string {
  const texts = readTexts('svgScoreHistogram', options);
  return drawScoreHistogram(scoreBins(requireScores('svgScoreHistogram', matching)), texts).text;
}

/** Bins may differ in width: a bar's height is what it holds, as its label says. */
export function drawScoreHistogram(bins: readonly ScoreBin[], texts: ReportTexts): Markup {
  const most = bins.reduce((highest, { pairs }) => Math.max(highest, pairs), 0);
  const step = roundStep(Math.max(1, most), 5);
  const highest = Math.max(step, Math.ceil(most / step) * step);
  const x = (score: number) => left + score * (width - left - right);
  const y = (pairs: number) => height - bottom - (pairs / highest) * (height - top - bottom);
  const bars = bins
    .filter(({ pairs }) => pairs > 0)
    .map(({ from, to, pairs }) => ({
      x: x(from) + 1,
      y: y(pairs),
      width: x(to) - x(from) - 2,
      height: y(0) - y(pairs),
    }));
  const levels = Array.from({ length: highest / step + 1 }, (_, level) => level * step);
  const number = (value: number, decimals: number) => decimal(value, decimals, texts);
  return drawing(
    width,
    height,
    { title: texts.histogram.title, description: texts.histogram.description(number(most, 0)) },
    [
      levels.map((level) => [
        line(left, y(level), width - right, y(level)),
        label(left - 6, y(level) + 4, 'end', number(level, 0), true),
      ]),
      markup`<path class="drawn-bar" fill="${colours.bar}" d="${boxes(bars)}"/>`,
      [0, 0.2, 0.4, 0.6, 0.8, 1].map((score) =>
        label(x(score), height - bottom + 16, 'middle', number(score, 1), true),
      ),
      label(x(0.5), height - 8, 'middle', texts.histogram.score),
      label(4, 12, 'start', texts.histogram.pairs),
    ],
  );
}
