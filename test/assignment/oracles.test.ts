import loadHighs from 'highs';
import munkres from 'munkres-js';
import { describe, expect, it } from 'vitest';
import { costMatrix, findOptimalityViolations, solveAssignment } from '../../src/assignment/index.js';
import { random } from './instances.js';
import { programme } from './programme.js';

describe('against independent solvers', () => {
  it('costs what munkres-js costs on square and rectangular whole-number matrices', () => {
    const next = random(11);
    for (let round = 0; round < 150; round++) {
      const rows = 1 + Math.floor(next() * 30);
      const columns = 1 + Math.floor(next() * 30);
      const spread = [1, 10, 1000][round % 3]!;
      const table = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => Math.floor(next() * (spread + 1))),
      );
      const pairs = munkres(table.map((line) => [...line]));
      const expected = pairs.reduce((sum, [row, column]) => sum + table[row]![column]!, 0);
      const result = solveAssignment(table);
      expect(result).toMatchObject({ status: 'optimal', totalCost: expected });
      expect(findOptimalityViolations(table, result)).toEqual([]);
    }
  });

  it('costs what the linear programme costs (HiGHS), with capacities, forbidden pairs and prices', async () => {
    // The declarations describe the CommonJS build; the ES module's default export is the loader.
    const highs = await (loadHighs as unknown as typeof loadHighs.default)();
    const next = random(12);
    for (let round = 0; round < 60; round++) {
      const rows = 2 + Math.floor(next() * 20);
      const columns = 2 + Math.floor(next() * 12);
      const price = Math.floor(next() * 60);
      const values = Float64Array.from({ length: rows * columns }, () =>
        next() < 0.3 ? Infinity : Math.floor(next() * 100) - 20,
      );
      const capacities = Array.from({ length: columns }, () => Math.floor(next() * 4));
      const cost = costMatrix(rows, columns, values);
      const result = solveAssignment(cost, { capacities, unassigned: price });
      const solution = highs.solve(programme(rows, columns, values, capacities, price));
      expect(solution.Status).toBe('Optimal');
      expect(result).toMatchObject({ status: 'optimal', totalCost: Math.round(solution.ObjectiveValue) });
    }
  });
});
