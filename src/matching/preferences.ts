import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from '../core/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { PreferenceSource } from '../stable/index.js';
import { type MatchProblem, matrixOf } from './match-problem.js';

/** The strict lists that stability refers to, by row and column of the problem. */
export interface CohortPreferences extends PreferenceSource {
  /** How many acceptable columns the row would rather have than this one; 0 = its first choice. */
  rankForRow(row: number, column: number): number;
}

/**
 * Everybody's strict list: whom they stated, in their order, then everybody else with whom a pair may be made, by
 * score, then in canonical order. Pairs that may not be made are on no list.
 *
 * Lists are made when they are asked for: O(people · log people) each.
 */
export function preferencesOf(cohort: CompiledCohort, problem: MatchProblem): CohortPreferences {
  const { menteeOfRow } = problem;
  const { rows, columns, values } = matrixOf(problem);
  const { mentees, mentors } = cohort.people;
  const rowOfMentee = new Map(Array.from(menteeOfRow, (mentee, row) => [mentee, row]));
  const statedByRow = Array.from(menteeOfRow, (mentee) =>
    ranks(mentees[mentee]!.preferredMentors, (id) => cohort.mentorIndex(id)),
  );
  const statedByColumn = mentors.map(({ preferredMentees }) =>
    ranks(preferredMentees, (id) => rowOfMentee.get(cohort.menteeIndex(id)) ?? -1),
  );
  const costOf = (row: number, column: number) => values[row * columns + column]!;
  const compareForRow = (row: number, one: number, other: number) =>
    compareRanks(statedByRow[row]!, one, other) || costOf(row, one) - costOf(row, other) || one - other;
  return {
    rows,
    columns,
    listOfRow: (row) => listOf(columns, (column) => costOf(row, column), statedByRow[row]!),
    listOfColumn: (column) => listOf(rows, (row) => costOf(row, column), statedByColumn[column]!),
    isAcceptable: (row, column) => costOf(row, column) !== Infinity,
    compareForRow,
    compareForColumn: (column, one, other) =>
      compareRanks(statedByColumn[column]!, one, other) ||
      costOf(one, column) - costOf(other, column) ||
      one - other,
    rankForRow: (row, column) => {
      let rank = 0;
      for (let other = 0; other < columns; other++)
        if (costOf(row, other) !== Infinity && compareForRow(row, other, column) < 0) rank += 1;
      return rank;
    },
  };
}

/** What the lists are made of beside scores. */
export const preferenceFields = ['mentees.preferredMentors', 'mentors.preferredMentees'];

/**
 * SHA-256 (hex) of the canonical JSON of all stated lists, by id in canonical order. The cohort's own digest knows
 * them only where the model reads them, and mentors' lists without their order.
 */
export function listsDigest({ people }: CompiledCohort): string {
  const stated = [
    people.mentees.map(({ id, preferredMentors = [] }) => [id, preferredMentors]),
    people.mentors.map(({ id, preferredMentees = [] }) => [id, preferredMentees]),
  ];
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(stated))));
}

/** Position by index in a stated list; who takes no part is passed over, and so is who is stated again. */
function ranks(
  ids: readonly string[] | undefined,
  indexOf: (id: string) => number,
): ReadonlyMap<number, number> {
  const rank = new Map<number, number>();
  for (const id of ids ?? []) {
    const index = indexOf(id);
    if (index >= 0 && !rank.has(index)) rank.set(index, rank.size);
  }
  return rank;
}

/** Who was stated comes first; 0 where neither was. */
function compareRanks(rank: ReadonlyMap<number, number>, one: number, other: number): number {
  if (rank.size === 0) return 0;
  const last = rank.size;
  return (rank.get(one) ?? last) - (rank.get(other) ?? last);
}

/** Costs are whole millionths from −10⁶ to 0, so that cost and index fit in one number to sort by. */
function listOf(
  partners: number,
  costOf: (partner: number) => number,
  stated: ReadonlyMap<number, number>,
): Int32Array {
  const keys = new Float64Array(partners);
  let count = 0;
  for (let partner = 0; partner < partners; partner++) {
    const cost = costOf(partner);
    if (cost !== Infinity && !stated.has(partner)) keys[count++] = cost * partners + partner;
  }
  const others = keys.subarray(0, count).sort();
  const first = [...stated.keys()].filter((partner) => costOf(partner) !== Infinity);
  const list = new Int32Array(first.length + count);
  list.set(first);
  for (let at = 0; at < count; at++) {
    const remainder = others[at]! % partners;
    list[first.length + at] = remainder < 0 ? remainder + partners : remainder;
  }
  return list;
}
