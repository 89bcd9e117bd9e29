import { describe, expect, it } from 'vitest';
import { isInputError } from '../../src/index.js';
import {
  compareCohorts,
  describeChanges,
  describeMetrics,
  type MetricsInput,
  metricChart,
  metricRows,
  metricTrend,
  programMetrics,
  suggestChanges,
  summarizeFeedback,
  trendChart,
} from '../../src/metrics/index.js';
import { answer, pairState, programme } from './records.js';

const { cohort, matching } = programme(3);
const asOf = '2026-06-30';
const whole = () => programMetrics({ cohort, matching, pairs: [] }, { asOf });
const outcomes = (value: unknown) => () =>
  programMetrics({ cohort, matching, pairs: [], outcomes: value } as never, { asOf });
const retention = (participants: unknown, comparison: unknown) =>
  outcomes({ retention: { participants, comparison } });
const model = { factors: {} };
/** A result of which everything but one part is as it should be. */
const but = (parts: object) => ({ ...whole(), ...parts }) as never;
const oneMetric = (parts: object) => but({ metrics: [{ ...whole().metrics[0], ...parts }] });
const unreadable = Object.defineProperty({}, 'metrics', {
  enumerable: true,
  get: () => {
    throw new Error('trap');
  },
});

const returned = 'expected what programMetrics returned';
const both = 'expected what programMetrics or summarizeFeedback returned';
const trend = 'expected an entry of what metricTrend returned';
const shape = 'expected { participants: { hits, n }, comparison: { name, hits, n } }';

