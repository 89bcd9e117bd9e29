import { runSteps, type Steps } from '../core/index.js';
import type { AssignmentOptions, AssignmentProgress, OptimalAssignment } from './assignment.js';
import { checkResult } from './check-result.js';
import type { CostView } from './cost-view.js';
import { Holders } from './holders.js';
import { allowedPairs, type Pattern } from './pattern.js';
import { isPause } from './pauses.js';
import { type Costs, readProblem } from './problem.js';
import { byColumns } from './transpose.js';

/** Rows that cannot all be assigned: they outnumber the places of all columns they may have. */
export interface Bottleneck {
  readonly rows: number[];
  /** Every column that at least one of the rows may have. */
  readonly columns: number[];
  /** The places of those columns together, fewer than rows. */
  readonly places: number;
}

export interface Bottlenecks {
  readonly bottlenecks: Bottleneck[];
  /** The index of each row's bottleneck, −1 = in none. Rows that are assigned may lie in one too. */
  readonly bottleneckOfRow: Int32Array;
}

/**
 * Why rows are left out: the Hall violators around the unassigned rows.
 *
 * From an unassigned row go to every column it may have, from there to the rows that hold it, and so on. If
 * a free place is met, the row could be assigned at a price and lies in no bottleneck. Otherwise the rows and
 * columns met are closed: those rows outnumber those places. Closures that meet are one bottleneck.
 *
 * O(rows · columns): every row and every column is read at most once. Hall (1935),
 * doi:10.1112/jlms/s1-10.37.26.
 *
 * @param result of `solveAssignment` for the same cost and options, or other largest assignments
 * @throws InputError as `solveAssignment`
 */
export function findBottlenecks(
  cost: Costs,
  result: Pick<OptimalAssignment, 'rowToColumn'>,
  options: AssignmentOptions = {},
): Bottlenecks {
  return runSteps(bottleneckSteps(cost, result, options));
}

/** `findBottlenecks` as steps. */
export function* bottleneckSteps(
  cost: Costs,
  result: Pick<OptimalAssignment, 'rowToColumn'>,
  options: AssignmentOptions,
): Steps<AssignmentProgress, Bottlenecks> {
  const { costs, capacities, unassigned } = readProblem('findBottlenecks', cost, options);
  checkResult('findBottlenecks', result, costs, ['rowToColumn']);
  const holders = Holders.of(result.rowToColumn, costs.columns);
  // Where rows count first, one that could still be assigned would be.
  const hasWayOut =
    unassigned === 'most' || !result.rowToColumn.includes(-1)
      ? new Uint8Array(costs.rows)
      : yield* rowsWithWayOut(costs, capacities, holders);
  const closures = yield* joinClosures(costs, holders, hasWayOut);
  return collect(closures, capacities, costs.rows);
}

/** 1 for every row from which a chain of moves leads to a free place. */
function* rowsWithWayOut(
  costs: CostView,
  capacities: Int32Array,
  holders: Holders,
): Steps<AssignmentProgress, Uint8Array> {
  const hasWayOut = new Uint8Array(costs.rows);
  const isReached = new Uint8Array(costs.columns);
  const queue: number[] = [];
  for (let column = 0; column < costs.columns; column++) {
    if (holders.count[column]! >= capacities[column]!) continue;
    isReached[column] = 1;
    queue.push(column);
  }
  const turned = byColumns(costs);
  let left = costs.rows;
  for (let at = 0; at < queue.length && left > 0; at++) {
    if (isPause(at, costs.rows)) yield progress(costs.rows);
    turned.load(queue[at]!);
    for (let t = turned.start; t < turned.end; t++) {
      const row = turned.columnAt[t]!;
      if (hasWayOut[row] === 1 || turned.costAt[t] === Infinity) continue;
      hasWayOut[row] = 1;
      left -= 1;
      const held = holders.columnOf[row]!;
      if (held < 0 || isReached[held] === 1) continue;
      isReached[held] = 1;
      queue.push(held);
    }
  }
  return hasWayOut;
}

function progress(rows: number): AssignmentProgress {
  return { stage: 'assigning', done: rows, of: rows };
}

