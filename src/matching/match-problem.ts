import type { CostMatrix } from '../assignment/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { ReadMatchOptions } from './match-options.js';

/**
 * The assignment problem that is left once locked pairs are set aside: a row for every other mentee, a column
 * for every mentor with the places that locks leave. Costs are negative whole millionths, exact in 32-bit
 * floats (below 2²⁴); `Infinity` forbids.
 */
export interface MatchProblem {
  readonly cost: CostMatrix;
  /** The mentee of each row. */
  readonly menteeOfRow: Int32Array;
  /** Free places of each mentor. */
  readonly freePlaces: Int32Array;
  /** The mentor whom each mentee is locked to (with several locks, one of them), or −1. */
  readonly lockOf: Int32Array;
  /** Pairs that rules, minimum score and the caller allow, by mentee and by mentor, whatever is locked. */
  readonly eligibleOfMentee: Int32Array;
  readonly eligibleOfMentor: Int32Array;
}

/** Scores every pair once. O(mentees · mentors) time, 4 bytes a pair. */
export function makeProblem(cohort: CompiledCohort, { locked, forbidden }: ReadMatchOptions): MatchProblem {
  const mentees = cohort.menteeIds.length;
  const mentors = cohort.mentorIds.length;
  const lockOf = new Int32Array(mentees).fill(-1);
  const freePlaces = cohort.capacities.slice();
  for (const { mentee, mentor } of locked) {
    lockOf[mentee] = mentor;
    freePlaces[mentor]! -= 1;
  }
  const menteeOfRow = Int32Array.from(lockOf.keys()).filter((mentee) => lockOf[mentee] === -1);
  const values = new Float32Array(menteeOfRow.length * mentors);
  const eligibleOfMentee = new Int32Array(mentees);
  const eligibleOfMentor = new Int32Array(mentors);
  const scores = new Int32Array(mentors);
  const countEligible = (mentee: number) => {
    for (let mentor = 0; mentor < mentors; mentor++) {
      if (scores[mentor]! < 0) continue;
      eligibleOfMentee[mentee]! += 1;
      eligibleOfMentor[mentor]! += 1;
    }
  };
  menteeOfRow.forEach((mentee, row) => {
    writeAllowedScores(cohort, forbidden, mentee, scores);
    countEligible(mentee);
    const start = row * mentors;
    for (let mentor = 0; mentor < mentors; mentor++) {
      const score = scores[mentor]!;
      // 0 − 0 is 0, where −0 would be another number.
      values[start + mentor] = score < 0 ? Number.POSITIVE_INFINITY : 0 - score;
    }
  });
  for (const { mentee } of locked) {
    writeAllowedScores(cohort, forbidden, mentee, scores);
    countEligible(mentee);
  }
  const cost = { rows: menteeOfRow.length, columns: mentors, values };
  return { cost, menteeOfRow, freePlaces, lockOf, eligibleOfMentee, eligibleOfMentor };
}

/** The scores of a row with the caller's forbidden pairs taken out: −1 where the pair may not be made. */
export function writeAllowedScores(
  cohort: CompiledCohort,
  forbidden: ReadMatchOptions['forbidden'],
  mentee: number,
  scores: Int32Array,
): void {
  cohort.writeScores(mentee, scores);
  for (const mentor of forbidden.get(mentee) ?? []) scores[mentor] = -1;
}