const refused: [string, () => unknown, ...string[]][] = [
  ['outcomes of no shape', outcomes(7), 'programMetrics: outcomes is 7; expected { retention, promotion }'],
  ['a list of outcomes', outcomes([]), 'programMetrics: outcomes is []; expected { retention, promotion }'],
  [
    'an outcome of another name',
    outcomes({ retentions: 7 }),
    'programMetrics: outcomes.retentions is 7; expected no field of this name; "retention" perhaps',
  ],
  [
    'an outcome of no shape, and one of another name',
    outcomes({ promotion: 7, wages: 8 }),
    'programMetrics: 2 problems',
    'outcomes.wages is 8; expected no field of this name; only retention, promotion',
    `outcomes.promotion is 7; ${shape}`,
  ],
  [
    'an outcome without its parts',
    outcomes({ promotion: {} }),
    'programMetrics: 2 problems',
    `outcomes.promotion.participants is missing; ${shape}`,
    `outcomes.promotion.comparison is missing; ${shape}`,
  ],
  [
    'counts that are none',
    retention({ hits: 1, n: -1 }, { name: 'x', hits: 3, n: 2 }),
    'programMetrics: 2 problems',
    'outcomes.retention.participants.n is -1; expected a whole number ≥ 0',
    'outcomes.retention.comparison.hits is 3; expected a whole number from 0 to 2',
  ],
  [
    'more than a thousand million, and a part of one',
    retention({ hits: 1, n: 1e9 + 1 }, { name: 'x', hits: 0.5, n: 1e9 }),
    'programMetrics: 2 problems',
    'outcomes.retention.participants.n is 1000000001; expected a whole number ≥ 0',
    'outcomes.retention.comparison.hits is 0.5; expected a whole number from 0 to 1000000000',
  ],
  [
    'a comparison with nobody in particular',
    retention({ hits: 1, n: 1 }, { hits: 1, n: 1 }),
    'programMetrics: outcomes.retention.comparison.name is missing; expected who the participants are compared with',
  ],
  [
    'a comparison with a number',
    retention({ hits: 1, n: 1 }, { hits: 1, n: 1, name: 7 }),
    'programMetrics: outcomes.retention.comparison.name is 7; expected who the participants are compared with',
  ],
  [
    'an option of another name',
    () => summarizeFeedback([], { smallestgroup: 3 } as never),
    'summarizeFeedback: smallestgroup is 3; expected no option of this name; "smallestGroup" perhaps',
  ],
  [
    'options that are none',
    () => summarizeFeedback([], 7 as never),
    'summarizeFeedback: options is 7; expected an object',
  ],
  [
    'several options at once',
    () =>
      summarizeFeedback([], { asked: { mentees: -1, mentors: 0.5, mentee: 3 }, smallestGroup: 0 } as never),
    'summarizeFeedback: 4 problems',
    'smallestGroup is 0; expected a whole number ≥ 1',
    'asked.mentee is 3; expected no field of this name; "mentees" perhaps',
    'asked.mentees is -1; expected a whole number ≥ 0',
    'asked.mentors is 0.5; expected a whole number ≥ 0',
  ],
  [
    'a name that resembles none',
    () => summarizeFeedback([], { asked: { everybody: 3 } } as never),
    'summarizeFeedback: asked.everybody is 3; expected no field of this name; only mentees, mentors',
  ],
  [
    'a number of all who were asked',
    () => summarizeFeedback([], { asked: 7 } as never),
    'summarizeFeedback: asked is 7; expected { mentees, mentors }: how many were asked',
  ],
  [
    'feedback that is no list',
    () => summarizeFeedback(7 as never),
    'summarizeFeedback: feedback is 7; expected a list',
  ],
  [
    'feedback that is no list',
    () => suggestChanges(7 as never, model),
    'suggestChanges: feedback is 7; expected a list',
  ],
  [
    'what is no model, with a group of less than one',
    () => suggestChanges([], 7 as never, { smallestGroup: 0 }),
    'suggestChanges: 2 problems',
    'smallestGroup is 0; expected a whole number ≥ 1',
    'model is 7; expected a model: { factors, rules }',
  ],
  [
    'a model of a list of factors',
    () => suggestChanges([], { factors: [] } as never),
    'suggestChanges: model is {"factors":[]}; expected a model: { factors, rules }',
  ],
  [
    'an option of another name',
    () => suggestChanges([], model, { smallGroup: 3 } as never),
    'suggestChanges: smallGroup is 3; expected no option of this name; only smallestGroup',
  ],
  ['no cohort', () => compareCohorts(7 as never, whole()), `compareCohorts: first is 7; ${returned}`],
  ['no cohort', () => compareCohorts(whole(), [] as never), `compareCohorts: second is []; ${returned}`],
  [
    'a cohort without a day',
    () => compareCohorts(whole(), { metrics: [], groups: [] } as never),
    `compareCohorts: second is {"metrics":[],"groups":[]}; ${returned}`,
  ],
  [
    'a cohort without metrics',
    () => compareCohorts(whole(), { asOf, groups: [] } as never),
    `compareCohorts: second is {"asOf":"2026-06-30","groups":[]}; ${returned}`,
  ],
  [
    'a cohort without groups',
    () => compareCohorts(whole(), { asOf, metrics: [] } as never),
    `compareCohorts: second is {"asOf":"2026-06-30","metrics":[]}; ${returned}`,
  ],
  [
    'waves that are no list',
    () => metricTrend(new Int8Array(0) as never),
    'metricTrend: waves is a typed array; expected a list of { wave, metrics }',
  ],
  ...['waves', '', { length: 0 }, null].map((waves): [string, () => unknown, string] => [
    'waves that are no list',
    () => metricTrend(waves as never),
    `metricTrend: waves is ${JSON.stringify(waves)}; expected a list of { wave, metrics }`,
  ]),
  [
    'waves of which nothing can be used',
    () => metricTrend([7, { wave: 7, metrics: 7 }, { wave: 'a', metrics: {} }] as never),
    'metricTrend: 5 problems',
    'waves[0].wave is missing; expected a name',
    `waves[0].metrics is missing; ${returned}`,
    'waves[1].wave is 7; expected a name',
    `waves[1].metrics is 7; ${returned}`,
    `waves[2].metrics is {}; ${returned}`,
  ],
  [
    'two waves of one name',
    () =>
      metricTrend([
        { wave: 'a', metrics: whole() },
        { wave: 'a', metrics: { ...whole(), asOf: '2026-07-01' } },
      ]),
    'metricTrend: waves[1].wave is "a"; expected a name that no other wave has',
  ],
  ['no metrics', () => describeMetrics(7 as never), `describeMetrics: subject is 7; ${both}`],
  ['no metrics', () => describeMetrics(null as never), `describeMetrics: subject is null; ${both}`],
  ['no metrics', () => metricRows({} as never), `metricRows: subject is {}; ${both}`],
  ['no metrics', () => metricRows(undefined as never), `metricRows: subject is missing; ${both}`],
  [
    'what cannot be read',
    () => describeMetrics(unreadable as never),
    `describeMetrics: subject is an object; ${both}`,
  ],
  ['what cannot be read', () => metricRows(unreadable as never), `metricRows: subject is an object; ${both}`],
  [
    'what cannot be read',
    () => metricChart(unreadable as never),
    `metricChart: metrics is an object; ${returned}`,
  ],
  [
    'metrics without what was left out',
    () => describeMetrics({ metrics: [], leftOut: null } as never),
    `describeMetrics: subject is {"metrics":[],"leftOut":null}; ${both}`,
  ],
  [
    'metrics with groups that are none',
    () => metricRows({ metrics: [], groups: 7 } as never),
    `metricRows: subject is {"metrics":[],"groups":7}; ${both}`,
  ],
  [
    'metrics with groups that are none',
    () => metricChart({ asOf, metrics: [], groups: [null] } as never),
    `metricChart: metrics is {"asOf":"2026-06-30","metrics":[],"groups":[null]}; ${returned}`,
  ],
  ['no trend', () => trendChart(7 as never), `trendChart: trend is 7; ${trend}`],
  ['no trend', () => trendChart(null as never), `trendChart: trend is null; ${trend}`],
  [
    'a trend of no metric',
    () => trendChart({ id: 'toString', points: [] } as never),
    `trendChart: trend is {"id":"toString","points":[]}; ${trend}`,
  ],
  [
    'a trend without points',
    () => trendChart({ id: 'matchRate', points: {} } as never),
    `trendChart: trend is {"id":"matchRate","points":{}}; ${trend}`,
  ],
  [
    'a trend whose points are none',
    () => trendChart({ id: 'matchRate', points: [null] } as never),
    `trendChart: trend is {"id":"matchRate","points":[null]}; ${trend}`,
  ],
  [
    'no changes',
    () => describeChanges({ changes: 7 } as never),
    'describeChanges: subject is {"changes":7}; expected what suggestChanges returned',
  ],
  [
    'changes of no kind',
    () => describeChanges({ changes: [{ code: 'x' }] } as never),
    'describeChanges: subject is {"changes":[{"code":"x"}]}; expected what suggestChanges returned',
  ],
  ...(
    [
      ['describeMetrics', (options: never) => describeMetrics(whole(), options)],
      ['describeChanges', (options: never) => describeChanges(suggestChanges([], model), options)],
      ['metricRows', (options: never) => metricRows(whole(), options)],
      ['metricChart', (options: never) => metricChart(whole(), options)],
      ['trendChart', (options: never) => trendChart(metricTrend([])[0]!, options)],
    ] as const
  ).flatMap(([name, call]): [string, () => unknown, string][] => [
    ['options that are none', () => call(7 as never), `${name}: options is 7; expected an object`],
    [
      'an option of another name',
      () => call({ text: 7 } as never),
      `${name}: text is 7; expected no option of this name; "texts" perhaps`,
    ],
  ]),
];

