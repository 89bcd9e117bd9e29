/** The inner loops of `RowSearch`; each a function by itself, so that it is compiled once and well. */

/**
 * Lists the places from `from` to `to` − 1 that may reach the bar, behind those that were listed `before`, with the
 * most that their tallied factors add. All are whole numbers, so that nothing has to be converted.
 *
 * @returns how many are listed now
 */
export function sift(
  packed: Int32Array,
  from: number,
  to: number,
  low: Int32Array,
  high: Int32Array,
  lowBits: number,
  pay: Int32Array,
  start: number,
  bar: number,
  survivors: Int32Array,
  partial: Int32Array,
  before: number,
): number {
  const mask = (1 << lowBits) - 1;
  let found = before;
  let at = from;
  while (at < to) {
    // Most are below the bar: passed over four at a time.
    for (const end = to - 3; at < end; at += 4) {
      const one = packed[at]!;
      const two = packed[at + 1]!;
      const three = packed[at + 2]!;
      const four = packed[at + 3]!;
      if (
        ((low[one & mask]! + high[one >>> lowBits]! + pay[start + at]!) | 0) > bar ||
        ((low[two & mask]! + high[two >>> lowBits]! + pay[start + at + 1]!) | 0) > bar ||
        ((low[three & mask]! + high[three >>> lowBits]! + pay[start + at + 2]!) | 0) > bar ||
        ((low[four & mask]! + high[four >>> lowBits]! + pay[start + at + 3]!) | 0) > bar
      )
        break;
    }
    for (const end = Math.min(to, at + 4); at < end; at++) {
      const number = packed[at]!;
      const most = (low[number & mask]! + high[number >>> lowBits]!) | 0;
      if (((most + pay[start + at]!) | 0) <= bar) continue;
      survivors[found] = at;
      partial[found] = most;
      found += 1;
    }
  }
  return found;
}

export function addStep(
  packed: Int32Array,
  places: Uint16Array,
  first: number,
  last: number,
  step: number,
): void {
  let at = first;
  // Four at a time: the loop itself costs as much as what it does.
  for (const end = last - 3; at < end; at += 4) {
    packed[places[at]!]! += step;
    packed[places[at + 1]!]! += step;
    packed[places[at + 2]!]! += step;
    packed[places[at + 3]!]! += step;
  }
  for (; at < last; at++) packed[places[at]!]! += step;
}

/** The step of each level stands in `steps` from `offset` on. */
export function addSteps(
  packed: Int32Array,
  places: Uint16Array,
  levels: Uint8Array,
  first: number,
  last: number,
  steps: Int32Array,
  offset: number,
): void {
  for (let at = first; at < last; at++) packed[places[at]!]! += steps[offset + levels[at]!]!;
}

/** About the golden section of `blocks`, without a common divisor: every block comes once, neighbours late. */
export function strideOver(blocks: number): number {
  if (blocks < 2) return 0;
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  let stride = Math.max(1, Math.round(blocks * 0.618));
  while (divisor(stride, blocks) !== 1) stride += 1;
  return stride % blocks;
}
