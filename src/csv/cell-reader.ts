import { canonicalTerm } from '../participants/index.js';
import { readExactList, readExactSkills, readExactSlots, readExactText } from './exact-cell.js';
import { plainId } from './plain-id.js';
import { readAvailability } from './read-availability.js';
import { readCapacity, readMentorsWanted } from './read-capacity.js';
import { readDate } from './read-date.js';
import { labelRank, readLevel, readSkill } from './read-skill.js';
import { readTimeZone } from './read-time-zone.js';
import { blank, type CellNote, interpreted, notUnderstood, type Reading } from './reading.js';
import type { Splitter } from './split-list.js';
import type { ColumnRule, SplitRule } from './types.js';
import { isBlank, isNone, numberWords, plainWord, readConsent, readFlag } from './words.js';

export type CellReader = (cell: string) => Reading<unknown>;

/** What the readers of a table need to know besides the rule. */
export interface ReaderContext {
  /** Canonical name of a grade → its rank. */
  readonly grades: ReadonlyMap<string, number> | undefined;
  readonly splitter: Splitter | undefined;
}

/** Fields whose cell means itself, so that `NA` there may be a name or a code. */
const literal = new Set([
  'id',
  'name',
  'managerId',
  'organization',
  'department',
  'team',
  'location',
  'optedIn',
]);
const remembered = 20_000;

/** A reader of the cells of one column; what it has read it remembers, since columns repeat themselves. */
export function cellReader(rule: ColumnRule, context: ReaderContext): CellReader {
  const read = rule.exact === true ? exactReader(rule) : looseReader(rule, context);
  const known = new Map<string, Reading<unknown>>();
  return (cell) => {
    let reading = known.get(cell);
    if (reading === undefined) {
      reading = read(cell);
      if (known.size >= remembered) known.clear();
      known.set(cell, reading);
    }
    return reading;
  };
}

function looseReader(rule: ColumnRule, context: ReaderContext): CellReader {
  const read = readerOf(rule, context);
  const isLiteral = literal.has(rule.to) || (rule.to === 'attributes' && rule.type === 'text');
  return (raw) => {
    const cell = raw.trim();
    if (cell === '') return blank;
    if (!isLiteral && isBlank(cell))
      return { issues: [{ code: 'interpreted', severity: 'note', rule: 'read as left blank' }] };
    return read(cell);
  };
}

function readerOf(rule: ColumnRule, context: ReaderContext): CellReader {
  switch (rule.to) {
    case 'optedIn':
      return (cell) => given(readConsent(cell), 'yes or no, or a sentence such as "I agree"; taken as no');
    case 'timeZone':
      return readTimeZone;
    case 'capacity':
      return (cell) => readCapacity(cell);
    case 'minimumMentees':
      return (cell) => readCapacity(cell, 'smallest');
    case 'mentorsWanted':
      return readMentorsWanted;
    case 'grade':
      return (cell) => readGrade(cell, context.grades);
    case 'availability':
      return (cell) => readSlots(cell, rule.slot);
    case 'trainedOn':
      return (cell) => readDate(cell, rule.dateOrder);
    case 'survey':
      return (cell) => readAnswer(cell, rule.labels);
    case 'traits':
      return readNumber;
    case 'skills':
    case 'skillsWanted':
      if (rule.levelOf !== undefined) return (cell) => readLevel(cell, rule.levelOf!, rule.labels);
      return skillsReader(listReader(rule, context, (text) => text));
    case 'attributes':
      if (rule.type === 'number') return readNumber;
      if (rule.type === 'boolean') return (cell) => given(readFlag(cell), 'yes or no');
      if (rule.type === 'list') return listReader(rule, context, (text) => text);
      return (cell) => ({ value: cell });
    case 'id':
    case 'name':
    case 'managerId':
      return (cell) => ({ value: plainId(cell, rule.lowerCase) });
    case 'role':
    case 'organization':
    case 'department':
    case 'team':
    case 'location':
      return (cell) => ({ value: cell });
    default:
      return listReader(rule, context, (text) => plainId(text, rule.lowerCase));
  }
}

function given<Value>(value: Value | undefined, rule: string): Reading<Value> {
  return value === undefined ? notUnderstood(rule) : { value };
}

function listReader<Item>(
  rule: { readonly option?: string; readonly to: string; readonly split?: SplitRule },
  { splitter }: ReaderContext,
  itemOf: (text: string) => Item,
): CellReader {
  const { option } = rule;
  if (option !== undefined) {
    return (cell) => {
      const chosen = canonicalTerm(cell) === canonicalTerm(option) ? true : readFlag(cell);
      return chosen === undefined
        ? notUnderstood(`yes or no, or the option "${option}" itself`)
        : { value: chosen ? [itemOf(option)] : [] };
    };
  }
  return (cell) => {
    if (isNone(cell)) return interpreted([], 'read as none: an empty list');
    const { answers, unknown } = splitter!.split(cell);
    const issues: CellNote[] = unknown.map((answer) => ({
      code: 'unknownOption',
      severity: 'note',
      rule: `"${answer}" is none of the options and was kept as an answer of its own`,
    }));
    if (answers.length === 0) return notUnderstood('answers, not only what stands between them');
    if (idLists.has(rule.to) && answers.length === 1 && readFlag(cell) === true)
      return notUnderstood('ids of people, not a yes alone');
    const items = rule.to === 'languages' && splitter!.source === 'learnt' ? languagesOf(answers) : answers;
    if (items.length > answers.length)
      issues.push({ code: 'interpreted', severity: 'note', rule: `read as ${items.join('; ')}` });
    return { value: items.map(itemOf), ...(issues.length > 0 ? { issues } : {}) };
  };
}

