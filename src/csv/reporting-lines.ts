import { setOwn } from './person-fields.js';
import type { CellIssue } from './types.js';

/** Who somebody reports to, and the cell that says so. */
export interface ReportingLine {
  readonly managerId: string;
  readonly row: number;
  readonly column: string;
  readonly cell: string;
}

/**
 * Id → id of the manager. A line that closes a circle is left out with a warning, since the whole cohort is refused
 * for one; those in the circle stay under or above each other by the other lines.
 *
 * Near linear in the lines.
 */
export function reportingLinesOf(
  lines: ReadonlyMap<string, ReportingLine>,
  issues: CellIssue[],
): Record<string, string> {
  const record: Record<string, string> = {};
  const above = new Map<string, string>();
  const topOf = (id: string) => {
    let top = id;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) {
      // Half of the way is cut short for whoever walks it next.
      const afterNext = above.get(next);
      if (afterNext !== undefined) above.set(top, afterNext);
      top = afterNext ?? next;
    }
    return top;
  };
  for (const [id, { managerId, row, column, cell }] of lines) {
    if (topOf(managerId) === id) {
      const rule =
        'reporting lines without a circle; with the other rows this line makes one, and it was left out';
      issues.push({ row, column, value: cell, rule, severity: 'warning', code: 'notUnderstood' });
    } else {
      above.set(id, managerId);
      setOwn(record, id, managerId);
    }
  }
  return record;
}
