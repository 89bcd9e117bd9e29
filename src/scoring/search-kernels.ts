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
  end: number,
  step: number,
): void {
  for (let at = first; at < last; at++) {
    const place = places[at]!;
    if (place >= end) return;
    packed[place - start]! += step;
  }
}

export function addSteps(
  packed: Int32Array,
  places: Int32Array,
  levels: Uint8Array,
  first: number,
  last: number,
  start: number,
  end: number,
  steps: Int32Array,
): void {
  for (let at = first; at < last; at++) {
    const place = places[at]!;
    if (place >= end) return;
    packed[place - start]! += steps[levels[at]!]!;
  }
}

/** The first position from `low` to `high` whose place is not before `place`. */
export function firstFrom(places: Int32Array, low: number, high: number, place: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle]! < place) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** About the golden section of `blocks`, without a common divisor: every block comes once, neighbours late. */
export function strideOver(blocks: number): number {
  if (blocks < 2) return 0;
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  let stride = Math.max(1, Math.round(blocks * 0.618));
  while (divisor(stride, blocks) !== 1) stride += 1;
  return stride % blocks;
}
