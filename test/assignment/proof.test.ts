import { describe, expect, it } from 'vitest';
import {
  type AssignmentOptions,
  type AssignmentResult,
  findBottlenecks,
  findOptimalityViolations,
  type InfeasibleAssignment,
  type OptimalAssignment,
  priceOfRows,
  solveAssignment,
} from '../../src/assignment/index.js';

/** A copy of a result with something of it changed. */
function changed(result: AssignmentResult, change: (copy: OptimalAssignment) => object): AssignmentResult {
  const copy = structuredClone(result) as OptimalAssignment;
  return { ...copy, ...change(copy) } as AssignmentResult;
}

describe('a proof', () => {
  const cost = [
    [4, 1, 4, 9],
    [2, 0, 5, 9],
    [3, 2, 2, 9],
    [9, 8, 7, Infinity],
  ];
  const options: AssignmentOptions = { capacities: [1, 1, 3, 1], unassigned: 20 };
  const result = solveAssignment(cost, options) as OptimalAssignment;
  const rulesOf = (change: (copy: OptimalAssignment) => object) => [
    ...new Set(findOptimalityViolations(cost, changed(result, change), options).map(({ rule }) => rule)),
  ];

  it('holds for what the solver found', () => {
    expect(result.rowToColumn).toEqual(Int32Array.of(1, 0, 2, 2));
    expect(rulesOf(() => ({}))).toEqual([]);
  });

  it.each<[string, (copy: OptimalAssignment) => object]>([
    ['shape', () => ({ rowToColumn: [1, 0, 2] })],
    ['shape', () => ({ rowToColumn: [1, 0, 2, 4] })],
    ['shape', () => ({ rowToColumn: [1, 0, 2, -2] })],
    ['shape', () => ({ columnDuals: [0, 0, 0] })],
    ['capacity', () => ({ rowToColumn: [1, 1, 2, 2] })],
    ['forbiddenPair', () => ({ rowToColumn: [1, 0, 2, 3] })],
    ['assignedRows', () => ({ assignedRows: 3 })],
    ['totalCost', ({ totalCost }) => ({ totalCost: totalCost + 1 })],
    ['totalCost', ({ totalCost }) => ({ totalCost: totalCost - 1 })],
    ['pairDuals', ({ rowDuals }) => ({ rowDuals: rowDuals.map((u) => u + 1) })],
    ['assignedPairDuals', ({ rowDuals }) => ({ rowDuals: rowDuals.map((u) => u - 1) })],
    ['rowDual', ({ rowDuals }) => ({ rowDuals: rowDuals.map(() => NaN) })],
    ['rowDual', ({ rowDuals }) => ({ rowDuals: rowDuals.map(() => 21) })],
    ['rowDual', () => ({ rowToColumn: [1, 0, 2, -1] })],
    ['columnDual', ({ columnDuals }) => ({ columnDuals: columnDuals.map(() => NaN) })],
    ['columnDual', ({ columnDuals }) => ({ columnDuals: columnDuals.map((v) => v + 3) })],
    ['columnDual', ({ columnDuals }) => ({ columnDuals: columnDuals.map((v, j) => (j === 2 ? -1 : v)) })],
    ['columnDual', ({ columnCover }) => ({ columnCover: columnCover.map(() => 2) })],
    ['coverSum', ({ rowCover }) => ({ rowCover: rowCover.map(() => 0) })],
    ['dualSum', ({ rowDuals }) => ({ rowDuals: rowDuals.map((u, row) => (row === 0 ? u - 1 : u)) })],
  ])('does not survive a broken rule: %s', (rule, change) => {
    expect(rulesOf(change)).toContain(rule);
  });

  it('allows rounding where numbers are not whole, and none where they are', () => {
    const halves = [
      [0.5, 1],
      [1, 0.25],
    ];
    const found = solveAssignment(halves) as OptimalAssignment;
    const bent = (by: number) =>
      changed(found, ({ rowDuals }) => ({ rowDuals: rowDuals.map((u) => u + by) }));
    expect(findOptimalityViolations(halves, bent(1e-12))).toEqual([]);
    expect(findOptimalityViolations(halves, bent(1e-6)).length).toBeGreaterThan(0);
    expect(findOptimalityViolations(halves, bent(1e-6), { tolerance: 1e-5 })).toEqual([]);
    const whole = [
      [5, 10],
      [10, 3],
    ];
    const tight = solveAssignment(whole);
    const off = changed(tight, ({ rowDuals }) => ({ rowDuals: rowDuals.map((u) => u + 1e-12) }));
    expect(findOptimalityViolations(whole, tight)).toEqual([]);
    expect(findOptimalityViolations(whole, off).length).toBeGreaterThan(0);
  });

  it('lists a thousand violations and no more', () => {
    const wide = Array.from({ length: 40 }, () => Array.from({ length: 40 }, () => 1));
    const off = changed(solveAssignment(wide), ({ rowDuals }) => ({ rowDuals: rowDuals.map(() => 5) }));
    const found = findOptimalityViolations(wide, off);
    expect(found.length).toBe(1000);
    expect(found[0]).toEqual({ rule: 'pairDuals', row: 0, column: 0, amount: 4 });
  });
});

