import { canonicalTerm, type Side } from '../participants/index.js';
import { type CellReader, cellReader } from './cell-reader.js';
import { headerFinder, occurrences, plainHeader } from './plain-header.js';
import type { Table } from './read-table.js';
import { learnSplit, type Splitter } from './split-list.js';
import type { CellIssue, ColumnRule, SplitReport, SplitRule, UnusedColumn } from './types.js';

/** A column rule with the column it means in this table and how its cells are read. */
export interface PlannedColumn {
  readonly rule: ColumnRule;
  readonly index: number;
  readonly label: string;
  readonly read: CellReader;
  /** Whether the column is read for mentors, and for mentees. */
  readonly mentor: boolean;
  readonly mentee: boolean;
}

export interface ColumnPlan {
  readonly columns: readonly PlannedColumn[];
  /** Indexes of the columns that some rule reads for mentors, and for mentees. */
  readonly readFor: { readonly mentor: ReadonlySet<number>; readonly mentee: ReadonlySet<number> };
  readonly issues: readonly CellIssue[];
  readonly splits: readonly SplitReport[];
  readonly unused: readonly UnusedColumn[];
}

export interface PlanOptions {
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly grades?: readonly string[];
}

/** Brings column rules and a table together: a rule whose column is not there is an issue. */
export function planColumns(table: Table, rules: readonly ColumnRule[], options: PlanOptions): ColumnPlan {
  const find = headerFinder(table.headers);
  const optionLists = new Map(
    Object.entries(options.options ?? {}).map(([header, list]) => [plainHeader(header), list]),
  );
  const grades =
    options.grades && new Map(options.grades.map((grade, at) => [canonicalTerm(grade), at + 1] as const));
  const issues: CellIssue[] = [];
  const columns: PlannedColumn[] = [];
  const splits: SplitReport[] = [];
  const learnt = new Map<string, Splitter>();
  for (const rule of rules) {
    const index = find(rule.header, rule.occurrence);
    if (index < 0) {
      issues.push(missingColumn(rule, table.delimiter));
      continue;
    }
    const label = table.labels[index]!;
    const split = splitRuleOf(rule, optionLists);
    let splitter: Splitter | undefined;
    if (split !== undefined && rule.exact !== true) {
      const key = `${index} ${JSON.stringify(split)}`;
      splitter = learnt.get(key);
      if (splitter === undefined) {
        const cells = table.rows.map((row) => row[index] ?? '');
        splitter = learnSplit(cells, split);
        learnt.set(key, splitter);
        splits.push(reportOf(splitter, cells, label, rule.to));
      }
    }
    columns.push({ rule, index, label, read: cellReader(rule, { grades, splitter }), ...sidesOf(rule) });
  }
  issues.push(...unusedOptions(options.options ?? {}, columns));
  const readFor = {
    mentor: new Set(columns.flatMap(({ mentor, index }) => (mentor ? [index] : []))),
    mentee: new Set(columns.flatMap(({ mentee, index }) => (mentee ? [index] : []))),
  };
  return { columns, readFor, issues, splits, unused: unusedOf(table, columns) };
}

/** Options for a question that no column asks, or whose cells do not come apart. */
function unusedOptions(
  lists: Readonly<Record<string, readonly string[]>>,
  columns: readonly PlannedColumn[],
): CellIssue[] {
  const split = new Set(
    columns.flatMap(({ rule }) =>
      splitRuleOf(rule, noLists) === undefined ? [] : [plainHeader(rule.header)],
    ),
  );
  const single = new Set(
    columns.flatMap(({ rule }) =>
      'option' in rule && rule.option !== undefined ? [canonicalTerm(rule.option)] : [],
    ),
  );
  return Object.entries(lists).flatMap(([header, list]): CellIssue[] => {
    if (split.has(plainHeader(header)) || list.some((option) => single.has(canonicalTerm(option)))) return [];
    const rule =
      'a column of this name that is read as a list (from the option options); its options were not used';
    const column = header.trim() === '' ? 'column without a header' : header.trim();
    return [{ row: 1, column, value: '', rule, severity: 'warning', code: 'noSuchColumn' }];
  });
}

const noLists: ReadonlyMap<string, readonly string[]> = new Map();

function missingColumn(rule: ColumnRule, delimiter: string): CellIssue {
  const name = rule.occurrence === undefined || rule.occurrence === 1 ? '' : ` (${rule.occurrence})`;
  return {
    row: 1,
    column: rule.header.trim() === '' ? 'column without a header' : `${rule.header.trim()}${name}`,
    value: '',
    rule: `a column of this name (for ${rule.to}); the delimiter found is ${JSON.stringify(delimiter)}`,
    severity: 'warning',
    code: 'noSuchColumn',
  };
}

/** How the cells of a rule come apart, or `undefined` where they do not. */
function splitRuleOf(
  rule: ColumnRule,
  optionLists: ReadonlyMap<string, readonly string[]>,
): SplitRule | undefined {
  const isList = 'split' in rule || isListTarget(rule);
  if (!isList) return undefined;
  if ('option' in rule && rule.option !== undefined) return undefined;
  if ('levelOf' in rule && rule.levelOf !== undefined) return undefined;
  const own = ('split' in rule ? rule.split : undefined) ?? {};
  const options = own.options ?? optionLists.get(plainHeader(rule.header));
  return { ...own, ...(options === undefined ? {} : { options }) };
}

const listTargets: ReadonlySet<string> = new Set([
  ...['interests', 'dislikes', 'languages', 'skills', 'skillsWanted'],
  ...['preferredMentors', 'avoidedMentors', 'preferredMentees', 'avoidedMentees'],
]);

function isListTarget(rule: ColumnRule): boolean {
  return listTargets.has(rule.to) || (rule.to === 'attributes' && rule.type === 'list');
}

function reportOf(splitter: Splitter, cells: readonly string[], label: string, to: string): SplitReport {
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  for (const cell of cells) if (cell.trim() !== '') times.set(cell, (times.get(cell) ?? 0) + 1);
  for (const [cell, count] of times) {
    for (const answer of splitter.split(cell).answers) counts.set(answer, (counts.get(answer) ?? 0) + count);
  }
  const answers = [...counts].map(([answer, count]) => ({ answer, count }));
  answers.sort((one, other) => other.count - one.count);
  const { separator, source, keptWhole } = splitter;
  return { column: label, to, separator, source, answers, keptWhole };
}

function unusedOf(table: Table, columns: readonly PlannedColumn[]): UnusedColumn[] {
  const used = new Set(columns.map(({ index }) => index));
  const counts = occurrences(table.headers);
  return table.headers.flatMap((header, at) =>
    used.has(at) ? [] : [{ header: header.trim(), occurrence: counts[at]!, why: 'no column rule reads it' }],
  );
}

const sideOfField: ReadonlyMap<string, Side> = new Map([
  ...(['capacity', 'minimumMentees', 'preferredMentees', 'avoidedMentees'] as const).map(
    (field) => [field, 'mentor'] as const,
  ),
  ...(['skillsWanted', 'mentorsWanted', 'preferredMentors', 'avoidedMentors'] as const).map(
    (field) => [field, 'mentee'] as const,
  ),
]);

function sidesOf({ side, to }: ColumnRule): { mentor: boolean; mentee: boolean } {
  const own = sideOfField.get(to);
  const reads = (one: Side) => (own ?? one) === one && (side ?? one) === one;
  return { mentor: reads('mentor'), mentee: reads('mentee') };
}
