/**
 * Words of this room. A *programme* is what an organisation runs for some months: it has objectives, a sponsor who
 * backs it and a lead who runs it. An *agreement* is what one mentee and one mentor promise each other. A *goal*
 * says beforehand what five levels of attainment look like, −2 … +2, where 0 is what was expected (Goal Attainment
 * Scaling, Kiresuk & Sherman 1968). A *check-in* is one meeting of the pair, planned or held. The *state* of a pair
 * is all of these together.
 *
 * Everything here is plain JSON: what is not there is `null` or an empty list, never `undefined`, so that it is
 * written and read back unchanged. Dates are `YYYY-MM-DD`; instants are ISO 8601 with an offset.
 */
import type { Side } from '../participants/index.js';

/** What mentees should reach: move up or on, learn a skill, find their way in the organisation's culture. */
export type ProgramObjective = 'careerAdvancement' | 'skillDevelopment' | 'culture';

/** What a training covers: of mentors the first three, of mentees the last three. */
export type TrainingTopic =
  | 'guidance'
  | 'feedback'
  | 'support'
  | 'goalSetting'
  | 'communication'
  | 'managingTheRelationship';

export interface ProgramPerson {
  readonly name: string;
  /** An address or number at which people reach this person. */
  readonly contact: string | null;
}

/** How often a pair meets, and for how long. */
export interface Cadence {
  /** Whole weeks from one meeting to the next, 1 … 13. */
  readonly everyWeeks: number;
  /** Whole minutes of a meeting, 15 … 240. */
  readonly minutes: number;
}

export interface ObjectiveWeight {
  readonly objective: ProgramObjective;
  /** Relative to the other objectives, > 0; 1 unless given. */
  readonly weight: number;
  /** How the programme will know that it was reached; `null` = not said yet. */
  readonly measure: string | null;
}

/** Something people may use: a guide, a template, a person to ask. */
export interface ProgramResource {
  readonly title: string;
  readonly url: string | null;
  readonly audience: Side | 'both';
}

/** A programme as `defineProgram` returns it: checked, one shape. */
export interface Program {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly objectives: readonly ObjectiveWeight[];
  /** The leader who backs the programme. */
  readonly sponsor: ProgramPerson | null;
  /** Who runs it from day to day. */
  readonly lead: ProgramPerson | null;
  readonly start: string;
  /** Whole months, 1 … 60. */
  readonly lengthMonths: number;
  /** The last day: `start` and `lengthMonths`, less a day. */
  readonly end: string;
  readonly cadence: Cadence | null;
  /** What each side is trained in before the start. */
  readonly training: { readonly mentor: readonly TrainingTopic[]; readonly mentee: readonly TrainingTopic[] };
  readonly resources: readonly ProgramResource[];
}

export type MeetingChannel = 'inPerson' | 'video' | 'phone' | 'mixed';

/** What two people promise each other. */
export interface Agreement {
  readonly schemaVersion: 1;
  readonly programId: string;
  readonly menteeId: string;
  readonly mentorId: string;
  /** First and last day of the pair, within the programme. */
  readonly start: string;
  readonly end: string;
  readonly meeting: Cadence & { readonly channel: MeetingChannel };
  /** What stays between the two, and what may be told. */
  readonly confidentiality: Confidentiality;
  /** What the two do not want to talk about or do, in their own words. */
  readonly boundaries: readonly string[];
  readonly endingEarly: {
    /** Whole days between saying so and the end, 0 … 90. */
    readonly noticeDays: number;
    /** Whether the two hold a last conversation in any case. */
    readonly closingMeeting: boolean;
  };
  /** The day on which each agreed, `null` = not yet. */
  readonly signedOn: { readonly mentee: string | null; readonly mentor: string | null };
}

/**
 * `strict`: nothing leaves the conversation; `progressShared`: those who run the programme see attendance and how
 * goals progress, not what was said. In both, danger to a person and what the law asks for are exceptions.
 */
export type Confidentiality = 'strict' | 'progressShared';

/**
 * Who may read. `private`: whoever wrote it, or whose goal it is. `pair`: the two. `administrator`: whoever wrote
 * it and those who run the programme; of a goal the partner too.
 */
export type Visibility = 'private' | 'pair' | 'administrator';

/** −2 much less than expected, −1 less, 0 as expected, +1 more, +2 much more. */
export type AttainmentLevel = -2 | -1 | 0 | 1 | 2;

export type GoalFrame = 'SMART' | 'GROW' | 'OKR' | 'WOOP';

export interface Milestone {
  /** Unique in its goal. */
  readonly id: string;
  readonly title: string;
  readonly due: string;
  /** The day it was reached, `null` = not yet. */
  readonly reachedOn: string | null;
}

/** `reached` and `dropped` are closed: nothing more happens to them. */
export type GoalStatus = 'open' | 'reached' | 'dropped';

