import { describe, expect, it } from 'vitest';
import {
  type AssignmentOptions,
  type CostMatrix,
  preferPairs,
  solveAssignment,
} from '../../src/assignment/index.js';
import { modes, random, smallInstance } from './instances.js';

/** The best (value, preferred pairs) by trying every assignment. */
function bestByTrying(
  { rows, columns, values }: CostMatrix,
  options: AssignmentOptions,
  preferred: number[],
) {
  const left = Array.from({ length: columns }, (_, j) => options.capacities?.[j] ?? 1);
  const { unassigned = 'forbid' } = options;
  const price = typeof unassigned === 'number' ? unassigned : 0;
  let best = [Infinity, Infinity, Infinity];
  const visit = (row: number, assigned: number, cost: number, kept: number): void => {
    if (row === rows) {
      const found = typeof unassigned === 'number' ? [cost, -assigned, -kept] : [-assigned, cost, -kept];
      const at = found.findIndex((part, index) => part !== best[index]);
      if (at >= 0 && found[at]! < best[at]!) best = found;
      return;
    }
    visit(row + 1, assigned, cost + price, kept);
    for (let j = 0; j < columns; j++) {
      const pair = values[row * columns + j]!;
      if (left[j] === 0 || pair === Infinity) continue;
      left[j]! -= 1;
      visit(row + 1, assigned + 1, cost + pair, kept + (preferred[row] === j ? 1 : 0));
      left[j]! += 1;
    }
  };
  visit(0, 0, 0, 0);
  return best.map((part) => part + 0);
}

/** Few have several optima; a mutation run, which shortens loops over seeds, needs them all. */
const instances = 600;

describe('preferPairs', () => {
  it.each(modes)('keeps the optimum and has as many preferred pairs as any other optimum (%s)', (mode) => {
    let gained = 0;
    for (let seed = 0; seed < instances; seed++) {
      const { name, cost, options } = smallInstance(seed, mode, 4);
      const result = solveAssignment(cost, options);
      if (result.status !== 'optimal') continue;
      const next = random(seed + 77);
      const preferred = Array.from({ length: cost.rows }, () => Math.floor(next() * (cost.columns + 1)) - 1);
      const found = preferPairs(cost, result, options, preferred);
      const held = new Map<number, number>();
      let assigned = 0;
      let total = 0;
      found.forEach((column, row) => {
        if (column < 0) total += typeof options.unassigned === 'number' ? options.unassigned : 0;
        else {
          assigned += 1;
          total += cost.values[row * cost.columns + column]!;
          held.set(column, (held.get(column) ?? 0) + 1);
        }
      });
      for (const [column, count] of held)
        expect(count, name).toBeLessThanOrEqual(options.capacities?.[column] ?? 1);
      const isKept = (columns: Int32Array) =>
        [...columns].filter((column, row) => column >= 0 && column === preferred[row]).length;
      const kept = isKept(found);
      const value = mode === 'price' ? [total, -assigned, -kept] : [-assigned, total, -kept];
      expect(
        value.map((part) => part + 0),
        name,
      ).toEqual(bestByTrying(cost, options, preferred));
      gained += kept - isKept(result.rowToColumn);
    }
    expect(gained).toBeGreaterThan(2);
  });
});
