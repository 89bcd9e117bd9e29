import { describe, expect, it } from 'vitest';
import { matchCohort } from '../../src/index.js';
import {
  metricChart,
  metricTexts,
  metricTrend,
  programMetrics,
  trendChart,
} from '../../src/metrics/index.js';
import type { CheckIn } from '../../src/program/index.js';
import { answer, checkIn, goal, once, pairState, programme } from './records.js';

const asOf = '2026-06-30';
const { cohort, matching } = programme(12);
const pairs = Array.from({ length: 12 }, (_, at) =>
  pairState(`m${at}`, `n${at}`, { checkIns: [checkIn('2026-01-19')] }),
);
const whole = once(() => programMetrics({ cohort, matching, pairs, feedback: [] }, { asOf }));

describe('every metric', () => {
  it('says what kind of number it is, of which level, and which way is better', () => {
    const said = (kind: string, level: string, direction: string) =>
      whole()
        .metrics.filter((each) => each.kind === kind && each.level === level && each.direction === direction)
        .map(({ id }) => id)
        .join(' ');
    expect(said('share', 'reaction', 'neither')).toBe('optInMentees optInMentors');
    expect(said('share', 'reaction', 'higher')).toBe(
      'participationMentees participationMentors responseMentees responseMentors topTwoMentees topTwoMentors',
    );
    expect(said('share', 'behaviour', 'higher')).toBe(
      'matchRate mentorUtilisation sessionCompletion onTrackShare rematchRate trainingMentees trainingMentors milestonesOnTime',
    );
    expect(said('share', 'behaviour', 'neither')).toBe('seatUtilisation');
    expect(said('share', 'behaviour', 'lower')).toBe('earlyClosures');
    expect(said('share', 'results', 'higher')).toBe('goalsCompleted');
    expect(said('median', 'behaviour', 'lower')).toBe('timeToMatch');
    expect(said('mean', 'behaviour', 'higher')).toBe('cadenceAdherence');
    expect(said('mean', 'reaction', 'higher')).toBe('satisfactionMentees satisfactionMentors meetingRating');
    expect(said('mean', 'results', 'higher')).toBe('goalAttainment');
    expect(said('mean', 'learning', 'higher')).toBe('skillGain');
    expect(said('netPromoter', 'reaction', 'higher')).toBe('netPromoterMentees netPromoterMentors');
    expect(said('difference', 'results', 'higher')).toBe('retentionDifference promotionDifference');
    expect(whole().metrics).toHaveLength(30);
  });
});

