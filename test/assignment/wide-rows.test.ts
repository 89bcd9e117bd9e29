import { describe, expect, it } from 'vitest';
import { findOptimalityViolations, solveAssignment } from '../../src/assignment/index.js';
import { modes, random } from './instances.js';

describe('rows of which only the cheapest columns are kept', () => {
  it.each(modes)('are read again where a path needs it, also with costs below 0 (%s)', (mode) => {
    for (let seed = 0; seed < 12; seed++) {
      const next = random(seed);
      const rows = [100, 250, 180][seed % 3]!;
      const columns = [200, 120, 180][seed % 3]!;
      // Rows agree on which columns are good, so that they compete for the same kept ones.
      const worth = Array.from({ length: columns }, () => next() * 1000);
      const sign = seed % 2 === 0 ? -1 : 1;
      const values = Float32Array.from({ length: rows * columns }, (_, at) =>
        Math.round(sign * (worth[at % columns]! + next() * 300)),
      );
      const capacities = Array.from({ length: columns }, () => (next() < 0.3 ? 2 : 1));
      const options = { capacities, unassigned: mode === 'price' ? sign * 400 : mode };
      const cost = { rows, columns, values };
      expect(findOptimalityViolations(cost, solveAssignment(cost, options), options), `${seed}`).toEqual([]);
    }
  });
});
