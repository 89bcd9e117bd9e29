import { describe, expect, it } from 'vitest';
import { auction } from '../../src/assignment/auction.js';
import { reduceColumns } from '../../src/assignment/column-reduction.js';
import { DenseView } from '../../src/assignment/cost-view.js';
import {
  type AssignmentOptions,
  type Costs,
  costMatrix,
  findBottlenecks,
  findOptimalityViolations,
  priceOfRows,
  solveAssignment,
  sparseCosts,
} from '../../src/assignment/index.js';
import { Placement } from '../../src/assignment/placement.js';
import { reduceRows } from '../../src/assignment/row-reduction.js';
import { shortestPaths } from '../../src/assignment/shortest-paths.js';
import { runSteps } from '../../src/core/index.js';
import { bestByTrying } from './brute-force.js';
import { modes, random, smallInstance } from './instances.js';

/** Matrices of n × n that send a solver down different ways. */
const families: Record<string, (n: number, next: () => number) => Float64Array> = {
  reals: (n, next) => Float64Array.from({ length: n * n }, next),
  'whole numbers 0…10': (n, next) => Float64Array.from({ length: n * n }, () => Math.floor(next() * 11)),
  'whole numbers up to a million': (n, next) =>
    Float64Array.from({ length: n * n }, () => Math.floor(next() * 1_000_001)),
  'products (Machol–Wien)': (n) =>
    Float64Array.from({ length: n * n }, (_, at) => (Math.floor(at / n) + 1) * ((at % n) + 1)),
  'a constant': (n) => new Float64Array(n * n).fill(7),
  'one huge entry': (n, next) =>
    Float64Array.from({ length: n * n }, (_, at) => (at === 5 ? 1e15 : Math.floor(next() * 100))),
  'subnormal numbers': (n, next) =>
    Float64Array.from({ length: n * n }, () => Math.floor(next() * 100) * Number.MIN_VALUE),
  'distances on a line': (n, next) => {
    const x = Array.from({ length: 2 * n }, next);
    return Float64Array.from({ length: n * n }, (_, at) =>
      Math.abs(x[Math.floor(at / n)]! - x[n + (at % n)]!),
    );
  },
};

/** Ways to start; shortest paths finish each of them. */
const starts: Record<string, (placement: Placement) => void> = {
  'shortest paths alone': freeAll,
  'row reduction': (placement) => {
    freeAll(placement);
    runSteps(reduceRows(placement, 2, 100_000));
  },
  'row reduction cut short': (placement) => {
    freeAll(placement);
    runSteps(reduceRows(placement, 2, 5));
  },
  'column reduction': (placement) => runSteps(reduceColumns(placement)),
  'both reductions': (placement) => {
    runSteps(reduceColumns(placement));
    runSteps(reduceRows(placement, 2, 100_000));
  },
  'an auction': (placement) => {
    runSteps(auction(placement));
    freeAll(placement);
  },
  'an auction and row reduction': (placement) => {
    runSteps(auction(placement));
    freeAll(placement);
    runSteps(reduceRows(placement, 2, 100_000));
  },
};

function freeAll(placement: Placement): void {
  placement.free.forEach((_, unit) => {
    placement.free[unit] = unit;
  });
  placement.freeCount = placement.free.length;
}

describe('every start leads to the same cost, whatever is kept of a row', () => {
  for (const [family, make] of Object.entries(families))
    it.each(Object.keys(starts))(`${family}: %s`, (start) => {
      for (const [n, kept] of [
        [1, 1],
        [2, 1],
        [7, 2],
        [40, 3],
        [40, 40],
        [90, 8],
      ] as const) {
        const values = make(n, random(n));
        const cost = costMatrix(n, n, values);
        const placement = new Placement(
          {
            costs: new DenseView(cost, 'test'),
            demands: new Int32Array(n).fill(1),
            capacities: new Int32Array(n).fill(1),
            columnDuals: new Float64Array(n),
            unassignedCost: Infinity,
          },
          kept,
        );
        starts[start]!(placement);
        runSteps(shortestPaths(placement));
        placement.lowerToZero();
        const { columnOf } = placement.holders;
        const v = placement.problem.columnDuals;
        const result = {
          status: 'optimal' as const,
          rowToColumn: columnOf,
          assignedRows: n,
          totalCost: columnOf.reduce((sum, j, i) => sum + values[i * n + j]!, 0),
          rowDuals: Float64Array.from(columnOf, (j, i) => values[i * n + j]! - v[j]!),
          columnDuals: v,
          rowCover: new Uint8Array(n).fill(1),
          columnCover: new Uint8Array(n),
          gap: 0,
          largestViolation: 0,
        };
        expect(findOptimalityViolations(cost, result)).toEqual([]);
      }
    });
});

