import * as ofAnswers from './answer-units.js';
import type { Facts } from './facts.js';
import * as ofPairs from './pair-units.js';
import * as ofPeople from './people-units.js';
import type { Metric, MetricDirection, MetricId, MetricLevel } from './types.js';
import type { Side, Unit } from './unit.js';

/** How a metric is counted. */
export interface MetricDefinition {
  readonly id: MetricId;
  readonly kind: Metric['kind'];
  readonly level: MetricLevel;
  readonly direction: MetricDirection;
  /** Names of what is counted; metrics that share a name share the count, and hide it together. */
  readonly numerator: string;
  readonly denominator: string;
  readonly people: string;
  /** The least and the most that one of the denominator can add; `null` where there is no such end. */
  readonly each: { readonly lowest: number; readonly highest: number } | null;
  /** `null` = not tracked. */
  readonly units: (facts: Facts) => readonly Unit[] | null;
  /** Of answers: who could have given one. An answer has a lowest and a highest (`each`). */
  readonly asked?: Side;
}

const share = { lowest: 0, highest: 1 };
const stars = { lowest: 1, highest: 5 };

/** The name of how many answers those of a side could have given. */
export const askedCount = (side: Side) => `asked ${side}`;

/** The name of how many people are behind a count. */
export const peopleBehind = (count: string) => `people behind ${count}`;

type Definition = Omit<MetricDefinition, 'numerator' | 'denominator' | 'people'> &
  Partial<Pick<MetricDefinition, 'numerator' | 'denominator' | 'people'>>;

/** Names are given to counts that several metrics have. */
const metrics: readonly Definition[] = [
  ...bothSides((side, plural) => ({
    id: `participation${plural}`,
    kind: 'share',
    level: 'reaction',
    direction: 'higher',
    numerator: `optedIn ${side}`,
    each: share,
    units: (facts) => ofPeople.participation(facts, side),
  })),
  ...bothSides((side, plural) => ({
    id: `optIn${plural}`,
    kind: 'share',
    level: 'reaction',
    direction: 'neither',
    numerator: `optedIn ${side}`,
    each: share,
    units: (facts) => ofPeople.optIn(facts, side),
  })),
  {
    id: 'matchRate',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    denominator: 'optedIn mentee',
    each: share,
    units: ofPeople.matched,
  },
  {
    id: 'seatUtilisation',
    kind: 'share',
    level: 'behaviour',
    direction: 'neither',
    people: 'mentors with seats',
    each: share,
    units: ofPeople.seats,
  },
  {
    id: 'mentorUtilisation',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    denominator: 'mentors with seats',
    each: share,
    units: ofPeople.mentorsUsed,
  },
  {
    id: 'timeToMatch',
    kind: 'median',
    level: 'behaviour',
    direction: 'lower',
    each: null,
    units: ofPeople.waits,
  },
  {
    id: 'sessionCompletion',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    each: share,
    units: ofPairs.sessions,
  },
  {
    id: 'cadenceAdherence',
    kind: 'mean',
    level: 'behaviour',
    direction: 'higher',
    each: share,
    units: ofPairs.cadence,
  },
  {
    id: 'onTrackShare',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    each: share,
    units: ofPairs.onTrack,
  },
  {
    id: 'earlyClosures',
    kind: 'share',
    level: 'behaviour',
    direction: 'lower',
    each: share,
    units: ofPairs.earlyClosures,
  },
  {
    id: 'rematchRate',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    each: share,
    units: ofPairs.rematched,
  },
  ...bothSides((side, plural) => ({
    id: `training${plural}`,
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    each: share,
    units: (facts) => ofPairs.trained(facts, side),
  })),
  ...bothSides((side, plural) => ({
    id: `response${plural}`,
    kind: 'share',
    level: 'reaction',
    direction: 'higher',
    denominator: askedCount(side),
    // Who answered is no secret that needs masking; what they said is.
    each: null,
    units: (facts) => ofAnswers.responses(facts, side),
  })),
  ...bothSides((side, plural) => ({
    id: `satisfaction${plural}`,
    kind: 'mean',
    level: 'reaction',
    direction: 'higher',
    denominator: `rated ${side}`,
    each: stars,
    asked: side,
    units: (facts) => ofAnswers.answers(facts, side, ({ satisfaction }) => satisfaction),
  })),
  ...bothSides((side, plural) => ({
    id: `topTwo${plural}`,
    kind: 'share',
    level: 'reaction',
    direction: 'higher',
    denominator: `rated ${side}`,
    each: share,
    asked: side,
    units: (facts) =>
      ofAnswers.answers(facts, side, ({ satisfaction }) => satisfaction && (satisfaction >= 4 ? 1 : 0)),
  })),
  ...bothSides((side, plural) => ({
    id: `netPromoter${plural}`,
    kind: 'netPromoter',
    level: 'reaction',
    direction: 'higher',
    each: { lowest: -1, highest: 1 },
    asked: side,
    units: (facts) => ofAnswers.recommendations(facts, side),
  })),
  {
    id: 'meetingRating',
    kind: 'mean',
    level: 'reaction',
    direction: 'higher',
    each: stars,
    units: ofPairs.meetingRatings,
  },
  {
    id: 'goalsCompleted',
    kind: 'share',
    level: 'results',
    direction: 'higher',
    each: share,
    units: ofPairs.goals,
  },
  {
    id: 'milestonesOnTime',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    each: share,
    units: ofPairs.milestones,
  },
  {
    id: 'goalAttainment',
    kind: 'mean',
    level: 'results',
    direction: 'higher',
    each: null,
    units: ofPairs.attainment,
  },
  {
    id: 'skillGain',
    kind: 'mean',
    level: 'learning',
    direction: 'higher',
    each: null,
    units: ofAnswers.skillGains,
  },
];

/** Every metric but the outcomes, in the order in which they are shown. */
export const definitions: readonly MetricDefinition[] = metrics.map((metric) => {
  const { id, numerator = id, denominator = `of ${id}`, people = peopleBehind(denominator) } = metric;
  return { ...metric, numerator, denominator, people };
});

type SideDefinition = Omit<Definition, 'id'> & { readonly id: string };

function bothSides(make: (side: Side, plural: 'Mentees' | 'Mentors') => SideDefinition): Definition[] {
  return [make('mentee', 'Mentees'), make('mentor', 'Mentors')] as Definition[];
}
