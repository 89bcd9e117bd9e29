import type { CostSource } from './cost-source.js';

/** Which columns a row may use, asked in ascending order. */
export interface Pattern {
  readonly rows: number;
  readonly columns: number;
  /** The first column ≥ `from` that the row may use, or `columns` where there is none. */
  next(row: number, from: number): number;
}

/** The pairs whose cost is not Infinity. */
export class AllowedPairs implements Pattern {
  readonly rows: number;
  readonly columns: number;
  readonly #reader: RowReader;

  constructor(costs: CostSource) {
    this.rows = costs.rows;
    this.columns = costs.columns;
    this.#reader = new RowReader(costs);
  }

  next(row: number, from: number): number {
    const costs = this.#reader.read(row);
    let column = from;
    while (column < this.columns && costs[column] === Infinity) column += 1;
    return column;
  }
}

/** The pairs whose reduced cost c − u − v is 0. */
export class TightPairs implements Pattern {
  readonly rows: number;
  readonly columns: number;
  readonly #reader: RowReader;
  readonly #rowDuals: Float64Array;
  readonly #columnDuals: Float64Array;

  constructor(costs: CostSource, rowDuals: Float64Array, columnDuals: Float64Array) {
    this.rows = costs.rows;
    this.columns = costs.columns;
    this.#reader = new RowReader(costs);
    this.#rowDuals = rowDuals;
    this.#columnDuals = columnDuals;
  }

  next(row: number, from: number): number {
    const costs = this.#reader.read(row);
    const u = this.#rowDuals[row]!;
    const v = this.#columnDuals;
    let column = from;
    while (column < this.columns && costs[column]! - v[column]! !== u) column += 1;
    return column;
  }
}

/** Reads rows of a source and remembers the last one. */
export class RowReader {
  readonly #costs: CostSource;
  readonly #buffer: Float64Array;
  #row = -1;

  constructor(costs: CostSource) {
    this.#costs = costs;
    this.#buffer = new Float64Array(costs.columns);
  }

  read(row: number): Float64Array {
    if (row !== this.#row) {
      this.#costs.writeRow(row, this.#buffer);
      this.#row = row;
    }
    return this.#buffer;
  }
}
