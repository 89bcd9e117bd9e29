import { kthLeast } from '../core/index.js';
import { BestSelection } from './best-selection.js';
import type { ColumnsBelow } from './columns-below.js';
import type { RowSelector } from './cost-source.js';
import { type CostView, type RealArray, SparseView } from './cost-view.js';
import type { NearColumns } from './near-columns.js';

/** Of a row kept before, at least so many columns must be known, and this share of them is kept on. */
const fewestToGuess = 16;
const guessedShare = 0.3;

/** Of a row read whole, so many times the columns are kept before they are cut back, which costs more than room. */
const room = 2;

/**
 * For every row its few cheapest columns, and a bound below which no other column can be.
 *
 * Column duals v only fall while a solver runs, so every c − v only rises, and a bound once true stays true:
 * `bounds[row]` ≤ c − v for every column that is not kept. Questions about the cheapest columns cost O(kept)
 * until the best one rises above the bound; only then the row is read again. That is what makes the solver
 * fast: rows are read about twice, not n times. A row of a sparse matrix is kept whole, where it is.
 */
export class BestColumns {
  /** Kept pairs of a row: `columns[t]` at `costs[t]` for starts[row] ≤ t < ends[row]. */
  readonly columns: Int32Array;
  readonly costs: Float64Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly bounds: Float64Array;
  /** The answer of `look`: the two least c − v and their columns, −1 = there is none. */
  least = Infinity;
  second = Infinity;
  leastColumn = -1;
  secondColumn = -1;
  /** The cost of the least column. */
  leastCost = Infinity;
  /** Where the row refreshed last starts in the view's `rowValues`. */
  offset = 0;
  readonly view: CostView;
  /** Whether the kept pairs are ours to reorder, and not the caller's. */
  readonly #isOwn: boolean;
  readonly #columnDuals: Float64Array;
  readonly #selection: BestSelection | undefined;
  /** In place of the selection where rows are not read whole. */
  readonly #selector: RowSelector | undefined;
  readonly #reduced: Float64Array;
  /** How often a row was read. */
  reads = 0;
  /** About the least c − v of each row, where that is known before it is read; only saves time. */
  hints: ArrayLike<number> | undefined;
  /** Shorter lists to look at first, where there are such. */
  near: NearColumns | undefined;

  /**
   * @param kept about how many columns are kept per row, where rows are not kept whole
   * @param takesPart 0 for rows that nobody will ask for
   */
  constructor(view: CostView, columnDuals: Float64Array, kept: number, takesPart?: Int32Array) {
    this.view = view;
    this.#columnDuals = columnDuals;
    this.bounds = new Float64Array(view.rows).fill(-Infinity);
    this.#isOwn = !(view instanceof SparseView);
    if (view instanceof SparseView) {
      this.columns = view.columnAt;
      this.costs = view.costAt;
      this.starts = view.rowStarts.subarray(0, view.rows);
      this.ends = view.rowStarts.subarray(1);
      this.bounds.fill(Infinity);
      this.#selection = undefined;
      this.#reduced = new Float64Array(0);
      return;
    }
    const width = Math.min(kept, view.columns);
    const most = view.selector === undefined ? Math.min(room * kept, view.columns) : width;
    this.starts = new Int32Array(view.rows);
    let length = 0;
    for (let row = 0; row < view.rows; row++) {
      this.starts[row] = length;
      if (takesPart === undefined || takesPart[row]! > 0) length += most;
    }
    this.ends = this.starts.slice();
    this.columns = new Int32Array(length);
    this.costs = new Float64Array(length);
    this.#reduced = new Float64Array(width);
    this.#selector = view.selector?.(width);
    this.#selection =
      this.#selector === undefined ? new BestSelection(view.rows, view.columns, width, most) : undefined;
  }

  /** Reads the row and keeps its cheapest columns at the present duals. */
  refresh(row: number): void {
    const start = this.starts[row]!;
    this.reads += 1;
    if (this.#selector !== undefined) {
      this.#ask(this.#selector, row, start);
      return;
    }
    const offset = this.view.prepare(row);
    const { rowValues } = this.view;
    const selection = this.#selection!;
    const bound = this.bounds[row]!;
    const near = bound === -Infinity && this.hints !== undefined ? this.hints[row]! : bound;
    const count = selection.select(row, rowValues, offset, this.#columnDuals, near);
    const { columns, costs } = this;
    const chosen = selection.columns;
    for (let t = 0; t < count; t++) {
      const j = chosen[t]!;
      columns[start + t] = j;
      costs[start + t] = rowValues[offset + j]!;
    }
    this.ends[row] = start + count;
    this.bounds[row] = selection.bound;
    this.offset = offset;
  }

  /**
   * Keeps columns of a row that were found by other means, as far as there is room for them.
   *
   * @param found all whose c − v is below the bound
   * @param rowCosts the costs of the row by column
   */
  keep(row: number, { columns, count }: ColumnsBelow, rowCosts: RealArray, bound: number): boolean {
    const start = this.starts[row]!;
    const room = (this.starts[row + 1] ?? this.columns.length) - start;
    if (count > room) return false;
    for (let t = 0; t < count; t++) {
      const j = columns[t]!;
      this.columns[start + t] = j;
      this.costs[start + t] = rowCosts[j]!;
    }
    this.ends[row] = start + count;
    this.bounds[row] = bound;
    this.reads += 1;
    return true;
  }

  /** Asks the costs themselves. What is kept already says how far it is worth looking. */
  #ask(selector: RowSelector, row: number, start: number): void {
    const { columns, costs } = this;
    const v = this.#columnDuals;
    const reduced = this.#reduced;
    let known = 0;
    for (let t = start, end = this.ends[row]!; t < end; t++) reduced[known++] = costs[t]! - v[columns[t]!]!;
    const ceiling =
      known < fewestToGuess ? Infinity : kthLeast(reduced, known, Math.floor(known * guessedShare));
    const count = selector.select(row, v, ceiling);
    columns.set(selector.columns.subarray(0, count), start);
    costs.set(selector.costs.subarray(0, count), start);
    this.ends[row] = start + count;
    // What held before still holds, since duals only fall.
    this.bounds[row] = Math.max(selector.bound, this.bounds[row]!);
  }

