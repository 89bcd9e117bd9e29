import { decimal } from '../../scoring/inner.js';
import { councilCounts } from '../council.js';
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

/**
 * The same with bins joined until each holds at least five pairs. They add up to no more than the summary tells: where
 * that is a bound, the largest bin is one too, since the sum would give the number of pairs away.
 */
export function councilHistogram({ matching, texts }: ReportData): Section {
  const { pairs } = councilCounts(matching);
  const bins = withoutSmallBins(scoreBins(matching), smallestGroup).filter((bin) => bin.pairs > 0);
  const most = bins.reduce((largest, bin, at) => (bin.pairs > bins[largest]!.pairs ? at : largest), 0);
  const over = pairs.kind === 'atLeast' ? matching.pairs.length - pairs.count : 0;
  const bound = pairs.kind === 'atLeast' && bins.length > 0 ? bins[most]!.pairs - over : null;
  const isKnown = pairs.kind === 'exact' || (bound !== null && bound > 0);
  const content: Insert =
    isKnown && bins.length > 0
      ? numbers(bins, texts, (bin) =>
          bound !== null && bin === bins[most]
            ? texts.report.atLeast(decimal(bound, 0, texts))
            : decimal(bin.pairs, 0, texts),
        )
      : texts.report.tooSmall(decimal(smallestGroup, 0, texts));
  return { id: 'scores', title: texts.histogram.title, about: texts.histogram.about, content };
}

function numbers(
  bins: readonly ScoreBin[],
  texts: ReportTexts,
  count = ({ pairs }: ScoreBin) => decimal(pairs, 0, texts),
): Insert {
  const { histogram: words } = texts;
  return table(
    words.table,
    [
      { name: words.from, isNumber: true },
      { name: words.to, isNumber: true },
      { name: words.pairs, isNumber: true },
    ],
    bins.map((bin) => [decimal(bin.from, 2, texts), decimal(bin.to, 2, texts), count(bin)]),
  );
}

/** Everybody's scores with everybody, the pairs outlined. */
export function heatMap({ cohort, matching, texts }: ReportData): Section {
  const { title, about } = texts.heatMap;
  const grid = scoreGrid(cohort, matching);
  const content: Insert = grid.cells.length === 0 ? texts.report.nothing : drawHeatMap(grid, texts);
  return { id: 'heat-map', title, about, content };
}
