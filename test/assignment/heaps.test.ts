import { describe, expect, it } from 'vitest';
import { BestColumns } from '../../src/assignment/best-columns.js';
import { ColumnsBelow } from '../../src/assignment/columns-below.js';
import type { CostView } from '../../src/assignment/cost-view.js';
import { DenseView } from '../../src/assignment/cost-view.js';
import { DistanceHeap } from '../../src/assignment/distance-heap.js';
import { IndexHeap } from '../../src/assignment/index-heap.js';
import { random } from './instances.js';

describe('heaps', () => {
  it('give the nearest entry, also after distances were lowered', () => {
    const next = random(1);
    const heap = new DistanceHeap(40);
    const inside = new Set<number>();
    for (let step = 0; step < 2000; step++) {
      const entry = Math.floor(next() * 40);
      const key = Math.floor(next() * 20);
      if (next() < 0.4 && inside.size > 0) {
        const least = Math.min(...[...inside].map((each) => heap.key[each]!));
        expect(heap.least()).toBe(least);
        const taken = heap.pop();
        expect(heap.key[taken]).toBe(least);
        expect(inside.delete(taken)).toBe(true);
      } else if (!inside.has(entry)) {
        inside.add(entry);
        heap.push(entry, key);
      } else if (key < heap.key[entry]!) heap.lower(entry, key);
      expect(heap.size).toBe(inside.size);
    }
  });

  it('give the two highest indices, also after values fell', () => {
    const next = random(2);
    const values = new Float64Array(30);
    const heap = new IndexHeap(30, values);
    for (const length of [1, 2, 3, 30]) {
      for (let index = 0; index < 30; index++) values[index] = Math.floor(next() * 50);
      const held = Int32Array.from({ length }, (_, at) => 29 - at);
      heap.fill(held);
      for (let step = 0; step < 200; step++) {
        const sorted = [...held].map((index) => values[index]!).sort((one, other) => other - one);
        expect(values[heap.first()]).toBe(sorted[0]);
        const second = heap.second();
        expect(second < 0 ? undefined : values[second]).toBe(sorted[1]);
        const fallen = next() < 0.5 ? heap.first() : held[Math.floor(next() * length)]!;
        values[fallen]! -= Math.floor(next() * 10);
        heap.sink(fallen);
      }
    }
  });
});

