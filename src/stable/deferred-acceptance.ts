import type { CountProgress, Steps } from '../core/index.js';
import type { StableProblem } from './market.js';

/** One side of the market, as the method sees it. */
interface Side {
  readonly size: number;
  readonly quota: (one: number) => number;
  readonly listOf: (one: number) => ArrayLike<number>;
  /** Below 0 where the person would rather have `one` than `other`. */
  readonly compare: (person: number, one: number, other: number) => number;
}

/**
 * Deferred acceptance: whoever proposes goes down their list while they hold fewer than they can; who is
 * proposed to keeps the best so far, within their quota. The order of proposals does not change the result.
 */
export function* deferredAcceptance(
  { source, capacities }: StableProblem,
  optimalFor: 'rows' | 'columns',
): Steps<CountProgress, Int32Array> {
  const ofRows: Side = {
    size: source.rows,
    quota: () => 1,
    listOf: (row) => source.listOfRow(row),
    compare: (row, one, other) => source.compareForRow(row, one, other),
  };
  const ofColumns: Side = {
    size: source.columns,
    quota: (column) => capacities[column]!,
    listOf: (column) => source.listOfColumn(column),
    compare: (column, one, other) => source.compareForColumn(column, one, other),
  };
  const rowToColumn = new Int32Array(source.rows).fill(-1);
  if (optimalFor === 'rows') {
    const held = yield* propose(ofRows, ofColumns, (row, column) => source.isAcceptable(row, column));
    held.forEach((rows, column) => {
      for (const row of rows) rowToColumn[row] = column;
    });
  } else {
    const held = yield* propose(ofColumns, ofRows, (column, row) => source.isAcceptable(row, column));
    held.forEach(([column = -1], row) => {
      rowToColumn[row] = column;
    });
  }
  return rowToColumn;
}

/** After how many lists made, or turns of who was rejected, the work can be paused. */
const listsPerStep = 8;
const turnsPerStep = 256;

/** Whom everybody on the receiving side holds in the end. */
function* propose(
  proposers: Side,
  receivers: Side,
  isAcceptable: (proposer: number, receiver: number) => boolean,
): Steps<CountProgress, number[][]> {
  const held: WorstFirst[] = Array.from(
    { length: receivers.size },
    (_, receiver) => new WorstFirst((one, other) => receivers.compare(receiver, one, other)),
  );
  const lists: (ArrayLike<number> | undefined)[] = new Array(proposers.size).fill(undefined);
  const nextOf = new Int32Array(proposers.size);
  const missing = Int32Array.from({ length: proposers.size }, (_, proposer) => proposers.quota(proposer));
  const waiting = [...missing.keys()].reverse();
  let listed = 0;
  let turns = 0;
  for (let proposer = waiting.pop(); proposer !== undefined; proposer = waiting.pop()) {
    if (lists[proposer] === undefined) {
      if (listed++ % listsPerStep === 0) yield { done: listed, of: proposers.size };
      lists[proposer] = proposers.listOf(proposer);
    } else if (turns++ % turnsPerStep === 0) yield { done: listed, of: proposers.size };
    const list = lists[proposer]!;
    while (missing[proposer]! > 0 && nextOf[proposer]! < list.length) {
      const receiver = list[nextOf[proposer]!]!;
      nextOf[proposer]! += 1;
      if (receivers.quota(receiver) === 0 || !isAcceptable(proposer, receiver)) continue;
      const holders = held[receiver]!;
      if (holders.size < receivers.quota(receiver)) {
        holders.add(proposer);
        missing[proposer]! -= 1;
        continue;
      }
      if (receivers.compare(receiver, proposer, holders.worst) >= 0) continue;
      const rejected = holders.replaceWorst(proposer);
      missing[proposer]! -= 1;
      missing[rejected]! += 1;
      waiting.push(rejected);
    }
  }
  return held.map((holders) => holders.members());
}

/** A binary heap with the least wanted on top. */
class WorstFirst {
  readonly #heap: number[] = [];
  readonly #compare: (one: number, other: number) => number;

  constructor(compare: (one: number, other: number) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#heap.length;
  }

  get worst(): number {
    return this.#heap[0]!;
  }

  members(): number[] {
    return [...this.#heap];
  }

  add(member: number): void {
    const heap = this.#heap;
    let at = heap.push(member) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#compare(heap[at]!, heap[parent]!) <= 0) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Puts `member` in the place of the worst, and returns that one. */
  replaceWorst(member: number): number {
    const heap = this.#heap;
    const worst = heap[0]!;
    heap[0] = member;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      if (left >= heap.length) return worst;
      const child = right < heap.length && this.#compare(heap[right]!, heap[left]!) > 0 ? right : left;
      if (this.#compare(heap[child]!, heap[at]!) <= 0) return worst;
      this.#swap(at, child);
      at = child;
    }
  }

  #swap(one: number, other: number): void {
    const heap = this.#heap;
    const member = heap[one]!;
    heap[one] = heap[other]!;
    heap[other] = member;
  }
}
