import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CostMatrix,
  type FairestAssignment,
  solveFairestAssignment,
} from '../../src/assignment/index.js';
import { randomFrom } from '../support/random.js';

interface Instance {
  readonly cost: CostMatrix;
  readonly capacities: number[];
  readonly tierSize: number;
}

/** (rows assigned, pairs by tier from the dearest on, total): the parts that are compared in this order. */
type Tuple = { readonly rows: number; readonly tiers: readonly number[]; readonly total: number };

/** Below 0 where `one` is worse. */
function compare(one: Tuple, other: Tuple): number {
  const tier = one.tiers.findIndex((count, at) => count !== other.tiers[at]);
  return (
    one.rows - other.rows || (tier < 0 ? 0 : other.tiers[tier]! - one.tiers[tier]!) || other.total - one.total
  );
}

const tierOf = (cost: number, { tierSize }: Instance) => Math.ceil(cost / tierSize) + 0;

/** The tiers that occur, dearest first. */
function tiersOf(instance: Instance): number[] {
  const costs = Array.from(instance.cost.values).filter((cost) => cost !== Infinity);
  return [...new Set(costs.map((cost) => tierOf(cost, instance)))].sort((one, other) => other - one);
}

function tupleOf(rowToColumn: ArrayLike<number>, instance: Instance): Tuple {
  const { columns, values } = instance.cost;
  const costs = Array.from(rowToColumn).flatMap((column, row) =>
    column < 0 ? [] : [values[row * columns + column]!],
  );
  return {
    rows: costs.length,
    tiers: tiersOf(instance).map((tier) => costs.filter((cost) => tierOf(cost, instance) === tier).length),
    total: costs.reduce((sum, cost) => sum + cost, 0),
  };
}

/** The best tuple of all assignments, tried one after another. */
function bestByTrying(instance: Instance): Tuple {
  const { rows, columns, values } = instance.cost;
  const tiers = tiersOf(instance);
  const rankOf = Array.from(values, (cost) => tiers.indexOf(tierOf(cost, instance)));
  const left = [...instance.capacities];
  const counts = tiers.map(() => 0);
  let best: Tuple = { rows: -1, tiers: [], total: 0 };
  const visit = (row: number, assigned: number, total: number): void => {
    if (row === rows) {
      const found = { rows: assigned, tiers: counts, total };
      if (best.rows < 0 || compare(found, best) > 0) best = { ...found, tiers: [...counts] };
      return;
    }
    visit(row + 1, assigned, total);
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (left[column] === 0 || values[at] === Infinity) continue;
      counts[rankOf[at]!]! += 1;
      left[column]! -= 1;
      visit(row + 1, assigned + 1, total + values[at]!);
      counts[rankOf[at]!]! -= 1;
      left[column]! += 1;
    }
  };
  visit(0, 0, 0);
  return best;
}

/** Whether the first part that differs is smaller, or none differs. */
function isAtMost(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 || one[at]! < other[at]!;
}

/** Everything that keeps the parts of the proof from proving the assignment; empty = proven. */
function violationsOf(result: FairestAssignment, instance: Instance): string[] {
  const { cost, capacities } = instance;
  const { rowCover, columnCover, stages, rowDuals, columnDuals, rowToColumn } = result;
  const violations: string[] = [];
  const tiers = tiersOf(instance);
  const stageOf = tiers.map((tier) => stages.find((stage) => stage.tier === tier));
  const u = Array.from(rowDuals, (dual, row) => [
    0 - rowCover[row]!,
    ...stageOf.map((stage) => stage?.rowDuals[row] ?? 0),
    dual,
  ]);
  const v = Array.from(columnDuals, (dual, column) => [
    0 - columnCover[column]!,
    ...stageOf.map((stage) => stage?.columnDuals[column] ?? 0),
    dual,
  ]);
  const nothing = [0, ...tiers.map(() => 0), 0];
  const sum = nothing.slice();
  const count = (parts: readonly number[], times: number, name: string) => {
    if (!isAtMost(parts, nothing)) violations.push(name);
    parts.forEach((part, at) => {
      sum[at]! += part * times;
    });
  };
  u.forEach((parts, row) => {
    count(parts, 1, `row ${row}`);
  });
  v.forEach((parts, column) => {
    count(parts, capacities[column]!, `column ${column}`);
  });
  u.forEach((ofRow, row) => {
    v.forEach((ofColumn, column) => {
      const c = cost.values[row * cost.columns + column]!;
      if (c === Infinity) return;
      const worth = [-1, ...tiers.map((tier) => (tier === tierOf(c, instance) ? 1 : 0)), c];
      const both = ofRow.map((part, at) => part + ofColumn[at]!);
      if (!isAtMost(both, worth)) violations.push(`pair ${row} ${column}`);
    });
  });
  const { rows, tiers: counts, total } = tupleOf(rowToColumn, instance);
  const reached = [0 - rows, ...counts, total];
  if (sum.some((part, at) => part !== reached[at])) violations.push(`sums ${sum} instead of ${reached}`);
  const taken = new Int32Array(cost.columns);
  rowToColumn.forEach((column, row) => {
    if (column < 0) return;
    taken[column]! += 1;
    if (cost.values[row * cost.columns + column] === Infinity) violations.push(`forbidden ${row} ${column}`);
  });
  taken.forEach((count, column) => {
    if (count > capacities[column]!) violations.push(`over capacity ${column}`);
  });
  return violations;
}

function instanceFrom(seed: number, largest: number, mostCapacity = 3): Instance {
  const random = randomFrom(seed);
  const rows = random.whole(0, largest);
  const columns = random.whole(0, largest);
  const range = [3, 9, 100][random.whole(0, 2)]!;
  const forbidden = [0, 0.3, 0.7][random.whole(0, 2)]!;
  const sign = random.whole(0, 1) === 0 ? -1 : 1;
  const values = Float64Array.from({ length: rows * columns }, () =>
    random.next() < forbidden ? Infinity : sign * random.whole(0, range),
  );
  const capacities = Array.from({ length: columns }, () => random.whole(0, mostCapacity));
  return { cost: { rows, columns, values }, capacities, tierSize: [1, 2, 5, 30][random.whole(0, 3)]! };
}

const solve = ({ cost, capacities, tierSize }: Instance) =>
  solveFairestAssignment(cost, { capacities, tierSize });

describe('solveFairestAssignment', () => {
  it('reaches the tuple that trying everything finds, and proves it', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const instance = instanceFrom(seed, 4);
        const result = solve(instance);
        expect(tupleOf(result.rowToColumn, instance)).toEqual(bestByTrying(instance));
        expect(violationsOf(result, instance)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('proves its answer at sizes that nobody can try', () => {
    for (let seed = 0; seed < 60; seed++) {
      const instance = instanceFrom(seed, 40, seed % 7);
      const result = solve(instance);
      expect(violationsOf(result, instance)).toEqual([]);
    }
  });
});
