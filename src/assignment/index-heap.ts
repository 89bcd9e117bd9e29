/** Indices in a binary heap by a value of each, the highest first. Values lie outside and may only fall. */
export class IndexHeap {
  readonly #values: Float64Array;
  readonly #heap: Int32Array;
  readonly #position: Int32Array;
  #size = 0;

  constructor(length: number, values: Float64Array) {
    this.#values = values;
    this.#heap = new Int32Array(length);
    this.#position = new Int32Array(length).fill(-1);
  }

  /** Holds these indices and no others. O(n · log n) */
  fill(indices: Int32Array): void {
    this.#position.fill(-1);
    this.#size = indices.length;
    // A sorted list is a heap.
    const sorted = indices
      .slice()
      .sort((one, other) => this.#values[other]! - this.#values[one]! || one - other);
    for (let at = 0; at < sorted.length; at++) this.#put(sorted[at]!, at);
  }

  first(): number {
    return this.#heap[0]!;
  }

  /** The second highest, −1 = there is none. */
  second(): number {
    if (this.#size < 2) return -1;
    const one = this.#heap[1]!;
    if (this.#size < 3) return one;
    const other = this.#heap[2]!;
    return this.#values[other]! > this.#values[one]! ? other : one;
  }

  /** The value of an index has fallen. */
  sink(index: number): void {
    const value = this.#values[index]!;
    let at = this.#position[index]!;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (right < this.#size && this.#values[this.#heap[right]!]! > this.#values[this.#heap[child]!]!)
        child = right;
      const below = this.#heap[child]!;
      if (this.#values[below]! <= value) break;
      this.#put(below, at);
      at = child;
    }
    this.#put(index, at);
  }

  #put(index: number, at: number): void {
    this.#heap[at] = index;
    this.#position[index] = at;
  }
}
