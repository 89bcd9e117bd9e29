import * as ofAnswers from './answer-units.js';
import type { Facts } from './facts.js';
import * as ofPairs from './pair-units.js';
import * as ofPeople from './people-units.js';
import type { Metric, MetricDirection, MetricId, MetricLevel } from './types.js';
import type { Unit } from './unit.js';

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
  /** Of answers: who could have given one. */
  readonly asked?: 'mentee' | 'mentor';
}

const share = { lowest: 0, highest: 1 };
const stars = { lowest: 1, highest: 5 };

/** Every metric but the outcomes, in the order in which they are shown. */
export const definitions: readonly MetricDefinition[] = [
  ...bothSides((side, plural) => ({
    id: `participation${plural}`,
    kind: 'share',
    level: 'reaction',
    direction: 'higher',
    numerator: `optedIn ${side}`,
    denominator: `eligible ${side}`,
    people: `eligible ${side}`,
    each: share,
    units: (facts) => ofPeople.participation(facts, side),
  })),
  ...bothSides((side, plural) => ({
    id: `optIn${plural}`,
    kind: 'share',
    level: 'reaction',
    direction: 'neither',
    numerator: `optedIn ${side}`,
    denominator: `enrolled ${side}`,
    people: `enrolled ${side}`,
    each: share,
    units: (facts) => ofPeople.optIn(facts, side),
  })),
  {
    id: 'matchRate',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    numerator: 'matched mentee',
    denominator: 'optedIn mentee',
    people: 'optedIn mentee',
    each: share,
    units: ofPeople.matched,
  },
  {
    id: 'seatUtilisation',
    kind: 'share',
    level: 'behaviour',
    direction: 'neither',
    numerator: 'seats taken',
    denominator: 'seats',
    people: 'mentors with seats',
    each: share,
    units: ofPeople.seats,
  },
  {
    id: 'mentorUtilisation',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    numerator: 'mentors used',
    denominator: 'mentors with seats',
    people: 'mentors with seats',
    each: share,
    units: ofPeople.mentorsUsed,
  },
  {
    id: 'timeToMatch',
    kind: 'median',
    level: 'behaviour',
    direction: 'lower',
    numerator: 'waiting mentee',
    denominator: 'waiting mentee',
    people: 'waiting mentee',
    each: null,
    units: ofPeople.waits,
  },
  {
    id: 'sessionCompletion',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    numerator: 'sessions held',
    denominator: 'sessions due',
    people: 'mentees with sessions due',
    each: share,
    units: ofPairs.sessions,
  },
  {
    id: 'cadenceAdherence',
    kind: 'mean',
    level: 'behaviour',
    direction: 'higher',
    numerator: 'cadence kept',
    denominator: 'pairs expected to have met',
    people: 'mentees expected to have met',
    each: share,
    units: ofPairs.cadence,
  },
  {
    id: 'onTrackShare',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    numerator: 'pairs on track',
    denominator: 'pairs under way',
    people: 'mentees under way',
    each: share,
    units: ofPairs.onTrack,
  },
  {
    id: 'earlyClosures',
    kind: 'share',
    level: 'behaviour',
    direction: 'lower',
    numerator: 'pairs ended early',
    denominator: 'pairs started',
    people: 'mentees started',
    each: share,
    units: ofPairs.earlyClosures,
  },
  {
    id: 'rematchRate',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    numerator: 'mentees rematched',
    denominator: 'mentees ended early',
    people: 'mentees ended early',
    each: share,
    units: ofPairs.rematched,
  },
  ...bothSides((side, plural) => ({
    id: `training${plural}`,
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    numerator: `trained ${side}`,
    denominator: `in pairs ${side}`,
    people: `in pairs ${side}`,
    each: share,
    units: (facts) => ofPairs.trained(facts, side),
  })),
  ...bothSides((side, plural) => ({
    id: `response${plural}`,
    kind: 'share',
    level: 'reaction',
    direction: 'higher',
    numerator: `answers ${side}`,
    denominator: `asked ${side}`,
    people: `people asked ${side}`,
    // Who answered is no secret that needs masking; what they said is.
    each: null,
    units: (facts) => ofAnswers.responses(facts, side),
  })),
  ...bothSides((side, plural) => ({
    id: `satisfaction${plural}`,
    kind: 'mean',
    level: 'reaction',
    direction: 'higher',
    numerator: `stars ${side}`,
    denominator: `rated ${side}`,
    people: `people who rated ${side}`,
    each: stars,
    asked: side,
    units: (facts) => ofAnswers.answers(facts, side, ({ satisfaction }) => satisfaction),
  })),
  ...bothSides((side, plural) => ({
    id: `topTwo${plural}`,
    kind: 'share',
    level: 'reaction',
    direction: 'higher',
    numerator: `satisfied ${side}`,
    denominator: `rated ${side}`,
    people: `people who rated ${side}`,
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
    numerator: `net promoters ${side}`,
    denominator: `recommended ${side}`,
    people: `people who recommended ${side}`,
    each: { lowest: -1, highest: 1 },
    asked: side,
    units: (facts) => ofAnswers.recommendations(facts, side),
  })),
  {
    id: 'meetingRating',
    kind: 'mean',
    level: 'reaction',
    direction: 'higher',
    numerator: 'stars of meetings',
    denominator: 'ratings of meetings',
    people: 'mentees with rated meetings',
    each: stars,
    units: ofPairs.meetingRatings,
  },
  {
    id: 'goalsCompleted',
    kind: 'share',
    level: 'results',
    direction: 'higher',
    numerator: 'goals reached',
    denominator: 'goals set',
    people: 'mentees with goals',
    each: share,
    units: ofPairs.goals,
  },
  {
    id: 'milestonesOnTime',
    kind: 'share',
    level: 'behaviour',
    direction: 'higher',
    numerator: 'milestones on time',
    denominator: 'milestones due',
    people: 'mentees with milestones due',
    each: share,
    units: ofPairs.milestones,
  },
  {
    id: 'goalAttainment',
    kind: 'mean',
    level: 'results',
    direction: 'higher',
    numerator: 'sum of T-scores',
    denominator: 'pairs with goals due',
    people: 'mentees with goals due',
    each: null,
    units: ofPairs.attainment,
  },
  {
    id: 'skillGain',
    kind: 'mean',
    level: 'learning',
    direction: 'higher',
    numerator: 'sum of gains',
    denominator: 'pairs with skill levels',
    people: 'mentees with skill levels',
    each: null,
    units: ofAnswers.skillGains,
  },
];

type SideDefinition = Omit<MetricDefinition, 'id'> & { readonly id: string };

function bothSides(
  make: (side: 'mentee' | 'mentor', plural: 'Mentees' | 'Mentors') => SideDefinition,
): MetricDefinition[] {
  return [make('mentee', 'Mentees'), make('mentor', 'Mentors')] as MetricDefinition[];
}
