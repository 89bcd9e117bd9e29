import type { OptimalAssignment } from './assignment.js';
import { type CostView, isLazy } from './cost-view.js';
import { MoveSearch, type MoveTree } from './move-search.js';
import type { AssignmentProblem } from './problem.js';
import { byColumns, transpose } from './transpose.js';

/**
 * The ways in which an optimal assignment can be rearranged, as a graph. Its nodes are the columns and the
 * *outside* (rows left out, places left free). Whoever is one too many at a node goes on along an arc:
 *
 * - column c → column d: a row that holds c moves to d, at the loss (a + b − 1, c − u − v) of that pair;
 * - c → outside: a row that holds c is left out, at the distance of its duals from those of a row left out;
 *   or a place of c is free, at no loss;
 * - outside → d: a row left out comes in;
 * - outside → c: a place of c stays free, at the loss of its dual.
 *
 * Losses are ≥ 0 as tuples, since the duals prove the optimum, so Dijkstra's method finds the least ones.
 * Compared first part first; with `'forbid'` and `'most'` that is rows, with a price it is cost.
 */
export class MoveGraph {
  readonly outside: number;
  readonly isPriced: boolean;
  readonly #costs: CostView;
  /** The same by columns, when first asked for. */
  #turned: CostView | undefined;
  readonly #rows: number;
  readonly #columns: number;
  readonly #price: number;
  readonly #result: OptimalAssignment;
  readonly #capacities: Int32Array;
  /** Where each row is. */
  readonly #nodeOf: Int32Array;
  readonly #starts: Int32Array;
  /** The rows by column: `#holders[#starts[c] … #starts[c + 1] − 1]`; those left out come last. */
  readonly #holders: Int32Array;

  constructor({ costs, capacities, unassigned }: AssignmentProblem, result: OptimalAssignment) {
    const { rows, columns } = costs;
    this.#rows = rows;
    this.#columns = columns;
    this.outside = columns;
    this.isPriced = typeof unassigned === 'number';
    this.#price = typeof unassigned === 'number' ? unassigned : 0;
    this.#costs = costs;
    this.#result = result;
    this.#capacities = capacities;
    this.#starts = new Int32Array(columns + 2);
    this.#holders = new Int32Array(rows);
    this.#nodeOf = Int32Array.from(result.rowToColumn, (column) => (column < 0 ? columns : column));
    sortByNode(this.#nodeOf, this.#starts, this.#holders);
  }

  /** The loss of a pair's own duals, as (rows, cost). */
  lossOf(row: number, column: number): { rows: number; cost: number } {
    const { rowCover, columnCover, rowDuals, columnDuals } = this.#result;
    return {
      rows: rowCover[row]! + columnCover[column]! - 1,
      cost: this.#costs.entry(row, column) - rowDuals[row]! - columnDuals[column]!,
    };
  }

  /** The shortest ways from a node to all others, or until `goal` is reached. */
  waysFrom(root: number, goal = -1): MoveTree {
    const search = new MoveSearch(this.outside + 1, root);
    const isFree = (column: number) => this.#held(column) < this.#capacities[column]!;
    for (let node = root; node >= 0 && node !== goal; node = search.takeNearest()) {
      for (let at = this.#starts[node]!; at < this.#starts[node + 1]!; at++) {
        const row = this.#holders[at]!;
        this.#relaxRow(search, row, node);
        if (node !== this.outside) this.#relaxLeaving(search, this.outside, node, row);
      }
      if (node === this.outside) {
        for (let column = 0; column < this.#columns; column++) this.#relaxHole(search, column, node, column);
      } else if (isFree(node)) search.relax(this.outside, node, 0, 0, -1);
    }
    return search;
  }

  /** The shortest ways from all nodes to one. */
  waysTo(root: number): MoveTree {
    this.#turned ??= isLazy(this.#costs) ? byColumns(this.#costs) : transpose(this.#costs);
    const search = new MoveSearch(this.outside + 1, root);
    for (let node = root; node >= 0; node = search.takeNearest()) {
      if (node === this.outside) {
        for (let column = 0; column < this.#columns; column++) {
          if (this.#held(column) < this.#capacities[column]!) search.relax(column, node, 0, 0, -1);
          for (let at = this.#starts[column]!; at < this.#starts[column + 1]!; at++)
            this.#relaxLeaving(search, column, node, this.#holders[at]!);
        }
      } else {
        this.#relaxColumn(search, node);
        this.#relaxHole(search, this.outside, node, node);
      }
    }
    return search;
  }

  #held(column: number): number {
    return this.#starts[column + 1]! - this.#starts[column]!;
  }

  /** A row is left out: its column and the outside are `node` and `near`, in the search's direction. */
  #relaxLeaving(search: MoveSearch, node: number, near: number, row: number): void {
    const { rowCover, rowDuals } = this.#result;
    this.#relax(search, node, near, rowCover[row]!, this.#price - rowDuals[row]!, row);
  }

  /** A place of `column` stays free. */
  #relaxHole(search: MoveSearch, node: number, near: number, column: number): void {
    const { columnCover, columnDuals } = this.#result;
    this.#relax(search, node, near, columnCover[column]!, -columnDuals[column]!, -1);
  }

  #relax(search: MoveSearch, node: number, near: number, rows: number, cost: number, mover: number): void {
    if (this.isPriced) search.relax(node, near, cost, rows, mover);
    else search.relax(node, near, rows, cost, mover);
  }

