import { reading } from '../core/index.js';
import type { Matching } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { mentorLoads } from './loads.js';
import { colours, ramp } from './palette.js';
import {
  matchingRule,
  type ReportOptions,
  readTexts,
  requireCohort,
  requireScores,
} from './report-options.js';
import { scoreBins } from './score-bins.js';
import { scoreGrid } from './score-grid.js';

/**
 * A specification for Vega-Lite 6: plain JSON with its data inside, to be changed at will and handed to `vega-lite`
 * or `vega-embed`. The type says what is relied on; see https://vega.github.io/vega-lite/docs/spec.html.
 */
export interface VegaLiteSpec {
  readonly $schema: string;
  readonly title: string;
  readonly description: string;
  readonly data: { readonly values: readonly Readonly<Record<string, unknown>>[] };
  readonly [name: string]: unknown;
}

const schema = 'https://vega.github.io/schema/vega-lite/v6.json';

/**
 * How the scores of the pairs are spread, in twenty bins.
 *
 * @throws InputError where the matching is none, or an option is not known
 */
export function vegaLiteScoreHistogram(matching: Matching, options: ReportOptions = {}): VegaLiteSpec {
  const { histogram: words } = readTexts('vegaLiteScoreHistogram', options);
  const bins = scoreBins(requireScores('vegaLiteScoreHistogram', matching));
  return {
    $schema: schema,
    title: words.title,
    description: words.about,
    data: { values: bins.map((bin) => ({ ...bin })) },
    mark: { type: 'bar', color: colours.bar },
    encoding: {
      x: { field: 'from', type: 'quantitative', bin: { binned: true, step: 0.05 }, title: words.score },
      x2: { field: 'to' },
      y: { field: 'pairs', type: 'quantitative', title: words.pairs },
    },
  };
}

/**
 * Scores of mentees × mentors with the chosen ones outlined; blocks of people above 60 on a side, as in
 * `svgHeatMap`. Names of people are not in it.
 *
 * @throws InputError where the matching does not belong to the cohort, or an option is not known
 */
export function vegaLiteHeatMap(
  cohort: CompiledCohort,
  matching: Matching,
  options: ReportOptions = {},
): VegaLiteSpec {
  const { heatMap: words } = readTexts('vegaLiteHeatMap', options);
  const own = requireCohort('vegaLiteHeatMap', cohort, matching);
  const { cells } = reading('vegaLiteHeatMap', 'matching', matching, matchingRule, () =>
    scoreGrid(own, matching),
  );
  const place = { axis: null, type: 'ordinal' };
  const position = {
    x: { ...place, field: 'column', title: words.mentors },
    y: { ...place, field: 'row', title: words.mentees },
  };
  return {
    $schema: schema,
    title: words.title,
    description: words.about,
    data: { values: cells.map((cell) => ({ ...cell })) },
    width: { step: 8 },
    height: { step: 8 },
    layer: [
      {
        mark: { type: 'rect', invalid: null },
        encoding: {
          ...position,
          color: {
            field: 'score',
            type: 'quantitative',
            title: words.score,
            scale: { domain: [0, 1], range: [...ramp] },
            condition: { test: 'datum.score === null', value: colours.none },
          },
        },
      },
      {
        transform: [{ filter: 'datum.chosen > 0' }],
        mark: { type: 'rect', fill: null, stroke: colours.mark, strokeWidth: 1.5 },
        encoding: position,
      },
    ],
  };
}

/**
 * How many mentors have so many mentees, beside how many could.
 *
 * @throws InputError where the matching does not belong to the cohort, or an option is not known
 */
export function vegaLiteLoads(
  cohort: CompiledCohort,
  matching: Matching,
  options: ReportOptions = {},
): VegaLiteSpec {
  const { loads: words } = readTexts('vegaLiteLoads', options);
  const own = requireCohort('vegaLiteLoads', cohort, matching);
  const loads = reading('vegaLiteLoads', 'matching', matching, matchingRule, () =>
    mentorLoads(own, matching),
  );
  return {
    $schema: schema,
    title: words.title,
    description: words.about,
    data: {
      values: loads.flatMap(({ mentees, mentors, withCapacity }) => [
        { mentees, mentors, what: words.have },
        { mentees, mentors: withCapacity, what: words.couldHave },
      ]),
    },
    mark: 'bar',
    encoding: {
      x: { field: 'mentees', type: 'ordinal', title: words.mentees },
      xOffset: { field: 'what' },
      y: { field: 'mentors', type: 'quantitative', title: words.mentors },
      color: {
        field: 'what',
        type: 'nominal',
        title: null,
        scale: { domain: [words.have, words.couldHave], range: [colours.bar, colours.mark] },
      },
    },
  };
}
