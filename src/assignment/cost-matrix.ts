import { ProblemList, reading } from '../core/index.js';

/**
 * A dense cost matrix, row-major: the cost of (row, column) is `values[row * columns + column]`.
 *
 * `Infinity` forbids a pair; NaN and −Infinity are not costs. Typed arrays are used as they are, never copied
 * and never written to; they must not change while a solver runs.
 */
export interface CostMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: ArrayLike<number>;
}

/** In place of costs that are refused. */
export const noCosts: CostMatrix = { rows: 0, columns: 0, values: [] };

/** How many wrong entries an error lists; a matrix may have a hundred million. */
const listedEntries = 100;

const entryRule = 'a number or Infinity (forbidden)';

/**
 * Checks the shape and every entry, and returns the matrix over the same `values`.
 *
 * @param rows whole number ≥ 0
 * @param columns whole number ≥ 0
 * @param values row-major, rows · columns costs; `Infinity` = forbidden
 * @throws InputError on a wrong shape, NaN or −Infinity (the first 100 places are listed)
 * @example costMatrix(2, 2, [4, 1, 2, 3])
 */
export function costMatrix(rows: number, columns: number, values: ArrayLike<number>): CostMatrix {
  const problems = new ProblemList('costMatrix');
  const rule = 'an array or typed array of numbers';
  const check = () => checkMatrix(problems, '', { rows, columns, values });
  reading('costMatrix', 'values', values, rule, check);
  problems.throwIfAny();
  return { rows, columns, values };
}

/**
 * A matrix from one array per row.
 *
 * @param arrays one array of costs per row, all of the same length; no rows give a matrix of 0 × 0
 * @throws InputError on rows of different lengths, NaN or −Infinity
 */
export function costMatrixFromRows(arrays: readonly ArrayLike<number>[]): CostMatrix {
  const problems = new ProblemList('costMatrixFromRows');
  const rule = 'an array of rows of costs';
  const join = () => joinRows(problems, '', arrays);
  const matrix = reading('costMatrixFromRows', '', arrays, rule, join);
  problems.throwIfAny();
  return matrix;
}

/** Joins rows into one matrix and notes every problem under `path`. */
export function joinRows(
  problems: ProblemList,
  path: string,
  arrays: readonly ArrayLike<number>[],
): CostMatrix {
  if (!Array.isArray(arrays)) {
    problems.add(path, arrays, 'an array of rows of costs');
    return noCosts;
  }
  const rows = arrays.length;
  const columns = arrays[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const array: unknown = arrays[row];
    // Whatever else has a length may have any length, and nothing in it.
    if (!Array.isArray(array) && !ArrayBuffer.isView(array)) {
      problems.add(`${path}[${row}]`, array, 'an array or typed array of numbers');
      continue;
    }
    const length = arrays[row]?.length;
    if (length !== columns)
      problems.add(`${path}[${row}].length`, length, `${columns}, the length of the first row`);
  }
  if (problems.length > 0) return noCosts;
  const values = new Float64Array(rows * columns);
  const seen = new ListedProblems(problems);
  for (let row = 0; row < rows; row++) {
    const array = arrays[row]!;
    for (let column = 0; column < columns; column++) {
      const value = array[column];
      if (!isCost(value)) seen.add(`${path}[${row}][${column}]`, value, entryRule);
      else values[row * columns + column] = value;
    }
  }
  return { rows, columns, values };
}

/** Notes every problem of a matrix. */
export function checkMatrix(problems: ProblemList, path: string, matrix: CostMatrix): void {
  checkShape(problems, path, matrix);
  if (problems.length === 0) checkEntries(problems, path, matrix);
}

/** More rows or columns than fit in the memory of what is kept for each. */
const mostOfSide = 2 ** 24;

/** Notes what is wrong with the numbers of rows and columns. */
export function checkSizes(
  problems: ProblemList,
  path: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): void {
  const dot = path === '' ? '' : `${path}.`;
  for (const [name, size] of [
    ['rows', rows],
    ['columns', columns],
  ] as const) {
    if (!Number.isSafeInteger(size) || size < 0) problems.add(`${dot}${name}`, size, 'a whole number ≥ 0');
    else if (size > mostOfSide) problems.add(`${dot}${name}`, size, `at most ${mostOfSide}`);
  }
}

/** Notes what is wrong with the numbers of rows, columns and values; looks at no entry. */
export function checkShape(problems: ProblemList, path: string, matrix: CostMatrix): void {
  checkSizes(problems, path, matrix);
  const { rows, columns, values } = matrix;
  const dot = path === '' ? '' : `${path}.`;
  const isBig = values instanceof BigInt64Array || values instanceof BigUint64Array;
  if (typeof values !== 'object' || values === null || isBig) {
    problems.add(`${dot}values`, values, 'an array or typed array of numbers');
    return;
  }
  if (problems.length > 0) return;
  if (values.length !== rows * columns) {
    problems.add(`${dot}values.length`, values.length, `rows · columns = ${rows * columns}`);
  }
}

/** Notes every entry that is not a cost. */
export function checkEntries(problems: ProblemList, path: string, { columns, values }: CostMatrix): void {
  if (holdsWholeNumbersOnly(values)) return;
  const dot = path === '' ? '' : `${path}.`;
  const seen = new ListedProblems(problems);
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (!isCost(value)) {
      const row = Math.floor(at / columns);
      seen.add(`${dot}values[${at}] (row ${row}, column ${at - row * columns})`, value, entryRule);
    }
  }
}

/** A cost is a number other than NaN and −Infinity. */
export function isCost(value: unknown): value is number {
  return typeof value === 'number' && value > Number.NEGATIVE_INFINITY;
}

/** They cannot hold a broken cost; they need no look at the entries. */
const wholeNumberArrays = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
];

export function holdsWholeNumbersOnly(values: ArrayLike<number>): boolean {
  return wholeNumberArrays.some((kind) => values instanceof kind);
}

/** Lists the first problems of a long input and drops the rest. */
export class ListedProblems {
  readonly #problems: ProblemList;
  #listed = 0;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  add(path: string, value: unknown, rule: string): void {
    if (this.#listed++ < listedEntries) this.#problems.add(path, value, rule);
  }
}
