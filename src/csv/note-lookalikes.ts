import { canonicalTerm } from '../participants/index.js';
import type { ColumnPlan } from './column-plan.js';
import type { Row } from './sort-rows.js';
import type { CellIssue } from './types.js';

/**
 * Ids that differ in case or white space alone are two people, and may be one who would be paired with themself: that
 * is told. Ids that this library wrote mean themselves.
 */
export function noteLookalikes(rows: readonly Row[], plan: ColumnPlan, issues: CellIssue[]): void {
  const column = plan.columns.find(({ rule }) => rule.to === 'id');
  if (column === undefined || column.rule.exact === true) return;
  const firstOf = new Map<string, Row>();
  for (const row of rows) {
    const key = canonicalTerm(row.id);
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, row);
    else if (first.id !== row.id) {
      const rule = `row ${first.number} has ${JSON.stringify(first.id)}; the two are taken as two people`;
      issues.push({
        row: row.number,
        column: column.label,
        value: row.id,
        rule,
        severity: 'note',
        code: 'interpreted',
      });
    }
  }
}
