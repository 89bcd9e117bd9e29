/**
 * Room `schema`: unknown data in, checked data out. The only room that uses zod.
 */
export { cohortJsonSchema } from './cohort-json-schema.js';
export { type ParseCohortOptions, type ParsedCohort, parseCohort, safeParseCohort } from './parse-cohort.js';
