import type { CompiledCohort } from '../scoring/index.js';
import type { ProofViolation } from './check-proof.js';
import { findLeftoverViolations } from './find-leftover-violations.js';
import type { ReadMatchOptions } from './match-options.js';
import { toMillionths } from './millionths.js';
import type { Matching } from './types.js';

/** The pairs: known people, each mentee as often as wanted, capacities, allowed, locks kept, scores right. */
export function findPairViolations(
  cohort: CompiledCohort,
  matching: Matching,
  { locked, forbidden }: ReadMatchOptions,
): ProofViolation[] {
  const violations: ProofViolation[] = [];
  const keyOf = (mentee: number, mentor: number) => mentee * cohort.mentorIds.length + mentor;
  const locks = new Set(locked.map(({ mentee, mentor }) => keyOf(mentee, mentor)));
  const made = new Set<number>();
  const has = new Int32Array(cohort.menteeIds.length);
  const taken = new Int32Array(cohort.mentorIds.length);
  for (const { menteeId, mentorId, score, knownShare, locked: isMarked } of matching.pairs) {
    const mentee = cohort.menteeIndex(menteeId);
    const mentor = cohort.mentorIndex(mentorId);
    if (mentee < 0 || mentor < 0) {
      violations.push({ code: 'unknownPerson', menteeId, mentorId });
      continue;
    }
    has[mentee]! += 1;
    const wanted = cohort.mentorsWanted[mentee]!;
    if (has[mentee]! > wanted || made.has(keyOf(mentee, mentor)))
      violations.push({ code: 'pairTwice', menteeId, mentorId });
    made.add(keyOf(mentee, mentor));
    taken[mentor]! += 1;
    if (taken[mentor]! > cohort.capacities[mentor]!)
      violations.push({ code: 'overCapacity', menteeId, mentorId });
    const isForbidden = forbidden.get(mentee)?.has(mentor) === true;
    if (isForbidden || !cohort.isEligible(mentee, mentor)) {
      violations.push({ code: 'pairNotAllowed', menteeId, mentorId });
    }
    const isScored =
      toMillionths(score) === cohort.score(mentee, mentor) &&
      toMillionths(knownShare) === cohort.knownShare(mentee, mentor);
    if (!isScored) violations.push({ code: 'wrongScore', menteeId, mentorId });
    if (isMarked !== locks.has(keyOf(mentee, mentor))) {
      violations.push({ code: 'wrongLockMark', menteeId, mentorId });
    }
  }
  for (const { mentee, mentor } of locked) {
    if (made.has(keyOf(mentee, mentor))) continue;
    const menteeId = cohort.menteeIds[mentee]!;
    violations.push({ code: 'lockNotKept', menteeId, mentorId: cohort.mentorIds[mentor]! });
  }
  return [...violations, ...findLeftoverViolations(cohort, matching, has, taken)];
}
