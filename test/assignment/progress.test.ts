import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matrix } from '../../benchmarks/assignment/families.mjs';
import {
  type AssignmentOptions,
  assignmentSteps,
  bottleneckSteps,
  type Costs,
  costMatrix,
  fairestSteps,
  loadSteps,
  nextBestSteps,
  type OptimalAssignment,
  optimalityViolationSteps,
  priceOfRowsSteps,
  type Steps,
  solveAssignment,
  stoppableSteps,
} from '../../src/assignment/index.js';
import pinned from './pinned-work.json' with { type: 'json' };
import { compressed, onDemand } from './solve-every-way.js';

/*
 * What is told on the way and comes out, of problems large enough for every kind of pause: 65,536 pairs, 1,024 rows.
 * Counts and digests are pinned as in phases.test.ts and pinned-answers.test.ts.
 */

const expected: Readonly<Record<string, Readonly<Record<string, number | string>>>> = pinned;

/** How often steps can be paused, and what they tell then and return. */
function toldBy(steps: Steps<unknown, unknown>): string {
  const told: unknown[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      const digest = createHash('sha256')
        .update(JSON.stringify([told, step.value]))
        .digest('hex');
      return `${told.length}, ${digest.slice(0, 8)}`;
    }
    const { done, of } = step.value as { done: number; of: number };
    expect(Number.isInteger(done) && Number.isInteger(of) && done >= 0 && done <= of).toBe(true);
    told.push(step.value);
  }
}

function shapeOf(rows: number, columns: number, places: number, isOpen = false) {
  const values = Array.from(matrix('compat', rows, columns, 3), (value) => Math.round(value * 1000));
  // Some may have little, a few nothing; some columns are closed.
  const thinned = values.map((value, at) => {
    const row = Math.floor(at / columns);
    const column = at % columns;
    if (row % 97 === 5 && !isOpen) return Infinity;
    return row % 7 === 3 && column % 11 !== row % 11 ? Infinity : value;
  });
  const capacities = Int32Array.from({ length: columns }, (_, column) =>
    column % 13 === 4 && !isOpen ? 0 : places,
  );
  return { cost: costMatrix(rows, columns, thinned), capacities };
}

const shapes = {
  'many rows': () => shapeOf(1100, 62, 17),
  square: () => shapeOf(280, 280, 1, true),
  'many columns': () => shapeOf(60, 1150, 1),
};

it('many changes are looked for as long as before', () => {
  const told: Record<string, string> = {};
  for (const [rows, columns] of [
    [14, 14],
    [12, 9],
  ] as const)
    for (const unit of [1, 1e6]) {
      const values = Array.from(matrix('mw', rows, columns, 4), (value) => (value % 47) * unit);
      const cost = costMatrix(rows, columns, values);
      for (const options of [{ unassigned: 'most' }, { unassigned: 20 * unit }] as const) {
        const result = solveAssignment(cost, options) as OptimalAssignment;
        told[`${rows} × ${columns}, by ${unit}, ${options.unassigned}`] = toldBy(
          nextBestSteps(cost, result, options, 3, 5),
        );
      }
    }
  expect(told).toEqual(expected['next best with many changes']);
});

describe.each(Object.keys(shapes) as (keyof typeof shapes)[])('%s', (shape) => {
  const { cost, capacities } = shapes[shape]();
  const most: AssignmentOptions = { capacities, unassigned: 'most' };
  const priced: AssignmentOptions = { capacities, unassigned: 600 };

  it('tell how far solving is, as before', () => {
    const told: Record<string, string> = {};
    for (const [kind, costs] of Object.entries({
      dense: cost,
      sparse: compressed(cost),
      'on demand': onDemand(cost),
    } satisfies Record<string, Costs>)) {
      told[`${kind}, most`] = toldBy(assignmentSteps(costs, most));
      told[`${kind}, priced`] = toldBy(assignmentSteps(costs, priced));
      for (const options of [most, priced])
        for (const pauses of [0, 4, 30]) {
          let left = pauses;
          const { unassigned } = options as { unassigned: 'most' | number };
          const isOver = () => left-- <= 0;
          told[`${kind}, ${unassigned}, stopped after ${pauses}`] = toldBy(
            stoppableSteps(costs, { ...options, unassigned }, isOver, 0),
          );
        }
    }
    expect(told).toEqual(expected[`progress of solving: ${shape}`]);
  });

  it('tell how far what is asked of a solution is, as before', () => {
    const told: Record<string, string> = {};
    for (const [name, options] of Object.entries({ most, priced })) {
      const result = solveAssignment(cost, options) as OptimalAssignment;
      told[`${name}: proof`] = toldBy(optimalityViolationSteps(cost, result, options));
      told[`${name}: prices`] = toldBy(priceOfRowsSteps(cost, result, options));
      told[`${name}: bottlenecks`] = toldBy(bottleneckSteps(cost, result, options));
      told[`${name}: next best`] = toldBy(nextBestSteps(cost, result, options, 2));
      const warm = {
        ...options,
        initialColumnDuals: result.columnDuals.map((dual, column) => dual - (column % 50 === 0 ? 40 : 0)),
        initialRowDuals: result.rowDuals,
        initialRowToColumn: result.rowToColumn,
      };
      told[`${name}: from a start`] = toldBy(assignmentSteps(cost, warm));
    }
    told.fairest = toldBy(fairestSteps(cost, { capacities, tierSize: 100 }));
    told.loads = toldBy(loadSteps(cost, { capacities, minimums: capacities.map((places) => places >> 3) }));
    expect(told).toEqual(expected[`progress of questions: ${shape}`]);
  });
});
