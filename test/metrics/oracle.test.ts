import { describe, expect, it } from 'vitest';
import {
  type FeedbackRecord,
  type Metric,
  type MetricsInput,
  programMetrics,
} from '../../src/metrics/index.js';
import type { CheckIn, Goal, PairState } from '../../src/program/index.js';
import { meanInterval, momentsOf, netPromoterScore, wilsonInterval } from '../../src/statistics/index.js';
import { type Random, randomFrom } from '../support/random.js';
import {
  type NaiveMetric,
  type NaivePerson,
  type NaiveRecords,
  naiveMetrics,
  naiveReasons,
} from './naive.js';
import { answer, checkIn, goal, pairState } from './records.js';

const asOf = '2026-06-30';
/** Few days, so that much falls on the same one, and on the day before, of and after the one that is looked at. */
const days = [
  '2026-01-05',
  '2026-02-02',
  '2026-03-02',
  '2026-05-04',
  '2026-06-01',
  '2026-06-29',
  '2026-06-30',
  '2026-07-01',
  '2026-08-03',
];
const sites = ['rome', 'turin', ''];

/** Draws records that can be: whatever is drawn is made to fit what it belongs to. */
function drawn(random: Random): NaiveRecords {
  const pick = <Item>(items: readonly Item[]): Item => items[random.whole(0, items.length - 1)]!;
  const often = (share: number) => random.next() < share;
  const dayFrom = (first: string) => pick([first, ...days.filter((each) => each >= first)]);
  const some = <Item>(most: number, make: (index: number) => Item): Item[] =>
    Array.from({ length: random.whole(0, most) }, (_, index) => make(index));

  const person = (id: string): NaivePerson => ({
    id,
    optedIn: often(0.8),
    trainedOn: often(0.4) ? pick(days) : null,
    capacity: random.whole(0, 3),
    attributes: { site: pick(sites) },
  });
  const size = random.whole(1, 9);
  const mentees = Array.from({ length: size }, (_, index) => person(`m${index}`));
  const mentors = Array.from({ length: size }, (_, index) => person(`n${index}`));
  const matchings = [0, 1].map(() =>
    mentees.filter(() => often(0.7)).map(({ id }) => ({ menteeId: id, mentorId: pick(mentors).id })),
  );
  const distinct = new Map(matchings.flat().map((pair) => [JSON.stringify(pair), pair]));

  const meetingOf = (start: string, closedOn: string | null, at: number): CheckIn => {
    const isExtra = often(0.2);
    const day = dayFrom(start);
    const status = isExtra ? 'held' : pick(['held', 'held', 'missed', 'cancelled', 'planned'] as const);
    const heldOn = closedOn !== null && day > closedOn ? closedOn : day;
    const feedback = (['mentee', 'mentor'] as const)
      .filter(() => status === 'held' && often(0.5))
      .map((from) => ({
        from,
        on: heldOn,
        rating: often(0.2) ? null : (random.whole(1, 5) as 1),
        text: 'said',
        visibility: pick(['administrator', 'administrator', 'pair'] as const),
      }));
    return checkIn(isExtra && often(0.5) ? (null as never) : day, {
      id: `${at}`,
      kind: isExtra ? 'extra' : pick(['regular', 'first', 'closing'] as const),
      status,
      heldOn: status === 'held' ? heldOn : null,
      feedback,
    });
  };
  const aim = (at: number, closedOn: string | null): Goal => {
    const createdOn = pick(days.filter((each) => closedOn === null || each <= closedOn));
    const status = pick(['open', 'reached', 'dropped'] as const);
    return goal({
      id: `${at}`,
      createdOn,
      due: dayFrom(createdOn),
      level: random.whole(-2, 2) as 0,
      weight: pick([1, 2, 0.3]),
      status,
      closedOn: status === 'open' ? null : dayFrom(createdOn),
      visibility: pick(['private', 'pair', 'pair', 'administrator']),
      milestones: some(2, (index) => ({
        id: `${index}`,
        title: 't',
        due: pick(days),
        reachedOn: often(0.7) ? dayFrom(createdOn) : null,
      })),
    });
  };
  const pairs = [...distinct.values()]
    .filter(() => often(0.85))
    .map(({ menteeId, mentorId }): PairState => {
      const start = pick(days.slice(0, 8));
      const ends = ['2026-04-06', '2026-06-29', '2026-06-30', '2026-07-01', '2026-12-18'];
      const end = pick(ends.filter((each) => Date.parse(each) - Date.parse(start) >= 27 * 86_400_000));
      const reason = pick(['noTime', 'noTime', 'menteeLeft', 'completed', 'goalsReached'] as const);
      const on = often(0.2) ? end : dayFrom(start);
      const closed = often(0.5)
        ? { on, reason, by: 'both' as const, note: null, mentorTakesNew: true }
        : null;
      const meetings = some(5, (at) => meetingOf(start, closed?.on ?? null, at));
      const dayOf = (each: CheckIn) => each.heldOn ?? each.scheduledOn!;
      meetings.sort((one, two) => (dayOf(one) < dayOf(two) ? -1 : dayOf(one) > dayOf(two) ? 1 : 0));
      const state = pairState(menteeId, mentorId, {
        start,
        end,
        closed,
        checkIns: meetings.map((each, at) => ({ ...each, id: `${at}` })),
        goals: some(3, (at) => aim(at, null)),
        trainedOn: { mentee: often(0.4) ? pick(days) : null, mentor: often(0.4) ? pick(days) : null },
      });
      const meeting = { ...state.agreement.meeting, everyWeeks: random.whole(1, 4) };
      return { ...state, agreement: { ...state.agreement, meeting } };
    });
  const feedback = [...distinct.values()].flatMap(({ menteeId, mentorId }) =>
    (['mentee', 'mentor'] as const).flatMap((from) =>
      days
        .filter(() => often(0.2))
        .map(
          (on): FeedbackRecord =>
            answer(menteeId, mentorId, from, {
              on,
              satisfaction: often(0.2) ? null : random.whole(1, 5),
              recommend: often(0.2) ? null : random.whole(0, 10),
              skillLevels: some(2, (at) => ({
                skill: `s${at}`,
                before: random.whole(1, 3),
                after: random.whole(1, 4),
              })),
            }),
        ),
    ),
  );
  const eligibleOf = (people: readonly NaivePerson[]) =>
    Object.fromEntries(
      sites.map((site) => {
        const optedIn = people.filter((each) => each.optedIn && each.attributes.site === site).length;
        return [site, Math.max(0, optedIn + random.whole(often(0.2) ? -1 : 0, 2))];
      }),
    );
  const waiting = mentees.filter(() => often(0.7)).map(({ id }): [string, string] => [id, pick(days)]);
  return {
    mentees,
    mentors,
    matchings,
    pairs,
    feedback,
    eligible: { mentees: eligibleOf(mentees), mentors: eligibleOf(mentors) },
    waitingSince: Object.fromEntries(waiting),
  };
}

