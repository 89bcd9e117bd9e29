import { checkOptionNames, isSound, ProblemList, reading } from '../core/index.js';
import type { AssignmentOptions } from './assignment.js';
import { type CostMatrix, checkShape, checkSizes, joinRows, noCosts } from './cost-matrix.js';
import type { CostSource } from './cost-source.js';
import { type CostView, DenseView, SparseView } from './cost-view.js';
import { SourceView } from './source-view.js';
import { checkSparse, type SparseCosts, typedSparse } from './sparse-costs.js';

/** Everything `solveAssignment` takes as costs. */
export type Costs = CostMatrix | SparseCosts | CostSource | readonly (readonly number[])[];

/** A checked problem, in the shape that the solvers read. */
export interface AssignmentProblem {
  readonly costs: CostView;
  /**
   * Whole numbers, at most rows + 1: a column that can hold every row and one more is never full, so more
   * places make no difference.
   */
  readonly capacities: Int32Array;
  readonly places: number;
  readonly unassigned: 'forbid' | 'most' | number;
  readonly initialColumnDuals: ArrayLike<number> | undefined;
  readonly initialRowDuals: ArrayLike<number> | undefined;
  readonly initialRowToColumn: ArrayLike<number> | undefined;
}

/** The names of the options of every verb of this room. */
const optionNames = [
  'capacities',
  'unassigned',
  'initialColumnDuals',
  'initialRowDuals',
  'initialRowToColumn',
  'tolerance',
];

/**
 * Checks costs and options of a public function.
 *
 * @throws InputError with every problem found
 */
export function readProblem(
  functionName: string,
  cost: Costs,
  options: AssignmentOptions,
): AssignmentProblem {
  const problems = new ProblemList(functionName);
  checkOptionNames(problems, options, optionNames);
  problems.throwIfAny();
  const rule = 'a cost matrix, sparse costs, a cost source or an array of rows';
  const costs = reading(functionName, 'cost', cost, rule, () => readCosts(problems, functionName, cost));
  const { capacities, initialColumnDuals, initialRowDuals, initialRowToColumn } = options;
  const { unassigned = 'forbid' } = options;
  checkList(problems, 'capacities', capacities, costs.columns, isCapacity, 'a whole number ≥ 0');
  checkList(
    problems,
    'initialColumnDuals',
    initialColumnDuals,
    costs.columns,
    isFiniteNumber,
    'a finite number',
  );
  const isColumn = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= -1 && (value as number) < costs.columns;
  const { rows, columns } = costs;
  checkList(problems, 'initialRowDuals', initialRowDuals, rows, isFiniteNumber, 'a finite number', 'row');
  const columnRule = `a whole number from −1 to ${columns - 1}`;
  checkList(problems, 'initialRowToColumn', initialRowToColumn, rows, isColumn, columnRule, 'row');
  if (unassigned !== 'forbid' && unassigned !== 'most' && !isFiniteNumber(unassigned))
    problems.add('unassigned', unassigned, "'forbid', 'most' or a finite number");
  problems.throwIfAny();

  const kept = new Int32Array(costs.columns);
  let places = 0;
  for (let column = 0; column < kept.length; column++) {
    kept[column] = Math.min(capacities === undefined ? 1 : capacities[column]!, costs.rows + 1);
    places += kept[column]!;
  }
  const start = { initialColumnDuals, initialRowDuals, initialRowToColumn };
  return { costs, capacities: kept, places, unassigned, ...start };
}

function readCosts(problems: ProblemList, functionName: string, cost: Costs): CostView {
  if (isArray(cost)) return new DenseView(joinRows(problems, 'cost', cost), functionName, true);
  if (typeof cost === 'object' && cost !== null) {
    if ('rowStarts' in cost) {
      checkSparse(problems, 'cost', cost);
      return problems.length > 0 ? new DenseView(noCosts, functionName) : new SparseView(typedSparse(cost));
    }
    if ('values' in cost) {
      // The entries are looked at when a row is read first, which every row is.
      checkShape(problems, 'cost', cost);
      return new DenseView(problems.length > 0 ? noCosts : cost, functionName, isSound(cost.values));
    }
    if ('writeRow' in cost && typeof cost.writeRow === 'function' && typeof cost.entry === 'function') {
      checkSizes(problems, 'cost', cost);
      return problems.length > 0 ? new DenseView(noCosts, functionName) : new SourceView(cost, functionName);
    }
  }
  problems.add('cost', cost, 'a cost matrix, sparse costs, a cost source or an array of rows');
  return new DenseView(noCosts, functionName);
}

function checkList(
  problems: ProblemList,
  path: string,
  list: ArrayLike<number> | undefined,
  length: number,
  isGood: (value: unknown) => boolean,
  rule: string,
  what = 'column',
): void {
  if (list === undefined || problems.length > 0) return;
  try {
    if (typeof list !== 'object' || list === null || list.length !== length) {
      problems.add(`${path}.length`, list?.length, `${length}, one per ${what}`);
      return;
    }
    for (let at = 0; at < length; at++) if (!isGood(list[at])) problems.add(`${path}[${at}]`, list[at], rule);
  } catch {
    // A getter or a proxy of the caller's.
    problems.add(path, list, `a list of ${length}, one per ${what}`);
  }
}

function isCapacity(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isFiniteNumber(value: unknown): boolean {
  return Number.isFinite(value);
}

/** `Array.isArray`, which does not know readonly arrays. */
export function isArray(cost: Costs): cost is readonly (readonly number[])[] {
  return Array.isArray(cost);
}
