import { describe, expect, it } from 'vitest';
import {
  type FeedbackRecord,
  type Metric,
  type MetricsInput,
  programMetrics,
} from '../../src/metrics/index.js';
import type { CheckIn, Goal, PairState } from '../../src/program/index.js';
import {
  meanInterval,
  momentsOf,
  netPromoterScore,
  type ShownRow,
  suppressSmallGroups,
  tellsTooMuch,
  wilsonInterval,
} from '../../src/statistics/index.js';
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
function drawn(random: Random, most: number): NaiveRecords {
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
  const size = random.whole(1, most);
  const mentees = Array.from({ length: size }, (_, index) => person(`m${index}`));
  const mentors = Array.from({ length: size }, (_, index) => person(`n${index}`));
  const matchings = [0, 1, 2].map(() =>
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
      const records = drawn(randomFrom(seed), 6);
      const input = inputOf(records);
      const result = programMetrics(input, { asOf, by: 'attributes.site', smallestGroup: 1 });
      // More who opted in than there are, and a wait that ends before it began, are all that cannot be.
      expect(new Set(result.issues.map(({ list }) => list))).not.toContain('pairs');
      expect(new Set(result.issues.map(({ list }) => list))).not.toContain('feedback');
      const parts = [undefined, ...result.groups.map(({ group }) => group ?? '')];
      // By name, the unknown last.
      expect(parts.slice(1)).toEqual(sites.filter((site) => parts.includes(site)));
      for (const { attributes } of records.mentees) expect(parts).toContain(attributes.site);
      expect(result).toMatchObject({ asOf, by: 'attributes.site', smallestGroup: 1 });
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

/** Counts that several metrics have, by the name they are given here. */
const sharedCounts: Partial<Record<Metric['id'], Partial<ShownRow>>> = {
  participationMentees: { numerator: 'mentees who opted in' },
  participationMentors: { numerator: 'mentors who opted in' },
  optInMentees: { numerator: 'mentees who opted in' },
  optInMentors: { numerator: 'mentors who opted in' },
  matchRate: { denominator: 'mentees who opted in' },
  seatUtilisation: { people: 'mentors with seats' },
  mentorUtilisation: { denominator: 'mentors with seats' },
  responseMentees: { denominator: 'mentees asked', people: 'people: mentees asked' },
  responseMentors: { denominator: 'mentors asked', people: 'people: mentors asked' },
  satisfactionMentees: { denominator: 'mentees who rated', people: 'people: mentees who rated' },
  satisfactionMentors: { denominator: 'mentors who rated', people: 'people: mentors who rated' },
  topTwoMentees: { denominator: 'mentees who rated', people: 'people: mentees who rated' },
  topTwoMentors: { denominator: 'mentors who rated', people: 'people: mentors who rated' },
};

const endOf = ({ id, kind }: Metric): ShownRow['each'] => {
  if (id.startsWith('response')) return null;
  if (kind === 'netPromoter') return { lowest: -1, highest: 1 };
  const [lowest, highest] = kind === 'share' ? [0, 1] : (ends[id] ?? []);
  return lowest === undefined ? null : { lowest, highest: highest! };
};

describe('what is hidden', () => {
  it('is what the rules of suppression hide in the table of all counts, and no more', () => {
    let hiddenTotals = 0;
    let hiddenCells = 0;
    let shownCells = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomFrom(seed);
      const records = drawn(random, 30);
      const smallestGroup = random.whole(2, 5);
      const together = seed % 3 === 0;
      // How many could take part, for all groups together: then nothing is said of any of them.
      const input = together
        ? { ...inputOf(records), eligible: { mentees: 40, mentors: 40 } }
        : inputOf(records);
      const truth = programMetrics(input, { asOf, by: 'attributes.site', smallestGroup: 1 });
      const shown = programMetrics(input, { asOf, by: 'attributes.site', smallestGroup });
      const groups = truth.groups.map(({ group }) => group);
      const isCountedApart = ({ id, note }: Metric) =>
        !id.startsWith('participation') || (!together && note !== 'notTracked');

      const counts: Record<string, readonly number[]> = {};
      const rows: ShownRow[] = [];
      const rowOf = new Map<string, number>();
      const fewAsked = new Set<string>();
      for (const [at, metric] of truth.metrics.entries()) {
        if (metric.kind === 'difference' || !isCountedApart(metric)) continue;
        const { id } = metric;
        const row = {
          numerator: id,
          denominator: `of ${id}`,
          people: `people of ${id}`,
          ...sharedCounts[id],
        };
        const cells = truth.groups.map(({ metrics }) => metrics[at]!);
        // Who has waited longest is no secret but how many have: the numerator is all who waited.
        const hits = id === 'timeToMatch' ? 'denominator' : 'numerator';
        counts[row.numerator] = cells.map((cell) => cell[hits] ?? 0);
        counts[row.denominator] = cells.map((cell) => cell.denominator ?? 0);
        counts[row.people] = cells.map((cell) => cell.n ?? 0);
        if (/^(satisfaction|topTwo|netPromoter)/.test(id)) {
          const side = id.endsWith('Mentors') ? 'mentors' : 'mentees';
          const people = `people: ${side} asked`;
          rows.push({ numerator: row.denominator, denominator: `${side} asked`, people, each: null });
          const asked = truth.metrics.find((each) => each.id === `response${id.slice(-7)}`)!;
          if ((asked.n ?? 0) > 0 && asked.n! < smallestGroup) fewAsked.add(row.denominator);
        }
        rows.push({ ...row, each: endOf(metric) });
        rowOf.set(id, rows.length - 1);
      }
      const table = suppressSmallGroups(rows, counts, { smallestGroup });
      const namesOf = ({ id }: Metric) => sharedCounts[id]?.denominator ?? `of ${id}`;
      const hiddenCounts = new Set(
        truth.metrics
          .filter((metric) => {
            const { numerator, denominator, n } = metric;
            const hits = metric.kind === 'median' ? denominator : numerator;
            const totals = { numerator: hits ?? 0, denominator: denominator ?? 0, people: n ?? 0 };
            return (
              metric.kind !== 'difference' && tellsTooMuch({ each: endOf(metric) }, totals, smallestGroup)
            );
          })
          .map(namesOf),
      );
      for (const [at, metric] of truth.metrics.entries()) {
        const what = `seed ${seed}, ${metric.id}`;
        const hidesTotal = hiddenCounts.has(namesOf(metric)) || fewAsked.has(namesOf(metric));
        const row = rowOf.get(metric.id);
        groups.forEach((group, place) => {
          const isHidden = row !== undefined && (hidesTotal || table[row]![place]!);
          const cell = shown.groups[place]!.metrics[at]!;
          if (isHidden) hiddenCells += 1;
          else shownCells += 1;
          if (isHidden) expect(cell, `${what}, ${group}`).toMatchObject({ ...nothing, note: 'suppressed' });
          else expect(cell, `${what}, ${group}`).toEqual(truth.groups[place]!.metrics[at]);
        });
        if (hidesTotal || (groups.length === 1 && row !== undefined && table[row]![0])) {
          hiddenTotals += 1;
          expect(shown.metrics[at], what).toMatchObject({ ...nothing, note: 'suppressed' });
          continue;
        }
        const { distribution, reasons, ...details } = metric.details;
        const enough = { ...(distribution && { distribution }), ...(reasons && { reasons }) };
        expect(shown.metrics[at], what).toEqual({
          ...metric,
          details: { ...details, ...((metric.n ?? 0) >= 2 * smallestGroup && enough) },
        });
      }
    }
    expect(hiddenTotals).toBeGreaterThan(100);
    expect(hiddenCells).toBeGreaterThan(500);
    expect(shownCells).toBeGreaterThan(500);
  });
});
