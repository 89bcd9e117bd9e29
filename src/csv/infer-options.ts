import { listFields, questionWords } from './header-rules.js';
import type { InferColumnsOptions } from './infer-columns.js';
import type { GridColumn } from './infer-grids.js';
import { plainHeader } from './plain-header.js';
import { type Column, targetOf } from './propose-rule.js';
import { plainWord, readFlag } from './words.js';

/** Whether a cell of a column that stands for one option says that it is chosen, or not. */
export function isChosen(cell: string, option: string): boolean {
  return plainWord(cell) === plainWord(option) || readFlag(cell) !== undefined;
}

/** The option that asks for words of one's own. */
export function isOther(option: string): boolean {
  return /^(?:other|altr[oa])\b/.test(plainWord(option));
}

/**
 * Finds columns whose header is one option and no question (Typeform): by the options that were given for a
 * question that has no column, else neighbours that hold nothing but their own header.
 */
export function findBareOptions(
  columns: readonly Column[],
  options: InferColumnsOptions['options'],
  found: Map<number, GridColumn>,
): void {
  const headers = new Set(columns.map(({ header }) => plainHeader(header)));
  for (const [question, list] of Object.entries(options ?? {})) {
    if (headers.has(plainHeader(question))) continue;
    const to = targetOf(questionWords(question));
    const field = listFields.has(to) ? { to: to as 'interests' } : listAttribute(question);
    const known = new Map(list.map((option) => [plainWord(option), option]));
    for (const { at, header, cells } of columns) {
      const option = known.get(plainWord(header));
      if (option === undefined || found.has(at) || !cells.every((cell) => isChosen(cell, option))) continue;
      const why = `an option of "${question}"`;
      found.set(at, { proposal: { ...field, option, confidence: 'high', why } });
    }
  }
  let run: Column[] = [];
  for (const column of columns) {
    if (isBare(column) && !found.has(column.at)) run.push(column);
    else {
      proposeRun(run, column, found);
      run = [];
    }
  }
  proposeRun(run, undefined, found);
}

function isBare({ header, words, cells }: Column): boolean {
  if (
    words === '' ||
    cells.length === 0 ||
    targetOf(words) !== undefined ||
    /\bment(?:or|ee)s?\b/.test(words)
  )
    return false;
  const own = plainWord(header);
  return cells.every((cell) => plainWord(cell) === own);
}

function proposeRun(run: readonly Column[], next: Column | undefined, found: Map<number, GridColumn>): void {
  if (run.length < 2) return;
  const field = listAttribute(`options from "${run[0]!.header}"`);
  const why =
    'one of several neighbours that each hold one option; the question is not in the table: say what they mean by `to`';
  for (const { at, header } of run) {
    found.set(at, { proposal: { ...field, option: header, confidence: 'low', why } });
  }
  if (next === undefined || found.has(next.at) || !isOther(next.header) || next.cells.length === 0) return;
  found.set(next.at, { proposal: { ...field, confidence: 'low', why: 'other answers in words' } });
}

function listAttribute(name: string) {
  return { to: 'attributes', name, type: 'list' } as const;
}
