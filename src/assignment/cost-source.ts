/**
 * Costs on demand: what the solver asks of a cost matrix that need not exist.
 *
 * All verbs must give the same numbers whenever they are asked; `Infinity` forbids a pair. A source that can
 * find the best columns of a row without looking at all of them offers `selector`; it is then solved without
 * ever holding a row of the matrix longer than a question takes, in memory that grows with rows + columns.
 * There are at most 2²⁴ of each.
 */
export interface CostSource {
  readonly rows: number;
  readonly columns: number;
  /** Writes the costs of one row to `out[0 … columns − 1]`. */
  writeRow(row: number, out: Float64Array): void;
  /** The cost of one pair. */
  entry(row: number, column: number): number;
  /** A finder of the best columns of a row; it keeps at most `width` of them. */
  readonly selector?: ((width: number) => RowSelector) | undefined;
  /** Writes the columns that a row may have to `out`, ascending, and returns how many; needed by `selector`. */
  readonly writeAllowed?: ((row: number, out: Int32Array) => number) | undefined;
}

/** Finds the columns of a row with the least reduced costs c − v. */
export interface RowSelector {
  /** The columns chosen by the last `select`, in any order, and their costs. */
  readonly columns: Int32Array;
  readonly costs: Float64Array;
  /** No column that was not chosen by the last `select` has a c − v below this. */
  readonly bound: number;
  /**
   * Chooses columns that are not forbidden, those with the least c − v first.
   *
   * @param columnDuals v; from call to call they only fall, unless `forget` is called between
   * @param ceiling where c − v stops to be of interest: the bound may be as low as this
   * @returns how many were chosen, at most the width
   */
  select(row: number, columnDuals: Float64Array, ceiling: number): number;
  /** Duals may have risen since the last `select`. */
  forget(): void;
}
