import { describe, expect, it } from 'vitest';
import { compileCohort, isInputError, matchCohort, parseCohort, parseMatching } from '../../src/index.js';
import {
  compareCohorts,
  describeMetrics,
  type MetricId,
  type MetricsInput,
  metricChart,
  metricRows,
  metricTexts,
  metricTrend,
  type ProgramMetrics,
  programMetrics,
  trendChart,
} from '../../src/metrics/index.js';
import { attainmentTScore, newcombeInterval, wilsonInterval } from '../../src/statistics/index.js';
import { answer, checkIn, goal, pairState, programme } from './records.js';

const metric = (result: Pick<ProgramMetrics, 'metrics'>, id: MetricId) =>
  result.metrics.find((each) => each.id === id)!;
const options = { asOf: '2026-03-02' };
const { cohort, matching } = programme(12);
const pairsOf = (count: number, make: (index: number) => Parameters<typeof pairState>[2] = () => ({})) =>
  Array.from({ length: count }, (_, index) => pairState(`m${index}`, `n${index}`, make(index)));
const measured = (input: Partial<MetricsInput>) =>
  programMetrics({ cohort, matching, pairs: [], feedback: [], ...input }, options);

describe('participation', () => {
  it('counts who opted in, of whom was asked and of whom could have been', () => {
    const mentees = [...cohort.mentees, { id: 'shy', optedIn: false }, { id: 'no', optedIn: false }];
    const result = measured({ cohort: { ...cohort, mentees }, eligible: { mentees: 40, mentors: 15 } });
    expect(metric(result, 'participationMentees')).toMatchObject({
      value: 0.3,
      numerator: 12,
      denominator: 40,
      n: 40,
    });
    expect(metric(result, 'participationMentees').interval).toEqual(wilsonInterval(12, 40));
    expect(metric(result, 'participationMentors').value).toBe(0.8);
    expect(metric(result, 'optInMentees')).toMatchObject({
      numerator: 12,
      denominator: 14,
      direction: 'neither',
    });
    expect(metric(result, 'matchRate')).toMatchObject({
      value: 1,
      numerator: 12,
      denominator: 12,
      level: 'behaviour',
    });
  });

  it('takes the counts of the matching where no cohort is passed', () => {
    const result = programMetrics({ matching, pairs: [], eligible: { mentees: 24 } }, options);
    expect(metric(result, 'participationMentees').value).toBe(0.5);
    expect(metric(result, 'matchRate').value).toBe(1);
    expect(metric(result, 'seatUtilisation')).toMatchObject({ numerator: 12, denominator: 12 });
    expect(metric(result, 'mentorUtilisation').note).toBe('notTracked');
  });

  it('counts places by capacity and mentors by whether they have anybody', () => {
    const mentors = Array.from({ length: 10 }, (_, index) => ({
      id: `n${index}`,
      optedIn: true,
      capacity: 3,
    }));
    const people = { mentees: cohort.mentees.map(({ id }) => ({ id, optedIn: true })), mentors };
    const made = matchCohort(people);
    const result = programMetrics({ cohort: people, matching: made, pairs: [] }, options);
    expect(metric(result, 'seatUtilisation')).toMatchObject({
      numerator: 12,
      denominator: 30,
      n: 10,
      interval: null,
    });
    const used = new Set(made.pairs.map(({ mentorId }) => mentorId)).size;
    expect(metric(result, 'mentorUtilisation')).toMatchObject({ numerator: used, denominator: 10 });
  });

  it('reads a parsed, a compiled and a stored cohort to the same, but for fields of who stayed out', () => {
    const parsed = parseCohort(cohort);
    const expected = measured({}).metrics;
    expect(measured({ cohort: parsed }).metrics).toEqual(expected);
    expect(measured({ cohort: compileCohort(parsed) }).metrics).toEqual(expected);
    expect(measured({ matching: parseMatching(JSON.stringify(matching)) }).metrics).toEqual(expected);
  });

  it('takes from a compiled cohort who stayed out, and from the matching whether silence is consent', () => {
    const mentees = [...cohort.mentees, { id: 'shy', optedIn: false }, { id: 'no', optedIn: false }];
    const mentors = [...cohort.mentors, { id: 'off', optedIn: false }];
    const compiled = compileCohort(parseCohort({ mentees, mentors }));
    const counted = (id: MetricId, result: ProgramMetrics) => {
      const { numerator, denominator } = metric(result, id);
      return [numerator, denominator];
    };
    for (const people of [compiled, { mentees, mentors }]) {
      const result = programMetrics(
        { cohort: people, matching, pairs: [] },
        { ...options, smallestGroup: 1 },
      );
      expect(counted('optInMentees', result)).toEqual([12, 14]);
      expect(counted('optInMentors', result)).toEqual([12, 13]);
    }
    const silent = {
      mentees: mentees.map(({ id }) => ({ id })),
      mentors: mentors.map(({ id }) => ({ id })),
    };
    const assumed = matchCohort(silent, { assumeOptedIn: true });
    const before = { ...assumed, record: { ...assumed.record, assumeOptedIn: false } };
    const of = (made: MetricsInput['matching']) =>
      counted(
        'optInMentees',
        programMetrics({ cohort: silent, matching: made, pairs: [] }, { ...options, smallestGroup: 1 }),
      );
    expect(of(assumed)).toEqual([14, 14]);
    expect(of(before)).toEqual([0, 14]);
    // The last matching says.
    expect(of([before, assumed])).toEqual([14, 14]);
    expect(of([assumed, before])).toEqual([0, 14]);
    expect(of({ ...assumed, record: { ...assumed.record, assumeOptedIn: 'yes' } } as never)).toEqual([0, 14]);
  });

  it('adds up groups that are written alike, and takes one number for all where no groups are asked for', () => {
    const eligible = { mentees: { ' Site 0': 4, 'SITE 0': 2, 'site 1': 5, 'site 2': 5, '': 1 } };
    const by = { ...options, by: 'attributes.site', smallestGroup: 1 };
    const grouped = programMetrics({ cohort, matching, pairs: [], eligible }, by);
    expect(grouped.groups.map(({ group }) => group)).toEqual(['site 0', 'site 1', 'site 2', null]);
    expect(grouped.groups.map((each) => metric(each, 'participationMentees').denominator)).toEqual([
      6, 5, 5, 1,
    ]);
    expect(metric(measured({ eligible }), 'participationMentees')).toMatchObject({ denominator: 17, n: 17 });
  });

  it('gives the median wait with those who wait still', () => {
    const waitingSince = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `m${index}`,
        `2025-12-${String(index + 10).padStart(2, '0')}`,
      ]),
    );
    // Starts on 2026-01-05: waits of 26, 25, … days; m6 … m10 have no pair and still wait after 70 days and more.
    const result = measured({ pairs: pairsOf(6), waitingSince });
    expect(metric(result, 'timeToMatch')).toMatchObject({
      value: 26,
      numerator: 6,
      denominator: 11,
      kind: 'median',
    });
    const few = metric(measured({ pairs: pairsOf(3), waitingSince }), 'timeToMatch');
    expect(few).toMatchObject({ value: null, note: 'notReached' });
    expect(metric(measured({}), 'timeToMatch').note).toBe('notTracked');
  });
});

