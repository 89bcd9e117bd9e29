import { describe, expect, it } from 'vitest';
import { priceOfRows, solveAssignment } from '../../src/assignment/index.js';
import { bestByTrying } from './brute-force.js';
import { modes, smallInstance } from './instances.js';

describe('priceOfRows', () => {
  it('says what including a row costs, and whom it would push out', () => {
    const cost = [[1], [4], [9]];
    const result = solveAssignment(cost);
    if (result.status !== 'optimal') throw new Error('infeasible');
    expect(priceOfRows(cost, result)).toEqual([
      { row: 1, change: { assignedRows: 0, totalCost: 3 } },
      { row: 2, change: { assignedRows: 0, totalCost: 8 } },
    ]);
  });

  it('counts one more row where that costs no more than putting another out, in whatever order', () => {
    // Into the free column at 7, or into that of row 1, which is as well off without.
    for (const cost of [
      [
        [7, 7],
        [Infinity, 5],
      ],
      [
        [7, 7],
        [5, Infinity],
      ],
    ]) {
      const options = { unassigned: 5 };
      const result = solveAssignment(cost, options);
      if (result.status !== 'optimal') throw new Error('infeasible');
      expect(priceOfRows(cost, result, options)).toEqual([
        { row: 0, change: { assignedRows: 1, totalCost: 2 } },
      ]);
    }
  });

  it('is null for a row that may have no place at all', () => {
    const cost = [
      [1, Infinity],
      [Infinity, Infinity],
    ];
    const result = solveAssignment(cost, { unassigned: 'most' });
    if (result.status !== 'optimal') throw new Error('infeasible');
    expect(priceOfRows(cost, result, { unassigned: 'most' })).toEqual([{ row: 1, change: null }]);
  });

  it.each(modes)('equals solving again with the row forced in (%s)', (mode) => {
    let priced = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const { name, cost, options } = smallInstance(seed, mode);
      const result = solveAssignment(cost, options);
      if (result.status !== 'optimal') continue;
      for (const { row, change } of priceOfRows(cost, result, options)) {
        const forced = bestByTrying(cost, options, row);
        priced += 1;
        const expected = forced && {
          assignedRows: forced.assignedRows - result.assignedRows,
          totalCost: forced.totalCost - result.totalCost,
        };
        expect(change, `${name}, row ${row}`).toEqual(expected);
      }
    }
    expect(priced).toBeGreaterThan(500);
  });
});
