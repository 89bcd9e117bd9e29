import { ColumnView, type CostView, DenseView, SparseView } from './cost-view.js';

/** Reads by columns: compressed columns where rows are compressed, else column after column on demand. */
export function byColumns(view: CostView): CostView {
  return view instanceof SparseView ? transposeSparse(view) : new ColumnView(view);
}

/** The transpose as a matrix of its own, for kernels that read it many times. */
export function transpose(view: CostView): CostView {
  if (view instanceof SparseView) return transposeSparse(view);
  return transposeDense(view);
}

/** In blocks of rows, so that what is written stays close together. */
function transposeDense(view: CostView): DenseView {
  const { rows, columns } = view;
  const isSingle = view instanceof DenseView && view.values instanceof Float32Array;
  const values = isSingle ? new Float32Array(rows * columns) : new Float64Array(rows * columns);
  const blockRows = 16;
  const block = new Float64Array(Math.min(rows, blockRows) * columns);
  for (let first = 0; first < rows; first += blockRows) {
    const count = Math.min(blockRows, rows - first);
    for (let offset = 0; offset < count; offset++) {
      view.load(first + offset);
      block.set(view.costAt, offset * columns);
    }
    writeBlock(block, count, columns, values, first, rows);
  }
  return new DenseView({ rows: columns, columns: rows, values }, '', true);
}

function writeBlock(
  block: Float64Array,
  count: number,
  columns: number,
  out: Float32Array | Float64Array,
  first: number,
  rows: number,
): void {
  for (let column = 0; column < columns; column++) {
    const start = column * rows + first;
    for (let offset = 0; offset < count; offset++) out[start + offset] = block[offset * columns + column]!;
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
