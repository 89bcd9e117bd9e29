import { BestSelection } from './best-selection.js';
import type { RowSelector } from './cost-source.js';
import type { CostView, LazyView } from './cost-view.js';

/** What a row of the costs pays for staying out, and what a place pays for staying free. */
export interface FlatCosts {
  /** Cost of the flat column, in which rows stay out. */
  readonly outside: number;
}

/**
 * Costs on demand made square, so that every place is filled: one *flat row* more, whose units take the places
 * that stay free at cost 0, and one *flat column* more, in which rows stay out at one cost for all. Then any
 * column duals are a good start, and rows are never read from the columns' side.
 */
export class SquareView implements CostView {
  readonly rows: number;
  readonly columns: number;
  readonly start = 0;
  readonly end: number;
  readonly columnAt: Int32Array;
  readonly costAt: Float64Array;
  readonly rowValues: Float64Array;
  readonly #base: LazyView;
  readonly #outside: number;

  constructor(base: LazyView, { outside }: FlatCosts) {
    this.rows = base.rows + 1;
    this.columns = base.columns + 1;
    this.end = this.columns;
    this.columnAt = Int32Array.from({ length: this.columns }, (_, column) => column);
    this.costAt = new Float64Array(this.columns);
    this.rowValues = this.costAt;
    this.#base = base;
    this.#outside = outside;
  }

  load(row: number): void {
    const { costAt } = this;
    if (row === this.#base.rows) {
      costAt.fill(0);
      return;
    }
    const offset = this.#base.prepare(row);
    costAt.set(this.#base.rowValues.subarray(offset, offset + this.#base.columns));
    costAt[this.#base.columns] = this.#outside;
  }

  prepare(row: number): number {
    this.load(row);
    return 0;
  }

  entry(row: number, column: number): number {
    if (row === this.#base.rows) return 0;
    return column === this.#base.columns ? this.#outside : this.#base.entry(row, column);
  }

  readonly selector = (width: number): RowSelector => new SquareSelector(this.#base, this.#outside, width);
}

class SquareSelector implements RowSelector {
  readonly columns: Int32Array;
  readonly costs: Float64Array;
  bound = Infinity;
  readonly #base: LazyView;
  readonly #outside: number;
  readonly #ofRows: RowSelector;
  readonly #ofFlatRow: BestSelection;
  readonly #zeros: Float64Array;

  constructor(base: LazyView, outside: number, width: number) {
    this.#base = base;
    this.#outside = outside;
    this.columns = new Int32Array(width);
    this.costs = new Float64Array(width);
    this.#ofRows = base.selector(Math.max(1, width - 1));
    this.#ofFlatRow = new BestSelection(1, base.columns + 1, width);
    this.#zeros = new Float64Array(base.columns + 1);
  }

  select(row: number, columnDuals: Float64Array, ceiling: number): number {
    const { columns, costs } = this;
    if (row === this.#base.rows) {
      const count = this.#ofFlatRow.select(0, this.#zeros, 0, columnDuals, -Infinity);
      columns.set(this.#ofFlatRow.columns.subarray(0, count));
      costs.fill(0, 0, count);
      this.bound = this.#ofFlatRow.bound;
      return count;
    }
    const selector = this.#ofRows;
    const count = selector.select(row, columnDuals, ceiling);
    columns.set(selector.columns.subarray(0, count));
    costs.set(selector.costs.subarray(0, count));
    this.bound = selector.bound;
    const outside = this.#base.columns;
    if (columnDuals[outside] === -Infinity) return count;
    // Always kept, so that no bound is needed for it.
    columns[count] = outside;
    costs[count] = this.#outside;
    return count + 1;
  }

  forget(): void {
    this.#ofRows.forget();
  }
}
