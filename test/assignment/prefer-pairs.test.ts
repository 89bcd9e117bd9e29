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

  it.each([
    ['most', 60, 30, 0.1],
    [-0.5, 60, 30, 0.1],
    ['most', 40, 40, 0.1],
    [-0.5, 40, 40, 0.1],
  ] as const)(
    'of many that are tied, as many as with weights (%s, %i × %i)',
    (unassigned, rows, columns, share) => {
      for (let seed = 0; seed < 20; seed++) {
        const next = random(seed + rows);
        const values = Float64Array.from({ length: rows * columns }, () =>
          next() < share ? -1 : next() < 0.5 ? 0 : Infinity,
        );
        const preferred = Array.from({ length: rows }, (_, row) => {
          const good = values.subarray(row * columns, (row + 1) * columns);
          return good.indexOf(-1, Math.floor(next() * columns));
        });
        const options = { capacities: new Int32Array(columns).fill(rows > columns ? 2 : 1), unassigned };
        const cost = { rows, columns, values };
        const result = solveAssignment(cost, options);
        // A weight that no sum of the smaller ones reaches: first the cost, then how many are assigned, then these.
        const more = rows + 1;
        const weighed = values.map((value, at) => {
          const isPreferred = preferred[Math.floor(at / columns)] === at % columns;
          return (value * more - 1) * more - (isPreferred ? 1 : 0);
        });
        const price = unassigned === 'most' ? unassigned : unassigned * more * more;
        const best = solveAssignment({ ...cost, values: weighed }, { ...options, unassigned: price });
        if (result.status !== 'optimal' || best.status !== 'optimal') throw new Error('there is one');
        const keptOf = (found: Int32Array) =>
          found.reduce((kept, column, row) => kept + (column >= 0 && column === preferred[row] ? 1 : 0), 0);
        expect(keptOf(preferPairs(cost, result, options, preferred)), `seed ${seed}`).toBe(
          keptOf(best.rowToColumn),
        );
      }
    },
  );

  it('counts a preferred pair that the move of another has made', () => {
    // The last row's move brings the second to the column that it prefers, from where others could push it on.
    const values = [
      [0, 0, 0, 1],
      [1, 0, 0, 1],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
    ].flat();
    const cost = { rows: 4, columns: 4, values: Float64Array.from(values) };
    const result = solveAssignment(cost);
    if (result.status !== 'optimal') throw new Error('there is an assignment');
    const start = { ...result, rowToColumn: Int32Array.of(2, 1, 3, 0) };
    expect([...preferPairs(cost, start, {}, [0, 2, 2, 1])]).toEqual([0, 2, 3, 1]);
  });
});
