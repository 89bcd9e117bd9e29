import { type Interval, newcombeInterval, wilsonInterval } from '../../src/statistics/index.js';
import { type Random, randomFrom } from './random.js';

/** How often intervals held the truth. */
export interface Coverage {
  /** Mean over the grid. */
  readonly mean: number;
  /** The cell of the grid that held least often. */
  readonly least: number;
  readonly intervals: number;
}

const sizes = [5, 8, 12, 20, 35, 60, 100];
const shares = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];

/** Draws `draws` samples in every cell of a grid of sizes and shares, and counts the Wilson intervals that hold the share. */
export function wilsonCoverage(seed: number, draws: number): Coverage {
  const random = randomFrom(seed);
  const cells = sizes.flatMap((n) => shares.map((share) => ({ n, share })));
  return over(cells, draws, ({ n, share }) => holds(wilsonInterval(hitsOf(random, n, share), n), share));
}

/** The same for Newcombe's intervals of a difference. */
export function newcombeCoverage(seed: number, draws: number): Coverage {
  const random = randomFrom(seed);
  const cells = sizes.flatMap((n1) =>
    sizes.flatMap((n2) =>
      shares.flatMap((p1) => shares.filter((p2) => p2 <= p1).map((p2) => ({ n1, n2, p1, p2 }))),
    ),
  );
  return over(cells, draws, ({ n1, n2, p1, p2 }) =>
    holds(
      newcombeInterval({ hits: hitsOf(random, n1, p1), n: n1 }, { hits: hitsOf(random, n2, p2), n: n2 }),
      p1 - p2,
    ),
  );
}

function over<Cell>(cells: readonly Cell[], draws: number, holdsOnce: (cell: Cell) => boolean): Coverage {
  const held = cells.map((cell) => {
    let count = 0;
    for (let draw = 0; draw < draws; draw += 1) if (holdsOnce(cell)) count += 1;
    return count / draws;
  });
  const mean = held.reduce((sum, share) => sum + share, 0) / held.length;
  return { mean, least: Math.min(...held), intervals: cells.length * draws };
}

function hitsOf(random: Random, n: number, share: number): number {
  let hits = 0;
  for (let each = 0; each < n; each += 1) if (random.next() < share) hits += 1;
  return hits;
}

function holds({ low, high }: Interval, truth: number): boolean {
  return low <= truth + 1e-12 && truth - 1e-12 <= high;
}
