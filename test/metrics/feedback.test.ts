import fc from 'fast-check';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { factors, isInputError, type Model, rules } from '../../src/index.js';
import {
  compareCohorts,
  describeChanges,
  describeMetrics,
  type FeedbackRecord,
  type MetricId,
  metricChart,
  metricRows,
  metricTexts,
  metricTrend,
  type ProgramMetrics,
  programMetrics,
  suggestChanges,
  summarizeFeedback,
  trendChart,
} from '../../src/metrics/index.js';
import {
  fisherExact,
  holmAdjusted,
  momentsOf,
  newcombeInterval,
  welchDifference,
} from '../../src/statistics/index.js';
import { answer, goal, once, pairState, programme } from './records.js';

const answersOf = (
  count: number,
  parts: (index: number) => Partial<FeedbackRecord>,
  from: 'mentee' | 'mentor' = 'mentee',
) => Array.from({ length: count }, (_, index) => answer(`m${index}`, `n${index}`, from, parts(index)));

const metric = (result: { readonly metrics: ProgramMetrics['metrics'] }, id: MetricId) =>
  result.metrics.find((each) => each.id === id)!;

/** A programme of 40 pairs of which each answers with these stars. */
function measured(stars: readonly number[], asOf: string, closed = 0): ProgramMetrics {
  const { cohort, matching } = programme(40);
  const pairs = Array.from({ length: 40 }, (_, index) =>
    pairState(`m${index}`, `n${index}`, {
      closed:
        index < closed
          ? { on: '2026-02-01', reason: 'noTime', by: 'both', note: null, mentorTakesNew: true }
          : null,
    }),
  );
  const feedback = stars.map((satisfaction, index) =>
    answer(`m${index}`, `n${index}`, 'mentee', { satisfaction, recommend: 2 * satisfaction }),
  );
  return programMetrics({ cohort, matching, pairs, feedback }, { asOf });
}

const first = once(() => measured([3, 4, 2, 5, 3, 3, 2, 4, 3, 3, 1, 4], '2026-04-01', 14));
const second = once(() => measured([5, 4, 4, 5, 5, 3, 4, 5, 5, 4, 5, 4, 3], '2026-07-01', 3));

