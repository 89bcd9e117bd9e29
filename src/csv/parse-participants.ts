import { reading } from '../core/index.js';
import type { MenteeInput, MentorInput, Side } from '../participants/index.js';
import { buildPeople } from './build-people.js';
import { checkParseOptions } from './check-options.js';
import { type ColumnPlan, type PlanOptions, planColumns } from './column-plan.js';
import { type InferColumnsOptions, inferColumns } from './infer-columns.js';
import { noteLookalikes } from './note-lookalikes.js';
import { readTable, type Table } from './read-table.js';
import { type ReportingLine, reportingLinesOf } from './reporting-lines.js';
import { type Mention, type Named, resolveMentions } from './resolve-mentions.js';
import { keepOnePerId, sortRows } from './sort-rows.js';
import type { CellIssue, ColumnRule, IssueCount, ParsedParticipants } from './types.js';

export interface ParseParticipantsOptions extends PlanOptions, InferColumnsOptions {
  /** What the columns mean, as `inferColumns` proposes it; without it, its proposal is followed. */
  readonly columns?: readonly ColumnRule[];
  /** Everybody in this table is a mentor, a mentee, or both; without it a role column says so for each row. */
  readonly role?: Side | 'both';
  /**
   * With a `role` for everybody: the people of the other side, from their own table. Lists of ids (`preferredMentors`,
   * `avoidedMentees`, …) are then looked up among them, by id or by name; without it they stay as they are written.
   */
  readonly otherSide?: readonly Named[];
  /** Options of multi-select questions by header: they come out whole, whatever they contain. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  /** Every grade, lowest first; its place in this list, from 1, is the grade. */
  readonly grades?: readonly string[];
  /** A survey whose items are looked for where `columns` is missing: see `inferColumns`. */
  readonly survey?: NonNullable<InferColumnsOptions['survey']>;
  /** Whether these people agreed to take part, where the table has no consent column. */
  readonly assumeOptedIn?: boolean;
  /** Which row of an id counts, where several have it on the same side: the first (default) or the last. */
  readonly duplicates?: 'keep-first' | 'keep-last';
  /** Delimiter, where it should not be found out. */
  readonly delimiter?: ',' | ';' | '\t';
}

/**
 * Reads participants from a CSV text: an export of a form, an HR system, or `participantsToCsv`.
 *
 * Nothing is dropped in silence: `issues` has every row that was rejected and every cell that was not taken as it
 * stands, `summary` the columns that were not read and how lists came apart. A blank cell is unknown, except in a
 * consent column, where it is a no. Lists of ids may name people by id or by name: they are looked up. A row is rejected if it has no id, no role, or an id that its side already has.
 *
 * @param text the whole table with its header row
 * @returns `participants`, which `matchCohort` and `parseCohort` take as they are once everybody was asked for consent;
 * where a time zone is a name, add `referenceDate`
 * @throws InputError for options that are none; never for what the text holds
 *
 * Linear in the cells.
 *
 * @example
 * const { participants, issues } = parseParticipants(text, { role: 'mentee', assumeOptedIn: true });
 */
export function parseParticipants(text: string, options: ParseParticipantsOptions = {}): ParsedParticipants {
  const rule = 'options that can be read';
  return reading('parseParticipants', 'options', options, rule, () => {
    checkParseOptions(text, options);
    return readParticipants(text, options);
  });
}

function readParticipants(text: string, options: ParseParticipantsOptions): ParsedParticipants {
  const table = readTable(text, options.delimiter);
  const inferred =
    options.columns === undefined ? inferColumns(table.headers, table.rows, options) : undefined;
  const rules = options.columns ?? inferred!.columns;
  const plan = planColumns(table, rules, options);
  const issues: CellIssue[] = [...table.issues, ...plan.issues];
  const { rows, blankRows, rowCount } = sortRows(table, plan, options.role, issues);
  const mentors: MentorInput[] = [];
  const mentees: MenteeInput[] = [];
  const managers = new Map<string, ReportingLine>();
  const mentions: Mention[] = [];
  const kept = keepOnePerId(rows, options.duplicates ?? 'keep-first', table, plan, issues);
  noteLookalikes(kept, plan, issues);
  let onBothSides = 0;
  for (const row of kept) {
    const people = buildPeople(row, plan, options.assumeOptedIn, { issues, managers, mentions });
    if (people.mentor !== undefined) mentors.push(people.mentor as unknown as MentorInput);
    if (people.mentee !== undefined) mentees.push(people.mentee as unknown as MenteeInput);
    if (row.sides.length === 2) onBothSides += 1;
  }
  const { role, otherSide } = options;
  const isWhole = role === undefined || role === 'both';
  const known = { mentor: isWhole ? mentors : otherSide, mentee: isWhole ? mentees : otherSide };
  resolveMentions(mentions, known, issues);
  const reportingLines = reportingLinesOf(managers, issues);
  noteMissingConsent(plan, options, kept.length, table, issues);
  issues.sort((one, other) => one.row - other.row);
  const reasons = new Map(
    inferred?.unused.map(({ header, occurrence, why }) => [`${occurrence} ${header}`, why]),
  );
  return {
    participants: { mentors, mentees, ...(managers.size > 0 ? { reportingLines } : {}) },
    issues,
    summary: {
      rows: rowCount,
      accepted: kept.length,
      rejected: rowCount - kept.length,
      mentors: mentors.length,
      mentees: mentees.length,
      onBothSides,
      blankRows,
      delimiter: table.delimiter,
      columns: rules,
      unused: plan.unused.map((column) => ({
        ...column,
        why: reasons.get(`${column.occurrence} ${column.header}`) ?? column.why,
      })),
      splits: plan.splits,
      issueCounts: countIssues(issues),
    },
  };
}

function noteMissingConsent(
  plan: ColumnPlan,
  options: ParseParticipantsOptions,
  people: number,
  table: Table,
  issues: CellIssue[],
): void {
  const asked = plan.columns.some(({ rule }) => rule.to === 'optedIn');
  if (asked || options.assumeOptedIn !== undefined || people === 0) return;
  issues.push({
    row: 1,
    column: table.labels[0] ?? 'column 1',
    value: '',
    rule: 'a consent column (a column rule to "optedIn"), or the option assumeOptedIn: have these people agreed?',
    severity: 'warning',
    code: 'consentNotAsked',
  });
}

function countIssues(issues: readonly CellIssue[]): IssueCount[] {
  const counts = new Map<string, IssueCount>();
  for (const { column, code, severity } of issues) {
    const key = `${code} ${severity} ${column}`;
    counts.set(key, { column, code, severity, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
