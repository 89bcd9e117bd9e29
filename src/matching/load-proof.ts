import { type LoadPrice, loadBound, type OptimalLoads } from '../assignment/index.js';
import type { Steps } from '../core/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import type { ProofViolation } from './check-proof.js';
import type { LoadTask } from './load-task.js';
import type { Loads } from './loads.js';
import type { IndexPair } from './match-options.js';
import type { MatchProgress } from './match-progress.js';
import { toMillionths } from './millionths.js';
import type { DualPrice, Matching, MatchingProof } from './types.js';

/** What pairs reach, in whole numbers. */
interface Reached {
  readonly mentees: number;
  readonly pairs: number;
  readonly shortfall: number;
  readonly total: number;
  readonly penalty: number;
}

/** The proof of pairs with loads: the solver's prices by id, what the pairs reach, and the bound of the prices. */
export function* makeLoadProof(
  cohort: CompiledCohort,
  task: LoadTask,
  loads: Loads,
  result: OptimalLoads,
  pairs: readonly IndexPair[],
): Steps<MatchProgress, MatchingProof> {
  yield { stage: 'finishing', done: 0, of: cohort.menteeIds.length };
  const reached = reach(cohort, loads, pairs);
  const bound = loadBound(task.cost, result, task.options);
  const value = reached.total - reached.penalty;
  return {
    kind: 'loads',
    pairs: reached.pairs,
    pairsUpperBound: bound.pairs,
    pairsGap: bound.pairs - reached.pairs,
    totalScore: fromMillionths(reached.total),
    upperBound: fromMillionths(0 - bound.totalCost),
    gap: fromMillionths(0 - bound.totalCost - value),
    menteePrices: named(cohort.menteeIds, result.rowPrices),
    mentorPrices: named(cohort.mentorIds, result.columnPrices),
    loads: {
      mentees: reached.mentees,
      menteesUpperBound: bound.assignedRows,
      shortfall: reached.shortfall,
      shortfallLowerBound: bound.shortfall,
      penalty: fromMillionths(reached.penalty),
    },
  };
}

function named(ids: readonly string[], prices: readonly LoadPrice[]): DualPrice[] {
  return prices.map(({ rows, pairs, minimums, cost }, index) => ({
    id: ids[index]!,
    pairs,
    score: fromMillionths(0 - cost),
    ...(rows === 0 ? {} : { mentees: rows }),
    ...(minimums === 0 ? {} : { minimums }),
  }));
}

function reach(cohort: CompiledCohort, loads: Loads, pairs: readonly IndexPair[]): Reached {
  const { minimums, balance } = loads;
  const mentees = new Set(pairs.map(({ mentee }) => mentee)).size;
  const taken = new Int32Array(cohort.mentorIds.length);
  let total = 0;
  let penalty = 0;
  for (const { mentee, mentor } of pairs) {
    total += cohort.score(mentee, mentor);
    taken[mentor]! += 1;
    const further = taken[mentor]! - 2;
    if (further >= 0) penalty += balance[Math.min(further, balance.length - 1)] ?? 0;
  }
  const shortfall = minimums.reduce((sum, minimum, mentor) => sum + Math.max(0, minimum - taken[mentor]!), 0);
  return { mentees, pairs: pairs.length, shortfall, total, penalty };
}

/**
 * The prices: one for everybody, exact, and what they bound is what the pairs reach, part by part. Any prices
 * bound every allowed matching (see `loadBound`), so nothing else is asked of them.
 */
export function findLoadProofViolations(
  cohort: CompiledCohort,
  task: LoadTask,
  loads: Loads,
  matching: Matching,
): ProofViolation[] {
  const { proof } = matching;
  const pairs = matching.pairs.flatMap(({ menteeId, mentorId }) => {
    const mentee = cohort.menteeIndex(menteeId);
    const mentor = cohort.mentorIndex(mentorId);
    return mentee >= 0 && mentor >= 0 ? [{ mentee, mentor }] : [];
  });
  const rowPrices = pricesByIndex(proof.menteePrices, cohort.menteeIds.length, cohort.menteeIndex);
  const columnPrices = pricesByIndex(proof.mentorPrices, cohort.mentorIds.length, cohort.mentorIndex);
  if (proof.kind !== 'loads' || rowPrices === undefined || columnPrices === undefined)
    return [{ code: 'wrongPrices' }];
  const violations: ProofViolation[] = [];
  const reached = reach(cohort, loads, pairs);
  const bound = loadBound(task.cost, { rowPrices, columnPrices }, task.options);
  const value = reached.total - reached.penalty;
  const isAsStated =
    proof.pairs === reached.pairs &&
    proof.pairsUpperBound === bound.pairs &&
    proof.pairsGap === bound.pairs - reached.pairs &&
    toMillionths(proof.totalScore) === reached.total &&
    toMillionths(proof.upperBound) === 0 - bound.totalCost &&
    toMillionths(proof.gap) === 0 - bound.totalCost - value &&
    proof.loads?.mentees === reached.mentees &&
    proof.loads.menteesUpperBound === bound.assignedRows &&
    proof.loads.shortfall === reached.shortfall &&
    proof.loads.shortfallLowerBound === bound.shortfall &&
    toMillionths(proof.loads.penalty) === reached.penalty;
  if (!isAsStated) violations.push({ code: 'wrongTotals' });
  const isReached =
    bound.assignedRows === reached.mentees &&
    bound.pairs === reached.pairs &&
    bound.shortfall === reached.shortfall &&
    bound.totalCost === 0 - value;
  if (!isReached) violations.push({ code: 'gap' });
  return violations;
}

/** Prices in whole numbers by index, or `undefined` where they are not exactly one for everybody. */
function pricesByIndex(
  prices: readonly DualPrice[],
  people: number,
  indexOf: (id: string) => number,
): LoadPrice[] | undefined {
  const byIndex: LoadPrice[] = new Array(people);
  const isPriced = new Uint8Array(people);
  for (const { id, pairs, score, mentees = 0, minimums = 0 } of prices) {
    const index = indexOf(id);
    const price = { rows: mentees, pairs, minimums, cost: 0 - toMillionths(score) };
    if (index < 0 || isPriced[index] === 1 || !Object.values(price).every(isExact)) return undefined;
    isPriced[index] = 1;
    byIndex[index] = price;
  }
  return isPriced.includes(0) ? undefined : byIndex;
}

/** Whether sums of three such whole numbers are exact: else a false proof might add up. */
function isExact(part: number): boolean {
  return Number.isSafeInteger(4 * part);
}