describe('the cheapest columns of a row', () => {
  it.each([
    ['few', 50],
    ['many', 400],
    ['very many', 4500],
  ])('are found as by looking at all, while duals fall (%s columns)', (_, columns) => {
    const next = random(3);
    const rows = 6;
    const isTied = (row: number) => row % 3 === 2;
    const values = Float64Array.from({ length: rows * columns }, (__, at) => {
      const row = Math.floor(at / columns);
      return next() < 0.05 ? Infinity : isTied(row) ? Math.floor(next() * 4) : next() * 100;
    });
    const v = new Float64Array(columns);
    const best = new BestColumns(
      new DenseView({ rows, columns, values }, '', true),
      v,
      Math.min(24, columns),
    );
    for (let turn = 0; turn < 90; turn++) {
      const row = turn % rows;
      const reduced = Array.from(v, (dual, j) => values[row * columns + j]! - dual);
      const [least, second] = reduced.slice().sort((one, other) => one - other);
      best.lookExactly(row);
      expect([best.least, best.second]).toEqual([least, second]);
      expect(reduced[best.leastColumn]).toBe(least);
      expect(reduced[best.secondColumn]).toBe(second);
      expect(best.leastColumn).not.toBe(best.secondColumn);
      expect(best.leastCost).toBe(values[row * columns + best.leastColumn]);
      const kept = best.columns.slice(best.starts[row], best.ends[row]);
      expect(new Set(kept).size).toBe(kept.length);
      expect(kept.length).toBeLessThanOrEqual(48);
      const isKept = new Set(kept);
      const rest = reduced.filter((_q, j) => !isKept.has(j));
      expect(rest.every((q) => q >= best.bounds[row]!)).toBe(true);
      v[best.leastColumn]! -= second! - least! + next();
    }
    // Each row was read a few times, not at every turn.
    expect(best.reads).toBeLessThan(60);
  });

  it('are taken from elsewhere only where there is room for all of them', () => {
    const values = Float64Array.from([5, 1, 4, 2, 8, 3, 9, 7]);
    const zero = new Float64Array(4);
    for (const kept of [1, 2]) {
      // A row keeps up to twice the columns asked for, but never more than there are.
      const best = new BestColumns(new DenseView({ rows: 2, columns: 4, values }, '', true), zero, kept);
      expect(best.starts[1]! - best.starts[0]!).toBe(2 * kept);
      for (const row of [0, 1]) {
        const costs = values.subarray(4 * row, 4 * row + 4);
        const below = (count: number) => {
          const found = new ColumnsBelow(4);
          found.gather(costs, zero, [...costs].sort((one, other) => one - other)[count - 1]! + 0.5);
          return found;
        };
        expect(best.keep(row, below(2 * kept), costs, 6)).toBe(true);
        const few = [...below(2 * kept).columns.subarray(0, 2 * kept)];
        if (kept === 1) expect(best.keep(row, below(3), costs, 7)).toBe(false);
        expect([...best.columns.subarray(best.starts[row], best.ends[row])]).toEqual(few);
        expect([...best.costs.subarray(best.starts[row], best.ends[row])]).toEqual(few.map((j) => costs[j]));
        expect(best.bounds[row]).toBe(6);
      }
      expect(best.reads).toBe(2);
    }
  });

  it('below a bound are all there is, alone and beside another row, or more than are wanted', () => {
    for (let seed = 0; seed < 400; seed++) {
      const next = random(seed);
      const length = Math.floor(next() * 30);
      const most = Math.floor(next() * 12);
      const drawn = () => Float64Array.from({ length }, () => Math.floor(next() * 20));
      const v = drawn();
      const rows = [drawn(), drawn()].map((costs) => ({ costs, bound: Math.floor(next() * 30) - 15 }));
      const [one, other] = rows as [(typeof rows)[0], (typeof rows)[0]];
      const beside = new ColumnsBelow(most);
      const besideOther = new ColumnsBelow(most);
      beside.gatherBeside(one.costs, one.bound, besideOther, other.costs, other.bound, v);
      for (const [{ costs, bound }, found] of [
        [one, beside],
        [other, besideOther],
      ] as const) {
        const wanted = [...costs.keys()].filter((j) => costs[j]! - v[j]! < bound);
        const alone = new ColumnsBelow(most);
        alone.gather(costs, v, bound);
        for (const { count, columns, reduced } of [alone, found]) {
          expect(count > most).toBe(wanted.length > most);
          if (count > most) continue;
          expect([...columns.subarray(0, count)]).toEqual(wanted);
          expect([...reduced.subarray(0, count)]).toEqual(wanted.map((j) => costs[j]! - v[j]!));
        }
      }
    }
  });

  it('of costs on demand are asked for no farther than what is kept makes worth while', () => {
    const columns = 40;
    const ceilings: number[] = [];
    const answers = [
      { count: 15, bound: 20 },
      { count: 20, bound: 30 },
      { count: 20, bound: 25 },
    ];
    const selector = {
      columns: Int32Array.from({ length: columns }, (_, at) => columns - 1 - at),
      costs: Float64Array.from({ length: columns }, (_, at) => columns - 1 - at),
      bound: 0,
      select: (_row: number, _duals: Float64Array, ceiling: number) => {
        const { count, bound } = answers[ceilings.length]!;
        ceilings.push(ceiling);
        selector.bound = bound;
        return count;
      },
      forget: () => {},
    };
    const view = { rows: 1, columns, selector: () => selector } as unknown as CostView;
    const v = new Float64Array(columns);
    const best = new BestColumns(view, v, columns);
    const kept = () => [...best.columns.subarray(0, best.ends[0])];
    best.refresh(0);
    expect([best.ends[0], best.bounds[0]]).toEqual([15, 20]);
    best.refresh(0);
    expect(kept()).toEqual([...selector.columns.subarray(0, 20)]);
    v.fill(-3);
    best.refresh(0);
    // A bound that held once holds on, as duals only fall.
    expect(best.bounds[0]).toBe(30);
    // Fifteen are too few to guess from; of twenty, 20 … 39 at −3, a share of 0.3 lies below 26 + 3.
    expect(ceilings).toEqual([Infinity, Infinity, 29]);
    expect(best.reads).toBe(3);
    best.forget();
    expect([best.ends[0], best.bounds[0]]).toEqual([0, -Infinity]);
  });

  it('stay known when all duals rise or fall by the same', () => {
    const next = random(9);
    const rows = 5;
    const columns = 90;
    const values = Float64Array.from({ length: rows * columns }, () => Math.floor(next() * 500));
    const v = new Float64Array(columns);
    const best = new BestColumns(new DenseView({ rows, columns, values }, '', true), v, 8);
    for (let row = 0; row < rows; row++) best.lookExactly(row);
    const before = best.bounds.slice();
    const { reads } = best;
    for (const amount of [7, -20]) {
      v.forEach((dual, j) => {
        v[j] = dual + amount;
      });
      best.shift(amount);
    }
    expect([...best.bounds]).toEqual([...before.map((bound) => bound + 13)]);
    for (let row = 0; row < rows; row++) {
      best.lookExactly(row);
      const reduced = Array.from(v, (dual, j) => values[row * columns + j]! - dual);
      expect(best.least).toBe(Math.min(...reduced));
    }
    expect(best.reads).toBe(reads);
  });

  it('have room only for rows that take part', () => {
    const view = new DenseView({ rows: 4, columns: 50, values: new Float64Array(200) }, '', true);
    const best = new BestColumns(view, new Float64Array(50), 10, Int32Array.of(0, 2, 0, 1));
    expect([best.columns.length, best.costs.length, ...best.starts]).toEqual([40, 40, 0, 0, 20, 20]);
    best.refresh(1);
    best.refresh(3);
    expect(best.ends[1]! - best.starts[1]!).toBeGreaterThanOrEqual(10);
    expect(best.ends[1]).toBeLessThanOrEqual(best.starts[3]!);
    expect(best.ends[3]).toBeLessThanOrEqual(40);
  });
});
