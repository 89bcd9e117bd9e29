import { describe, expect, it } from 'vitest';
import { generalSteps } from '../../src/assignment/assignment-steps.js';
import {
  type AssignmentOptions,
  type Costs,
  findOptimalityViolations,
  solveAssignment,
} from '../../src/assignment/index.js';
import type { Placement } from '../../src/assignment/placement.js';
import { runSteps } from '../../src/core/index.js';
import { modes, random, smallInstance } from './instances.js';

/** The result in short, proven. */
function summaryOf(cost: Costs, options: AssignmentOptions, name: string) {
  const result = solveAssignment(cost, options);
  expect(findOptimalityViolations(cost, result, options), name).toEqual([]);
  if (result.status !== 'optimal') return result.status;
  return [result.assignedRows, result.totalCost];
}

describe('a start from another problem', () => {
  it.each(modes)('changes neither rows nor cost, whatever duals and pairs it has (%s)', (mode) => {
    for (let seed = 0; seed < 400; seed++) {
      const { name, cost, options } = smallInstance(seed, mode, 8);
      const next = random(seed);
      const duals = (length: number) => Array.from({ length }, () => Math.round(next() * 40 - 30));
      const start = {
        initialColumnDuals: duals(cost.columns),
        initialRowDuals: duals(cost.rows),
        initialRowToColumn: Array.from({ length: cost.rows }, () =>
          Math.floor(next() * (cost.columns + 1) - 1),
        ),
      };
      expect(summaryOf(cost, { ...options, ...start }, name), name).toEqual(summaryOf(cost, options, name));
    }
  });

  it.each(modes)('of the problem before a few rows and columns were replaced is as good (%s)', (mode) => {
    for (let seed = 0; seed < 40; seed++) {
      const next = random(seed * 31 + modes.indexOf(mode));
      const rows = 30 + Math.floor(next() * 40);
      const columns = 20 + Math.floor(next() * 40);
      const spread = [5, 1000][seed % 2]!;
      const cost = () => (next() < 0.1 ? Infinity : 0 - Math.floor(next() * spread));
      const values = Float32Array.from({ length: rows * columns }, cost);
      const capacities = Array.from({ length: columns }, (): number => (next() < 0.2 ? 3 : 1));
      const options = { capacities, unassigned: mode === 'price' ? 0 - Math.floor(spread / 3) : mode };
      const before = solveAssignment({ rows, columns, values }, options);
      if (before.status !== 'optimal') continue;
      for (const change of [1, 2, 3]) {
        const row = Math.floor(next() * rows);
        const column = Math.floor(next() * columns);
        for (let j = 0; j < columns; j++) values[row * columns + j] = cost();
        for (let i = 0; i < rows; i++) values[i * columns + column] = cost();
        capacities[Math.floor(next() * columns)] = Math.floor(next() * 3);
        const name = `seed ${seed}, ${mode}, ${rows} × ${columns}, change ${change}`;
        const start = {
          initialColumnDuals: before.columnDuals,
          initialRowDuals: before.rowDuals,
          initialRowToColumn: before.rowToColumn,
        };
        const matrix = { rows, columns, values };
        expect(summaryOf(matrix, { ...options, ...start }, name), name).toEqual(
          summaryOf(matrix, options, name),
        );
      }
    }
  });

  it.each([
    ['every place taken', 'forbid', 1, 1],
    ['as many as possible, every place taken', 'most', 1, 1],
    ['places to spare', 'forbid', 0.8, 2],
    ['places to spare, as many as possible', 'most', 1.1, 1],
    ['a price of staying out', -500, 1, 1],
    ['too few places', 'most', 0.7, 1],
  ] as const)('of a problem of which a part was replaced is as good (%s)', (_, unassigned, share, most) => {
    for (let seed = 0; seed < 30; seed++) {
      const next = random(seed * 7 + 1);
      const rows = 90 + Math.floor(next() * 60);
      const columns = Math.round(rows * share);
      // Many ties, some, or none.
      const spread = [30, 1000, 1_000_000][seed % 3]!;
      const forbidden = seed % 2 === 0 ? 0 : 0.05;
      const quality = Array.from({ length: columns }, () => next());
      const cost = (j: number) =>
        next() < forbidden ? Infinity : 0 - Math.floor(((next() + quality[j]!) / 2) * spread);
      const values = Float32Array.from({ length: rows * columns }, (_each, at) => cost(at % columns));
      const capacities = Array.from({ length: columns }, (_each, j) => 1 + (j % most));
      const options = { capacities, unassigned };
      const before = solveAssignment({ rows, columns, values }, options);
      if (before.status !== 'optimal') continue;
      const columnDuals = before.columnDuals.slice();
      const rowToColumn = before.rowToColumn.slice();
      for (let change = 0; change < rows / [20, 6][seed % 2]!; change++) {
        const row = Math.floor(next() * rows);
        const column = Math.floor(next() * columns);
        for (let j = 0; j < columns; j++) values[row * columns + j] = cost(j);
        for (let i = 0; i < rows; i++) values[i * columns + column] = cost(column);
        columnDuals[column] = 0;
        rowToColumn.forEach((held, i) => {
          if (i === row || held === column) rowToColumn[i] = -1;
        });
      }
      const name = `seed ${seed}, ${rows} × ${columns}`;
      const matrix = { rows, columns, values };
      const start = {
        initialColumnDuals: columnDuals,
        initialRowDuals: before.rowDuals,
        initialRowToColumn: rowToColumn,
      };
      expect(summaryOf(matrix, { ...options, ...start }, name), name).toEqual(
        summaryOf(matrix, options, name),
      );
    }
  });

  it('from the solution itself changes no row, ties included', () => {
    for (const mode of modes)
      for (let seed = 0; seed < 200; seed++) {
        const { name, cost, options } = smallInstance(seed, mode, 8);
        const before = solveAssignment(cost, options);
        if (before.status !== 'optimal') continue;
        const again = solveAssignment(cost, {
          ...options,
          initialColumnDuals: before.columnDuals,
          initialRowDuals: before.rowDuals,
          initialRowToColumn: before.rowToColumn,
        });
        expect(again.status === 'optimal' && [...again.rowToColumn], name).toEqual([...before.rowToColumn]);
      }
  });

  it.each([
    ['every place taken', 1],
    ['places to spare', 1.03],
  ])('from duals of a problem that has nothing in common reads rows not without end (%s)', (_, share) => {
    const rows = 400;
    const columns = Math.round(rows * share);
    const next = random(5);
    const matrixOf = (levels: number) => ({
      rows,
      columns,
      values: Float32Array.from({ length: rows * columns }, () => 0 - Math.floor(next() * levels)),
    });
    const other = solveAssignment(matrixOf(1e6), { unassigned: 'most' });
    if (other.status !== 'optimal') throw new Error('a full matrix has an assignment');
    const tied = matrixOf(5);
    const start = {
      unassigned: 'most',
      initialColumnDuals: other.columnDuals,
      initialRowDuals: other.rowDuals,
      initialRowToColumn: other.rowToColumn,
    } as const;
    const placements: Placement[] = [];
    const trace = {
      set placement(placement: Placement) {
        placements.push(placement);
      },
    };
    runSteps(generalSteps(tied, start, 'chosen', trace));
    // Given up, and begun anew.
    expect(placements).toHaveLength(2);
    expect(placements.reduce((sum, { best }) => sum + best.reads, 0)).toBeLessThan(40 * rows + 2000);
    expect(summaryOf(tied, start, 'tied')).toEqual(summaryOf(tied, { unassigned: 'most' }, 'tied'));
  });
});
