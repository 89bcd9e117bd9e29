/**
 * Room `schema`: unknown data in, checked data out. The only room that uses zod.
 */
export { cohortJsonSchema } from './cohort-json-schema.js';
export { parseStoredMatching, type StoredMatching } from './matching-schema.js';
export {
  assumedOptedIn,
  isParsedCohort,
  type ParseCohortOptions,
  type ParsedCohort,
  parseCohort,
  parseCohortFor,
  safeParseCohort,
} from './parse-cohort.js';
