import {
  type CompiledCohort,
  compileCohort,
  factors,
  type Matching,
  type MatchOptions,
  matchCohort,
  type Objective,
  type PairOfIds,
  parseMatching,
  rules,
} from '../../src/index.js';
import { randomFrom } from '../support/random.js';

/** Scores by mentee (row) and mentor (column); `null` = a rule forbids the pair. */
export type Table = readonly (readonly (number | null)[])[];

/** Mentees `e0`, `e1`, … and mentors `o0`, `o1`, … whose pairs score what the table says. */
export function cohortOf(table: Table, capacities: readonly number[], minimumScore = 0): CompiledCohort {
  const value = (mentee: { id: string }, mentor: { id: string }) =>
    table[Number(mentee.id.slice(1))]?.[Number(mentor.id.slice(1))] ?? null;
  return compileCohort(
    {
      mentees: table.map((_, row) => ({ id: `e${row}`, optedIn: true })),
      mentors: capacities.map((capacity, column) => ({ id: `o${column}`, optedIn: true, capacity })),
    },
    {
      model: {
        factors: { table: factors.custom({ function: 'value', weight: 1, unknown: 0 }) },
        rules: [rules.custom({ function: 'isAllowed' })],
        minimumScore,
      },
      functions: { value, isAllowed: (mentee, mentor) => value(mentee, mentor) !== null },
    },
  );
}

export interface Programme {
  readonly name: string;
  readonly cohort: CompiledCohort;
  readonly options: MatchOptions & { readonly objective: Objective };
}

export const objectives = ['most-pairs', 'best-total'] as const;

/** A small random programme: few distinct scores, forbidden pairs, capacities 0 … 3, locks. */
export function programme(seed: number, objective: Objective, largest = 5): Programme {
  const random = randomFrom(seed * 31 + (objectives as readonly Objective[]).indexOf(objective));
  const mentees = random.whole(1, largest);
  const mentors = random.whole(1, largest);
  const share = [0, 0.2, 0.5][random.whole(0, 2)]!;
  const scores = [
    [0, 0.1, 0.25, 0.3, 0.9, 1],
    [0.2, 0.2, 0.4],
    [0, 1],
  ][random.whole(0, 2)]!;
  const table = Array.from({ length: mentees }, () =>
    Array.from({ length: mentors }, () =>
      random.next() < share ? null : scores[random.whole(0, scores.length - 1)]!,
    ),
  );
  const hasCapacities = random.next() < 0.6;
  const capacities = Array.from({ length: mentors }, () => (hasCapacities ? random.whole(0, 3) : 1));
  const cohort = cohortOf(table, capacities, random.next() < 0.3 ? 0.25 : 0);
  const pairs = allPairs(cohort).filter(([mentee, mentor]) => cohort.isEligible(mentee, mentor));
  const idsOf = ([mentee, mentor]: readonly [number, number]): PairOfIds => ({
    menteeId: cohort.menteeIds[mentee]!,
    mentorId: cohort.mentorIds[mentor]!,
  });
  const forbidden = pairs.filter(() => random.next() < 0.05);
  const left = cohort.capacities.slice();
  const taken = new Set<number>();
  const locked = pairs.filter(([mentee, mentor]) => {
    const isChosen =
      random.next() < 0.08 && !forbidden.some(([one, other]) => one === mentee && other === mentor);
    if (!isChosen || taken.has(mentee) || left[mentor] === 0) return false;
    taken.add(mentee);
    left[mentor]! -= 1;
    return true;
  });
  return {
    name: `seed ${seed}, ${objective}, ${mentees} × ${mentors}`,
    cohort,
    options: { objective, locked: locked.map(idsOf), forbidden: forbidden.map(idsOf) },
  };
}

export function allPairs({ menteeIds, mentorIds }: CompiledCohort): [number, number][] {
  return menteeIds.flatMap((_, mentee) => mentorIds.map((_, mentor): [number, number] => [mentee, mentor]));
}

/** A matching as another process would read it. */
export function stored(matching: Matching): Matching {
  return parseMatching(JSON.stringify(matching));
}

export interface Totals {
  readonly pairs: number;
  /** In whole millionths. */
  readonly score: number;
}

export function totalsOf(matching: Matching): Totals {
  return { pairs: matching.pairs.length, score: Math.round(matching.proof.totalScore * 1e6) };
}

/** The totals of matching afresh with one more pair locked, or `null` where the pair cannot be locked. */
export function totalsWith({ cohort, options }: Programme, pair: PairOfIds): Totals | null {
  const before = options.locked ?? [];
  const isLocked = before.some(
    ({ menteeId, mentorId }) => menteeId === pair.menteeId && mentorId === pair.mentorId,
  );
  try {
    return totalsOf(matchCohort(cohort, { ...options, locked: isLocked ? before : [...before, pair] }));
  } catch {
    return null;
  }
}
