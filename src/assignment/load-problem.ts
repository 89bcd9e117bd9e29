import { checkOptionNames, ProblemList, reading } from '../core/index.js';
import type { CostView } from './cost-view.js';
import { type Costs, readProblem } from './problem.js';

/**
 * Rows that want several columns, and columns that want a least load or an even one.
 *
 * Every list has one entry per row (`demands`) or column (the others).
 */
export interface LoadOptions {
  /** How many different columns each row wants: whole numbers 0 … 1000; 1 unless given. */
  readonly demands?: ArrayLike<number> | undefined;
  /** How many rows each column can hold: whole numbers ≥ 0; 1 unless given. */
  readonly capacities?: ArrayLike<number> | undefined;
  /** How many rows each column should hold at least: whole numbers, at most its capacity; 0 unless given. */
  readonly minimums?: ArrayLike<number> | undefined;
  /**
   * What a column's second, third, … row costs more: whole numbers ≥ 0, none below the one before; the last
   * goes on. Nothing unless given.
   */
  readonly placeCosts?: readonly number[] | undefined;
  /** Allowed pairs that are kept, each once. */
  readonly fixed?: readonly (readonly [row: number, column: number])[] | undefined;
  /**
   * What counts first. `'counts'` (unless given): most rows with a column, then most pairs, then the least
   * shortfall below the minimums, then the least cost. `'cost'`: the least cost, then the same counts.
   */
  readonly first?: 'counts' | 'cost' | undefined;
}

/** Four parts, compared in the order that `first` says. */
export interface LoadPrice {
  readonly rows: number;
  readonly pairs: number;
  readonly minimums: number;
  readonly cost: number;
}

/** An optimal loading and its proof; see `loadBound`. */
export interface OptimalLoads {
  /** The columns of every row, ascending. */
  readonly columnsOfRow: readonly (readonly number[])[];
  /** Rows with at least one column. */
  readonly assignedRows: number;
  readonly pairs: number;
  /** Σ max(0, minimum − rows held). */
  readonly shortfall: number;
  /** The costs of the pairs and of second, third, … places. */
  readonly totalCost: number;
  /** What a pair of this row is worth to it, one per row; any sign. */
  readonly rowPrices: readonly LoadPrice[];
  /** What a place of this column is worth, one per column; any sign. */
  readonly columnPrices: readonly LoadPrice[];
  /**
   * What would change if a row without a column had to have one: pairs, rows and minimums gained, and cost
   * added; `null` where no chain of moves gives it one. O(rows · columns).
   */
  readonly changeWithRow: (row: number) => LoadPrice | null;
}

/** A checked problem, in the shape that the solver reads. */
export interface LoadProblem {
  readonly costs: CostView;
  readonly demands: Int32Array;
  readonly capacities: Int32Array;
  readonly minimums: Int32Array;
  readonly placeCosts: readonly number[];
  readonly fixed: readonly (readonly [number, number])[];
  readonly first: 'counts' | 'cost';
}

const optionNames = ['demands', 'capacities', 'minimums', 'placeCosts', 'fixed', 'first'];
const largestDemand = 1000;

/** @throws InputError with every problem found */
export function readLoadProblem(functionName: string, cost: Costs, options: LoadOptions): LoadProblem {
  const problems = new ProblemList(functionName);
  checkOptionNames(problems, options, optionNames);
  problems.throwIfAny();
  const { first = 'counts', placeCosts = [], fixed = [] } = options;
  const { costs, capacities } = readProblem(functionName, cost, { capacities: options.capacities });
  const { rows, columns } = costs;
  const given = options.capacities;
  const readOptions = () => {
    const demands = readCounts(problems, 'demands', options.demands, rows, 1, () => largestDemand);
    const minimums = readCounts(problems, 'minimums', options.minimums, columns, 0, (column) =>
      given === undefined ? 1 : given[column]!,
    );
    if (first !== 'counts' && first !== 'cost') problems.add('first', first, "'counts' or 'cost'");
    checkPlaceCosts(problems, placeCosts);
    if (problems.length === 0) checkFixed(problems, fixed, demands, capacities);
    return { demands, minimums };
  };
  const { demands, minimums } = reading(
    functionName,
    'options',
    options,
    'lists of whole numbers',
    readOptions,
  );
  problems.throwIfAny();
  fixed.forEach(([row, column], at) => {
    if (costs.entry(row, column) === Infinity) problems.add(`fixed[${at}]`, [row, column], 'an allowed pair');
  });
  checkCosts(problems, costs, placeCosts);
  problems.throwIfAny();
  return { costs, demands, capacities, minimums, placeCosts, fixed, first };
}

