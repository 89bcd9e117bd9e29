import type { Steps } from '../core/index.js';
import type { AssignmentProgress, OptimalAssignment } from './assignment.js';
import { assignmentSteps } from './assignment-steps.js';
import type { CostSource } from './cost-source.js';
import type { CostView } from './cost-view.js';
import type { State, Value } from './murty-part.js';
import type { AssignmentProblem } from './problem.js';
import { SourceView } from './source-view.js';

/** Where a list of assignments begins: the best of the problem that the list is made of. */
export interface RankingStart {
  readonly costs: CostView;
  readonly state: State;
  /** Of the state, λ taken off for every row that differs. */
  readonly value: Value;
  /** The node of each row in the assignment that others are to differ from. */
  readonly present: Int32Array;
  /** λ: by how much a row counts less in `costs` where it differs. */
  readonly reward: number;
}

/** How many halvings of the largest useful λ are looked at. */
const halvings = 32;

/**
 * With `minimumChanges` 1 the problem that was solved. Else one in which each row that differs from the present
 * assignment costs λ less. Of the halvings of a λ that decides everything, the least is taken whose optimum
 * differs often enough, so that the list begins about where its answers are.
 */
export function* startOfRanking(
  problem: AssignmentProblem,
  result: OptimalAssignment,
  minimumChanges: number,
): Steps<AssignmentProgress, RankingStart> {
  const { costs, capacities, unassigned } = problem;
  const present = result.rowToColumn.map((column) => (column < 0 ? costs.columns : column));
  if (minimumChanges <= 1) return startFrom(problem, costs, result, present, 0);
  const most = powerOfTwoAbove(4 * largestOf(costs) + 1);
  let best: RankingStart | undefined;
  let initialColumnDuals: ArrayLike<number> = result.columnDuals;
  // Halving `low` times is known to be enough, `high` times not to be.
  for (let low = 0, high = halvings, halved = 0; ; halved = (low + high) >> 1) {
    const reward = most / 2 ** halved;
    const own = rewarding(costs, present, reward);
    const found = yield* assignmentSteps(own, { capacities, unassigned, initialColumnDuals });
    if (found.status !== 'optimal') throw new Error('nextBestAssignments: a solved problem has no solution');
    initialColumnDuals = found.columnDuals;
    const start = startFrom(problem, new SourceView(own, 'nextBestAssignments'), found, present, reward);
    const isEnough = differencesOf(start.state.nodeOf, present) >= minimumChanges;
    if (isEnough || halved === 0) best = start;
    if (isEnough) low = halved;
    else high = halved;
    if (high - low <= 1 || high === 0) return best!;
  }
}

/** How many rows are elsewhere. */
export function differencesOf(nodeOf: Int32Array, present: Int32Array): number {
  return nodeOf.reduce((changes, node, row) => changes + (node === present[row] ? 0 : 1), 0);
}

/**
 * Costs less λ for each row that differs, up to a constant for each row: all rows share one price of being left
 * out, so rows with a column pay λ for keeping it instead, and rows without pay λ less for any.
 */
function rewarding(costs: CostView, present: Int32Array, reward: number): CostSource {
  const { rows, columns } = costs;
  return {
    rows,
    columns,
    writeRow: (row, out) => {
      const isOut = present[row] === columns;
      out.fill(Infinity);
      costs.load(row);
      const { columnAt, costAt, start, end } = costs;
      for (let t = start; t < end; t++) out[columnAt[t]!] = isOut ? costAt[t]! - reward : costAt[t]!;
      if (!isOut) out[present[row]!]! += reward;
    },
    entry: (row, column) => {
      const cost = costs.entry(row, column);
      if (present[row] === columns) return cost - reward;
      return present[row] === column ? cost + reward : cost;
    },
  };
}

function startFrom(
  { unassigned }: AssignmentProblem,
  costs: CostView,
  { rowToColumn, columnDuals, columnCover, assignedRows, totalCost }: OptimalAssignment,
  present: Int32Array,
  reward: number,
): RankingStart {
  const isPriced = typeof unassigned === 'number';
  const outside = costs.columns;
  const costPart = new Float64Array(outside + 1);
  const rowPart = new Float64Array(outside + 1);
  for (let j = 0; j < outside; j++) {
    costPart[j] = columnDuals[j]!;
    rowPart[j] = 0 - columnCover[j]!;
  }
  const nodeOf = rowToColumn.map((column) => (column < 0 ? outside : column));
  // Keeping costs λ for each row that had a column: without those, the cost is less λ for each that differs.
  const held = present.reduce((sum, node) => sum + (node === outside ? 0 : 1), 0);
  const cost = totalCost - reward * held;
  return {
    costs,
    present,
    reward,
    state: { nodeOf, first: isPriced ? costPart : rowPart, second: isPriced ? rowPart : costPart },
    value: isPriced ? [cost, 0 - assignedRows] : [0 - assignedRows, cost],
  };
}

function largestOf(costs: CostView): number {
  let largest = 0;
  for (let row = 0; row < costs.rows; row++) {
    costs.load(row);
    for (let t = costs.start; t < costs.end; t++) {
      const cost = Math.abs(costs.costAt[t]!);
      if (cost > largest && cost < Infinity) largest = cost;
    }
  }
  return largest;
}

function powerOfTwoAbove(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  return power;
}
