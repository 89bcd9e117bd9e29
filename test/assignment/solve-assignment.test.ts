import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssignmentOptions,
  assignmentSteps,
  type CostSource,
  type Costs,
  costMatrix,
  costMatrixFromRows,
  findOptimalityViolations,
  type OptimalAssignment,
  solveAssignment,
} from '../../src/assignment/index.js';
import { InputError } from '../../src/core/index.js';
import { bestByTrying } from './brute-force.js';
import { modes, random, smallInstance } from './instances.js';

/** Solves, proves, and returns an optimal result. */
function solveProven(cost: Costs, options: AssignmentOptions = {}): OptimalAssignment {
  const result = solveAssignment(cost, options);
  expect(findOptimalityViolations(cost, result, options)).toEqual([]);
  if (result.status !== 'optimal') throw new Error(`expected an assignment, got ${JSON.stringify(result)}`);
  return result;
}

describe('worked examples', () => {
  it('assigns the three workers of the textbook at a total of 5 (SciPy, linear_sum_assignment)', () => {
    const result = solveProven([
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ]);
    expect(result.totalCost).toBe(5);
    expect([...result.rowToColumn]).toEqual([1, 0, 2]);
  });

  it.each([
    ['assign100', 305],
    ['assign200', 475],
  ])('reaches the published optimum of OR-Library %s', (name, optimum) => {
    const text = readFileSync(new URL(`../data/lap/${name}.csv`, import.meta.url), 'utf8');
    const rows = text
      .trim()
      .split('\n')
      .map((line) => line.split(',').map(Number));
    expect(solveProven(rows).totalCost).toBe(optimum);
  });

  it('lets a column with places hold several rows, with one dual', () => {
    const result = solveProven(
      [
        [1, 5],
        [2, 3],
        [3, 9],
      ],
      { capacities: [2, 1] },
    );
    expect([...result.rowToColumn]).toEqual([0, 1, 0]);
    expect(result.totalCost).toBe(7);
    expect(result.columnDuals).toHaveLength(2);
  });

  it('leaves rows out at a price, and counts the price', () => {
    const result = solveProven([[1], [9]], { unassigned: 5 });
    expect([...result.rowToColumn]).toEqual([0, -1]);
    expect(result.totalCost).toBe(6);
  });

  it('prefers more rows among equally cheap assignments', () => {
    expect(
      solveProven(
        [
          [5, 5],
          [5, 5],
        ],
        { unassigned: 5 },
      ).assignedRows,
    ).toBe(2);
  });
});

describe('edges', () => {
  it('takes empty problems as solved', () => {
    expect(solveProven([]).assignedRows).toBe(0);
    expect(solveProven(costMatrix(0, 3, [])).columnDuals).toHaveLength(3);
    expect([...solveProven(costMatrix(2, 0, [])).rowToColumn]).toEqual([-1, -1]);
    expect(solveProven(costMatrix(2, 0, []), { unassigned: 4 }).totalCost).toBe(8);
  });

  it('names the rows that outnumber all places they may have', () => {
    const cost = [
      [1, Infinity, Infinity],
      [2, Infinity, Infinity],
      [3, 4, 5],
    ];
    const result = solveAssignment(cost);
    expect(result).toEqual({ status: 'infeasible', side: 'rows', rows: [0, 1], columns: [0] });
    expect(findOptimalityViolations(cost, result)).toEqual([]);
  });

  it('names the columns whose places outnumber all rows that may have them', () => {
    const cost = [
      [1, Infinity],
      [2, Infinity],
      [3, Infinity],
    ];
    const result = solveAssignment(cost);
    expect(result).toEqual({ status: 'infeasible', side: 'columns', rows: [], columns: [1] });
    expect(findOptimalityViolations(cost, result)).toEqual([]);
  });

  it('assigns as many rows as possible where the pattern does not admit all', () => {
    const cost = [
      [9, Infinity, Infinity],
      [1, Infinity, Infinity],
      [7, 8, Infinity],
    ];
    const result = solveProven(cost, { unassigned: 'most' });
    expect([...result.rowToColumn]).toEqual([-1, 0, 1]);
    expect([...result.rowCover]).toEqual([0, 0, 1]);
    expect([...result.columnCover]).toEqual([1, 0, 0]);
  });

  it('is exact for whole numbers up to the documented limit', () => {
    const next = random(5);
    const limit = Math.floor(2 ** 53 / 13);
    for (let round = 0; round < 50; round++) {
      const values = Float64Array.from({ length: 36 }, () => Math.round((next() * 2 - 1) * limit));
      const cost = costMatrix(6, 6, values);
      const result = solveProven(cost);
      expect(result.totalCost).toBe(bestByTrying(cost, {})!.totalCost);
    }
  });

  it.each([1e15, -1e15, 1e300, 5e-324])('solves matrices whose every entry is %d', (value) => {
    const result = solveProven(costMatrix(4, 4, new Float64Array(16).fill(value)));
    expect(result.assignedRows).toBe(4);
  });

  it('never changes what it is given', () => {
    const values = Float64Array.from([3, 1, 2, 4]);
    const capacities = Object.freeze([1, 1]);
    solveProven({ rows: 2, columns: 2, values }, { capacities, initialColumnDuals: Object.freeze([1, 2]) });
    expect([...values]).toEqual([3, 1, 2, 4]);
  });
});

