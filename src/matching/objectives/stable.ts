import type { Steps } from '../../core/index.js';
import { type CompiledCohort, fromMillionths } from '../../scoring/index.js';
import { type BlockingPair, findBlockingPairs, stableSteps } from '../../stable/index.js';
import type { ProofViolation } from '../check-proof.js';
import { findPairViolations } from '../find-pair-violations.js';
import type { ReadMatchOptions } from '../match-options.js';
import { type MatchProblem, makeProblem } from '../match-problem.js';
import { inStage, type MatchProgress } from '../match-progress.js';
import { toMillionths } from '../millionths.js';
import { type CohortPreferences, preferencesOf } from '../preferences.js';
import type { Matching } from '../types.js';
import type { MatchTask, ObjectiveKind, RowReasons, Solution } from './kind.js';

/**
 * No mentee and mentor would both rather have each other than what they have, by the strict lists of
 * `preferencesOf`. Of the stable matchings the one that is best for every mentee, or for every mentor. Locked
 * pairs are set aside first: they leave neither a mentee nor a place.
 */
export const stable: ObjectiveKind = { solve, findProofViolations };

function* solve({ cohort, problem, options }: MatchTask): Steps<MatchProgress, Solution> {
  const preferences = preferencesOf(cohort, problem);
  const steps = stableSteps(preferences, {
    capacities: problem.freePlaces,
    optimalFor: options.optimalFor === 'mentees' ? 'rows' : 'columns',
  });
  const { rowToColumn } = yield* inStage('assigning', steps);
  return {
    rowToColumn,
    // biome-ignore lint/correctness/useYield: done at once.
    prove: function* (_, { pairs, score }) {
      return {
        kind: 'stable',
        optimalFor: options.optimalFor,
        pairs,
        pairsUpperBound: null,
        pairsGap: null,
        totalScore: fromMillionths(score),
        upperBound: null,
        gap: null,
        menteePrices: [],
        mentorPrices: [],
      };
    },
    reasons: yield* reasonsOfHolding(cohort, problem, preferences, rowToColumn),
  };
}

/** Whoever is left out has mentors who hold others, or, where no mentor of theirs has any place, too few places. */
function* reasonsOfHolding(
  cohort: CompiledCohort,
  { menteeOfRow }: MatchProblem,
  preferences: CohortPreferences,
  rowToColumn: Int32Array,
): Steps<MatchProgress, RowReasons> {
  const eligible = new Map<number, readonly number[]>();
  for (const [row, column] of rowToColumn.entries()) {
    if (column >= 0) continue;
    yield { stage: 'assigning', done: row, of: rowToColumn.length };
    eligible.set(row, Array.from(preferences.listOfRow(row)));
  }
  const placed = ([, mentors]: readonly [number, readonly number[]]) =>
    mentors.filter((mentor) => cohort.capacities[mentor]! > 0).length;
  const placeless = [...eligible].filter((entry) => entry[1].length > 0 && placed(entry) === 0);
  const mentors = new Set(placeless.flatMap(([, own]) => own));
  const bottleneck = {
    menteeIds: placeless.map(([row]) => cohort.menteeIds[menteeOfRow[row]!]!),
    mentorIds: [...mentors].sort((one, other) => one - other).map((mentor) => cohort.mentorIds[mentor]!),
    places: 0,
  };
  return {
    bottlenecks: placeless.length === 0 ? [] : [bottleneck],
    // biome-ignore lint/correctness/useYield: done at once.
    whyLeftOut: function* (row) {
      const eligibleMentors = placed([row, eligible.get(row)!]);
      return eligibleMentors === 0
        ? { code: 'notEnoughPlaces', bottleneck: 0 }
        : { code: 'heldByOthers', eligibleMentors };
    },
  };
}

function findProofViolations(
  cohort: CompiledCohort,
  matching: Matching,
  options: ReadMatchOptions,
): ProofViolation[] {
  const { proof, pairs } = matching;
  if (proof.kind !== 'stable' || proof.optimalFor !== options.optimalFor) return [{ code: 'wrongKind' }];
  const total = pairs.reduce((sum, { score }) => sum + toMillionths(score), 0);
  const isAsStated = proof.pairs === pairs.length && toMillionths(proof.totalScore) === total;
  const violations: ProofViolation[] = isAsStated ? [] : [{ code: 'wrongTotals' }];
  // Of pairs that may not be made nobody can say what would be better than they are.
  if (findPairViolations(cohort, matching, options).length > 0) return violations;
  const problem = makeProblem(cohort, options);
  const mentorOf = new Int32Array(cohort.menteeIds.length).fill(-1);
  for (const { menteeId, mentorId } of pairs)
    mentorOf[cohort.menteeIndex(menteeId)] = cohort.mentorIndex(mentorId);
  const blocking = blockingPairsOf(preferencesOf(cohort, problem), problem, mentorOf);
  return [
    ...violations,
    ...blocking.map(({ row, column }) => ({
      code: 'blockingPair' as const,
      menteeId: cohort.menteeIds[problem.menteeOfRow[row]!]!,
      mentorId: cohort.mentorIds[column]!,
    })),
  ];
}

/**
 * The mentees and mentors who would both rather have each other, apart from locked pairs.
 *
 * @param mentorOf the mentor of each mentee, −1 = none; pairs that may be made
 */
export function blockingPairsOf(
  preferences: CohortPreferences,
  { menteeOfRow, freePlaces }: MatchProblem,
  mentorOf: Int32Array,
): BlockingPair[] {
  const rowToColumn = menteeOfRow.map((mentee) => mentorOf[mentee]!);
  return findBlockingPairs(preferences, rowToColumn, { capacities: freePlaces });
}
