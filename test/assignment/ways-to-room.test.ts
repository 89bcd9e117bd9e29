import { describe, expect, it } from 'vitest';
import { DenseView } from '../../src/assignment/cost-view.js';
import { type CostMatrix, costMatrix, solveAssignment } from '../../src/assignment/index.js';
import { listNearColumns } from '../../src/assignment/near-columns.js';
import { PathSearch } from '../../src/assignment/path-search.js';
import { Placement } from '../../src/assignment/placement.js';
import { WaysToRoom } from '../../src/assignment/ways-to-room.js';
import { runSteps } from '../../src/core/index.js';
import { random } from './instances.js';

/** A cohort whose best assignment is known, and the same with some rows and columns that are new. */
function changed(seed: number, size: number, draw: (next: () => number) => number) {
  const next = random(seed);
  const before = costMatrix(
    size,
    size,
    Float64Array.from({ length: size * size }, () => draw(next)),
  );
  const solved = solveAssignment(before, {});
  if (solved.status !== 'optimal') throw new Error('a full matrix has an assignment');
  const isNew = (share: number) => Array.from({ length: size }, () => next() < share);
  const rows = isNew(next() * 0.3);
  const columns = isNew(next() * 0.3);
  const values = Float64Array.from(before.values, (cost, at) => {
    const isOld = !rows[Math.floor(at / size)] && !columns[at % size];
    return isOld ? cost : draw(next);
  });
  const columnDuals = Float64Array.from(solved.columnDuals);
  const preferred = solved.rowToColumn.map((column, row) => (rows[row] || columns[column] ? -1 : column));
  // New columns are so dear that nobody would rather have one.
  columns.forEach((is, column) => {
    if (!is) return;
    let highest = 0;
    preferred.forEach((held, row) => {
      if (held < 0) return;
      const u = values[row * size + held]! - columnDuals[held]!;
      highest = Math.min(highest, values[row * size + column]! - u);
    });
    columnDuals[column] = highest;
  });
  return { cost: costMatrix(size, size, values), preferred, columnDuals };
}

function placementOf(cost: CostMatrix, columnDuals: Float64Array, kept: number): Placement {
  return new Placement(
    {
      costs: new DenseView(cost, 'test'),
      demands: new Int32Array(cost.rows).fill(1),
      capacities: new Int32Array(cost.columns).fill(1),
      columnDuals,
      unassignedCost: Infinity,
    },
    kept,
  );
}

/** The placement with every pair of before that is still tight. */
function begun({ cost, preferred, columnDuals }: ReturnType<typeof changed>, kept: number): Placement {
  const { rows, columns } = cost;
  const placement = placementOf(cost, columnDuals, kept);
  runSteps(listNearColumns(placement, preferred, Infinity));
  for (let row = 0; row < rows; row++) {
    const column = preferred[row]!;
    const pair = column < 0 ? Infinity : cost.values[row * columns + column]!;
    if (pair - columnDuals[column]! === placement.best.leastOf(row)) placement.place(row, column, pair);
    else placement.free[placement.freeCount++] = row;
  }
  return placement;
}

/** From every column the shortest way to one with room, over the whole matrix (Bellman & Ford). */
function everyWay({ problem, holders, heldCost }: Placement, { values }: CostMatrix): number[] {
  const v = problem.columnDuals;
  const size = v.length;
  const length = Array.from(v, (_, j) => (holders.first[j]! < 0 ? 0 : Infinity));
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    holders.columnOf.forEach((from, row) => {
      if (from < 0) return;
      const u = heldCost[row]! - v[from]!;
      for (let to = 0; to < size; to++) {
        const way = values[row * size + to]! - v[to]! - u + length[to]!;
        if (way >= length[from]! - 1e-12) continue;
        length[from] = way;
        isShorter = true;
      }
    });
  }
  return length;
}

