/** Instances as files: written row by row and read in place, so that a matrix is held once per solver. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { families, sparseRows } from './families.mjs';

/** Writes a matrix of 32-bit numbers and returns the largest size of an entry. */
export function writeMatrix(file, family, rows, columns, seed) {
  const writeRow = families[family](rows, columns, seed);
  const row = new Float32Array(columns);
  let largest = 0;
  const target = openSync(file, 'w');
  for (let i = 0; i < rows; i++) {
    writeRow(row);
    for (let j = 0; j < columns; j++) if (Math.abs(row[j]) > largest) largest = Math.abs(row[j]);
    writeAll(target, row);
  }
  closeSync(target);
  return largest;
}

export function readValues(file, length) {
  const values = new Float32Array(length);
  const source = openSync(file, 'r');
  readAll(source, values);
  closeSync(source);
  return values;
}

/** Writes starts and columns as 32-bit whole numbers, then values as 64-bit ones. */
export function writeSparse(file, rows, columns, perRow, seed) {
  const { rowStarts, columnIndices, values } = sparseRows(rows, columns, perRow, seed);
  const target = openSync(file, 'w');
  for (const array of [rowStarts, columnIndices, values]) writeAll(target, array);
  closeSync(target);
  return 1e6;
}

export function readSparse(file, { rows, columns, perRow }) {
  const rowStarts = new Int32Array(rows + 1);
  const columnIndices = new Int32Array(rows * perRow);
  const values = new Float64Array(rows * perRow);
  const source = openSync(file, 'r');
  for (const array of [rowStarts, columnIndices, values]) readAll(source, array);
  closeSync(source);
  return { rows, columns, rowStarts, columnIndices, values };
}

function writeAll(target, array) {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at, bytes.length - at);
}

/** In pieces, as one reading takes 2 GB at most. */
function readAll(source, array) {
  const bytes = new Uint8Array(array.buffer);
  for (let at = 0; at < bytes.length; )
    at += readSync(source, bytes, at, Math.min(bytes.length - at, 2 ** 26), null);
}
