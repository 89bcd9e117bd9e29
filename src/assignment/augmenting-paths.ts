import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import type { CostSource } from './cost-source.js';
import { Holders } from './holders.js';

/**
 * The one problem that the solvers know: place every unit of every row that takes part, each in a column
 * with a free place, at the least cost; with an `unassignedCost` below Infinity a unit may pay that instead.
 */
export interface PlacementProblem {
  readonly costs: CostSource;
  /** How many units each row has; 0 = does not take part. */
  readonly demands: Int32Array;
  /** How many units each column holds. */
  readonly capacities: Int32Array;
  /**
   * v to start from, lowered in place; −Infinity closes a column. Where a column may end with a free place,
   * it must start at 0.
   */
  readonly columnDuals: Float64Array;
  readonly unassignedCost: number;
}

export interface Placement {
  readonly holders: Holders;
  /** The row of every unit. */
  readonly unitRow: Int32Array;
  /** Empty, or rows that cannot all be placed: their units outnumber the places of all columns open to them. */
  readonly blockedRows: number[];
}

/** After how many units the work can be paused. */
const pause = 64;

/**
 * Successive shortest augmenting paths with duals (Dijkstra on reduced costs), a row of costs at a time.
 *
 * For every unit: search the cheapest chain of moves that ends in a free place, or in a unit that is better
 * left out; move along it; lower the duals of the columns passed, so that reduced costs c − u − v stay ≥ 0
 * and are 0 where rows sit. O(units · rows · columns) at worst, O(columns) memory beyond the result.
 *
 * Jonker & Volgenant (1987), doi:10.1007/BF02278710, and Crouse (2016), doi:10.1109/TAES.2016.140952; unlike
 * there, a column holds a list of units, and a path may end at a unit that leaves.
 */
export function* augmentingPaths(problem: PlacementProblem): Steps<AssignmentProgress, Placement> {
  const { costs, demands } = problem;
  const unitRow = unitsOf(demands);
  const search = new Search(problem, unitRow);
  for (let unit = 0; unit < unitRow.length; unit++) {
    if (unit % pause === 0) yield { stage: 'assigning', done: unit, of: unitRow.length };
    if (!search.placeUnit(unit)) {
      const blockedRows: number[] = [];
      for (let row = 0; row < costs.rows; row++) if (search.seen[row] === unit) blockedRows.push(row);
      return { holders: search.holders, unitRow, blockedRows };
    }
  }
  return { holders: search.holders, unitRow, blockedRows: [] };
}

function unitsOf(demands: Int32Array): Int32Array {
  let units = 0;
  for (const demand of demands) units += demand;
  const unitRow = new Int32Array(units);
  let unit = 0;
  demands.forEach((demand, row) => {
    unitRow.fill(row, unit, unit + demand);
    unit += demand;
  });
  return unitRow;
}

/** i = row, j = column, v = columnDuals, h = the cost at which a row's search began minus the way there. */
class Search {
  readonly holders: Holders;
  /** The unit whose search saw a row last. */
  readonly seen: Int32Array;
  readonly #problem: PlacementProblem;
  readonly #unitRow: Int32Array;
  readonly #row: Float64Array;
  readonly #distance: Float64Array;
  /** The unit that would move to a column. */
  readonly #mover: Int32Array;
  /** Columns not yet passed come after `#passed` in this permutation. */
  readonly #order: Int32Array;

  constructor(problem: PlacementProblem, unitRow: Int32Array) {
    const { rows, columns } = problem.costs;
    this.#problem = problem;
    this.#unitRow = unitRow;
    this.holders = new Holders(unitRow.length, columns);
    this.seen = new Int32Array(rows).fill(-1);
    this.#row = new Float64Array(columns);
    this.#distance = new Float64Array(columns);
    this.#mover = new Int32Array(columns);
    this.#order = Int32Array.from({ length: columns }, (_, column) => column);
  }

  /** Places one unit; false where no chain of moves gives it a place. */
  placeUnit(unit: number): boolean {
    const { capacities, columnDuals: v, unassignedCost } = this.#problem;
    const { holders } = this;
    const distance = this.#distance.fill(Infinity);
    const order = this.#order;
    let passed = 0;
    this.#scanRow(unit, unit, -1, 0, passed);
    let leaver = unit;
    let leavingCost = unassignedCost;
    let end = -1;
    let length = leavingCost;
    while (passed < order.length) {
      const j = this.#takeNearest(passed);
      const here = distance[j]!;
      if (here === Infinity || here > leavingCost) break;
      if (holders.count[j]! < capacities[j]!) {
        end = j;
        length = here;
        break;
      }
      passed += 1;
      for (let holder = holders.first[j]!; holder >= 0; holder = holders.next[holder]!) {
        if (this.seen[this.#unitRow[holder]!] === unit) continue;
        const h = this.#scanRow(unit, holder, j, here, passed);
        if (unassignedCost - h < leavingCost) {
          leavingCost = unassignedCost - h;
          leaver = holder;
          length = leavingCost;
        }
      }
    }
    if (length === Infinity) return false;
    for (let at = 0; at < passed; at++) {
      const j = order[at]!;
      // A column reached farther than the end keeps its dual.
      if (distance[j]! < length) v[j]! += distance[j]! - length;
    }
    this.#move(unit, end, leaver);
    return true;
  }

  /** Reads the row of `mover`, which came by `from` at a cost of `here`, and updates the distances. */
  #scanRow(unit: number, mover: number, from: number, here: number, passed: number): number {
    const { costs, columnDuals: v } = this.#problem;
    const row = this.#row;
    const distance = this.#distance;
    const order = this.#order;
    const i = this.#unitRow[mover]!;
    this.seen[i] = unit;
    costs.writeRow(i, row);
    const h = from < 0 ? 0 : row[from]! - v[from]! - here;
    for (let at = passed; at < order.length; at++) {
      const j = order[at]!;
      const through = row[j]! - v[j]! - h;
      if (through < distance[j]!) {
        distance[j] = through;
        this.#mover[j] = mover;
      }
    }
    return h;
  }

  /** Moves the nearest column not passed to the place `passed`; at equal distance one with a free place. */
  #takeNearest(passed: number): number {
    const order = this.#order;
    const distance = this.#distance;
    const { capacities } = this.#problem;
    const { count } = this.holders;
    let best = passed;
    for (let at = passed + 1; at < order.length; at++) {
      const j = order[at]!;
      const lead = distance[j]! - distance[order[best]!]!;
      if (lead < 0 || (lead === 0 && count[j]! < capacities[j]!)) best = at;
    }
    const nearest = order[best]!;
    order[best] = order[passed]!;
    order[passed] = nearest;
    return nearest;
  }

  /** Shifts everyone along the path back to `unit`: into the free place `end`, or into the leaver's place. */
  #move(unit: number, end: number, leaver: number): void {
    const { holders } = this;
    let free = end;
    if (free < 0) {
      if (leaver === unit) return;
      free = holders.release(leaver);
    }
    for (;;) {
      const mover = this.#mover[free]!;
      const vacated = mover === unit ? -1 : holders.release(mover);
      holders.place(mover, free);
      if (mover === unit) return;
      free = vacated;
    }
  }
}