export interface Goal {
  readonly schemaVersion: 1;
  /** Unique in its pair. */
  readonly id: string;
  /** The template it was made from. */
  readonly templateId: string | null;
  readonly objective: ProgramObjective;
  readonly frame: GoalFrame;
  readonly owner: Side;
  /** What will be different. */
  readonly outcome: string;
  /** How one will see it. */
  readonly measure: string;
  /** Why it matters to its owner. */
  readonly relevance: string;
  /** What each level looks like, written beforehand, from −2 to +2. */
  readonly levels: readonly { readonly level: AttainmentLevel; readonly text: string }[];
  /** Where things stood on `createdOn`. */
  readonly baseline: AttainmentLevel;
  readonly createdOn: string;
  readonly due: string;
  /** 3 to 5, by due date. */
  readonly milestones: readonly Milestone[];
  readonly obstacle: string;
  /** If the situation arises, then this is done. */
  readonly plan: { readonly situation: string; readonly action: string };
  readonly visibility: Visibility;
  /** Names of skills, as people write them. */
  readonly skills: readonly string[];
  /** Importance relative to the other goals of the pair, > 0; 1 unless given. */
  readonly weight: number;
  /** The level of the last progress, the baseline before any. */
  readonly level: AttainmentLevel;
  readonly status: GoalStatus;
  /** The day it was reached or dropped. */
  readonly closedOn: string | null;
  /** All that happened, in order; the rest of the goal follows from the goal as created and this. */
  readonly history: readonly GoalEvent[];
}

/** What may be changed in a goal. */
export type GoalChanges = Partial<
  Pick<
    Goal,
    | 'outcome'
    | 'measure'
    | 'relevance'
    | 'levels'
    | 'due'
    | 'milestones'
    | 'obstacle'
    | 'plan'
    | 'visibility'
    | 'skills'
    | 'weight'
  >
>;

/** What happened to a goal. */
export type GoalEvent =
  | {
      readonly kind: 'progress';
      readonly on: string;
      readonly by: Side;
      readonly level: AttainmentLevel;
      /** Ids of milestones that were reached on this day. */
      readonly milestonesReached: readonly string[];
      readonly note: string | null;
      /** `reached` or `dropped` closes the goal. */
      readonly status: GoalStatus;
    }
  | {
      readonly kind: 'adjustment';
      readonly on: string;
      readonly by: Side;
      readonly reason: string;
      readonly changes: GoalChanges;
      /** What the changed fields were. */
      readonly before: GoalChanges;
    };

/** `first` and `closing` open and end the pair, a `checkpoint` looks back, an `extra` was not on the schedule. */
export type CheckInKind = 'first' | 'regular' | 'checkpoint' | 'closing' | 'extra';

/** `missed`: at least one did not come and no one had called it off. */
export type CheckInStatus = 'planned' | 'held' | 'missed' | 'cancelled';

/** What one of the two says of a meeting. */
export interface CheckInFeedback {
  readonly from: Side;
  readonly on: string;
  /** 1 … 5, 5 is best; `null` = not answered. */
  readonly rating: 1 | 2 | 3 | 4 | 5 | null;
  readonly text: string | null;
  readonly visibility: Visibility;
}

/** A level that the two agreed on in a meeting. */
export interface GoalUpdate {
  readonly goalId: string;
  readonly by: Side;
  readonly level: AttainmentLevel;
  readonly milestonesReached: readonly string[];
  readonly note: string | null;
  readonly status: GoalStatus;
}

export interface CheckIn {
  /** Unique in its pair. */
  readonly id: string;
  readonly kind: CheckInKind;
  /** The day it was planned for, `null` only of an `extra`. */
  readonly scheduledOn: string | null;
  /** When it is planned to start, an instant with offset; `null` = the day alone is known. */
  readonly scheduledAt: string | null;
  readonly status: CheckInStatus;
  /** The day it was held, `null` unless `status` is `held`. */
  readonly heldOn: string | null;
  /** Whole minutes it took, 1 … 600; `null` = not noted. */
  readonly minutes: number | null;
  /** Who came; `null` = not noted. Of a meeting that was held both came. */
  readonly attended: { readonly mentee: boolean; readonly mentor: boolean } | null;
  /** At most one of each side. */
  readonly feedback: readonly CheckInFeedback[];
  readonly goalUpdates: readonly GoalUpdate[];
}

/** Why a pair ended. */
export type ClosingReason =
  /** The agreed time is over. */
  | 'completed'
  /** The goals were reached before the time was over. */
  | 'goalsReached'
  /** The two do not suit each other. */
  | 'notAGoodFit'
  | 'noTime'
  | 'menteeLeft'
  | 'mentorLeft'
  /** The two hardly met. */
  | 'inactive'
  /** Those who run the programme ended it. */
  | 'endedByProgram';

export interface Closing {
  readonly on: string;
  readonly reason: ClosingReason;
  readonly by: Side | 'both' | 'administrator';
  readonly note: string | null;
  /** Whether the mentor takes new mentees from now on. */
  readonly mentorTakesNew: boolean;
}

/** Everything about one pair. */
export interface PairState {
  readonly schemaVersion: 1;
  readonly agreement: Agreement;
  readonly goals: readonly Goal[];
  /** By the day they were held or planned for, then by id. */
  readonly checkIns: readonly CheckIn[];
  /** The day on which each finished the training, `null` = not yet. */
  readonly trainedOn: { readonly mentee: string | null; readonly mentor: string | null };
  /** `null` while the pair goes on. */
  readonly closed: Closing | null;
}
