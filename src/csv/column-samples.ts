import { readAvailability } from './read-availability.js';
import { readCapacity } from './read-capacity.js';
import { readDate } from './read-date.js';
import { readRole } from './read-role.js';
import { readTimeZone } from './read-time-zone.js';
import { learnSplit } from './split-list.js';
import { isBlank, isNone, plainWord, readConsent, readFlag } from './words.js';

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

/** Whether the cells of a column are of a kind; a column without cells could be anything. */
export function looksLike(kind: keyof typeof kinds | 'list', cells: readonly string[]): boolean {
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

/** The labels of a known scale that holds every cell, or `undefined`; two different labels must be seen. */
export function labelsOf(
  cells: readonly string[],
  sets: readonly (readonly string[])[],
): readonly string[] | undefined {
  const seen = new Set(cells.map(plainWord));
  if (seen.size < 2) return undefined;
  return sets.find((labels) => {
    const known = new Set(labels.map(plainWord));
    return [...seen].every((label) => known.has(label));
  });
}

/** `Interests [Chess]` → question and option. */
export function optionOf(header: string): { question: string; option: string } | undefined {
  const found =
    /^(.*\S)\s*[[(]([^[\]()]+)[\])]\s*$/s.exec(header) ??
    /^(.{3,}?\S)\s*(?::|\s[-–—>/]|\.)\s+(\S.*)$/s.exec(header);
  return found ? { question: found[1]!, option: found[2]!.trim() } : undefined;
}
