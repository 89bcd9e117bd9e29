import type { CohortInput, MenteeInput, MentorInput, Side } from '../participants/index.js';

/**
 * Words of this room. A *table* is a text of rows and cells; a *column rule* says what one column means; an
 * *issue* is a cell, with its row and column, that was not taken as it stands. Rows are counted as a spreadsheet
 * shows them: the header is row 1.
 */

/** How much an issue matters. */
export type Severity =
  /** The row was rejected: this person is not among the participants. */
  | 'error'
  /** The cell was not used, or used in part; the field is as if it had been left blank. */
  | 'warning'
  /** The cell was used, by a documented rule that a person may want to know of. */
  | 'note';

/** Something in a table that a person should look at. */
export interface CellIssue {
  /** As a spreadsheet shows it: the header is row 1. */
  readonly row: number;
  /** Header of the column, `header (2)` for the second of the same name, `column 7` where it has none. */
  readonly column: string;
  /** What stood there. */
  readonly value: string;
  /** What was expected or what was made of it, in words. */
  readonly rule: string;
  readonly severity: Severity;
  /** Stable name of the kind of issue. */
  readonly code: IssueCode;
}

export type IssueCode =
  | 'malformedQuotes'
  | 'missingCells'
  | 'extraCells'
  | 'noSuchColumn'
  | 'missingId'
  | 'duplicateId'
  | 'missingRole'
  | 'consentNotAsked'
  | 'consentBlank'
  | 'notUnderstood'
  | 'interpreted'
  | 'unknownOption';

/** The fields of a person that one column fills alone. */
export type TextField = 'organization' | 'department' | 'team' | 'location';
/** Fields that hold a list of texts. */
export type ListField =
  | 'interests'
  | 'dislikes'
  | 'languages'
  | 'preferredMentors'
  | 'avoidedMentors'
  | 'preferredMentees'
  | 'avoidedMentees';
export type SkillField = 'skills' | 'skillsWanted';

/** What every column rule has. Plain JSON, so that a mapping can be stored, corrected and passed on. */
export interface ColumnRuleBase {
  /** Header of the column; case, white space, a closing `*` or `(required)` do not matter. */
  readonly header: string;
  /** Which column, where several have this header: 1 (default) is the first. */
  readonly occurrence?: number;
  /** Read this column only for people of this side. */
  readonly side?: Side;
  /** How sure `inferColumns` is; not read. */
  readonly confidence?: 'high' | 'medium' | 'low';
  /** Why `inferColumns` proposes this; not read. */
  readonly why?: string;
}

/** How a cell that holds several answers comes apart. */
export interface SplitRule {
  /** Between answers; learnt from the column where missing. `null`: the cell is one answer. */
  readonly separator?: string | null;
  /** The options of the question: they come out whole, even if they contain the separator. */
  readonly options?: readonly string[];
}

/**
 * What one column means: `to` names the field of a person that it fills. Several columns may fill one list, and
 * one column may fill several fields.
 */
export type ColumnRule = ColumnRuleBase &
  (
    | {
        /** Several columns are joined with a space, in order. A person's id may also be made so. */
        readonly to: 'id' | 'name';
        /** E-mail addresses differ by case only by mistake. */
        readonly lowerCase?: boolean;
      }
    | {
        readonly to: 'role';
        /** A yes/no column that says whether the person is a mentor (or mentee); else the cell names the role. */
        readonly flag?: Side;
        /** Words of this form for the roles, besides the usual ones. */
        readonly words?: { readonly [role in Side | 'both']?: readonly string[] };
      }
    | { readonly to: 'optedIn' | 'timeZone' | 'capacity' | 'minimumMentees' | 'mentorsWanted' | 'grade' }
    | { readonly to: 'managerId'; readonly lowerCase?: boolean }
    | {
        readonly to: ListField;
        readonly split?: SplitRule;
        /** The column stands for this one option: yes, 1, x or the option itself means chosen. */
        readonly option?: string;
        readonly lowerCase?: boolean;
      }
    | {
        readonly to: SkillField;
        readonly split?: SplitRule;
        readonly option?: string;
        /** The column stands for this one skill and holds its level. */
        readonly levelOf?: string;
        /** Words for levels, lowest (level 1) first. */
        readonly labels?: readonly string[];
      }
    | {
        readonly to: 'availability';
        /** What the header of a grid question says: `09:00 - 12:00` or `Monday`; the cell says the rest. */
        readonly slot?: string;
      }
    | { readonly to: TextField }
    | {
        readonly to: 'trainedOn';
        /** How 03/04/2026 is read; without it such a date is an issue. */
        readonly dateOrder?: 'day-first' | 'month-first';
      }
    | {
        readonly to: 'survey';
        readonly item: string;
        readonly instrumentId: string;
        /** Labels of the response scale, for answers 1, 2, 3, … */
        readonly labels?: readonly string[];
      }
    | { readonly to: 'traits'; readonly trait: string; readonly instrumentId: string }
    | {
        readonly to: 'attributes';
        /** Name of the attribute. */
        readonly name: string;
        readonly type: 'text' | 'number' | 'boolean' | 'list';
        readonly split?: SplitRule;
        /** Of a list: the column stands for this one option. */
        readonly option?: string;
      }
  ) & {
    /** Written by `participantsToCsv`: the cell is read to the letter (no trimming, quotes within cells). */
    readonly exact?: boolean;
  };

/** A column that a mapping does not read. */
export interface UnusedColumn {
  readonly header: string;
  readonly occurrence: number;
  readonly why: string;
}

/** How the cells of one list column came apart. */
export interface SplitReport {
  readonly column: string;
  readonly to: string;
  /** `null`: every cell was one answer. */
  readonly separator: string | null;
  /** Whether the options were given, or learnt from the column. */
  readonly source: 'given' | 'learnt';
  /** Every answer that came out, most frequent first, with how often. */
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
  /** Learnt: answers that contain the separator and were kept whole. */
  readonly keptWhole: readonly string[];
}

export interface ParticipantsSummary {
  /** Rows with at least one cell that is not blank: `accepted + rejected`. */
  readonly rows: number;
  /** Rows that gave a participant on one side or both: `mentors + mentees − onBothSides`. */
  readonly accepted: number;
  readonly rejected: number;
  readonly mentors: number;
  readonly mentees: number;
  /** Rows that gave both a mentor and a mentee. */
  readonly onBothSides: number;
  /** Rows without any text, which count nowhere else. */
  readonly blankRows: number;
  readonly delimiter: string;
  readonly columns: readonly ColumnRule[];
  readonly unused: readonly UnusedColumn[];
  readonly splits: readonly SplitReport[];
  /** How many issues there are of each kind in each column, in order of appearance. */
  readonly issueCounts: readonly IssueCount[];
}

export interface IssueCount {
  readonly column: string;
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly count: number;
}

/** What was read: `participants` goes into `matchCohort` or `parseCohort` as it is. */
export interface ParsedParticipants {
  readonly participants: CohortInput & {
    readonly mentors: readonly MentorInput[];
    readonly mentees: readonly MenteeInput[];
  };
  /** By row. */
  readonly issues: readonly CellIssue[];
  readonly summary: ParticipantsSummary;
}
