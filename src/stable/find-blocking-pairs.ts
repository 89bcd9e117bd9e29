import { checkOptionNames, ProblemList, reading } from '../core/index.js';
import type { Preferences, StableProblem } from './market.js';
import { readStableProblem } from './problem.js';
import type { StableOptions } from './solve-stable-matching.js';

/** A row and a column that list each other and would both rather have each other than what they have. */
export interface BlockingPair {
  readonly row: number;
  readonly column: number;
}

/**
 * Every blocking pair of a matching; an empty list = stable. A pair blocks where both list each other, the row
 * has no column or one it wants less, and the column has a free place or a row it wants less.
 *
 * @param rowToColumn the column of every row, −1 = none
 * @returns by row, then by the row's list
 * @throws InputError on lists or capacities that are not such, and where the matching is none: a column that
 * is not there, holds more rows than it can, or a pair of which one does not list the other
 *
 * O(list entries).
 */
export function findBlockingPairs(
  preferences: Preferences,
  rowToColumn: ArrayLike<number>,
  options: Pick<StableOptions, 'capacities'> = {},
): BlockingPair[] {
  const problems = new ProblemList('findBlockingPairs');
  checkOptionNames(problems, options, ['capacities']);
  problems.throwIfAny();
  const problem = readStableProblem(problems, preferences, options.capacities);
  const rule = `${problem.source.rows} whole numbers, one column per row`;
  const check = () => checkMatching(problems, problem, rowToColumn);
  reading('findBlockingPairs', 'rowToColumn', rowToColumn, rule, check);
  const found: BlockingPair[] = [];
  const worst = worstHeld(problem, rowToColumn);
  for (let row = 0; row < problem.source.rows; row++) {
    const list = problem.source.listOfRow(row);
    for (let at = 0; at < list.length && list[at] !== rowToColumn[row]; at++) {
      const column = list[at]!;
      if (isOpenTo(problem, worst, row, column)) found.push({ row, column });
    }
  }
  return found;
}

function checkMatching(
  problems: ProblemList,
  { source, capacities }: StableProblem,
  rowToColumn: ArrayLike<number>,
): void {
  if (typeof rowToColumn !== 'object' || rowToColumn === null || rowToColumn.length !== source.rows)
    problems.add('rowToColumn.length', rowToColumn?.length, `${source.rows}, one column per row`);
  problems.throwIfAny();
  const taken = new Int32Array(source.columns);
  for (let row = 0; row < source.rows; row++) {
    const column = rowToColumn[row]!;
    const path = `rowToColumn[${row}]`;
    if (!Number.isInteger(column) || column < -1 || column >= source.columns) {
      problems.add(path, column, `a whole number from −1 to ${source.columns - 1}`);
      continue;
    }
    if (column === -1) continue;
    if (!source.isAcceptable(row, column)) problems.add(path, column, 'a column where each lists the other');
    taken[column]! += 1;
    if (taken[column]! > capacities[column]!)
      problems.add(path, column, `a column that holds at most ${capacities[column]}`);
  }
  problems.throwIfAny();
}

const freePlace = -1;

/** The least wanted row of every column, or `freePlace`. */
function worstHeld({ source, capacities }: StableProblem, rowToColumn: ArrayLike<number>): Int32Array {
  const worst = new Int32Array(source.columns).fill(freePlace);
  const held = new Int32Array(source.columns);
  for (let row = 0; row < source.rows; row++) {
    const column = rowToColumn[row]!;
    if (column < 0) continue;
    held[column]! += 1;
    if (worst[column] === freePlace || source.compareForColumn(column, row, worst[column]!) > 0)
      worst[column] = row;
  }
  for (let column = 0; column < worst.length; column++)
    if (held[column]! < capacities[column]!) worst[column] = freePlace;
  return worst;
}

/** Whether a column that does not hold the row would take it. */
function isOpenTo(
  { source, capacities }: StableProblem,
  worst: Int32Array,
  row: number,
  column: number,
): boolean {
  if (capacities[column] === 0 || !source.isAcceptable(row, column)) return false;
  return worst[column] === freePlace || source.compareForColumn(column, row, worst[column]!) < 0;
}
