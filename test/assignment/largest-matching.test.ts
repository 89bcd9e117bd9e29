import { describe, expect, it } from 'vitest';
import { DenseView } from '../../src/assignment/cost-view.js';
import { Holders } from '../../src/assignment/holders.js';
import type { CostMatrix } from '../../src/assignment/index.js';
import { largestMatching } from '../../src/assignment/largest-matching.js';
import { allowedPairs, type Pattern } from '../../src/assignment/pattern.js';
import { SourceView } from '../../src/assignment/source-view.js';
import { runSteps } from '../../src/core/index.js';
import { random } from './instances.js';
import pinned from './pinned-work.json' with { type: 'json' };
import { onDemand } from './solve-every-way.js';

const expected: Readonly<Record<string, Readonly<Record<string, number | string>>>> = pinned;

/** As `pattern`, counting what is asked of it. */
function counting(pattern: Pattern) {
  const asked = { positions: 0, pairs: 0 };
  const counted: Pattern = {
    rows: pattern.rows,
    columns: pattern.columns,
    first: (row) => pattern.first(row),
    next: (row, from) => {
      asked.positions += 1;
      return pattern.next(row, from);
    },
    columnAt: (position) => pattern.columnAt(position),
    isAllowed:
      pattern.isAllowed &&
      ((row, column) => {
        asked.pairs += 1;
        return pattern.isAllowed!(row, column);
      }),
  };
  return { counted, asked };
}

const shapes: readonly (readonly [rows: number, columns: number, forbidden: number, most: number])[] = [
  [60, 60, 0.5, 1],
  [60, 60, 0.95, 1],
  [90, 30, 0.9, 3],
  [80, 80, 0.97, 2],
  [40, 120, 0.99, 1],
  [120, 15, 0.2, 4],
  [150, 150, 0.98, 1],
];

describe('a largest matching', () => {
  it('is proven by its cover, and asks for as many pairs as before', () => {
    const work: Record<string, string> = {};
    for (const [rows, columns, forbidden, most] of shapes) {
      const next = random(rows * columns);
      const values = Float64Array.from({ length: rows * columns }, () => (next() < forbidden ? Infinity : 1));
      const cost: CostMatrix = { rows, columns, values };
      const capacities = Int32Array.from({ length: columns }, () => Math.floor(next() * (most + 1)));
      for (const [kind, view] of [
        ['dense', new DenseView(cost, 'test')],
        ['on demand', new SourceView(onDemand(cost), 'test')],
      ] as const) {
        const { counted, asked } = counting(allowedPairs(view));
        const holders = new Holders(rows, columns);
        // Some were placed before.
        for (let row = 0; row < rows; row += 9) {
          const column = values.subarray(row * columns, (row + 1) * columns).indexOf(1);
          if (column >= 0 && holders.count[column]! < capacities[column]!) holders.place(row, column);
        }
        const { rowCover, columnCover } = runSteps(largestMatching(counted, capacities, holders));
        let cover = rowCover.reduce((sum, covered) => sum + covered, 0);
        columnCover.forEach((covered, column) => {
          cover += covered * capacities[column]!;
        });
        let matched = 0;
        holders.columnOf.forEach((column, row) => {
          if (column < 0) return;
          matched += 1;
          expect(values[row * columns + column]).toBe(1);
        });
        holders.count.forEach((count, column) => {
          expect(count).toBeLessThanOrEqual(capacities[column]!);
        });
        expect(cover).toBe(matched);
        values.forEach((value, at) => {
          const touched = rowCover[Math.floor(at / columns)]! + columnCover[at % columns]!;
          if (value === 1 && touched === 0) throw new Error(`pair ${at} is not covered`);
        });
        work[`${rows} × ${columns}, ${kind}`] = `${asked.positions}, ${asked.pairs}`;
      }
    }
    expect(work).toEqual(expected['largest matchings']);
  });
});
