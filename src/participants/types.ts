/**
 * Words of this room. A *mentee* looks for guidance, a *mentor* offers it; both are *participants*, a
 * *cohort* is everyone of one round. Every field but `id` and `optedIn` may be missing: missing is unknown,
 * and silence neither pays nor costs. An empty list is an answer ("none"), not silence.
 */

/** A skill at a level (any scale ≥ 0 that the programme uses throughout) and how much it matters. */
export interface Skill {
  readonly name: string;
  /** 0, or 10⁻⁶ … 10⁶; a bare name means 1. For `skillsWanted` the level to reach. */
  readonly level: number;
  /** 0, or 10⁻⁶ … 10⁶, relative to the person's other wanted skills; 1 unless given. Read in `skillsWanted` only. */
  readonly importance: number;
}

/** One weekly slot in the person's local time; a slot over midnight is written as two. */
export interface AvailabilitySlot {
  /** ISO 8601 weekday: 1 = Monday … 7 = Sunday. */
  readonly day: number;
  /** `HH:MM`, 00:00 … 23:59. */
  readonly start: string;
  /** `HH:MM`, later than `start`, at most 24:00. */
  readonly end: string;
}

/** Answers to a survey: item id → answer; `null` is unanswered. */
export interface SurveyAnswers {
  readonly instrumentId: string;
  readonly responses: Readonly<Record<string, number | string | null>>;
}

/** Trait means that were scored elsewhere: trait → mean on the instrument's own scale, `null` = unknown. */
export interface TraitMeans {
  readonly instrumentId: string;
  readonly means: Readonly<Record<string, number | null>>;
}

/** A programme's own data on a person; `attributes.x` names one in a model. */
export type AttributeValue = string | number | boolean | readonly string[];

/** What mentors and mentees have in common. */
export interface Participant {
  /** Unique on its side. The same id on both sides is the same person, never paired with themself. */
  readonly id: string;
  readonly name?: string;
  readonly interests?: readonly string[];
  readonly dislikes?: readonly string[];
  readonly languages?: readonly string[];
  /** IANA name (then the cohort needs `referenceDate`) or whole minutes east of UTC. */
  readonly timeZone?: string | number;
  readonly availability?: readonly AvailabilitySlot[];
  readonly organization?: string;
  readonly department?: string;
  readonly team?: string;
  readonly location?: string;
  /** Whole number on an ordinal scale of the programme: more is more senior. */
  readonly grade?: number;
  /** `YYYY-MM-DD`: when the person finished the programme's training. */
  readonly trainedOn?: string;
  readonly survey?: SurveyAnswers;
  readonly traits?: TraitMeans;
  /** Taking part is voluntary: who has not opted in is never matched. */
  readonly optedIn: boolean;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

export interface Mentor extends Participant {
  /** Skills offered. */
  readonly skills?: readonly Skill[];
  /** Places: how many mentees this mentor can take; 0 … 1,000,000. */
  readonly capacity: number;
  /** How many mentees this mentor should have at least, at most `capacity`; 0 unless given. */
  readonly minimumMentees?: number;
  /** Best first where the objective is `stable`; nothing else reads their order. */
  readonly preferredMentees?: readonly string[];
  readonly avoidedMentees?: readonly string[];
}

export interface Mentee extends Participant {
  /** Skills the mentee has today; a skill that is not listed is at level 0. */
  readonly skills?: readonly Skill[];
  readonly skillsWanted?: readonly Skill[];
  /** How many mentors this mentee would like, 1 … 100; 1 unless given. */
  readonly mentorsWanted?: number;
  /** Best first. */
  readonly preferredMentors?: readonly string[];
  readonly avoidedMentors?: readonly string[];
}

/** Something about the input that is no error but that a person should know. */
export type CohortNote =
  /** Some skills came as bare names (taken as level 1), others with a level. */
  | { readonly code: 'mixedSkillForms'; readonly bareNames: number; readonly withLevel: number }
  | SurveyNotUsedNote;

/** What people gave on their personality could not be used, wholly or in part. */
export interface SurveyNotUsedNote {
  readonly code: 'surveyNotUsed';
  /** The instrument of the model's factor. */
  readonly instrumentId: string;
  /** How many people this concerns. */
  readonly people: number;
  /**
   * How many of them by reason, a person under each of theirs: `otherInstrument`, `tooFewAnswered` (a trait
   * that counts has too few answers), `unknownTrait`, `outOfRange`, `tooFewForNorms` (the instrument has no norm of a trait that
   * counts, and so few know it that a norm of the cohort would tell their answers), and the other codes of issues that
   * `scoreSurvey` gives for answers it leaves out.
   */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Everyone of one round, as `parseCohort` returns it: checked, complete, one shape. */
export interface Cohort {
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  /** Id → id of that person's manager; managers need not take part. */
  readonly reportingLines?: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD`: the day on which IANA time zones and training are looked at. */
  readonly referenceDate?: string;
  readonly notes: readonly CohortNote[];
}

type Loose<T> = { [K in keyof T]: undefined extends T[K] ? T[K] | null : T[K] };

/** A skill as a caller may write it: a bare name (level 1, importance 1) or its parts. */
export type SkillInput =
  | string
  | { readonly name: string; readonly level?: number; readonly importance?: number };

type ParticipantInput<T extends Participant> = Loose<
  Omit<T, 'optedIn' | 'skills' | 'skillsWanted' | 'capacity'>
> & {
  /** Required unless `assumeOptedIn: true` is passed. */
  readonly optedIn?: boolean | null;
  readonly skills?: readonly SkillInput[] | null;
};

/** A mentor as a caller may write it: optional fields may be missing or `null`. */
export type MentorInput = ParticipantInput<Mentor> & { readonly capacity?: number | null };

/** A mentee as a caller may write it: optional fields may be missing or `null`. */
export type MenteeInput = ParticipantInput<Mentee> & { readonly skillsWanted?: readonly SkillInput[] | null };

/** A cohort as a caller may write it. */
export interface CohortInput {
  readonly mentors: readonly MentorInput[];
  readonly mentees: readonly MenteeInput[];
  readonly reportingLines?: Readonly<Record<string, string>> | null;
  readonly referenceDate?: string | null;
  readonly notes?: readonly CohortNote[] | null;
}

/** The two sides of a matching. */
export type Side = 'mentee' | 'mentor';
