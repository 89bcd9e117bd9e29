import { type CostView, DenseView, isLazy, type LazyView } from './cost-view.js';

/**
 * Which columns a row may use, asked one after another: `next` gives a position, `columnAt` its column. The
 * positions of a row are those of `CostView`.
 */
export interface Pattern {
  readonly rows: number;
  readonly columns: number;
  /** The first position of the row, whether or not it may be used. */
  first(row: number): number;
  /** The first position ≥ `from` that the row may use, −1 = none. */
  next(row: number, from: number): number;
  columnAt(position: number): number;
  /** Where rows are long to go through: whether one pair may be used. */
  readonly isAllowed?: ((row: number, column: number) => boolean) | undefined;
}

/** The pairs of a view that may be used, whatever kind it is. */
export function allowedPairs(view: CostView): Pattern {
  return isLazy(view) ? new ListedPairs(view) : new AllowedPairs(view);
}

/** The allowed pairs of costs on demand, listed row by row without their costs. */
class ListedPairs implements Pattern {
  readonly rows: number;
  readonly columns: number;
  readonly isAllowed: (row: number, column: number) => boolean;
  readonly #view: LazyView;
  readonly #list: Int32Array;
  #row = -1;
  #count = 0;

  constructor(view: LazyView) {
    this.rows = view.rows;
    this.columns = view.columns;
    this.isAllowed = (row, column) => view.entry(row, column) !== Infinity;
    this.#view = view;
    this.#list = new Int32Array(view.columns);
  }

  first(): number {
    return 0;
  }

  next(row: number, from: number): number {
    if (row !== this.#row) {
      this.#count = this.#view.writeAllowed(row, this.#list);
      this.#row = row;
    }
    return from < this.#count ? from : -1;
  }

  columnAt(position: number): number {
    return this.#list[position]!;
  }
}

/** Remembers which row is loaded. */
class LoadedRow {
  readonly rows: number;
  readonly columns: number;
  protected readonly view: CostView;
  #row = -1;

  constructor(view: CostView) {
    this.rows = view.rows;
    this.columns = view.columns;
    this.view = view;
  }

  first(row: number): number {
    this.load(row);
    return this.view.start;
  }

  columnAt(position: number): number {
    return this.view.columnAt[position]!;
  }

  protected load(row: number): void {
    if (row === this.#row) return;
    this.view.load(row);
    this.#row = row;
  }
}

/** The pairs whose cost is not Infinity. */
class AllowedPairs extends LoadedRow implements Pattern {
  readonly isAllowed: ((row: number, column: number) => boolean) | undefined;

  constructor(view: CostView) {
    super(view);
    // A sparse row is soon gone through; one of a matrix would be copied first.
    this.isAllowed =
      view instanceof DenseView ? (row, column) => view.entry(row, column) !== Infinity : undefined;
  }

  next(row: number, from: number): number {
    this.load(row);
    const { end, costAt } = this.view;
    for (let position = from; position < end; position++) if (costAt[position] !== Infinity) return position;
    return -1;
  }
}

/** The pairs whose reduced cost c − u − v is 0. */
export class TightPairs extends LoadedRow implements Pattern {
  readonly #rowDuals: Float64Array;
  readonly #columnDuals: Float64Array;

  constructor(view: CostView, rowDuals: Float64Array, columnDuals: Float64Array) {
    super(view);
    this.#rowDuals = rowDuals;
    this.#columnDuals = columnDuals;
  }

  next(row: number, from: number): number {
    this.load(row);
    const { end, costAt, columnAt } = this.view;
    const u = this.#rowDuals[row]!;
    const v = this.#columnDuals;
    for (let position = from; position < end; position++)
      if (costAt[position]! - v[columnAt[position]!]! === u) return position;
    return -1;
  }
}
