import type { CostView } from './cost-view.js';
import { sortByNode } from './move-graph.js';
import { MoveSearch } from './move-search.js';

/** A tuple in the order of the mode; less is better. */
export type Value = readonly [first: number, second: number];

/** The problem whose assignments are listed; the outside (no column) is node `columns`. */
export interface RankedProblem {
  readonly costs: CostView;
  readonly capacities: Int32Array;
  /** What leaving a row out costs; 0 where rows count first. */
  readonly price: number;
  /** Whether cost comes first in a value, and rows second. */
  readonly isPriced: boolean;
}

/** An assignment as nodes by row, with potentials that make every loss ≥ 0 but those of fixed rows. */
export interface State {
  readonly nodeOf: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Part of the set of all assignments, in the manner of Murty (1968): the rows before `from` stay where
 * `state` has them, row `from` goes to none of `excluded`. The state is the best of the part.
 */
export interface Part {
  readonly state: State;
  readonly from: number;
  readonly excluded: ReadonlySet<number>;
  readonly value: Value;
}

/** The assignments of a part in which `row` is the first to be elsewhere; `value` is at most theirs. */
export interface Branch {
  readonly part: Part;
  readonly row: number;
  readonly value: Value;
  /** Whether the value is that of the best of them, not a bound. */
  readonly isExact: boolean;
}

export interface Chain {
  readonly loss: Value;
  /** Who moves where, the branch's own row last. */
  readonly moves: readonly (readonly [row: number, node: number])[];
}

/**
 * Bounds, solves and makes branches. The best of a branch is one shortest chain of moves away from the best
 * of its part: the row goes somewhere else, whoever is one too many there goes on, until somebody, or a place
 * left free, fills the row's old place. Losses c − v less that of where a row sits are ≥ 0, so Dijkstra's
 * method finds the chain, and lowering the potentials by distance keeps them so for the branch.
 */
export class PartSplitter {
  readonly #problem: RankedProblem;
  readonly #search: MoveSearch;
  readonly #outside: number;
  /** The rows by node of the state looked at last. */
  #stateOfHolders: State | undefined;
  readonly #holders: Int32Array;
  readonly #starts: Int32Array;

  constructor(problem: RankedProblem) {
    const { rows, columns } = problem.costs;
    this.#problem = problem;
    this.#outside = columns;
    this.#search = new MoveSearch(columns + 2, columns + 1);
    this.#holders = new Int32Array(rows);
    this.#starts = new Int32Array(columns + 2);
  }

  /**
   * Every branch whose bound is below `limit`. The bound of a row: its least loss elsewhere, and the least
   * loss at which a later row, or a free place, may fill the place it leaves.
   */
  branches(part: Part, limit: Value): Branch[] {
    const { costs, capacities } = this.#problem;
    const { state } = part;
    const outside = this.#outside;
    this.#index(state);
    const { first: p1, second: p2, nodeOf } = state;
    const refill1 = new Float64Array(outside + 1).fill(Infinity);
    const refill2 = new Float64Array(outside + 1).fill(Infinity);
    const fill = (node: number, one: number, two: number) => {
      if (one > refill1[node]! || (one === refill1[node]! && two >= refill2[node]!)) return;
      refill1[node] = one;
      refill2[node] = two;
    };
    for (let j = 0; j < outside; j++) {
      fill(j, p1[outside]! - p1[j]!, p2[outside]! - p2[j]!);
      if (this.#held(j) < capacities[j]!) fill(outside, p1[j]! - p1[outside]!, p2[j]! - p2[outside]!);
    }
    const found: Branch[] = [];
    for (let row = costs.rows - 1; row >= part.from; row--) {
      const home = nodeOf[row]!;
      const [here1, here2] = this.#reducedHome(row, state);
      const excluded = row === part.from ? part.excluded : none;
      let least1 = Infinity;
      let least2 = Infinity;
      const fill1 = refill1[home]!;
      const fill2 = refill2[home]!;
      const see = (node: number, one: number, two: number) => {
        fill(node, one, two);
        if (one > least1 || (one === least1 && two >= least2) || excluded.has(node)) return;
        least1 = one;
        least2 = two;
      };
      if (home !== outside) {
        const [one, two] = this.#reducedOutside(state);
        see(outside, one - here1, two - here2);
      }
      this.#eachColumn(row, home, state, here1, here2, see);
      const value: Value = [part.value[0] + least1 + fill1, part.value[1] + least2 + fill2];
      if (least1 < Infinity && fill1 < Infinity && compareValues(value, limit) < 0)
        found.push({ part, row, value, isExact: false });
    }
    return found.reverse();
  }

  /** The shortest chain of a branch, or `null` where there is none below `limit`. */
  chainOf({ part, row }: Branch, limit: Value): Chain | null {
    const { state } = part;
    const search = this.#search;
    const source = this.#outside + 1;
    const home = state.nodeOf[row]!;
    const most1 = limit[0] - part.value[0];
    const most2 = limit[1] - part.value[1];
    this.#index(state);
    search.restart(source);
    const excluded = row === part.from ? part.excluded : none;
    this.#relaxRow(state, row, source, excluded);
    for (;;) {
      const node = search.takeNearest();
      if (node < 0) return null;
      const one = search.first[node]!;
      if (one > most1 || (one === most1 && search.second[node]! >= most2)) return null;
      if (node === home) break;
      this.#relaxNode(state, row, node);
    }
    const moves: [number, number][] = [];
    for (let node = home; node !== source; node = search.neighbour[node]!)
      if (search.mover[node]! >= 0) moves.push([search.mover[node]!, node]);
    return { loss: [search.first[home]!, search.second[home]!], moves };
  }

  /** The best of a branch as the part that the branch is. */
  partOf(branch: Branch): Part {
    const { part, row, value } = branch;
    const { state } = part;
    const { moves, loss } = this.chainOf({ ...branch, part }, [Infinity, Infinity])!;
    const next: State = {
      nodeOf: state.nodeOf.slice(),
      first: state.first.slice(),
      second: state.second.slice(),
    };
    for (const [mover, node] of moves) next.nodeOf[mover] = node;
    const { first, second } = this.#search;
    for (let node = 0; node <= this.#outside; node++) {
      const one = first[node]! - loss[0];
      const two = second[node]! - loss[1];
      // Nodes that were reached no nearer than the end keep their potential.
      if (one > 0 || (one === 0 && two >= 0)) continue;
      next.first[node]! += one;
      next.second[node]! += two;
    }
    const excluded = new Set(row === part.from ? part.excluded : none).add(state.nodeOf[row]!);
    return { state: next, from: row, excluded, value };
  }

  #index(state: State): void {
    if (this.#stateOfHolders === state) return;
    this.#stateOfHolders = state;
    sortByNode(state.nodeOf, this.#starts, this.#holders);
  }

  #held(node: number): number {
    return this.#starts[node + 1]! - this.#starts[node]!;
  }

  #reducedOutside({ first, second }: State): Value {
    const { isPriced, price } = this.#problem;
    const outside = this.#outside;
    return isPriced
      ? [price - first[outside]!, 0 - second[outside]!]
      : [0 - first[outside]!, price - second[outside]!];
  }

