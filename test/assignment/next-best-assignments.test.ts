import { describe, expect, it } from 'vitest';
import {
  type AssignmentOptions,
  type CostMatrix,
  costMatrixFromRows,
  nextBestAssignments,
  solveAssignment,
} from '../../src/assignment/index.js';
import { modes, random, smallInstance } from './instances.js';

/** Every allowed assignment as [first, second] in the order of the mode, best first. */
function everyValue(
  { rows, columns, values }: CostMatrix,
  options: AssignmentOptions,
  present: ArrayLike<number> = [],
  minimumChanges = 0,
): number[][] {
  const left = Array.from({ length: columns }, (_, j) => options.capacities?.[j] ?? 1);
  const places = left.reduce((sum, capacity) => sum + capacity, 0);
  const { unassigned = 'forbid' } = options;
  const price = typeof unassigned === 'number' ? unassigned : 0;
  const found: number[][] = [];
  const visit = (row: number, assigned: number, cost: number, changes = 0): void => {
    if (row === rows) {
      if (changes < minimumChanges) return;
      if (unassigned === 'forbid' && assigned < Math.min(rows, places)) return;
      found.push(typeof unassigned === 'number' ? [cost, -assigned] : [-assigned, cost]);
      return;
    }
    visit(row + 1, assigned, cost + price, changes + (present[row] === -1 ? 0 : 1));
    for (let j = 0; j < columns; j++) {
      if (left[j] === 0 || values[row * columns + j] === Infinity) continue;
      left[j]! -= 1;
      const isChanged = present[row] !== j;
      visit(row + 1, assigned + 1, cost + values[row * columns + j]!, changes + (isChanged ? 1 : 0));
      left[j]! += 1;
    }
  };
  visit(0, 0, 0);
  return found.sort((one, other) => one[0]! - other[0]! || one[1]! - other[1]!);
}

describe('nextBestAssignments', () => {
  it('lists the assignments of a small table in order', () => {
    const cost = costMatrixFromRows([
      [4, 1],
      [2, 3],
    ]);
    const result = solveAssignment(cost);
    if (result.status !== 'optimal') throw new Error('infeasible');
    const next = nextBestAssignments(cost, result, {}, 5);
    expect(next.map(({ rowToColumn, totalCost }) => [...rowToColumn, totalCost])).toEqual([[0, 1, 7]]);
    expect(nextBestAssignments(cost, result, {}, 0)).toEqual([]);
  });

  it.each(modes)('equals trying every assignment, ties included, and repeats none (%s)', (mode) => {
    let listed = 0;
    for (let seed = 0; seed < 250; seed++) {
      const { name, cost, options } = smallInstance(seed, mode, 4);
      const result = solveAssignment(cost, options);
      if (result.status !== 'optimal') continue;
      const count = [3, 12, 10_000][seed % 3]!;
      const next = nextBestAssignments(cost, result, options, count);
      const all = everyValue(cost, options);
      const values = next.map(({ assignedRows, totalCost }) =>
        typeof options.unassigned === 'number' ? [totalCost, -assignedRows] : [-assignedRows, totalCost],
      );
      expect(values, name).toEqual(all.slice(1, 1 + count));
      const seen = new Set([result, ...next].map(({ rowToColumn }) => rowToColumn.join()));
      expect(seen.size, name).toBe(next.length + 1);
      listed += next.length;
    }
    expect(listed).toBeGreaterThan(300);
  });

  it.each(modes)('equals trying every assignment that differs in enough rows (%s)', (mode) => {
    let listed = 0;
    for (let seed = 0; seed < 250; seed++) {
      const { name, cost, options } = smallInstance(seed, mode, 4);
      const result = solveAssignment(cost, options);
      if (result.status !== 'optimal') continue;
      const count = [1, 3, 10_000][seed % 3]!;
      const least = 2 + (seed % 3);
      const next = nextBestAssignments(cost, result, options, count, least);
      const values = next.map(({ assignedRows, totalCost }) =>
        typeof options.unassigned === 'number' ? [totalCost, -assignedRows] : [-assignedRows, totalCost],
      );
      const all = everyValue(cost, options, result.rowToColumn, least);
      expect(values, `${name}, ${least} changes`).toEqual(all.slice(0, count));
      const seen = new Set(next.map(({ rowToColumn }) => rowToColumn.join()));
      expect(seen.size, name).toBe(next.length);
      expect(
        next.every(({ isProven }) => isProven),
        name,
      ).toBe(true);
      for (const { rowToColumn } of next)
        expect(
          rowToColumn.filter((column, row) => column !== result.rowToColumn[row]).length,
          name,
        ).toBeGreaterThanOrEqual(least);
      listed += next.length;
    }
    expect(listed).toBeGreaterThan(50);
  });

  it('says which are certain where a search for many changes is given up', () => {
    const next = random(8);
    const size = 14;
    const values = Float64Array.from({ length: size * size }, () => Math.floor(next() * 3));
    const cost = { rows: size, columns: size, values };
    const result = solveAssignment(cost);
    if (result.status !== 'optimal') throw new Error('infeasible');
    const found = nextBestAssignments(cost, result, {}, 30_000, 4);
    expect(found.length).toBeGreaterThan(100);
    expect(found.some(({ isProven }) => isProven)).toBe(true);
    expect(found.every(({ isProven }) => isProven)).toBe(false);
    // Those that are certain come first.
    expect(found.map(({ isProven }) => isProven)).toEqual(
      found.map(({ isProven }) => isProven).toSorted((one, other) => Number(other) - Number(one)),
    );
  });

  it('refuses a result that is none of these costs, and counts that are none', () => {
    const cost = [
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ];
    const result = solveAssignment(cost);
    if (result.status !== 'optimal') throw new Error('infeasible');
    const wrong = [
      solveAssignment([[1]]),
      solveAssignment([
        [0, 9, 9],
        [9, 0, 9],
        [9, 9, 0],
      ]),
      { ...result, rowDuals: [0, -1, 0] },
      { ...result, columnDuals: Float64Array.of(Number.NaN, 0, 0) },
      { status: 'optimal' },
      null,
    ];
    for (const each of wrong)
      expect(() => nextBestAssignments(cost, each as never, {}, 2)).toThrow(
        /^nextBestAssignments: result is/,
      );
    expect(() => nextBestAssignments(cost, result, {}, -1)).toThrow(/^nextBestAssignments: count is -1/);
    expect(() => nextBestAssignments(cost, result, {}, 1, 0)).toThrow(/minimumChanges is 0/);
    expect(nextBestAssignments(cost, result, {}, 2)).toHaveLength(2);
  });
});
