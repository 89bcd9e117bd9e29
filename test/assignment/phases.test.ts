import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matrix } from '../../benchmarks/assignment/families.mjs';
import { auction } from '../../src/assignment/auction.js';
import { BestSelection } from '../../src/assignment/best-selection.js';
import { reduceColumns } from '../../src/assignment/column-reduction.js';
import { DenseView, SparseView } from '../../src/assignment/cost-view.js';
import { DistanceHeap } from '../../src/assignment/distance-heap.js';
import { firstPrices } from '../../src/assignment/first-prices.js';
import { type CostMatrix, costMatrix, solveAssignment } from '../../src/assignment/index.js';
import { listNearColumns } from '../../src/assignment/near-columns.js';
import { NodeQueue } from '../../src/assignment/node-queue.js';
import { placeAuction } from '../../src/assignment/place-auction.js';
import { placeLazily } from '../../src/assignment/place-lazily.js';
import { placeUnits } from '../../src/assignment/place-units.js';
import { Placement } from '../../src/assignment/placement.js';
import { reduceRows } from '../../src/assignment/row-reduction.js';
import { shortestPaths } from '../../src/assignment/shortest-paths.js';
import { SourceView } from '../../src/assignment/source-view.js';
import { SquareView } from '../../src/assignment/square-view.js';
import type { Steps } from '../../src/core/index.js';
import { random } from './instances.js';
import pinned from './pinned-work.json' with { type: 'json' };
import { compressed, onDemand } from './solve-every-way.js';

/*
 * The phases of the solver called directly: each keeps its laws, and does as much work as before. What a phase leaves
 * behind (duals, pairs, kept columns) and how often it reads rows or pauses changes no answer, only the time until
 * there is one. A count or digest that differs is no defect: see whether the benchmarks still hold, and write what the
 * failing test prints into pinned-work.json.
 */

const expected: Readonly<Record<string, Readonly<Record<string, number | string>>>> = pinned;
const families = ['uniform', 'int10', 'geo2', 'mw', 'compat'];

function made(family: string, rows: number, columns: number): CostMatrix {
  return costMatrix(rows, columns, matrix(family, rows, columns, rows + 2 * columns));
}

/** All but the diagonal and a share of the pairs are forbidden. */
function thin(cost: CostMatrix, share: number): CostMatrix {
  const next = random(cost.rows);
  const values = Float64Array.from(cost.values, (value, at) =>
    next() < share && Math.floor(at / cost.columns) !== at % cost.columns ? Infinity : value,
  );
  return costMatrix(cost.rows, cost.columns, values);
}

function placementOf(cost: CostMatrix, kept: number, isSparse = false): Placement {
  return new Placement(
    {
      costs: isSparse ? new SparseView(compressed(cost) as never) : new DenseView(cost, 'test'),
      demands: new Int32Array(cost.rows).fill(1),
      capacities: new Int32Array(cost.columns).fill(1),
      columnDuals: new Float64Array(cost.columns),
      unassignedCost: Infinity,
    },
    kept,
  );
}

/** What steps return, and how often they can be paused. */
function run<Result>(steps: Steps<unknown, Result>): { result: Result; pauses: number; told: unknown[] } {
  const told: unknown[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { result: step.value, pauses: told.length, told };
    told.push(step.value);
  }
}

