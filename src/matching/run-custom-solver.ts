import { ProblemList } from '../core/index.js';
import type { CustomSolver, ReadMatchOptions } from './match-options.js';
import { type MatchProblem, matrixOf } from './match-problem.js';

/**
 * Asks a solver of the caller and checks what it says: one column or −1 for each row, no forbidden pair, no
 * mentor over capacity. How good the pairs are is for the proof to say.
 *
 * @throws InputError with every row that is wrong
 */
export function runCustomSolver(
  solver: CustomSolver,
  problem: MatchProblem,
  { functionName, objective }: ReadMatchOptions,
): Int32Array {
  const { freePlaces } = problem;
  const cost = matrixOf(problem);
  // Where there is nothing to decide nobody is asked: solvers such as munkres-js throw on an empty matrix.
  if (cost.rows === 0 || cost.columns === 0) return new Int32Array(cost.rows).fill(-1);
  const problems = new ProblemList(functionName);
  // The solver gets copies: what it does to them changes nothing here.
  const values = Float32Array.from(cost.values);
  const answer: unknown = solver({ cost: { ...cost, values }, capacities: freePlaces.slice(), objective });
  const rowToColumn = new Int32Array(cost.rows).fill(-1);
  const isList = Array.isArray(answer) || ArrayBuffer.isView(answer);
  const columns = isList ? (answer as unknown as ArrayLike<unknown>) : undefined;
  if (columns === undefined || columns.length !== cost.rows) {
    problems.add('solver()', answer, `a list of ${cost.rows} columns, −1 where a row stays without`);
    problems.throwIfAny();
  }
  const taken = new Int32Array(cost.columns);
  for (let row = 0; row < cost.rows; row++) {
    const column = columns![row];
    const path = `solver()[${row}]`;
    if (!Number.isInteger(column) || (column as number) < -1 || (column as number) >= cost.columns) {
      problems.add(path, column, `a whole number from −1 to ${cost.columns - 1}`);
      continue;
    }
    if (column === -1) continue;
    rowToColumn[row] = column as number;
    if (cost.values[row * cost.columns + (column as number)] === Number.POSITIVE_INFINITY) {
      problems.add(path, column, 'a column whose cost is not Infinity');
    }
    taken[column as number]! += 1;
    if (taken[column as number]! > freePlaces[column as number]!) {
      problems.add(
        path,
        column,
        `no more rows in this column than its places (${freePlaces[column as number]})`,
      );
    }
  }
  problems.throwIfAny();
  return rowToColumn;
}
