import { InputError, ProblemList, reading, runSteps, type Steps } from '../core/index.js';
import type { AssignmentOptions, AssignmentProgress, OptimalAssignment } from './assignment.js';
import type { CostView } from './cost-view.js';
import { differencesOf, startOfRanking } from './different-start.js';
import { violationsOf } from './find-optimality-violations.js';
import { type Branch, compareValues, type Part, PartSplitter, type Value } from './murty-part.js';
import { NodeQueue } from './node-queue.js';
import { type AssignmentProblem, type Costs, readProblem } from './problem.js';

/** One whole assignment among the best. */
export interface RankedAssignment {
  /** The column of every row, −1 = unassigned. */
  readonly rowToColumn: Int32Array;
  readonly assignedRows: number;
  readonly totalCost: number;
  /** Whether it is certain that no better one was overlooked; always so where one change is enough. */
  readonly isProven: boolean;
}

/** With `minimumChanges` > 1, how many parts are looked into before the search is given up. */
const mostParts = 20_000;

/**
 * The next best assignments after an optimal one, best first; values never get better. Each differs from all
 * before in at least one row. Fewer come back where there are no more.
 *
 * Murty (1968), doi:10.1287/opre.16.3.682: all assignments but one are split by the first row in which they
 * differ from it; "left out" is a choice of a row like any column. The best of each part is one shortest chain
 * of moves, found from the duals of the assignment that it was split from, and is looked for only where a
 * bound leaves room for it; see `PartSplitter`.
 *
 * With `minimumChanges` m > 1 only assignments that differ from the optimal one in m rows or more are listed,
 * and still exactly the best of them: the list is made of a problem in which every row that differs is
 * rewarded with λ. An assignment with c ≥ m changes has there λ·(c − m) less than its cost less λ·m, so once
 * the rest of that list is no better than the last one wanted, nothing is missing; nor is it where the last one
 * wanted is as good as the optimum. λ, found by trial, only decides how long it takes. There may be exponentially
 * many nearly as good ones on the way, so that the search stops after looking into 20,000 parts; the assignments
 * of which it is then not certain that they are the next best say so.
 *
 * @param cost what was solved
 * @param result of `solveAssignment` for the same cost and options
 * @param count how many, a whole number ≥ 0
 * @param minimumChanges a whole number ≥ 1
 * @throws InputError as `solveAssignment`
 *
 * O(rows · columns) for each assignment, and a shortest path for each part that is looked into.
 */
export function nextBestAssignments(
  cost: Costs,
  result: OptimalAssignment,
  options: AssignmentOptions,
  count: number,
  minimumChanges = 1,
): RankedAssignment[] {
  const problem = readProblem('nextBestAssignments', cost, options);
  requireResult(problem, result);
  if (runSteps(violationsOf(problem, result, undefined)).length > 0)
    throw new InputError('nextBestAssignments', [{ path: 'result', value: result, rule: resultRule }]);
  return runSteps(nextBestSteps(cost, result, options, count, minimumChanges));
}

const resultRule = 'what solveAssignment returned for these costs and options, with an assignment';

/** Arrays of the kinds and lengths that a result has, so that reading them cannot fail. */
function requireResult({ costs }: AssignmentProblem, result: OptimalAssignment): void {
  const isList = (list: unknown, length: number) =>
    ArrayBuffer.isView(list) && (list as Float64Array).length === length;
  const isResult = reading('nextBestAssignments', 'result', result, resultRule, () => {
    const { status, totalCost, assignedRows, rowToColumn, rowDuals, columnDuals } = result;
    return (
      status === 'optimal' &&
      [totalCost, assignedRows].every((each) => typeof each === 'number') &&
      [rowToColumn, rowDuals, result.rowCover].every((list) => isList(list, costs.rows)) &&
      [columnDuals, result.columnCover].every((list) => isList(list, costs.columns))
    );
  });
  if (!isResult)
    throw new InputError('nextBestAssignments', [{ path: 'result', value: result, rule: resultRule }]);
}

/** An assignment that was found, by the branch whose best it is; `null` = the start of the list. */
interface Candidate {
  readonly value: Value;
  readonly branch: Branch | null;
}

