import Papa from 'papaparse';
import { InputError } from '../core/index.js';
import { unguardCell } from './formula-guard.js';
import type { CellIssue } from './types.js';

/** A text taken apart into cells; nothing else was done to them. */
export interface Table {
  readonly headers: readonly string[];
  /** What issues call the columns: see `CellIssue.column`. */
  readonly labels: readonly string[];
  /** Rows below the header; `rows[0]` is row 2 of the spreadsheet. */
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly issues: readonly CellIssue[];
}

const delimiters = [',', ';', '\t'];

/**
 * Takes a CSV text apart: byte order mark, `sep=` line, delimiter (`,` `;` tab) and line ends are found, quoted
 * cells may hold line breaks, and what `guardCell` put in front of a cell is taken away. No text breaks it: what
 * is malformed is an issue.
 *
 * @throws InputError for what is no text, and a delimiter that is none of the three
 *
 * Linear in the text.
 */
export function readTable(text: string, delimiter?: string): Table {
  if (typeof text !== 'string')
    throw new InputError('readTable', [
      { path: 'text', value: text, rule: 'a text: the content of a CSV file' },
    ]);
  if (delimiter !== undefined && !delimiters.includes(delimiter))
    throw new InputError('readTable', [{ path: 'delimiter', value: delimiter, rule: '",", ";" or a tab' }]);
  let body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const declared = /^"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(body);
  if (declared) body = body.slice(declared[0].length);
  const found = delimiter ?? declared?.[1] ?? findDelimiter(body);
  const { data, errors } = parse(body, found);
  // The line end after the last row is no row.
  if (data.length > 0 && isEmpty(data[data.length - 1]!)) data.pop();
  const [headers = [], ...rows] = data;
  for (const cells of data) for (let at = 0; at < cells.length; at++) cells[at] = unguardCell(cells[at]!);
  const labels = labelColumns(headers);
  const issues: CellIssue[] = errors.map(({ row }) => {
    const at = Math.min(row ?? 0, Math.max(data.length - 1, 0));
    return {
      row: at + 1,
      column: labels[0] ?? 'column 1',
      value: data[at]?.join(found).slice(0, 200) ?? '',
      rule: 'quotes around a whole cell, doubled within it; the row may have come apart in the wrong places',
      severity: 'warning',
      code: 'malformedQuotes',
    };
  });
  return { headers, labels, rows, delimiter: found, issues };
}

function parse(text: string, delimiter: string, preview = 0) {
  // Most files have one kind of line end throughout; only the others are made even first.
  const isEven = !/\r(?!\n)|(?<!\r)\n/.test(text);
  const even = isEven ? text : evenLineEnds(text, delimiter);
  const newline = isEven ? '\r\n' : '\n';
  return Papa.parse<string[]>(even, { delimiter, newline, header: false, preview });
}

/** The delimiter by which the most rows are as wide as the header, and the header is widest. */
function findDelimiter(text: string): string {
  const sample = text.slice(0, 100_000);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const { data } = parse(sample, delimiter, 50);
    const width = data[0]?.length ?? 0;
    const body = data.slice(1).filter((row) => !isEmpty(row));
    const agreeing = body.filter((row) => row.length === width).length;
    const score = (width - 1) * ((agreeing + 0.5) / (body.length + 0.5));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Line ends outside of quoted cells as `\n`; programs mix them, and within a cell they are content. */
function evenLineEnds(text: string, delimiter: string): string {
  if (!text.includes('\r')) return text;
  if (!text.includes('"')) return text.replace(/\r\n?/g, '\n');
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      // A quote opens a cell only where a cell starts; within a cell it toggles, and a doubled one toggles twice.
      if (quoted || startsCell(text, at, delimiter)) quoted = !quoted;
    } else if (code === 13 && !quoted) {
      parts.push(text.slice(start, at), '\n');
      if (text.charCodeAt(at + 1) === 10) at += 1;
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.join('');
}

function startsCell(text: string, at: number, delimiter: string): boolean {
  if (at === 0) return true;
  const before = text[at - 1]!;
  return before === '\n' || before === '\r' || before === '"' || before === delimiter;
}

function isEmpty(row: readonly string[]): boolean {
  return row.length === 1 && row[0] === '';
}

function labelColumns(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, at) => {
    const text = header.trim();
    if (text === '') return `column ${at + 1}`;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} (${count})`;
  });
}