function readCounts(
  problems: ProblemList,
  path: string,
  list: ArrayLike<number> | undefined,
  length: number,
  usual: number,
  most: (at: number) => number,
): Int32Array {
  const counts = new Int32Array(length).fill(usual);
  if (list === undefined) return counts;
  if (typeof list !== 'object' || list === null || list.length !== length) {
    problems.add(`${path}.length`, list?.length, `${length}, one for each`);
    return counts;
  }
  for (let at = 0; at < length; at++) {
    const value: unknown = list[at];
    if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most(at))
      counts[at] = value as number;
    else problems.add(`${path}[${at}]`, value, `a whole number from 0 to ${most(at)}`);
  }
  return counts;
}

function checkPlaceCosts(problems: ProblemList, placeCosts: unknown): void {
  if (!Array.isArray(placeCosts)) {
    problems.add('placeCosts', placeCosts, 'a list of whole numbers');
    return;
  }
  let before = 0;
  Array.from(placeCosts).forEach((cost: unknown, at) => {
    if (!Number.isSafeInteger(cost) || (cost as number) < before)
      problems.add(`placeCosts[${at}]`, cost, `a whole number, at least ${before}`);
    else before = cost as number;
  });
}

function checkFixed(
  problems: ProblemList,
  fixed: unknown,
  demands: Int32Array,
  capacities: Int32Array,
): void {
  if (!Array.isArray(fixed)) {
    problems.add('fixed', fixed, 'a list of [row, column]');
    return;
  }
  const seen = new Set<string>();
  const ofRow = new Int32Array(demands.length);
  const ofColumn = new Int32Array(capacities.length);
  Array.from(fixed).forEach((pair: unknown, at) => {
    const [row, column] = Array.isArray(pair) && pair.every(Number.isInteger) ? (pair as number[]) : [];
    const path = `fixed[${at}]`;
    if (ofRow[row ?? -1] === undefined || ofColumn[column ?? -1] === undefined)
      problems.add(path, pair, 'a pair [row, column] of the problem');
    else if (seen.has(`${row} ${column}`)) problems.add(path, pair, 'each pair once');
    else if (++ofRow[row!]! > demands[row!]!) problems.add(path, pair, 'no more pairs than the row wants');
    else if (++ofColumn[column!]! > capacities[column!]!)
      problems.add(path, pair, 'no more pairs than the column has places');
    seen.add(`${row} ${column}`);
  });
}

/** Costs are whole numbers, so small that every chain of moves adds up exactly. */
function checkCosts(problems: ProblemList, costs: CostView, placeCosts: readonly number[]): void {
  let largest = placeCosts.at(-1) ?? 0;
  for (let row = 0; row < costs.rows && problems.length < 100; row++) {
    costs.load(row);
    for (let t = costs.start; t < costs.end; t++) {
      const cost = costs.costAt[t]!;
      if (cost === Infinity) continue;
      if (!Number.isInteger(cost))
        problems.add(`cost of row ${row}, column ${costs.columnAt[t]}`, cost, 'a whole number or Infinity');
      else largest = Math.max(largest, Math.abs(cost));
    }
  }
  const steps = 4 * Math.min(costs.rows, costs.columns) + 8;
  if (steps * largest > 2 ** 53)
    problems.add('cost', largest, 'costs so small that sums along chains of moves stay below 2⁵³');
}

/** What the column's place number `place` (1 is the first) adds to the counts and to the cost. */
export function minimumOfPlace({ minimums }: LoadProblem, column: number, place: number): number {
  return place <= minimums[column]! ? 1 : 0;
}

export function costOfPlace({ placeCosts }: LoadProblem, place: number): number {
  if (place < 2 || placeCosts.length === 0) return 0;
  return placeCosts[Math.min(place - 2, placeCosts.length - 1)]!;
}