/** `nextBestAssignments` as steps. */
export function* nextBestSteps(
  cost: Costs,
  result: OptimalAssignment,
  options: AssignmentOptions,
  count: number,
  minimumChanges = 1,
): Steps<AssignmentProgress, RankedAssignment[]> {
  const problem = readProblem('nextBestAssignments', cost, options);
  requireResult(problem, result);
  const problems = new ProblemList('nextBestAssignments');
  if (!(Number.isSafeInteger(count) && count >= 0)) problems.add('count', count, 'a whole number ≥ 0');
  if (!(Number.isSafeInteger(minimumChanges) && minimumChanges >= 1))
    problems.add('minimumChanges', minimumChanges, 'a whole number ≥ 1');
  problems.throwIfAny();
  const { costs, unassigned } = problem;
  const isPriced = typeof unassigned === 'number';
  const price = isPriced ? unassigned : 0;
  if (count === 0 || costs.rows === 0) return [];
  const start = yield* startOfRanking(problem, result, minimumChanges);
  const splitter = new PartSplitter({ costs: start.costs, capacities: problem.capacities, price, isPriced });
  const { present } = start;
  const optimum: Value = isPriced
    ? [result.totalCost, 0 - result.assignedRows]
    : [0 - result.assignedRows, result.totalCost];
  const reward: Value = isPriced ? [start.reward, 0] : [0, start.reward];
  const isMissing = ([first]: Value) => unassigned === 'forbid' && first > start.value[0];

  const candidates: Candidate[] = [];
  const add = (value: Value, changes: number, branch: Branch | null) => {
    if (changes < minimumChanges || isMissing(value)) return;
    // In the list's own problem each change is rewarded; undone, the values are those of the cost.
    const own: Value = [value[0] + reward[0] * changes, value[1] + reward[1] * changes];
    let at = candidates.length;
    while (at > 0 && compareValues(candidates[at - 1]!.value, own) > 0) at -= 1;
    if (at < count) candidates.splice(at, 0, { value: own, branch });
    if (candidates.length > count) candidates.pop();
  };
  /** What is not below this in the list's problem is no better than the last one wanted. */
  const limit = (): Value => {
    const last = candidates[count - 1]?.value;
    if (last === undefined) return [Infinity, Infinity];
    if (compareValues(last, optimum) <= 0) return [-Infinity, -Infinity];
    return [last[0] - reward[0] * minimumChanges, last[1] - reward[1] * minimumChanges];
  };

  const all: Part = { state: start.state, from: 0, excluded: new Set(), value: start.value };
  add(start.value, differencesOf(start.state.nodeOf, present), null);
  const queue = new NodeQueue<Branch>(
    (one, other) => compareValues(one.value, other.value) || Number(other.isExact) - Number(one.isExact),
  );
  for (const branch of splitter.branches(all, limit())) queue.push(branch);
  /** Nothing that was not found is better. */
  let bound: Value = [Infinity, Infinity];
  for (let looked = 0; ; looked++) {
    const branch = queue.take();
    if (branch === undefined || compareValues(branch.value, limit()) >= 0) break;
    if (minimumChanges > 1 && looked >= mostParts) {
      bound = [branch.value[0] + reward[0] * minimumChanges, branch.value[1] + reward[1] * minimumChanges];
      if (compareValues(bound, optimum) < 0) bound = optimum;
      break;
    }
    if (looked % 16 === 0) yield { stage: 'ranking', done: candidates.length, of: count };
    if (branch.isExact) {
      for (const next of splitter.branches(splitter.partOf(branch), limit())) queue.push(next);
      continue;
    }
    const chain = splitter.chainOf(branch, limit());
    if (chain === null) continue;
    const { part } = branch;
    const value: Value = [part.value[0] + chain.loss[0], part.value[1] + chain.loss[1]];
    const exact: Branch = { ...branch, value, isExact: true };
    const nodeOf = part.state.nodeOf.slice();
    for (const [row, node] of chain.moves) nodeOf[row] = node;
    add(value, differencesOf(nodeOf, present), exact);
    queue.push(exact);
  }
  return candidates.map(({ branch, value }) => {
    const { state } = branch === null ? all : splitter.partOf(branch);
    return { ...ranked(state.nodeOf, costs, price), isProven: compareValues(value, bound) <= 0 };
  });
}

function ranked(nodeOf: Int32Array, costs: CostView, price: number) {
  let assignedRows = 0;
  let totalCost = 0;
  const rowToColumn = nodeOf.map((node, row) => {
    const isOut = node === costs.columns;
    totalCost += isOut ? price : costs.entry(row, node);
    if (!isOut) assignedRows += 1;
    return isOut ? -1 : node;
  });
  return { rowToColumn, assignedRows, totalCost };
}
