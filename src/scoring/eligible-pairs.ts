import { type CountProgress, InputError, type Steps } from '../core/index.js';
import type { CompiledCohort } from './compiled-cohort.js';
import { requireCompiled } from './require-compiled.js';

/** Pairs that a caller forbids beside the rules: the mentors by mentee. */
export type ForbiddenPairs = ReadonlyMap<number, ReadonlySet<number>>;

/** How many partners each person may have: no rule broken, the minimum score reached, not forbidden. */
export interface EligibleCounts {
  readonly ofMentee: Int32Array;
  readonly ofMentor: Int32Array;
}

/**
 * Counts the pairs that may be made.
 *
 * O(mentees · classes of mentors) where classes and short lists say it all; with a minimum score, a function of
 * the caller or another rule that has to be asked pair by pair O(mentees · mentors).
 */
export function* countEligible(
  cohort: CompiledCohort,
  forbidden: ForbiddenPairs,
): Steps<CountProgress, EligibleCounts> {
  checkArguments('countEligible', cohort, forbidden);
  const mentees = cohort.menteeIds.length;
  const mentors = cohort.mentorIds.length;
  const ofMentee = new Int32Array(mentees);
  const ofMentor = new Int32Array(mentors);
  const eligibility = yield* cohort.eligibilitySteps();
  if (cohort.minimumScore > 0 || eligibility.perPair.length > 0) {
    const allowed = new Int32Array(mentors);
    for (let mentee = 0; mentee < mentees; mentee++) {
      if ((mentee * mentors) % 65536 < mentors) yield { done: mentee, of: mentees };
      const count = writeEligible(cohort, forbidden, mentee, allowed);
      ofMentee[mentee] = count;
      for (let at = 0; at < count; at++) ofMentor[allowed[at]!]! += 1;
    }
    return { ofMentee, ofMentor };
  }
  const { classOf, classes } = eligibility;
  const sizes = new Int32Array(classes);
  for (const mentorClass of classOf) sizes[mentorClass]! += 1;
  const menteesOfClass = new Int32Array(classes);
  const isAllowed = new Uint8Array(classes);
  for (let mentee = 0; mentee < mentees; mentee++) {
    if (mentee % 1024 === 0) yield { done: mentee, of: mentees };
    eligibility.writeClasses(mentee, isAllowed);
    let count = 0;
    for (let mentorClass = 0; mentorClass < classes; mentorClass++) {
      if (isAllowed[mentorClass] === 0) continue;
      count += sizes[mentorClass]!;
      menteesOfClass[mentorClass]! += 1;
    }
    for (const mentor of excluded(eligibility.listed(mentee), forbidden.get(mentee))) {
      if (isAllowed[classOf[mentor]!] === 0) continue;
      count -= 1;
      ofMentor[mentor]! -= 1;
    }
    ofMentee[mentee] = count;
  }
  for (let mentor = 0; mentor < mentors; mentor++) ofMentor[mentor]! += menteesOfClass[classOf[mentor]!]!;
  return { ofMentee, ofMentor };
}

/**
 * A writer of the mentors whom a mentee may have: it writes them to `out`, ascending, and returns how many. It
 * scores them only where there is a minimum score.
 */
export function eligibleMentors(
  cohort: CompiledCohort,
  forbidden: ForbiddenPairs,
): (mentee: number, out: Int32Array) => number {
  checkArguments('eligibleMentors', cohort, forbidden);
  return (mentee, out) => writeEligible(cohort, forbidden, mentee, out);
}

function checkArguments(functionName: string, cohort: unknown, forbidden: unknown): void {
  requireCompiled(functionName, cohort);
  const isMap = forbidden instanceof Map && [...forbidden.values()].every((each) => each instanceof Set);
  if (!isMap)
    throw new InputError(functionName, [
      { path: 'forbidden', value: forbidden, rule: 'a Map: mentee → Set of mentors' },
    ]);
}

const nobody: ReadonlySet<number> = new Set();

function writeEligible(
  cohort: CompiledCohort,
  forbidden: ForbiddenPairs,
  mentee: number,
  out: Int32Array,
): number {
  const mentors = cohort.mentorIds.length;
  const own = forbidden.get(mentee) ?? nobody;
  let count = 0;
  if (cohort.minimumScore > 0) {
    const scores = out;
    cohort.writeScores(mentee, scores);
    // What is read lies never behind what is written.
    for (let mentor = 0; mentor < mentors; mentor++)
      if (scores[mentor]! >= 0 && !own.has(mentor)) out[count++] = mentor;
    return count;
  }
  const { classOf, classes, members, writeClasses, listed, perPair } = cohort.eligibility();
  const isAllowed = new Uint8Array(classes);
  writeClasses(mentee, isAllowed);
  const never = excluded(listed(mentee), own);
  const hasNever = never.size > 0;
  // Where one class is left, as of one site, the others need not be gone through.
  const only = isAllowed.indexOf(1);
  const single = only === isAllowed.lastIndexOf(1) ? (members[only] ?? nothing) : undefined;
  const length = single?.length ?? mentors;
  for (let at = 0; at < length; at++) {
    const mentor = single === undefined ? at : single[at]!;
    if (isAllowed[classOf[mentor]!] === 0 || (hasNever && never.has(mentor))) continue;
    if (perPair.length > 0 && perPair.some((rule) => rule.blocks(mentee, mentor))) continue;
    out[count++] = mentor;
  }
  return count;
}

const nothing = new Int32Array(0);

function excluded(one: ReadonlySet<number>, other: ReadonlySet<number> | undefined): ReadonlySet<number> {
  if (other === undefined || other.size === 0) return one;
  return one.size === 0 ? other : new Set([...one, ...other]);
}
