import { describe, expect, it } from 'vitest';
import { holdsWholeNumbersOnly } from '../../src/assignment/cost-matrix.js';
import {
  ColumnView,
  type CostView,
  DenseView,
  holdsCosts,
  SparseView,
} from '../../src/assignment/cost-view.js';
import { type CostMatrix, type SparseCosts, solveAssignment } from '../../src/assignment/index.js';
import { neighbours } from '../../src/assignment/neighbours.js';
import { allowedPairs, TightPairs } from '../../src/assignment/pattern.js';
import { SourceView } from '../../src/assignment/source-view.js';
import { SquareView } from '../../src/assignment/square-view.js';
import { byColumns, transpose } from '../../src/assignment/transpose.js';
import { random } from './instances.js';
import { compressed, onDemand } from './solve-every-way.js';

const shapes = [
  [1, 1],
  [3, 70],
  [70, 3],
  [33, 34],
] as const;

function made([rows, columns]: readonly [number, number], share: number): CostMatrix {
  const next = random(rows * 100 + columns);
  const values = Float64Array.from({ length: rows * columns }, () =>
    next() < share ? Infinity : Math.floor(next() * 50) - 10,
  );
  return { rows, columns, values };
}

const turned = ({ rows, columns, values }: CostMatrix): CostMatrix => ({
  rows: columns,
  columns: rows,
  values: Float64Array.from(
    { length: rows * columns },
    (_, at) => values[(at % rows) * columns + Math.floor(at / rows)]!,
  ),
});

const squared = ({ rows, columns, values }: CostMatrix, outside: number): CostMatrix => ({
  rows: rows + 1,
  columns: columns + 1,
  values: Float64Array.from({ length: (rows + 1) * (columns + 1) }, (_, at) => {
    const row = Math.floor(at / (columns + 1));
    const column = at % (columns + 1);
    return row === rows ? 0 : column === columns ? outside : values[row * columns + column]!;
  }),
});

const single = (cost: CostMatrix): CostMatrix => ({ ...cost, values: Float32Array.from(cost.values) });
const listed = (cost: CostMatrix): CostMatrix => ({ ...cost, values: Array.from(cost.values) });

/** Every way to look at a matrix, and what has to be seen there. */
function viewsOf(cost: CostMatrix): Record<string, [CostView, CostMatrix]> {
  const dense = () => new DenseView(cost, 'test');
  const sparse = () => new SparseView(compressed(cost) as SparseCosts);
  const source = () => new SourceView(onDemand(cost), 'test');
  return {
    dense: [dense(), cost],
    'dense, single precision': [new DenseView(single(cost), 'test'), cost],
    'dense, a list': [new DenseView(listed(cost), 'test'), cost],
    sparse: [sparse(), cost],
    'on demand': [source(), cost],
    'made square': [new SquareView(source(), { outside: 17 }), squared(cost, 17)],
    'dense by columns': [new ColumnView(dense()), turned(cost)],
    'sparse by columns': [byColumns(sparse()), turned(cost)],
    'on demand by columns': [byColumns(source()), turned(cost)],
    'dense turned': [transpose(dense()), turned(cost)],
    'single precision turned': [transpose(new DenseView(single(cost), 'test')), turned(cost)],
    'list turned': [transpose(new DenseView(listed(cost), 'test')), turned(cost)],
    'sparse turned': [transpose(sparse()), turned(cost)],
    'on demand turned': [transpose(source()), turned(cost)],
  };
}