it.each(refused)('refuses %s, in words: %s', (what, call, ...expected) => {
  let message = '';
  try {
    call();
  } catch (error) {
    if (isInputError(error)) message = error.message;
  }
  expect(
    message.split('\n').map((line) => line.replace(/^ {2}- /, '')),
    what,
  ).toEqual(expected);
});

it.each([
  ['no list', () => but({ metrics: 7 })],
  ['no metric', () => but({ metrics: [7] })],
  ['a metric and something else', () => but({ metrics: [whole().metrics[0], {}] })],
  ['a list', () => but({ metrics: [[]] })],
  ['a metric of no name', () => oneMetric({ id: 'money' })],
  ['a value that is text', () => oneMetric({ value: '1' })],
  ['a numerator that is no number', () => oneMetric({ numerator: Number.NaN })],
  ['a denominator without end', () => oneMetric({ denominator: Number.POSITIVE_INFINITY })],
  ['nobody knows how many people', () => oneMetric({ n: undefined })],
  ['no details', () => oneMetric({ details: null })],
  ['a list of details', () => oneMetric({ details: [] })],
])('takes no metrics for those of a programme where they hold %s', (_, make) => {
  const broken = make();
  for (const call of [describeMetrics, metricRows, metricChart])
    expect(() => call(broken)).toThrow(returned.slice(9, 28));
  expect(() => compareCohorts(broken, whole())).toThrow('compareCohorts: first');
  expect(() => metricTrend([{ wave: 'a', metrics: broken }])).toThrow('waves[0].metrics');
});

