import { describe, expect, it } from 'vitest';
import {
  type AssignmentOptions,
  type CostMatrix,
  costMatrixFromRows,
  type OptimalAssignment,
  pairPricer,
  solveAssignment,
} from '../../src/assignment/index.js';
import { type Best, bestByTrying } from './brute-force.js';
import { modes, smallInstance } from './instances.js';

function solve(cost: CostMatrix, options: AssignmentOptions = {}): OptimalAssignment {
  const result = solveAssignment(cost, options);
  if (result.status !== 'optimal') throw new Error('infeasible');
  return result;
}

/** The best that holds the pair: every other pair of the row is taken away and the row is forced in. */
function bestWithPair(
  cost: CostMatrix,
  options: AssignmentOptions,
  row: number,
  column: number,
): Best | null {
  const values = Float64Array.from(cost.values, (value, at) =>
    Math.floor(at / cost.columns) === row && at % cost.columns !== column ? Infinity : value,
  );
  return bestByTrying({ ...cost, values }, options, row);
}

/** Applies the moves and adds up what comes out, checking that each row was where the move says. */
function after(cost: CostMatrix, options: AssignmentOptions, result: OptimalAssignment, moves: Moves): Best {
  const rowToColumn = Array.from(result.rowToColumn);
  for (const { row, from, to } of moves) {
    expect(rowToColumn[row]).toBe(from);
    rowToColumn[row] = to;
  }
  const price = typeof options.unassigned === 'number' ? options.unassigned : 0;
  const held = new Array<number>(cost.columns).fill(0);
  let totalCost = 0;
  let assignedRows = 0;
  rowToColumn.forEach((column, row) => {
    if (column < 0) totalCost += price;
    else {
      assignedRows += 1;
      totalCost += cost.values[row * cost.columns + column]!;
      held[column]! += 1;
      expect(held[column]).toBeLessThanOrEqual(options.capacities?.[column] ?? 1);
    }
  });
  return { assignedRows, totalCost };
}

type Moves = readonly { readonly row: number; readonly from: number; readonly to: number }[];

describe('pairPricer', () => {
  it('sees that a pair can cost more than its own duals say', () => {
    // A–X 0, A–Y 9, B–X 9, no B–Y: forcing A–Y leaves B with X.
    const cost = costMatrixFromRows([
      [0, 9],
      [9, Infinity],
    ]);
    const options = { unassigned: 100 };
    const pricer = pairPricer(cost, solve(cost, options), options);
    expect(pricer.forcePair(0, 1)).toEqual({ change: { assignedRows: 0, totalCost: 0 }, moves: [] });
    expect(pricer.forcePair(0, 0)).toEqual({
      change: { assignedRows: -1, totalCost: 82 },
      moves: [
        { row: 0, from: 1, to: 0 },
        { row: 1, from: 0, to: -1 },
      ],
    });
    expect(pricer.forcePair(1, 1)).toBeNull();
  });

  it.each(modes)('equals solving again with the pair forced in, for every pair (%s)', (mode) => {
    let priced = 0;
    for (let seed = 0; seed < 700; seed++) {
      const { name, cost, options } = smallInstance(seed, mode, 5);
      const result = solveAssignment(cost, options);
      if (result.status !== 'optimal') continue;
      const pricer = pairPricer(cost, result, options);
      const byColumn = Array.from({ length: cost.columns }, (_, j) => pricer.pricesOfColumn(j));
      for (let row = 0; row < cost.rows; row++) {
        const byRow = pricer.pricesOfRow(row);
        for (let column = 0; column < cost.columns; column++) {
          const at = `${name}, row ${row}, column ${column}`;
          const best = bestWithPair(cost, options, row, column);
          const change = best && {
            assignedRows: best.assignedRows - result.assignedRows,
            totalCost: best.totalCost - result.totalCost,
          };
          const forced = pricer.forcePair(row, column);
          expect(forced?.change ?? null, at).toEqual(change);
          expect(byRow[column], at).toEqual(change);
          expect(byColumn[column]![row], at).toEqual(change);
          if (forced === null) continue;
          priced += 1;
          expect(after(cost, options, result, forced.moves), at).toEqual(best);
          expect(new Set(forced.moves.map((move) => move.row)).size, at).toBe(forced.moves.length);
        }
      }
    }
    expect(priced).toBeGreaterThan(1500);
  });

  it.each(['most', 'price'] as const)('knows what one more place would add (%s)', (mode) => {
    let gains = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const { name, cost, options } = smallInstance(seed, mode, 5);
      const result = solve(cost, options);
      pairPricer(cost, result, options)
        .gainsOfPlaces()
        .forEach((gain, column) => {
          const capacities = Array.from(
            { length: cost.columns },
            (_, j) => (options.capacities?.[j] ?? 1) + (j === column ? 1 : 0),
          );
          const more = solve(cost, { ...options, capacities });
          const expected = {
            assignedRows: more.assignedRows - result.assignedRows,
            totalCost: more.totalCost - result.totalCost,
          };
          expect(gain, `${name}, column ${column}`).toEqual(expected);
          if (expected.totalCost !== 0) gains += 1;
        });
    }
    expect(gains).toBeGreaterThan(300);
  });
});
