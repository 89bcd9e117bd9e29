import { InputError } from '../core/index.js';
import type { CostMatrix } from './cost-matrix.js';

/**
 * Costs on demand: what the solver asks of a cost matrix that need not exist.
 *
 * Both verbs must give the same numbers whenever they are asked; `Infinity` forbids a pair.
 */
export interface CostSource {
  readonly rows: number;
  readonly columns: number;
  /** Writes the costs of one row to `out[0 … columns − 1]`. */
  writeRow(row: number, out: Float64Array): void;
  /** The cost of one pair. */
  entry(row: number, column: number): number;
}

/** Reads a dense matrix as a source. */
export class MatrixSource implements CostSource {
  readonly rows: number;
  readonly columns: number;
  readonly values: ArrayLike<number>;

  constructor({ rows, columns, values }: CostMatrix) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  writeRow(row: number, out: Float64Array): void {
    const { columns, values } = this;
    const start = row * columns;
    for (let column = 0; column < columns; column++) out[column] = values[start + column]!;
  }

  entry(row: number, column: number): number {
    return this.values[row * this.columns + column]!;
  }
}

/**
 * A caller's source, each number checked as it is read: a NaN or −Infinity would make the search wander
 * for ever, so it is refused with its place.
 */
export class CheckedSource implements CostSource {
  readonly rows: number;
  readonly columns: number;
  readonly #source: CostSource;
  readonly #functionName: string;

  constructor(source: CostSource, functionName: string) {
    this.rows = source.rows;
    this.columns = source.columns;
    this.#source = source;
    this.#functionName = functionName;
  }

  writeRow(row: number, out: Float64Array): void {
    this.#source.writeRow(row, out);
    for (let column = 0; column < this.columns; column++) this.#check(row, column, out[column]!);
  }

  entry(row: number, column: number): number {
    return this.#check(row, column, this.#source.entry(row, column));
  }

  #check(row: number, column: number, value: number): number {
    if (value > Number.NEGATIVE_INFINITY) return value;
    const path = `cost of row ${row}, column ${column}`;
    throw new InputError(this.#functionName, [{ path, value, rule: 'a number or Infinity (forbidden)' }]);
  }
}

/** The transpose of a source as a dense matrix, copied in blocks of rows so that writes stay close. */
export function transpose(source: CostSource): MatrixSource {
  const { rows, columns } = source;
  const values = new Float64Array(rows * columns);
  const blockRows = 32;
  const block = Array.from({ length: Math.min(rows, blockRows) }, () => new Float64Array(columns));
  for (let first = 0; first < rows; first += blockRows) {
    const count = Math.min(blockRows, rows - first);
    for (let offset = 0; offset < count; offset++) source.writeRow(first + offset, block[offset]!);
    for (let column = 0; column < columns; column++) {
      const start = column * rows + first;
      for (let offset = 0; offset < count; offset++) values[start + offset] = block[offset]![column]!;
    }
  }
  return new MatrixSource({ rows: columns, columns: rows, values });
}
