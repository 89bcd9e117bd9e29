import type { AssignmentOptions, OptimalAssignment } from './assignment.js';
import { checkResult } from './check-result.js';
import { MoveGraph } from './move-graph.js';
import type { MoveTree } from './move-search.js';
import { type Costs, readProblem } from './problem.js';

/** By how much the result's numbers change. */
export interface AssignmentChange {
  readonly assignedRows: number;
  readonly totalCost: number;
}

/** One row that changes its column; −1 = none. */
export interface RowMove {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** What forcing one pair changes, and one cheapest way to do it. */
export interface ForcedPair {
  readonly change: AssignmentChange;
  /** The pair's own row first, then everybody who moves in turn; empty where the pair is made anyway. */
  readonly moves: readonly RowMove[];
}

/** Answers "what if this pair had to be?" for one solved problem, without solving again. */
export interface PairPricer {
  /** `null` where the pair is forbidden or no assignment has it. O(rows · columns) at worst. */
  forcePair(row: number, column: number): ForcedPair | null;
  /** The change for every column of a row, by one tree. O(rows · columns). */
  pricesOfRow(row: number): (AssignmentChange | null)[];
  /** The change for every row of a column, by one tree. O(rows · columns). */
  pricesOfColumn(column: number): (AssignmentChange | null)[];
  /** What one more place in each column would change, by one tree. O(rows · columns). */
  gainsOfPlaces(): AssignmentChange[];
}

/**
 * Prices every pair of a solved problem: solving again with the pair forced in would change `assignedRows`
 * and `totalCost` by exactly this much, in the order of the mode (rows first with `'forbid'` and `'most'`,
 * cost first with a number).
 *
 * The price is the loss of the pair's own duals plus that of the shortest chain of moves from its column to
 * where its row was; see `MoveGraph`. Exact for whole numbers. See Burkard, Dell'Amico &
 * Martello, *Assignment Problems* (SIAM 2009), on sensitivity; here losses are tuples and columns hold several.
 *
 * @param cost the costs that were solved; they must not change while the pricer is used
 * @param result of `solveAssignment` for the same cost and options
 * @throws InputError as `solveAssignment`
 */
export function pairPricer(
  cost: Costs,
  result: OptimalAssignment,
  options: AssignmentOptions = {},
): PairPricer {
  const problem = readProblem('pairPricer', cost, options);
  checkResult('pairPricer', result, problem.costs, ['rowToColumn', 'rowDuals', 'columnDuals', 'columnCover']);
  const graph = new MoveGraph(problem, result);
  const { outside } = graph;
  const { rowToColumn, columnCover, columnDuals } = result;
  const homeOf = (row: number) => (rowToColumn[row]! < 0 ? outside : rowToColumn[row]!);
  const asColumn = (node: number) => (node === outside ? -1 : node);
  const none: AssignmentChange = { assignedRows: 0, totalCost: 0 };

  /** Of a pair, given the way between its column and where its row is, found at `node` of the tree. */
  const changeOf = (row: number, column: number, tree: MoveTree, node: number) => {
    if (rowToColumn[row] === column) return none;
    const own = graph.lossOf(row, column);
    const way = lossAt(tree, node, graph.isPriced);
    const rows = own.rows + way.rows;
    const totalCost = own.cost + way.cost;
    // Where all have to be assigned there is no assignment of fewer.
    const isImpossible = totalCost === Infinity || (problem.unassigned === 'forbid' && rows > 0);
    return isImpossible ? null : { assignedRows: 0 - rows, totalCost };
  };

  return {
    forcePair: (row, column) => {
      if (rowToColumn[row] === column) return { change: none, moves: [] };
      const home = homeOf(row);
      if (graph.lossOf(row, column).cost === Infinity) return null;
      const tree = graph.waysFrom(column, home);
      const change = changeOf(row, column, tree, home);
      if (change === null) return null;
      const chain: RowMove[] = [];
      for (let node = home; node !== column; node = tree.neighbour[node]!) {
        const mover = tree.mover[node]!;
        const from = tree.neighbour[node]!;
        if (mover >= 0) chain.push({ row: mover, from: asColumn(from), to: asColumn(node) });
      }
      return { change, moves: [{ row, from: asColumn(home), to: column }, ...chain.reverse()] };
    },
    pricesOfRow: (row) => {
      const tree = graph.waysTo(homeOf(row));
      return Array.from({ length: problem.costs.columns }, (_, column) =>
        changeOf(row, column, tree, column),
      );
    },
    pricesOfColumn: (column) => {
      const tree = graph.waysFrom(column);
      return Array.from({ length: problem.costs.rows }, (_, row) => changeOf(row, column, tree, homeOf(row)));
    },
    gainsOfPlaces: () => {
      const tree = graph.waysFrom(outside);
      return Array.from({ length: problem.costs.columns }, (_, column) => {
        const way = lossAt(tree, column, graph.isPriced);
        return {
          assignedRows: columnCover[column]! - way.rows,
          totalCost: columnDuals[column]! + way.cost,
        };
      });
    },
  };
}

function lossAt(
  { first, second }: MoveTree,
  node: number,
  isPriced: boolean,
): { rows: number; cost: number } {
  return isPriced ? { rows: second[node]!, cost: first[node]! } : { rows: first[node]!, cost: second[node]! };
}
