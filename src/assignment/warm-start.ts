import type { AssignmentProblem } from './problem.js';

/** What is known of a similar problem, beside the duals to start from. */
export interface WarmStart {
  /** The column that each unit would rather have, −1 = none. */
  readonly preferred: Int32Array;
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

/** The column that each unit would rather have, −1 = none; a row has one unit or none. */
export function preferredColumns({ initialRowToColumn }: AssignmentProblem, demands: Int32Array): Int32Array {
  if (initialRowToColumn === undefined) return new Int32Array(demands.length).fill(-1);
  return Int32Array.from(initialRowToColumn).filter((_, row) => demands[row] === 1);
}

/** From the columns' side: the row that each place would rather have, −1 = none. */
export function preferredRows({ initialRowToColumn }: AssignmentProblem, demands: Int32Array): Int32Array {
  const rowsOf = Array.from(demands, (): number[] => []);
  Array.from(initialRowToColumn ?? []).forEach((column, row) => {
    if (column >= 0) rowsOf[column]!.push(row);
  });
  return Int32Array.from(
    [...demands].flatMap((demand, column) =>
      Array.from({ length: demand }, (_, place) => rowsOf[column]![place] ?? -1),
    ),
  );
}
