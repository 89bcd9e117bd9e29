/** What other rooms use of this one and is not published. Its types know zod; those of `index.ts` do not. */
export { parseStoredMatching } from './matching-schema.js';
export { assumedOptedIn, isParsedCohort, parseCohortFor } from './parse-cohort.js';