describe('medium problems, wide, tall and square, in every mode', () => {
  for (const family of Object.keys(families))
    it.each(modes)(`${family} are proven (%s)`, (mode) => {
      const next = random(family.length);
      for (const [rows, columns] of [
        [150, 150],
        [200, 90],
        [90, 200],
        [130, 12],
      ] as const) {
        const n = Math.max(rows, columns);
        const square = families[family]!(n, next);
        for (const density of [1, 0.3, 0.02]) {
          const values = Float64Array.from({ length: rows * columns }, (_, at) =>
            next() < density ? square[Math.floor(at / columns) * n + (at % columns)]! : Infinity,
          );
          const capacities = Int32Array.from({ length: columns }, () => Math.floor(next() * 4));
          const price = values.find((value) => value < Infinity) ?? 1;
          for (const given of [undefined, capacities]) {
            const options = { capacities: given, unassigned: mode === 'price' ? price : mode };
            const dense = solveProven(costMatrix(rows, columns, values), options);
            const sparse = solveProven(compressed(rows, columns, values), options);
            expect(sparse.status).toBe(dense.status);
            if (sparse.status === 'optimal' && dense.status === 'optimal') {
              expect(sparse.assignedRows).toBe(dense.assignedRows);
              const slack = 1e-9 * Math.abs(dense.totalCost);
              expect(Math.abs(sparse.totalCost - dense.totalCost)).toBeLessThanOrEqual(slack);
            }
          }
        }
      }
    });
});

describe('sparse costs', () => {
  it('are left as they were, order and all', () => {
    const next = random(5);
    const rows = 150;
    const values = Float64Array.from({ length: rows * rows }, () =>
      next() < 0.9 ? Infinity : Math.floor(next() * 1000),
    );
    const cost = compressed(rows, rows, values);
    const before = structuredClone(cost);
    solveProven(cost, { unassigned: 'most' });
    solveProven(cost, { unassigned: 500 });
    expect(cost).toEqual(before);
  });

  it.each(modes)('give what the dense matrix gives: costs, prices and bottlenecks (%s)', (mode) => {
    for (let seed = 0; seed < 500; seed++) {
      const { name, cost, options } = smallInstance(seed, mode);
      const sparse = compressed(cost.rows, cost.columns, cost.values);
      const result = solveProven(sparse, options);
      const best = bestByTrying(cost, options);
      if (result.status === 'infeasible') {
        expect(best, name).toBe(null);
        continue;
      }
      expect({ assignedRows: result.assignedRows, totalCost: result.totalCost }, name).toEqual(best);
      expect(priceOfRows(sparse, result, options), name).toEqual(priceOfRows(cost, result, options));
      expect(findBottlenecks(sparse, result, options), name).toEqual(findBottlenecks(cost, result, options));
    }
  });

  it('refuse starts that fall, columns out of order or range, NaN', () => {
    const good = { rows: 2, columns: 2, rowStarts: [0, 1, 3], columnIndices: [0, 0, 1], values: [5, 1, 2] };
    expect(solveAssignment(sparseCosts(good))).toMatchObject({ status: 'optimal', totalCost: 7 });
    expect(() => sparseCosts({ ...good, rowStarts: [0, 4, 3] })).toThrow(/rowStarts\[2\] is 3/);
    for (const size of [-1, 1.5, NaN, 2 ** 31 - 1, '2'])
      for (const side of ['rows', 'columns'])
        expect(() => sparseCosts({ ...good, [side]: size })).toThrow(
          new RegExp(`${side} is .*; expected a whole number ≥ 0 and below 2³¹ − 1`),
        );
    expect(() => sparseCosts({ ...good, rowStarts: [0, 3] })).toThrow(
      'rowStarts.length is 2; expected rows + 1 = 3',
    );
    expect(() => sparseCosts({ ...good, values: [1, 2] })).toThrow(
      'columnIndices.length is 3; expected 2, as many',
    );
    expect(() => sparseCosts({ ...good, columnIndices: [0, 1, 1] })).toThrow(/columnIndices\[2\] \(row 1\)/);
    expect(() => sparseCosts({ ...good, columnIndices: [2, 0, 1] })).toThrow(/ascending columns below 2/);
    expect(() => sparseCosts({ ...good, values: [NaN, 1, 2] })).toThrow(/values\[0\] \(row 0\) is NaN/);
  });
});

