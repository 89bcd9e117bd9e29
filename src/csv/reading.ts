import type { IssueCode, Severity } from './types.js';

/** What was made of a cell: a value, nothing, and perhaps what a person should know. */
export interface Reading<Value> {
  readonly value?: Value;
  readonly issues?: readonly CellNote[];
}

export interface CellNote {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly rule: string;
}

/** The cell is unknown: it was blank. */
export const blank: Reading<never> = {};

export function notUnderstood(rule: string): Reading<never> {
  return { issues: [{ code: 'notUnderstood', severity: 'warning', rule }] };
}

/** The value, with the rule by which it was made. */
export function interpreted<Value>(value: Value, rule: string): Reading<Value> {
  return { value, issues: [{ code: 'interpreted', severity: 'note', rule }] };
}