  #reducedHome(row: number, state: State): Value {
    const node = state.nodeOf[row]!;
    if (node === this.#outside) return this.#reducedOutside(state);
    const cost = this.#problem.costs.entry(row, node);
    const { isPriced } = this.#problem;
    return [(isPriced ? cost : -1) - state.first[node]!, (isPriced ? -1 : cost) - state.second[node]!];
  }

  #eachColumn(
    row: number,
    home: number,
    { first, second }: State,
    here1: number,
    here2: number,
    see: (node: number, one: number, two: number) => void,
  ): void {
    const { costs, capacities, isPriced } = this.#problem;
    costs.load(row);
    const { columnAt, costAt, start, end } = costs;
    for (let t = start; t < end; t++) {
      const j = columnAt[t]!;
      const cost = costAt[t]!;
      if (cost === Infinity || j === home || capacities[j] === 0) continue;
      const one = (isPriced ? cost : -1) - first[j]! - here1;
      const two = (isPriced ? -1 : cost) - second[j]! - here2;
      see(j, one, two);
    }
  }

  /** Rows up to `fixed` stay, or are the branch's own, which is not there any more. */
  #relaxNode(state: State, fixed: number, node: number): void {
    const search = this.#search;
    const outside = this.#outside;
    for (let at = this.#starts[node]!; at < this.#starts[node + 1]!; at++) {
      const row = this.#holders[at]!;
      if (row > fixed) this.#relaxRow(state, row, node, none);
    }
    const { first, second } = state;
    if (node === outside) {
      for (let j = 0; j < outside; j++)
        search.relax(j, node, first[node]! - first[j]!, second[node]! - second[j]!, -1);
    } else if (this.#held(node) < this.#problem.capacities[node]!)
      search.relax(outside, node, first[node]! - first[outside]!, second[node]! - second[outside]!, -1);
  }

  #relaxRow(state: State, row: number, near: number, excluded: ReadonlySet<number>): void {
    const search = this.#search;
    const { costs, capacities, isPriced } = this.#problem;
    const { first: p1, second: p2 } = state;
    const home = state.nodeOf[row]!;
    const [here1, here2] = this.#reducedHome(row, state);
    const base1 = search.first[near]! - here1;
    const base2 = search.second[near]! - here2;
    if (home !== this.#outside && !excluded.has(this.#outside)) {
      const [one, two] = this.#reducedOutside(state);
      search.relaxTo(this.#outside, near, base1 + one, base2 + two, row);
    }
    costs.load(row);
    const { columnAt, costAt, start, end } = costs;
    const { first } = search;
    const isOpen = excluded.size === 0;
    for (let t = start; t < end; t++) {
      const j = columnAt[t]!;
      const cost = costAt[t]!;
      const one = (isPriced ? cost : -1) - p1[j]! + base1;
      if (one > first[j]! || cost === Infinity || j === home || capacities[j] === 0) continue;
      if (isOpen || !excluded.has(j))
        search.relaxTo(j, near, one, (isPriced ? -1 : cost) - p2[j]! + base2, row);
    }
  }
}

const none: ReadonlySet<number> = new Set();

export function compareValues(one: Value, other: Value): number {
  return one[0] - other[0] || one[1] - other[1];
}
