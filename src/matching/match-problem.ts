import type { CostMatrix } from '../assignment/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { ReadMatchOptions } from './match-options.js';
import { scoreMatrix } from './score-matrix.js';

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

/**
 * Scores every pair once for as long as the cohort is in use. O(mentees · mentors) time, 4 bytes a pair; as much
 * again where some are locked or forbidden.
 */
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
  const { costs, ofMentee, ofMentor } = scoreMatrix(cohort);
  const isWhole = locked.length === 0 && forbidden.size === 0;
  const values = isWhole ? costs : new Float32Array(menteeOfRow.length * mentors);
  const eligibleOfMentee = ofMentee.slice();
  const eligibleOfMentor = ofMentor.slice();
  if (!isWhole) {
    menteeOfRow.forEach((mentee, row) => {
      values.set(costs.subarray(mentee * mentors, (mentee + 1) * mentors), row * mentors);
      for (const mentor of forbidden.get(mentee) ?? []) values[row * mentors + mentor] = Infinity;
    });
  }
  for (const [mentee, taken] of forbidden) {
    for (const mentor of taken) {
      if (costs[mentee * mentors + mentor] === Infinity) continue;
      eligibleOfMentee[mentee]! -= 1;
      eligibleOfMentor[mentor]! -= 1;
    }
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