describe('what is left out, but not of a list', () => {
  const issues = (parts: Partial<MetricsInput>, by?: string) =>
    programMetrics({ cohort, matching, pairs: [], ...parts }, { asOf, ...(by && { by }) });

  it('is more who opted in than there are, in all or in a group', () => {
    expect(issues({ eligible: { mentees: 2, mentors: 3 } })).toMatchObject({
      issues: [
        { list: 'eligible', index: -1, path: 'mentees', value: 2, rule: 'at least 3, as many as opted in' },
      ],
      leftOut: { other: 1 },
    });
    const bySite = { 'site 0': 1, 'site 1': 0, 'site 2': 1 };
    expect(issues({ eligible: { mentors: bySite } }, 'attributes.site').issues).toEqual([
      {
        list: 'eligible',
        index: -1,
        path: 'mentors["site 1"]',
        value: 0,
        rule: 'at least 1, as many as opted in',
      },
    ]);
    expect(issues({ eligible: { mentors: { anywhere: 2 } } }).issues).toMatchObject([
      { path: 'mentors', value: 2, rule: 'at least 3, as many as opted in' },
    ]);
    expect(issues({ eligible: { mentors: 3 } }).issues).toEqual([]);
  });

  it('is a wait of nobody, of no day, or that ends before it began', () => {
    const waitingSince = { m0: '2026-02-01', m1: 'soon', m2: 7, ghost: '2026-01-01' } as never;
    const rest = { list: 'waitingSince', index: -1 };
    expect(issues({ waitingSince }).issues).toEqual([
      { ...rest, path: 'ghost', value: '2026-01-01', rule: 'the id of a mentee of the cohort' },
      { ...rest, path: 'm1', value: 'soon', rule: 'a date that exists, YYYY-MM-DD' },
      { ...rest, path: 'm2', value: 7, rule: 'a date that exists, YYYY-MM-DD' },
    ]);
  });

  it('is a wait from a day after the pair began; a wait that begins later has not happened', () => {
    const pairs = [pairState('m0', 'n0', { start: '2026-02-02' })];
    const waitingSince = { m0: '2026-02-03', m1: '2026-07-01', m2: asOf };
    const result = programMetrics({ cohort, matching, pairs, waitingSince }, { asOf, smallestGroup: 1 });
    expect(result.issues).toEqual([
      {
        list: 'waitingSince',
        index: -1,
        path: 'm0',
        value: '2026-02-03',
        rule: 'a day not after the start of the first pair, 2026-02-02',
      },
    ]);
    expect(result.metrics.find(({ id }) => id === 'timeToMatch')).toMatchObject({
      denominator: 1,
      numerator: 0,
    });
    // No groups are asked for.
    expect(result).toMatchObject({ by: null, groups: [] });
  });

  it('is more who answered than were asked', () => {
    const feedback = [
      answer('m0', 'n0', 'mentee'),
      answer('m1', 'n1', 'mentee'),
      answer('m1', 'n1', 'mentor'),
    ];
    const summary = summarizeFeedback(feedback, { asked: { mentees: 1, mentors: 0 }, smallestGroup: 1 });
    expect(summary.issues).toEqual([
      { list: 'asked', index: -1, path: 'mentees', value: 1, rule: 'at least 2, as many as answered' },
      { list: 'asked', index: -1, path: 'mentors', value: 0, rule: 'at least 1, as many as answered' },
    ]);
    expect(summary.leftOut).toEqual({ pairs: 0, checkIns: 0, ratings: 0, goals: 0, feedback: 0, other: 2 });
    expect(summarizeFeedback(feedback, { asked: { mentees: 2, mentors: 1 } }).issues).toEqual([]);
  });
});