describe('the proof that there is no assignment', () => {
  const cost = [
    [1, Infinity, Infinity, 1],
    [2, Infinity, Infinity, Infinity],
    [2, Infinity, Infinity, Infinity],
  ];
  const amounts = (claim: Partial<InfeasibleAssignment>, of = cost) =>
    findOptimalityViolations(of, {
      status: 'infeasible',
      side: 'rows',
      rows: [1, 2],
      columns: [0],
      ...claim,
    }).map(({ rule, row, column, amount }) => [rule, row, column, amount]);

  it('is that rows outnumber the places that they may have', () => {
    expect(solveAssignment(cost)).toEqual({ status: 'infeasible', side: 'rows', rows: [1, 2], columns: [0] });
    expect(amounts({})).toEqual([]);
    expect(amounts({ rows: [1] })).toEqual([['hallViolator', null, null, 1]]);
    expect(amounts({ rows: [1], columns: [0, 1, 2] })).toEqual([['hallViolator', null, null, 3]]);
    expect(amounts({ rows: [0, 1, 2], columns: [0] })).toEqual([['hallViolator', 0, 3, 1]]);
    expect(amounts({ columns: [] }).slice(0, 2)).toEqual([
      ['hallViolator', 1, 0, 1],
      ['hallViolator', 2, 0, 1],
    ]);
    expect(amounts({ side: 'columns', rows: [0], columns: [1, 2] })).toEqual([
      ['hallViolator', null, null, 1],
    ]);
  });

  it('names only rows and columns that there are', () => {
    for (const rows of [[1, 2, 3], [-1, 1, 2], [1, 2, 0.5], [1, 2, undefined], null])
      expect(amounts({ rows: rows as number[] })[0]).toEqual(['shape', null, null, 1]);
    expect(amounts({ columns: [0, 9] })).toEqual([['shape', null, null, 1]]);
  });

  it('is that places outnumber the rows that may have them, where rows are many', () => {
    const turned = [0, 1, 2, 3].map((j) => cost.map((row) => row[j]!));
    const claim = { side: 'columns' as const, rows: [0], columns: [1, 2] };
    expect(solveAssignment(turned)).toEqual({ status: 'infeasible', ...claim });
    expect(amounts(claim, turned)).toEqual([]);
    expect(amounts({ ...claim, rows: [] }, turned)).toEqual([
      ['hallViolator', 0, 1, 1],
      ['hallViolator', 0, 2, 1],
    ]);
    expect(amounts({ ...claim, columns: [1] }, turned)).toEqual([['hallViolator', null, null, 1]]);
  });
});

describe('what is no result of the problem', () => {
  const cost = [
    [1, 2],
    [3, 4],
  ];
  const result = solveAssignment(cost, { unassigned: 'most' }) as OptimalAssignment;
  it.each([[[0, 2]], [[0, -2]], [[0, 0.5]], [[0, NaN]], [[0, '1']], [[0]]])(
    'is refused: rows in %j',
    (rowToColumn) => {
      const broken = { ...result, rowToColumn: rowToColumn as never };
      for (const ask of [findBottlenecks, priceOfRows])
        expect(() => ask(cost, broken, { unassigned: 'most' })).toThrow(/result\.rowToColumn/);
    },
  );

  it('is refused: sums that are not finite, and says of what', () => {
    expect(() => solveAssignment([[1e308, 1e308]], { unassigned: 1 })).not.toThrow();
    const huge = Array.from({ length: 150 }, () => Array.from({ length: 150 }, () => 1.7e308));
    expect(() => solveAssignment(huge)).toThrow(/^solveAssignment: cost is Infinity; expected/);
  });
});
