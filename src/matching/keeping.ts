import {
  type AssignmentOptions,
  type AssignmentProgress,
  assignmentSteps,
  type CostMatrix,
  type OptimalAssignment,
  preferPairs,
} from '../assignment/index.js';
import { markSound, type Steps } from '../core/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import { type MatchProblem, matrixOf } from './match-problem.js';
import { toMillionths } from './millionths.js';
import type { PairOfIds, RematchRecord } from './types.js';

/** What a rematch keeps, by index. */
export interface Keeping {
  /** The previous mentor of each mentee, −1 = none. */
  readonly previous: Int32Array;
  /** Whole millionths added to scores, by mentee and mentor; a mentor of −1 stands for all. */
  readonly bonuses: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Whole millionths: prices of the previous matching by mentee and by mentor, NaN = none. */
  readonly menteePrices: Float64Array;
  readonly mentorPrices: Float64Array;
}

/** About so many pairs of mentors who are new are looked at for their first prices. */
const sampledPairs = 5_000;

/**
 * Duals and pairs to start from. Somebody new gets about the price at which nobody of before would rather have them,
 * a mentor by a sample of mentees, so that only around who came and went anything has to be done.
 */
export function startOfKeeping(
  problem: MatchProblem,
  { previous, menteePrices, mentorPrices }: Keeping,
): AssignmentOptions {
  const { menteeOfRow } = problem;
  const { rows, columns, values } = matrixOf(problem);
  const columnDuals = Float64Array.from(mentorPrices, (price) => 0 - price);
  const rowDuals = Float64Array.from(menteeOfRow, (mentee) => 0 - menteePrices[mentee]!);
  const isNewRow = rowDuals.map((dual) => (Number.isNaN(dual) ? 1 : 0));
  const newColumns: number[] = [];
  columnDuals.forEach((dual, column) => {
    if (Number.isNaN(dual)) newColumns.push(column);
  });
  for (const column of newColumns) columnDuals[column] = 0;
  const step = Math.max(1, Math.ceil((newColumns.length * rows) / sampledPairs));
  for (let row = 0; row < rows; row += step) {
    if (isNewRow[row] === 1) continue;
    for (const column of newColumns)
      columnDuals[column] = Math.min(columnDuals[column]!, values[row * columns + column]! - rowDuals[row]!);
  }
  for (let row = 0; row < rows; row++) {
    if (isNewRow[row] === 0) continue;
    let least = 0;
    for (let column = 0; column < columns; column++)
      least = Math.min(least, values[row * columns + column]! - columnDuals[column]!);
    rowDuals[row] = least;
  }
  return {
    initialColumnDuals: columnDuals,
    initialRowDuals: rowDuals,
    initialRowToColumn: Int32Array.from(menteeOfRow, (mentee) => previous[mentee]!),
  };
}

/**
 * The best by score and bonuses, of those one with most pairs of before.
 *
 * @param assignment the best by score alone, which it is where nothing has a bonus
 */
export function* keepPairs(
  problem: MatchProblem,
  keeping: Keeping,
  assignment: OptimalAssignment,
  options: AssignmentOptions,
): Steps<AssignmentProgress, Int32Array> {
  const preferred = Int32Array.from(problem.menteeOfRow, (mentee) => keeping.previous[mentee]!);
  if (keeping.bonuses.size === 0) return preferPairs(problem.cost, assignment, options, preferred);
  const cost = costWithBonuses(problem, keeping.bonuses);
  // Prices of the best by score alone are near, and pairs of before are what bonuses are for.
  const start = {
    initialColumnDuals: assignment.columnDuals,
    initialRowDuals: assignment.rowDuals,
    initialRowToColumn: preferred.map((column, row) => (column < 0 ? assignment.rowToColumn[row]! : column)),
  };
  const best = yield* assignmentSteps(cost, { ...options, ...start });
  if (best.status !== 'optimal') throw new Error('rematch: no matching; this is a defect of the library');
  return preferPairs(cost, best, options, preferred);
}

