/** Shortest ways to or from one node: a *loss* is a tuple (first, second) compared in that order. */
export interface MoveTree {
  /** By node; Infinity = there is no way. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** The node next to it on the way, −1 at the root. */
  readonly neighbour: Int32Array;
  /** The row that moves between the two, −1 where nobody does. */
  readonly mover: Int32Array;
}

/** Dijkstra's state: losses by node, and the nodes reached but not passed in a binary heap by loss. */
export class MoveSearch implements MoveTree {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly neighbour: Int32Array;
  readonly mover: Int32Array;
  readonly #heap: Int32Array;
  /** Where a node is in the heap, −1 = not yet reached, −2 = passed. */
  readonly #position: Int32Array;
  /** The nodes that have a way, `reached[0 … reachedCount − 1]`, the root first. */
  readonly reached: Int32Array;
  reachedCount = 0;
  #size = 0;

  constructor(nodes: number, root: number) {
    this.first = new Float64Array(nodes).fill(Infinity);
    this.second = new Float64Array(nodes).fill(Infinity);
    this.neighbour = new Int32Array(nodes).fill(-1);
    this.mover = new Int32Array(nodes).fill(-1);
    this.#heap = new Int32Array(nodes);
    this.#position = new Int32Array(nodes).fill(-1);
    this.reached = new Int32Array(nodes);
    this.restart(root);
  }

  /** Forgets all ways; O(nodes reached). */
  restart(root: number): void {
    for (let at = 0; at < this.reachedCount; at++) {
      const node = this.reached[at]!;
      this.first[node] = Infinity;
      this.second[node] = Infinity;
      this.#position[node] = -1;
    }
    this.#size = 0;
    this.first[root] = 0;
    this.second[root] = 0;
    this.#position[root] = -2;
    this.reached[0] = root;
    this.reachedCount = 1;
  }

  /** Notes the way over `near` where it is shorter than what is known; (first, second) is that step alone. */
  relax(node: number, near: number, first: number, second: number, mover: number): void {
    this.relaxTo(node, near, this.first[near]! + first, this.second[near]! + second, mover);
  }

  /** The same with (one, two) the whole way from the root. */
  relaxTo(node: number, near: number, one: number, two: number, mover: number): void {
    if (one < this.first[node]! || (one === this.first[node]! && two < this.second[node]!))
      this.set(node, one, two, near, mover);
  }

  /** Sets a way that is shorter than what is known; rounding cannot bring a node that was passed back. */
  set(node: number, first: number, second: number, near: number, mover: number): void {
    let at = this.#position[node]!;
    if (at === -2) return;
    this.first[node] = first;
    this.second[node] = second;
    this.neighbour[node] = near;
    this.mover[node] = mover;
    if (at === -1) {
      at = this.#size++;
      this.reached[this.reachedCount++] = node;
    }
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#heap[parent]!;
      if (!this.#isNearer(node, above)) break;
      this.#put(above, at);
      at = parent;
    }
    this.#put(node, at);
  }

  /** Passes the nearest node and returns it, −1 where no other was reached. */
  takeNearest(): number {
    if (this.#size === 0) return -1;
    const nearest = this.#heap[0]!;
    this.#position[nearest] = -2;
    this.#size -= 1;
    if (this.#size === 0) return nearest;
    const last = this.#heap[this.#size]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#isNearer(this.#heap[child + 1]!, this.#heap[child]!)) child += 1;
      if (!this.#isNearer(this.#heap[child]!, last)) break;
      this.#put(this.#heap[child]!, at);
      at = child;
    }
    this.#put(last, at);
    return nearest;
  }

  #put(node: number, at: number): void {
    this.#heap[at] = node;
    this.#position[node] = at;
  }

  /** Equal losses by node, so that the same problem gives the same moves. */
  #isNearer(one: number, other: number): boolean {
    const lead = this.first[one]! - this.first[other]! || this.second[one]! - this.second[other]!;
    return lead < 0 || (lead === 0 && one < other);
  }
}
