import { checkOptionNames, InputError, ProblemList } from '../core/index.js';
import type { Cohort } from '../participants/index.js';
import { checkCohort } from './check-cohort.js';
import { cohortSchema } from './cohort-schema.js';
import { isRecord } from './field.js';
import { normalizeCohort } from './normalize-cohort.js';
import { addZodProblems } from './problems-from-zod.js';

export interface ParseCohortOptions {
  /**
   * Takes everybody whose `optedIn` is missing as having agreed to take part; a `false` stays `false`.
   * Recorded with every matching.
   */
  readonly assumeOptedIn?: boolean;
}

export type ParsedCohort =
  | { readonly success: true; readonly cohort: Cohort }
  | { readonly success: false; readonly error: InputError };

/** Cohorts that were checked in this process, and whether opting in was assumed of whoever did not say. */
const parsed = new WeakMap<object, { readonly assumedOptedIn: boolean }>();

/** Whether `value` came out of `parseCohort` (a copy of it did not, and is simply parsed again). */
export function isParsedCohort(value: unknown): value is Cohort {
  return typeof value === 'object' && value !== null && parsed.has(value);
}

/** Whether a parsed cohort was parsed with `assumeOptedIn: true`. */
export function assumedOptedIn(cohort: Cohort): boolean {
  return parsed.get(cohort)?.assumedOptedIn === true;
}

/**
 * Turns unknown data into a `Cohort`: checked, complete, every skill in one shape. The input is not changed,
 * and a parsed cohort parses to an equal one.
 *
 * @throws InputError with every problem: fields that are missing, unknown or wrong, duplicate ids, lists that
 * name nobody, time zones without a date, reporting lines in a circle, people who were not asked
 *
 * Linear in people and list entries.
 */
export function parseCohort(input: unknown, options: ParseCohortOptions = {}): Cohort {
  return parseCohortFor('parseCohort', input, options);
}

/** As `parseCohort`, with the error as a result. */
export function safeParseCohort(input: unknown, options: ParseCohortOptions = {}): ParsedCohort {
  const problems = new ProblemList('safeParseCohort');
  const cohort = parse(input, options, problems);
  if (cohort !== undefined) return { success: true, cohort };
  return { success: false, error: new InputError('safeParseCohort', problems.problems) };
}

/** `parseCohort` under the name of the function that a caller called. */
export function parseCohortFor(functionName: string, input: unknown, options: ParseCohortOptions): Cohort {
  const problems = new ProblemList(functionName);
  const cohort = parse(input, options, problems);
  if (cohort === undefined) throw new InputError(functionName, problems.problems);
  return cohort;
}

function parse(input: unknown, options: ParseCohortOptions, problems: ProblemList): Cohort | undefined {
  try {
    checkOptionNames(problems, options, ['assumeOptedIn']);
    const shape = cohortSchema.safeParse(input);
    if (!shape.success) addZodProblems(problems, input, shape.error.issues, Object.keys(cohortSchema.shape));
    if (options.assumeOptedIn !== true) addMissingConsent(input, problems);
    checkCohort(input, problems);
    if (!shape.success || problems.length > 0) return undefined;
    const cohort = normalizeCohort(shape.data, options.assumeOptedIn === true);
    parsed.set(cohort, { assumedOptedIn: options.assumeOptedIn === true });
    return cohort;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'something was thrown';
    problems.add('', input, `plain data; reading it failed: ${reason}`);
    return undefined;
  }
}

function addMissingConsent(input: unknown, problems: ProblemList): void {
  if (!isRecord(input)) return;
  for (const side of ['mentors', 'mentees'] as const) {
    const people: unknown = input[side];
    if (!Array.isArray(people)) continue;
    people.forEach((person: unknown, index) => {
      if (!isRecord(person) || (person.optedIn !== undefined && person.optedIn !== null)) return;
      problems.add(
        `${side}[${index}].optedIn`,
        person.optedIn,
        'true or false: has this person agreed to take part? (pass assumeOptedIn: true if everybody has)',
      );
    });
  }
}
