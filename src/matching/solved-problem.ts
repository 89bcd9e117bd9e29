import {
  type AssignmentOptions,
  type OptimalAssignment,
  optimalityViolationSteps,
  type PairPricer,
  pairPricer,
} from '../assignment/index.js';
import { InputError, reading, runSteps, type Steps } from '../core/index.js';
import { type CompiledCohort, isCompiledCohort } from '../scoring/index.js';
import { pricesByIndex } from './find-price-violations.js';
import {
  objectiveKind,
  optionsFromRecord,
  type ReadMatchOptions,
  readMatchOptions,
} from './match-options.js';
import { costOf, type MatchProblem, problemSteps } from './match-problem.js';
import { inStage, type MatchProgress } from './match-progress.js';
import { objectives } from './objectives.js';
import { requireFit } from './require-fit.js';
import type { Matching, PriceProof } from './types.js';

/** A stored matching as the solver's optimum again, so that questions need no second solve. */
export interface SolvedProblem {
  readonly cohort: CompiledCohort;
  readonly matching: Matching;
  readonly options: ReadMatchOptions;
  readonly problem: MatchProblem;
  readonly solverOptions: AssignmentOptions;
  /** The row of each mentee, −1 = locked. */
  readonly rowOfMentee: Int32Array;
  /**
   * `undefined` where the pairs are not the best by (pairs, total): a solver of the caller or a bonus made them,
   * or the objective or loads ask for something else.
   */
  readonly optimum: { readonly assignment: OptimalAssignment; readonly pricer: PairPricer } | undefined;
}

/** What was worked out before, by cohort and matching, for as long as both are in use. */
const known = new WeakMap<CompiledCohort, WeakMap<object, Known>>();

interface Known {
  /** The matching as it was; what a caller changes in it afterwards must not go unseen. */
  readonly text: string;
  readonly solved: SolvedProblem;
}

/**
 * Reads pairs and prices of a matching back into the solver's terms, and checks that they prove each other.
 * The first call scores every pair; later calls with the same two objects find it done, after a look at the
 * text of the matching.
 *
 * @throws InputError where the matching does not belong to the cohort, or its proof does not hold
 */
export function solvedProblem(functionName: string, cohort: unknown, matching: unknown): SolvedProblem {
  return runSteps(solvedProblemSteps(functionName, cohort, matching));
}

/** `solvedProblem` in steps. */
export function* solvedProblemSteps(
  functionName: string,
  cohort: unknown,
  matching: unknown,
): Steps<MatchProgress, SolvedProblem> {
  const text = reading(functionName, 'matching', matching, 'plain JSON: a matching', () =>
    JSON.stringify(matching),
  );
  const before = known.get(cohort as CompiledCohort)?.get(matching as object);
  if (before !== undefined && before.text === text) return before.solved;
  // Worked out here, so that the check finds it done.
  if (isCompiledCohort(cohort)) yield* inStage('scoring', cohort.digestSteps());
  const fit = requireFit(functionName, cohort, matching);
  const solved = yield* solveFromRecord(functionName, fit.cohort, fit.matching);
  if (typeof matching === 'object') {
    const ofCohort = known.get(fit.cohort) ?? new WeakMap<object, Known>();
    known.set(fit.cohort, ofCohort.set(matching as object, { text, solved }));
  }
  return solved;
}

function* solveFromRecord(
  functionName: string,
  cohort: CompiledCohort,
  matching: Matching,
): Steps<MatchProgress, SolvedProblem> {
  const { objective } = matching.record;
  const options = readMatchOptions(functionName, cohort, optionsFromRecord(matching.record));
  const problem = yield* problemSteps(cohort, options);
  const solverOptions: AssignmentOptions = {
    capacities: problem.freePlaces,
    unassigned: objectives[objective].totals?.unassigned,
  };
  const rowOfMentee = new Int32Array(cohort.menteeIds.length).fill(-1);
  problem.menteeOfRow.forEach((mentee, row) => {
    rowOfMentee[mentee] = row;
  });
  const parts = { cohort, matching, options, problem, solverOptions, rowOfMentee };
  const { proof } = matching;
  if (proof.kind === 'solver' || objectiveKind(cohort, options).totals === undefined)
    return { ...parts, optimum: undefined };
  // A proof of another kind is none of these pairs.
  if (proof.kind !== 'duals') throw brokenProof(functionName, matching);
  const { gap, pairsGap } = proof;
  if (gap !== 0 || pairsGap !== 0) return { ...parts, optimum: undefined };

  const assignment = assignmentFromRecord(cohort, matching, proof, problem, rowOfMentee);
  if (assignment === undefined) throw brokenProof(functionName, matching);
  const violations = yield* optimalityViolationSteps(problem.cost, assignment, solverOptions);
  if (violations.length > 0) throw brokenProof(functionName, matching);
  return { ...parts, optimum: { assignment, pricer: pairPricer(problem.cost, assignment, solverOptions) } };
}

function brokenProof(functionName: string, { proof }: Matching): InputError {
  const rule = 'a proof that holds for the cohort and the pairs (checkProof says where it does not)';
  return new InputError(functionName, [{ path: 'matching.proof', value: proof, rule }]);
}

/** `undefined` where not exactly everybody has a price. */
function assignmentFromRecord(
  cohort: CompiledCohort,
  { pairs }: Matching,
  proof: PriceProof,
  problem: MatchProblem,
  rowOfMentee: Int32Array,
): OptimalAssignment | undefined {
  const { rows, columns } = problem.cost;
  const rowToColumn = new Int32Array(rows).fill(-1);
  for (const { menteeId, mentorId } of pairs) {
    const row = rowOfMentee[cohort.menteeIndex(menteeId)] ?? -1;
    if (row >= 0) rowToColumn[row] = cohort.mentorIndex(mentorId);
  }
  const ofMentees = pricesByIndex(proof.menteePrices, cohort.menteeIds.length, cohort.menteeIndex);
  const ofMentors = pricesByIndex(proof.mentorPrices, columns, cohort.mentorIndex);
  if (ofMentees === undefined || ofMentors === undefined) return undefined;
  const ofRows = Array.from(problem.menteeOfRow, (mentee) => ofMentees[mentee]!);
  let totalCost = 0;
  let assignedRows = 0;
  rowToColumn.forEach((column, row) => {
    if (column < 0) return;
    totalCost += costOf(problem, row, column);
    assignedRows += 1;
  });
  // Duals are those of the negative scores; 0 − 0 is 0, where −0 would be another number.
  return {
    status: 'optimal',
    rowToColumn,
    assignedRows,
    totalCost,
    rowDuals: Float64Array.from(ofRows, ({ score }) => 0 - score),
    columnDuals: Float64Array.from(ofMentors, ({ score }) => 0 - score),
    rowCover: Uint8Array.from(ofRows, ({ pairs: count }) => count),
    columnCover: Uint8Array.from(ofMentors, ({ pairs: count }) => count),
    // Whole numbers leave no rounding; whether it is so, the check of the proof finds out.
    gap: 0,
    largestViolation: 0,
  };
}
