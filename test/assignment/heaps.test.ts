import { describe, expect, it } from 'vitest';
import { BestColumns } from '../../src/assignment/best-columns.js';
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
});
