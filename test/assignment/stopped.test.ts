import { describe, expect, it } from 'vitest';
import {
  type AssignmentProgress,
  type AssignmentResult,
  assignmentSteps,
  type CostMatrix,
  type Costs,
  type Steps,
  type StoppableOptions,
  type StoppedAssignment,
  solveAssignment,
  stoppableSteps,
} from '../../src/assignment/index.js';
import { runSteps } from '../../src/core/index.js';
import { random } from './instances.js';
import { compressed, onDemand } from './solve-every-way.js';

interface Instance {
  readonly cost: CostMatrix;
  readonly options: StoppableOptions & { readonly capacities: Int32Array };
  readonly least: number;
}

const shapes = [
  [30, 30, 1],
  [45, 20, 1],
  [20, 45, 1],
  [40, 12, 4],
  [25, 60, 2],
  [1, 7, 1],
  [9, 1, 3],
] as const;

/** Whole costs, some pairs forbidden, some columns closed. */
function instance(seed: number, isPriced: boolean): Instance {
  const next = random(seed * 97 + (isPriced ? 1 : 0));
  const [rows, columns, most] = shapes[seed % shapes.length]!;
  const forbidden = [0, 0.3, 0.85][Math.floor(seed / shapes.length) % 3]!;
  // Half of the rows compete for few columns, the others have more than they need: solved in two parts.
  const isApart = seed % 4 === 3;
  const isOther = (row: number, column: number) => isApart && 2 * row < rows !== 4 * column < columns;
  const worth = Array.from({ length: columns }, () => next() * 60);
  const values = Float64Array.from({ length: rows * columns }, (_, at) =>
    next() < forbidden || isOther(Math.floor(at / columns), at % columns)
      ? Infinity
      : Math.round(worth[at % columns]! + next() * 60) - (seed % 2) * 80,
  );
  const capacities = Int32Array.from({ length: columns }, () =>
    seed % 3 > 0 && next() < 0.15 ? 0 : 1 + Math.floor(next() * most),
  );
  const unassigned = isPriced ? Math.round(next() * 80) - (seed % 2) * 80 : 'most';
  const least = values.reduce((low, value) => Math.min(low, value), 0);
  return { cost: { rows, columns, values }, options: { capacities, unassigned }, least };
}

/** What comes out when the search is over after so many pauses, and whether it came to its own end. */
function stoppedAt(pauses: number, costs: Costs, { options, least }: Instance) {
  let left = pauses;
  return runSteps(stoppableSteps(costs, options, () => left-- <= 0, least));
}

/** All that keeps a stopped assignment from being what it says, given the best there is. */
function brokenPromises(
  { cost, options }: Instance,
  { rowToColumn, rowDuals: u, columnDuals: v, rowCover: a, columnCover: b }: StoppedAssignment,
  best: AssignmentResult,
): string[] {
  const { rows, columns, values } = cost;
  const { capacities, unassigned } = options;
  const isPriced = typeof unassigned === 'number';
  const price = isPriced ? unassigned : 0;
  if (best.status !== 'optimal') throw new Error('there always is an assignment');
  const wrong: string[] = [];
  const entry = (row: number, column: number) => values[row * columns + column]!;
  const held = new Int32Array(columns);
  rowToColumn.forEach((column, row) => {
    if (column < 0) return;
    held[column]! += 1;
    if (entry(row, column) === Infinity) wrong.push(`row ${row} in a forbidden column`);
  });
  const isFree = (column: number) => held[column]! < capacities[column]!;
  held.forEach((count, column) => {
    if (count > capacities[column]!) wrong.push(`column ${column} is over-full`);
  });
  rowToColumn.forEach((column, row) => {
    if (column >= 0) return;
    for (let j = 0; j < columns; j++)
      if (isFree(j) && entry(row, j) <= (isPriced ? price : Number.MAX_VALUE))
        wrong.push(`row ${row} might have ${j}`);
  });
  const assigned = rowToColumn.reduce((count, column) => count + (column < 0 ? 0 : 1), 0);
  if (!isPriced && assigned !== best.assignedRows) wrong.push(`${assigned} rows, not ${best.assignedRows}`);

  let cover = 0;
  let bound = 0;
  a.forEach((covered, row) => {
    cover += covered;
    bound += u[row]!;
    if ((isPriced || covered === 0) && u[row]! > price) wrong.push(`dual of row ${row}`);
    if (u[row]! === -Infinity || Number.isNaN(u[row])) wrong.push(`row ${row} has no dual`);
  });
  b.forEach((covered, j) => {
    cover += covered * capacities[j]!;
    bound += v[j]! * capacities[j]!;
    if ((isPriced || covered === 0) && v[j]! > 0 && capacities[j]! > 0) wrong.push(`dual of column ${j}`);
    if (!Number.isFinite(v[j])) wrong.push(`column ${j} has no dual`);
  });
  for (let row = 0; row < rows; row++)
    for (let j = 0; j < columns; j++) {
      if (entry(row, j) === Infinity) continue;
      const touched = a[row]! + b[j]!;
      if (!isPriced && touched === 0) wrong.push(`pair ${row} ${j} is not covered`);
      if ((isPriced || touched === 1) && u[row]! + v[j]! > entry(row, j)) wrong.push(`pair ${row} ${j}`);
    }
  if (!isPriced && cover !== best.assignedRows) wrong.push(`a cover of ${cover}`);
  if (!(bound <= best.totalCost)) wrong.push(`a bound of ${bound} above ${best.totalCost}`);
  return wrong;
}

