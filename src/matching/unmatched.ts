import {
  type AssignmentOptions,
  findBottlenecks,
  type OptimalAssignment,
  priceOfRows,
  type RowPrice,
} from '../assignment/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import type { ReadMatchOptions } from './match-options.js';
import type { MatchProblem } from './match-problem.js';
import { whyNobodyEligible } from './rule-counts.js';
import type { Bottleneck, UnmatchedPerson, UnmatchedReason } from './types.js';

/** Everyone without a partner, each with the reason, and the bottlenecks that reasons point to. */
export interface Unmatched {
  readonly unmatched: UnmatchedPerson[];
  readonly bottlenecks: Bottleneck[];
}

/**
 * @param assignment the library's own optimum of the problem
 * @param options those it was solved with
 * @param mentorOf the mentor of each mentee as the pairs were made, −1 = none
 */
export function explainEveryUnmatched(
  cohort: CompiledCohort,
  problem: MatchProblem,
  assignment: OptimalAssignment,
  options: AssignmentOptions,
  { forbidden, solver }: ReadMatchOptions,
  mentorOf: Int32Array,
): Unmatched {
  // The reasons are those of the optimum, whoever made the pairs.
  const found = findBottlenecks(problem.cost, assignment, options);
  // A mentee whom nobody may have is no shortage of places: the rules say why.
  const shortages = found.bottlenecks.filter(({ columns }) => columns.length > 0);
  const placeOf = new Map(shortages.map((bottleneck, place) => [bottleneck, place]));
  let prices: Map<number, RowPrice['change']> | undefined;
  const priceOf = (row: number) => {
    prices ??= new Map(
      priceOfRows(problem.cost, assignment, options).map((price) => [price.row, price.change]),
    );
    return prices.get(row);
  };
  const rowOfMentee = new Int32Array(cohort.menteeIds.length).fill(-1);
  problem.menteeOfRow.forEach((mentee, row) => {
    rowOfMentee[mentee] = row;
  });

  const reasonOfMentee = (mentee: number): UnmatchedReason => {
    if (problem.eligibleOfMentee[mentee] === 0) return whyNobodyEligible(cohort, forbidden, { mentee });
    const row = rowOfMentee[mentee]!;
    const bottleneck = placeOf.get(found.bottlenecks[found.bottleneckOfRow[row]!]!);
    if (bottleneck !== undefined) return { code: 'notEnoughPlaces', bottleneck };
    const change = priceOf(row);
    if (change === undefined || change === null) return { code: 'leftOutBySolver' };
    return {
      code: 'totalPreferred',
      pairsGained: change.assignedRows,
      scoreLost: fromMillionths(change.totalCost),
    };
  };
  const menteesOf = new Int32Array(cohort.mentorIds.length);
  for (const mentor of mentorOf) if (mentor >= 0) menteesOf[mentor]! += 1;
  const reasonOfMentor = (mentor: number): UnmatchedReason => {
    if (cohort.capacities[mentor] === 0) return { code: 'noCapacity' };
    const eligibleMentees = problem.eligibleOfMentor[mentor]!;
    if (eligibleMentees === 0) return whyNobodyEligible(cohort, forbidden, { mentor });
    // The library's own optimum never leaves a mentee without where a mentor with space would do.
    const isPassedOver =
      solver !== undefined &&
      mentorOf.some((partner, mentee) => {
        const isForbidden = forbidden.get(mentee)?.has(mentor) === true;
        return partner === -1 && !isForbidden && cohort.isEligible(mentee, mentor);
      });
    return isPassedOver ? { code: 'leftOutBySolver' } : { code: 'menteesPlacedElsewhere', eligibleMentees };
  };

  const unmatched: UnmatchedPerson[] = [];
  cohort.menteeIds.forEach((id, mentee) => {
    if (mentorOf[mentee] === -1) unmatched.push({ id, side: 'mentee', reason: reasonOfMentee(mentee) });
  });
  cohort.mentorIds.forEach((id, mentor) => {
    if (menteesOf[mentor] === 0) unmatched.push({ id, side: 'mentor', reason: reasonOfMentor(mentor) });
  });
  for (const { id, side } of cohort.notOptedIn) unmatched.push({ id, side, reason: { code: 'notOptedIn' } });
  const lockedTo = new Map<number, number[]>();
  problem.lockOf.forEach((mentor, mentee) => {
    if (mentor < 0) return;
    const mentees = lockedTo.get(mentor);
    if (mentees === undefined) lockedTo.set(mentor, [mentee]);
    else mentees.push(mentee);
  });
  return {
    unmatched,
    bottlenecks: shortages.map(({ rows, columns }) => {
      const mentees = [
        ...rows.map((row) => problem.menteeOfRow[row]!),
        ...columns.flatMap((mentor) => lockedTo.get(mentor) ?? []),
      ].sort((one, other) => one - other);
      return asBottleneck(cohort, mentees, columns);
    }),
  };
}

/**
 * A violator of the problem without locks, told of the whole cohort: the mentees locked to its mentors need
 * a place there too.
 */
function asBottleneck(
  cohort: CompiledCohort,
  mentees: readonly number[],
  mentors: readonly number[],
): Bottleneck {
  return {
    menteeIds: mentees.map((mentee) => cohort.menteeIds[mentee]!),
    mentorIds: mentors.map((mentor) => cohort.mentorIds[mentor]!),
    places: mentors.reduce((sum, mentor) => sum + cohort.capacities[mentor]!, 0),
  };
}
