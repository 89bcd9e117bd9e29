import type { ColumnPlan, PlannedColumn } from './column-plan.js';
import { setField } from './person-fields.js';
import type { ReportingLine } from './reporting-lines.js';
import { type Mention, sideOfIds } from './resolve-mentions.js';
import type { Row } from './sort-rows.js';
import type { CellIssue, IssueCode, Severity } from './types.js';

type Draft = Record<string, unknown>;

/** What is gathered from all rows besides the people. */
export interface Gathered {
  readonly issues: CellIssue[];
  /** By the id of who reports. */
  readonly managers: Map<string, ReportingLine>;
  /** Lists of ids as forms write them, to be looked up once everybody is known. */
  readonly mentions: Mention[];
}

/** The people of one row, with every cell that a rule reads for their side. */
export function buildPeople(
  row: Row,
  plan: ColumnPlan,
  assumeOptedIn: boolean | undefined,
  gathered: Gathered,
): { readonly mentor: Draft | undefined; readonly mentee: Draft | undefined } {
  const mentor: Draft | undefined = row.sides.includes('mentor') ? { id: row.id } : undefined;
  const mentee: Draft | undefined = row.sides.includes('mentee') ? { id: row.id } : undefined;
  const unread: PlannedColumn[] = [];
  const told = new Set<string>();
  for (const column of plan.columns) {
    const { rule, index } = column;
    if (rule.to === 'id' || rule.to === 'role') continue;
    const cell = row.cells[index] ?? '';
    const forMentor = column.mentor ? mentor : undefined;
    const forMentee = column.mentee ? mentee : undefined;
    if (forMentor === undefined && forMentee === undefined) {
      if (cell.trim() !== '') unread.push(column);
      continue;
    }
    const note = (code: IssueCode, severity: Severity, text: string) => {
      // A column that fills two fields is read twice, and told once.
      const key = `${index} ${code} ${text}`;
      if (told.has(key)) return;
      told.add(key);
      gathered.issues.push({
        row: row.number,
        column: column.label,
        value: cell,
        rule: text,
        severity,
        code,
      });
    };
    const { value, issues } = column.read(cell);
    if (issues !== undefined) for (const issue of issues) note(issue.code, issue.severity, issue.rule);
    if (rule.to === 'optedIn') {
      if (cell.trim() === '') note('consentBlank', 'warning', 'an answer; a blank consent is taken as no');
      // Who is asked twice must say yes twice.
      for (const person of [forMentor, forMentee]) {
        if (person !== undefined) person.optedIn = person.optedIn !== false && value === true;
      }
    } else if (value === undefined) continue;
    else if (rule.to === 'managerId') {
      if (value === row.id) note('notUnderstood', 'warning', 'the id of somebody else');
      else if (!gathered.managers.has(row.id)) {
        const line = { managerId: value as string, row: row.number, column: column.label, cell };
        gathered.managers.set(row.id, line);
      } else if (gathered.managers.get(row.id)!.managerId !== value)
        note('interpreted', 'warning', alreadyFilled);
    } else {
      const ofMentor = forMentor === undefined || setField(forMentor, rule, value);
      const ofMentee = forMentee === undefined || setField(forMentee, rule, value);
      if (!ofMentor || !ofMentee) note('interpreted', 'warning', alreadyFilled);
      const side = rule.exact === true ? undefined : sideOfIds(rule.to);
      const person = forMentor ?? forMentee;
      if (side !== undefined && person !== undefined) {
        gathered.mentions.push({ person, field: rule.to, side, row: row.number, column: column.label, cell });
      }
    }
  }
  if (mentor !== undefined) keepMinimumPossible(mentor, row, plan, gathered.issues);
  if (unread.length > 0) noteUnread(unread, row, plan, gathered.issues);
  if (assumeOptedIn !== undefined) {
    for (const person of [mentor, mentee]) if (person !== undefined) person.optedIn ??= assumeOptedIn;
  }
  return { mentor, mentee };
}

/** A minimum above the capacity would have the whole cohort refused; so it is left out here, and told. */
function keepMinimumPossible(
  mentor: Draft,
  { number, cells }: Row,
  plan: ColumnPlan,
  issues: CellIssue[],
): void {
  const { minimumMentees: minimum, capacity = 1 } = mentor as { minimumMentees?: number; capacity?: number };
  const column = plan.columns.find(({ rule }) => rule.to === 'minimumMentees');
  if (minimum === undefined || minimum <= capacity || column === undefined || column.rule.exact) return;
  delete mentor.minimumMentees;
  issues.push({
    row: number,
    column: column.label,
    value: cells[column.index]!,
    rule: `at most ${capacity}, the capacity of this mentor (1 unless given); the minimum was left out`,
    severity: 'warning',
    code: 'notUnderstood',
  });
}

const alreadyFilled = 'the same as in an earlier column for this field, whose cell counts';

/** A cell that no rule reads on this person's side is told, unless another rule of its column reads it. */
function noteUnread(
  unread: readonly PlannedColumn[],
  { number, cells, sides }: Row,
  plan: ColumnPlan,
  issues: CellIssue[],
): void {
  const told = new Set<number>();
  for (const { index, label, mentor } of unread) {
    const isRead = sides.some((side) => plan.readFor[side].has(index));
    if (isRead || told.has(index)) continue;
    told.add(index);
    issues.push({
      row: number,
      column: label,
      value: cells[index]!,
      rule: `blank: this column is read for ${mentor ? 'mentors' : 'mentees'}, and this row is a ${sides[0]}`,
      severity: 'note',
      code: 'interpreted',
    });
  }
}
