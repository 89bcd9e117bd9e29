import type { AssignmentChange } from '../assignment/index.js';
import { type BrokenRule, type CompiledCohort, fromMillionths } from '../scoring/index.js';
import { requirePair } from './require-people.js';
import { type SolvedProblem, solvedProblem } from './solved-problem.js';
import type { Matching } from './types.js';

/** One mentee who would change mentors; `null` = none. */
export interface MenteeMove {
  readonly menteeId: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a pair would cost the whole, or why it has no price. */
export type PriceOfPair =
  /**
   * Solving again with this pair forced in gives so many pairs and so much total less. Both are 0 where the
   * pair is made, or another matching is as good. Under `most-pairs` `scoreLost` can be below 0 only where
   * `pairsLost` is above 0; under `best-total` it is the other way round.
   */
  | { readonly status: 'possible'; readonly pairsLost: number; readonly scoreLost: number }
  /**
   * The pair may not be made. Beside the rules of the model: `self`, `avoided`, `minimumScore`, `forbidden`
   * (by the caller), `locked` (the mentee is locked to another mentor), `noPlace` (the mentor has none, or
   * locked pairs fill them all).
   */
  | { readonly status: 'ineligible'; readonly rules: readonly BrokenRule[] }
  /**
   * No price is worked out: the pairs are not proven best (a solver of the caller or a bonus made them), or
   * minimums, `balance` or several mentors a mentee decide as well.
   */
  | { readonly status: 'notPriced' };

/** A price, and one cheapest way to pay it: the mentee of the pair first, then everyone who moves in turn. */
export type PairPrice =
  | (Extract<PriceOfPair, { status: 'possible' }> & { readonly moves: readonly MenteeMove[] })
  | Exclude<PriceOfPair, { status: 'possible' }>;

/**
 * "Why not her?": what it would cost everyone together if this pair had to be made, and who would move.
 *
 * Exact, in the order of the objective: the loss that solving again with the pair locked would show, without
 * solving again. It is the reduced cost of the pair plus that of the cheapest chain of moves, by one
 * shortest-path tree over the prices that the matching holds.
 *
 * @param matching of this cohort, as made or as stored
 * @throws InputError where an id is not of a person who opted in, the matching does not belong to the cohort
 * or its proof does not hold
 *
 * O(mentees · mentors). The first call for a cohort and a matching scores every pair, 4 bytes a pair.
 */
export function priceOfPair(
  cohort: CompiledCohort,
  matching: Matching,
  menteeId: string,
  mentorId: string,
): PairPrice {
  const solved = solvedProblem('priceOfPair', cohort, matching);
  const { mentee, mentor } = requirePair('priceOfPair', solved.cohort, menteeId, mentorId);
  const rules = rulesAgainst(solved, mentee, mentor);
  if (rules.length > 0) return { status: 'ineligible', rules };
  if (solved.optimum === undefined) return { status: 'notPriced' };
  const row = solved.rowOfMentee[mentee]!;
  if (row < 0) return { status: 'possible', pairsLost: 0, scoreLost: 0, moves: [] };
  const forced = solved.optimum.pricer.forcePair(row, mentor);
  if (forced === null) throw new Error('priceOfPair: an allowed pair has no price; a defect of the library');
  const idOf = (column: number) => (column < 0 ? null : solved.cohort.mentorIds[column]!);
  return {
    ...lossFrom(forced.change),
    moves: forced.moves.map(({ row: mover, from, to }) => ({
      menteeId: solved.cohort.menteeIds[solved.problem.menteeOfRow[mover]!]!,
      from: idOf(from),
      to: idOf(to),
    })),
  };
}

/** Everything that stands against a pair: rules, minimum score, and what the caller said of this matching. */
export function rulesAgainst(
  { cohort, options, problem }: SolvedProblem,
  mentee: number,
  mentor: number,
): BrokenRule[] {
  const isHeld = problem.lockOf[mentee]! >= 0;
  const own = isHeld ? options.locked.filter((lock) => lock.mentee === mentee) : [];
  const isLocked = own.some((lock) => lock.mentor === mentor);
  const wanted = cohort.mentorsWanted[mentee]!;
  return [
    ...cohort.brokenRules(mentee, mentor),
    ...(cohort.score(mentee, mentor) < cohort.minimumScore ? [{ rule: 'minimumScore' }] : []),
    ...(options.forbidden.get(mentee)?.has(mentor) === true ? [{ rule: 'forbidden' }] : []),
    ...(own.length >= wanted && !isLocked ? [{ rule: 'locked' }] : []),
    ...(problem.freePlaces[mentor] === 0 && !isLocked ? [{ rule: 'noPlace' }] : []),
  ];
}

/** Costs are negative scores, so what they gain the score loses. */
function lossFrom({ assignedRows, totalCost }: AssignmentChange) {
  return { status: 'possible' as const, pairsLost: 0 - assignedRows, scoreLost: fromMillionths(totalCost) };
}

/** The prices of one mentee with all mentors, or of one mentor with all mentees, by one tree. */
export function pricesOfPartners(
  solved: SolvedProblem,
  person: { readonly mentee: number } | { readonly mentor: number },
): (partner: number) => PriceOfPair {
  const isMentee = 'mentee' in person;
  const row = isMentee ? solved.rowOfMentee[person.mentee]! : -1;
  let changes: (AssignmentChange | null)[] | undefined;
  const changeOf = ({ pricer }: NonNullable<SolvedProblem['optimum']>, partner: number) => {
    changes ??= isMentee ? pricer.pricesOfRow(row) : pricer.pricesOfColumn(person.mentor);
    return changes[isMentee ? partner : solved.rowOfMentee[partner]!];
  };
  return (partner) => {
    const mentee = isMentee ? person.mentee : partner;
    const rules = rulesAgainst(solved, mentee, isMentee ? partner : person.mentor);
    if (rules.length > 0) return { status: 'ineligible', rules };
    if (solved.optimum === undefined) return { status: 'notPriced' };
    // A locked mentee without a rule against the pair is locked to this mentor.
    if (solved.rowOfMentee[mentee] === -1) return { status: 'possible', pairsLost: 0, scoreLost: 0 };
    return lossFrom(changeOf(solved.optimum, partner)!);
  };
}
