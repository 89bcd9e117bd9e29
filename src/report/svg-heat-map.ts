import { reading } from '../core/index.js';
import type { Matching } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { decimal } from '../scoring/inner.js';
import { boxes, drawing, label } from './drawing.js';
import { type Markup, markup } from './markup.js';
import { colours, ramp, rampStep } from './palette.js';
import { matchingRule, type ReportOptions, readTexts, requireCohort } from './report-options.js';
import { type ScoreGrid, scoreGrid } from './score-grid.js';
import type { ReportTexts } from './texts/texts.js';

const side = 600;
const left = 28;
const top = 24;
const legendHeight = 44;

/**
 * Scores of mentees (down) × mentors (across) as an SVG, with the pairs of the matching outlined. Above 60 people
 * on a side a cell is a block: its colour is the mean score of the pairs that may be made, its outline says that
 * pairs of the matching lie in it. Below 0.3 MB whatever the cohort.
 *
 * @throws InputError where the matching does not belong to the cohort
 *
 * O(mentees · mentors): every pair is scored once.
 */
export function svgHeatMap(cohort: CompiledCohort, matching: Matching, options: ReportOptions = {}): string {
  const texts = readTexts('svgHeatMap', options);
  const own = requireCohort('svgHeatMap', cohort, matching);
  return reading(
    'svgHeatMap',
    'matching',
    matching,
    matchingRule,
    () => drawHeatMap(scoreGrid(own, matching), texts).text,
  );
}

export function drawHeatMap(grid: ScoreGrid, texts: ReportTexts): Markup {
  const size = Math.min(20, side / Math.max(1, grid.rows, grid.columns));
  const width = Math.max(left + grid.columns * size + 8, 300);
  const height = top + grid.rows * size + legendHeight;
  const boxOf = ({ row, column }: { row: number; column: number }) => ({
    x: left + column * size,
    y: top + row * size,
    width: size,
    height: size,
  });
  const colourOf = (score: number | null) => (score === null ? colours.none : ramp[rampStep(score)]!);
  const fills = [colours.none, ...ramp].map((colour) => {
    const cells = grid.cells.filter(({ score }) => colourOf(score) === colour);
    return cells.length === 0 ? null : markup`<path fill="${colour}" d="${boxes(cells.map(boxOf))}"/>`;
  });
  const chosen = grid.cells.filter((cell) => cell.chosen > 0).map(boxOf);
  const inset = Math.max(0.5, size / 12);
  const outlines = chosen.map(({ x, y }) => ({
    x: x + inset,
    y: y + inset,
    width: size - 2 * inset,
    height: size - 2 * inset,
  }));
  const { heatMap } = texts;
  const description = grid.isExact
    ? heatMap.exact(decimal(grid.rows, 0, texts), decimal(grid.columns, 0, texts))
    : heatMap.binned(decimal(grid.menteeIds.length, 0, texts), decimal(grid.mentorIds.length, 0, texts));
  return drawing(width, height, { title: heatMap.title, description }, [
    label(left, 14, 'start', heatMap.mentors),
    markup`<g transform="translate(16 ${top + 4}) rotate(90)">${label(0, 0, 'start', heatMap.mentees)}</g>`,
    fills,
    chosen.length === 0
      ? null
      : markup`<path fill="none" stroke="${colours.mark}" stroke-width="${Math.max(1, size / 7).toFixed(1)}" d="${boxes(outlines)}"/>`,
    legend(height, texts),
  ]);
}

function legend(height: number, texts: ReportTexts): Markup[] {
  const y = height - 30;
  const stepWidth = 12;
  return [
    ...ramp.map(
      (colour, step) =>
        markup`<rect x="${left + step * stepWidth}" y="${y}" width="${stepWidth}" height="10" fill="${colour}"/>`,
    ),
    label(left, y + 24, 'start', decimal(0, 0, texts), true),
    label(left + ramp.length * stepWidth, y + 24, 'end', decimal(1, 0, texts), true),
    markup`<rect x="${left + 150}" y="${y}" width="10" height="10" fill="${colours.none}" stroke="${colours.line}"/>`,
    label(left + 164, y + 9, 'start', texts.heatMap.notAllowed, true),
    markup`<rect x="${left + 151}" y="${y + 16}" width="8" height="8" fill="none" stroke="${colours.mark}" stroke-width="2"/>`,
    label(left + 164, y + 24, 'start', texts.heatMap.chosen, true),
  ];
}
