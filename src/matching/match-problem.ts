import type { CostMatrix, CostSource } from '../assignment/index.js';
import { markSound, runSteps, type Steps } from '../core/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { countEligible } from '../scoring/inner.js';
import type { IndexPair, ReadMatchOptions } from './match-options.js';
import { inStage, type MatchProgress } from './match-progress.js';
import { scoreMatrixSteps } from './score-matrix.js';
import { scoreSource } from './score-source.js';

/**
 * The assignment problem that is left once locked pairs are set aside: a row for every other mentee, a column
 * for every mentor with the places that locks leave. Costs are negative whole millionths, exact in 32-bit
 * floats (below 2²⁴); `Infinity` forbids.
 */
export interface MatchProblem {
  /** A matrix, or scores on demand where a matrix would be larger than the options allow. */
  readonly cost: CostMatrix | CostSource;
  /** The mentee of each row. */
  readonly menteeOfRow: Int32Array;
  /** Free places of each mentor. */
  readonly freePlaces: Int32Array;
  /** The mentor whom each mentee is locked to (with several locks, one of them), or −1. */
  readonly lockOf: Int32Array;
  /** All locked pairs. */
  readonly locked: readonly IndexPair[];
  /** Pairs that rules, minimum score and the caller allow, by mentee and by mentor, whatever is locked. */
  readonly eligibleOfMentee: Int32Array;
  readonly eligibleOfMentor: Int32Array;
}

/** Bytes of the largest matrix of scores that is made unless options say otherwise: about 5,800 × 5,800. */
export const usualMatrix = 2 ** 27;

const bytesOfPair = 4;

/** Drives `problemSteps` to the end. */
export function makeProblem(cohort: CompiledCohort, options: ReadMatchOptions): MatchProblem {
  return runSteps(problemSteps(cohort, options));
}

/**
 * A matrix of all scores where it is small enough, or the objective or a solver of the caller wants one: O(mentees · mentors)
 * time, 4 bytes a pair. Else scores on demand, and only a count of the pairs that may be made.
 */
export function* problemSteps(
  cohort: CompiledCohort,
  { objective, locked, forbidden, largestMatrix = usualMatrix, solver, keeping }: ReadMatchOptions,
): Steps<MatchProgress, MatchProblem> {
  const lockOf = new Int32Array(cohort.menteeIds.length).fill(-1);
  const freePlaces = cohort.capacities.slice();
  for (const { mentee, mentor } of locked) {
    lockOf[mentee] = mentor;
    freePlaces[mentor]! -= 1;
  }
  const menteeOfRow = Int32Array.from(lockOf.keys()).filter((mentee) => lockOf[mentee] === -1);
  const parts = { menteeOfRow, freePlaces, lockOf, locked };
  const bytes = menteeOfRow.length * cohort.mentorIds.length * bytesOfPair;
  const needsMatrix =
    solver !== undefined || keeping !== undefined || objective === 'fairest' || objective === 'stable';
  if (bytes > largestMatrix && !needsMatrix) {
    yield* inStage('scoring', cohort.rowSearchSteps());
    const counts = yield* inStage('scoring', countEligible(cohort, forbidden));
    const { ofMentee: eligibleOfMentee, ofMentor: eligibleOfMentor } = counts;
    return {
      cost: scoreSource(cohort, forbidden, menteeOfRow),
      ...parts,
      eligibleOfMentee,
      eligibleOfMentor,
    };
  }
  return { ...parts, ...(yield* scoreAll(cohort, forbidden, parts)) };
}

function* scoreAll(
  cohort: CompiledCohort,
  forbidden: ReadMatchOptions['forbidden'],
  { menteeOfRow }: Pick<MatchProblem, 'menteeOfRow'>,
): Steps<MatchProgress, Pick<MatchProblem, 'cost' | 'eligibleOfMentee' | 'eligibleOfMentor'>> {
  const rows = menteeOfRow.length;
  const mentors = cohort.mentorIds.length;
  const { costs, ofMentee, ofMentor } = yield* scoreMatrixSteps(cohort);
  const isWhole = rows === cohort.menteeIds.length && forbidden.size === 0;
  const values = isWhole ? costs : markSound(new Float32Array(rows * mentors));
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
  return { cost: { rows, columns: mentors, values }, eligibleOfMentee, eligibleOfMentor };
}

/** The costs of a problem whose objective, solver or keeping needs a matrix. */
export function matrixOf({ cost }: Pick<MatchProblem, 'cost'>): CostMatrix {
  return cost as CostMatrix;
}

/** The cost of one pair. */
export function costOf({ cost }: Pick<MatchProblem, 'cost'>, row: number, column: number): number {
  return 'values' in cost ? cost.values[row * cost.columns + column]! : cost.entry(row, column);
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
