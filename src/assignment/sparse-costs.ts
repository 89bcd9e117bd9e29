import { ProblemList, reading } from '../core/index.js';
import { isCost, ListedProblems } from './cost-matrix.js';

/**
 * A sparse cost matrix in compressed rows (CSR): the pairs of row i are at positions
 * `rowStarts[i] … rowStarts[i + 1] − 1` of `columnIndices` (ascending within a row) and `values`. Every pair
 * that is not stored is forbidden.
 */
export interface SparseCosts {
  readonly rows: number;
  readonly columns: number;
  readonly rowStarts: Int32Array;
  readonly columnIndices: Int32Array;
  readonly values: Float64Array;
}

/** What `sparseCosts` takes: the same in any kind of array. */
export interface SparseInput {
  readonly rows: number;
  readonly columns: number;
  readonly rowStarts: ArrayLike<number>;
  readonly columnIndices: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * Checks compressed rows and returns them with typed arrays, those given as `Int32Array` and `Float64Array`
 * as they are.
 *
 * @throws InputError on starts that do not grow from 0 to the number of values, columns out of range or not
 * ascending within their row, NaN or −Infinity
 * @example
 * sparseCosts({ rows: 2, columns: 2, rowStarts: [0, 1, 3], columnIndices: [0, 0, 1], values: [5, 1, 2] })
 */
export function sparseCosts(input: SparseInput): SparseCosts {
  const problems = new ProblemList('sparseCosts');
  const rule = '{ rows, columns, rowStarts, columnIndices, values }';
  return reading('sparseCosts', '', input, rule, () => {
    checkSparse(problems, '', input);
    problems.throwIfAny();
    return typedSparse(input);
  });
}

/** The same costs in the arrays that the kernels read. */
export function typedSparse(input: SparseInput): SparseCosts {
  const { rows, columns, rowStarts, columnIndices, values } = input;
  return {
    rows,
    columns,
    rowStarts: rowStarts instanceof Int32Array ? rowStarts : Int32Array.from(rowStarts),
    columnIndices: columnIndices instanceof Int32Array ? columnIndices : Int32Array.from(columnIndices),
    values: values instanceof Float64Array ? values : Float64Array.from(values),
  };
}

/** Notes every problem of compressed rows. */
export function checkSparse(problems: ProblemList, path: string, input: SparseInput): void {
  const { rows, columns, rowStarts, columnIndices, values } = input;
  const dot = path === '' ? '' : `${path}.`;
  const before = problems.length;
  for (const [name, size] of [
    ['rows', rows],
    ['columns', columns],
  ] as const)
    if (!Number.isInteger(size) || size < 0 || size >= 2 ** 31 - 1)
      problems.add(`${dot}${name}`, size, 'a whole number ≥ 0 and below 2³¹ − 1');
  for (const [name, list] of [
    ['rowStarts', rowStarts],
    ['columnIndices', columnIndices],
    ['values', values],
  ] as const)
    if (typeof list !== 'object' || list === null || !Number.isInteger(list.length))
      problems.add(`${dot}${name}`, list, 'an array or typed array of numbers');
  if (problems.length > before) return;
  if (rowStarts.length !== rows + 1)
    problems.add(`${dot}rowStarts.length`, rowStarts.length, `rows + 1 = ${rows + 1}`);
  if (columnIndices.length !== values.length)
    problems.add(`${dot}columnIndices.length`, columnIndices.length, `${values.length}, as many as values`);
  if (problems.length > before) return;
  const seen = new ListedProblems(problems);
  for (let row = 0; row <= rows; row++) {
    const start = rowStarts[row]!;
    const least = row === 0 ? 0 : rowStarts[row - 1]!;
    const isGood = Number.isInteger(start) && (row === 0 ? start === 0 : start >= least);
    if (!isGood || (row === rows && start !== values.length))
      seen.add(`${dot}rowStarts[${row}]`, start, 'starts that never fall, from 0 to the number of values');
  }
  if (problems.length > before) return;
  for (let row = 0; row < rows; row++) {
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at++) {
      const column = columnIndices[at]!;
      const isAscending = at === rowStarts[row]! || column > columnIndices[at - 1]!;
      if (!Number.isInteger(column) || column < 0 || column >= columns || !isAscending)
        seen.add(`${dot}columnIndices[${at}] (row ${row})`, column, `ascending columns below ${columns}`);
      if (!isCost(values[at]))
        seen.add(`${dot}values[${at}] (row ${row})`, values[at], 'a number or Infinity (forbidden)');
    }
  }
}