describe('process', () => {
  it('counts meetings that were due, not those to come, and cadence with the extra ones', () => {
    const pairs = pairsOf(12, () => ({
      checkIns: [
        checkIn('2026-01-19'),
        checkIn('2026-02-02', { status: 'missed' }),
        checkIn('2026-02-16', { status: 'cancelled' }),
        checkIn('2026-03-02', { heldOn: '2026-03-01' }),
        checkIn('2026-03-16', { status: 'planned' }),
        checkIn('x', { kind: 'extra', scheduledOn: null, heldOn: '2026-02-20' }),
      ],
    }));
    const result = measured({ pairs });
    expect(metric(result, 'sessionCompletion')).toMatchObject({
      value: 0.5,
      numerator: 24,
      denominator: 48,
      n: 12,
    });
    // People count more than once, so the usual interval would be too narrow.
    expect(metric(result, 'sessionCompletion').interval).toBeNull();
    // 56 days: four meetings were expected, three were held.
    expect(metric(result, 'cadenceAdherence')).toMatchObject({ value: 0.75, denominator: 12 });
    expect(result.leftOut).toEqual({ pairs: 0, checkIns: 0, ratings: 0, goals: 0, feedback: 0, other: 0 });
  });

  it('counts pairs on track, ended early with reasons, and who started again', () => {
    const close = (on: string, reason: 'noTime' | 'goalsReached' | 'menteeLeft') => ({
      closed: { on, reason, by: 'both' as const, note: null, mentorTakesNew: false },
    });
    const extra = matchCohort({ mentees: [{ id: 'm0' }], mentors: [{ id: 'n99' }] }, { assumeOptedIn: true });
    const pairs = [
      ...pairsOf(12, (index) => {
        if (index === 0 || index === 1) return close('2026-02-01', 'noTime');
        if (index === 2) return close('2026-02-10', 'menteeLeft');
        if (index === 3) return close('2026-02-10', 'goalsReached');
        if (index === 4) return close('2026-04-01', 'noTime');
        return { checkIns: [checkIn(index < 10 ? '2026-02-20' : '2026-01-10')] };
      }),
      pairState('m0', 'n99', { start: '2026-02-05' }),
    ];
    const result = measured({ pairs, matching: [matching, extra] });
    expect(metric(result, 'earlyClosures')).toMatchObject({
      numerator: 3,
      denominator: 13,
      n: 12,
      details: { reasons: { menteeLeft: 1, noTime: 2 } },
    });
    // Under way: 4 … 11 and the new pair; m4 has never met, m10 and m11 not for 51 days, the new pair has just begun.
    expect(metric(result, 'onTrackShare')).toMatchObject({ numerator: 5, direction: 'higher' });
    expect(
      metric(
        programMetrics({ cohort, matching: [matching, extra], pairs }, { ...options, smallestGroup: 1 }),
        'rematchRate',
      ),
    ).toMatchObject({
      numerator: 1,
      denominator: 3,
      value: 1 / 3,
    });
    expect(metric(result, 'rematchRate').note).toBe('suppressed');
  });

  it('takes training from the pair and from the cohort', () => {
    const pairs = pairsOf(12, (index) => ({
      trainedOn: { mentee: index < 6 ? '2026-01-02' : '2026-04-01', mentor: null },
    }));
    const mentors = cohort.mentors.map((mentor, index) =>
      index < 3 ? { ...mentor, trainedOn: '2025-11-11' } : mentor,
    );
    const result = measured({ pairs, cohort: { ...cohort, mentors } });
    expect(metric(result, 'trainingMentees').value).toBe(0.5);
    expect(metric(result, 'trainingMentors')).toMatchObject({ numerator: 3, denominator: 12 });
  });
});