const nothing = { value: null, numerator: null, denominator: null, n: null, interval: null, details: {} };
const counts = { mentees: 0, mentors: 0, menteesOptedIn: 0, mentorsOptedIn: 0, places: 0 };
const inputOf = ({ mentees, mentors, matchings, ...records }: NaiveRecords): MetricsInput => ({
  cohort: { mentees, mentors },
  matching: matchings.map((pairs) => ({ pairs, record: { counts } })) as never,
  ...records,
});

/** As `toBe` and `toBeCloseTo`, which take their time where they hold. */
const same = (said: unknown, expected: unknown, what: string) => {
  if (said !== expected) expect(said, what).toBe(expected);
};
const near = (said: number | null | undefined, expected: number | null, what: string) => {
  const isNear = typeof said === 'number' && expected !== null && Math.abs(said - expected) < 1e-9;
  if (!isNear) expect(said, what).toBe(expected);
};
const nearInterval = (said: Metric['interval'], expected: Metric['interval'], what: string) => {
  near(said?.low ?? null, expected?.low ?? null, `${what}, low`);
  near(said?.high ?? null, expected?.high ?? null, `${what}, high`);
  same(said?.level, expected?.level, `${what}, level`);
};

/** The ends of means that have some. */
const ends: Partial<Record<Metric['id'], readonly [number, number]>> = {
  cadenceAdherence: [0, 1],
  satisfactionMentees: [1, 5],
  satisfactionMentors: [1, 5],
  meetingRating: [1, 5],
};

