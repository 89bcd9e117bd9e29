import { countOf } from './load-counts.js';
import type { LoadState } from './load-state.js';

/**
 * Shortest augmenting paths over a loading: a further unit of a row goes along the shortest path (Dijkstra)
 * to a free place, or to a row that would rather idle, and the prices move so that what `LoadState` promises
 * holds again. Distances are tuples compared in order, for which the proof of the method holds as for numbers.
 * Ahuja, Magnanti & Orlin, *Network Flows* (1993), § 9.7.
 */
export class LoadSearch {
  readonly #state: LoadState;
  /** Of columns: the distance, the row that reaches it, what that pair costs; 1 = reached, 2 = done. */
  readonly #distanceA: Float64Array;
  readonly #distanceB: Float64Array;
  readonly #fromRow: Int32Array;
  readonly #entryCost: Float64Array;
  readonly #columnPhase: Uint8Array;
  /** Of rows: the distance, and the column that they would leave. */
  readonly #rowA: Float64Array;
  readonly #rowB: Float64Array;
  readonly #fromColumn: Int32Array;
  readonly #rowPhase: Uint8Array;
  /** The nearest end known: a column with a free place, or a row that would idle. */
  #bestA = 0;
  #bestB = 0;
  #bestRow = -1;
  #bestColumn = -1;

  constructor(state: LoadState) {
    const { rows, columns } = state.problem.costs;
    this.#state = state;
    this.#distanceA = new Float64Array(columns);
    this.#distanceB = new Float64Array(columns);
    this.#fromRow = new Int32Array(columns);
    this.#entryCost = new Float64Array(columns);
    this.#columnPhase = new Uint8Array(columns);
    this.#rowA = new Float64Array(rows);
    this.#rowB = new Float64Array(rows);
    this.#fromColumn = new Int32Array(rows);
    this.#rowPhase = new Uint8Array(rows);
  }

  /** Places one more unit of a row; whether the row got a column. */
  augment(start: number): boolean {
    return this.#search(start, true);
  }

  /**
   * What a row with an idle unit would cost everyone if it had to have one more column, as a tuple; `null`
   * where it cannot. Changes nothing.
   */
  priceOfUnit(start: number): readonly [a: number, b: number] | null {
    this.#search(start, false);
    return this.#bestA === Infinity ? null : [this.#bestA, this.#bestB];
  }

  #search(start: number, mayIdle: boolean): boolean {
    const touched: number[] = [];
    const doneColumns: number[] = [];
    const doneRows: number[] = [start];
    const pending: number[] = [];
    this.#rowA[start] = 0;
    this.#rowB[start] = 0;
    this.#fromColumn[start] = -1;
    this.#rowPhase[start] = 2;
    const [idleA, idleB] = this.#state.valueOfUnit(this.#state.columnsOf[start]!.length + 1);
    this.#bestA = mayIdle ? idleA + this.#state.alphaA[start]! : Infinity;
    this.#bestB = mayIdle ? idleB + this.#state.alphaB[start]! : Infinity;
    this.#bestRow = start;
    this.#bestColumn = -1;
    this.#relax(start, touched);
    for (;;) {
      const at = this.#nextColumn(touched);
      const row = this.#nextRow(pending);
      const column = at < 0 ? -1 : touched[at]!;
      const isRow = row >= 0 && (column < 0 || !this.#isColumnNearer(column, row));
      const a = isRow ? this.#rowA[row]! : column < 0 ? Infinity : this.#distanceA[column]!;
      const b = isRow ? this.#rowB[row]! : column < 0 ? Infinity : this.#distanceB[column]!;
      if (a > this.#bestA || (a === this.#bestA && b >= this.#bestB)) break;
      if (isRow) {
        pending.splice(pending.indexOf(row), 1);
        this.#visitRow(row, doneRows, touched);
        continue;
      }
      touched[at] = touched[touched.length - 1]!;
      touched.pop();
      this.#columnPhase[column] = 2;
      doneColumns.push(column);
      this.#reachHolders(column, pending);
    }
    const isPlaced = this.#bestColumn >= 0 || this.#bestRow !== start;
    if (mayIdle) {
      this.#movePrices(doneRows, doneColumns);
      if (isPlaced) this.#follow();
    } else this.#measureFromIdling(start, idleA, idleB);
    for (const column of touched) this.#columnPhase[column] = 0;
    for (const column of doneColumns) this.#columnPhase[column] = 0;
    for (const row of doneRows) this.#rowPhase[row] = 0;
    for (const row of pending) this.#rowPhase[row] = 0;
    return isPlaced;
  }

  /** Turns the distance of the end into what it costs against the row's idling, which is worth nothing. */
  #measureFromIdling(start: number, idleA: number, idleB: number): void {
    this.#bestA -= idleA + this.#state.alphaA[start]!;
    this.#bestB -= idleB + this.#state.alphaB[start]!;
  }

