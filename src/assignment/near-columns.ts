import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { ColumnsBelow } from './columns-below.js';
import { type CostView, DenseView, type RealArray } from './cost-view.js';
import type { Placement } from './placement.js';

/** Some columns of every row, and a bound ≤ c − v for every column that is not among them, as long as duals only fall. */
export interface ColumnLists {
  /** Pairs of a row: `columns[t]` at `costs[t]` for starts[row] ≤ t < ends[row]. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly columns: Int32Array;
  readonly costs: Float64Array;
  readonly bounds: Float64Array;
}

/**
 * Of every row the very few columns that are about as cheap as its best, beside the longer lists of `BestColumns`: a
 * search looks at these first, and mostly at nothing else. A row of which nothing is known has none, and a bound of
 * −Infinity.
 */
export interface NearColumns extends ColumnLists {
  /** By row: what the column that it had costs, where that is the cheapest for it; NaN = that is not known. */
  readonly ownCosts: Float64Array;
  /** Lists further columns of a row in `BestColumns`; false where that does not work by a threshold. */
  extend(row: number): boolean;
}

/** About so many columns of a row are listed, and at most so many. */
const listed = 24;
const mostListed = 64;
/** The same for those that are near. */
const near = 6;
const mostNear = 16;
/** By how much a threshold that found too many or too few is changed. */
const correction = 1.02;
/** How many rows are looked at to begin with. */
const sampledRows = 16;
/** About so many pairs are looked at for first prices of columns with room. */
const sampledPairs = 20_000;
/** After how many rows the work can be paused. */
const pause = 256;

/**
 * Reads every row once at the duals of a similar problem and lists what is cheap for it: whatever costs it, less the
 * dual, hardly more than the column that it had.
 *
 * On the way every column with room gets the highest dual at which no row would rather have it than what it has, so
 * that rows stay where they are. That is a choice of where to start: right is every start.
 *
 * @param preferred the column that each unit had, −1 = none
 * @param highest what the dual of a column with room may be at most
 */
export function* listNearColumns(
  placement: Placement,
  preferred: Int32Array,
  highest: number,
): Steps<AssignmentProgress, void> {
  const { best, problem } = placement;
  const { rows } = problem.costs;
  const reading = new NearReading(placement, preferred);
  reading.priceRoom(highest);
  if (!reading.guessThresholds()) return;
  for (let row = 0; row < rows; row += 2) {
    if (row % pause === 0) yield { stage: 'assigning', done: 0, of: rows };
    reading.readTwo(row, row + 1);
    // Where much is tied, lists by a threshold are of no use.
    if (reading.missed > sampledRows + row / 8) break;
  }
  best.near = reading;
}

class NearReading implements NearColumns {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly columns: Int32Array;
  readonly costs: Float64Array;
  readonly bounds: Float64Array;
  readonly ownCosts: Float64Array;
  /** How many rows had to be left to others. */
  missed = 0;
  readonly #placement: Placement;
  /** A column that the row had, −1 = none: with several units all are equally cheap for it. */
  readonly #ownOf: Int32Array;
  /** 1 = a column that has more places than rows that had it. */
  readonly #hasRoom: Uint8Array;
  readonly #found = new ColumnsBelow(mostListed);
  readonly #foundBeside = new ColumnsBelow(mostListed);
  #rise = 0;
  #nearRise = 0;

  constructor(placement: Placement, preferred: Int32Array) {
    const { capacities, columnDuals, costs } = placement.problem;
    this.#placement = placement;
    this.#ownOf = new Int32Array(costs.rows).fill(-1);
    const left = capacities.slice();
    preferred.forEach((column, unit) => {
      if (column < 0 || columnDuals[column] === -Infinity) return;
      left[column]! -= 1;
      this.#ownOf[placement.unitRow[unit]!] = column;
    });
    this.#hasRoom = Uint8Array.from(left, (places, j) =>
      places > 0 && columnDuals[j] !== -Infinity ? 1 : 0,
    );
    this.starts = new Int32Array(costs.rows);
    for (let row = 0; row < costs.rows; row++) this.starts[row] = row * mostNear;
    this.ends = this.starts.slice();
    this.columns = new Int32Array(costs.rows * mostNear);
    this.costs = new Float64Array(costs.rows * mostNear);
    this.bounds = new Float64Array(costs.rows).fill(-Infinity);
    this.ownCosts = new Float64Array(costs.rows).fill(Number.NaN);
  }

