import type { AssignmentOptions, OptimalAssignment } from './assignment.js';
import type { CostMatrix } from './cost-matrix.js';
import { NodeQueue } from './node-queue.js';
import { readProblem } from './problem.js';
import { solveAssignment } from './solve-assignment.js';

/** One whole assignment among the best. */
export interface RankedAssignment {
  /** The column of every row, −1 = unassigned. */
  readonly rowToColumn: Int32Array;
  readonly assignedRows: number;
  readonly totalCost: number;
}

/** A tuple in the order of the mode; less is better. */
type Value = readonly [first: number, second: number];

/** Part of the set of all assignments: some rows fixed to a column or to none, some pairs taken out. */
interface Part {
  /** The column of fixed rows, −1 = none, −2 = not fixed. */
  readonly fixed: Int32Array;
  readonly excluded: readonly (readonly [row: number, column: number])[];
  /** Column duals to start from. */
  readonly start: ArrayLike<number>;
  /** A row that may not stay without a column, with the bound for each column it may have instead. */
  readonly included?: { readonly row: number; readonly choices: readonly (readonly [number, Value])[] };
}

interface Node {
  /** The value of the best assignment of the part, or no better than it. */
  readonly value: Value;
  readonly part: () => Part;
  readonly solution?: RankedAssignment;
}

/**
 * The next best assignments after an optimal one, best first; values never get better. Each differs from all
 * before in at least one row. Fewer come back where there are no more.
 *
 * Murty (1968), doi:10.1287/opre.16.3.682: all assignments but one are split by the first row in which they
 * differ from it. Here "left out" is a choice of a row like any column. A part is solved only when the duals
 * of the assignment it was split from leave no other part that might be better: the least loss (a + b − 1,
 * c − u − v) among the other choices of its row, and among the ways to fill the place it leaves, bound it.
 *
 * @param cost the matrix that was solved
 * @param result of `solveAssignment` for the same cost and options
 * @param count how many, a whole number ≥ 0
 * @throws InputError as `solveAssignment`
 *
 * O(rows · columns) for each assignment, and one solve for each part that is looked into.
 */