describe('summarizeFeedback', () => {
  const feedback = answersOf(8, (index) => ({ satisfaction: 3 + (index % 3), recommend: 3 + index }));

  it('gives the metrics of the feedback as the programme does, with bounds where it is known who was asked', () => {
    const summary = summarizeFeedback(feedback, { asked: { mentees: 10, mentors: 4 } });
    expect(metric(summary, 'responseMentees')).toMatchObject({ value: 0.8, n: 10 });
    expect(metric(summary, 'responseMentors').note).toBe('suppressed');
    expect(metric(summary, 'satisfactionMentees')).toMatchObject({
      value: 31 / 8,
      details: { responseRate: 0.8 },
    });
    expect(metric(summary, 'satisfactionMentees').details.bounds).toEqual({ low: 3.3, high: 4.1 });
    expect(metric(summarizeFeedback(feedback), 'responseMentees').note).toBe('notTracked');
  });

  it('lists more answers than were asked for, and other things that cannot be', () => {
    const summary = summarizeFeedback([...feedback, { from: 'mentee' } as never], { asked: { mentees: 3 } });
    expect(summary.issues.map(({ list, index }) => `${list} ${index}`)).toEqual(['feedback 8', 'asked -1']);
    expect(summary.leftOut).toMatchObject({ feedback: 1, other: 1 });
    expect(() => summarizeFeedback({} as never)).toThrow(/summarizeFeedback: feedback/);
    expect(() => summarizeFeedback([], { asked: { mentee: 3 } as never })).toThrow(/"mentees" perhaps/);
    expect(() => summarizeFeedback([], { asked: { mentees: -3 } })).toThrow(/asked.mentees is -3/);
    expect(() => summarizeFeedback([], { smallestGroup: 0.5 })).toThrow(/smallestGroup is 0.5/);
  });

  it('bounds hold whatever those who were silent would have said', () => {
    const stars = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(stars, stars, (given, silent) => {
        const of = (some: readonly number[]) =>
          answersOf(some.length, (index) => ({ satisfaction: some[index]! }));
        const asked = { mentees: given.length + silent.length };
        const known = summarizeFeedback(of(given), { asked, smallestGroup: 1 });
        const all = summarizeFeedback(of([...given, ...silent]), { asked, smallestGroup: 1 });
        for (const id of ['satisfactionMentees', 'topTwoMentees'] as const) {
          const { low, high } = metric(known, id).details.bounds!;
          expect(metric(all, id).value).toBeGreaterThanOrEqual(low - 1e-12);
          expect(metric(all, id).value).toBeLessThanOrEqual(high + 1e-12);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('compareCohorts', () => {
  const compared = once(() => compareCohorts(first(), second()));
  const of = (id: MetricId) => compared().find((each) => each.id === id)!.change;

  it('compares shares by Newcombe and Fisher, means by Welch, and adjusts by Holm', () => {
    const early = { hits: 14, n: 40 };
    const late = { hits: 3, n: 40 };
    expect(of('earlyClosures')).toMatchObject({
      difference: 3 / 40 - 14 / 40,
      interval: newcombeInterval(late, early),
      pValue: fisherExact(late, early),
    });
    const welch = welchDifference(
      momentsOf([5, 4, 4, 5, 5, 3, 4, 5, 5, 4, 5, 4, 3]),
      momentsOf([3, 4, 2, 5, 3, 3, 2, 4, 3, 3, 1, 4]),
    )!;
    expect(of('satisfactionMentees')!.pValue).toBeCloseTo(welch.pValue, 12);
    expect(of('satisfactionMentees')!.interval!.low).toBeCloseTo(welch.interval.low, 12);
    const pValues = compared().map(({ change }) => change?.pValue ?? null);
    expect(compared().map(({ change }) => change?.adjustedPValue ?? null)).toEqual(holmAdjusted(pValues));
    expect(pValues.filter((value) => value !== null).length).toBeGreaterThan(3);
    expect(of('netPromoterMentees')!.difference).toBeGreaterThan(0);
    expect(of('netPromoterMentees')!.interval!.low).toBeLessThan(of('netPromoterMentees')!.difference);
    expect(of('timeToMatch')).toBeNull();
  });

  it('gives no interval and no p-value where people count more than once', () => {
    const { cohort, matching } = programme(10);
    const withGoals = (reached: number) => {
      const pairs = Array.from({ length: 10 }, (_, index) =>
        pairState(`m${index}`, `n${index}`, {
          goals: [0, 1].map((at) =>
            goal({ id: `${at}`, ...(at < reached ? { status: 'reached', closedOn: '2026-02-01' } : {}) }),
          ),
        }),
      );
      return programMetrics({ cohort, matching, pairs }, { asOf: '2026-03-01' });
    };
    const goals = compareCohorts(withGoals(0), withGoals(1)).find(({ id }) => id === 'goalsCompleted')!;
    expect(goals.change).toEqual({ difference: 0.5, interval: null, pValue: null, adjustedPValue: null });
  });

  it('turns over with the cohorts, and finds nothing between one and itself', () => {
    for (const { id, change } of compareCohorts(second(), first())) {
      expect(change?.difference ?? 0).toBeCloseTo(0 - (of(id)?.difference ?? 0), 12);
      if (change?.pValue != null) expect(change.pValue).toBeCloseTo(of(id)!.pValue!, 12);
    }
    for (const { change } of compareCohorts(first(), first())) expect(change?.difference ?? 0).toBe(0);
  });

  it('reads stored metrics, and refuses anything else', () => {
    expect(compareCohorts(JSON.parse(JSON.stringify(first())), second())).toEqual(compared());
    expect(() => compareCohorts(first(), {} as never)).toThrow(/compareCohorts: second/);
    expect(() => compareCohorts(null as never, second())).toThrow(/compareCohorts: first/);
  });
});

describe('metricTrend', () => {
  it('follows every metric by date, whatever the order of waves, and says what is better', () => {
    const waves = [
      { wave: 'month 6', metrics: second() },
      { wave: 'month 3', metrics: first() },
    ];
    const trend = metricTrend(waves);
    expect(metricTrend([...waves].reverse())).toEqual(trend);
    const satisfaction = trend.find(({ id }) => id === 'satisfactionMentees')!;
    expect(satisfaction.points.map(({ wave }) => wave)).toEqual(['month 3', 'month 6']);
    expect(satisfaction.isBetter).toBe(true);
    expect(satisfaction.change!.difference).toBeCloseTo(56 / 13 - 37 / 12, 12);
    expect(trend.find(({ id }) => id === 'earlyClosures')!.isBetter).toBe(true);
    expect(trend.find(({ id }) => id === 'skillGain')!.change).toBeNull();
    expect(metricTrend([])).toEqual([]);
  });

  it('refuses two waves of one name or day', () => {
    const paths = (waves: unknown) => {
      try {
        metricTrend(waves as never);
      } catch (error) {
        return isInputError(error) ? error.problems.map(({ path }) => path) : error;
      }
      return [];
    };
    expect(
      paths([
        { wave: 'a', metrics: first() },
        { wave: 'a', metrics: first() },
      ]),
    ).toEqual(['waves[1].wave', 'waves[1].metrics.asOf']);
    expect(paths([null, { wave: 'b', metrics: 3 }])).toEqual([
      'waves[0].wave',
      'waves[0].metrics',
      'waves[1].metrics',
    ]);
    expect(paths({})).toEqual(['waves']);
  });
});

describe('suggestChanges', () => {
  const model: Model = {
    factors: {
      skills: factors.skillCoverage({ weight: 3 }),
      hobbies: factors.sharedInterests({ weight: 2 }),
    },
    rules: [rules.sharedLanguage()],
  };
  const feedback = [
    ...answersOf(10, (index) => ({
      missing: index < 7 ? ['skills', 'seniority', 'language'] : [],
      unimportant: index < 6 ? ['interests'] : [],
      helped: index === 9 ? ['interests'] : [],
    })),
    ...answersOf(
      9,
      (index) => ({ nextCapacity: index < 5 ? 'more' : index < 7 ? 'fewer' : 'same' }),
      'mentor',
    ),
  ];

  it('proposes with counts what enough people speak for, and changes nothing', () => {
    const before = JSON.stringify(model);
    const { changes, people } = suggestChanges(feedback, model);
    expect(people).toBe(19);
    expect(changes.map(({ code, path, counts }) => [code, path, counts.for, counts.against])).toEqual([
      ['raiseWeight', 'factors.skills.weight', 7, 0],
      ['addFactor', 'factors', 7, 0],
      ['lowerWeight', 'factors.hobbies.weight', 6, 1],
      ['raiseCapacity', null, 5, 2],
    ]);
    expect(changes[0]!.interval.low).toBeLessThan(7 / 19);
    expect(JSON.stringify(model)).toBe(before);
  });

  it('proposes a rule that the model has not', () => {
    const { changes } = suggestChanges(feedback, { factors: model.factors });
    expect(changes).toContainEqual(expect.objectContaining({ code: 'addRule', kind: 'sharedLanguage' }));
  });

  it('says nothing of few people, or where as many speak against it', () => {
    expect(suggestChanges(feedback.slice(0, 4), model).changes).toEqual([]);
    expect(suggestChanges([], model)).toMatchObject({ changes: [], people: 0 });
    const divided = answersOf(10, (index) =>
      index < 5 ? { missing: ['skills'] } : { unimportant: ['skills'] },
    );
    expect(suggestChanges(divided, model).changes).toEqual([]);
  });

  it('counts people, not answers, in any order', () => {
    const twice = feedback.flatMap((each) => [each, { ...each, mentorId: `${each.mentorId}-2` }]);
    const once = suggestChanges(feedback, model).changes.filter(({ aspect }) => aspect !== null);
    const again = suggestChanges(twice.filter(({ from }) => from === 'mentee').reverse(), model).changes;
    expect(again.map(({ counts }) => counts.for)).toEqual(once.map(({ counts }) => counts.for));
  });

  it('is put into words in both languages, and refuses what is no model', () => {
    const text = describeChanges(suggestChanges(feedback, model));
    expect(text).toContain('- give skills more weight: 7 of 19 people for it, 0 against');
    expect(text).toContain('Nothing has been changed.');
    expect(describeChanges(suggestChanges([], model), { texts: metricTexts.it })).toBe(
      'Le risposte non chiedono cambiamenti.',
    );
    expect(() => suggestChanges(feedback, {} as never)).toThrow(/suggestChanges: model/);
    expect(() => suggestChanges(3 as never, model)).toThrow(/suggestChanges: feedback/);
    expect(() => describeChanges({} as never)).toThrow(/describeChanges: subject/);
  });
});

describe('rows, charts and words', () => {
  it('make a table of cells with one row a metric', () => {
    const rows = metricRows(second());
    expect(rows[0]).toEqual([
      'group',
      'metric',
      'value',
      'numerator',
      'denominator',
      'people',
      'low',
      'high',
      'level',
      'note',
    ]);
    expect(rows).toHaveLength(1 + second().metrics.length);
    const closures = rows.find(([, name]) => name === 'Pairs ended early')!;
    expect(closures.slice(0, 6)).toEqual(['', 'Pairs ended early', 0.075, 3, 40, 40]);
    expect(rows.flat().every((cell) => typeof cell === 'string' || Number.isFinite(cell))).toBe(true);
    expect(metricRows(second(), { texts: metricTexts.it })[0]![1]).toBe('indicatore');
    expect(() => metricRows({} as never)).toThrow(/metricRows: subject/);
  });

  it('make specifications that Vega-Lite compiles without a warning', () => {
    const { cohort, matching } = programme(60);
    const grouped = programMetrics(
      { cohort, matching, pairs: [] },
      { asOf: '2026-03-01', by: 'attributes.site' },
    );
    const [trend] = metricTrend([
      { wave: 'a', metrics: first() },
      { wave: 'b', metrics: second() },
    ]).filter(({ id }) => id === 'satisfactionMentees');
    for (const chart of [metricChart(first()), metricChart(grouped), trendChart(trend!)]) {
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
      const warnings: unknown[] = [];
      const note = (...parts: unknown[]) => {
        warnings.push(parts);
        return logger;
      };
      const logger = {
        level: () => logger,
        warn: note,
        info: () => logger,
        debug: () => logger,
        error: note,
      };
      expect(compile(chart as never, { logger: logger as never }).spec.marks?.length).toBeGreaterThan(0);
      expect(warnings).toEqual([]);
      expect(chart.data.values.length).toBeGreaterThan(1);
    }
    expect(() => metricChart(null as never)).toThrow(/metricChart: metrics/);
    expect(() => trendChart({ id: 'x', points: [] } as never)).toThrow(/trendChart: trend/);
  });

  it('say value, counts, interval and response rate', () => {
    const text = describeMetrics(second());
    expect(text).toContain('Pairs ended early: 8 % (3 of 40) [3 to 20]');
    expect(text).toContain('– 33 % answered');
    expect(describeMetrics(second(), { texts: metricTexts.it })).toContain(
      'Coppie finite prima del tempo: 8 % (3 su 40)',
    );
    expect(() => describeMetrics([] as never)).toThrow(/describeMetrics: subject/);
  });
});
