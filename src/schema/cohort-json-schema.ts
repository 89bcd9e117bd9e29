import * as z from 'zod';
import { cohortSchema } from './cohort-schema.js';

/**
 * JSON Schema (draft 2020-12) of what `parseCohort` reads, for forms and for checks in other languages. What
 * holds between people (unique ids, lists that name somebody) is beyond JSON Schema and is left to
 * `parseCohort`, and so is whether a time zone exists.
 */
export function cohortJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(cohortSchema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
}
