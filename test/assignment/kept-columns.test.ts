import { describe, expect, it } from 'vitest';
import { costMatrix, preferPairs, solveAssignment } from '../../src/assignment/index.js';
import { columnsUpTo } from '../../src/assignment/kept-columns.js';
import { random } from './instances.js';

describe('the columns that a solve from a start leaves known', () => {
  const rows = 200;
  const next = random(2);
  const cost = costMatrix(
    rows,
    rows,
    Float64Array.from({ length: rows * rows }, () => Math.floor(next() * 500)),
  );
  const before = solveAssignment(cost);
  if (before.status !== 'optimal') throw new Error('there is an assignment');
  const start = {
    initialColumnDuals: before.columnDuals,
    initialRowDuals: before.rowDuals,
    initialRowToColumn: before.rowToColumn,
  };

  it('are all whose reduced cost is not above the bound that is asked for', () => {
    const result = solveAssignment(cost, start);
    if (result.status !== 'optimal') throw new Error('there is an assignment');
    let answered = 0;
    for (let row = 0; row < rows; row++)
      for (const above of [0, 1, 4, 1000]) {
        const u = result.rowDuals[row]! + above;
        const known = columnsUpTo(result, row, u);
        if (known === undefined) continue;
        answered += 1;
        const isKnown = new Set(known.columns);
        expect(isKnown.size).toBe(known.columns.length);
        known.columns.forEach((column, at) => {
          expect(known.costs[at]).toBe(cost.values[row * rows + column]);
        });
        for (let column = 0; column < rows; column++)
          if (cost.values[row * rows + column]! - result.columnDuals[column]! <= u)
            expect(isKnown.has(column), `row ${row}, column ${column}, ${above} above`).toBe(true);
      }
    // Of nearly every row those that are as good as its own.
    expect(answered).toBeGreaterThan(rows - 20);
    expect(answered).toBeLessThan(4 * rows);
  });

  it('are not known of another result, and change no answer', () => {
    const result = solveAssignment(cost, start);
    if (result.status !== 'optimal') throw new Error('there is an assignment');
    expect(columnsUpTo({ ...result }, 0, result.rowDuals[0]!)).toBeUndefined();
    expect(columnsUpTo(before, 0, before.rowDuals[0]!)).toBeUndefined();
    const preferred = Int32Array.from({ length: rows }, () => Math.floor(next() * rows));
    expect(preferPairs(cost, result, {}, preferred)).toEqual(preferPairs(cost, { ...result }, {}, preferred));
  });
});
