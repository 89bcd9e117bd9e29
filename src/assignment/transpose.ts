import { runSteps, type Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { ColumnView, type CostView, DenseView, type RealArray, SparseView } from './cost-view.js';

/** Reads by columns: compressed columns where rows are compressed, else column after column on demand. */
export function byColumns(view: CostView): CostView {
  return view instanceof SparseView ? transposeSparse(view) : new ColumnView(view);
}

/** The transpose as a matrix of its own, for kernels that read it many times. */
export function transpose(view: CostView): CostView {
  return runSteps(transposeSteps(view));
}

/** `transpose` as steps. */
export function* transposeSteps(view: CostView): Steps<AssignmentProgress, CostView> {
  return view instanceof SparseView ? transposeSparse(view) : yield* transposeDense(view);
}

/** In blocks, so that what is read and what is written stay close together. */
function* transposeDense(view: CostView): Steps<AssignmentProgress, DenseView> {
  const { rows, columns } = view;
  const isSingle = view.rowValues instanceof Float32Array;
  const values = isSingle ? new Float32Array(rows * columns) : new Float64Array(rows * columns);
  const isInPlace = view instanceof DenseView && view.rowValues === view.values;
  const block = isInPlace ? view.values : new Float64Array(blockRows * columns);
  for (let first = 0; first < rows; first += blockRows) {
    const last = Math.min(first + blockRows, rows);
    yield { stage: 'assigning', done: 0, of: rows };
    for (let row = first; row < last; row++) {
      const offset = view.prepare(row);
      if (!isInPlace) block.set(view.rowValues, (row - first) * columns + offset);
    }
    const start = isInPlace ? first * columns : 0;
    for (let column = 0; column < columns; column += blockRows)
      turnBlock(
        block,
        start,
        columns,
        column,
        Math.min(column + blockRows, columns),
        values,
        first,
        last,
        rows,
      );
  }
  return new DenseView({ rows: columns, columns: rows, values }, '', true);
}

const blockRows = 32;

function turnBlock(
  block: RealArray,
  start: number,
  columns: number,
  firstColumn: number,
  lastColumn: number,
  out: RealArray,
  firstRow: number,
  lastRow: number,
  rows: number,
): void {
  for (let column = firstColumn; column < lastColumn; column++) {
    const to = column * rows;
    let from = start + column;
    for (let row = firstRow; row < lastRow; row++, from += columns) out[to + row] = block[from]!;
  }
}

/** Counting sort by column; rows stay ascending within a column. */
function transposeSparse(view: SparseView): SparseView {
  const { rows, columns, rowStarts, columnAt, costAt } = view;
  const pairs = rowStarts[rows]!;
  const columnStarts = new Int32Array(columns + 1);
  for (let at = 0; at < pairs; at++) columnStarts[columnAt[at]! + 1]! += 1;
  for (let column = 0; column < columns; column++) columnStarts[column + 1]! += columnStarts[column]!;
  const next = columnStarts.slice();
  const rowIndices = new Int32Array(pairs);
  const values = new Float64Array(pairs);
  for (let row = 0; row < rows; row++) {
    for (let at = rowStarts[row]!; at < rowStarts[row + 1]!; at++) {
      const to = next[columnAt[at]!]!++;
      rowIndices[to] = row;
      values[to] = costAt[at]!;
    }
  }
  return new SparseView({
    rows: columns,
    columns: rows,
    rowStarts: columnStarts,
    columnIndices: rowIndices,
    values,
  });
}
