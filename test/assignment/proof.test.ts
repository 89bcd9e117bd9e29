import { describe, expect, it } from 'vitest';
import {
  type AssignmentOptions,
  type AssignmentResult,
  type CostMatrix,
  findBottlenecks,
  findOptimalityViolations,
  type InfeasibleAssignment,
  type OptimalAssignment,
  priceOfRows,
  solveAssignment,
} from '../../src/assignment/index.js';
import { modes, random, smallInstance } from './instances.js';

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

  it('allows in sums as much rounding as in all rows together', () => {
    const rows = 8;
    const cost = Array.from({ length: rows }, (_, i) =>
      Array.from({ length: rows }, (__, j) => (i === j ? 0.5 : 2.5)),
    );
    const found = solveAssignment(cost) as OptimalAssignment;
    const off = (by: number) => changed(found, ({ totalCost }) => ({ totalCost: totalCost + by }));
    // 10⁻⁹ of the largest cost, once for each row.
    for (const sign of [1, -1]) {
      expect(findOptimalityViolations(cost, off(sign * 1.9e-8))).toEqual([]);
      expect(findOptimalityViolations(cost, off(sign * 2.1e-8)).map(({ rule }) => rule)).toEqual([
        'totalCost',
      ]);
    }
  });

  it('lists a thousand violations and no more', () => {
    const wide = Array.from({ length: 40 }, () => Array.from({ length: 40 }, () => 1));
    const off = changed(solveAssignment(wide), ({ rowDuals }) => ({ rowDuals: rowDuals.map(() => 5) }));
    const found = findOptimalityViolations(wide, off);
    expect(found.length).toBe(1000);
    expect(found[0]).toEqual({ rule: 'pairDuals', row: 0, column: 0, amount: 4 });
  });
});

/** The conditions as the documentation of `findOptimalityViolations` lists them, for whole numbers. */
function conditionsBroken(cost: CostMatrix, options: AssignmentOptions, result: OptimalAssignment): string[] {
  const { rows, columns, values } = cost;
  const { rowToColumn, rowDuals: u, columnDuals: v, rowCover: a, columnCover: b } = result;
  const { unassigned = 'forbid' } = options;
  const isPriced = typeof unassigned === 'number';
  const price = isPriced ? unassigned : 0;
  // More places than rows and one more make no difference.
  const capacity = (j: number) => Math.min(options.capacities?.[j] ?? 1, rows + 1);
  const broken: string[] = [];
  const note = (rule: string, row: number | null, column: number | null, amount: number) =>
    broken.push(`${rule} ${row} ${column} ${amount}`);
  const noteAbove = (
    bound: number,
    rule: string,
    row: number | null,
    column: number | null,
    amount: number,
  ) => {
    if (!(amount <= bound)) note(rule, row, column, amount);
  };
  const held = new Array<number>(columns).fill(0);
  let total = 0;
  let sumOfDuals = 0;
  let sumOfCover = 0;
  for (let i = 0; i < rows; i++) {
    const ofRow = (j: number) => values[i * columns + j]!;
    const own = rowToColumn[i]!;
    // Who is nowhere counts for nothing.
    if (own >= -1 && own < columns) sumOfDuals += u[i]!;
    sumOfCover += a[i]!;
    if (Number.isNaN(u[i]) || ![0, 1].includes(a[i]!)) note('rowDual', i, null, Infinity);
    if (isPriced || a[i] === 0) noteAbove(0, 'rowDual', i, null, u[i]! - price);
    if (own === -1 && (a[i] !== 0 || u[i] !== price))
      if (a[i] !== 0 || !Number.isNaN(u[i]))
        note('rowDual', i, null, Math.max(a[i]!, Math.abs(u[i]! - price)));
    for (let j = 0; j < columns; j++) {
      const c = ofRow(j);
      if (c === Infinity) continue;
      const covered = a[i]! + b[j]!;
      if (isPriced || covered === 1) noteAbove(0, 'pairDuals', i, j, u[i]! + v[j]! - c);
      if (covered < 1 && (!isPriced || u[i]! + v[j]! === c)) note('pairCover', i, j, 1);
    }
    if (own === -1) total += price;
    else if (own < -1 || own >= columns) note('shape', i, own, 1);
    else {
      const c = ofRow(own);
      total += c;
      held[own]! += 1;
      if (c === Infinity) note('forbiddenPair', i, own, Infinity);
      else {
        noteAbove(0, 'assignedPairDuals', i, own, Math.abs(u[i]! + v[own]! - c));
        if (a[i]! + b[own]! !== 1) note('pairCover', i, own, 1);
      }
    }
  }
  for (let j = 0; j < columns; j++) {
    sumOfDuals += v[j]! * capacity(j);
    sumOfCover += b[j]! * capacity(j);
    noteAbove(0, 'capacity', null, j, held[j]! - capacity(j));
    if (Number.isNaN(v[j]) || ![0, 1].includes(b[j]!)) note('columnDual', null, j, Infinity);
    if (isPriced || b[j] === 0) noteAbove(0, 'columnDual', null, j, v[j]!);
    if (held[j]! < capacity(j) && (b[j] !== 0 || v[j] !== 0))
      if (b[j] !== 0 || !Number.isNaN(v[j])) note('columnDual', null, j, Math.max(b[j]!, Math.abs(v[j]!)));
  }
  const assigned = held.reduce((sum, count) => sum + count, 0);
  noteAbove(0, 'assignedRows', null, null, Math.abs(assigned - result.assignedRows));
  noteAbove(0, 'totalCost', null, null, Math.abs(total - result.totalCost));
  noteAbove(0, 'coverSum', null, null, Math.abs(sumOfCover - assigned));
  noteAbove(0, 'dualSum', null, null, Math.abs(sumOfDuals - total));
  return broken.sort();
}

