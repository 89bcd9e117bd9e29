import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { Holders } from './holders.js';
import type { Cover } from './largest-matching.js';
import { settled, type TierPairs } from './tier-pairs.js';

const far = 2 ** 30;

/**
 * Places every row and fills every place, with as few pairs of one tier as possible, starting from an
 * assignment that does so with more.
 *
 * Two more nodes make rows and places equal in number. The *spare row* (index rows) holds the places that stay
 * free, in any number of columns that may have free places. The *outer column* (index columns) holds the rows
 * that stay out, if they may. Both cost nothing and belong to no tier.
 *
 * A stage takes the rows of its tier out and places them again, by shortest paths for all of them at once and
 * then as many disjoint paths as there are (Hopcroft & Karp 1973, doi:10.1137/0202019, with small whole-number
 * costs as in Gabow & Tarjan 1989, doi:10.1137/0218069).
 */
export class TierSearch {
  /** Who holds which column; the outer column is the last. */
  readonly holders: Holders;
  /** Whether a column may have free places, and a row may stay out, by all stages so far. */
  readonly mayBeSpare: Uint8Array;
  readonly mayStayOut: Uint8Array;
  /** The rank of the pair that each row is in; `settled` for rows that are out. */
  readonly rankOfRow: Uint16Array;
  readonly rowDuals: Int32Array;
  readonly columnDuals: Int32Array;
  readonly #pairs: TierPairs;
  readonly #cover: Cover;
  readonly #spareRow: number;
  readonly #outerColumn: number;
  /** Places that the spare row holds, and places that nobody holds. */
  readonly #spareIn: Int32Array;
  readonly #vacant: Int32Array;
  readonly #rowDistance: Int32Array;
  readonly #columnDistance: Int32Array;
  /** Where the search for disjoint paths goes on: at a row's position, at a column's holder. */
  readonly #nextPosition: Int32Array;
  readonly #nextHolder: Int32Array;

  /** @param rankOf the rank of the pair of a row that has a column */
  constructor(
    pairs: TierPairs,
    cover: Cover,
    capacities: Int32Array,
    rowToColumn: Int32Array,
    rankOf: (row: number, column: number) => number,
  ) {
    const { rows, columns } = pairs;
    this.#pairs = pairs;
    this.#cover = cover;
    this.#spareRow = rows;
    this.#outerColumn = columns;
    this.holders = new Holders(rows, columns + 1);
    this.rankOfRow = new Uint16Array(rows).fill(settled);
    this.#spareIn = new Int32Array(columns + 1);
    this.#vacant = new Int32Array(columns + 1);
    this.mayStayOut = cover.rowCover.map((covered) => 1 - covered);
    this.mayBeSpare = cover.columnCover.map((covered) => 1 - covered);
    rowToColumn.forEach((column, row) => {
      this.holders.place(row, column < 0 ? columns : column);
      if (column >= 0) this.rankOfRow[row] = rankOf(row, column);
    });
    capacities.forEach((places, column) => {
      this.#spareIn[column] = places - this.holders.count[column]!;
    });
    this.rowDuals = new Int32Array(rows + 1);
    this.columnDuals = new Int32Array(columns + 1);
    this.#rowDistance = new Int32Array(rows + 1);
    this.#columnDistance = new Int32Array(columns + 1);
    this.#nextPosition = new Int32Array(rows + 1);
    this.#nextHolder = new Int32Array(columns + 1);
  }

  /** The lowest rank ≥ `from` of a pair that is made and not settled, or `settled`. */
  nextRank(from = 0): number {
    let next = settled;
    for (const own of this.rankOfRow) if (own >= from && own < next) next = own;
    return next;
  }

  /** How many rows are in a pair of the rank. */
  count(rank: number): number {
    let count = 0;
    for (const own of this.rankOfRow) if (own === rank) count += 1;
    return count;
  }