/** No score with its bonuses is below 0. */
function costWithBonuses(problem: MatchProblem, bonuses: Keeping['bonuses']): CostMatrix {
  const { menteeOfRow } = problem;
  const cost = matrixOf(problem);
  const { rows, columns } = cost;
  let largest = 0;
  for (const ofMentee of bonuses.values()) {
    const ofAll = Math.max(0, ofMentee.get(-1) ?? 0);
    for (const bonus of ofMentee.values()) largest = Math.max(largest, ofAll + bonus);
  }
  // 32-bit floats hold whole numbers up to 2²⁴.
  const isShort = largest + 1e6 < 2 ** 24;
  const values = markSound(isShort ? Float32Array.from(cost.values) : Float64Array.from(cost.values));
  menteeOfRow.forEach((mentee, row) => {
    const ofMentee = bonuses.get(mentee);
    if (ofMentee === undefined) return;
    const start = row * columns;
    const ofAll = ofMentee.get(-1) ?? 0;
    const add = (column: number, bonus: number) => {
      const score = 0 - cost.values[start + column]!;
      if (score >= 0) values[start + column] = 0 - Math.max(0, score + bonus);
    };
    if (ofAll !== 0) for (let column = 0; column < columns; column++) add(column, ofAll);
    for (const [column, bonus] of ofMentee) if (column >= 0) add(column, ofAll + bonus);
  });
  return { rows, columns, values };
}

/** What is kept in the terms of a record. */
export function recordOfKeeping(cohort: CompiledCohort, keeping: Keeping): RematchRecord {
  const { menteeIds, mentorIds } = cohort;
  const pricesOf = (ids: readonly string[], prices: Float64Array) =>
    ids.flatMap((id, at) => (Number.isNaN(prices[at]!) ? [] : [{ id, score: fromMillionths(prices[at]!) }]));
  return {
    previousPairs: menteeIds.flatMap((menteeId, mentee) => {
      const mentor = keeping.previous[mentee]!;
      return mentor < 0 ? [] : [{ menteeId, mentorId: mentorIds[mentor]! }];
    }),
    bonuses: [...keeping.bonuses]
      .sort(([one], [other]) => one - other)
      .flatMap(([mentee, ofMentee]) =>
        [...ofMentee]
          .sort(([one], [other]) => one - other)
          .map(([mentor, bonus]) => ({
            menteeId: menteeIds[mentee]!,
            mentorId: mentor < 0 ? null : mentorIds[mentor]!,
            bonus: fromMillionths(bonus),
          })),
      ),
    startingPrices: {
      mentees: pricesOf(menteeIds, keeping.menteePrices),
      mentors: pricesOf(mentorIds, keeping.mentorPrices),
    },
  };
}

/** What is kept, back from a record; who takes no part is passed over. */
export function keepingFromRecord(cohort: CompiledCohort, record: RematchRecord): Keeping {
  const bonuses = new Map<number, Map<number, number>>();
  for (const { menteeId, mentorId, bonus } of record.bonuses) {
    const mentee = cohort.menteeIndex(menteeId);
    const mentor = mentorId === null ? -1 : cohort.mentorIndex(mentorId);
    if (mentee < 0 || (mentorId !== null && mentor < 0)) continue;
    addBonus(bonuses, mentee, mentor, toMillionths(bonus));
  }
  const { mentees, mentors } = record.startingPrices;
  return {
    previous: previousMentors(cohort, record.previousPairs),
    bonuses,
    menteePrices: pricesByIndex(mentees, cohort.menteeIds.length, cohort.menteeIndex),
    mentorPrices: pricesByIndex(mentors, cohort.mentorIds.length, cohort.mentorIndex),
  };
}

/** The mentor of each mentee in earlier pairs, −1 = none, or one who takes no part any more. */
export function previousMentors(cohort: CompiledCohort, pairs: readonly PairOfIds[]): Int32Array {
  const previous = new Int32Array(cohort.menteeIds.length).fill(-1);
  for (const { menteeId, mentorId } of pairs) {
    const mentee = cohort.menteeIndex(menteeId);
    if (mentee >= 0) previous[mentee] = cohort.mentorIndex(mentorId);
  }
  return previous;
}

/** Whole millionths by index, NaN where somebody has none. */
export function pricesByIndex(
  prices: readonly { readonly id: string; readonly score: number }[],
  people: number,
  indexOf: (id: string) => number,
): Float64Array {
  const byIndex = new Float64Array(people).fill(Number.NaN);
  for (const { id, score } of prices) {
    const index = indexOf(id);
    // A price beyond this would not stay whole; starting without is as right.
    if (index >= 0 && Math.abs(score) <= 1e9) byIndex[index] = toMillionths(score);
  }
  return byIndex;
}

/** Adds whole millionths to what a pair counts more; −1 = with all mentors. */
export function addBonus(
  bonuses: Map<number, Map<number, number>>,
  mentee: number,
  mentor: number,
  bonus: number,
): void {
  if (mentee < 0 || bonus === 0) return;
  const ofMentee = bonuses.get(mentee) ?? new Map<number, number>();
  bonuses.set(mentee, ofMentee.set(mentor, (ofMentee.get(mentor) ?? 0) + bonus));
}
