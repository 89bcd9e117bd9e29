import type { FeedbackRecord, MetricId } from '../../src/metrics/index.js';
import { type CheckIn, type PairState, pairHealth } from '../../src/program/index.js';
import { attainmentTScore, censoredMedian } from '../../src/statistics/index.js';

export interface NaivePerson {
  readonly id: string;
  readonly optedIn: boolean;
  readonly trainedOn: string | null;
  readonly capacity: number;
  readonly attributes: { readonly site: string };
}

export interface NaiveRecords {
  readonly mentees: readonly NaivePerson[];
  readonly mentors: readonly NaivePerson[];
  /** Pairs of each matching, the last one last. */
  readonly matchings: readonly (readonly { readonly menteeId: string; readonly mentorId: string }[])[];
  readonly pairs: readonly PairState[];
  readonly feedback: readonly FeedbackRecord[];
  readonly eligible: Readonly<Record<'mentees' | 'mentors', Readonly<Record<string, number>>>>;
  readonly waitingSince: Readonly<Record<string, string>>;
}

/** What one of the denominator, or several of one person, add: to the numerator and to the denominator. */
interface Part {
  readonly id: string;
  readonly hits: number;
  readonly of: number;
  /** The answer that was given. */
  readonly said?: number;
}

export interface NaiveMetric {
  /** `null` where it is not known yet. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly n: number;
  /** One number of each of the denominator. */
  readonly values: readonly number[];
  readonly distribution: Readonly<Record<string, number>>;
}

const one = (id: string, holds: boolean): Part => ({ id, hits: holds ? 1 : 0, of: 1 });
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
const other = { mentees: 'mentors', mentors: 'mentees' } as const;
const sideOf = { mentees: 'mentee', mentors: 'mentor' } as const;
const idIn = { mentees: 'menteeId', mentors: 'mentorId' } as const;
type Sides = keyof typeof other;

/**
 * Every metric but the outcomes for the people of a site (or of all), each straight from its definition in words, for
 * records that can be: a second opinion. What has an empty denominator is missing.
 */
