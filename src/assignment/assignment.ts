/** How a problem is to be solved; the same options are needed to check its result. */
export interface AssignmentOptions {
  /**
   * How many rows each column can hold: whole numbers ≥ 0, one per column; 1 each unless given. A column
   * of many places is still one column with one dual.
   */
  readonly capacities?: ArrayLike<number> | undefined;
  /**
   * What may stay unassigned.
   * - `'forbid'` (unless given): min(rows, places) rows are assigned at the least cost, or the problem is
   *   infeasible.
   * - `'most'`: as many rows as the allowed pairs admit, and of those assignments a cheapest.
   * - a number: leaving a row out costs this much; among equally cheap assignments one with most rows.
   */
  readonly unassigned?: 'forbid' | 'most' | number | undefined;
  /**
   * Column duals of a similar problem, one finite number per column. Saves time, never changes optimality; of
   * several optimal assignments another may come out.
   */
  readonly initialColumnDuals?: ArrayLike<number> | undefined;
  /** Row duals of that problem, one finite number per row; they help where rows stay unassigned. */
  readonly initialRowDuals?: ArrayLike<number> | undefined;
  /** The assignment of that problem, −1 = none: kept where the duals allow it. */
  readonly initialRowToColumn?: ArrayLike<number> | undefined;
}

/**
 * An optimal assignment and its proof.
 *
 * The duals are pairs compared in order. With `'forbid'` and `'most'` the cover counts first (most rows),
 * then the duals count (least cost); with a number the duals count first. Σ rowCover + Σ capacity ·
 * columnCover = assignedRows, Σ rowDuals + Σ capacity · columnDuals = totalCost.
 */
export interface OptimalAssignment {
  readonly status: 'optimal';
  /** The column of every row, −1 = unassigned. */
  readonly rowToColumn: Int32Array;
  readonly assignedRows: number;
  /** The sum of the costs of the pairs, and of the price of every row left out where there is one. */
  readonly totalCost: number;
  /** u: one per row. */
  readonly rowDuals: Float64Array;
  /** v: one per column, whatever its capacity. */
  readonly columnDuals: Float64Array;
  /** 1 for the rows of a minimum cover of the allowed (with a number: tight) pairs, else 0. */
  readonly rowCover: Uint8Array;
  /** 1 for the columns of that cover, else 0. */
  readonly columnCover: Uint8Array;
  /**
   * |totalCost − Σu − Σ capacity·v|, measured pair by pair: 0 for whole numbers with (2 · min(rows, places) + 1) ·
   * max|c| ≤ 2⁵³ (with a price: (2 · rows + 1) · max(|c|, |price|)), else what rounding left.
   */
  readonly gap: number;
  /** By how much u + v exceeds c at most where it must not; 0 as above, else what rounding left. */
  readonly largestViolation: number;
}

/**
 * Why there is no assignment of min(rows, places) rows (a Hall violator).
 *
 * `side` `'rows'`: the rows outnumber the places of all columns they may have, which are `columns`.
 * `side` `'columns'`: the places of the columns outnumber all rows that may have them, which are `rows`.
 */
export interface InfeasibleAssignment {
  readonly status: 'infeasible';
  readonly side: 'rows' | 'columns';
  readonly rows: number[];
  readonly columns: number[];
}

export type AssignmentResult = OptimalAssignment | InfeasibleAssignment;

/** Where the work stands: `done` of `of` units of the stage. Never changes a result. */
export interface AssignmentProgress {
  readonly stage: 'matching' | 'assigning' | 'ranking';
  readonly done: number;
  readonly of: number;
}