  /** Every column to which a row at `node` may go; columns passed are nearer and stay as they are. */
  #relaxRow(search: MoveSearch, row: number, node: number): void {
    const { first, second } = search;
    const { columnDuals: v, columnCover: b } = this.#result;
    const start = this.#costs.prepare(row);
    const values = this.#costs.rowValues;
    const columns = this.#columns;
    if (this.isPriced) {
      const base = first[node]! - this.#result.rowDuals[row]!;
      const rows = second[node]! + this.#result.rowCover[row]! - 1;
      for (let j = 0; j < columns; j++) {
        const one = values[start + j]! - v[j]! + base;
        if (one > first[j]! || one === Infinity) continue;
        if (one < first[j]! || rows + b[j]! < second[j]!) search.set(j, one, rows + b[j]!, node, row);
      }
    } else {
      const base = second[node]! - this.#result.rowDuals[row]!;
      const rows = first[node]! + this.#result.rowCover[row]! - 1;
      for (let j = 0; j < columns; j++) {
        const one = rows + b[j]!;
        if (one > first[j]!) continue;
        const two = values[start + j]! - v[j]! + base;
        if (two === Infinity) continue;
        if (one < first[j]! || two < second[j]!) search.set(j, one, two, node, row);
      }
    }
  }

  /** Every node from which a row may come to `column`. */
  #relaxColumn(search: MoveSearch, column: number): void {
    const { isPriced } = this;
    const nodeOf = this.#nodeOf;
    const { first, second } = search;
    const { rowDuals: u, rowCover: a } = this.#result;
    const v = this.#result.columnDuals[column]!;
    const b = this.#result.columnCover[column]! - 1;
    const start = this.#turned!.prepare(column);
    const values = this.#turned!.rowValues;
    const here1 = first[column]!;
    const here2 = second[column]!;
    for (let row = 0; row < this.#rows; row++) {
      const pair = values[start + row]!;
      if (pair === Infinity) continue;
      const node = nodeOf[row]!;
      const cost = pair - u[row]! - v;
      const rows = a[row]! + b;
      const one = here1 + (isPriced ? cost : rows);
      if (one > first[node]!) continue;
      const two = here2 + (isPriced ? rows : cost);
      if (one < first[node]! || two < second[node]!) search.set(node, one, two, column, row);
    }
  }
}

/** Sorts rows by the node where they are: those at node d are `sorted[starts[d] … starts[d + 1] − 1]`, ascending. */
export function sortByNode(nodeOf: Int32Array, starts: Int32Array, sorted: Int32Array): void {
  starts.fill(0);
  for (const node of nodeOf) starts[node + 1]! += 1;
  for (let node = 1; node < starts.length; node++) starts[node]! += starts[node - 1]!;
  const next = starts.slice();
  nodeOf.forEach((node, row) => {
    sorted[next[node]!++] = row;
  });
}
