/**
 * Who holds which column: `columnOf[unit]` and, per column, a doubly linked list of the units that hold it.
 *
 * A unit is one thing to place. In most problems unit = row; where a row must be placed several times, it
 * has several units.
 */
export class Holders {
  /** The column that a unit holds, −1 = none. */
  readonly columnOf: Int32Array;
  /** How many units hold a column. */
  readonly count: Int32Array;
  /** The first unit in a column's list, −1 = none; go on with `next`. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly #previous: Int32Array;

  constructor(units: number, columns: number) {
    this.columnOf = new Int32Array(units).fill(-1);
    this.count = new Int32Array(columns);
    this.first = new Int32Array(columns).fill(-1);
    this.next = new Int32Array(units).fill(-1);
    this.#previous = new Int32Array(units).fill(-1);
  }

  /** Who holds what in an assignment, −1 = none. */
  static of(columnOf: Int32Array, columns: number): Holders {
    const holders = new Holders(columnOf.length, columns);
    columnOf.forEach((column, unit) => {
      if (column >= 0) holders.place(unit, column);
    });
    return holders;
  }

  /** Gives `column` to a unit that holds none. */
  place(unit: number, column: number): void {
    const head = this.first[column]!;
    this.next[unit] = head;
    this.#previous[unit] = -1;
    if (head >= 0) this.#previous[head] = unit;
    this.first[column] = unit;
    this.columnOf[unit] = column;
    this.count[column]! += 1;
  }

  /** Takes a unit's column away and returns it. */
  release(unit: number): number {
    const column = this.columnOf[unit]!;
    const next = this.next[unit]!;
    const previous = this.#previous[unit]!;
    if (previous >= 0) this.next[previous] = next;
    else this.first[column] = next;
    if (next >= 0) this.#previous[next] = previous;
    this.columnOf[unit] = -1;
    this.count[column]! -= 1;
    return column;
  }
}
