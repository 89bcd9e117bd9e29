/** A priority queue (binary heap): the least first, of equal ones the one that came first. */
export class NodeQueue<Node> {
  readonly #compare: (one: Node, other: Node) => number;
  readonly #heap: { readonly node: Node; readonly order: number }[] = [];
  #pushed = 0;

  constructor(compare: (one: Node, other: Node) => number) {
    this.#compare = compare;
  }

  push(node: Node): void {
    const entry = { node, order: this.#pushed++ };
    let at = this.#heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(entry, this.#heap[parent]!)) break;
      this.#heap[at] = this.#heap[parent]!;
      at = parent;
    }
    this.#heap[at] = entry;
  }

  /** Takes the least out, `undefined` where none is left. */
  take(): Node | undefined {
    const least = this.#heap[0];
    const last = this.#heap.pop();
    if (least === undefined || last === undefined) return undefined;
    if (this.#heap.length > 0) this.#sink(last);
    return least.node;
  }

  #sink(entry: { readonly node: Node; readonly order: number }): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.#isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!this.#isBefore(heap[child]!, entry)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = entry;
  }

  #isBefore(one: { node: Node; order: number }, other: { node: Node; order: number }): boolean {
    return (this.#compare(one.node, other.node) || one.order - other.order) < 0;
  }
}
