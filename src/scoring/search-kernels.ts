/** The inner loops of `RowSearch`; each a function by itself, so that it is compiled once and well. */

/** Lists the places that may reach the bar, with the most that their tallied factors add. */
export function sift(
  packed: Int32Array,
  length: number,
  low: Float64Array,
  high: Float64Array,
  lowBits: number,
  pay: Float64Array,
  start: number,
  bar: number,
  survivors: Int32Array,
  partial: Int32Array,
): number {
  const mask = (1 << lowBits) - 1;
  let found = 0;
  for (let at = 0; at < length; at++) {
    const number = packed[at]!;
    const most = low[number & mask]! + high[number >>> lowBits]!;
    if (most + pay[start + at]! > bar) {
      survivors[found] = at;
      partial[found] = most;
      found += 1;
    }
  }
  return found;
}

export function addOnes(
  packed: Int32Array,
  places: Int32Array,
  first: number,
  last: number,
  start: number,
  step: number,
): void {
  for (let at = first; at < last; at++) packed[places[at]! - start]! += step;
}

/** The step of each level stands in `steps` from `offset` on. */
export function addSteps(
  packed: Int32Array,
  places: Int32Array,
  levels: Uint8Array,
  first: number,
  last: number,
  start: number,
  steps: Int32Array,
  offset: number,
): void {
  for (let at = first; at < last; at++) packed[places[at]! - start]! += steps[offset + levels[at]!]!;
}

/** About the golden section of `blocks`, without a common divisor: every block comes once, neighbours late. */
export function strideOver(blocks: number): number {
  if (blocks < 2) return 0;
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  let stride = Math.max(1, Math.round(blocks * 0.618));
  while (divisor(stride, blocks) !== 1) stride += 1;
  return stride % blocks;
}