  /** A row that would have to leave its column: it may idle, or go on to others. */
  #visitRow(row: number, doneRows: number[], touched: number[]): void {
    this.#rowPhase[row] = 2;
    doneRows.push(row);
    const [valueA, valueB] = this.#state.valueOfUnit(this.#state.columnsOf[row]!.length);
    const a = this.#rowA[row]! + valueA + this.#state.alphaA[row]!;
    const b = this.#rowB[row]! + valueB + this.#state.alphaB[row]!;
    if (a < this.#bestA || (a === this.#bestA && b < this.#bestB)) {
      this.#bestA = a;
      this.#bestB = b;
      this.#bestRow = row;
      this.#bestColumn = -1;
    }
    this.#relax(row, touched);
  }

  /** Columns that a row could go to, no farther than the best end known. */
  #relax(row: number, touched: number[]): void {
    const { costs } = this.#state.problem;
    const { betaA, betaB, isOpen, mark, isCostFirst } = this.#state;
    const distanceA = this.#distanceA;
    const distanceB = this.#distanceB;
    const columnPhase = this.#columnPhase;
    const baseA = this.#rowA[row]! + this.#state.alphaA[row]!;
    const baseB = this.#rowB[row]! + this.#state.alphaB[row]!;
    let bestA = this.#bestA;
    let bestB = this.#bestB;
    this.#state.markColumnsOf(row);
    const stamp = this.#state.stamp;
    costs.load(row);
    const { costAt, columnAt, start, end } = costs;
    for (let t = start; t < end; t++) {
      const cost = costAt[t]!;
      const column = columnAt[t]!;
      const a = baseA + betaA[column]! + (isCostFirst ? cost : -countOf.pair);
      if (a > bestA || cost === Infinity) continue;
      const b = baseB + betaB[column]! + (isCostFirst ? -countOf.pair : cost);
      if (a === bestA && b >= bestB) continue;
      const known = columnPhase[column]!;
      if (known === 2 || isOpen[column] === 0 || mark[column] === stamp) continue;
      if (known === 1) {
        const farA = distanceA[column]!;
        if (a > farA || (a === farA && b >= distanceB[column]!)) continue;
      } else {
        columnPhase[column] = 1;
        touched.push(column);
      }
      distanceA[column] = a;
      distanceB[column] = b;
      this.#fromRow[column] = row;
      this.#entryCost[column] = cost;
      if (this.#offerPlace(column, a, b)) {
        bestA = this.#bestA;
        bestB = this.#bestB;
      }
    }
  }

  /** Ends at a free place of the column if that is nearer than the best end known. */
  #offerPlace(column: number, distanceA: number, distanceB: number): boolean {
    const place = this.#state.load(column) + 1;
    if (place > this.#state.problem.capacities[column]!) return false;
    const [valueA, valueB] = this.#state.valueOfPlace(column, place);
    const a = distanceA - valueA - this.#state.betaA[column]!;
    const b = distanceB - valueB - this.#state.betaB[column]!;
    if (a > this.#bestA || (a === this.#bestA && b >= this.#bestB)) return false;
    this.#bestA = a;
    this.#bestB = b;
    this.#bestColumn = column;
    this.#bestRow = -1;
    return true;
  }

  /** Rows that could leave a column which was reached. */
  #reachHolders(column: number, pending: number[]): void {
    const isCostFirst = this.#state.isCostFirst;
    for (const row of this.#state.held[column]!) {
      const state = this.#rowPhase[row]!;
      if (state === 2) continue;
      const cost = this.#state.costsOf[row]![this.#state.columnsOf[row]!.indexOf(column)]!;
      const worthA = isCostFirst ? 0 - cost : countOf.pair;
      const worthB = isCostFirst ? countOf.pair : 0 - cost;
      const a = this.#distanceA[column]! + worthA - this.#state.alphaA[row]! - this.#state.betaA[column]!;
      const b = this.#distanceB[column]! + worthB - this.#state.alphaB[row]! - this.#state.betaB[column]!;
      if (a > this.#bestA || (a === this.#bestA && b >= this.#bestB)) continue;
      if (state === 1 && (a > this.#rowA[row]! || (a === this.#rowA[row] && b >= this.#rowB[row]!))) continue;
      if (state === 0) {
        this.#rowPhase[row] = 1;
        pending.push(row);
      }
      this.#rowA[row] = a;
      this.#rowB[row] = b;
      this.#fromColumn[row] = column;
    }
  }

  #nextColumn(touched: readonly number[]): number {
    let nearest = -1;
    let a = Infinity;
    let b = Infinity;
    for (let at = 0; at < touched.length; at++) {
      const otherA = this.#distanceA[touched[at]!]!;
      if (otherA > a) continue;
      const otherB = this.#distanceB[touched[at]!]!;
      if (otherA === a && otherB >= b) continue;
      a = otherA;
      b = otherB;
      nearest = at;
    }
    return nearest;
  }

  #nextRow(pending: readonly number[]): number {
    let nearest = -1;
    for (const row of pending) {
      const a = this.#rowA[row]!;
      const isNearer =
        nearest < 0 ||
        a < this.#rowA[nearest]! ||
        (a === this.#rowA[nearest] && this.#rowB[row]! < this.#rowB[nearest]!);
      if (isNearer) nearest = row;
    }
    return nearest;
  }

  #isColumnNearer(column: number, row: number): boolean {
    const a = this.#distanceA[column]!;
    return a < this.#rowA[row]! || (a === this.#rowA[row] && this.#distanceB[column]! < this.#rowB[row]!);
  }

  /** Rows done lose, columns done gain what the end is farther than they are. */
  #movePrices(doneRows: readonly number[], doneColumns: readonly number[]): void {
    if (this.#bestA < 0 || (this.#bestA === 0 && this.#bestB < 0)) return;
    for (const row of doneRows) {
      this.#state.alphaA[row]! -= this.#bestA - this.#rowA[row]!;
      this.#state.alphaB[row]! -= this.#bestB - this.#rowB[row]!;
    }
    for (const column of doneColumns) {
      this.#state.betaA[column]! += this.#bestA - this.#distanceA[column]!;
      this.#state.betaB[column]! += this.#bestB - this.#distanceB[column]!;
    }
  }

  /** Moves everyone along the path found, from its end to its start. */
  #follow(): void {
    let column = this.#bestColumn;
    if (column < 0) {
      column = this.#fromColumn[this.#bestRow]!;
      this.#state.leave(this.#bestRow, column);
    }
    for (;;) {
      const row = this.#fromRow[column]!;
      const cost = this.#entryCost[column]!;
      const before = this.#fromColumn[row]!;
      this.#state.enter(row, column, cost);
      if (before < 0) return;
      this.#state.leave(row, before);
      column = before;
    }
  }
}