describe('broken input', () => {
  const problemsOf = (run: () => unknown): [string, unknown][] => {
    try {
      run();
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(({ path, value }) => [path, value]);
      throw error;
    }
    throw new Error('expected an InputError');
  };

  it('lists every NaN and −Infinity with its place', () => {
    expect(problemsOf(() => costMatrix(2, 2, [1, NaN, -Infinity, 2]))).toEqual([
      ['values[1] (row 0, column 1)', NaN],
      ['values[2] (row 1, column 0)', -Infinity],
    ]);
    expect(problemsOf(() => costMatrixFromRows([[1, NaN]]))).toEqual([['[0][1]', NaN]]);
    expect(problemsOf(() => solveAssignment([[NaN]]))).toEqual([['cost[0][0]', NaN]]);
    expect(problemsOf(() => solveAssignment([['3' as unknown as number]]))).toEqual([['cost[0][0]', '3']]);
  });

  it.each([
    ['square', 133, 133],
    ['tall', 140, 133],
    ['wide', 133, 140],
  ])('finds a broken entry anywhere in a large matrix (%s)', (_, rows, columns) => {
    for (const broken of [NaN, -Infinity])
      for (const array of [Float32Array, Float64Array])
        for (const at of [0, 1, 66, 131, 132, columns, 5 * columns + 3, rows * columns - 1]) {
          const values = new array(rows * columns).map((_, k) => (k * 7919) % 1009);
          values[at] = broken;
          const row = Math.floor(at / columns);
          const place = `cost.values[${at}] (row ${row}, column ${at - row * columns})`;
          expect(problemsOf(() => solveAssignment({ rows, columns, values }))).toEqual([[place, broken]]);
        }
  });

  it('refuses ragged rows and wrong shapes', () => {
    expect(problemsOf(() => costMatrixFromRows([[1, 2], [3]]))).toEqual([['[1].length', 1]]);
    expect(problemsOf(() => costMatrix(2, 2, [1, 2, 3]))).toEqual([['values.length', 3]]);
    expect(() => costMatrix(2, 2, [1, 2, 3])).toThrow('values.length is 3; expected rows · columns = 4');
    expect(() => costMatrixFromRows([1] as never)).toThrow('[0] is 1; expected an array or typed array of');
    expect(() => costMatrixFromRows(1 as never)).toThrow('is 1; expected an array of rows of costs');
    expect(problemsOf(() => costMatrix(-1, 1.5, []))).toEqual([
      ['rows', -1],
      ['columns', 1.5],
    ]);
    expect(problemsOf(() => solveAssignment(null as unknown as Costs))).toEqual([['cost', null]]);
  });

  it('refuses capacities, prices and duals out of range', () => {
    const cost = [[1, 2]];
    expect(problemsOf(() => solveAssignment(cost, { capacities: [1] }))).toEqual([['capacities.length', 1]]);
    expect(problemsOf(() => solveAssignment(cost, { capacities: [-1, 0.5] }))).toEqual([
      ['capacities[0]', -1],
      ['capacities[1]', 0.5],
    ]);
    expect(problemsOf(() => solveAssignment(cost, { unassigned: NaN }))).toEqual([['unassigned', NaN]]);
    expect(problemsOf(() => solveAssignment(cost, { initialColumnDuals: [0, Infinity] }))).toEqual([
      ['initialColumnDuals[1]', Infinity],
    ]);
  });

  it('refuses pairs and row duals to start from that are none', () => {
    const cost = [[1, 2]];
    for (const initialRowToColumn of [[2], [-2], [0.5], ['0'], [NaN]])
      expect(() => solveAssignment(cost, { initialRowToColumn: initialRowToColumn as number[] })).toThrow(
        /initialRowToColumn\[0\] is .*; expected a whole number from −1 to 1/,
      );
    for (const initialRowToColumn of [[], 5, null, 'a'])
      expect(() => solveAssignment(cost, { initialRowToColumn: initialRowToColumn as number[] })).toThrow(
        /initialRowToColumn\.length is .*; expected 1, one per row/,
      );
    expect(() => solveAssignment(cost, { initialRowDuals: [Infinity] })).toThrow(
      'initialRowDuals[0] is Infinity; expected a finite number',
    );
    for (const column of [-1, 0, 1])
      expect(solveAssignment(cost, { initialRowToColumn: [column] })).toMatchObject({ totalCost: 1 });
  });

  it('refuses a source that answers NaN, instead of searching for ever', () => {
    const source: CostSource = {
      rows: 2,
      columns: 2,
      writeRow: (_, out) => void out.fill(NaN),
      entry: () => NaN,
    };
    expect(problemsOf(() => solveAssignment(source))).toEqual([['cost of row 0, column 0', NaN]]);
  });
});

