/**
 * Words of this room. A *metric* is one number about a programme, a *unit* what it counts, the *side* whose it is. The
 * four *levels* are those of Kirkpatrick: what people thought of it (reaction), what they learnt (learning), what they
 * do (behaviour), what came of it (results). A *wave* is one round of asking.
 */
import type { Matching } from '../matching/index.js';
import type { Mentee, Mentor, Side } from '../participants/index.js';
import type { PairState } from '../program/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { Interval } from '../statistics/index.js';

export type MetricLevel = 'reaction' | 'learning' | 'behaviour' | 'results';

/** Which way is better; `neither` is a number to know, not to push. */
export type MetricDirection = 'higher' | 'lower' | 'neither';

/** Why a value is missing, or what to mind. */
export type MetricNote =
  /** The denominator is empty: nothing was recorded. */
  | 'notTracked'
  /** Too few people, or a number from which one could work out those of few people. */
  | 'suppressed'
  /** So many still wait that the middle one is not known yet. */
  | 'notReached'
  /** People took part because they wanted to: the difference may have other reasons than the programme. */
  | 'association';

/** One number about a programme. What is not there is `null`: plain JSON. */
export interface Metric {
  readonly id: MetricId;
  readonly kind: 'share' | 'mean' | 'median' | 'netPromoter' | 'difference';
  /** In the unit of the metric; `null` where not tracked or suppressed. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How many different people are behind it. */
  readonly n: number | null;
  /** 95 %; `null` where people count more than once, so that the usual ones would be too narrow. */
  readonly interval: Interval | null;
  readonly level: MetricLevel;
  readonly direction: MetricDirection;
  readonly note: MetricNote | null;
  readonly details: MetricDetails;
}

export interface MetricDetails {
  /** Of means (n − 1). */
  readonly standardDeviation?: number;
  /** Of the net promoter score. */
  readonly standardError?: number;
  /** Answer → how many gave it. */
  readonly distribution?: Readonly<Record<string, number>>;
  /** Of what people answered: how many of those asked did. */
  readonly responseRate?: number;
  /** Where the value would lie if all who did not answer had given the lowest or the highest answer. */
  readonly bounds?: { readonly low: number; readonly high: number };
  /** Of early closures: reason → how many. */
  readonly reasons?: Readonly<Record<string, number>>;
  /** Change ÷ mean standard deviation of before and after (d_av). */
  readonly effectSize?: number;
  readonly before?: number;
  readonly after?: number;
  /** Who the participants are compared with. */
  readonly comparison?: { readonly name: string; readonly hits: number; readonly n: number };
}

export const metricIds = [
  'participationMentees',
  'participationMentors',
  'optInMentees',
  'optInMentors',
  'matchRate',
  'seatUtilisation',
  'mentorUtilisation',
  'timeToMatch',
  'sessionCompletion',
  'cadenceAdherence',
  'onTrackShare',
  'earlyClosures',
  'rematchRate',
  'trainingMentees',
  'trainingMentors',
  'responseMentees',
  'responseMentors',
  'satisfactionMentees',
  'satisfactionMentors',
  'topTwoMentees',
  'topTwoMentors',
  'netPromoterMentees',
  'netPromoterMentors',
  'meetingRating',
  'goalsCompleted',
  'milestonesOnTime',
  'goalAttainment',
  'skillGain',
  'retentionDifference',
  'promotionDifference',
] as const;

export type MetricId = (typeof metricIds)[number];

/** A part of a match that people can name in their feedback. */
export const matchAspects = [
  'skills',
  'interests',
  'preference',
  'personality',
  'seniority',
  'timeZone',
  'availability',
  'language',
] as const;

export type MatchAspect = (typeof matchAspects)[number];

