import { countOf } from './load-counts.js';
import { costOfPlace, type LoadProblem, minimumOfPlace } from './load-problem.js';

/**
 * A loading under way and its prices α of rows, β of columns.
 *
 * Everything is a tuple (a, b) of which a counts first, as a value: more is better. Kept all the time, for
 * the units of rows handled so far:
 * - α + β ≥ worth of every allowed pair not made, ≤ worth of every pair made (a pair is made at most once);
 * - value of a column's last taken place + β ≥ 0 ≥ value of its next place + β;
 * - value of a row's last column + α ≥ 0, and ≥ 0 ≥ value of one more + α where the row has an idle unit.
 * With every unit handled that proves that nothing is better; see `loadBound`.
 */
export class LoadState {
  readonly problem: LoadProblem;
  readonly isCostFirst: boolean;
  readonly alphaA: Float64Array;
  readonly alphaB: Float64Array;
  readonly betaA: Float64Array;
  readonly betaB: Float64Array;
  /** The columns of each row, fixed ones first, and what the pairs cost. */
  readonly columnsOf: number[][];
  readonly costsOf: number[][];
  /** The rows that each column holds, fixed ones not among them. */
  readonly held: number[][];
  readonly fixedOfRow: Int32Array;
  readonly fixedOfColumn: Int32Array;
  /** 0 = every place of the column is fixed. */
  readonly isOpen: Uint8Array;
  /** The latest stamp marks the columns that the row in hand has already. */
  readonly mark: Int32Array;
  stamp = 0;

  constructor(problem: LoadProblem) {
    const { costs, fixed, first, capacities } = problem;
    const { rows, columns } = costs;
    this.problem = problem;
    this.isCostFirst = first === 'cost';
    this.alphaA = new Float64Array(rows);
    this.alphaB = new Float64Array(rows);
    this.betaA = new Float64Array(columns);
    this.betaB = new Float64Array(columns);
    this.columnsOf = Array.from({ length: rows }, () => []);
    this.costsOf = Array.from({ length: rows }, () => []);
    this.held = Array.from({ length: columns }, () => []);
    this.fixedOfRow = new Int32Array(rows);
    this.fixedOfColumn = new Int32Array(columns);
    this.isOpen = new Uint8Array(columns);
    this.mark = new Int32Array(columns);
    for (const [row, column] of fixed) {
      this.columnsOf[row]!.push(column);
      this.costsOf[row]!.push(costs.entry(row, column));
      this.fixedOfRow[row]! += 1;
      this.fixedOfColumn[column]! += 1;
    }
    for (let column = 0; column < columns; column++) {
      const next = this.fixedOfColumn[column]! + 1;
      if (next > capacities[column]!) continue;
      this.isOpen[column] = 1;
      const [a, b] = this.valueOfPlace(column, next);
      this.betaA[column] = 0 - a;
      this.betaB[column] = 0 - b;
    }
  }

  /** How many rows a column has, fixed ones among them. */
  load(column: number): number {
    return this.held[column]!.length + this.fixedOfColumn[column]!;
  }

  enter(row: number, column: number, cost: number): void {
    this.columnsOf[row]!.push(column);
    this.costsOf[row]!.push(cost);
    this.held[column]!.push(row);
  }

  leave(row: number, column: number): void {
    const at = this.columnsOf[row]!.indexOf(column);
    this.columnsOf[row]!.splice(at, 1);
    this.costsOf[row]!.splice(at, 1);
    this.held[column]!.splice(this.held[column]!.indexOf(row), 1);
  }

  markColumnsOf(row: number): void {
    this.stamp += 1;
    for (const column of this.columnsOf[row]!) this.mark[column] = this.stamp;
  }

  /** Rows that no search started from, and columns whose places are all fixed: prices that nothing exceeds. */
  priceTheRest(): void {
    const { costs, demands, capacities } = this.problem;
    for (let row = 0; row < costs.rows; row++) {
      if (demands[row]! > this.fixedOfRow[row]!) continue;
      this.raiseToPairs(row);
    }
    const isCostFirst = this.isCostFirst;
    for (let column = 0; column < costs.columns; column++) {
      if (this.isOpen[column] === 1) continue;
      const [a, b] = this.valueOfPlace(column, Math.max(1, capacities[column]!));
      this.betaA[column] = 0 - a;
      this.betaB[column] = 0 - b;
    }
    for (let row = 0; row < costs.rows; row++) {
      this.markColumnsOf(row);
      costs.load(row);
      for (let t = costs.start; t < costs.end; t++) {
        const cost = costs.costAt[t]!;
        const column = costs.columnAt[t]!;
        if (cost === Infinity || this.isOpen[column] === 1 || this.mark[column] === this.stamp) continue;
        const a = (isCostFirst ? 0 - cost : countOf.pair) - this.alphaA[row]!;
        const b = (isCostFirst ? countOf.pair : 0 - cost) - this.alphaB[row]!;
        if (a < this.betaA[column]! || (a === this.betaA[column] && b <= this.betaB[column]!)) continue;
        this.betaA[column] = a;
        this.betaB[column] = b;
      }
    }
  }

  valueOfPlace(column: number, place: number): [number, number] {
    const count = countOf.minimum * minimumOfPlace(this.problem, column, place);
    const value = 0 - costOfPlace(this.problem, place);
    return this.isCostFirst ? [value, count] : [count, value];
  }

  /** What a row's column number `unit` adds beside the pair: its first one makes it a row with a column. */
  valueOfUnit(unit: number): [number, number] {
    const count = unit === 1 ? countOf.row : 0;
    return this.isCostFirst ? [0, count] : [count, 0];
  }

  /** α of a row that is handled first: at least what its pairs are worth beyond the columns' prices. */
  raiseToPairs(row: number): void {
    const { costs } = this.problem;
    const isCostFirst = this.isCostFirst;
    const [floorA, floorB] = this.valueOfUnit(Math.max(1, this.columnsOf[row]!.length));
    let a = 0 - floorA;
    let b = 0 - floorB;
    this.markColumnsOf(row);
    costs.load(row);
    for (let t = costs.start; t < costs.end; t++) {
      const cost = costs.costAt[t]!;
      const column = costs.columnAt[t]!;
      if (cost === Infinity || this.isOpen[column] === 0 || this.mark[column] === this.stamp) continue;
      const pairA = (isCostFirst ? 0 - cost : countOf.pair) - this.betaA[column]!;
      const pairB = (isCostFirst ? countOf.pair : 0 - cost) - this.betaB[column]!;
      if (pairA > a || (pairA === a && pairB > b)) {
        a = pairA;
        b = pairB;
      }
    }
    this.alphaA[row] = a;
    this.alphaB[row] = b;
  }
}