export function naiveMetrics(records: NaiveRecords, asOf: string, site: string | undefined) {
  const { mentees, mentors, matchings, feedback, waitingSince } = records;
  const people = { mentees, mentors };
  const has = (side: Sides, id: string) =>
    site === undefined || people[side].some((each) => each.id === id && each.attributes.site === site);
  const here = (side: Sides) => people[side].filter(({ id }) => has(side, id));
  const pairs = records.pairs.filter(({ agreement }) => has('mentees', agreement.menteeId));
  const begun = pairs.filter(({ agreement }) => agreement.start <= asOf);
  const allBegun = records.pairs.filter(({ agreement }) => agreement.start <= asOf);
  const isHeld = ({ heldOn }: CheckIn) => heldOn !== null && heldOn <= asOf;
  const endOf = ({ agreement, closed }: PairState) =>
    [asOf, agreement.end, ...(closed === null ? [] : [closed.on])].sort()[0]!;
  const endedEarly = ({ agreement, closed }: PairState) =>
    closed !== null &&
    closed.on <= asOf &&
    closed.on < agreement.end &&
    closed.reason !== 'completed' &&
    closed.reason !== 'goalsReached';
  const goalsOf = ({ goals }: PairState) =>
    goals.filter(({ visibility, createdOn }) => visibility !== 'private' && createdOn <= asOf);
  const isClosed = ({ closedOn }: { readonly closedOn: string | null }) =>
    closedOn !== null && closedOn <= asOf;

  const found = new Map<MetricId, NaiveMetric>();
  const put = (
    id: string,
    parts: readonly Part[],
    people?: number,
    value = (share: number): number | null => share,
  ) => {
    const denominator = sumOf(parts.map(({ of }) => of));
    if (denominator === 0) return;
    const numerator = sumOf(parts.map(({ hits }) => hits));
    const distribution: Record<string, number> = {};
    for (const { said } of parts) {
      if (said !== undefined) distribution[String(said)] = (distribution[String(said)] ?? 0) + 1;
    }
    found.set(id as MetricId, {
      value: value(numerator / denominator),
      numerator,
      denominator,
      n: people ?? new Set(parts.map((part) => part.id)).size,
      values: parts.map(({ hits }) => hits),
      distribution,
    });
  };

  for (const [side, name] of [
    ['mentees', 'Mentees'],
    ['mentors', 'Mentors'],
  ] as const) {
    const optedInAt = (place: string | undefined) =>
      people[side].filter((each) => each.optedIn && (place === undefined || each.attributes.site === place))
        .length;
    // More who opted in than there are at some site: not known anywhere.
    const eligible = Object.entries(records.eligible[side]);
    if (eligible.every(([place, count]) => optedInAt(place) <= count)) {
      const counted = eligible.filter(([place]) => site === undefined || place === site);
      const all = sumOf(counted.map(([, count]) => count));
      put(
        `participation${name}`,
        counted.map(([place, of]) => ({ id: place, hits: optedInAt(place), of })),
        all,
      );
    }
    put(
      `optIn${name}`,
      here(side).map(({ id, optedIn }) => one(id, optedIn)),
    );
    const inPairs = [...new Set(allBegun.map(({ agreement }) => agreement[idIn[side]]))].filter((id) =>
      has(side, id),
    );
    put(
      `training${name}`,
      inPairs.map((id) => {
        const known = people[side].find((each) => each.id === id)!.trainedOn;
        const dates = allBegun
          .filter(({ agreement }) => agreement[idIn[side]] === id)
          .map(({ trainedOn }) => trainedOn[sideOf[side]]);
        return one(
          id,
          [known, ...dates].some((on) => on !== null && on <= asOf),
        );
      }),
    );
    const latest = feedback.filter(
      (each) =>
        each.from === sideOf[side] &&
        each.on <= asOf &&
        has(side, each[idIn[side]]) &&
        !feedback.some(
          (rival) =>
            rival.from === each.from &&
            rival.menteeId === each.menteeId &&
            rival.mentorId === each.mentorId &&
            rival.on <= asOf &&
            rival.on > each.on,
        ),
    );
    const answering = [...new Set([...inPairs, ...latest.map((each) => each[idIn[side]])])];
    put(
      `response${name}`,
      answering.map((id) => {
        const answers = latest.filter((each) => each[idIn[side]] === id).length;
        const asked = allBegun.filter(({ agreement }) => agreement[idIn[side]] === id).length;
        return { id, hits: answers, of: Math.max(answers, asked) };
      }),
    );
    const answered = (question: 'satisfaction' | 'recommend', score: (answer: number) => number) =>
      latest.flatMap((each) => {
        const said = each[question];
        return said == null ? [] : [{ id: each[idIn[side]], hits: score(said), of: 1, said }];
      });
    put(
      `satisfaction${name}`,
      answered('satisfaction', (stars) => stars),
    );
    put(
      `topTwo${name}`,
      answered('satisfaction', (stars) => (stars > 3 ? 1 : 0)),
    );
    put(
      `netPromoter${name}`,
      answered('recommend', (points) => (points > 8 ? 1 : points < 7 ? -1 : 0)),
      undefined,
      (share) => 100 * share,
    );
    if (side === 'mentees') {
      put(
        'skillGain',
        latest.flatMap(({ menteeId, skillLevels }) => {
          const gains = (skillLevels ?? []).map(({ before, after }) => after - before);
          return gains.length === 0 ? [] : [{ id: menteeId, hits: sumOf(gains) / gains.length, of: 1 }];
        }),
      );
    }
  }

  put(
    'matchRate',
    here('mentees')
      .filter(({ optedIn }) => optedIn)
      .map(({ id }) =>
        one(
          id,
          matchings.some((list) => list.some(({ menteeId }) => menteeId === id)),
        ),
      ),
  );
  const withSeats = here('mentors').filter(({ optedIn, capacity }) => optedIn && capacity > 0);
  const menteesOf = (id: string) => matchings.at(-1)!.filter(({ mentorId }) => mentorId === id).length;
  put(
    'seatUtilisation',
    withSeats.map(({ id, capacity }) => ({ id, hits: Math.min(capacity, menteesOf(id)), of: capacity })),
  );
  put(
    'mentorUtilisation',
    withSeats.map(({ id }) => one(id, menteesOf(id) > 0)),
  );

  const waits = here('mentees').flatMap(({ id, optedIn }) => {
    const since = waitingSince[id];
    if (since === undefined || since > asOf || !optedIn) return [];
    const starts = records.pairs.filter(({ agreement }) => agreement.menteeId === id);
    const start = starts.map(({ agreement }) => agreement.start).sort()[0];
    if (start !== undefined && start < since) return [];
    const ended = start !== undefined && start <= asOf;
    return [{ id, ended, time: days(since, ended ? start : asOf) }];
  });
  if (waits.length > 0) {
    put(
      'timeToMatch',
      waits.map(({ id, ended }) => one(id, ended)),
      waits.length,
      () => censoredMedian(waits),
    );
  }

  put(
    'sessionCompletion',
    begun.flatMap((pair) =>
      pair.checkIns
        .filter(({ kind, scheduledOn }) => kind !== 'extra' && scheduledOn! <= endOf(pair))
        .map((each) => one(pair.agreement.menteeId, isHeld(each))),
    ),
  );
  put(
    'cadenceAdherence',
    begun.flatMap((pair) => {
      const { menteeId, start, meeting } = pair.agreement;
      const expected = Math.floor(days(start, endOf(pair)) / 7 / meeting.everyWeeks);
      if (expected === 0) return [];
      return [{ id: menteeId, hits: Math.min(1, pair.checkIns.filter(isHeld).length / expected), of: 1 }];
    }),
  );
  put(
    'onTrackShare',
    begun.flatMap((pair) => {
      const { health } = pairHealth({ ...pair, goals: [] }, asOf);
      return health === 'closed' || health === 'tooEarly'
        ? []
        : [one(pair.agreement.menteeId, health === 'onTrack')];
    }),
  );
  put(
    'earlyClosures',
    begun.map((pair) => one(pair.agreement.menteeId, endedEarly(pair))),
  );
  const leftEarly = [...new Set(begun.filter(endedEarly).map(({ agreement }) => agreement.menteeId))];
  put(
    'rematchRate',
    leftEarly.map((id) => {
      const own = begun.filter(({ agreement }) => agreement.menteeId === id);
      const firstEnd = own
        .filter(endedEarly)
        .map(({ closed }) => closed!.on)
        .sort()[0]!;
      return one(
        id,
        own.some(({ agreement }) => agreement.start >= firstEnd),
      );
    }),
  );
  put(
    'meetingRating',
    begun.flatMap(({ agreement, checkIns }) =>
      checkIns
        .filter(isHeld)
        .flatMap(({ feedback: said }) =>
          said
            .filter(({ visibility, rating }) => visibility === 'administrator' && rating !== null)
            .map(({ rating }) => ({ id: agreement.menteeId, hits: rating!, of: 1, said: rating! })),
        ),
    ),
  );
  put(
    'goalsCompleted',
    pairs.flatMap((pair) =>
      goalsOf(pair).map((each) => one(pair.agreement.menteeId, isClosed(each) && each.status === 'reached')),
    ),
  );
  put(
    'milestonesOnTime',
    pairs.flatMap((pair) =>
      goalsOf(pair)
        .flatMap(({ milestones }) => milestones)
        .filter(({ due }) => due <= asOf)
        .map(({ due, reachedOn }) => one(pair.agreement.menteeId, reachedOn !== null && reachedOn <= due)),
    ),
  );
  put(
    'goalAttainment',
    pairs.flatMap((pair) => {
      const score = attainmentTScore(goalsOf(pair).filter((each) => isClosed(each) || each.due <= asOf));
      return score === null ? [] : [{ id: pair.agreement.menteeId, hits: score, of: 1 }];
    }),
  );
  return found;
}

/** For each reason, how many pairs ended early for it. */
export function naiveReasons({ pairs }: NaiveRecords, asOf: string): Record<string, number> {
  const reasons: Record<string, number> = {};
  for (const { agreement, closed } of pairs) {
    if (closed === null || agreement.start > asOf || closed.on > asOf || closed.on >= agreement.end) continue;
    if (['completed', 'goalsReached'].includes(closed.reason)) continue;
    reasons[closed.reason] = (reasons[closed.reason] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(reasons).sort());
}