  /** Forgets all rows; needed where a dual rises, since the bounds hold only for falling ones. */
  forget(): void {
    if (this.#selection === undefined && this.#selector === undefined) return;
    this.#selector?.forget();
    this.near = undefined;
    this.bounds.fill(-Infinity);
    this.ends.set(this.starts);
  }

  /**
   * Finds the two least c − v among the kept columns, and moves these to the front: the next time they are likely
   * to be the least again, so that what follows is passed over without a change of mind.
   */
  look(row: number): void {
    const { columns, costs } = this;
    const v = this.#columnDuals;
    const start = this.starts[row]!;
    let least = Infinity;
    let second = Infinity;
    let leastAt = -1;
    let secondAt = -1;
    for (let t = start, end = this.ends[row]!; t < end; t++) {
      const q = costs[t]! - v[columns[t]!]!;
      if (q < second) {
        if (q < least) {
          second = least;
          secondAt = leastAt;
          least = q;
          leastAt = t;
        } else {
          second = q;
          secondAt = t;
        }
      }
    }
    this.least = least;
    this.second = second;
    this.leastColumn = leastAt < 0 ? -1 : columns[leastAt]!;
    this.leastCost = leastAt < 0 ? Infinity : costs[leastAt]!;
    this.secondColumn = secondAt < 0 ? -1 : columns[secondAt]!;
    if (secondAt >= 0 && (leastAt > start + 1 || secondAt > start + 1) && this.#isOwn) {
      this.#swap(start, leastAt);
      this.#swap(start + 1, secondAt === start ? leastAt : secondAt);
    }
  }

  #swap(one: number, other: number): void {
    const { columns, costs } = this;
    const column = columns[one]!;
    const cost = costs[one]!;
    columns[one] = columns[other]!;
    costs[one] = costs[other]!;
    columns[other] = column;
    costs[other] = cost;
  }

  /** Finds the two least c − v of all columns. */
  lookExactly(row: number): void {
    this.look(row);
    if (this.second > this.bounds[row]!) {
      this.refresh(row);
      this.look(row);
    }
  }

  /** Finds the least c − v of all columns; `second` may be too high, but not above the bound. */
  lookForLeast(row: number): void {
    this.look(row);
    if (this.least > this.bounds[row]!) {
      this.refresh(row);
      this.look(row);
    }
    if (this.second > this.bounds[row]!) {
      this.second = this.bounds[row]!;
      this.secondColumn = -1;
    }
  }

  /** The least c − v of all columns, and nothing else. */
  leastOf(row: number): number {
    const { near } = this;
    if (near !== undefined) {
      const v = this.#columnDuals;
      const { columns, costs } = near;
      let least = Infinity;
      for (let t = near.starts[row]!, end = near.ends[row]!; t < end; t++) {
        const q = costs[t]! - v[columns[t]!]!;
        if (q < least) least = q;
      }
      if (least <= near.bounds[row]!) return least;
    }
    this.lookForLeast(row);
    return this.least;
  }

  /**
   * What a bid needs: the least c − v exactly. The second exactly too where rows are cheap to read; where they
   * are not, no more than the bound, by which a bid is only more cautious.
   */
  lookForBid(row: number): void {
    if (this.#selector === undefined) this.lookExactly(row);
    else this.lookForLeast(row);
  }

  /** Some duals have risen, by `amount` at most, and the bounds follow. */
  lowerBounds(amount: number): void {
    for (const bounds of [this.bounds, this.near?.bounds])
      if (bounds !== undefined) for (let row = 0; row < bounds.length; row++) bounds[row]! -= amount;
  }

  /** The dual of a column has risen, so that its c − v is now as given for a row that may not keep it. */
  lowerBound(row: number, column: number, reduced: number): void {
    for (const lists of [this, this.near]) {
      if (lists === undefined || lists.bounds[row]! <= reduced) continue;
      if (!lists.columns.subarray(lists.starts[row], lists.ends[row]).includes(column))
        lists.bounds[row] = reduced;
    }
  }

  /** Duals have all risen or fallen by `amount`, and the bounds follow. */
  shift(amount: number): void {
    this.lowerBounds(amount);
    this.#selector?.forget();
  }
}
