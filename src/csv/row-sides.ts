import type { Side } from '../participants/index.js';
import type { PlannedColumn } from './column-plan.js';
import { type Role, readRole } from './read-role.js';
import type { CellIssue } from './types.js';
import { readFlag } from './words.js';

const everySide: readonly Side[] = ['mentor', 'mentee'];

/**
 * What the role columns of a row make of a person. Each column says yes to a side, says no to it (a yes/no column
 * alone can), or says nothing. A no stands against any yes, since nobody is made a mentor who refused; and where
 * two columns name different roles, the person has both. Either is told.
 */
export function sidesOf(
  cells: readonly string[],
  columns: readonly PlannedColumn[],
  row: number,
  issues: CellIssue[],
): readonly Side[] {
  const told: {
    readonly role: Role | `no ${Side}`;
    readonly column: PlannedColumn;
    readonly value: string;
  }[] = [];
  const note = ({ label }: PlannedColumn, value: string, rule: string, code: CellIssue['code']) =>
    issues.push({ row, column: label, value, rule, severity: 'warning', code });
  for (const column of columns) {
    const value = cells[column.index] ?? '';
    if (value.trim() === '') continue;
    const role = roleIn(value, column);
    if (role !== undefined) told.push({ role, column, value });
    else note(column, value, isFlag(column) ? 'yes or no' : 'mentor, mentee or both', 'notUnderstood');
  }
  const isNamed = (side: Side) => told.find(({ role }) => role === side || role === 'both');
  const isRefused = (side: Side) => told.find(({ role }) => role === `no ${side}`);
  for (const side of everySide) {
    const named = isNamed(side);
    const refused = isRefused(side);
    if (named && refused) {
      const rule = `the same in every role column, but column "${named.column.label}" says ${side}; the no counts`;
      note(refused.column, refused.value, rule, 'interpreted');
    }
  }
  // A column for each role says no more than its own; columns that name the role should agree.
  const named = told.filter(({ column }) => !isFlag(column));
  const first = named[0];
  const other = told.find(
    ({ role, column }) => first !== undefined && first.column !== column && contradicts(first.role, role),
  );
  if (first && other) {
    const rule = `the same in every role column, but column "${first.column.label}" says ${first.role}; every role that is named counts`;
    note(other.column, other.value, rule, 'interpreted');
  }
  return everySide.filter((side) => isNamed(side) && !isRefused(side));
}

function isFlag({ rule }: PlannedColumn): boolean {
  return rule.to === 'role' && rule.flag !== undefined;
}

/** Whether the second role adds a side to what the first, which names the whole role, says. */
function contradicts(first: string, second: string): boolean {
  return !second.startsWith('no ') && first !== 'both' && second !== first;
}

function roleIn(value: string, { rule }: PlannedColumn): Role | `no ${Side}` | undefined {
  if (rule.to !== 'role') return undefined;
  const { flag, words } = rule;
  if (flag === undefined) return readRole(value, words);
  const answer = readFlag(value);
  if (answer !== undefined) return answer ? flag : `no ${flag}`;
  // A column for one role may also hold the name of the role itself.
  return readRole(value, words) === flag ? flag : undefined;
}
