import { Holders } from './holders.js';
import type { AssignmentProblem } from './problem.js';

/** What is known of a similar problem, beside the duals to start from. */
export interface WarmStart {
  /** The column that each unit would rather have, −1 = none. */
  readonly preferred: Int32Array;
  /** About the dual of each row. */
  readonly rowDuals?: ArrayLike<number> | undefined;
}

/** Where places may stay free no dual is above 0. */
export function startingDuals(
  length: number,
  initial: ArrayLike<number> | undefined,
  isFilled: boolean,
): Float64Array {
  const duals = new Float64Array(length);
  if (initial === undefined) return duals;
  for (let at = 0; at < length; at++) duals[at] = isFilled ? initial[at]! : Math.min(0, initial[at]!);
  return duals;
}

/** From the rows' side; a row has one unit or none. */
export function warmByRows(
  { initialRowToColumn, initialRowDuals }: AssignmentProblem,
  demands: Int32Array,
): WarmStart {
  const preferred =
    initialRowToColumn === undefined
      ? new Int32Array(demands.length).fill(-1)
      : Int32Array.from(initialRowToColumn).filter((_, row) => demands[row] === 1);
  return { preferred, rowDuals: initialRowDuals };
}

/** From the columns' side, where a column has a unit for each place. */
export function warmByColumns(
  { initialRowToColumn, initialColumnDuals }: AssignmentProblem,
  demands: Int32Array,
): WarmStart {
  const rowsOf = Array.from(demands, (): number[] => []);
  Array.from(initialRowToColumn ?? []).forEach((column, row) => {
    if (column >= 0) rowsOf[column]!.push(row);
  });
  const preferred = [...demands].flatMap((demand, column) =>
    Array.from({ length: demand }, (_, place) => rowsOf[column]![place] ?? -1),
  );
  return { preferred: Int32Array.from(preferred), rowDuals: initialColumnDuals };
}

/** The pairs of before that are allowed, as far as there are places: where a largest matching begins. */
export function placeAsBefore({ costs, capacities, initialRowToColumn }: AssignmentProblem): Holders {
  const holders = new Holders(costs.rows, costs.columns);
  if (initialRowToColumn === undefined) return holders;
  for (let row = 0; row < costs.rows; row++) {
    const column = initialRowToColumn[row]!;
    if (column < 0 || holders.count[column]! >= capacities[column]!) continue;
    if (costs.entry(row, column) < Infinity) holders.place(row, column);
  }
  return holders;
}
