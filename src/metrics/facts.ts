import type { IssueList } from './issues.js';
import type { ReadAnswer } from './read-feedback.js';
import type { ReadPairState } from './read-pairs.js';
import type { ReadPeople } from './read-people.js';

/** How many people there are, where nobody is known by name. */
export interface PeopleCounts {
  readonly mentees: number;
  readonly mentors: number;
  readonly menteesOptedIn: number;
  readonly mentorsOptedIn: number;
  readonly places: number;
}

/** Everything that metrics are counted from, read and checked; groups are looked up by person. */
export interface Facts {
  readonly asOf: string;
  readonly people: ReadPeople | null;
  /** Of the last matching. */
  readonly counts: PeopleCounts;
  /** Pairs of the last matching, by mentor. */
  readonly menteesOfMentor: ReadonlyMap<string, number>;
  /** Mentees whom any matching paired. */
  readonly matchedMentees: ReadonlySet<string>;
  readonly pairs: readonly ReadPairState[];
  /** `null` where no feedback was passed. */
  readonly answers: readonly ReadAnswer[] | null;
  /** Who could have answered, by side: one id a pair, or how many; `null` where that is not known. */
  readonly asked: { readonly mentee: Asked; readonly mentor: Asked };
  readonly eligible: { readonly mentee: Eligible; readonly mentor: Eligible };
  readonly waitingSince: ReadonlyMap<string, string> | null;
  readonly groupOf: { readonly mentee: GroupLookup; readonly mentor: GroupLookup };
  readonly issues: IssueList;
}

export type GroupLookup = (id: string) => string | null;

export type Asked = readonly string[] | number | null;

/** How many, or group → how many (the only group is `null` where none are asked for); `null` = not known. */
export type Eligible = number | ReadonlyMap<string | null, number> | null;