describe('against trying everything', () => {
  it.each(modes)('is optimal and proven on small problems with ties and forbidden pairs (%s)', (mode) => {
    let infeasible = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const { name, cost, options } = smallInstance(seed, mode);
      const result = solveAssignment(cost, options);
      const best = bestByTrying(cost, options);
      expect(findOptimalityViolations(cost, result, options), name).toEqual([]);
      if (result.status === 'infeasible') {
        infeasible += 1;
        expect(best, name).toBe(null);
      } else expect({ assignedRows: result.assignedRows, totalCost: result.totalCost }, name).toEqual(best);
    }
    if (mode === 'forbid') expect(infeasible).toBeGreaterThan(100);
    else expect(infeasible).toBe(0);
  });
});

describe('whole numbers in arrays of their own', () => {
  it.each([
    ['tall', 150, 131],
    ['wide', 131, 150],
    ['square', 140, 140],
  ])('cost what they cost as reals, also beyond the small sizes (%s)', (_, rows, columns) => {
    const next = random(11);
    const values = Float64Array.from({ length: rows * columns }, () => Math.floor(next() * 120));
    const expected = solveProven({ rows, columns, values }).totalCost;
    for (const array of [Int8Array, Uint8Array, Int16Array, Uint32Array, Int32Array])
      expect(solveProven({ rows, columns, values: array.from(values) }).totalCost).toBe(expected);
  });
});