/** What a reader of lists makes of a cell, each answer as a skill. */
function skillsReader(read: CellReader): CellReader {
  return (cell) => {
    const { value, issues = [] } = read(cell) as Reading<string[]>;
    if (value === undefined) return { issues };
    const skills = value.map(readSkill);
    const notes = [...issues, ...skills.flatMap((skill) => skill.issues ?? [])];
    return { value: skills.map((skill) => skill.value), ...(notes.length > 0 ? { issues: notes } : {}) };
  };
}

const idLists = new Set(['preferredMentors', 'avoidedMentors', 'preferredMentees', 'avoidedMentees']);

/** `English and French`, `inglese e tedesco`: no language has such a name. */
function languagesOf(answers: readonly string[]): string[] {
  return answers.flatMap((answer) =>
    answer
      .split(/\s(?:and|e|ed|und|et|y|&)\s|[/+&]/i)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

function readAnswer(cell: string, labels: readonly string[] | undefined): Reading<number | string> {
  const label = labelRank(cell, labels);
  if (label !== undefined) return { value: label };
  const number = /^-?\d+(?:[.,]\d+)?(?=$|\s*[-–=:.)(])/.exec(cell);
  if (number) return { value: Number(number[0].replace(',', '.')) };
  if (labels === undefined) return { value: cell };
  return notUnderstood(`a number, or one of the labels ${labels.join(', ')}`);
}

function readGrade(cell: string, grades: ReadonlyMap<string, number> | undefined): Reading<number> {
  const rank = grades?.get(canonicalTerm(cell));
  if (rank !== undefined) return { value: rank };
  if (grades !== undefined) return notUnderstood('one of the grades that were given');
  const number = Number(cell);
  if (/^[+-]?\d+(?:[.,]0+)?$/.test(cell) && Number.isSafeInteger(number)) return { value: number + 0 };
  const word = numberWords.get(plainWord(cell));
  return word === undefined
    ? notUnderstood('a whole number, or the option grades: every grade, lowest first')
    : { value: word };
}

function readNumber(cell: string): Reading<number> {
  // 1,234 may be one thousand or one and a bit.
  const ambiguous = /^[+-]?\d{1,3},\d{3}$/.test(cell);
  const number = Number(cell.replace(',', '.'));
  if (!ambiguous && /^[+-]?\d+(?:[.,]\d+)?$/.test(cell) && Number.isFinite(number)) return { value: number };
  return notUnderstood('a number such as 12 or 1.5');
}

function readSlots(cell: string, slot: string | undefined): Reading<unknown> {
  if (isNone(cell)) return interpreted([], 'read as none: an empty list');
  if (slot === undefined) return readAvailability(cell);
  const flag = readFlag(cell);
  const whole = flag === undefined ? undefined : readAvailability(slot);
  if (flag === false) return { value: [] };
  return whole?.value === undefined ? readAvailability(cell, slot) : whole;
}

function exactReader(rule: ColumnRule): CellReader {
  const read = exactValue(rule);
  return (cell) => {
    if (cell === '') return blank;
    const value = read(cell);
    const isSound = value !== undefined && (mayBeBlank.has(rule.to) || !hasBlank(value));
    return isSound ? { value } : notUnderstood('a cell as participantsToCsv writes it');
  };
}

const mayBeBlank = new Set(['name', 'attributes', 'survey']);

/** Whether a value is a blank text, or a list with one. */
function hasBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.some((item) => hasBlank(item?.name ?? item));
}

function exactValue(rule: ColumnRule): (cell: string) => unknown {
  switch (rule.to) {
    case 'optedIn':
      return flagOf;
    case 'traits':
      return (cell) => (cell === '(none)' ? null : numberOf(cell));
    case 'capacity':
    case 'minimumMentees':
      return (cell) => readCapacity(cell).value;
    case 'mentorsWanted':
      return (cell) => readMentorsWanted(cell).value;
    case 'grade':
      return (cell) => readGrade(cell, undefined).value;
    case 'timeZone':
      return (cell) => readTimeZone(cell).value;
    case 'trainedOn':
      return (cell) => readDate(cell).value;
    case 'availability':
      return readExactSlots;
    case 'skills':
    case 'skillsWanted':
      return readExactSkills;
    case 'survey':
      return (cell) =>
        cell === '(none)' ? null : cell.startsWith('"') ? readExactText(cell) : numberOf(cell);
    case 'attributes':
      if (rule.type === 'number') return numberOf;
      if (rule.type === 'boolean') return flagOf;
      return rule.type === 'list' ? readExactList : readExactText;
    case 'interests':
    case 'dislikes':
    case 'languages':
    case 'preferredMentors':
    case 'avoidedMentors':
    case 'preferredMentees':
    case 'avoidedMentees':
      return readExactList;
    default:
      return readExactText;
  }
}

function flagOf(cell: string): boolean | undefined {
  return cell === 'yes' ? true : cell === 'no' ? false : undefined;
}

function numberOf(cell: string): number | undefined {
  const number = Number(cell);
  return cell.trim() !== '' && Number.isFinite(number) ? number : undefined;
}
