import { describe, expect, it } from 'vitest';
import { findBottlenecks, solveAssignment } from '../../src/assignment/index.js';
import { modes, smallInstance } from './instances.js';
import { onDemand } from './solve-every-way.js';

describe('findBottlenecks', () => {
  it('finds the same on demand, also where all compete for all, or for nothing', () => {
    for (const mode of modes)
      for (let seed = 0; seed < 300; seed++) {
        const { name, cost, options } = smallInstance(seed, mode, 7);
        // A few rows more, so that some are left out.
        const more = {
          ...cost,
          rows: cost.rows + 4,
          values: [...Array.from(cost.values), ...Array(4 * cost.columns)],
        };
        more.values.fill(seed % 3 === 0 ? Infinity : 2, cost.values.length);
        const result = solveAssignment(more, options);
        if (result.status !== 'optimal') continue;
        expect(findBottlenecks(onDemand(more), result, options), name).toEqual(
          findBottlenecks(more, result, options),
        );
      }
  });

  it('names the rows that compete, the columns they compete for, and the places there', () => {
    const x = Infinity;
    const cost = [
      [1, x, x],
      [2, x, x],
      [3, x, x],
      [x, 1, x],
      [x, x, x],
    ];
    const options = { unassigned: 'most', capacities: [2, 1, 1] } as const;
    const result = solveAssignment(cost, options);
    if (result.status !== 'optimal') throw new Error('infeasible');
    const { bottlenecks, bottleneckOfRow } = findBottlenecks(cost, result, options);
    expect(bottlenecks).toEqual([
      { rows: [0, 1, 2], columns: [0], places: 2 },
      { rows: [4], columns: [], places: 0 },
    ]);
    expect([...bottleneckOfRow]).toEqual([0, 0, 0, -1, 1]);
  });

  it.each(modes)('every bottleneck really blocks, they do not overlap, and none is missed (%s)', (mode) => {
    let seen = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const { name, cost, options } = smallInstance(seed, mode);
      const result = solveAssignment(cost, options);
      if (result.status !== 'optimal') continue;
      const capacity = (j: number) => options.capacities?.[j] ?? 1;
      const { bottlenecks, bottleneckOfRow } = findBottlenecks(cost, result, options);
      const ofColumn = new Map<number, number>();
      bottlenecks.forEach(({ rows, columns, places }, index) => {
        seen += 1;
        expect(places, name).toBe(columns.reduce((sum, j) => sum + capacity(j), 0));
        expect(rows.length, name).toBeGreaterThan(places);
        for (const row of rows) {
          expect(bottleneckOfRow[row], name).toBe(index);
          for (let j = 0; j < cost.columns; j++)
            if (cost.values[row * cost.columns + j] !== Infinity) expect(columns, name).toContain(j);
        }
        for (const j of columns) {
          expect(ofColumn.has(j), name).toBe(false);
          ofColumn.set(j, index);
        }
      });
      // A row left out is in none exactly where a chain of moves leads to a free place.
      result.rowToColumn.forEach((column, row) => {
        if (column >= 0) return;
        expect(bottleneckOfRow[row] === -1, name).toBe(
          reachesFreePlace(row, cost, result.rowToColumn, capacity),
        );
      });
    }
    expect(seen).toBeGreaterThan(100);
  });
});

function reachesFreePlace(
  source: number,
  cost: { columns: number; values: ArrayLike<number> },
  rowToColumn: Int32Array,
  capacity: (column: number) => number,
): boolean {
  const rows = new Set([source]);
  for (const row of rows)
    for (let j = 0; j < cost.columns; j++) {
      if (cost.values[row * cost.columns + j] === Infinity) continue;
      const held = [...rowToColumn.keys()].filter((other) => rowToColumn[other] === j);
      if (held.length < capacity(j)) return true;
      for (const other of held) rows.add(other);
    }
  return false;
}