interface Closures {
  /** The closure of each row and column, −1 = in none; numbers are to be looked up in `groups`. */
  readonly ofRow: Int32Array;
  readonly ofColumn: Int32Array;
  readonly groups: Groups;
}

function* joinClosures(
  costs: CostView,
  holders: Holders,
  hasWayOut: Uint8Array,
): Steps<AssignmentProgress, Closures> {
  const pattern = allowedPairs(costs);
  const ofRow = new Int32Array(costs.rows).fill(-1);
  const ofColumn = new Int32Array(costs.columns).fill(-1);
  const groups = new Groups();
  let left = costs.columns;
  let looked = 0;
  for (let source = 0; source < costs.rows; source++) {
    if (holders.columnOf[source]! >= 0 || hasWayOut[source] === 1) continue;
    const closure = groups.add();
    ofRow[source] = closure;
    const queue = [source];
    for (let at = 0; at < queue.length; at++) {
      if (isPause(looked++, costs.columns)) yield progress(costs.rows);
      const row = queue[at]!;
      // With all columns in one closure there is nothing more to find than whether this row joins it.
      if (left === 0 && groups.count === 1) break;
      if (left === 0 && groups.count === 2 && at === 0) {
        const first = firstAllowed(pattern, row);
        if (first >= 0) groups.join(closure, ofColumn[first]!);
        break;
      }
      for (let t = pattern.next(row, pattern.first(row)); t >= 0; t = pattern.next(row, t + 1)) {
        const j = pattern.columnAt(t);
        if (ofColumn[j]! >= 0) {
          groups.join(closure, ofColumn[j]!);
          continue;
        }
        ofColumn[j] = closure;
        left -= 1;
        for (let holder = holders.first[j]!; holder >= 0; holder = holders.next[holder]!) {
          ofRow[holder] = closure;
          queue.push(holder);
        }
      }
    }
  }
  return { ofRow, ofColumn, groups };
}

/** A column that the row may have, −1 = none. */
function firstAllowed(pattern: Pattern, row: number): number {
  const { isAllowed, columns } = pattern;
  if (isAllowed === undefined) {
    const at = pattern.next(row, pattern.first(row));
    return at < 0 ? -1 : pattern.columnAt(at);
  }
  for (let column = 0; column < columns; column++) if (isAllowed(row, column)) return column;
  return -1;
}

function collect({ ofRow, ofColumn, groups }: Closures, capacities: Int32Array, rows: number): Bottlenecks {
  const bottlenecks: { rows: number[]; columns: number[]; places: number }[] = [];
  const indexOfGroup = new Map<number, number>();
  const bottleneckOfRow = new Int32Array(rows).fill(-1);
  ofRow.forEach((closure, row) => {
    if (closure < 0) return;
    const group = groups.find(closure);
    let index = indexOfGroup.get(group);
    if (index === undefined) {
      index = bottlenecks.push({ rows: [], columns: [], places: 0 }) - 1;
      indexOfGroup.set(group, index);
    }
    bottlenecks[index]!.rows.push(row);
    bottleneckOfRow[row] = index;
  });
  ofColumn.forEach((closure, column) => {
    if (closure < 0) return;
    const bottleneck = bottlenecks[indexOfGroup.get(groups.find(closure))!]!;
    bottleneck.columns.push(column);
    bottleneck.places += capacities[column]!;
  });
  return { bottlenecks, bottleneckOfRow };
}

/** Union–find with path halving (Tarjan & van Leeuwen, 1984). */
class Groups {
  /** How many groups there are. */
  count = 0;
  readonly #parent: number[] = [];

  add(): number {
    this.count += 1;
    return this.#parent.push(this.#parent.length) - 1;
  }

  find(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) {
      this.#parent[root] = this.#parent[this.#parent[root]!]!;
      root = this.#parent[root]!;
    }
    return root;
  }

  join(one: number, other: number): void {
    const first = this.find(one);
    const second = this.find(other);
    if (first !== second) this.count -= 1;
    // The smaller number stays the name, so that the result does not depend on the order of joins.
    this.#parent[Math.max(first, second)] = Math.min(first, second);
  }
}
