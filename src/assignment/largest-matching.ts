import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import type { Holders } from './holders.js';
import type { Pattern } from './pattern.js';
import { isPause, pairsPerStep } from './pauses.js';

/** A smallest set of rows and columns that touches every pair of a pattern (1 = in the set). */
export interface Cover {
  readonly rowCover: Uint8Array;
  readonly columnCover: Uint8Array;
}

/**
 * Grows the matching in `holders` (unit = row) to a largest one within `pattern`, and returns the cover that
 * proves it: the covered rows plus the places of the covered columns are as many as the rows matched.
 *
 * 1. Layers: breadth first from the rows without a column, a column's holders one layer further.
 * 2. Depth first along the layers, a maximal set of disjoint shortest augmenting paths; back to 1.
 * 3. The layers of the last round, which reached no free place, give the cover: columns reached, rows not.
 *
 * O(√n) rounds of one look at every pair. Hopcroft & Karp (1973), doi:10.1137/0202019, with columns that hold
 * several rows; the cover is König's (1931).
 */
export function* largestMatching(
  pattern: Pattern,
  capacities: Int32Array,
  holders: Holders,
): Steps<AssignmentProgress, Cover> {
  const search = new LayeredSearch(pattern, capacities, holders);
  yield* search.fillGreedily();
  while (yield* search.buildLayers()) {
    let at = 0;
    for (const row of search.sources) {
      if (at++ % 16 === 0) yield { stage: 'matching', done: search.matched, of: pattern.rows };
      if (search.augment(row)) search.matched += 1;
    }
    yield { stage: 'matching', done: search.matched, of: pattern.rows };
  }
  return search.cover();
}

/** How many free columns a row tries before all that it may have are listed. */
const mostTries = 64;
const unreached = -1;
/** In place of a position: the row has no further column in the next layer. */
const exhausted = -2;

class LayeredSearch {
  matched = 0;
  /** The rows without a column when the layers were built. */
  readonly sources: number[] = [];
  readonly #pattern: Pattern;
  readonly #capacities: Int32Array;
  readonly #holders: Holders;
  readonly #rowLayer: Int32Array;
  readonly #columnLayer: Int32Array;
  /** Where the depth-first search goes on: at a row's position (−1 = its first), at a column's holder. */
  readonly #nextPosition: Int32Array;
  readonly #nextHolder: Int32Array;
  /** The columns with a free place to begin with, ascending, and how many of them are before a column. */
  readonly #open: number[] = [];
  readonly #openFrom: Int32Array;
  /** Positions gone through since the last pause. */
  #listed = 0;