/** What one of a pair answered in one wave. What was not answered is missing or `null`. */
export interface FeedbackRecord {
  readonly menteeId: string;
  readonly mentorId: string;
  /** Who answered. */
  readonly from: Side;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** 1 … 5, 5 is best. */
  readonly satisfaction?: number | null;
  /** 0 … 10: would you recommend the programme? */
  readonly recommend?: number | null;
  /** Skills before and after, on one scale of the programme, as the mentee sees them. */
  readonly skillLevels?:
    | readonly { readonly skill: string; readonly before: number; readonly after: number }[]
    | null;
  /** What made the match work. */
  readonly helped?: readonly MatchAspect[] | null;
  /** What the match lacked. */
  readonly missing?: readonly MatchAspect[] | null;
  /** What did not matter. */
  readonly unimportant?: readonly MatchAspect[] | null;
  /** Of a mentor: how many mentees next time. */
  readonly nextCapacity?: 'more' | 'same' | 'fewer' | null;
}

/** How many could have taken part; by group (a value of the field `by`) where groups are asked for. */
export type EligibleCount = number | Readonly<Record<string, number>>;

/** What happened to some people: how many of how many. */
export interface OutcomeCount {
  readonly hits: number;
  readonly n: number;
}

export interface OutcomeComparison {
  readonly participants: OutcomeCount;
  /** Who they are compared with: "mentees of 2025 who stayed on the waiting list". */
  readonly comparison: OutcomeCount & { readonly name: string };
}

type PeopleOf<Person> = readonly (Pick<Person, Extract<keyof Person, 'id'>> & object)[];

export interface MetricsInput {
  /** Everybody who was asked, also those who did not opt in: as `parseCohort` gives them, or a compiled cohort. */
  readonly cohort?:
    | { readonly mentees: PeopleOf<Mentee>; readonly mentors: PeopleOf<Mentor> }
    | CompiledCohort;
  /** The matching, or all of a programme from the first to the last rematch. */
  readonly matching: Matching | readonly Matching[];
  readonly pairs: readonly PairState[];
  readonly feedback?: readonly FeedbackRecord[];
  readonly eligible?: { readonly mentees?: EligibleCount; readonly mentors?: EligibleCount };
  /** Mentee id → the day (`YYYY-MM-DD`) since which they have waited for a mentor. */
  readonly waitingSince?: Readonly<Record<string, string>>;
  readonly outcomes?: { readonly retention?: OutcomeComparison; readonly promotion?: OutcomeComparison };
}

export interface MetricsOptions {
  /** The day on which this is looked at, `YYYY-MM-DD`; what is later has not happened. */
  readonly asOf: string;
  /** A field of people (`department`, `attributes.site`): everything also by group. Needs the cohort. */
  readonly by?: string;
  /** Groups with fewer people are not shown; a whole number ≥ 1, 5 unless given. */
  readonly smallestGroup?: number;
}

/** A record that cannot be, and was left out. */
export interface RecordIssue {
  readonly list: 'pairs' | 'feedback' | 'eligible' | 'waitingSince' | 'asked';
  /** Its index in the list that was passed; −1 of what is no list. */
  readonly index: number;
  /** Where in the record: `checkIns[2].heldOn`; '' is the record itself. */
  readonly path: string;
  readonly value: unknown;
  /** What was expected. */
  readonly rule: string;
}

/** How many were left out because of an issue. What was left out of a pair stays within it. */
export interface LeftOut {
  readonly pairs: number;
  readonly checkIns: number;
  readonly ratings: number;
  readonly goals: number;
  readonly feedback: number;
  readonly other: number;
}

/** What `summarizeFeedback` returns. */
export interface FeedbackSummary {
  readonly metrics: readonly Metric[];
  readonly issues: readonly RecordIssue[];
  readonly leftOut: LeftOut;
}

export interface GroupMetrics {
  /** A value of the field, as canonical text; `null` = unknown. */
  readonly group: string | null;
  readonly metrics: readonly Metric[];
}

export interface ProgramMetrics {
  readonly asOf: string;
  readonly by: string | null;
  readonly smallestGroup: number;
  readonly metrics: readonly Metric[];
  /** By name, the unknown last; empty unless `by` was given. */
  readonly groups: readonly GroupMetrics[];
  readonly issues: readonly RecordIssue[];
  readonly leftOut: LeftOut;
}
