/**
 * A binary heap of entries 0 … n − 1 by ascending key, with decrease-key. Keys are in `key`; an entry keeps
 * its key after it was taken.
 */
export class DistanceHeap {
  readonly key: Float64Array;
  size = 0;
  readonly #heap: Int32Array;
  readonly #place: Int32Array;

  constructor(entries: number) {
    this.key = new Float64Array(entries);
    this.#heap = new Int32Array(entries);
    this.#place = new Int32Array(entries);
  }

  /** The least key; only where `size` > 0. */
  least(): number {
    return this.key[this.#heap[0]!]!;
  }

  clear(): void {
    this.size = 0;
  }

  /** Adds an entry that is not in the heap. */
  push(entry: number, key: number): void {
    this.key[entry] = key;
    this.#rise(entry, key, this.size++);
  }

  /** Lowers the key of an entry that is in the heap. */
  lower(entry: number, key: number): void {
    this.key[entry] = key;
    this.#rise(entry, key, this.#place[entry]!);
  }

  #rise(entry: number, entryKey: number, from: number): void {
    const heap = this.#heap;
    const place = this.#place;
    const { key } = this;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above]!;
      if (key[other]! <= entryKey) break;
      heap[at] = other;
      place[other] = at;
      at = above;
    }
    heap[at] = entry;
    place[entry] = at;
  }

  /** Takes the entry with the least key. */
  pop(): number {
    const heap = this.#heap;
    const place = this.#place;
    const { key } = this;
    const top = heap[0]!;
    const size = --this.size;
    if (size > 0) {
      const entry = heap[size]!;
      const entryKey = key[entry]!;
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= size) break;
        if (below + 1 < size && key[heap[below + 1]!]! < key[heap[below]!]!) below += 1;
        const other = heap[below]!;
        if (key[other]! >= entryKey) break;
        heap[at] = other;
        place[other] = at;
        at = below;
      }
      heap[at] = entry;
      place[entry] = at;
    }
    return top;
  }
}
