import { checkOptionNames, ProblemList, reading } from '../core/index.js';
import { guardCell } from './formula-guard.js';

/** How a table is written. */
export interface WriteOptions {
  /** `,` (default), `;` or a tab. Spreadsheets set to Italian or German open `;` by a double click. */
  readonly delimiter?: ',' | ';' | '\t';
}

/**
 * Writes rows as text by RFC 4180: CRLF after each row, cells that need it in quotes, and cells that a
 * spreadsheet would run as a formula made inert (see `guardCell`).
 *
 * A cell with any of the three delimiters is quoted, whichever is in use, so that a program that guesses the
 * delimiter guesses right more often.
 *
 * @throws InputError for what are no rows of texts, and an option that is not known
 */
export function writeTable(rows: Iterable<readonly string[]>, options: WriteOptions = {}): string {
  const problems = new ProblemList('writeTable');
  checkWriteOptions(options, problems);
  problems.throwIfAny();
  const rule = 'a list of rows, which are lists of texts';
  return reading('writeTable', 'rows', rows, rule, () => writeRows(rows, options));
}

/** `writeTable` once rows and options are checked. */
export function writeRows(rows: Iterable<readonly string[]>, { delimiter = ',' }: WriteOptions): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map(writeCell).join(delimiter));
  lines.push('');
  return lines.join('\r\n');
}

/** Notes options of no known name, and a delimiter that is none. */
export function checkWriteOptions(
  options: WriteOptions,
  problems: ProblemList,
  names: readonly string[] = [],
): void {
  checkOptionNames(problems, options, ['delimiter', ...names]);
  problems.throwIfAny();
  const { delimiter } = options;
  if (delimiter !== undefined && ![',', ';', '\t'].includes(delimiter)) {
    problems.add('options.delimiter', delimiter, '",", ";" or a tab');
  }
}

function writeCell(cell: string): string {
  const guarded = guardCell(cell);
  if (!/[",;\t\r\n]|^[\s\ufeff]|[\s\ufeff]$/.test(guarded)) return guarded;
  return `"${guarded.replaceAll('"', '""')}"`;
}
