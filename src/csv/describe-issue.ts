import { showValue } from '../core/index.js';
import type { CellIssue } from './types.js';

/** An issue as a sentence: `row 7, column "Time zone": "Mars"; expected a time zone such as …`. */
export function describeIssue({ row, column, value, rule, severity }: CellIssue): string {
  const link = severity === 'note' ? '' : 'expected ';
  return `row ${row}, column ${JSON.stringify(column)}: ${value === '' ? 'blank' : showValue(value)}; ${link}${rule}`;
}
