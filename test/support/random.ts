/** Chance that can be repeated, for tests and benchmarks. */
export interface Random {
  /** The next number in [0, 1), a multiple of 2⁻³². */
  next(): number;
  /** A whole number from `lowest` to `highest`, both included. */
  whole(lowest: number, highest: number): number;
  /** A draw from the standard normal distribution. */
  normal(): number;
}

/**
 * mulberry32 (Tommy Ettinger, public domain): 32 bits of state, every state visited once in 2³² draws.
 *
 * @param seed whole number, 0 … 2³²−1
 */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    whole: (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1)),
    // Box & Muller (1958), doi:10.1214/aoms/1177706645; 1 − next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/**
 * Draws whole numbers from 0 to `count` − 1, rank r with probability proportional to 1 / (r + 1)^`exponent`
 * (Zipf's law): a few are common, most are rare.
 */
export function zipf(random: Random, count: number, exponent: number): () => number {
  const cumulative = new Float64Array(count);
  let total = 0;
  for (let rank = 0; rank < count; rank++) {
    total += (rank + 1) ** -exponent;
    cumulative[rank] = total;
  }
  return () => {
    const target = random.next() * total;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Draws until there are `count` different ones, in order of drawing. */
export function drawDistinct(draw: () => number, count: number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(draw());
  return [...drawn];
}