describe('charts', () => {
  const matchRate = { metric: 'Match rate', value: 1, high: 1 };

  it('show shares as points with their intervals, by group in colours', () => {
    const byGroup = programMetrics(
      { cohort, matching, pairs },
      { asOf, by: 'attributes.site', smallestGroup: 1 },
    );
    const groups = byGroup.groups.map((group) => ({
      ...group,
      metrics: group.metrics.filter(({ id }) => id === 'matchRate'),
    }));
    const { description, data, layer } = metricChart({ ...byGroup, groups });
    expect(description).toBe('metric, 2026-06-30');
    expect(data.values).toMatchObject(
      ['site 0', 'site 1', 'site 2'].map((group) => ({ ...matchRate, group })),
    );
    const y = { field: 'metric', type: 'nominal', title: 'metric', sort: null };
    const x = { type: 'quantitative', title: 'value', axis: { format: '%' } };
    const parts = {
      color: { field: 'group', type: 'nominal', title: 'group' },
      yOffset: { field: 'group', type: 'nominal' },
    };
    expect(layer).toEqual([
      {
        mark: 'rule',
        transform: [{ filter: 'datum.low !== null' }],
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' }, ...parts },
      },
      { mark: { type: 'point', filled: true }, encoding: { y, x: { ...x, field: 'value' }, ...parts } },
    ]);
    const alone = metricChart({ ...byGroup, groups: [], metrics: groups[0]!.metrics });
    expect(alone.data.values).toMatchObject([matchRate]);
    expect(Object.keys((alone.layer as { encoding: object }[])[1]!.encoding)).toEqual(['y', 'x']);
  });

  it('show one metric from wave to wave as a line, without waves in which nothing was seen', () => {
    const unseen = {
      ...whole(),
      asOf: '2026-07-01',
      metrics: whole().metrics.map((each) => ({ ...each, value: null })),
    };
    const trend = metricTrend([
      { wave: 'third', metrics: { ...whole(), asOf: '2026-07-30' } },
      { wave: 'second', metrics: unseen },
      { wave: 'first', metrics: whole() },
    ]);
    const of = (id: string) => trend.find((each) => each.id === id)!;
    const { description, data, layer } = trendChart(of('matchRate'));
    expect(description).toBe('Match rate');
    expect(data.values.map(({ wave, asOf: day, value }) => [wave, day, value])).toEqual([
      ['first', '2026-06-30', 1],
      ['third', '2026-07-30', 1],
    ]);
    const x = { field: 'wave', type: 'ordinal', sort: null, title: null };
    const y = {
      type: 'quantitative',
      title: 'Match rate',
      scale: { zero: false },
      axis: { format: '%' },
    };
    expect(layer).toEqual([
      {
        mark: 'rule',
        transform: [{ filter: 'datum.low !== null' }],
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      { mark: { type: 'line', point: true }, encoding: { x, y: { ...y, field: 'value' } } },
    ]);
    expect(JSON.stringify(trendChart(of('timeToMatch')).layer)).not.toContain('%');
  });

  it('refuse what is no trend and no result, in words', () => {
    const refused = (call: () => unknown, words: string) => expect(call).toThrow(words);
    refused(() => metricTrend(7 as never), 'waves is 7; expected a list of { wave, metrics }');
    refused(() => metricTrend([{ wave: '', metrics: whole() }]), 'waves[0].wave is ""; expected a name');
    refused(
      () => metricTrend([null] as never),
      'waves[0].metrics is missing; expected what programMetrics returned',
    );
    refused(
      () =>
        metricTrend([
          { wave: 'a', metrics: whole() },
          { wave: 'a', metrics: whole() },
        ]),
      'waves[1].metrics.asOf is "2026-06-30"; expected a date that no other wave has',
    );
    refused(() => trendChart({} as never), 'trend is {}; expected an entry of what metricTrend returned');
    refused(() => metricChart({ asOf } as never), 'expected what programMetrics returned');
    refused(
      () => metricChart({ ...whole(), metrics: [{ ...whole().metrics[0], value: NaN }] } as never),
      'programMetrics',
    );
    refused(() => metricChart({ ...whole(), groups: 7 } as never), 'expected what programMetrics returned');
  });
});

describe.each(['en', 'it'] as const)('the texts in %s', (language) => {
  it('name every metric, level, aspect and note, in the unit that it has in English', () => {
    const { metrics, levels, change, notes } = metricTexts[language];
    for (const { id } of whole().metrics) {
      expect(metrics[id].name, id).toMatch(/\w{3}/);
      expect(metrics[id].definition, id).toMatch(/\w{3}/);
      expect(metrics[id].unit, id).toBe(metricTexts.en.metrics[id].unit);
    }
    expect(Object.keys(levels)).toEqual(['reaction', 'learning', 'behaviour', 'results']);
    expect(Object.keys(change.aspects)).toEqual(Object.keys(metricTexts.en.change.aspects));
    for (const text of [levels, change.aspects, notes].flatMap((each) => Object.values(each)))
      expect(text).toMatch(/\p{L}{3}/u);
  });

  it('say something of all that they are given', () => {
    const parts = [
      'name',
      'value',
      'of',
      'interval',
      'note',
      'numerator',
      'denominator',
      'low',
      'high',
      'change',
    ];
    const given = Object.fromEntries(
      [...parts, 'speaksFor', 'people', 'against'].map((part) => [part, `<${part}>`]),
    );
    let sentences = 0;
    const visit = (path: string, text: unknown) => {
      if (typeof text === 'object' && text !== null)
        for (const [name, inner] of Object.entries(text)) visit(`${path}.${name}`, inner);
      else if (typeof text === 'function' && path !== '.number') {
        sentences += 1;
        // An object for those that take parts, which are names in brackets; itself a text for the others.
        const said = String(text(Object.assign(new String('<what>'), given)));
        expect(said, path).toMatch(text.length === 0 ? /\w{3}/ : /<\w+>/);
        expect(said, path).not.toContain('undefined');
      }
    };
    visit('', metricTexts[language]);
    expect(sentences).toBeGreaterThan(15);
  });
});

describe('what happens on a day', () => {
  const metricOf = (id: string, records: object, day = asOf) =>
    programMetrics({ cohort, matching, pairs, ...records }, { asOf: day, smallestGroup: 1 }).metrics.find(
      (each) => each.id === id,
    )!;

  it('counts from that day on: milestones that are due, goals that are closed', () => {
    const milestone = { id: 'a', title: 't', due: '2026-03-01', reachedOn: '2026-03-01' };
    const closed = goal({ milestones: [milestone], status: 'reached', closedOn: '2026-04-01' });
    const records = { pairs: [pairState('m0', 'n0', { goals: [closed] })] };
    expect(metricOf('milestonesOnTime', records, '2026-02-28').note).toBe('notTracked');
    expect(metricOf('milestonesOnTime', records, '2026-03-01')).toMatchObject({ denominator: 1, value: 1 });
    expect(metricOf('goalsCompleted', records, '2026-03-31').numerator).toBe(0);
    expect(metricOf('goalsCompleted', records, '2026-04-01').numerator).toBe(1);
  });

  it('takes a meeting outside the schedule that is held later for one that has not happened', () => {
    const extra = checkIn('2026-07-02', { kind: 'extra', scheduledOn: null, heldOn: '2026-07-02' });
    const result = programMetrics(
      { cohort, matching, pairs: [pairState('m0', 'n0', { checkIns: [checkIn('2026-06-29'), extra] })] },
      { asOf, smallestGroup: 1 },
    );
    expect(result.issues).toEqual([]);
    expect(result.metrics.find(({ id }) => id === 'onTrackShare')).toMatchObject({ numerator: 1, n: 1 });
  });

  it('asks whether a pair is on track of everything that it did until then, in the order of days', () => {
    const stateOf = (checkIns: CheckIn[]) => {
      const records = { pairs: [pairState('m0', 'n0', { checkIns })] };
      return metricOf('onTrackShare', records).numerator;
    };
    const [first, second, third] = ['2026-06-20', '2026-06-21', '2026-06-22'] as const;
    expect(stateOf([checkIn(first)])).toBe(1);
    for (const status of ['missed', 'cancelled'] as const) {
      const [failed, again] = [checkIn(second, { status }), checkIn(third, { status })];
      expect(stateOf([checkIn(first), failed])).toBe(1);
      expect(stateOf([checkIn(first), failed, again])).toBe(0);
      expect(stateOf([again, failed, checkIn(first)])).toBe(0);
      expect(stateOf([failed, checkIn(third), checkIn(first)])).toBe(1);
    }
    const rated = (rating: 2 | 3, visibility: 'pair' | 'administrator') =>
      checkIn(second, { feedback: [{ from: 'mentee', on: second, rating, text: null, visibility }] });
    expect(stateOf([rated(3, 'administrator')])).toBe(1);
    expect(stateOf([rated(2, 'administrator')])).toBe(0);
    expect(stateOf([rated(2, 'pair')])).toBe(1);
    // Eleven of one day: they stay as many.
    expect(stateOf(Array.from({ length: 11 }, () => checkIn(first)))).toBe(1);
  });

  it('takes the first end and the first start of a mentee, whatever the order of pairs', () => {
    const extra = matchCohort({ mentees: [{ id: 'm0' }], mentors: [{ id: 'x' }] }, { assumeOptedIn: true });
    const end = (on: string) =>
      ({ on, reason: 'noTime', by: 'both', note: null, mentorTakesNew: true }) as const;
    for (const [one, other] of [
      ['n0', 'x'],
      ['x', 'n0'],
    ] as const) {
      const records = {
        matching: [matching, extra],
        pairs: [
          pairState('m0', one, { start: '2026-01-05', closed: end('2026-03-01') }),
          pairState('m0', other, { start: '2026-02-05', closed: end('2026-02-10') }),
        ],
        waitingSince: { m0: '2026-01-01' },
      };
      // The pair that ended first began last: nobody came after that.
      expect(metricOf('rematchRate', records)).toMatchObject({ numerator: 0, denominator: 1 });
      expect(metricOf('timeToMatch', records).value).toBe(4);
    }
    const apart = {
      matching: [matching, extra],
      pairs: [
        pairState('m0', 'n0', { start: '2026-01-05', closed: end('2026-03-01') }),
        pairState('m0', 'x', { start: '2026-03-01', closed: end('2026-04-10') }),
      ],
    };
    expect(metricOf('rematchRate', apart)).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('counts by the last matching where no cohort is passed, nobody twice', () => {
    const counts = { mentees: 8, mentors: 6, menteesOptedIn: 4, mentorsOptedIn: 5, places: 9 };
    const pairsOf = (...ids: string[]) =>
      ids.map((id) => ({ menteeId: `m${id}`, mentorId: `n${Number(id) % 3}` }));
    const records = {
      cohort: undefined,
      pairs: [],
      matching: [
        { pairs: pairsOf('0', '1', '2', '3', '4'), record: { counts: { ...counts, places: 1 } } },
        { pairs: pairsOf('3', '4', '5', '6'), record: { counts } },
      ],
      waitingSince: { m0: '2026-06-20', stranger: '2026-06-10' },
      eligible: { mentees: 16, mentors: 10 },
    };
    const shown = (id: string) => {
      const { numerator, denominator, n } = metricOf(id, records);
      return [numerator, denominator, n];
    };
    expect(shown('participationMentees')).toEqual([4, 16, 16]);
    expect(shown('participationMentors')).toEqual([5, 10, 10]);
    expect(shown('optInMentees')).toEqual([4, 8, 8]);
    expect(shown('optInMentors')).toEqual([5, 6, 6]);
    // Seven were matched in all, more than the four who are there now.
    expect(shown('matchRate')).toEqual([4, 4, 4]);
    expect(shown('seatUtilisation')).toEqual([4, 9, 5]);
    expect(metricOf('mentorUtilisation', records).note).toBe('notTracked');
    expect(shown('timeToMatch')).toEqual([0, 2, 2]);
  });

  it('gives no effect size where nobody differs, before or after', () => {
    const feedback = [0, 1, 2].map((at) =>
      answer(`m${at}`, `n${at}`, 'mentee', { skillLevels: [{ skill: 'SQL', before: 1, after: 3 }] }),
    );
    expect(metricOf('skillGain', { feedback })).toMatchObject({ value: 2, n: 3, interval: null });
    expect(metricOf('skillGain', { feedback }).details).toEqual({
      before: 1,
      after: 3,
      standardDeviation: 0,
    });
  });

  it('asks mentees alone what they can do better', () => {
    const skillLevels = [{ skill: 'SQL', before: 1, after: 3 }];
    const gain = (from: 'mentee' | 'mentor') =>
      metricOf('skillGain', { feedback: [answer('m0', 'n0', from, { skillLevels })] });
    expect(gain('mentee')).toMatchObject({ value: 2, n: 1 });
    expect(gain('mentor')).toMatchObject({ value: null, note: 'notTracked' });
  });
});