  /** First prices of columns with room by a sample of rows, so that the first lists are not full of them. */
  priceRoom(highest: number): void {
    const { costs, columnDuals: v } = this.#placement.problem;
    const open: number[] = [];
    this.#hasRoom.forEach((has, j) => {
      if (has === 1) open.push(j);
    });
    const step = Math.max(1, Math.ceil((open.length * costs.rows) / sampledPairs));
    const least = new Float64Array(open.length).fill(highest);
    for (let row = 0; row < costs.rows && open.length > 0; row += step) {
      const own = this.#ownOf[row]!;
      if (own < 0 || this.#hasRoom[own] === 1) continue;
      const u = costs.entry(row, own) - v[own]!;
      for (let at = 0; at < open.length; at++) {
        const q = costs.entry(row, open[at]!) - u;
        if (q < least[at]!) least[at] = q;
      }
    }
    open.forEach((j, at) => {
      v[j] = Number.isFinite(least[at]!) ? least[at]! : 0;
    });
  }

  /** Thresholds from a few rows that are read as usual; false where they tell nothing. */
  guessThresholds(): boolean {
    const { problem, best } = this.#placement;
    const { columnDuals: v, costs } = problem;
    const rises: number[] = [];
    const step = Math.max(1, Math.floor(costs.rows / sampledRows));
    for (let row = 0; row < costs.rows; row += step) {
      const own = this.#ownOf[row]!;
      if (own < 0) continue;
      best.refresh(row);
      rises.push(best.bounds[row]! - (costs.entry(row, own) - v[own]!));
    }
    rises.sort((one, other) => one - other);
    this.#rise = rises[rises.length >> 1] ?? 0;
    this.#nearRise = this.#rise / 4;
    return this.#rise > 0 && this.#rise < Infinity;
  }

  /** Reads two rows; the second may be one too many. */
  readTwo(row: number, beside: number): void {
    const { columnDuals: v, costs } = this.#placement.problem;
    const own = this.#ownToRead(row);
    const ownBeside = beside < costs.rows ? this.#ownToRead(beside) : Infinity;
    // A row that is copied to be read is gone when the next one is.
    const areTogether = own < Infinity && ownBeside < Infinity && isInPlace(costs);
    if (areTogether) {
      const bound = own + this.#rise;
      const boundBeside = ownBeside + this.#rise;
      const rowCosts = this.#costsOf(row);
      const costsBeside = this.#costsOf(beside);
      this.#found.gatherBeside(rowCosts, bound, this.#foundBeside, costsBeside, boundBeside, v);
      this.#list(row, this.#found, rowCosts, own, bound);
      this.#list(beside, this.#foundBeside, costsBeside, ownBeside, boundBeside);
      return;
    }
    this.#read(row, own);
    this.#read(beside, ownBeside);
  }

  /** What the row's own column costs it, less the dual; Infinity = the row is not to be read. */
  #ownToRead(row: number): number {
    const { best, problem } = this.#placement;
    const own = this.#ownOf[row]!;
    if (own < 0 || best.bounds[row]! > -Infinity) return Infinity;
    const reduced = problem.costs.entry(row, own) - problem.columnDuals[own]!;
    return Number.isFinite(reduced) ? reduced : Infinity;
  }

  #read(row: number, own: number): void {
    if (own === Infinity) return;
    const bound = own + this.#rise;
    const rowCosts = this.#costsOf(row);
    this.#found.gather(rowCosts, this.#placement.problem.columnDuals, bound);
    this.#list(row, this.#found, rowCosts, own, bound);
  }

  /** The costs of a row by column, until another row is asked for where rows are copied. */
  #costsOf(row: number): RealArray {
    const { costs } = this.#placement.problem;
    const offset = costs.prepare(row);
    return costs.rowValues.subarray(offset, offset + costs.columns);
  }

  extend(row: number): boolean {
    const { problem, best } = this.#placement;
    const found = this.#found;
    const before = best.bounds[row]!;
    const bound = before + this.#rise;
    const costs = this.#costsOf(row);
    found.gather(costs, problem.columnDuals, bound);
    if (found.count > mostListed) return false;
    // Where much is tied a threshold hardly rises: without a further column it would be asked for ever.
    if (!found.reduced.subarray(0, found.count).some((q) => q >= before)) return false;
    return best.keep(row, found, costs, bound);
  }

  /** Lists what was found, and changes the thresholds for the rows that follow. */
  #list(row: number, found: ColumnsBelow, rowCosts: RealArray, ownReduced: number, bound: number): void {
    const { problem, best } = this.#placement;
    const { columnDuals: v } = problem;
    const { columns, reduced, count } = found;
    if (count < listed) this.#rise *= correction;
    else this.#rise /= count > mostListed ? 2 * correction : correction;
    if (count > mostListed || count === 0) {
      this.missed += 1;
      return;
    }
    const hasRoom = this.#hasRoom;
    const own = this.#ownOf[row]!;
    const nearBound = Math.min(ownReduced + this.#nearRise, bound);
    const start = this.starts[row]!;
    let end = start;
    let u = ownReduced;
    for (let t = 0; t < count; t++) {
      const q = reduced[t]!;
      if (q < u && hasRoom[columns[t]!] === 0) u = q;
      if (!(q < nearBound)) continue;
      if (end - start < mostNear) {
        this.columns[end] = columns[t]!;
        this.costs[end] = rowCosts[columns[t]!]!;
      }
      end += 1;
    }
    this.#nearRise *= end - start < near ? correction : 1 / correction;
    if (end - start <= mostNear) {
      this.ends[row] = end;
      this.bounds[row] = nearBound;
    }
    for (let t = 0; t < count; t++) {
      const j = columns[t]!;
      if (j === own || hasRoom[j] === 0) continue;
      const cost = rowCosts[j]!;
      if (cost - v[j]! < u) v[j] = cost - u;
    }
    // Columns with room are no cheaper now, and duals of others do not change while rows are read.
    if (u === ownReduced && hasRoom[own] === 0) this.ownCosts[row] = rowCosts[own]!;
    best.keep(row, found, rowCosts, bound);
  }
}

/** Whether rows are read where they are, and not copied first. */
function isInPlace(costs: CostView): boolean {
  return costs instanceof DenseView && costs.rowValues === costs.values;
}
