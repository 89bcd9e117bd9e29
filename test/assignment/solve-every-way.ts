import { generalSteps } from '../../src/assignment/assignment-steps.js';
import {
  type AssignmentOptions,
  type AssignmentResult,
  assignmentSteps,
  type CostMatrix,
  type CostSource,
  type Costs,
  findOptimalityViolations,
  solveAssignment,
  sparseCosts,
} from '../../src/assignment/index.js';
import type { Start } from '../../src/assignment/place-units.js';
import { solveSmall } from '../../src/assignment/solve-small.js';
import { runSteps } from '../../src/core/index.js';

const starts: readonly Start[] = ['chosen', 'paths', 'first fit', 'columns', 'columns and rows', 'auction'];

/** Every way through the room, forced: by the kind of costs, by size, and by how the general way starts. */
export function solveEveryWay(
  cost: CostMatrix,
  options: AssignmentOptions,
): { way: string; result: AssignmentResult }[] {
  const sparse = compressed(cost);
  const answers: { way: string; result: AssignmentResult }[] = [
    { way: 'as users do', result: solveAssignment(cost, options) },
    { way: 'in steps', result: runSteps(assignmentSteps(cost, options)) },
    { way: 'costs on demand', result: runSteps(generalSteps(onDemand(cost), options)) },
  ];
  for (const start of starts) {
    answers.push({ way: `dense, ${start}`, result: runSteps(generalSteps(cost, options, start)) });
    answers.push({ way: `sparse, ${start}`, result: runSteps(generalSteps(sparse, options, start)) });
  }
  const small = solveSmall(cost, options);
  if (small !== undefined) answers.push({ way: 'small', result: small });
  return answers;
}

/**
 * What is wrong with the answers: a proof that does not hold, or another number of rows or another cost than the
 * first. Exact for whole numbers up to the documented limit.
 */
export function findDisagreements(cost: CostMatrix, options: AssignmentOptions): string[] {
  const answers = solveEveryWay(cost, options);
  const first = answers[0]!.result;
  const slack = allowedError(cost, options);
  const wrong: string[] = [];
  for (const { way, result } of answers) {
    const violations = findOptimalityViolations(cost, result, options);
    if (violations.length > 0) wrong.push(`${way}: ${JSON.stringify(violations.slice(0, 3))}`);
    if (result.status !== first.status) wrong.push(`${way}: ${result.status}, not ${first.status}`);
    if (result.status !== 'optimal' || first.status !== 'optimal') continue;
    if (result.assignedRows !== first.assignedRows && (slack === 0 || typeof options.unassigned !== 'number'))
      wrong.push(`${way}: ${result.assignedRows} rows, not ${first.assignedRows}`);
    if (!(Math.abs(result.totalCost - first.totalCost) <= slack))
      wrong.push(`${way}: costs ${result.totalCost}, not ${first.totalCost}`);
    if (slack === 0 && (result.gap !== 0 || result.largestViolation !== 0))
      wrong.push(`${way}: gap ${result.gap}, violation ${result.largestViolation}`);
  }
  return wrong;
}

/** 0 for whole numbers up to the documented limit, else what rounding may leave. */
export function allowedError({ rows, columns, values }: CostMatrix, options: AssignmentOptions): number {
  const { unassigned } = options;
  let largest = typeof unassigned === 'number' ? Math.abs(unassigned) : 0;
  let isWhole = typeof unassigned !== 'number' || Number.isInteger(unassigned);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value === Infinity) continue;
    largest = Math.max(largest, Math.abs(value));
    isWhole &&= Number.isInteger(value);
  }
  const places = Array.from({ length: columns }, (_, j) => options.capacities?.[j] ?? 1);
  const placeCount = places.reduce((sum, capacity) => sum + capacity, 0);
  const terms = typeof unassigned === 'number' ? rows : Math.min(rows, placeCount);
  if (isWhole && (2 * terms + 1) * largest <= 2 ** 53) return 0;
  return 1e-12 * largest * Math.max(rows, 1);
}

export function onDemand({ rows, columns, values }: CostMatrix): CostSource {
  return {
    rows,
    columns,
    writeRow: (row, out) => {
      for (let j = 0; j < columns; j++) out[j] = values[row * columns + j]!;
    },
    entry: (row, column) => values[row * columns + column]!,
  };
}

export function compressed({ rows, columns, values }: CostMatrix): Costs {
  const rowStarts = [0];
  const columnIndices: number[] = [];
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column]!;
      if (value === Infinity) continue;
      columnIndices.push(column);
      kept.push(value);
    }
    rowStarts.push(kept.length);
  }
  return sparseCosts({ rows, columns, rowStarts, columnIndices, values: kept });
}