/** How far a reduced cost is below 0, or a column that is not kept below the bound of its row, at most. */
function largestFault({ problem, holders, heldCost, best }: Placement, { values }: CostMatrix): number {
  const v = problem.columnDuals;
  const size = v.length;
  let fault = 0;
  holders.columnOf.forEach((column, row) => {
    const u = column < 0 ? -Infinity : heldCost[row]! - v[column]!;
    for (let j = 0; j < size; j++) fault = Math.max(fault, u - values[row * size + j]! + v[j]!);
    for (const lists of [best, best.near]) {
      if (lists === undefined) continue;
      const kept = lists.columns.subarray(lists.starts[row], lists.ends[row]);
      for (let j = 0; j < size; j++)
        if (!kept.includes(j)) fault = Math.max(fault, lists.bounds[row]! - values[row * size + j]! + v[j]!);
    }
  });
  return fault;
}

const draws: readonly (readonly [string, number, (next: () => number) => number])[] = [
  ['whole costs', 0, (next) => -Math.floor(next() * 1e6)],
  ['tied costs', 0, (next) => -Math.floor(next() * 300)],
  ['real costs', 1e-9, (next) => -(next() ** 2)],
  // A few columns are far from all others, so that what rows keep says nothing of them.
  ['two kinds of costs', 0, (next) => -Math.floor(next() * (next() < 0.2 ? 2000 : 20))],
];

/** Few have ways that are long enough; a mutation run, which shortens loops over seeds, needs more than a few. */
const instances = 60;

describe('searches that are met from the other end', () => {
  it.each(draws)('find ways, bounds and assignments as good as a fresh solve (%s)', (_, slack, draw) => {
    let met = 0;
    for (let seed = 0; seed < instances; seed++) {
      const instance = changed(seed, 20 + ((seed * 7) % 60), draw);
      const { cost } = instance;
      const placement = begun(instance, seed % 2 === 0 ? 6 : 16);
      const { free, freeCount, holders } = placement;
      const ways = new WaysToRoom(placement);
      const search = new PathSearch(placement);
      for (let at = 0; at < freeCount; at++) {
        search.start(free[at]!);
        search.goOn(seed % 3 === 0 ? 0 : 40);
        ways.find([0, 3, 1000][seed % 3]!);
        let wrong = 0;
        for (const [j, length] of everyWay(placement, cost).entries()) {
          const found = ways.length[j]!;
          if (length < ways.reach - slack ? Math.abs(found - length) > slack : found < length - slack)
            wrong += 1;
          if (length > slack && length < ways.reach) met += 1;
        }
        expect(wrong).toBe(0);
        search.meet(ways);
        while (!search.goOn(Infinity));
        expect(search.finish(free[at]!)).toBe(true);
        expect(largestFault(placement, cost)).toBeLessThanOrEqual(slack);
      }
      const total = holders.columnOf.reduce((sum, j, row) => sum + cost.values[row * cost.columns + j]!, 0);
      const fresh = solveAssignment(cost, {});
      expect(fresh.status).toBe('optimal');
      expect(total).toBeCloseTo((fresh as { totalCost: number }).totalCost, 6);
      expect(new Set(holders.columnOf).size).toBe(cost.columns);
    }
    expect(met).toBeGreaterThan(20);
  });

  it('places everyone where two moves that cost nothing run in a circle', () => {
    const cost = costMatrix(4, 4, Float64Array.of(9, 0, 9, 9, 0, 0, 9, 9, 0, 0, 9, 2, 9, 9, 5, 0));
    const placement = placementOf(cost, new Float64Array(4), 4);
    for (const [row, column] of [[1, 0] as const, [2, 1] as const, [3, 3] as const])
      placement.place(row, column, 0);
    for (let row = 0; row < 4; row++) placement.best.refresh(row);
    const search = new PathSearch(placement);
    const ways = new WaysToRoom(placement);
    search.start(0);
    // One column is passed, and the way on is as long from two.
    expect(search.goOn(search.looked)).toBe(false);
    ways.find(3);
    search.meet(ways);
    while (!search.goOn(Infinity));
    expect(search.finish(0)).toBe(true);
    expect([...placement.holders.columnOf]).toEqual([1, 0, 3, 2]);
    expect(largestFault(placement, cost)).toBe(0);
  });
});
