import { describe, expect, it } from 'vitest';
import {
  compareCohorts,
  describeChanges,
  describeMetrics,
  type Metric,
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
import { fisherExact, newcombeInterval, welchDifference } from '../../src/statistics/index.js';
import { answer, programme } from './records.js';

const interval = (low: number, high: number) => ({ low, high, level: 0.95 });

const share: Metric = {
  id: 'matchRate',
  kind: 'share',
  value: 0.5,
  numerator: 5,
  denominator: 10,
  n: 10,
  interval: interval(0.237, 0.763),
  level: 'behaviour',
  direction: 'higher',
  note: null,
  details: {},
};
const mean = (parts: Partial<Metric>): Metric => ({
  ...share,
  id: 'satisfactionMentees',
  kind: 'mean',
  level: 'reaction',
  ...parts,
});
const nothing = { value: null, numerator: null, denominator: null, n: null, interval: null };
const none = { pairs: 0, checkIns: 0, ratings: 0, goals: 0, feedback: 0, other: 0 };
const of = (metrics: readonly Metric[], parts: Partial<ProgramMetrics> = {}): ProgramMetrics => ({
  asOf: '2026-06-30',
  by: null,
  smallestGroup: 5,
  metrics,
  groups: [],
  issues: [],
  leftOut: none,
  ...parts,
});

const result = of(
  [
    share,
    mean({ value: 4.04, interval: interval(3.25, 4.96), details: { responseRate: 0.804 } }),
    mean({ id: 'timeToMatch', kind: 'median', value: 12.4, interval: null, level: 'behaviour' }),
    mean({ id: 'skillGain', value: 0.75, interval: interval(0.25, 1.26), level: 'learning' }),
    mean({ id: 'netPromoterMentees', kind: 'netPromoter', value: -20, interval: interval(-45.26, 5) }),
    {
      ...share,
      id: 'retentionDifference',
      kind: 'difference',
      value: 0.2,
      interval: interval(0.05, 0.33),
      level: 'results',
      note: 'association',
      details: { comparison: { name: 'the others', hits: 4, n: 10 } },
    },
    { ...share, ...nothing, id: 'earlyClosures', note: 'suppressed' },
    { ...share, ...nothing, id: 'rematchRate', note: 'notTracked' },
    { ...share, ...nothing, id: 'goalsCompleted', level: 'results', note: null },
    mean({ ...nothing, id: 'timeToMatch', kind: 'median', numerator: 3, denominator: 9, note: 'notReached' }),
  ],
  {
    groups: [
      { group: 'rome', metrics: [share] },
      { group: null, metrics: [{ ...share, value: 1, numerator: 5, denominator: 5, interval: null }] },
    ],
    leftOut: { ...none, pairs: 2, ratings: 1 },
  },
);

describe('metrics in words', () => {
  it('say value, unit, counts, interval and what to mind, groups after the total, at last what was left out', () => {
    expect(describeMetrics(result).split('\n')).toEqual([
      'Match rate: 50 % (5 of 10) [24 to 76]',
      'Satisfaction of mentees: 4.0 of 5 [3.3 to 5.0] – 80 % answered',
      'Time to the start of a pair: 12 days',
      'Skill gain: 0.8 levels [0.3 to 1.3]',
      'Net promoter score of mentees: -20.0 [-45.3 to 5.0]',
      'Retention, difference: 20 % [5 to 33] – an association, not an effect: taking part was a choice, compared with the others',
      'Pairs ended early: not shown, to protect small groups',
      'A new pair after an early end: not tracked',
      'Goals reached: not tracked',
      'Time to the start of a pair: not known yet: too many still wait',
      'rome:',
      '- Match rate: 50 % (5 of 10) [24 to 76]',
      'unknown:',
      '- Match rate: 100 % (5 of 5)',
      'Records left out because they cannot be: 3.',
    ]);
    expect(describeMetrics({ metrics: [share], issues: [], leftOut: none })).not.toContain('\n');
  });

  it('say the same in Italian', () => {
    expect(describeMetrics(result, { texts: metricTexts.it }).split('\n')).toEqual([
      'Mentee abbinati: 50 % (5 su 10) [da 24 a 76]',
      'Soddisfazione dei mentee: 4,0 su 5 [da 3,3 a 5,0] – quota di risposte: 80 %',
      'Attesa fino all’inizio della coppia: 12 giorni',
      'Crescita delle competenze: 0,8 livelli [da 0,3 a 1,3]',
      'Net promoter score dei mentee: -20,0 [da -45,3 a 5,0]',
      'Permanenza, differenza: 20 % [da 5 a 33] – un’associazione, non un effetto: partecipare è stata una scelta, a confronto con: the others',
      'Coppie finite prima del tempo: non mostrato, per proteggere i gruppi piccoli',
      'Nuova coppia dopo una fine anticipata: non rilevato',
      'Obiettivi raggiunti: non rilevato',
      'Attesa fino all’inizio della coppia: non ancora noto: troppi aspettano ancora',
      'rome:',
      '- Mentee abbinati: 50 % (5 su 10) [da 24 a 76]',
      'non noto:',
      '- Mentee abbinati: 100 % (5 su 5)',
      'Dati esclusi perché impossibili: 3.',
    ]);
  });

  it('stand in rows with every number in full', () => {
    expect(metricRows(result).slice(1)).toEqual([
      ['', 'Match rate', 0.5, 5, 10, 10, 0.237, 0.763, 'behaviour', ''],
      ['', 'Satisfaction of mentees', 4.04, 5, 10, 10, 3.25, 4.96, 'reaction', ''],
      ['', 'Time to the start of a pair', 12.4, 5, 10, 10, '', '', 'behaviour', ''],
      ['', 'Skill gain', 0.75, 5, 10, 10, 0.25, 1.26, 'learning', ''],
      ['', 'Net promoter score of mentees', -20, 5, 10, 10, -45.26, 5, 'reaction', ''],
      [
        '',
        'Retention, difference',
        0.2,
        5,
        10,
        10,
        0.05,
        0.33,
        'results',
        'an association, not an effect: taking part was a choice',
      ],
      ['', 'Pairs ended early', '', '', '', '', '', '', 'behaviour', 'not shown, to protect small groups'],
      ['', 'A new pair after an early end', '', '', '', '', '', '', 'behaviour', 'not tracked'],
      ['', 'Goals reached', '', '', '', '', '', '', 'results', ''],
      [
        '',
        'Time to the start of a pair',
        '',
        3,
        9,
        '',
        '',
        '',
        'reaction',
        'not known yet: too many still wait',
      ],
      ['rome', 'Match rate', 0.5, 5, 10, 10, 0.237, 0.763, 'behaviour', ''],
      ['unknown', 'Match rate', 1, 5, 5, 10, '', '', 'behaviour', ''],
    ]);
    expect(metricRows({ metrics: [share], issues: [], leftOut: none })).toHaveLength(2);
  });

  it('stand in charts as numbers: shares alone, all together or by group', () => {
    const point = { metric: 'Match rate', value: 0.5, low: 0.237, high: 0.763 };
    expect(metricChart(result).data.values).toEqual([
      { ...point, group: 'rome' },
      { ...point, value: 1, low: null, high: null, group: 'unknown' },
    ]);
    const { $schema, data } = metricChart(of(result.metrics));
    expect($schema).toBe('https://vega.github.io/schema/vega-lite/v6.json');
    expect(data.values).toEqual([
      point,
      { metric: 'Retention, difference', value: 0.2, low: 0.05, high: 0.33 },
    ]);
    const [trend] = metricTrend([
      { wave: 'a', metrics: of([share]) },
      { wave: 'b', metrics: of([{ ...share, value: 1, interval: null }], { asOf: '2026-07-01' }) },
    ]);
    const line = trendChart(trend!);
    expect(line.$schema).toBe($schema);
    expect(line.data.values).toEqual([
      { wave: 'a', asOf: '2026-06-30', value: 0.5, low: 0.237, high: 0.763 },
      { wave: 'b', asOf: '2026-07-01', value: 1, low: null, high: null },
    ]);
  });
});

describe('a difference', () => {
  const compared = (first: Metric, second: Metric) => compareCohorts(of([first]), of([second]))[0]!.change;

  it('of shares is one of proportions, of means one of Welch', () => {
    const later = { ...share, value: 0.8, numerator: 8 };
    expect(compared(share, later)).toEqual({
      difference: 0.8 - 0.5,
      interval: newcombeInterval({ hits: 8, n: 10 }, { hits: 5, n: 10 }),
      pValue: fisherExact({ hits: 8, n: 10 }, { hits: 5, n: 10 }),
      adjustedPValue: fisherExact({ hits: 8, n: 10 }, { hits: 5, n: 10 }),
    });
    const [one, two] = [
      mean({ value: 3, details: { standardDeviation: 1 } }),
      mean({ value: 4, n: 20, denominator: 20, details: { standardDeviation: 0.5 } }),
    ];
    const welch = welchDifference(
      { n: 20, mean: 4, standardDeviation: 0.5 },
      { n: 10, mean: 3, standardDeviation: 1 },
    )!;
    expect(compared(one, two)).toEqual({
      difference: 1,
      interval: welch.interval,
      pValue: welch.pValue,
      adjustedPValue: welch.pValue,
    });
    const unknown = { difference: 1, interval: null, pValue: null, adjustedPValue: null };
    expect(compared(mean({ value: 3 }), mean({ value: 4 }))).toEqual(unknown);
    // Where people count more than once in one of the two.
    expect(compared(one, { ...two, n: 19 })).toEqual(unknown);
    expect(compared({ ...one, n: 9 }, two)).toEqual(unknown);
  });

  it('of net promoter scores takes both standard errors and ends at 200', () => {
    const score = (value: number, standardError: number) =>
      mean({ id: 'netPromoterMentees', kind: 'netPromoter', value, details: { standardError } });
    // √(3² + 4²) = 5; 1.96 standard errors are one in twenty.
    const change = compared(score(10, 3), score(10 + 5 * 1.959963984540054, 4))!;
    expect(change.interval!.low).toBeCloseTo(0, 9);
    expect(change.interval!.high).toBeCloseTo(10 * 1.959963984540054, 9);
    expect(change.interval!.level).toBe(0.95);
    expect(change.pValue).toBeCloseTo(0.05, 9);
    const back = compared(score(10 + 5 * 1.959963984540054, 4), score(10, 3))!;
    expect(back.interval!.low).toBeCloseTo(-10 * 1.959963984540054, 9);
    expect(back.pValue).toBeCloseTo(0.05, 9);
    const up = compared(score(-100, 30), score(100, 40))!.interval!;
    expect([up.low, up.high]).toEqual([expect.closeTo(200 - 50 * 1.959963984540054, 9), 200]);
    const down = compared(score(100, 30), score(-100, 40))!.interval!;
    expect([down.low, down.high]).toEqual([-200, expect.closeTo(50 * 1.959963984540054 - 200, 9)]);
    const unknown = { difference: 20, interval: null, pValue: null, adjustedPValue: null };
    expect(compared(score(10, 0), score(30, 0))).toEqual(unknown);
  });

  it('of medians has neither interval nor p-value, and what only one has is left out', () => {
    const median = mean({ id: 'timeToMatch', kind: 'median', value: 12 });
    const unknown = { interval: null, pValue: null, adjustedPValue: null };
    expect(compared(median, { ...median, value: 9 })).toEqual({ difference: -3, ...unknown });
    expect(compared(median, { ...median, value: null })).toBeNull();
    expect(compared({ ...median, value: null }, median)).toBeNull();
    const both = compareCohorts(of([share, median]), of([median, mean({})]));
    expect(both.map(({ id }) => id)).toEqual(['timeToMatch']);
    expect(both[0]).toMatchObject({ first: median, second: median });
  });

  it('between waves is that of the last and the first that have a value, better by direction', () => {
    const wave = (name: string, asOf: string, metric: Metric) => ({
      wave: name,
      metrics: of([metric], { asOf }),
    });
    const trendOf = (metric: Metric, ...values: (number | null)[]) =>
      metricTrend(
        values.map((value, at) => wave(`w${at}`, `2026-0${at + 1}-01`, { ...metric, value })).reverse(),
      );
    const [trend, ...others] = trendOf(share, null, 0.2, 0.9, 0.5, null);
    expect(others).toEqual([]);
    expect(trend).toMatchObject({ id: 'matchRate', direction: 'higher', isBetter: true });
    expect(trend!.change!.difference).toBeCloseTo(0.3, 12);
    expect(trend!.points.map(({ wave: name, asOf, value }) => [name, asOf, value])).toEqual([
      ['w0', '2026-01-01', null],
      ['w1', '2026-02-01', 0.2],
      ['w2', '2026-03-01', 0.9],
      ['w3', '2026-04-01', 0.5],
      ['w4', '2026-05-01', null],
    ]);
    expect(trend!.points[1]).toEqual({
      wave: 'w1',
      asOf: '2026-02-01',
      value: 0.2,
      n: 10,
      interval: share.interval,
      note: null,
    });
    const betterOf = (direction: Metric['direction'], ...values: (number | null)[]) =>
      trendOf({ ...share, direction }, ...values)[0]!.isBetter;
    expect(betterOf('higher', 0.2, 0.1)).toBe(false);
    expect(betterOf('lower', 0.2, 0.1)).toBe(true);
    expect(betterOf('lower', 0.1, 0.2)).toBe(false);
    expect(betterOf('neither', 0.1, 0.2)).toBeNull();
    expect(betterOf('higher', 0.2, 0.2)).toBeNull();
    expect(betterOf('higher', null, 0.2)).toBeNull();
    expect(trendOf(share, null, 0.2)[0]!.change).toBeNull();
  });
});

describe('proposals', () => {
  const model = {
    factors: {
      zeal: { kind: 'sharedInterests' as const, weight: 1 },
      skills: { kind: 'skillCoverage' as const, weight: 3 },
      more: { kind: 'skillCoverage' as const, weight: 1 },
      off: { kind: 'gradeGap' as const, weight: 0 },
    },
  };
  const said = (
    count: number,
    parts: Parameters<typeof answer>[3],
    first = 0,
    from: 'mentee' | 'mentor' = 'mentee',
  ) => Array.from({ length: count }, (_, at) => answer(`m${first + at}`, `n${first + at}`, from, parts));
  const shown = (feedback: Parameters<typeof suggestChanges>[0], rules: object = {}, smallestGroup = 2) =>
    suggestChanges(feedback, { ...model, ...rules } as never, { smallestGroup }).changes.map(
      ({ code, aspect, path, kind, counts }) =>
        `${code} ${aspect} ${path} ${kind} ${counts.for}:${counts.against} of ${counts.people}`,
    );

  it('name every factor of the kind, a factor that is off as one to add, a rule that is not there', () => {
    expect(shown(said(3, { missing: ['skills', 'seniority', 'language', 'timeZone'] }))).toEqual([
      'raiseWeight skills factors.more.weight skillCoverage 3:0 of 3',
      'raiseWeight skills factors.skills.weight skillCoverage 3:0 of 3',
      'addFactor seniority factors gradeGap 3:0 of 3',
      'addFactor timeZone factors timeZoneOverlap 3:0 of 3',
      'addRule language rules sharedLanguage 3:0 of 3',
    ]);
    const missing = said(3, { missing: ['language'] });
    expect(shown(missing, { rules: [{ kind: 'sharedLanguage' }] })).toEqual([]);
    expect(shown(missing, { rules: [null, { kind: 'cap' }] })).toHaveLength(1);
    expect(shown(missing, { rules: [{ kind: 'cap' }, { kind: 'sharedLanguage' }] })).toEqual([]);
    expect(shown(missing, { rules: { kind: 'sharedLanguage' } })).toHaveLength(1);
    expect(shown(said(3, { missing: ['interests', 'preference', 'personality', 'availability'] }))).toEqual([
      'raiseWeight interests factors.zeal.weight sharedInterests 3:0 of 3',
      'addFactor preference factors preference 3:0 of 3',
      'addFactor personality factors personality 3:0 of 3',
      'addFactor availability factors availabilityOverlap 3:0 of 3',
    ]);
  });

  it('are made of enough people who are more than those against, most first', () => {
    const feedback = [
      ...said(2, { missing: ['skills'] }),
      ...said(3, { unimportant: ['interests'] }, 10),
      ...said(1, { helped: ['interests'] }, 20),
      ...said(1, { missing: ['interests'] }, 30),
      ...said(4, { nextCapacity: 'fewer' }, 0, 'mentor'),
      ...said(1, { nextCapacity: 'more' }, 10, 'mentor'),
      // How many mentees next time is a question to mentors.
      ...said(9, { nextCapacity: 'more' }, 40),
    ];
    expect(shown(feedback)).toEqual([
      'lowerCapacity null null null 4:1 of 21',
      'lowerWeight interests factors.zeal.weight sharedInterests 3:2 of 21',
      'raiseWeight skills factors.more.weight skillCoverage 2:0 of 21',
      'raiseWeight skills factors.skills.weight skillCoverage 2:0 of 21',
    ]);
    expect(shown(feedback, {}, 3)).toHaveLength(2);
    expect(shown(feedback, {}, 4)).toHaveLength(1);
    expect(shown(feedback, {}, 5)).toEqual([]);
    const divided = [
      ...said(3, { nextCapacity: 'fewer' }, 0, 'mentor'),
      ...said(3, { nextCapacity: 'more' }, 9, 'mentor'),
    ];
    expect(shown(divided)).toEqual([]);
  });

  it('are said one a line', () => {
    const feedback = [
      ...said(5, { missing: ['skills', 'seniority', 'language'], unimportant: ['interests'] }),
      ...said(6, { nextCapacity: 'more' }, 0, 'mentor'),
    ];
    expect(describeChanges(suggestChanges(feedback, model as never)).split('\n')).toEqual([
      '- ask mentors for more places: 6 of 11 people for it, 0 against',
      '- give skills more weight: 5 of 11 people for it, 0 against',
      '- give skills more weight: 5 of 11 people for it, 0 against',
      '- give interests less weight: 5 of 11 people for it, 0 against',
      '- let the lead in experience count: 5 of 11 people for it, 0 against',
      '- ask for a common language as a rule: 5 of 11 people for it, 0 against',
      'These are proposals. Nothing has been changed.',
    ]);
    expect(describeChanges(suggestChanges([], model as never))).toBe('The answers ask for no change.');
    expect(
      describeChanges(suggestChanges(said(5, { nextCapacity: 'fewer' }, 0, 'mentor'), model as never), {
        texts: metricTexts.it,
      }),
    ).toBe(
      '- chiedere ai mentori meno posti: 5 persone su 5 a favore, 0 contro\nSono proposte. Non è stato cambiato niente.',
    );
  });
});

describe('feedback alone', () => {
  it('is measured by the nine metrics of what people say, as in a programme where everybody was asked', () => {
    const { cohort, matching } = programme(12);
    const feedback = Array.from({ length: 12 }, (_, at) =>
      (['mentee', 'mentor'] as const).map((from) =>
        answer(`m${at}`, `n${at}`, from, {
          satisfaction: 1 + (at % 5),
          recommend: at % 11,
          skillLevels: [{ skill: 'SQL', before: 1, after: 1 + (at % 3) }],
        }),
      ),
    ).flat();
    const { metrics } = summarizeFeedback(feedback, { asked: { mentees: 12, mentors: 12 } });
    const inProgramme = programMetrics({ cohort, matching, pairs: [], feedback }, { asOf: '2026-12-31' });
    expect(metrics.map(({ id }) => id)).toEqual([
      'responseMentees',
      'responseMentors',
      'satisfactionMentees',
      'satisfactionMentors',
      'topTwoMentees',
      'topTwoMentors',
      'netPromoterMentees',
      'netPromoterMentors',
      'skillGain',
    ]);
    for (const metric of metrics) {
      expect(metric.value, metric.id).not.toBeNull();
      expect(metric).toEqual(inProgramme.metrics.find(({ id }) => id === metric.id));
    }
  });
});
