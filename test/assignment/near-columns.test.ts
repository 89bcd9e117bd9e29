import { describe, expect, it } from 'vitest';
import { DenseView } from '../../src/assignment/cost-view.js';
import { type ColumnLists, listNearColumns } from '../../src/assignment/near-columns.js';
import { Placement } from '../../src/assignment/placement.js';
import { runSteps } from '../../src/core/index.js';
import { random } from './instances.js';

/** Rows with a column that is cheaper than the bound and not in the list, by looking at every pair. */
function brokenBounds(lists: ColumnLists, values: Float32Array, duals: Float64Array): number[] {
  return [...lists.starts.keys()].filter((row) => {
    const listed = new Set(lists.columns.subarray(lists.starts[row], lists.ends[row]));
    return duals.some((v, j) => !listed.has(j) && values[row * duals.length + j]! - v < lists.bounds[row]!);
  });
}

describe('near columns', () => {
  it('hold for every row all columns below their bounds, also after rows were read on', () => {
    let extended = 0;
    for (let seed = 0; seed < 20; seed++) {
      const next = random(seed);
      const rows = 60 + Math.floor(next() * 100);
      const columns = 100 + Math.floor(next() * 100);
      const spread = [10, 1000, 1_000_000][seed % 3]!;
      const values = Float32Array.from({ length: rows * columns }, () => 0 - Math.floor(next() * spread));
      const columnDuals = Float64Array.from({ length: columns }, () => 0 - Math.floor((next() * spread) / 3));
      const placement = new Placement(
        {
          costs: new DenseView({ rows, columns, values }, '', true),
          demands: new Int32Array(rows).fill(1),
          capacities: new Int32Array(columns).fill(1),
          columnDuals,
          unassignedCost: Infinity,
        },
        64,
      );
      const preferred = Int32Array.from({ length: rows }, (_, row) => (next() < 0.1 ? -1 : row % columns));
      runSteps(listNearColumns(placement, preferred, 0));
      const { best } = placement;
      const { near } = best;
      expect(brokenBounds(best, values, columnDuals), `seed ${seed}`).toEqual([]);
      if (near === undefined) continue;
      expect(brokenBounds(near, values, columnDuals), `seed ${seed}`).toEqual([]);
      for (let row = 0; row < rows; row++) {
        const before = best.bounds[row]!;
        // As in a search, duals have fallen since.
        columnDuals[row % columns]! -= 1;
        if (before === -Infinity || !near.extend(row)) continue;
        extended += 1;
        expect(best.bounds[row]).toBeGreaterThan(before);
      }
      expect(brokenBounds(best, values, columnDuals), `seed ${seed}`).toEqual([]);
      expect(brokenBounds(near, values, columnDuals), `seed ${seed}`).toEqual([]);
    }
    expect(extended).toBeGreaterThan(60);
  });

  it('are read on only where that finds more: tied rows make the threshold too small for others', () => {
    const next = random(1);
    const rows = 240;
    const columns = 247;
    const isTied = (row: number) => row % 6 === 5;
    const values = Float32Array.from({ length: rows * columns }, (_, at) =>
      isTied(Math.floor(at / columns)) ? -500_000 : 0 - Math.floor(next() * 1_000_000),
    );
    // Everybody else has the best column.
    for (let row = 0; row < rows; row++) if (!isTied(row)) values[row * columns + row] = -1_000_000;
    const placement = new Placement(
      {
        costs: new DenseView({ rows, columns, values }, '', true),
        demands: new Int32Array(rows).fill(1),
        capacities: new Int32Array(columns).fill(1),
        columnDuals: new Float64Array(columns),
        unassignedCost: Infinity,
      },
      64,
    );
    runSteps(
      listNearColumns(
        placement,
        Int32Array.from({ length: rows }, (_, row) => row),
        0,
      ),
    );
    const { best } = placement;
    let tried = 0;
    for (let row = 0; row < rows; row++) {
      if (isTied(row) || best.bounds[row] === -Infinity) continue;
      let times = 0;
      while (times <= columns && best.near?.extend(row)) times += 1;
      expect(times, `row ${row}`).toBeLessThan(columns);
      tried += 1;
    }
    expect(best.near).toBeDefined();
    expect(tried).toBeGreaterThan(100);
  });
});