/** The first digits of a hash of lists of numbers, records and texts. */
function digestOf(...values: readonly unknown[]): string {
  const text = JSON.stringify(values, (_, part) => {
    if (ArrayBuffer.isView(part)) return Array.from(part as Float64Array, String);
    return typeof part === 'number' ? String(part) : part;
  });
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** All that a placement holds. */
function stateOf({ problem, holders, best, free, freeCount }: Placement): string {
  const kept = [...best.starts].map((start, row) => [
    best.columns.subarray(start, best.ends[row]),
    best.bounds[row],
  ]);
  const { near } = best;
  const listed =
    near &&
    [...near.starts].map((start, row) => [near.columns.subarray(start, near.ends[row]), near.bounds[row]]);
  return digestOf(problem.columnDuals, holders.columnOf, free.subarray(0, freeCount), kept, listed);
}

/** Broken laws: a pair that is held but not tight, a bound above a column that is not kept, a unit lost. */
function brokenLaws(placement: Placement): string[] {
  const { problem, holders, heldCost, best, free, freeCount, unitRow } = placement;
  const { costs, columnDuals: v, capacities } = problem;
  const wrong: string[] = [];
  for (let row = 0; row < costs.rows; row++) {
    const reduced = Array.from(v, (dual, j) => costs.entry(row, j) - dual);
    const kept = new Set(best.columns.subarray(best.starts[row], best.ends[row]));
    reduced.forEach((q, j) => {
      if (!kept.has(j) && q < best.bounds[row]!) wrong.push(`row ${row}: column ${j} is below the bound`);
    });
    const least = Math.min(...reduced);
    unitRow.forEach((own, unit) => {
      const j = holders.columnOf[unit]!;
      if (own !== row || j < 0) return;
      if (heldCost[unit] !== costs.entry(row, j)) wrong.push(`unit ${unit}: another cost`);
      if (!(reduced[j]! - least <= 1e-12 * Math.max(1, Math.abs(least))))
        wrong.push(`unit ${unit}: not tight`);
    });
  }
  const isFree = new Set(free.subarray(0, freeCount));
  if (isFree.size !== freeCount) wrong.push('a unit is free twice');
  holders.columnOf.forEach((j, unit) => {
    if (j < 0 !== isFree.has(unit)) wrong.push(`unit ${unit} is neither placed nor free, or both`);
  });
  holders.count.forEach((count, j) => {
    if (count > capacities[j]!) wrong.push(`column ${j} is over-full`);
  });
  return wrong;
}

describe.each(families)('%s', (family) => {
  it.each([
    ['dense', 1, false],
    ['dense with gaps', 0.9, false],
    ['sparse', 0.95, true],
  ] as const)('column reduction, row reduction and paths keep their laws: %s', (kind, share, isSparse) => {
    const cost = kind === 'dense' ? made(family, 150, 150) : thin(made(family, 150, 150), share);
    const placement = placementOf(cost, 8, isSparse);
    const work: Record<string, number | string> = {};
    const note = (phase: string, pauses: number) => {
      expect(brokenLaws(placement), phase).toEqual([]);
      work[`${phase}: reads`] = placement.best.reads;
      work[`${phase}: pauses`] = pauses;
      work[`${phase}: free`] = placement.freeCount;
      work[phase] = stateOf(placement);
    };
    note('columns', run(reduceColumns(placement)).pauses);
    const short = run(reduceRows(placement, 1, 20));
    expect(short.result).toBe(placement.freeCount > 0);
    note('some rows', short.pauses);
    note('rows', run(reduceRows(placement, 2, 3000)).pauses);
    const paths = run(shortestPaths(placement));
    placement.freeCount = 0;
    note('paths', paths.pauses);
    work.told = digestOf(paths.told);
    expect(work).toEqual(expected[`${family}: reductions, ${kind}`]);
  });

  it('an auction ends within its last ε of the best', () => {
    const n = 150;
    const work: Record<string, number | string> = {};
    for (const [kind, isSparse] of [
      ['dense', false],
      ['sparse', true],
    ] as const) {
      const cost = isSparse ? thin(made(family, n, n), 0.9) : made(family, n, n);
      const placement = placementOf(cost, 24, isSparse);
      const { pauses } = run(auction(placement));
      const v = placement.problem.columnDuals;
      let bound = 0;
      let range = 0;
      for (let row = 0; row < n; row++) {
        const own = Array.from({ length: n }, (_, j) => cost.values[row * n + j]!).filter(
          (value) => value < Infinity,
        );
        range = Math.max(range, Math.max(...own) - Math.min(...own));
        bound += Math.min(...Array.from(v, (dual, j) => cost.values[row * n + j]! - dual));
      }
      for (const dual of v) bound += dual;
      const best = solveAssignment(cost);
      if (best.status !== 'optimal') throw new Error('each of these has an answer');
      const isWhole = family === 'int10' || family === 'mw';
      const last = isWhole ? Math.ceil((range * 0.1) / n) : (range * 0.1) / n;
      expect(bound).toBeLessThanOrEqual(best.totalCost + 1e-9);
      expect(best.totalCost - bound).toBeLessThanOrEqual(n * last + 1e-9);
      work[`${kind}: reads`] = placement.best.reads;
      work[`${kind}: pauses`] = pauses;
      work[kind] = stateOf(placement);
    }
    expect(work).toEqual(expected[`${family}: auction`]);
  });

  it('an auction of places on demand leaves every row within ε of its best', () => {
    const rows = 60;
    const columns = 60;
    const cost = made(family, rows, columns);
    const work: Record<string, number | string> = {};
    for (const [kind, flatUnits, size] of [
      ['full', 0, 1],
      ['places to spare', 60, 2],
    ] as const) {
      const square = new SquareView(new SourceView(onDemand(cost), 'test'), { outside: 0 });
      const demands = new Int32Array(rows + 1).fill(1);
      demands[rows] = flatUnits;
      const capacities = new Int32Array(columns + 1).fill(size);
      const columnDuals = new Float64Array(columns + 1);
      capacities[columns] = 0;
      columnDuals[columns] = -Infinity;
      const placement = new Placement(
        { costs: square, demands, capacities, columnDuals, unassignedCost: Infinity },
        12,
      );
      const step = family === 'mw' ? 1 : 0.002;
      const { result: columnOf, pauses, told } = run(placeAuction(placement, [4 * step, step]));
      if (columnOf.every((j) => j >= 0))
        for (let row = 0; row < rows; row++) {
          const reduced = Array.from(columnDuals, (dual, j) => square.entry(row, j) - dual);
          const own = reduced[columnOf[row]!]!;
          if (size === 1) expect(own - Math.min(...reduced), `row ${row}`).toBeLessThanOrEqual(step + 1e-9);
        }
      work[`${kind}: reads`] = placement.best.reads;
      work[`${kind}: pauses`] = pauses;
      work[kind] = digestOf(columnOf, columnDuals, told);
    }
    expect(work).toEqual(expected[`${family}: auction of places`]);
  });

  it('problems on demand are read as often as before', () => {
    const work: Record<string, number | string> = {};
    for (const [kind, rows, columns, spare, room] of [
      ['full', 70, 70, 0, 0],
      ['spare places', 50, 70, 20, 0],
      ['rows outside', 70, 50, 0, 20],
    ] as const) {
      const cost = made(family, rows, columns);
      const source = onDemand(cost);
      let read = 0;
      let asked = 0;
      const counted = {
        ...source,
        writeRow: (row: number, out: Float64Array) => {
          read += 1;
          source.writeRow(row, out);
        },
        entry: (row: number, column: number) => {
          asked += 1;
          return source.entry(row, column);
        },
      };
      const { result, told } = run(
        placeLazily({
          costs: new SourceView(counted, 'test'),
          demands: new Int32Array(rows).fill(1),
          capacities: new Int32Array(columns).fill(1),
          columnDuals: new Float64Array(columns),
          spare,
          room,
          outside: 0,
        }),
      );
      result.freeCount = 0;
      expect(brokenLaws(result)).toEqual([]);
      work[`${kind}: rows read`] = read;
      work[`${kind}: pairs asked`] = asked;
      work[kind] = digestOf(stateOf(result), told);
    }
    expect(work).toEqual(expected[`${family}: on demand`]);
  });

  it('first prices are what a small sample says, and close what is closed', () => {
    // Several rows of the sample are asked only where there are many.
    const cost = made(family, 1300, 300);
    const costs = new SourceView(onDemand(cost), 'test');
    const v = new Float64Array(300);
    v[7] = -Infinity;
    const demands = new Int32Array(1300).fill(1);
    demands[0] = 0;
    const capacities = Int32Array.from({ length: 300 }, (_, j) => 1 + (j % 2));
    const { result, told } = run(firstPrices(costs, demands, capacities, v));
    expect(result[7]).toBe(-Infinity);
    expect(result.every((dual, j) => j === 7 || Number.isFinite(dual))).toBe(true);
    const work = { prices: digestOf(result, told), pauses: told.length };
    expect(work).toEqual(expected[`${family}: first prices`]);
  });

  it('a warm start settles the places that many changes left, and reads as often as before', () => {
    const work: Record<string, number | string> = {};
    for (const [rows, columns, places, share] of [
      [150, 200, 1, 0.3],
      [220, 120, 2, 0.1],
    ] as const) {
      const values = Float32Array.from(made(family, rows, columns).values);
      const capacities = new Int32Array(columns).fill(places);
      const before = solveAssignment({ rows, columns, values }, { capacities });
      if (before.status !== 'optimal') throw new Error('each of these has an answer');
      const columnDuals = before.columnDuals.slice();
      const preferred = before.rowToColumn.slice();
      const next = random(rows);
      for (let change = 0; change < share * rows; change++) {
        const [row, like] = [Math.floor(next() * rows), Math.floor(next() * rows)];
        const [column, alike] = [Math.floor(next() * columns), Math.floor(next() * columns)];
        const about = (value: number) => (family === 'mw' ? value + 1 : value * (0.9 + 0.2 * next()));
        for (let j = 0; j < columns; j++) values[row * columns + j] = about(values[like * columns + j]!);
        for (let i = 0; i < rows; i++) values[i * columns + column] = about(values[i * columns + alike]!);
        columnDuals[column] = 0;
        preferred[row] = -1;
        preferred.forEach((held, i) => {
          if (held === column) preferred[i] = -1;
        });
      }
      const { result, told } = run(
        placeUnits(
          {
            costs: new DenseView({ rows, columns, values }, 'test'),
            demands: new Int32Array(rows).fill(1),
            capacities,
            columnDuals: columnDuals.map((dual) => Math.min(0, dual)),
            unassignedCost: Infinity,
          },
          { preferred, rowDuals: before.rowDuals },
        ),
      );
      result.freeCount = 0;
      expect(brokenLaws(result)).toEqual([]);
      result.holders.count.forEach((count, j) => {
        const dual = result.problem.columnDuals[j]!;
        expect(dual).toBeLessThanOrEqual(1e-12);
        if (count < places) expect(Math.abs(dual)).toBeLessThanOrEqual(1e-12);
      });
      work[`${rows} × ${columns}: reads`] = result.best.reads;
      work[`${rows} × ${columns}`] = digestOf(stateOf(result), told);
    }
    expect(work).toEqual(expected[`${family}: much changed`]);
  });

  it('a cold start reads as often as before', () => {
    const work: Record<string, number | string> = {};
    for (const [kind, rows, columns, share, places, price] of [
      ['square', 200, 200, 0, 1, Infinity],
      ['places to spare', 150, 200, 0, 1, Infinity],
      ['several places', 170, 60, 0, 3, Infinity],
      ['sparse', 200, 200, 0.93, 1, Infinity],
      ['sparse, at a price', 200, 150, 0.9, 2, family === 'mw' ? 9000 : 0.3],
      ['at a price', 130, 110, 0, 1, family === 'mw' ? 5000 : 0.1],
    ] as const) {
      const cost = share === 0 ? made(family, rows, columns) : thin(made(family, rows, columns), share);
      const { result, told } = run(
        placeUnits({
          costs: share === 0 ? new DenseView(cost, 'test') : new SparseView(compressed(cost) as never),
          demands: new Int32Array(rows).fill(1),
          capacities: new Int32Array(columns).fill(places),
          columnDuals: new Float64Array(columns),
          unassignedCost: price,
        }),
      );
      result.freeCount = 0;
      if (price === Infinity) expect(brokenLaws(result)).toEqual([]);
      work[`${kind}: reads`] = result.best.reads;
      work[kind] = digestOf(stateOf(result), told);
    }
    expect(work).toEqual(expected[`${family}: cold`]);
  });

  it('a warm start lists near columns and reads as often as before', () => {
    const work: Record<string, number | string> = {};
    for (const [kind, rows, columns] of [
      ['square', 160, 160],
      ['places to spare', 120, 160],
    ] as const) {
      const cost = made(family, rows, columns);
      const before = solveAssignment(cost);
      if (before.status !== 'optimal') throw new Error('each of these has an answer');
      const values = Float32Array.from(cost.values);
      for (let j = 0; j < columns; j++) values[3 * columns + j] = cost.values[5 * columns + j]!;
      for (let i = 0; i < rows; i++) values[i * columns + 9] = cost.values[i * columns + 2]!;
      const of = () => ({
        costs: new DenseView({ rows, columns, values }, 'test'),
        demands: new Int32Array(rows).fill(1),
        capacities: new Int32Array(columns).fill(1),
        columnDuals: Float64Array.from(before.columnDuals),
        unassignedCost: Infinity,
      });
      const listed = new Placement(of(), 64);
      work[`${kind}: pauses`] = run(listNearColumns(listed, before.rowToColumn, 0)).pauses;
      work[`${kind}: lists`] = stateOf(listed);
      work[`${kind}: listed`] = listed.best.reads;
      const warm = { preferred: before.rowToColumn, rowDuals: before.rowDuals };
      const { result, told } = run(placeUnits(of(), warm));
      result.freeCount = 0;
      expect(brokenLaws(result)).toEqual([]);
      work[`${kind}: reads`] = result.best.reads;
      work[kind] = digestOf(stateOf(result), told);
    }
    expect(work).toEqual(expected[`${family}: warm`]);
  });
});

it('first prices of very many rows ask no more than a few hundred', () => {
  const cost = made('uniform', 10_400, 20);
  const source = onDemand(cost);
  const asked = new Set<number>();
  let read = 0;
  const counted = {
    ...source,
    writeRow: (row: number, out: Float64Array) => {
      read += 1;
      source.writeRow(row, out);
    },
    entry: (row: number, column: number) => {
      asked.add(row);
      return source.entry(row, column);
    },
  };
  const { result, told } = run(
    firstPrices(
      new SourceView(counted, 'test'),
      new Int32Array(10_400).fill(1),
      new Int32Array(20).fill(600),
      new Float64Array(20),
    ),
  );
  expect([asked.size, read]).toEqual([500, 500]);
  expect({ prices: digestOf(result, told) }).toEqual(expected['first prices of many rows']);
});

describe('a selection', () => {
  it.each([60, 300, 700, 5000])('of %d columns holds the least, with a true bound', (length) => {
    const next = random(length);
    const rows = 4;
    const selection = new BestSelection(rows, length, 16, 32);
    const costs = Float64Array.from({ length: rows * length }, (_, at) =>
      at % length < length / 10 ? Infinity : at < 2 * length ? next() * 50 : Math.floor(next() * 50),
    );
    const v = new Float64Array(length);
    const old = new Float64Array(rows).fill(-Infinity);
    const work: unknown[] = [];
    for (let turn = 0; turn < 24; turn++) {
      const row = turn % rows;
      const count = selection.select(row, costs, row * length, v, old[row]!);
      const chosen = selection.columns.slice(0, count);
      const isChosen = new Set(chosen);
      expect(isChosen.size).toBe(count);
      expect(count).toBeLessThanOrEqual(32);
      const wrong = Array.from(v, (dual, j) => costs[row * length + j]! - dual).filter((q, j) =>
        isChosen.has(j) ? q > selection.bound : q < selection.bound,
      );
      expect(wrong).toEqual([]);
      work.push(chosen, selection.bound);
      old[row] = selection.bound;
      for (const j of chosen) v[j]! -= next() * 10;
    }
    expect({ chosen: digestOf(work) }).toEqual(expected[`selection of ${length}`]);
  });
});

describe('queues', () => {
  it('give the least first, of equal ones the first, and compare no more than a heap does', () => {
    let compared = 0;
    const queue = new NodeQueue<{ key: number; at: number }>((one, other) => {
      compared += 1;
      return one.key - other.key;
    });
    const next = random(5);
    const model: { key: number; at: number }[] = [];
    for (let at = 0; at < 1500; at++) {
      if (next() < 0.6) {
        const node = { key: Math.floor(next() * 12), at };
        queue.push(node);
        model.push(node);
      } else {
        model.sort((one, other) => one.key - other.key || one.at - other.at);
        expect(queue.take()).toBe(model.shift());
      }
    }
    for (const node of model.sort((one, other) => one.key - other.key || one.at - other.at))
      expect(queue.take()).toBe(node);
    expect(queue.take()).toBeUndefined();
    expect({ compared }).toEqual(expected.queue);
  });

  it('take entries of equal distance in the order they did', () => {
    const next = random(6);
    const heap = new DistanceHeap(300);
    for (let entry = 0; entry < 300; entry++) heap.push(entry, Math.floor(next() * 25) + 5);
    for (let entry = 0; entry < 300; entry += 3) heap.lower(entry, heap.key[entry]! - 4);
    const order = Int32Array.from({ length: 300 }, () => heap.pop());
    const keys = order.map((entry) => heap.key[entry]!);
    expect(keys).toEqual(keys.slice().sort());
    expect({ order: digestOf(order) }).toEqual(expected.heap);
  });
});
