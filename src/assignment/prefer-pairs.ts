import { InputError, reading } from '../core/index.js';
import type { AssignmentOptions, OptimalAssignment } from './assignment.js';
import { checkResult } from './check-result.js';
import { componentsFrom } from './components.js';
import { Holders } from './holders.js';
import { columnsUpTo } from './kept-columns.js';
import { MoveSearch } from './move-search.js';
import { type AssignmentProblem, type Costs, readProblem } from './problem.js';

/**
 * Of all optimal assignments one with the most preferred pairs.
 *
 * Every optimal assignment is made of pairs that the duals leave tight (complementary slackness), so whoever
 * moves along tight pairs alone loses nothing. Among those, preferred pairs are a second objective with whole
 * numbers of its own: no weight is added to a cost. Preferred pairs that the assignment has count from the
 * start; each of the others is let count in turn, and if a tight chain of moves then gains by it, it is made.
 * Potentials keep every chain but the new one without gain, so one shortest path decides (successive shortest
 * paths; Ahuja, Magnanti & Orlin, *Network Flows* (1993), chapter 9). A chain ends where it began and so stays within
 * a strongly connected component of the tight moves; chains that are made do not change the components (Dulmage &
 * Mendelsohn 1958, doi:10.4153/CJM-1958-052-0), so that most preferred pairs are seen to be out of reach at once.
 *
 * @param cost what was solved
 * @param result of `solveAssignment` for the same cost and options
 * @param preferred the preferred column of every row, −1 = none
 * @returns the column of every row, −1 = unassigned
 * @throws InputError as `solveAssignment`
 *
 * O(rows + tight pairs), and a shortest path over tight pairs for each preferred pair that is tight, not made and
 * within a component.
 */
export function preferPairs(
  cost: Costs,
  result: OptimalAssignment,
  options: AssignmentOptions,
  preferred: ArrayLike<number>,
): Int32Array {
  const problem = readProblem('preferPairs', cost, options);
  checkResult('preferPairs', result, problem.costs, [
    'rowToColumn',
    'rowDuals',
    'columnDuals',
    'rowCover',
    'columnCover',
  ]);
  const rule = 'an array or typed array: a column per row';
  const columns = reading('preferPairs', 'preferred', preferred, rule, () => {
    if (Array.isArray(preferred) || ArrayBuffer.isView(preferred)) return Float64Array.from(preferred);
    throw new InputError('preferPairs', [{ path: 'preferred', value: preferred, rule }]);
  });
  return new TightMoves(problem, result, columns).prefer();
}

/** Longer lists of tight columns, as there are where all is tied, would fill the memory. */
const shortList = 100;

class TightMoves {
  readonly #problem: AssignmentProblem;
  readonly #result: OptimalAssignment;
  readonly #preferred: ArrayLike<number>;
  /** Node `columns` is the outside: rows left out. */
  readonly #outside: number;
  readonly #holders: Holders;
  readonly #search: MoveSearch;
  /** By node; every tight move gains at most 0 by these. */
  readonly #potentials: Float64Array;
  readonly #tight: (readonly number[] | undefined)[] = [];
  /** By node; chains stay within one. */
  #component: Int32Array = new Int32Array(0);
  /** 1 = the row's preferred pair counts. */
  readonly #counts: Uint8Array;

  constructor(problem: AssignmentProblem, result: OptimalAssignment, preferred: ArrayLike<number>) {
    const { rows, columns } = problem.costs;
    this.#problem = problem;
    this.#result = result;
    this.#preferred = preferred;
    this.#outside = columns;
    this.#holders = new Holders(rows, columns + 1);
    result.rowToColumn.forEach((column, row) => {
      this.#holders.place(row, column < 0 ? columns : column);
    });
    this.#search = new MoveSearch(columns + 1, columns);
    this.#potentials = new Float64Array(columns + 1);
    this.#counts = new Uint8Array(rows);
    result.rowToColumn.forEach((column, row) => {
      if (column >= 0 && column === preferred[row]) this.#counts[row] = 1;
    });
  }

