import { InputError } from '../core/index.js';
import type { Matching } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';

/** One cell of a heat map: a pair, or a block of pairs where the cohort is large. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** Mean score of the pairs that may be made, in [0, 1]; `null` where none may. */
  readonly score: number | null;
  /** How many pairs of the matching lie here. */
  readonly chosen: number;
}

/**
 * Scores of mentees × mentors. Chosen pairs come first, highest score first, so that they lie on the diagonal;
 * people without a partner follow in canonical order.
 */
export interface ScoreGrid {
  readonly rows: number;
  readonly columns: number;
  /** Row after row. */
  readonly cells: readonly GridCell[];
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  /** Whether a cell is one pair. */
  readonly isExact: boolean;
}

/** Up to so many people on a side, each has a row or column of their own. */
export const mostLines = 60;

/** Reads every score once. O(mentees · mentors) time, O(mentors) memory beyond the cells. */
export function scoreGrid(cohort: CompiledCohort, matching: Matching): ScoreGrid {
  const { menteeOrder, mentorOrder, mentorsOf } = diagonalOrder(cohort, matching);
  const rows = Math.min(mostLines, menteeOrder.length);
  const columns = Math.min(mostLines, mentorOrder.length);
  const sums = new Float64Array(rows * columns);
  const counts = new Int32Array(rows * columns);
  const chosen = new Int32Array(rows * columns);
  const columnOf = new Int32Array(cohort.mentorIds.length);
  mentorOrder.forEach((mentor, place) => {
    columnOf[mentor] = Math.floor((place * columns) / mentorOrder.length);
  });
  const scores = new Int32Array(cohort.mentorIds.length);
  menteeOrder.forEach((mentee, place) => {
    const start = Math.floor((place * rows) / menteeOrder.length) * columns;
    cohort.writeScores(mentee, scores);
    for (let mentor = 0; mentor < scores.length; mentor++) {
      if (scores[mentor]! < 0) continue;
      sums[start + columnOf[mentor]!]! += scores[mentor]!;
      counts[start + columnOf[mentor]!]! += 1;
    }
    for (const mentor of mentorsOf.get(mentee) ?? []) chosen[start + columnOf[mentor]!]! += 1;
  });
  return {
    rows,
    columns,
    cells: Array.from(sums, (sum, at) => ({
      row: Math.floor(at / columns),
      column: at % columns,
      score: counts[at] === 0 ? null : Math.round(sum / counts[at]!) / 1e6,
      chosen: chosen[at]!,
    })),
    menteeIds: menteeOrder.map((mentee) => cohort.menteeIds[mentee]!),
    mentorIds: mentorOrder.map((mentor) => cohort.mentorIds[mentor]!),
    isExact: rows === menteeOrder.length && columns === mentorOrder.length,
  };
}

function diagonalOrder(cohort: CompiledCohort, matching: Matching) {
  const pairs = matching.pairs
    .map(({ menteeId, mentorId, score }) => ({
      mentee: indexOf(cohort.menteeIndex(menteeId), menteeId),
      mentor: indexOf(cohort.mentorIndex(mentorId), mentorId),
      score,
    }))
    .sort((one, other) => other.score - one.score || one.mentee - other.mentee || one.mentor - other.mentor);
  const mentorsOf = new Map<number, number[]>();
  for (const { mentee, mentor } of pairs) mentorsOf.set(mentee, [...(mentorsOf.get(mentee) ?? []), mentor]);
  const all = (ids: readonly string[]) => ids.map((_, index) => index);
  return {
    menteeOrder: [...new Set([...pairs.map(({ mentee }) => mentee), ...all(cohort.menteeIds)])],
    mentorOrder: [...new Set([...pairs.map(({ mentor }) => mentor), ...all(cohort.mentorIds)])],
    mentorsOf,
  };
}

function indexOf(index: number, id: string): number {
  if (index >= 0) return index;
  throw new InputError('scoreGrid', [{ path: 'matching.pairs', value: id, rule: 'people of the cohort' }]);
}
