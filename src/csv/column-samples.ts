import { longestQuestion } from './header-rules.js';
import { readAvailability } from './read-availability.js';
import { readCapacity } from './read-capacity.js';
import { readDate } from './read-date.js';
import { readRole } from './read-role.js';
import { readTimeZone } from './read-time-zone.js';
import { learnSplit } from './split-list.js';
import { isBlank, isNone, plainWord, readConsent, readFlag } from './words.js';

/** How far a header is believed: where it names a field, one cell that fits is enough, and the others are told. */
export function fitsSome(kind: CellKind, cells: readonly string[]): boolean {
  return looksLike(kind, cells) || cells.some((cell) => !isBlank(cell) && kinds[kind][0](cell));
}

const number = /^[+-]?\d+(?:[.,]\d+)?$/;
const role =
  /^(?:mentors?|mentees?|both|entramb[ie]|mentor\W{1,3}mentee|mentee\W{1,3}mentor|.{0,60}\bment(?:or|ee)s?\b.{0,60})$/;

/** What a cell must be like for its column to be of a kind, and which share of the cells must be so. */
const kinds = {
  flag: [(cell: string) => readFlag(cell) !== undefined, 1],
  consent: [(cell: string) => readConsent(cell) !== undefined, 0.9],
  number: [(cell: string) => number.test(cell), 0.95],
  wholeNumber: [(cell: string) => /^\d{1,3}$/.test(cell), 0.95],
  timeZone: [(cell: string) => readTimeZone(cell).value !== undefined, 0.5],
  capacity: [(cell: string) => readCapacity(cell).value !== undefined, 0.7],
  date: [
    (cell: string) =>
      readDate(cell, 'day-first').value !== undefined || readDate(cell, 'month-first').value !== undefined,
    0.7,
  ],
  availability: [(cell: string) => readAvailability(cell).value !== undefined, 0.5],
  address: [(cell: string) => /^\S+@\S+$/.test(cell.split(/[;,]/)[0]!), 0.5],
  role: [(cell: string) => role.test(plainWord(cell)) && readRole(cell) !== undefined, 0.9],
  longText: [(cell: string) => cell.length > 100 && /\s.*\s.*\s.*\s/s.test(cell) && !/;/.test(cell), 0.3],
} as const;

export type CellKind = keyof typeof kinds;

/** Whether the cells of a column are of a kind; a column without cells could be anything. */
export function looksLike(kind: CellKind | 'list', cells: readonly string[]): boolean {
  const said = cells.filter((cell) => !isBlank(cell) && !isNone(cell));
  if (kind === 'list') return isList(said);
  if (said.length === 0)
    return (
      kind === 'consent' || (kind !== 'longText' && kind !== 'flag' && kind !== 'role' && kind !== 'number')
    );
  const [test, share] = kinds[kind];
  return said.filter(test).length >= share * said.length;
}

/** Answers come back in other cells, with others or alone. */
function isList(cells: readonly string[]): boolean {
  const splitter = learnSplit(cells);
  const several = cells.filter((cell) => splitter.split(cell).answers.length > 1);
  if (splitter.separator === null || several.length === 0) return false;
  const answers = cells.flatMap((cell) => splitter.split(cell).answers);
  return new Set(answers).size <= 0.6 * answers.length && answers.every((answer) => answer.length <= 80);
}

/** Which share of the cells of one question must be as the question expects; the others are odd cells, told when read. */
const ofQuestion = 0.75;

/** Whether nearly all cells of one question (over all its columns) pass a test. */
export function mostAre(cells: readonly string[], test: (cell: string) => boolean): boolean {
  const said = cells.filter((cell) => !isBlank(cell));
  return said.length > 0 && said.filter(test).length >= ofQuestion * said.length;
}

/** `4`, `4.5`, or a number with its label: `5 - Expert`. */
export function isRated(cell: string): boolean {
  return /^\d{1,3}(?:[.,]\d+)?(?=$|\s*[-–=:.)(])/.test(cell);
}

/**
 * The labels of a known scale that holds the cells of one question, or `undefined`. Two different labels must be seen.
 * A few odd cells may be there, but none that comes again: that would be a label of another scale.
 */
export function labelsOf(
  cells: readonly string[],
  sets: readonly (readonly string[])[],
): readonly string[] | undefined {
  const times = new Map<string, number>();
  let all = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const word = plainWord(cell);
    times.set(word, (times.get(word) ?? 0) + 1);
    all += 1;
  }
  let best: { readonly labels: readonly string[]; readonly count: number } | undefined;
  for (const labels of sets) {
    const known = new Set(labels.map(plainWord));
    const seen = [...times].filter(([word]) => known.has(word));
    const count = seen.reduce((sum, [, number]) => sum + number, 0);
    const isOdd = ([word, number]: readonly [string, number]) =>
      known.has(word) || number <= 0.02 * all || number === 1;
    if (seen.length < 2 || count < ofQuestion * all || ![...times].every(isOdd)) continue;
    if (best === undefined || count > best.count) best = { labels, count };
  }
  return best?.labels;
}

/** `Interests [Chess]` → question and option. */
export function optionOf(header: string): { question: string; option: string } | undefined {
  // The patterns below take quadratic time, and no option stands behind a question that long.
  if (header.length > longestQuestion) return undefined;
  const found =
    /^(.*\S)\s*[[(]([^[\]()]+)[\])]\s*$/s.exec(header) ??
    /^(.{3,}?\S)\s*(?::|\s[-–—>/]|\.)\s+(\S.*)$/s.exec(header);
  return found ? { question: found[1]!, option: found[2]!.trim() } : undefined;
}