describe('laws', () => {
  const instance = fc.record({ seed: fc.nat(1_000_000), mode: fc.constantFrom(...modes) });

  it('arrays and every typed array give the same answer, costs on demand one as good with its proof', () => {
    fc.assert(
      fc.property(instance, ({ seed, mode }) => {
        const { cost, options } = smallInstance(seed, mode);
        const { rows, columns, values } = cost;
        const expected = solveAssignment(cost, options);
        const source: CostSource = {
          rows,
          columns,
          writeRow: (row, out) => {
            for (let j = 0; j < columns; j++) out[j] = values[row * columns + j]!;
          },
          entry: (row, column) => values[row * columns + column]!,
        };
        const onDemand = solveAssignment(source, options);
        expect(findOptimalityViolations(cost, onDemand, options)).toEqual([]);
        expect(onDemand.status).toBe(expected.status);
        if (onDemand.status === 'optimal' && expected.status === 'optimal') {
          expect(onDemand.assignedRows).toBe(expected.assignedRows);
          expect(onDemand.totalCost).toBe(expected.totalCost);
          expect(onDemand.gap).toBe(0);
        }
        for (const same of [
          costMatrix(rows, columns, Float32Array.from(values)),
          costMatrix(rows, columns, Array.from(values)),
        ])
          expect(solveAssignment(same, options)).toEqual(expected);
      }),
    );
  });

  it('permuting rows and columns keeps what is assigned and its cost', () => {
    fc.assert(
      fc.property(instance, fc.nat(), ({ seed, mode }, shuffle) => {
        const { cost, options } = smallInstance(seed, mode);
        const { rows, columns, values } = cost;
        const next = random(shuffle);
        const permutation = (n: number) => {
          const keys = Array.from({ length: n }, next);
          return keys.map((_, at) => at).sort((a, b) => keys[a]! - keys[b]!);
        };
        const p = permutation(rows);
        const q = permutation(columns);
        const moved = costMatrixFromRows(p.map((i) => q.map((j) => values[i * columns + j]!)));
        const capacities = options.capacities && q.map((j) => options.capacities![j]!);
        if (rows === 0) return;
        const one = solveAssignment(cost, options);
        const other = solveProvenOrNot(moved, { ...options, capacities });
        expect(summary(other)).toEqual(summary(one));
      }),
    );
  });

  it('transposing a problem without capacities keeps its cost', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom('forbid' as const, 'most' as const), (seed, mode) => {
        const { cost } = smallInstance(seed, mode);
        const { rows, columns, values } = cost;
        const turned = costMatrix(
          columns,
          rows,
          Float64Array.from({ length: rows * columns }, (_, at) => {
            const row = at % rows;
            return values[row * columns + (at - row) / rows]!;
          }),
        );
        expect(summary(solveProvenOrNot(turned, { unassigned: mode }))).toEqual(
          summary(solveAssignment(cost, { unassigned: mode })),
        );
      }),
    );
  });

  it('adding a constant to a row adds it to the cost of every assignment of all rows', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: -50, max: 50 }), (seed, constant) => {
        const { cost, options } = smallInstance(seed, 'forbid');
        if (cost.rows === 0) return;
        const values = Float64Array.from(cost.values);
        for (let j = 0; j < cost.columns; j++) values[j]! += constant;
        const one = solveAssignment(cost, options);
        if (one.status !== 'optimal' || one.assignedRows < cost.rows) return;
        expect(solveProven({ ...cost, values }, options).totalCost).toBe(one.totalCost + constant);
      }),
    );
  });

  it('duals to start from never change what is assigned and its cost', () => {
    fc.assert(
      fc.property(instance, fc.nat(), ({ seed, mode }, dualSeed) => {
        const { cost, options } = smallInstance(seed, mode);
        const next = random(dualSeed);
        const initialColumnDuals = Array.from({ length: cost.columns }, () => Math.round(next() * 40 - 20));
        const warm = solveProvenOrNot(cost, { ...options, initialColumnDuals });
        expect(summary(warm)).toEqual(summary(solveAssignment(cost, options)));
      }),
      { numRuns: 300 },
    );
  });

  it('driving the steps by hand gives the result of the plain function', () => {
    const next = random(3);
    const cost = costMatrix(
      300,
      300,
      Float64Array.from({ length: 90000 }, (_, at) => next() * (at % 300)),
    );
    const steps = assignmentSteps(cost);
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      pauses += 1;
      expect(step.value.done).toBeLessThanOrEqual(step.value.of);
    }
    expect(pauses).toBeGreaterThan(1);
    expect(step.value).toEqual(solveAssignment(cost));
  });
});

function solveProvenOrNot(cost: Costs, options: AssignmentOptions) {
  const result = solveAssignment(cost, options);
  expect(findOptimalityViolations(cost, result, options)).toEqual([]);
  return result;
}

function summary(result: ReturnType<typeof solveAssignment>) {
  if (result.status === 'infeasible') return { status: result.status };
  const { status, assignedRows, totalCost } = result;
  return { status, assignedRows, totalCost };
}

describe('what cannot be solved or was mistyped', () => {
  it('is refused: costs whose sums overflow, options of no known name, results that are none', () => {
    const huge = [
      [1.7e308, -1.7e308],
      [-1.7e308, 1.7e308],
    ];
    expect(() => solveAssignment(huge)).toThrow(InputError);
    expect(() => solveAssignment([[1]], { capacites: [2] } as never)).toThrow(/"capacities" perhaps/);
    expect(() => solveAssignment([[1]], null as never)).toThrow(InputError);
    expect(() => costMatrixFromRows(null as never)).toThrow(InputError);
    expect(() => findOptimalityViolations([[1]], {} as never)).toThrow(InputError);
  });
});
