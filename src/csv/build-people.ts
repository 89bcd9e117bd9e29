import type { Side } from '../participants/index.js';
import type { ColumnPlan, PlannedColumn } from './column-plan.js';
import { setField } from './person-fields.js';
import type { Row } from './sort-rows.js';
import type { CellIssue, ColumnRule } from './types.js';

type Draft = Record<string, unknown>;

/** The people of one row, with every cell that a rule reads for their side. */
export function buildPeople(
  row: Row,
  plan: ColumnPlan,
  assumeOptedIn: boolean | undefined,
  issues: CellIssue[],
  managers: Map<string, string>,
): { mentor?: Draft; mentee?: Draft } {
  const people: { mentor?: Draft; mentee?: Draft } = {};
  for (const side of row.sides) people[side] = { id: row.id };
  const unread = new Map<number, PlannedColumn>();
  const read = new Set<number>();
  for (const column of plan.columns) {
    const { rule, index, label } = column;
    const cell = row.cells[index] ?? '';
    if (rule.to === 'id' || rule.to === 'role') continue;
    const sides = row.sides.filter(
      (side) => (rule.side ?? onlySide(rule) ?? side) === side && (onlySide(rule) ?? side) === side,
    );
    if (sides.length === 0) {
      if (cell.trim() !== '') unread.set(index, column);
      continue;
    }
    read.add(index);
    const { value, issues: notes = [] } = column.read(cell);
    for (const note of notes) issues.push({ row: row.number, column: label, value: cell, ...note });
    if (rule.to === 'optedIn') {
      if (cell.trim() === '') issues.push(blankConsent(row.number, label));
      for (const side of sides)
        people[side]!.optedIn = (people[side]!.optedIn ?? true) === true && value === true;
    } else if (rule.to === 'managerId') {
      if (value === row.id) {
        issues.push({
          row: row.number,
          column: label,
          value: cell,
          rule: 'the id of somebody else',
          severity: 'warning',
          code: 'notUnderstood',
        });
      } else if (value !== undefined && !managers.has(row.id)) managers.set(row.id, value as string);
    } else if (value !== undefined) for (const side of sides) setField(people[side]!, rule, value);
  }
  for (const [index, { rule, label }] of unread) {
    if (read.has(index)) continue;
    const side = rule.side ?? onlySide(rule);
    issues.push({
      row: row.number,
      column: label,
      value: row.cells[index]!,
      rule: `blank: this column is read for ${side}s, and this row is a ${row.sides[0]}`,
      severity: 'note',
      code: 'interpreted',
    });
  }
  if (assumeOptedIn !== undefined) for (const side of row.sides) people[side]!.optedIn ??= assumeOptedIn;
  return people;
}

const sideOfField = new Map<string, Side>([
  ...(['capacity', 'preferredMentees', 'avoidedMentees'] as const).map((field) => [field, 'mentor'] as const),
  ...(['skillsWanted', 'preferredMentors', 'avoidedMentors'] as const).map(
    (field) => [field, 'mentee'] as const,
  ),
]);

function onlySide(rule: ColumnRule): Side | undefined {
  return sideOfField.get(rule.to);
}

function blankConsent(row: number, column: string): CellIssue {
  const rule = 'an answer; a blank consent is taken as no';
  return { row, column, value: '', rule, severity: 'warning', code: 'consentBlank' };
}