export function nextBestAssignments(
  cost: CostMatrix,
  result: OptimalAssignment,
  options: AssignmentOptions,
  count: number,
): RankedAssignment[] {
  const { capacities, unassigned } = readProblem('nextBestAssignments', cost, options);
  const isPriced = typeof unassigned === 'number';
  const price = isPriced ? unassigned : 0;
  const { rows, columns, values } = cost;
  const queue = new NodeQueue<Node>((one, other) => compareValues(one.value, other.value));
  const tupleOf = ({ assignedRows, totalCost }: { assignedRows: number; totalCost: number }): Value =>
    isPriced ? [totalCost, 0 - assignedRows] : [0 - assignedRows, totalCost];
  const asValue = (lostRows: number, lostCost: number): Value =>
    isPriced ? [lostCost, lostRows] : [lostRows, lostCost];

  /** By column the least loss of what follows when one of its rows goes: another comes, or a place stays free. */
  const refillsOf = (open: readonly number[], { rowToColumn }: RankedAssignment, duals: Duals): Value[] => {
    const held = new Int32Array(columns);
    for (const column of rowToColumn) if (column >= 0) held[column]! += 1;
    const refills = Array.from({ length: columns }, (_, j) =>
      held[j]! < capacities[j]! ? nothing : asValue(duals.columnCover[j]!, 0 - duals.columnDuals[j]!),
    );
    for (const row of open) {
      for (let j = 0; j < columns; j++) {
        const pair = values[row * columns + j]!;
        if (pair === Infinity || rowToColumn[row] === j) continue;
        const lostCost = pair - duals.rowDuals[row]! - duals.columnDuals[j]!;
        const lostRows = duals.rowCover[row]! + duals.columnCover[j]! - 1;
        const first = isPriced ? lostCost : lostRows;
        const least = refills[j]!;
        if (first > least[0] || (first === least[0] && (isPriced ? lostRows : lostCost) >= least[1]))
          continue;
        refills[j] = asValue(lostRows, lostCost);
      }
    }
    return refills;
  };

  /** The part without its solution, split by the first row that differs. */
  const split = (part: Part, solution: RankedAssignment, duals: Duals): void => {
    const base = tupleOf(solution);
    const open = [...part.fixed.keys()].filter((row) => part.fixed[row] === -2);
    const refills = refillsOf(open, solution, duals);
    open.forEach((row, position) => {
      const column = solution.rowToColumn[row]!;
      const refill = column < 0 ? nothing : refills[column]!;
      const taken = new Set(part.excluded.flatMap(([one, other]) => (one === row ? [other] : [])));
      const fixedBefore = () => {
        const fixed = part.fixed.slice();
        for (const earlier of open.slice(0, position)) fixed[earlier] = solution.rowToColumn[earlier]!;
        return fixed;
      };
      const choices: (readonly [number, Value])[] = [];
      let least = plus(base, asValue(duals.rowCover[row]!, price - duals.rowDuals[row]!));
      if (column < 0) least = [Infinity, Infinity];
      for (let j = 0; j < columns; j++) {
        const pair = values[row * columns + j]!;
        if (j === column || pair === Infinity || capacities[j] === 0 || taken.has(j)) continue;
        const lostRows = duals.rowCover[row]! + duals.columnCover[j]! - 1;
        const value = plus(base, asValue(lostRows, pair - duals.rowDuals[row]! - duals.columnDuals[j]!));
        if (column < 0) choices.push([j, value]);
        if (compareValues(value, least) < 0) least = value;
      }
      if (least[0] === Infinity) return;
      const { excluded } = part;
      const start = duals.columnDuals;
      queue.push({
        value: plus(least, refill),
        part: () =>
          column < 0
            ? { fixed: fixedBefore(), excluded, start, included: { row, choices } }
            : { fixed: fixedBefore(), excluded: [...excluded, [row, column]], start },
      });
    });
  };

  /** The best assignment of a part in which no row is bound to have a column. */
  const solve = ({ fixed, excluded, start }: Part): { solution: RankedAssignment; duals: Duals } | null => {
    const left = capacities.slice();
    for (const column of fixed) if (column >= 0) left[column]! -= 1;
    if (left.some((places) => places < 0)) return null;
    const open = [...fixed.keys()].filter((row) => fixed[row] === -2);
    const isSingle = values instanceof Float32Array;
    const own = isSingle ? new Float32Array(open.length * columns) : new Float64Array(open.length * columns);
    open.forEach((row, at) => {
      const first = row * columns;
      if (isSingle) own.set(values.subarray(first, first + columns), at * columns);
      else for (let j = 0; j < columns; j++) own[at * columns + j] = values[first + j]!;
    });
    const position = new Map(open.map((row, at) => [row, at]));
    for (const [row, column] of excluded) {
      const at = position.get(row);
      if (at !== undefined) own[at * columns + column] = Infinity;
    }
    const mode = isPriced ? price : ('most' as const);
    const found = solveAssignment(
      { rows: open.length, columns, values: own },
      { capacities: left, unassigned: mode, initialColumnDuals: start },
    );
    if (found.status !== 'optimal') return null;
    const rowToColumn = fixed.slice();
    const duals = {
      rowDuals: new Float64Array(rows),
      rowCover: new Uint8Array(rows),
      columnDuals: found.columnDuals,
      columnCover: found.columnCover,
    };
    open.forEach((row, at) => {
      rowToColumn[row] = found.rowToColumn[at]!;
      duals.rowDuals[row] = found.rowDuals[at]!;
      duals.rowCover[row] = found.rowCover[at]!;
    });
    return { solution: ranked(rowToColumn), duals };
  };

  const ranked = (rowToColumn: Int32Array): RankedAssignment => {
    let assignedRows = 0;
    let totalCost = 0;
    rowToColumn.forEach((column, row) => {
      if (column >= 0) assignedRows += 1;
      totalCost += column >= 0 ? values[row * columns + column]! : price;
    });
    return { rowToColumn, assignedRows, totalCost };
  };

  const all: Part = { fixed: new Int32Array(rows).fill(-2), excluded: [], start: [] };
  split(all, ranked(result.rowToColumn.slice()), result);
  const duals = new Map<RankedAssignment, Duals>();
  const best: RankedAssignment[] = [];
  while (best.length < count) {
    const node = queue.take();
    if (node === undefined) break;
    const part = node.part();
    if (node.solution !== undefined) {
      // Where all have to be assigned, an assignment of fewer is none.
      if (unassigned === 'forbid' && node.solution.assignedRows < result.assignedRows) break;
      best.push(node.solution);
      split(part, node.solution, duals.get(node.solution)!);
      duals.delete(node.solution);
    } else if (part.included !== undefined) {
      const { row, choices } = part.included;
      for (const [column, value] of choices) {
        const fixed = part.fixed.slice();
        fixed[row] = column;
        queue.push({ value, part: () => ({ fixed, excluded: part.excluded, start: part.start }) });
      }
    } else {
      const found = solve(part);
      if (found === null) continue;
      const { solution } = found;
      duals.set(solution, found.duals);
      queue.push({ value: tupleOf(solution), part: () => part, solution });
    }
  }
  return best;
}

const nothing: Value = [0, 0];

type Duals = Pick<OptimalAssignment, 'rowDuals' | 'rowCover' | 'columnDuals' | 'columnCover'>;

function plus(one: Value, other: Value): Value {
  return [one[0] + other[0], one[1] + other[1]];
}

function compareValues(one: Value, other: Value): number {
  return one[0] - other[0] || one[1] - other[1];
}