describe.each(shapes.map((shape) => [`${shape[0]} × ${shape[1]}`, shape] as const))(
  'a view of %s',
  (_, shape) => {
    it.each([0, 0.4, 0.95])('says the same of every pair, however it is asked (%d forbidden)', (share) => {
      for (const [name, [view, cost]] of Object.entries(viewsOf(made(shape, share)))) {
        expect([view.rows, view.columns], name).toEqual([cost.rows, cost.columns]);
        const pattern = allowedPairs(view);
        // Not in order, so that nothing is left from the row before.
        for (let at = 0; at < cost.rows; at++) {
          const row = (at * 29 + 5) % cost.rows;
          const own = Float64Array.from(cost.values).slice(row * cost.columns, (row + 1) * cost.columns);
          const all = Array.from(own, (___, column) => view.entry(row, column));
          expect(all, name).toEqual([...own]);
          view.load(row);
          const read = new Float64Array(cost.columns).fill(Infinity);
          let before = -1;
          for (let t = view.start; t < view.end; t++) {
            expect(view.columnAt[t]).toBeGreaterThan(before);
            before = view.columnAt[t]!;
            read[before] = view.costAt[t]!;
          }
          expect(read, name).toEqual(own);
          if (!(view instanceof SparseView)) {
            const start = view.prepare(row);
            expect([...view.rowValues.slice(start, start + cost.columns)], name).toEqual([...own]);
          }
          const allowed = [...own.keys()].filter((column) => own[column] !== Infinity);
          const found: number[] = [];
          for (let at = pattern.next(row, pattern.first(row)); at >= 0; at = pattern.next(row, at + 1))
            found.push(pattern.columnAt(at));
          expect(found, name).toEqual(allowed);
          expect(neighbours(view, [row]), name).toEqual(allowed);
          if (pattern.isAllowed !== undefined)
            expect([...own.keys()].filter((column) => pattern.isAllowed?.(row, column))).toEqual(allowed);
        }
      }
    });

    it('finds the tight pairs of a row, and the columns that some of several rows may have', () => {
      const cost = made(shape, 0.6);
      const { rows, columns, values } = cost;
      const u = Float64Array.from({ length: rows }, (__, row) => row % 4);
      const v = Float64Array.from({ length: columns }, (__, column) => column % 3);
      const some = Array.from({ length: rows }, (__, row) => row).filter((row) => row % 3 !== 1);
      const met = Array.from({ length: columns }, (__, column) => column).filter((column) =>
        some.some((row) => values[row * columns + column] !== Infinity),
      );
      for (const [name, [view, of]] of Object.entries(viewsOf(cost))) {
        if (of !== cost) continue;
        const tight = new TightPairs(view, u, v);
        for (let row = rows - 1; row >= 0; row--) {
          const found: number[] = [];
          for (let at = tight.next(row, tight.first(row)); at >= 0; at = tight.next(row, at + 1))
            found.push(tight.columnAt(at));
          const expected = [...v.keys()].filter((j) => values[row * columns + j]! - v[j]! === u[row]);
          expect(found, name).toEqual(expected);
        }
        expect(neighbours(view, some), name).toEqual(met);
        expect(neighbours(view, []), name).toEqual([]);
      }
    });
  },
);

describe('arrays of costs', () => {
  it('of whole numbers need no look at their entries, all others do', () => {
    for (const kind of [
      Int8Array,
      Uint8Array,
      Uint8ClampedArray,
      Int16Array,
      Uint16Array,
      Int32Array,
      Uint32Array,
    ])
      expect(holdsWholeNumbersOnly(new kind(3)), kind.name).toBe(true);
    for (const values of [new Float32Array(3), new Float64Array(3), [1, 2, 3], { length: 0 }])
      expect(holdsWholeNumbersOnly(values)).toBe(false);
  });

  it('hold costs exactly where neither NaN nor −Infinity is among them, wherever it stands', () => {
    for (let length = 0; length < 11; length++)
      for (const kind of [Float64Array, Float32Array])
        for (const start of [0, 2]) {
          const values = new kind(start + length + 2).fill(3);
          values[start + length] = NaN;
          if (start > 0) values[start - 1] = -Infinity;
          expect(holdsCosts(values, start, length)).toBe(true);
          for (let at = start; at < start + length; at++) {
            for (const broken of [NaN, -Infinity]) {
              values[at] = broken;
              expect(holdsCosts(values, start, length), `${broken} at ${at} of ${length}`).toBe(false);
            }
            values[at] = Infinity;
            expect(holdsCosts(values, start, length)).toBe(true);
          }
        }
  });

  it('are refused where a broken entry is met late, by every way to read them', () => {
    const rows = 130;
    const values = new Float64Array(rows * rows).fill(1);
    values[rows * rows - 2] = NaN;
    for (const given of [values, Float32Array.from(values), [...values]])
      for (const options of [{}, { unassigned: 'most' }, { unassigned: 3 }] as const)
        expect(() => solveAssignment({ rows, columns: rows, values: given }, options)).toThrow(
          'values[16898] (row 129, column 128) is NaN',
        );
  });
});
