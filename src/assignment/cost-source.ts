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
