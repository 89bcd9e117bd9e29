import type { AssignmentOptions, CostMatrix } from '../../src/assignment/index.js';

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Instance {
  readonly name: string;
  readonly cost: CostMatrix;
  readonly options: AssignmentOptions;
}

export const modes = ['forbid', 'most', 'price'] as const;

/** A small problem: whole costs, often tied, some pairs forbidden, capacities 0 … 3 or none. */
export function smallInstance(seed: number, mode: (typeof modes)[number], largest = 6): Instance {
  const next = random(seed * 7919 + modes.indexOf(mode));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const rows = whole(0, largest);
  const columns = whole(0, largest);
  const forbidden = [0, 0.2, 0.5, 0.8][whole(0, 3)]!;
  const spread = [1, 3, 10, 1000][whole(0, 3)]!;
  const values = Float64Array.from({ length: rows * columns }, () =>
    next() < forbidden ? Infinity : whole(-spread, spread),
  );
  const hasCapacities = next() < 0.6;
  const options: AssignmentOptions = {
    ...(hasCapacities ? { capacities: Int32Array.from({ length: columns }, () => whole(0, 3)) } : {}),
    unassigned: mode === 'price' ? whole(-spread, spread) : mode,
  };
  return { name: `seed ${seed}, ${mode}, ${rows} × ${columns}`, cost: { rows, columns, values }, options };
}
