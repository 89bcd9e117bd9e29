import type { Side } from '../participants/index.js';
import type { ColumnPlan, PlannedColumn } from './column-plan.js';
import type { Table } from './read-table.js';
import { sidesOf } from './row-sides.js';
import type { CellIssue } from './types.js';

/** What a row is before its cells are read. */
export interface Row {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly id: string;
  readonly sides: readonly Side[];
}

/** Finds who is in each row; rows without an id or a role are rejected here. */
export function sortRows(
  table: Table,
  plan: ColumnPlan,
  role: Side | 'both' | undefined,
  issues: CellIssue[],
) {
  const rows: Row[] = [];
  const width = table.headers.length;
  const idColumns = plan.columns.filter(({ rule }) => rule.to === 'id');
  const roleColumns = plan.columns.filter(({ rule }) => rule.to === 'role');
  const given: readonly Side[] = role === 'both' ? ['mentor', 'mentee'] : role === undefined ? [] : [role];
  let blankRows = 0;
  table.rows.forEach((cells, at) => {
    const number = at + 2;
    if (cells.every((cell) => cell.trim() === '')) {
      blankRows += 1;
      return;
    }
    noteRagged(cells, number, width, table, issues);
    const id = joinParts(idColumns, cells);
    const column = idColumns[0]?.label ?? table.labels[0] ?? 'column 1';
    if (id === undefined) {
      const rule =
        idColumns.length > 0 ? 'an id; the row was rejected' : 'a column rule to "id"; the row was rejected';
      issues.push({
        row: number,
        column,
        value: cells[idColumns[0]?.index ?? 0] ?? '',
        rule,
        severity: 'error',
        code: 'missingId',
      });
      return;
    }
    const sides = role === undefined ? sidesOf(cells, roleColumns, number, issues) : given;
    if (sides.length === 0) {
      const roleColumn = roleColumns[0];
      const rule =
        roleColumn === undefined
          ? 'a role, but no column was read as one; pass the option role, or a column rule to "role"'
          : 'mentor, mentee or both (in a role column, or by the option role)';
      issues.push({
        row: number,
        column: roleColumn?.label ?? column,
        value: roleColumn === undefined ? id : (cells[roleColumn.index] ?? ''),
        rule: `${rule}; the row was rejected`,
        severity: 'error',
        code: 'missingRole',
      });
      return;
    }
    rows.push({ number, cells, id, sides });
  });
  return { rows, blankRows, rowCount: table.rows.length - blankRows };
}

/** Notes cells that are missing or have no header. */
export function noteRagged(
  cells: readonly string[],
  row: number,
  width: number,
  table: Table,
  issues: CellIssue[],
): void {
  if (cells.length < width) {
    const rule = `${width} cells, as the header has; this row has ${cells.length}, the others are taken as blank`;
    issues.push({
      row,
      column: table.labels[cells.length]!,
      value: '',
      rule,
      severity: 'warning',
      code: 'missingCells',
    });
  }
  for (let at = width; at < cells.length; at++) {
    if (cells[at]!.trim() === '') continue;
    const rule = `${width} cells, as the header has; this one has no header and was not read`;
    issues.push({
      row,
      column: `column ${at + 1}`,
      value: cells[at]!,
      rule,
      severity: 'warning',
      code: 'extraCells',
    });
  }
}

function joinParts(columns: readonly PlannedColumn[], cells: readonly string[]): string | undefined {
  const parts = columns.flatMap(({ index, read }) => {
    const { value } = read(cells[index] ?? '');
    return typeof value === 'string' ? [value] : [];
  });
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Rows whose id counts on a side; the others are rejected. */
export function keepOnePerId(
  rows: readonly Row[],
  which: 'keep-first' | 'keep-last',
  table: Table,
  plan: ColumnPlan,
  issues: CellIssue[],
): Row[] {
  const column = plan.columns.find(({ rule }) => rule.to === 'id')?.label ?? table.labels[0] ?? 'column 1';
  const winners = { mentor: new Map<string, number>(), mentee: new Map<string, number>() };
  for (const { id, sides, number } of rows) {
    for (const side of sides) {
      if (which === 'keep-last' || !winners[side].has(id)) winners[side].set(id, number);
    }
  }
  return rows.flatMap((row) => {
    const sides = row.sides.filter((side) => winners[side].get(row.id) === row.number);
    for (const side of row.sides) {
      if (sides.includes(side)) continue;
      const outcome = sides.length === 0 ? 'the row was rejected' : `the row counts for the ${sides[0]} only`;
      issues.push({
        row: row.number,
        column,
        value: row.id,
        rule: `each id once among the ${side}s; row ${winners[side].get(row.id)} counts, ${outcome}`,
        severity: sides.length === 0 ? 'error' : 'warning',
        code: 'duplicateId',
      });
    }
    return sides.length === 0 ? [] : [{ ...row, sides }];
  });
}
