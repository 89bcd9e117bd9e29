import { reading, showValue } from '../core/index.js';
import type { CellIssue } from './types.js';

/**
 * An issue as a sentence: `row 7, column "Time zone": "Mars"; expected a time zone such as …`. What is said of the whole
 * table stands at its header, and quotes no cell.
 *
 * @throws InputError for what is no issue
 */
export function describeIssue(issue: CellIssue): string {
  const rule = 'an issue, as parseParticipants returns it';
  return reading('describeIssue', 'issue', issue, rule, () => sentenceOf(issue));
}

function sentenceOf({ row, column, value, rule, severity }: CellIssue): string {
  const link = severity === 'note' ? '' : 'expected ';
  const cell = value !== '' ? `${showValue(value)}; ` : row === 1 ? '' : 'blank; ';
  return `row ${row}, column ${JSON.stringify(column)}: ${cell}${link}${rule}`;
}