describe('every condition of a proof', () => {
  it.each(modes)('is looked at, and named with its place and amount where it is broken (%s)', (mode) => {
    let broken = 0;
    const instances = 500;
    for (let seed = 0; seed < instances; seed++) {
      const { name, cost, options } = smallInstance(seed, mode, 5);
      const result = solveAssignment(cost, options);
      if (result.status !== 'optimal') continue;
      const next = random(seed);
      const whole = (most: number) => Math.floor(next() * (most + 1));
      const bent = structuredClone(result);
      const bend = (list: { [at: number]: number; length: number }, by: (before: number) => number) => {
        const at = whole(list.length - 1);
        if (list.length > 0) list[at] = by(list[at]!);
      };
      const ways = [
        () => bend(bent.rowToColumn, () => whole(cost.columns + 2) - 2),
        () => bend(bent.rowDuals, (u) => (next() < 0.2 ? NaN : u + whole(4) - 2)),
        () => bend(bent.columnDuals, (v) => (next() < 0.2 ? NaN : v + whole(4) - 2)),
        () => bend(bent.rowCover, () => whole(2)),
        () => bend(bent.columnCover, () => whole(2)),
        () => Object.assign(bent, { assignedRows: bent.assignedRows + whole(2) - 1 }),
        () => Object.assign(bent, { totalCost: bent.totalCost + whole(2) - 1 }),
      ];
      for (let times = whole(2); times >= 0; times--) ways[whole(ways.length - 1)]!();
      const found = findOptimalityViolations(cost, bent, options).map(
        ({ rule, row, column, amount }) => `${rule} ${row} ${column} ${amount}`,
      );
      expect(found.sort(), name).toEqual(conditionsBroken(cost, options, bent));
      if (found.length > 0) broken += 1;
    }
    expect(broken).toBeGreaterThan(instances / 3);
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

  it('has every one of its conditions looked at, and named where it is broken', () => {
    let broken = 0;
    const instances = 4000;
    for (let seed = 0; seed < instances; seed++) {
      const { name, cost, options } = smallInstance(seed, 'forbid', 5);
      const result = solveAssignment(cost, options);
      if (result.status !== 'infeasible') continue;
      const { rows, columns, values } = cost;
      const next = random(seed);
      const whole = (most: number) => Math.floor(next() * (most + 1));
      const isOther = next() < 0.2;
      const some = (list: readonly number[], length: number) =>
        next() < 0.5 ? list : Array.from({ length }, (_, at) => at).filter(() => next() < 0.6);
      const side = isOther ? (['rows', 'columns'] as const)[whole(1)]! : result.side;
      const claim = {
        ...result,
        side,
        rows: some(result.rows, rows),
        columns: some(result.columns, columns),
      };
      const found = findOptimalityViolations(cost, claim as InfeasibleAssignment, options);

      const capacity = (j: number) => Math.min(options.capacities?.[j] ?? 1, rows + 1);
      const placesOf = (list: readonly number[]) => list.reduce((sum, j) => sum + capacity(j), 0);
      const expected: string[] = [];
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          if (values[row * columns + column] === Infinity) continue;
          const [isRow, isColumn] = [claim.rows.includes(row), claim.columns.includes(column)];
          // Named rows may have named columns only; named columns are for named rows only.
          if (side === 'rows' ? isRow && !isColumn : isColumn && !isRow) expected.push(`${row} ${column} 1`);
        }
      const places = placesOf([...Array(columns).keys()]);
      const surplus = (claim.rows.length - placesOf(claim.columns)) * (side === 'rows' ? 1 : -1);
      const isScarce = side === 'rows' ? rows <= places : rows > places;
      if (surplus <= 0 || !isScarce) expected.push(`null null ${Math.max(1, 1 - surplus)}`);
      expect(
        found.map(({ rule, row, column, amount }) => {
          expect(rule).toBe('hallViolator');
          return `${row} ${column} ${amount}`;
        }),
        name,
      ).toEqual(expected);
      if (found.length > 0) broken += 1;
    }
    expect(broken).toBeGreaterThan(50);
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
