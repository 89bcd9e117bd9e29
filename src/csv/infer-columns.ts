import { checkInferArguments } from './check-options.js';
import { findId } from './find-id.js';
import { type HeaderTarget, questionWords } from './header-rules.js';
import { findGrids } from './infer-grids.js';
import { occurrences } from './plain-header.js';
import { type Column, type Proposal, proposalsFor, targetOf } from './propose-rule.js';
import type { ColumnRule, UnusedColumn } from './types.js';

/** A proposal of what the columns mean; correct `columns` and pass it on to `parseParticipants`. */
export interface InferredColumns {
  /** In the order of the table, each with `confidence` and `why`. */
  readonly columns: readonly ColumnRule[];
  /** Columns that no rule reads, with the reason. */
  readonly unused: readonly UnusedColumn[];
}

export interface InferColumnsOptions {
  /** With a role for everybody, role columns are not looked for. */
  readonly role?: 'mentor' | 'mentee' | 'both';
  readonly grades?: readonly string[];
  /** Options of multi-select questions by header, or by question where each option has a column of its own. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  /** Survey items to look for among the headers: by their id or their text. */
  readonly survey?: {
    readonly instrumentId: string;
    readonly items: readonly { readonly id: string; readonly text?: string }[];
  };
}

const sampleSize = 1000;
/** Of a cell, so many signs tell what it is. */
const longestCell = 1000;

/**
 * Proposes what each column means, from its header (English or Italian) and its cells. A header alone is not
 * believed: a role column must hold roles, a consent column yes and no, a time column times.
 *
 * Columns that no field fits become attributes if their cells are short, since a rule of the programme may need
 * them; long texts and what the form itself writes stay unused. Nothing is decided for good: every rule says how
 * sure it is and why.
 *
 * @param headers the header row
 * @param sampleRows rows below it, as many as you like; up to 1,000 are looked at
 *
 * @example
 * const { columns, unused } = inferColumns(['Email Address', 'Hobbies'], [['ana@example.com', 'Chess, Go']]);
 * columns[1]; // => { header: 'Hobbies', to: 'interests', confidence: 'high', why: … }
 */
export function inferColumns(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[] = [],
  options: InferColumnsOptions = {},
): InferredColumns {
  checkInferArguments(headers, sampleRows, sampleSize, options);
  const rows = sampleRows.length > sampleSize ? sampleRows.slice(0, sampleSize) : sampleRows;
  const counts = occurrences(headers);
  const columns = headers.map((header, at): Column => {
    const cells = rows
      .map((row) => (row[at] ?? '').trim().slice(0, longestCell))
      .filter((cell) => cell !== '');
    const filled = rows.length === 0 ? 1 : cells.length / rows.length;
    return {
      at,
      header: header.trim(),
      occurrence: counts[at]!,
      words: questionWords(header),
      cells,
      filled,
    };
  });
  const proposals = new Map<number, Proposal[]>();
  const unused: UnusedColumn[] = [];
  const grids = findGrids(columns, options);
  const id = findId(columns, grids);
  const hasLastName = columns.some(({ words }) => targetOf(words) === 'lastName');
  const taken = new Map<HeaderTarget, string>();
  for (const column of columns) {
    const proposed =
      column.at === id?.at
        ? [id.proposal]
        : proposalsFor(column, grids.get(column.at), options, hasLastName, taken);
    if (Array.isArray(proposed)) proposals.set(column.at, proposed);
    else unused.push({ header: column.header, occurrence: column.occurrence, why: proposed.unused });
  }
  const rules = columns.flatMap((column) =>
    (proposals.get(column.at) ?? []).map((proposal) => {
      const occurrence = column.occurrence > 1 ? { occurrence: column.occurrence } : {};
      return { header: column.header, ...occurrence, ...proposal } as ColumnRule;
    }),
  );
  return { columns: orderNames(rules, columns), unused };
}

/** First names before last names, whatever the order of the columns. */
function orderNames(rules: readonly ColumnRule[], columns: readonly Column[]): ColumnRule[] {
  const words = new Map(columns.map(({ header, words: own }) => [header, own]));
  const isLast = (rule: ColumnRule) =>
    rule.to === 'name' && targetOf(words.get(rule.header) ?? '') === 'lastName';
  const first = rules.findIndex((rule) => rule.to === 'name');
  if (first < 0 || !isLast(rules[first]!)) return [...rules];
  const last = rules[first]!;
  const rest = rules.filter((rule) => rule !== last);
  const after = rest.findIndex((rule) => rule.to === 'name');
  rest.splice(after + 1, 0, last);
  return rest;
}
