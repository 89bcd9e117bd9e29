import * as z from 'zod';
import type { Field } from './field.js';
import * as kinds from './field-kinds.js';
import { noteSchema } from './note-schema.js';
import { menteeSchema, mentorSchema } from './person-schema.js';

/** A field as a zod schema, missing or `null` where unknown. */
function optional<Value>({ jsonSchema, check }: Field) {
  return z
    .custom<Value | null>()
    .check(({ value, issues }) => {
      if (value === undefined || value === null) return;
      check(value, (path, input, message) =>
        issues.push({ code: 'custom', input, path: [...path], message }),
      );
    })
    .meta({ anyOf: [jsonSchema, { type: 'null' }] })
    .optional();
}

/** The shape of a cohort as callers write it; what holds between people is checked in `parseCohort`. */
export const cohortSchema = z.strictObject(
  {
    mentors: z.array(mentorSchema, { error: 'a list of mentors' }),
    mentees: z.array(menteeSchema, { error: 'a list of mentees' }),
    reportingLines: optional<Record<string, string>>(kinds.reportingLines),
    referenceDate: optional<string>(kinds.calendarDate),
    notes: z.array(noteSchema).nullish(),
  },
  {
    error: ({ code }) =>
      code === 'invalid_type' ? 'a cohort: { mentors: [...], mentees: [...] }' : undefined,
  },
);
