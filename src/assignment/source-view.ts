import { InputError } from '../core/index.js';
import { BestSelection } from './best-selection.js';
import type { CostSource, RowSelector } from './cost-source.js';
import { holdsCosts, type LazyView, type RealArray } from './cost-view.js';

/** A caller's source; every number is checked as it is read, since a NaN would never be found otherwise. */
export class SourceView implements LazyView {
  readonly rows: number;
  readonly columns: number;
  readonly start = 0;
  readonly end: number;
  readonly columnAt: Int32Array;
  readonly costAt: Float64Array;
  readonly rowValues: RealArray;
  readonly #source: CostSource;
  readonly #functionName: string;

  constructor(source: CostSource, functionName: string) {
    this.rows = source.rows;
    this.columns = source.columns;
    this.end = source.columns;
    this.columnAt = Int32Array.from({ length: source.columns }, (_, column) => column);
    this.costAt = new Float64Array(source.columns);
    this.rowValues = this.costAt;
    this.#source = source;
    this.#functionName = functionName;
  }

  load(row: number): void {
    this.#source.writeRow(row, this.costAt);
    if (holdsCosts(this.costAt, 0, this.columns)) return;
    for (let column = 0; column < this.columns; column++) this.#check(row, column, this.costAt[column]!);
  }

  prepare(row: number): number {
    this.load(row);
    return 0;
  }

  /** The source's own, or one that reads whole rows. */
  readonly selector = (width: number): RowSelector =>
    this.#source.selector?.(width) ?? new RowReader(this, width);

  readonly writeAllowed = (row: number, out: Int32Array): number => {
    if (this.#source.writeAllowed !== undefined) return this.#source.writeAllowed(row, out);
    this.load(row);
    let count = 0;
    for (let column = 0; column < this.columns; column++)
      if (this.costAt[column] !== Infinity) out[count++] = column;
    return count;
  };

  entry(row: number, column: number): number {
    return this.#check(row, column, this.#source.entry(row, column));
  }

  #check(row: number, column: number, value: number): number {
    if (value > -Infinity) return value;
    const path = `cost of row ${row}, column ${column}`;
    throw new InputError(this.#functionName, [{ path, value, rule: 'a number or Infinity (forbidden)' }]);
  }
}

/** The selector of a source that has none: it reads the row and chooses. */
class RowReader implements RowSelector {
  readonly columns: Int32Array;
  readonly costs: Float64Array;
  bound = Infinity;
  readonly #view: SourceView;
  readonly #selection: BestSelection;

  constructor(view: SourceView, width: number) {
    this.#view = view;
    this.#selection = new BestSelection(view.rows, view.columns, width);
    this.columns = this.#selection.columns;
    this.costs = new Float64Array(width);
  }

  select(row: number, columnDuals: Float64Array): number {
    this.#view.load(row);
    const { costAt } = this.#view;
    const count = this.#selection.select(row, costAt, 0, columnDuals, -Infinity);
    for (let t = 0; t < count; t++) this.costs[t] = costAt[this.columns[t]!]!;
    this.bound = this.#selection.bound;
    return count;
  }

  forget(): void {}
}