describe('what people said and reached', () => {
  const stars = [5, 5, 4, 4, 4, 3, 3, 2, 5, 4];
  const feedback = stars.map((satisfaction, index) =>
    answer(`m${index}`, `n${index}`, 'mentee', {
      satisfaction,
      recommend: [10, 9, 9, 8, 7, 7, 5, 2, 10, 9][index],
    }),
  );

  it('gives mean, best two answers, net promoter score, response rate and worst cases', () => {
    const result = measured({ pairs: pairsOf(12), feedback });
    expect(metric(result, 'responseMentees')).toMatchObject({ numerator: 10, denominator: 12 });
    expect(metric(result, 'satisfactionMentees')).toMatchObject({
      value: 3.9,
      numerator: 39,
      denominator: 10,
      details: {
        distribution: { 2: 1, 3: 2, 4: 4, 5: 3 },
        responseRate: 10 / 12,
        bounds: { low: 41 / 12, high: 49 / 12 },
      },
    });
    expect(metric(result, 'topTwoMentees')).toMatchObject({
      value: 0.7,
      details: { bounds: { low: 7 / 12, high: 9 / 12 } },
    });
    // 5 promoters, 3 passives, 2 detractors of 10.
    const score = metric(result, 'netPromoterMentees');
    expect(score).toMatchObject({ value: 30, numerator: 3, denominator: 10 });
    expect(score.details.standardError).toBeCloseTo(100 * Math.sqrt((0.7 - 0.09) / 10), 12);
    expect(score.details.bounds).toEqual({ low: 100 / 12, high: 500 / 12 });
    expect(metric(result, 'satisfactionMentors').note).toBe('notTracked');
  });

  it('lets the latest answer of each person count, and none of the time to come', () => {
    const later = [
      ...feedback,
      answer('m0', 'n0', 'mentee', { on: '2026-03-02', satisfaction: 1 }),
      answer('m1', 'n1', 'mentee', { on: '2026-03-03', satisfaction: 1 }),
    ];
    const result = measured({ pairs: pairsOf(12), feedback: later });
    expect(metric(result, 'satisfactionMentees').numerator).toBe(35);
    expect(result.issues).toEqual([]);
  });

  it('reads ratings of meetings that administrators may see, and no others', () => {
    const rated = (visibility: 'private' | 'pair' | 'administrator', rating: 1 | 4) => ({
      from: 'mentee' as const,
      on: '2026-01-19',
      rating,
      text: 'secret',
      visibility,
    });
    const pairs = pairsOf(12, (index) => ({
      checkIns: [
        checkIn('2026-01-19', {
          feedback: [rated(index < 10 ? 'administrator' : 'private', index < 10 ? 4 : 1)],
        }),
      ],
    }));
    const result = measured({ pairs });
    expect(metric(result, 'meetingRating')).toMatchObject({ value: 4, denominator: 10, n: 10 });
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('counts goals, milestones and attainment', () => {
    const pairs = pairsOf(12, (index) => ({
      goals: [
        goal({ status: 'reached', closedOn: '2026-02-20', level: 1, weight: 2 }),
        goal({ id: 'h', due: '2026-02-28', level: index < 6 ? 0 : -1 }),
        goal({ id: 'private', visibility: 'private', status: 'reached', closedOn: '2026-02-20' }),
        goal({ id: 'later', createdOn: '2026-03-05' }),
        goal({
          id: 'steps',
          milestones: [
            { id: 'a', title: 't', due: '2026-02-01', reachedOn: '2026-01-31' },
            { id: 'b', title: 't', due: '2026-02-01', reachedOn: '2026-02-03' },
            { id: 'c', title: 't', due: '2026-04-01', reachedOn: null },
          ],
        }),
      ],
    }));
    const result = measured({ pairs });
    expect(metric(result, 'goalsCompleted')).toMatchObject({ numerator: 12, denominator: 36, n: 12 });
    expect(metric(result, 'milestonesOnTime')).toMatchObject({ numerator: 12, denominator: 24 });
    const scores = [0, -1].map(
      (level) =>
        attainmentTScore([
          { level: 1, weight: 2 },
          { level, weight: 1 },
        ])!,
    );
    expect(metric(result, 'goalAttainment').value).toBeCloseTo((scores[0]! + scores[1]!) / 2, 12);
    expect(metric(result, 'goalAttainment').interval?.low).toBeLessThan(
      metric(result, 'goalAttainment').value!,
    );
  });

  it('gives the gain in skills with its effect size', () => {
    const levels = feedback.map((each, index) => ({
      ...each,
      skillLevels: [
        { skill: 'SQL', before: 1 + (index % 3), after: 2 + (index % 3) + (index % 2) },
        { skill: 'Law', before: 1, after: 1 },
      ],
    }));
    const result = measured({ pairs: pairsOf(12), feedback: levels });
    const gain = metric(result, 'skillGain');
    expect(gain).toMatchObject({ value: 0.75, denominator: 10, level: 'learning' });
    expect(gain.details.after! - gain.details.before!).toBeCloseTo(0.75, 12);
    expect(gain.details.effectSize).toBeGreaterThan(1);
    expect(gain.interval!.low).toBeGreaterThan(0);
  });

  it('compares outcomes with a named group, as an association', () => {
    const participants = { hits: 56, n: 70 };
    const comparison = { name: 'the waiting list of 2025', hits: 48, n: 80 };
    const result = measured({ outcomes: { retention: { participants, comparison } } });
    const difference = metric(result, 'retentionDifference');
    expect(difference).toMatchObject({ note: 'association', kind: 'difference', level: 'results' });
    expect(difference.value).toBeCloseTo(0.2, 12);
    expect(difference.interval).toEqual(newcombeInterval(participants, comparison));
    expect(metric(result, 'promotionDifference').note).toBe('notTracked');
    expect(describeMetrics(result)).toContain(
      'Retention, difference: 20 % [5 to 33] – an association, not an effect: taking part was a choice, compared with the waiting list of 2025',
    );
    for (const [one, other] of [
      [{ hits: 0, n: 0 }, comparison],
      [participants, { ...comparison, hits: 0, n: 0 }],
    ] as const) {
      const nobody = measured({ outcomes: { promotion: { participants: one, comparison: other } } });
      expect(metric(nobody, 'promotionDifference')).toMatchObject({ value: null, note: 'notTracked' });
    }
    // All or none of few, on either side, would tell of everybody.
    for (const [hits, n, note] of [
      [9, 9, 'suppressed'],
      [0, 9, 'suppressed'],
      [8, 9, 'association'],
      [10, 10, 'association'],
    ] as const) {
      const one = measured({ outcomes: { retention: { participants: { hits, n }, comparison } } });
      const other = measured({
        outcomes: { retention: { participants, comparison: { ...comparison, hits, n } } },
      });
      expect(metric(one, 'retentionDifference').note).toBe(note);
      expect(metric(other, 'retentionDifference').note).toBe(note);
    }
    const small = { participants: { hits: 1, n: 4 }, comparison };
    expect(metric(measured({ outcomes: { retention: small } }), 'retentionDifference').note).toBe(
      'suppressed',
    );
  });
});

describe('an empty programme', () => {
  it('is not tracked, never 0, in both languages', () => {
    const empty = matchCohort({ mentees: [], mentors: [] });
    const result = programMetrics({ matching: empty, pairs: [] }, options);
    expect(result.metrics.map(({ value }) => value)).toEqual(result.metrics.map(() => null));
    expect(new Set(result.metrics.map(({ note }) => note))).toEqual(new Set(['notTracked']));
    expect(describeMetrics(result)).toContain('Match rate: not tracked');
    expect(describeMetrics(result, { texts: metricTexts.it })).toContain('Mentee abbinati: non rilevato');
  });

  it('has words for every metric in both languages, and survives JSON', () => {
    const result = measured({ pairs: pairsOf(12) });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    for (const texts of Object.values(metricTexts)) {
      expect(Object.keys(texts.metrics).sort()).toEqual(result.metrics.map(({ id }) => id).sort());
    }
  });
});

describe('a broken frame is an InputError, never a crash', () => {
  const refusedAt = (input: unknown, given: unknown = options) => {
    try {
      programMetrics(input as never, given as never);
    } catch (error) {
      return isInputError(error) ? `${error.function} ${error.problems[0]!.path}` : error;
    }
    return 'taken';
  };
  const sound = { matching, pairs: [] };

  it.each([
    [null, options, 'programMetrics input'],
    [{ ...sound, matching: {} }, options, 'programMetrics matching'],
    [{ ...sound, matching: [] }, options, 'programMetrics matching'],
    [{ ...sound, matching: [matching, 3] }, options, 'programMetrics matching[1]'],
    [{ matching }, options, 'programMetrics pairs'],
    [{ ...sound, feedback: {} }, options, 'programMetrics feedback'],
    [{ ...sound, feedbck: [] }, options, 'programMetrics feedbck'],
    [{ ...sound, cohort: { mentees: [] } }, options, 'programMetrics cohort'],
    [{ ...sound, cohort: { mentees: [{}], mentors: [] } }, options, 'programMetrics cohort.mentees[0].id'],
    [{ ...sound, eligible: { mentees: -1 } }, options, 'programMetrics eligible.mentees'],
    [
      { ...sound, outcomes: { retention: { participants: { hits: 3, n: 2 } } } },
      options,
      'programMetrics outcomes.retention.participants.hits',
    ],
    [{ ...sound, waitingSince: [] }, options, 'programMetrics waitingSince'],
    [sound, { asOf: '2026-02-30' }, 'programMetrics asOf'],
    [sound, { ...options, smallestGroup: 0 }, 'programMetrics smallestGroup'],
    [sound, { ...options, by: 'department' }, 'programMetrics cohort'],
    [{ ...sound, cohort }, { ...options, by: '__proto__' }, 'programMetrics by'],
    [sound, { ...options, bye: 'department' }, 'programMetrics bye'],
    [sound, null, 'programMetrics options'],
  ])('%#', (input, given, expected) => {
    expect(refusedAt(input, given)).toBe(expected);
  });

  it('takes hostile records for records that cannot be', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const trap = {
      get agreement() {
        throw new Error('trap');
      },
    };
    const records = [
      cycle,
      trap,
      null,
      3,
      'x',
      [],
      undefined,
      { agreement: { __proto__: { menteeId: 'm0' } } },
    ];
    const result = measured({ pairs: records as never, feedback: records as never });
    expect(result.leftOut).toMatchObject({ pairs: records.length, feedback: records.length });
    expect(result.issues.map(({ index }) => index)).toEqual([...records.keys(), ...records.keys()]);
  });

  it('names a frame that cannot be read, whose getters or proxies throw, instead of throwing what they throw', () => {
    const throwing = () => {
      throw new Error('trap');
    };
    const trap = Object.defineProperty({}, 'pairs', { enumerable: true, get: throwing });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const opaque = new Proxy({}, { get: throwing, ownKeys: throwing, getOwnPropertyDescriptor: throwing });
    for (const hostile of [trap, proxy, opaque] as never[]) {
      const calls = [
        () => programMetrics(hostile, options),
        () => programMetrics({ cohort, matching, pairs: [] }, hostile),
        () => compareCohorts(hostile, hostile),
        () => describeMetrics(hostile),
        () => describeMetrics(measured({}), hostile),
        () => metricRows(hostile),
        () => metricChart(measured({}), hostile),
        () => trendChart(hostile),
        () => metricTrend(hostile),
        () => metricTrend([hostile]),
        () => metricTrend(new Proxy([], { get: throwing }) as never),
      ];
      for (const call of calls) {
        let caught: unknown;
        try {
          call();
        } catch (error) {
          caught = error;
        }
        expect(isInputError(caught)).toBe(true);
      }
    }
  });
});