function boundOf({ options }: Instance, { rowDuals, columnDuals }: StoppedAssignment): number {
  const ofRows = rowDuals.reduce((sum, u) => sum + u, 0);
  return columnDuals.reduce((sum, v, j) => sum + v * options.capacities[j]!, ofRows);
}

function costOf({ cost, options }: Instance, { rowToColumn }: StoppedAssignment): number {
  const price = typeof options.unassigned === 'number' ? options.unassigned : 0;
  return rowToColumn.reduce(
    (sum, column, row) => sum + (column < 0 ? price : cost.values[row * cost.columns + column]!),
    0,
  );
}

function* counted(steps: Steps<AssignmentProgress, AssignmentResult>, count: { pauses: number }) {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    count.pauses += 1;
    yield step.value;
  }
}

describe.each([
  ['as many as possible', false],
  ['at a price', true],
] as const)('a search that is stopped, %s', (_, isPriced) => {
  it('costs nobody a place, and its duals bound every assignment, whenever it is stopped', () => {
    let stops = 0;
    const instances = 3 * shapes.length;
    for (let seed = 0; seed < instances; seed++) {
      const given = instance(seed, isPriced);
      const best = solveAssignment(given.cost, given.options);
      for (const [kind, costs] of [
        ['dense', given.cost],
        ['sparse', compressed(given.cost)],
        ['on demand', onDemand(given.cost)],
      ] as const) {
        const count = { pauses: 0 };
        runSteps(counted(assignmentSteps(costs, given.options), count));
        for (let pauses = 0; pauses < count.pauses; pauses += 1 + Math.floor(count.pauses / 7)) {
          const result = stoppedAt(pauses, costs, given);
          const name = `${kind}, seed ${seed}, stopped at pause ${pauses} of ${count.pauses}`;
          expect(result.status, name).toBe('stopped');
          if (result.status !== 'stopped') continue;
          stops += 1;
          expect(brokenPromises(given, result, best), name).toEqual([]);
        }
        // At the last pause all is found but for the proof: nothing was lost by stopping.
        const late = stoppedAt(count.pauses - 1, costs, given);
        if (late.status === 'stopped' && best.status === 'optimal')
          expect([boundOf(given, late), costOf(given, late)], `${kind}, seed ${seed}`).toEqual([
            best.totalCost,
            best.totalCost,
          ]);
        expect(stoppedAt(count.pauses, costs, given)).toEqual(
          runSteps(assignmentSteps(costs, given.options)),
        );
      }
    }
    expect(stops).toBeGreaterThan(200);
  });
});
