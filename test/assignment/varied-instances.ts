import { families, matrix } from '../../benchmarks/assignment/families.mjs';
import { type AssignmentOptions, costMatrix } from '../../src/assignment/index.js';
import { type Instance, modes, random } from './instances.js';

type Make = (rows: number, columns: number, next: () => number) => ArrayLike<number>;

const each = (costOf: (next: () => number, at: number) => number): Make => {
  return (rows, columns, next) => Float64Array.from({ length: rows * columns }, (_, at) => costOf(next, at));
};

/** Every family of the benchmark, and matrices that once broke some solver. */
const makers: Readonly<Record<string, Make>> = {
  ...Object.fromEntries(
    Object.keys(families).map((family): [string, Make] => [
      family,
      (rows, columns, next) => matrix(family, rows, columns, Math.floor(next() * 2 ** 31)),
    ]),
  ),
  'three values': each((next) => Math.floor(next() * 3)),
  constant: each(() => 7),
  'one huge entry': each((next, at) => (at === 3 ? 1e15 : Math.floor(next() * 100))),
  'up to ±1e15': each((next) => Math.round((next() * 2 - 1) * 1e15)),
  'all 1e15 or −1e15': each((next) => (next() < 0.5 ? 1e15 : -1e15)),
  subnormal: each((next) => Math.floor(next() * 100) * Number.MIN_VALUE),
  negative: each((next) => Math.floor(next() * -1e6)),
  'some forbidden': each((next) => (next() < 0.3 ? Infinity : Math.floor(next() * 20) - 10)),
  'most forbidden': each((next) => (next() < 0.8 ? Infinity : Math.floor(next() * 1000))),
  'all forbidden': each(() => Infinity),
};

export const familyNames = Object.keys(makers);

/**
 * An instance of every kind in turn: families, shapes (square, wide, tall, one row, one column, empty), modes, and
 * capacities from 0 to the number of rows.
 *
 * @param largest rows and columns are at most so many
 */
export function variedInstance(seed: number, largest: number): Instance {
  const next = random(seed * 2654435761);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const family = familyNames[seed % familyNames.length]!;
  const n = whole(1, largest);
  const m = whole(1, largest);
  const shapes: readonly (readonly [number, number])[] = [
    [n, n],
    [n, n],
    [n, m],
    [Math.min(n, m), Math.max(n, m)],
    [Math.max(n, m), Math.min(n, m)],
    [1, m],
    [n, 1],
    [0, m],
    [n, 0],
  ];
  const [rows, columns] = shapes[whole(0, shapes.length - 1)]!;
  const values = makers[family]!(rows, columns, next);
  const mode = modes[whole(0, 2)]!;
  const price = Array.prototype.find.call(values, (value: number) => value < Infinity && next() < 0.3) ?? 1;
  const most = [1, 3, rows][whole(0, 2)]!;
  const options: AssignmentOptions = {
    ...(next() < 0.5 ? { capacities: Int32Array.from({ length: columns }, () => whole(0, most)) } : {}),
    unassigned: mode === 'price' ? price : mode,
  };
  const places = options.capacities === undefined ? 'one place each' : `0…${most} places`;
  const name = `seed ${seed}: ${family} ${rows} × ${columns}, ${mode}, ${places}`;
  return { name, cost: costMatrix(rows, columns, values), options };
}
