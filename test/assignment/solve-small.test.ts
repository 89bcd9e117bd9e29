import { describe, expect, it } from 'vitest';
import { generalSteps } from '../../src/assignment/assignment-steps.js';
import {
  type CostMatrix,
  type Costs,
  costMatrix,
  findOptimalityViolations,
  solveAssignment,
  sparseCosts,
} from '../../src/assignment/index.js';
import { smallLimit } from '../../src/assignment/small-problem.js';
import { solveSmall } from '../../src/assignment/solve-small.js';
import { InputError, runSteps } from '../../src/core/index.js';
import { bestByTrying } from './brute-force.js';
import { modes, random, smallInstance } from './instances.js';

const table = ({ rows, columns, values }: CostMatrix) =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => values[i * columns + j]!));

describe('small problems', () => {
  it('that can be solved so are solved so, and cost what trying everything finds', () => {
    let solved = 0;
    for (const mode of modes)
      for (let seed = 0; seed < 1500; seed++) {
        const { name, cost, options } = smallInstance(seed, mode);
        const isPlain = options.capacities === undefined && mode !== 'price';
        const result = solveSmall(cost, options);
        const best = bestByTrying(cost, options);
        const isComplete = best?.assignedRows === Math.min(cost.rows, cost.columns);
        const isExpected = isPlain && isComplete && cost.rows > 0 && cost.columns > 0;
        expect(result !== undefined, name).toBe(isExpected);
        if (result === undefined) continue;
        solved += 1;
        expect({ assignedRows: result.assignedRows, totalCost: result.totalCost }, name).toEqual(best);
        expect(findOptimalityViolations(cost, result, options), name).toEqual([]);
        expect(solveSmall(table(cost), options), name).toEqual(result);
      }
    expect(solved).toBeGreaterThan(500);
  });

  it('cost what the general way finds, up to the largest size, for reals, ties, products and forbidden pairs', () => {
    const next = random(3);
    const costs = {
      real: () => next(),
      tied: () => Math.floor(next() * 4),
      product: (i: number, j: number) => (i + 1) * (j + 1),
      constant: () => -3,
      sparse: (i: number, j: number) => (i === j || next() < 0.1 ? Math.floor(next() * 50) : Infinity),
      'up to the limit of exactness': () => Math.trunc((next() * 2 - 1) * (2 ** 53 / (2 * smallLimit + 1))),
    };
    for (const [family, costOf] of Object.entries(costs))
      for (const [rows, columns] of [
        [1, 1],
        [1, 7],
        [7, 1],
        [30, 30],
        [40, 61],
        [61, 40],
        [smallLimit, smallLimit],
      ] as const) {
        const values = Float64Array.from({ length: rows * columns }, (_, at) =>
          costOf(Math.floor(at / columns), at % columns),
        );
        const cost = costMatrix(rows, columns, values);
        const before = values.slice();
        const small = solveSmall(cost, {});
        const general = runSteps(generalSteps(cost, {}));
        if (small === undefined || general.status !== 'optimal') throw new Error(`${family} is not solved`);
        expect(findOptimalityViolations(cost, small), `${family} ${rows} × ${columns}`).toEqual([]);
        const slack = family === 'real' ? 1e-12 * rows : 0;
        expect(Math.abs(small.totalCost - general.totalCost)).toBeLessThanOrEqual(slack);
        expect(values).toEqual(before);
      }
  });

  it('are left to the general way where they are larger, sparse, priced, limited or have known duals', () => {
    const cost = [
      [1, 2],
      [3, 5],
    ];
    const large = smallLimit + 1;
    expect(solveSmall(costMatrix(large, 1, new Float64Array(large)), {})).toBe(undefined);
    expect(solveSmall(costMatrix(1, large, new Float64Array(large)), {})).toBe(undefined);
    expect(solveSmall(cost, { unassigned: 4 })).toBe(undefined);
    expect(solveSmall(cost, { capacities: [1, 1] })).toBe(undefined);
    expect(solveSmall(cost, { initialColumnDuals: [0, 0] })).toBe(undefined);
    const sparse = { rows: 1, columns: 1, rowStarts: [0, 1], columnIndices: [0], values: [1] };
    expect(solveSmall(sparseCosts(sparse), {})).toBe(undefined);
    expect(solveSmall(cost, { capacities: undefined, unassigned: 'most' })).toBe(undefined);
    expect(solveSmall(cost, { unassigned: 'most' })).toMatchObject({ totalCost: 5 });
  });

  it('keep quiet about broken input, which the general way then names', () => {
    const broken: [unknown, string][] = [
      [[[1, NaN]], 'cost[0][1]'],
      [[[1, -Infinity]], 'cost[0][1]'],
      [[['1']], 'cost[0][0]'],
      [[[1], [1, 2]], 'cost[1].length'],
      [{ rows: 1.5, columns: 2, values: [1, 2, 3] }, 'cost.rows'],
      [{ rows: 1, columns: 2, values: [1, NaN] }, 'cost.values[1] (row 0, column 1)'],
      [{ rows: 1, columns: 1, values: Float32Array.of(NaN) }, 'cost.values[0] (row 0, column 0)'],
      [{ rows: 1, columns: 1, values: BigInt64Array.of(1n) }, 'cost.values'],
      [{ rows: 1, columns: 1, values: null }, 'cost.values'],
      [null, 'cost'],
    ];
    for (const [cost, path] of broken) {
      expect(solveSmall(cost as Costs, {})).toBe(undefined);
      try {
        solveAssignment(cost as Costs);
        throw new Error(`${path} was accepted`);
      } catch (error) {
        expect((error as InputError).problems?.map((problem) => problem.path)).toEqual([path]);
      }
    }
    for (const options of [null, [], 3, { unasigned: 'most' }])
      expect(() => solveAssignment([[1]], options as object)).toThrow(InputError);
  });

  it('may ask for another solution while a source is read', () => {
    const inner = solveAssignment([
      [9, 1],
      [1, 9],
    ]);
    const source = {
      rows: 2,
      columns: 2,
      writeRow: (row: number, out: Float64Array) => {
        expect(
          solveAssignment([
            [9, 1],
            [1, 9],
          ]),
        ).toEqual(inner);
        out.set(row === 0 ? [1, 2] : [3, 5]);
      },
      entry: () => 0,
    };
    expect(solveAssignment(source)).toMatchObject({ totalCost: 5, gap: 0 });
  });
});
