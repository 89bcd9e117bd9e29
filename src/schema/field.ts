/** Notes that `value`, found under `path` within the field, breaks `rule` (completes "expected …"). */
export type Report = (path: readonly PropertyKey[], value: unknown, rule: string) => void;

/**
 * One field of a person: what JSON Schema says of it, and a check of a value that is given (missing and
 * `null` both mean unknown and are never checked).
 */
export interface Field {
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  readonly check: (value: unknown, report: Report) => void;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