  /** One stage; the duals are then its proof. */
  *improve(rank: number): Steps<AssignmentProgress, void> {
    this.rowDuals.fill(0);
    this.columnDuals.fill(0);
    let waiting: number[] = [];
    this.rankOfRow.forEach((own, row) => {
      if (own !== rank) return;
      waiting.push(row);
      this.#vacant[this.holders.release(row)]! += 1;
    });
    while (waiting.length > 0) {
      this.#raiseDuals(this.#measure(rank, waiting));
      this.#nextPosition.set(this.#pairs.starts);
      this.#nextPosition[this.#spareRow] = 0;
      this.#nextHolder.set(this.holders.first);
      waiting = waiting.filter((row) => !this.#augment(rank, row));
      yield { stage: 'assigning', done: this.count(settled), of: this.rankOfRow.length };
    }
    this.#normalize();
  }

  /**
   * Distances by reduced costs from the waiting rows, bucket by bucket, up to the nearest vacant place.
   *
   * @returns the distance of that place; nodes that are as far or farther keep their duals
   */
  #measure(rank: number, waiting: readonly number[]): number {
    const { starts, ends, columnAt, rankAt } = this.#pairs;
    const rowDistance = this.#rowDistance.fill(far);
    const columnDistance = this.#columnDistance.fill(far);
    const columnsAt: number[][] = [];
    const queue = [...waiting];
    for (const row of waiting) rowDistance[row] = 0;
    let distance = 0;
    /** Whether the column has a vacant place; if not, its holders are next. */
    const reach = (column: number): boolean => {
      columnDistance[column] = distance;
      if (this.#vacant[column]! > 0) return true;
      for (let row = this.holders.first[column]!; row >= 0; row = this.holders.next[row]!) {
        if (rowDistance[row] !== far) continue;
        rowDistance[row] = distance;
        queue.push(row);
      }
      if (this.#spareIn[column]! > 0 && rowDistance[this.#spareRow] === far) {
        rowDistance[this.#spareRow] = distance;
        queue.push(this.#spareRow);
      }
      return false;
    };
    const relax = (column: number, cost: number): boolean => {
      const reached = distance + cost;
      if (reached >= columnDistance[column]!) return false;
      if (cost === 0) return reach(column);
      columnDistance[column] = reached;
      const bucket = columnsAt[reached];
      if (bucket === undefined) columnsAt[reached] = [column];
      else bucket.push(column);
      return false;
    };
    for (; distance < far; distance++) {
      for (const column of columnsAt[distance] ?? [])
        if (columnDistance[column] === distance && reach(column)) return distance;
      for (let at = 0; at < queue.length; at++) {
        const row = queue[at]!;
        const u = this.rowDuals[row]!;
        if (row === this.#spareRow) {
          for (let column = 0; column < this.#outerColumn; column++)
            if (this.mayBeSpare[column] === 1 && relax(column, 0 - u - this.columnDuals[column]!))
              return distance;
          continue;
        }
        for (let t = starts[row]!, end = ends[row]!; t < end; t++) {
          const own = rankAt[t]!;
          const column = columnAt[t]!;
          if (own < rank || columnDistance[column]! <= distance) continue;
          if (relax(column, (own === rank ? 1 : 0) - u - this.columnDuals[column]!)) return distance;
        }
        const outer = this.#outerColumn;
        if (this.mayStayOut[row] === 1 && relax(outer, 0 - u - this.columnDuals[outer]!)) return distance;
      }
      queue.length = 0;
      if (distance >= columnsAt.length) break;
    }
    throw new Error('solveFairestAssignment: a row found no way back; this is a defect of the library');
  }

  #raiseDuals(distance: number): void {
    if (distance === 0) return;
    for (let row = 0; row < this.rowDuals.length; row++)
      if (this.#rowDistance[row]! < distance) this.rowDuals[row]! += distance - this.#rowDistance[row]!;
    for (let column = 0; column < this.columnDuals.length; column++)
      if (this.#columnDistance[column]! < distance)
        this.columnDuals[column]! -= distance - this.#columnDistance[column]!;
  }

  /** Depth first along pairs of reduced cost 0; where a vacant place is met, everyone on the way moves. */
  #augment(rank: number, source: number): boolean {
    const rowPath = [source];
    const columnPath: number[] = [];
    let isSpareOnPath = false;
    while (rowPath.length > 0) {
      const row = rowPath[rowPath.length - 1]!;
      const column = this.#nextTight(rank, row);
      if (column < 0) {
        if (row === this.#spareRow) isSpareOnPath = false;
        rowPath.pop();
        columnPath.pop();
        continue;
      }
      if (this.#vacant[column]! > 0) {
        columnPath.push(column);
        this.#vacant[column]! -= 1;
        this.#move(rowPath, columnPath);
        return true;
      }
      const holder = this.#nextHolder[column]!;
      if (holder >= 0) {
        // Who came in this round stands at the head of the list, before the pointer.
        this.#nextHolder[column] = this.holders.next[holder]!;
        columnPath.push(column);
        rowPath.push(holder);
      } else if (this.#spareIn[column]! > 0 && !isSpareOnPath && !this.#isSpareExhausted()) {
        isSpareOnPath = true;
        columnPath.push(column);
        rowPath.push(this.#spareRow);
      } else this.#nextPosition[row]! += 1;
    }
    return false;
  }

  #isSpareExhausted(): boolean {
    return this.#nextPosition[this.#spareRow]! >= this.#outerColumn;
  }

  /** The column at the row's next position of reduced cost 0, −1 = none is left. */
  #nextTight(rank: number, row: number): number {
    const { ends, columnAt, rankAt } = this.#pairs;
    const u = this.rowDuals[row]!;
    const v = this.columnDuals;
    const outer = this.#outerColumn;
    let at = this.#nextPosition[row]!;
    let found = -1;
    if (row === this.#spareRow) {
      while (at < outer && !(this.mayBeSpare[at] === 1 && u + v[at]! === 0)) at += 1;
      if (at < outer) found = at;
    } else {
      const end = ends[row]!;
      for (; at < end && found < 0; at++) {
        const own = rankAt[at]!;
        if (own >= rank && (own === rank ? 1 : 0) === u + v[columnAt[at]!]!) found = columnAt[at]!;
      }
      if (found >= 0) at -= 1;
      // The position after the last pair is the outer column.
      else if (at === end && this.mayStayOut[row] === 1 && u + v[outer]! === 0) found = outer;
    }
    this.#nextPosition[row] = at;
    return found;
  }

  #move(rowPath: readonly number[], columnPath: readonly number[]): void {
    for (let at = rowPath.length - 1; at >= 0; at--) {
      const row = rowPath[at]!;
      const column = columnPath[at]!;
      if (row === this.#spareRow) {
        this.#spareIn[columnPath[at - 1]!]! -= 1;
        this.#spareIn[column]! += 1;
        continue;
      }
      if (at > 0) this.holders.release(row);
      this.holders.place(row, column);
      const isOut = column === this.#outerColumn;
      this.rankOfRow[row] = isOut ? settled : this.#pairs.rankAt[this.#nextPosition[row]!]!;
    }
  }

  /** Shifts the duals of each half of the cover so that the spare row and the outer column have 0. */
  #normalize(): void {
    const { rowCover, columnCover } = this.#cover;
    const spare = this.rowDuals[this.#spareRow]!;
    const outer = this.columnDuals[this.#outerColumn]!;
    if (spare === 0 && outer === 0) return;
    rowCover.forEach((covered, row) => {
      this.rowDuals[row]! += covered === 1 ? 0 - spare : outer;
    });
    columnCover.forEach((covered, column) => {
      this.columnDuals[column]! += covered === 1 ? 0 - outer : spare;
    });
    this.rowDuals[this.#spareRow] = 0;
    this.columnDuals[this.#outerColumn] = 0;
  }

  /** Makes the stage final: whoever has a dual must from now on be placed, or be full. */
  settle(rank: number): void {
    this.#pairs.settle(rank, this.rowDuals, this.columnDuals);
    this.rankOfRow.forEach((own, row) => {
      if (own === rank) this.rankOfRow[row] = settled;
      if (this.rowDuals[row] !== 0) this.mayStayOut[row] = 0;
    });
    this.mayBeSpare.forEach((_, column) => {
      if (this.columnDuals[column] !== 0) this.mayBeSpare[column] = 0;
    });
  }
}