describe('pairs compared in order hold at scale', () => {
  it('a chain of 100,000 rows assigns as many as possible, then at the least cost', () => {
    // Row i may have columns i − 1 and i, the last column is missing: one row has to stay out, and which one
    // decides the cost. One weight per row would have to exceed n · 10⁶, and their sum 2⁵³.
    const rows = 100_000;
    const columns = rows - 1;
    const next = random(8);
    const rowStarts = new Int32Array(rows + 1);
    const columnIndices: number[] = [];
    const values: number[] = [];
    for (let row = 0; row < rows; row++) {
      for (const column of [row - 1, row]) {
        if (column < 0 || column >= columns) continue;
        columnIndices.push(column);
        values.push(Math.floor(next() * 1_000_001));
      }
      rowStarts[row + 1] = columnIndices.length;
    }
    expect(rows * rows * 1_000_000).toBeGreaterThan(2 ** 53);
    const cost = sparseCosts({ rows, columns, rowStarts, columnIndices, values });
    const result = solveProven(cost, { unassigned: 'most' });
    if (result.status !== 'optimal') throw new Error('infeasible');
    // With row k out, rows before it take the column at their right, rows after it the one at their left.
    const right = Array.from({ length: columns }, (_, row) => values[rowStarts[row + 1]! - 1]!);
    const left = Array.from({ length: columns }, (_, at) => values[rowStarts[at + 1]!]!);
    let total = left.reduce((sum, value) => sum + value, 0);
    let least = total;
    for (let out = 0; out < columns; out++) {
      total += right[out]! - left[out]!;
      least = Math.min(least, total);
    }
    expect(result).toMatchObject({ assignedRows: columns, totalCost: least, gap: 0, largestViolation: 0 });
  });
});

describe('exactness', () => {
  const largest = (n: number) => Math.floor(2 ** 53 / (2 * n + 1));
  const whole = (n: number, limit: number, next: () => number) =>
    costMatrix(
      n,
      n,
      Float64Array.from({ length: n * n }, () => Math.round((next() * 2 - 1) * limit)),
    );

  it.each([6, 30, 128, 150])('up to the limit of n = %d whole numbers are proven without rounding', (n) => {
    const next = random(21 + n);
    for (let round = 0; round < 5; round++) {
      const cost = whole(n, largest(n), next);
      const result = solveProven(cost);
      if (result.status !== 'optimal') throw new Error('infeasible');
      expect(result).toMatchObject({ gap: 0, largestViolation: 0 });
      // In whole numbers of any size, which do not round.
      const u = Array.from(result.rowDuals, BigInt);
      const v = Array.from(result.columnDuals, BigInt);
      const sum = (numbers: bigint[]) => numbers.reduce((total, number) => total + number, 0n);
      expect(sum(u) + sum(v)).toBe(BigInt(result.totalCost));
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          if (u[i]! + v[j]! > BigInt(cost.values[i * n + j]!)) throw new Error(`broken at ${i}, ${j}`);
    }
  });

  it.each([30, 150])('beyond the limit of n = %d the result says what rounding left', (n) => {
    const next = random(n);
    let rounded = 0;
    for (let round = 0; round < 10; round++) {
      const cost = whole(n, largest(n) * 2 ** 20 * (1 + next()), next);
      const result = solveProven(cost);
      if (result.status !== 'optimal') throw new Error('infeasible');
      const { rowDuals, columnDuals, totalCost, gap, largestViolation } = result;
      const sum = (numbers: Float64Array) => Array.from(numbers, BigInt).reduce((a, b) => a + b, 0n);
      const trueGap = Math.abs(Number(BigInt(totalCost) - sum(rowDuals) - sum(columnDuals)));
      // The cost is itself a rounded sum of n.
      expect(Math.abs(gap - trueGap)).toBeLessThanOrEqual(n * 2 ** -52 * Math.abs(totalCost));
      let violation = 0;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          violation = Math.max(violation, rowDuals[i]! - (cost.values[i * n + j]! - columnDuals[j]!));
      expect(largestViolation).toBe(violation);
      if (gap > 0 || violation > 0) rounded += 1;
    }
    expect(rounded).toBeGreaterThan(0);
  });

  it('for reals the gap and the violation are in the last digits', () => {
    const next = random(5);
    for (const n of [30, 150]) {
      const cost = costMatrix(n, n, Float64Array.from({ length: n * n }, next));
      const result = solveProven(cost);
      if (result.status !== 'optimal') throw new Error('infeasible');
      expect(result.gap).toBeLessThanOrEqual(1e-15 * n);
      expect(result.largestViolation).toBeLessThanOrEqual(1e-15);
    }
  });
});

function solveProven(cost: Costs, options: AssignmentOptions = {}) {
  const result = solveAssignment(cost, options);
  expect(findOptimalityViolations(cost, result, options)).toEqual([]);
  return result;
}

function compressed(rows: number, columns: number, values: ArrayLike<number>) {
  const rowStarts = [0];
  const columnIndices: number[] = [];
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column]!;
      if (value === Infinity) continue;
      columnIndices.push(column);
      kept.push(value);
    }
    rowStarts.push(kept.length);
  }
  return sparseCosts({ rows, columns, rowStarts, columnIndices, values: kept });
}
