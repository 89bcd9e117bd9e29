import { decimal } from '../../scoring/index.js';
import { table } from '../elements.js';
import { type Insert, markup } from '../markup.js';
import type { Section } from '../page.js';
import { type ReportData, smallestGroup } from '../report-data.js';
import { type ScoreBin, scoreBins, withoutSmallBins } from '../score-bins.js';
import { scoreGrid } from '../score-grid.js';
import { drawHeatMap } from '../svg-heat-map.js';
import { drawScoreHistogram } from '../svg-score-histogram.js';
import type { ReportTexts } from '../texts/texts.js';

/** How the scores of the pairs are spread. */
export function histogram({ matching, texts }: ReportData): Section {
  const bins = scoreBins(matching).filter(({ pairs }) => pairs > 0);
  const content: Insert =
    bins.length === 0
      ? texts.report.nothing
      : [drawScoreHistogram(bins, texts), markup`<h3>${texts.histogram.table}</h3>`, numbers(bins, texts)];
  return { id: 'scores', title: texts.histogram.title, about: texts.histogram.about, content };
}

/** The same with bins joined until each holds at least five pairs. */
export function councilHistogram({ matching, texts }: ReportData): Section {
  const bins = withoutSmallBins(scoreBins(matching), smallestGroup).filter(({ pairs }) => pairs > 0);
  const content: Insert =
    bins.length === 0 ? texts.report.tooSmall(decimal(smallestGroup, 0, texts)) : numbers(bins, texts);
  return { id: 'scores', title: texts.histogram.title, about: texts.histogram.about, content };
}

function numbers(bins: readonly ScoreBin[], texts: ReportTexts): Insert {
  const { histogram: words } = texts;
  return table(
    words.table,
    [
      { name: words.from, isNumber: true },
      { name: words.to, isNumber: true },
      { name: words.pairs, isNumber: true },
    ],
    bins.map(({ from, to, pairs }) => [
      decimal(from, 2, texts),
      decimal(to, 2, texts),
      decimal(pairs, 0, texts),
    ]),
  );
}

/** Everybody's scores with everybody, the pairs outlined. */
export function heatMap({ cohort, matching, texts }: ReportData): Section {
  const { title, about } = texts.heatMap;
  const grid = scoreGrid(cohort, matching);
  const content: Insert = grid.cells.length === 0 ? texts.report.nothing : drawHeatMap(grid, texts);
  return { id: 'heat-map', title, about, content };
}