  constructor(pattern: Pattern, capacities: Int32Array, holders: Holders) {
    this.#pattern = pattern;
    this.#capacities = capacities;
    this.#holders = holders;
    this.#rowLayer = new Int32Array(pattern.rows);
    this.#columnLayer = new Int32Array(pattern.columns);
    this.#nextPosition = new Int32Array(pattern.rows);
    this.#nextHolder = new Int32Array(pattern.columns);
    for (const column of holders.columnOf) if (column >= 0) this.matched += 1;
    this.#openFrom = new Int32Array(pattern.columns);
    for (let j = 0; j < pattern.columns; j++) {
      this.#openFrom[j] = this.#open.length;
      if (this.#isFree(j)) this.#open.push(j);
    }
  }

  /** First fit: each row without a column takes the first of its columns with a free place. */
  *fillGreedily(): Steps<AssignmentProgress, void> {
    const { rows, columns } = this.#pattern;
    for (let row = 0; row < rows; row++) {
      if (row % 1024 === 0 || this.#listed > pairsPerStep) {
        this.#listed = 0;
        yield { stage: 'matching', done: row, of: rows };
      }
      if (this.#holders.columnOf[row]! >= 0) continue;
      // Rows start at different columns, so that they seldom ask for the same ones.
      const start = Math.floor((row * columns) / rows);
      const tried = this.#tryFree(row, start);
      const column = tried >= 0 ? tried : this.#firstFree(row, start);
      if (column < 0) continue;
      this.#holders.place(row, column);
      this.matched += 1;
    }
  }

  /** The first free column from `start` on, or the first before it, −1 = none. */
  #firstFree(row: number, start: number): number {
    const pattern = this.#pattern;
    this.#listed += pattern.columns;
    let before = -1;
    for (let at = pattern.next(row, pattern.first(row)); at >= 0; at = pattern.next(row, at + 1)) {
      const j = pattern.columnAt(at);
      if (!this.#isFree(j)) continue;
      if (j >= start) return j;
      if (before < 0) before = j;
    }
    return before;
  }

  /** Where rows are long: one of the first few free columns from `start` on, −1 = none of them is allowed. */
  #tryFree(row: number, start: number): number {
    const { isAllowed } = this.#pattern;
    if (isAllowed === undefined) return -1;
    const open = this.#open;
    for (
      let step = 0, at = this.#openFrom[start]!, tries = 0;
      step < open.length && tries < mostTries;
      step++
    ) {
      this.#listed += 1;
      const j = open[at + step < open.length ? at + step : at + step - open.length]!;
      if (!this.#isFree(j)) continue;
      if (isAllowed(row, j)) return j;
      tries += 1;
    }
    return -1;
  }

  #isFree(column: number): boolean {
    return this.#holders.count[column]! < this.#capacities[column]!;
  }

  /** Whether a free place was reached; rows and columns beyond the first such layer stay unreached. */
  *buildLayers(): Steps<AssignmentProgress, boolean> {
    const pattern = this.#pattern;
    const { rows } = pattern;
    const rowLayer = this.#rowLayer.fill(unreached);
    const columnLayer = this.#columnLayer.fill(unreached);
    this.sources.length = 0;
    for (let row = 0; row < rows; row++) {
      if (this.#holders.columnOf[row]! >= 0) continue;
      rowLayer[row] = 0;
      this.sources.push(row);
    }
    let found = false;
    let layer = this.sources.slice();
    let left = columnLayer.length;
    let looked = 0;
    for (let depth = 0; layer.length > 0 && !found; depth++) {
      const following: number[] = [];
      for (const row of layer) {
        if (left === 0) break;
        if (isPause(looked++, pattern.columns)) yield { stage: 'matching', done: this.matched, of: rows };
        const start = pattern.first(row);
        for (let at = pattern.next(row, start); at >= 0; at = pattern.next(row, at + 1)) {
          const j = pattern.columnAt(at);
          if (columnLayer[j] !== unreached) continue;
          columnLayer[j] = depth;
          left -= 1;
          if (this.#isFree(j)) found = true;
          for (let holder = this.#holders.first[j]!; holder >= 0; holder = this.#holders.next[holder]!) {
            if (rowLayer[holder] !== unreached) continue;
            rowLayer[holder] = depth + 1;
            following.push(holder);
          }
        }
      }
      layer = following;
    }
    this.#nextPosition.fill(-1);
    this.#nextHolder.set(this.#holders.first);
    return found;
  }

  /** Depth first from a row along the layers; where it ends in a free place, everyone on the way moves. */
  augment(source: number): boolean {
    const holders = this.#holders;
    const rowPath = [source];
    const columnPath: number[] = [];
    while (rowPath.length > 0) {
      const row = rowPath[rowPath.length - 1]!;
      const at = this.#nextInLayer(row);
      this.#nextPosition[row] = at;
      if (at === exhausted) {
        rowPath.pop();
        columnPath.pop();
        continue;
      }
      const j = this.#pattern.columnAt(at);
      if (this.#isFree(j)) {
        columnPath.push(j);
        for (let at = rowPath.length - 1; at >= 0; at--) {
          const mover = rowPath[at]!;
          if (at > 0) holders.release(mover);
          holders.place(mover, columnPath[at]!);
        }
        return true;
      }
      const holder = this.#takeHolder(j);
      if (holder < 0) {
        this.#nextPosition[row] = at + 1;
        continue;
      }
      columnPath.push(j);
      rowPath.push(holder);
    }
    return false;
  }

  /** The next position of a row whose column is one layer on. */
  #nextInLayer(row: number): number {
    const pattern = this.#pattern;
    const from = this.#nextPosition[row]!;
    if (from === exhausted) return exhausted;
    const layer = this.#rowLayer[row]!;
    let at = pattern.next(row, from === -1 ? pattern.first(row) : from);
    while (at >= 0 && this.#columnLayer[pattern.columnAt(at)] !== layer) at = pattern.next(row, at + 1);
    return at < 0 ? exhausted : at;
  }

  /** The next holder of a full column that the search has not tried, −1 = none is left. */
  #takeHolder(column: number): number {
    // Who came in this round stands at the head of the list, before the pointer.
    const holder = this.#nextHolder[column]!;
    if (holder >= 0) this.#nextHolder[column] = this.#holders.next[holder]!;
    return holder;
  }

  cover(): Cover {
    return {
      rowCover: Uint8Array.from(this.#rowLayer, (layer) => (layer === unreached ? 1 : 0)),
      columnCover: Uint8Array.from(this.#columnLayer, (layer) => (layer === unreached ? 0 : 1)),
    };
  }
}