  prefer(): Int32Array {
    const { costs } = this.#problem;
    const { columnOf } = this.#holders;
    const open: number[] = [];
    for (let row = 0; row < costs.rows; row++) {
      const column = this.#preferred[row]!;
      if (this.#counts[row] === 0 && column >= 0 && this.#isTight(row, column, costs.entry(row, column)))
        open.push(row);
    }
    const wanted = open.map((row) => this.#preferred[row]!);
    this.#component = componentsFrom(this.#outside + 1, wanted, (node) => this.#waysOn(node), shortList);
    for (const row of open) {
      const column = this.#preferred[row]!;
      // Moves of others may have brought it there; now it is lost where somebody takes it away.
      if (column === columnOf[row]) this.#counts[row] = 1;
      else if (this.#component[column] === this.#component[columnOf[row]!]) this.#letCount(row, column);
    }
    return columnOf.map((node) => (node === this.#outside ? -1 : node));
  }

  /** Where tight moves lead from a node, before any is made. */
  #waysOn(node: number): readonly number[] {
    const { first, next, count } = this.#holders;
    const row = first[node]!;
    const isFull = count[node] === this.#problem.capacities[node];
    // Mostly one row holds a column, and nothing else can happen there.
    if (isFull && row >= 0 && next[row]! < 0 && !this.#mayLeave(row)) return this.#tightColumns(row);
    const ways: number[] = [];
    this.#eachWay(node, (to) => ways.push(to));
    return ways;
  }

  #letCount(row: number, column: number): void {
    const { columnOf } = this.#holders;
    const home = columnOf[row]!;
    this.#counts[row] = 1;
    const gain = 1 + this.#potentials[column]! - this.#potentials[home]!;
    if (gain <= 0) return;
    const search = this.#search;
    search.restart(column);
    for (let node = column; node >= 0; node = search.takeNearest()) {
      if (search.first[node]! >= Math.min(gain, search.first[home]!)) break;
      this.#relax(node);
    }
    const distance = search.first[home]!;
    const reach = Math.min(distance, gain);
    for (let at = 0; at < search.reachedCount; at++) {
      const node = search.reached[at]!;
      if (search.first[node]! < reach) this.#potentials[node]! += search.first[node]! - reach;
    }
    if (distance >= gain) return;
    for (let node = home; node !== column; node = search.neighbour[node]!) {
      const mover = search.mover[node]!;
      if (mover < 0) continue;
      this.#holders.release(mover);
      this.#holders.place(mover, node);
    }
    this.#holders.release(row);
    this.#holders.place(row, column);
  }

  /** Every tight way on from a node within its component, at what it costs in preferred pairs. */
  #relax(node: number): void {
    const search = this.#search;
    const component = this.#component;
    this.#eachWay(node, (to, row) => {
      if (component[to] !== component[node]) return;
      const lost = row < 0 ? 0 : this.#countOf(row, node) - this.#countOf(row, to);
      search.relax(to, node, lost + this.#potentials[node]! - this.#potentials[to]!, 0, row);
    });
  }

  /** Every tight way on from a node and the row that moves, −1 where a place is taken or given up. */
  #eachWay(node: number, see: (to: number, row: number) => void): void {
    const outside = this.#outside;
    const { capacities } = this.#problem;
    const { columnCover, columnDuals } = this.#result;
    const { first, next, count } = this.#holders;
    for (let row = first[node]!; row >= 0; row = next[row]!) {
      if (node !== outside && this.#mayLeave(row)) see(outside, row);
      for (const j of this.#tightColumns(row)) if (j !== node) see(j, row);
    }
    if (node === outside) {
      for (let j = 0; j < outside; j++)
        if (columnCover[j] === 0 && columnDuals[j] === 0 && capacities[j]! > 0) see(j, -1);
    } else if (count[node]! < capacities[node]!) see(outside, -1);
  }

  /** The columns that are tight with a row; short lists are kept, as rows are asked again and again. */
  #tightColumns(row: number): readonly number[] {
    const kept = this.#tight[row];
    if (kept !== undefined) return kept;
    const u = this.#result.rowDuals[row]!;
    const found: number[] = [];
    const see = (column: number, cost: number) => {
      if (this.#isTight(row, column, cost)) found.push(column);
    };
    const few = columnsUpTo(this.#result, row, u);
    if (few !== undefined) {
      for (let at = 0; at < few.columns.length; at++) see(few.columns[at]!, few.costs[at]!);
    } else {
      const { costs } = this.#problem;
      const { columnDuals } = this.#result;
      costs.load(row);
      const { columnAt, costAt, start, end } = costs;
      for (let t = start; t < end; t++)
        if (costAt[t]! - columnDuals[columnAt[t]!]! === u) see(columnAt[t]!, costAt[t]!);
    }
    if (found.length <= shortList) this.#tight[row] = found;
    return found;
  }

  #countOf(row: number, column: number): number {
    return this.#counts[row] === 1 && this.#preferred[row] === column ? 1 : 0;
  }

  #isTight(row: number, column: number, cost: number): boolean {
    const { rowDuals, columnDuals, rowCover, columnCover } = this.#result;
    return (
      cost - columnDuals[column]! === rowDuals[row] &&
      rowCover[row]! + columnCover[column]! === 1 &&
      this.#problem.capacities[column]! > 0
    );
  }

  #mayLeave(row: number): boolean {
    const { unassigned } = this.#problem;
    const price = typeof unassigned === 'number' ? unassigned : 0;
    return this.#result.rowCover[row] === 0 && this.#result.rowDuals[row] === price;
  }
}
