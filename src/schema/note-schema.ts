import * as z from 'zod';

const count = z.int({ error: 'a whole number ≥ 0' }).min(0, { error: 'a whole number ≥ 0' });

/** The notes of a cohort and of a matching; see `CohortNote`. */
export const noteSchema = z.discriminatedUnion(
  'code',
  [
    z.strictObject({ code: z.literal('mixedSkillForms'), bareNames: count, withLevel: count }),
    z.strictObject({
      code: z.literal('surveyNotUsed'),
      instrumentId: z.string({ error: 'a text' }),
      people: count,
      reasons: z.record(z.string(), count, { error: 'numbers of people by reason' }),
    }),
  ],
  { error: 'a note with a known code' },
);
