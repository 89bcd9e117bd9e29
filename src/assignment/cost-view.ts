import { ProblemList } from '../core/index.js';
import { type CostMatrix, checkEntries, holdsWholeNumbersOnly } from './cost-matrix.js';
import type { RowSelector } from './cost-source.js';
import type { SparseCosts } from './sparse-costs.js';

/**
 * How kernels read costs: one row at a time, always from the same kinds of array, so that they compile to one
 * shape whatever the caller holds.
 *
 * After `load(row)` the pairs of the row are `columnAt[t]` at `costAt[t]` for start ≤ t < end, columns
 * ascending. A pair may be there at `Infinity`; pairs that are not there are forbidden. The arrays are valid
 * until the next `load`.
 */
export interface CostView {
  readonly rows: number;
  readonly columns: number;
  start: number;
  end: number;
  readonly columnAt: Int32Array;
  readonly costAt: Float64Array;
  load(row: number): void;
  entry(row: number, column: number): number;
  /** For the kernels of rows that are not sparse: the row's costs by column start here in `rowValues`. */
  prepare(row: number): number;
  readonly rowValues: RealArray;
  /** Only where the costs are on demand and rows are not to be read whole. */
  readonly selector?: ((width: number) => RowSelector) | undefined;
  /** Of a caller's costs on demand: writes the columns that a row may have, ascending, and returns how many. */
  readonly writeAllowed?: ((row: number, out: Int32Array) => number) | undefined;
}

/** A caller's costs on demand. */
export interface LazyView extends CostView {
  readonly selector: (width: number) => RowSelector;
  readonly writeAllowed: (row: number, out: Int32Array) => number;
}

export function isLazy(view: CostView): view is LazyView {
  return view.writeAllowed !== undefined;
}

/** The arrays that kernels read without a copy; two kinds at most, so that they stay fast. */
export type RealArray = Float64Array | Float32Array;

/** A dense matrix. Kernels read float arrays where they are, other arrays row by row through a scratch row. */
export class DenseView implements CostView {
  readonly rows: number;
  readonly columns: number;
  readonly start = 0;
  readonly end: number;
  readonly columnAt: Int32Array;
  readonly costAt: Float64Array;
  readonly values: RealArray;
  readonly rowValues: RealArray;
  readonly #matrix: CostMatrix;
  readonly #functionName: string;
  /** 1 = known to hold costs only; a broken entry is looked for when its row is read first. */
  readonly isChecked: Uint8Array;

  constructor(matrix: CostMatrix, functionName: string, isChecked = false) {
    const { rows, columns, values } = matrix;
    this.rows = rows;
    this.columns = columns;
    this.end = columns;
    this.columnAt = counting(columns);
    this.costAt = new Float64Array(columns);
    // Other typed arrays have the same members; kernels never see them.
    this.values = (ArrayBuffer.isView(values) ? values : Float64Array.from(values)) as RealArray;
    const isReal = this.values instanceof Float32Array || this.values instanceof Float64Array;
    this.rowValues = isReal ? this.values : this.costAt;
    this.#matrix = matrix;
    this.#functionName = functionName;
    this.isChecked = new Uint8Array(rows).fill(isChecked || holdsWholeNumbersOnly(values) ? 1 : 0);
  }

  load(row: number): void {
    this.#copy(row);
    if (this.isChecked[row] === 0) this.#check(row);
  }

  prepare(row: number): number {
    const offset = this.locate(row);
    if (this.isChecked[row] === 0) this.#check(row);
    return offset;
  }

  /** As `prepare`, for who looks out for broken entries: without a look at them. */
  locate(row: number): number {
    if (this.rowValues === this.values) return row * this.columns;
    this.#copy(row);
    return 0;
  }

  #copy(row: number): void {
    const { columns, costAt } = this;
    costAt.set(this.values.subarray(row * columns, (row + 1) * columns));
  }

  #check(row: number): void {
    this.isChecked[row] = 1;
    if (holdsCosts(this.values, row * this.columns, this.columns)) return;
    const problems = new ProblemList(this.#functionName);
    checkEntries(problems, 'cost', this.#matrix);
    problems.throwIfAny();
  }

  entry(row: number, column: number): number {
    return this.values[row * this.columns + column]!;
  }
}

/**
 * Whether there is neither NaN nor −Infinity, by sums: either makes a sum NaN or −Infinity, which is then
 * looked into. Four sums, because one would wait for each addition.
 */
export function holdsCosts(costs: RealArray, start: number, length: number): boolean {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  const end = start + length;
  let at = start;
  for (const last = end - 3; at < last; at += 4) {
    first += costs[at]!;
    second += costs[at + 1]!;
    third += costs[at + 2]!;
    fourth += costs[at + 3]!;
  }
  for (; at < end; at++) first += costs[at]!;
  return first + second + (third + fourth) > -Infinity;
}

/** Compressed rows as they are, without a copy. */
export class SparseView implements CostView {
  readonly rows: number;
  readonly columns: number;
  start = 0;
  end = 0;
  readonly rowStarts: Int32Array;
  readonly columnAt: Int32Array;
  readonly costAt: Float64Array;

  constructor({ rows, columns, rowStarts, columnIndices, values }: SparseCosts) {
    this.rows = rows;
    this.columns = columns;
    this.rowStarts = rowStarts;
    this.columnAt = columnIndices;
    this.costAt = values;
  }

  /** Rows are short and kept whole; nothing asks for them by column. */
  prepare(): number {
    return 0;
  }

  get rowValues(): RealArray {
    return this.costAt;
  }

  load(row: number): void {
    this.start = this.rowStarts[row]!;
    this.end = this.rowStarts[row + 1]!;
  }

  entry(row: number, column: number): number {
    let low = this.rowStarts[row]!;
    let high = this.rowStarts[row + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.columnAt[middle]! < column) low = middle + 1;
      else high = middle;
    }
    return low < this.rowStarts[row + 1]! && this.columnAt[low] === column ? this.costAt[low]! : Infinity;
  }
}

/** The columns of a view as rows, each read when it is asked for, without a copy of a dense matrix. */
export class ColumnView implements CostView {
  readonly rows: number;
  readonly columns: number;
  readonly start = 0;
  readonly end: number;
  readonly columnAt: Int32Array;
  readonly costAt: Float64Array;
  readonly rowValues: RealArray;
  readonly #view: CostView;

  constructor(view: CostView) {
    this.rows = view.columns;
    this.columns = view.rows;
    this.end = view.rows;
    this.columnAt = counting(view.rows);
    this.costAt = new Float64Array(view.rows);
    this.rowValues = this.costAt;
    this.#view = view;
  }

  prepare(column: number): number {
    this.load(column);
    return 0;
  }

  load(column: number): void {
    for (let row = 0; row < this.columns; row++) this.costAt[row] = this.#view.entry(row, column);
  }

  entry(column: number, row: number): number {
    return this.#view.entry(row, column);
  }
}

function counting(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
}
