import { type ProblemList, showValue } from '../core/index.js';
import { isRecord, isTexts } from './shapes.js';
import type { ColumnRule } from './types.js';

/** What a column rule may say besides `ColumnRuleBase`, by its `to`; a `!` marks what it must say. */
const parts: Readonly<Record<string, readonly string[]>> = {
  id: ['lowerCase'],
  name: ['lowerCase'],
  role: ['flag', 'words'],
  optedIn: [],
  timeZone: [],
  capacity: [],
  minimumMentees: [],
  mentorsWanted: [],
  grade: [],
  managerId: ['lowerCase'],
  ...Object.fromEntries(
    [
      ...['interests', 'dislikes', 'languages'],
      ...['preferredMentors', 'avoidedMentors', 'preferredMentees', 'avoidedMentees'],
    ].map((field) => [field, ['split', 'option', 'lowerCase']]),
  ),
  skills: ['split', 'option', 'levelOf', 'labels'],
  skillsWanted: ['split', 'option', 'levelOf', 'labels'],
  availability: ['slot'],
  organization: [],
  department: [],
  team: [],
  location: [],
  trainedOn: ['dateOrder'],
  survey: ['item!', 'instrumentId!', 'labels'],
  traits: ['trait!', 'instrumentId!'],
  attributes: ['name!', 'type!', 'split', 'option'],
};
const common = ['header', 'occurrence', 'side', 'confidence', 'why', 'to', 'exact'];

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isOneOf =
  (...known: string[]) =>
  (value: unknown) =>
    typeof value === 'string' && known.includes(value);

const checks: Readonly<Record<string, readonly [isValid: (value: unknown) => boolean, rule: string]>> = {
  occurrence: [(value) => Number.isInteger(value) && (value as number) >= 1, 'a whole number ≥ 1'],
  side: [isOneOf('mentor', 'mentee'), '"mentor" or "mentee"'],
  exact: [(value) => typeof value === 'boolean', 'true or false'],
  lowerCase: [(value) => typeof value === 'boolean', 'true or false'],
  flag: [isOneOf('mentor', 'mentee'), '"mentor" or "mentee"'],
  words: [
    (value) =>
      isRecord(value) &&
      Object.entries(value).every(
        ([role, words]) => isOneOf('mentor', 'mentee', 'both')(role) && isTexts(words),
      ),
    'lists of words by role: { mentor?, mentee?, both? }',
  ],
  split: [isSplit, '{ separator?: a text or null, options?: a list of texts }'],
  option: [isText, 'a text that is not blank'],
  levelOf: [isText, 'the name of a skill'],
  labels: [isTexts, 'a list of texts'],
  slot: [(value) => typeof value === 'string', 'a text'],
  dateOrder: [isOneOf('day-first', 'month-first'), '"day-first" or "month-first"'],
  item: [isText, 'the id of a survey item'],
  trait: [isText, 'the name of a trait'],
  instrumentId: [isText, 'the id of an instrument'],
  name: [isText, 'a name that is not blank'],
  type: [isOneOf('text', 'number', 'boolean', 'list'), '"text", "number", "boolean" or "list"'],
};

/** Notes everything that is wrong with a mapping itself, whatever the table. */
export function checkColumns(columns: unknown, problems: ProblemList): columns is readonly ColumnRule[] {
  const before = problems.length;
  if (!Array.isArray(columns)) problems.add('options.columns', columns, 'a list of column rules');
  else for (const [at, rule] of columns.entries()) checkRule(rule, `options.columns[${at}]`, problems);
  if (problems.length === before) checkInstruments(columns as ColumnRule[], problems);
  return problems.length === before;
}

function checkRule(rule: unknown, path: string, problems: ProblemList): void {
  if (!isRecord(rule)) {
    problems.add(path, rule, 'a column rule { header, to, … }');
    return;
  }
  if (typeof rule.header !== 'string') problems.add(`${path}.header`, rule.header, 'a text');
  const own = typeof rule.to === 'string' && Object.hasOwn(parts, rule.to) ? parts[rule.to] : undefined;
  if (own === undefined) {
    problems.add(`${path}.to`, rule.to, `one of ${Object.keys(parts).join(', ')}`);
    return;
  }
  const names = own.map((part) => part.replace('!', ''));
  for (const part of own) {
    const name = part.replace('!', '');
    if (part !== name && rule[name] === undefined)
      problems.add(`${path}.${name}`, undefined, checks[name]![1]);
  }
  checkAttribute(rule, path, problems);
  for (const key of Object.keys(rule)) {
    if (rule[key] === undefined) continue;
    if (!common.includes(key) && !names.includes(key)) {
      problems.add(
        `${path}.${key}`,
        rule[key],
        `only ${[...names, ...common].join(', ')} for ${showValue(rule.to)}`,
      );
    } else {
      const check = checks[key];
      if (check !== undefined && !check[0](rule[key])) problems.add(`${path}.${key}`, rule[key], check[1]);
    }
  }
}

/** An attribute that stands for one option is a list. */
function checkAttribute(rule: Record<string, unknown>, path: string, problems: ProblemList): void {
  if (rule.to === 'attributes' && rule.option !== undefined && rule.type !== 'list')
    problems.add(`${path}.type`, rule.type, '"list" where the column stands for one option');
}

/** A person has one survey and one set of trait means. */
function checkInstruments(columns: readonly ColumnRule[], problems: ProblemList): void {
  for (const to of ['survey', 'traits'] as const) {
    const ids = new Set(columns.flatMap((rule) => (rule.to === to ? [rule.instrumentId] : [])));
    if (ids.size > 1)
      problems.add('options.columns', [...ids], `one instrumentId for all columns to "${to}"`);
  }
}

function isSplit(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { separator, options } = value;
  const isSeparator =
    separator === undefined || separator === null || (typeof separator === 'string' && separator !== '');
  return isSeparator && (options === undefined || isTexts(options));
}
