import munkres from 'munkres-js';
import { describe, expect, it } from 'vitest';
import { matrix } from '../../benchmarks/assignment/families.mjs';
import { costMatrix, solveAssignment } from '../../src/assignment/index.js';
import { bestByTrying } from './brute-force.js';
import { allowedError, findDisagreements } from './solve-every-way.js';
import { familyNames, variedInstance } from './varied-instances.js';

/** Longer: `npm run soak:assignment`. */
describe('every way finds the same cost and proves it', () => {
  it('on small instances of every family, shape and mode, where trying everything finds it, too', () => {
    for (let seed = 0; seed < 60 * familyNames.length; seed++) {
      const { name, cost, options } = variedInstance(seed, 5);
      expect(findDisagreements(cost, options), name).toEqual([]);
      const best = bestByTrying(cost, options);
      const result = solveAssignment(cost, options);
      if (result.status === 'infeasible') expect(best, name).toBe(null);
      else
        expect(Math.abs(result.totalCost - best!.totalCost), name).toBeLessThanOrEqual(
          allowedError(cost, options),
        );
    }
  });

  it.each(familyNames)('on larger instances: %s', (family) => {
    const at = familyNames.indexOf(family);
    for (let round = 0; round < 8; round++) {
      const { name, cost, options } = variedInstance(
        1_000_000 * familyNames.length + at + round * familyNames.length,
        70,
      );
      expect(findDisagreements(cost, options), name).toEqual([]);
    }
  });

  it('also where costs and the price are negative, so that what a row has not shown yet may be below 0', () => {
    const values = matrix('compat', 190, 117, 89);
    const cost = costMatrix(
      190,
      117,
      Array.from(values, (value) => Math.round(value * 1e6) - 2e6),
    );
    expect(findDisagreements(cost, { unassigned: -900_000 })).toEqual([]);
  });

  it('also where places stay free in the only column that is open', () => {
    for (const [open, places] of [
      [0, 3],
      [2, 7],
    ] as const) {
      const cost = costMatrix(2, 3, [1, 5, 9, 2, 7, 40]);
      const capacities = Int32Array.from({ length: 3 }, (_, column) => (column === open ? places : 0));
      for (const unassigned of ['forbid', 'most', 6] as const)
        expect(findDisagreements(cost, { capacities, unassigned })).toEqual([]);
    }
  });

  it('with whole duals for whole costs, where bounds come from a sample of the row', () => {
    const cost = costMatrix(156, 156, matrix('mw', 156, 156, 1));
    expect(findDisagreements(cost, { unassigned: 'most' })).toEqual([]);
  });

  it('and what munkres-js finds', () => {
    let compared = 0;
    for (let seed = 0; seed < 12 * familyNames.length; seed++) {
      const { name, cost } = variedInstance(seed, 25);
      const { rows, columns, values } = cost;
      if (rows === 0 || columns === 0 || Array.prototype.includes.call(values, Infinity)) continue;
      // It never ends on numbers of which some digits are lost.
      if (/1e15|subnormal|huge/.test(name)) continue;
      const table = Array.from({ length: rows }, (_, i) =>
        Array.from({ length: columns }, (_, j) => values[i * columns + j]!),
      );
      const expected = munkres(table.map((line) => [...line])).reduce(
        (sum, [i, j]) => sum + table[i]![j]!,
        0,
      );
      const result = solveAssignment(table);
      if (result.status !== 'optimal') throw new Error(`${name} is infeasible`);
      const slack = Math.max(1e-9, allowedError(cost, {}));
      expect(Math.abs(result.totalCost - expected), name).toBeLessThanOrEqual(slack);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(60);
  });
});