/** What the numbers of a metric make of its interval and its spread. */
function checkSpread({ id, kind, interval, details }: Metric, naive: NaiveMetric, what: string): void {
  const { values, numerator, denominator, n } = naive;
  // People who count more than once are not independent of themselves.
  const isIndependent = n === denominator;
  const among = (sort: number) => values.filter((value) => value === sort).length;
  const [lowest, highest] = ends[id] ?? [-Infinity, Infinity];
  const score = netPromoterScore({ promoters: among(1), passives: among(0), detractors: among(-1) });
  const mean = meanInterval(values);
  const expected = {
    share: () => wilsonInterval(numerator, denominator),
    median: () => null,
    netPromoter: () => score!.interval,
    mean: () => mean && { ...mean, low: Math.max(lowest, mean.low), high: Math.min(highest, mean.high) },
    difference: () => null,
  }[kind]();
  nearInterval(interval, isIndependent ? expected : null, what);
  const spread = kind === 'mean' ? (momentsOf(values).standardDeviation ?? undefined) : undefined;
  near(details.standardDeviation ?? null, spread ?? null, `${what}, spread`);
  near(details.standardError ?? null, kind === 'netPromoter' ? score!.standardError : null, what);
  same('standardDeviation' in details, spread !== undefined, what);
  same('standardError' in details, kind === 'netPromoter', what);
}

const scales: Record<string, readonly [number, number]> = {
  satisfaction: [1, 5],
  topTwo: [0, 1],
  netPromoter: [-100, 100],
};

/** What is said of those who did not answer. */
function checkAnswers({ id, details }: Metric, naive: NaiveMetric, could: number, what: string): void {
  const scale = scales[id.replace(/Ment\w+$/, '')];
  same('responseRate' in details, scale !== undefined, what);
  same('bounds' in details, scale !== undefined, what);
  if (scale === undefined) return;
  const { denominator } = naive;
  const silent = could - denominator;
  const told = naive.value! * denominator;
  near(details.responseRate, denominator / could, what);
  near(details.bounds?.low, (told + silent * scale[0]) / could, what);
  near(details.bounds?.high, (told + silent * scale[1]) / could, what);
}

describe('every metric', () => {
  it('is what its definition in words comes to, of all and of each group, whatever was recorded', () => {
    const met = new Set<string>();
    for (let seed = 1; seed <= 80; seed += 1) {
      const records = drawn(randomFrom(seed));
      const input = inputOf(records);
      const result = programMetrics(input, { asOf, by: 'attributes.site', smallestGroup: 1 });
      // More who opted in than there are, and a wait that ends before it began, are all that cannot be.
      expect(new Set(result.issues.map(({ list }) => list))).not.toContain('pairs');
      expect(new Set(result.issues.map(({ list }) => list))).not.toContain('feedback');
      const parts = [undefined, ...result.groups.map(({ group }) => group ?? '')];
      expect(parts.slice(1)).toEqual(expect.arrayContaining(sites));
      for (const site of parts) {
        const expected = naiveMetrics(records, asOf, site);
        const metrics =
          site === undefined
            ? result.metrics
            : result.groups.find(({ group }) => group === (site || null))!.metrics;
        for (const shown of metrics) {
          const naive = expected.get(shown.id);
          const what = `seed ${seed}, ${site ?? 'all'}, ${shown.id}`;
          if (naive === undefined) {
            expect(shown, what).toMatchObject({ ...nothing, note: 'notTracked' });
            continue;
          }
          met.add(shown.id);
          near(shown.numerator, naive.numerator, what);
          near(shown.value, naive.value, what);
          same(shown.denominator, naive.denominator, what);
          same(shown.n, naive.n, what);
          same(shown.note, naive.value === null ? 'notReached' : null, what);
          checkSpread(shown, naive, what);
          const asked = expected.get(shown.id.endsWith('Mentors') ? 'responseMentors' : 'responseMentees');
          checkAnswers(shown, naive, asked?.denominator ?? 0, what);
          const { distribution, reasons, before, after } = shown.details;
          const isAnswer = /^(satisfaction|netPromoter)/.test(shown.id) && site === undefined;
          same(JSON.stringify(distribution), isAnswer ? JSON.stringify(naive.distribution) : undefined, what);
          const ofClosures = shown.id === 'earlyClosures' && site === undefined;
          same(
            JSON.stringify(reasons),
            ofClosures ? JSON.stringify(naiveReasons(records, asOf)) : undefined,
            what,
          );
          if (shown.id === 'skillGain') near(after! - before!, naive.value, what);
          else same(before ?? after, undefined, what);
        }
      }
    }
    expect(met.size).toBe(28);
  });
});
