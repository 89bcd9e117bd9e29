import { checkOptionNames, listOf, ProblemList } from '../core/index.js';
import { checkColumns } from './check-columns.js';
import { isRecord, isTexts } from './shapes.js';

const inferring = ['role', 'grades', 'options', 'survey'];
const parsing = [...inferring, 'columns', 'otherSide', 'assumeOptedIn', 'duplicates', 'delimiter'];

type Options = Readonly<Record<string, unknown>>;

/** @throws InputError for a text or options of `parseParticipants` that are none */
export function checkParseOptions(text: unknown, given: object): void {
  const problems = new ProblemList('parseParticipants');
  if (typeof text !== 'string') problems.add('text', text, 'a text: the content of a CSV file');
  checkOptionNames(problems, given, parsing);
  problems.throwIfAny();
  const options = given as Options;
  if (options.columns !== undefined) checkColumns(options.columns, problems);
  checkShared(options, problems);
  checkChoice('assumeOptedIn', [true, false], 'true or false', options, problems);
  checkChoice('duplicates', ['keep-first', 'keep-last'], '"keep-first" or "keep-last"', options, problems);
  checkChoice('delimiter', [',', ';', '\t'], '",", ";" or a tab', options, problems);
  const { otherSide } = options;
  if (otherSide !== undefined && !(Array.isArray(otherSide) && otherSide.every(isNamed)))
    problems.add('options.otherSide', otherSide, 'a list of people, each with an id and perhaps a name');
  problems.throwIfAny();
}

/** @throws InputError for arguments of `inferColumns` that are none */
export function checkInferArguments(
  headers: unknown,
  rows: unknown,
  sampleSize: number,
  given: object,
): void {
  const problems = new ProblemList('inferColumns');
  if (!isTexts(headers)) problems.add('headers', headers, 'a list of texts');
  if (listOf(rows)?.slice(0, sampleSize).every(isTexts) !== true) {
    problems.add('sampleRows', rows, 'a list of rows, each a list of texts');
  }
  // parseParticipants passes its own options on, which are checked already.
  checkOptionNames(problems, given, parsing);
  problems.throwIfAny();
  checkShared(given as Options, problems);
  problems.throwIfAny();
}

function checkShared(options: Options, problems: ProblemList): void {
  checkChoice('role', ['mentor', 'mentee', 'both'], '"mentor", "mentee" or "both"', options, problems);
  const { grades, options: lists, survey } = options;
  if (grades !== undefined && !isTexts(grades))
    problems.add('options.grades', grades, 'a list of grades, lowest first');
  if (lists !== undefined && !(isRecord(lists) && Object.values(lists).every(isTexts)))
    problems.add('options.options', lists, 'lists of options by header');
  if (survey === undefined) return;
  const isItem = (item: unknown) =>
    isRecord(item) &&
    typeof item.id === 'string' &&
    (item.text === undefined || typeof item.text === 'string');
  const isSurvey =
    isRecord(survey) &&
    typeof survey.instrumentId === 'string' &&
    Array.isArray(survey.items) &&
    survey.items.every(isItem);
  if (!isSurvey)
    problems.add(
      'options.survey',
      survey,
      '{ instrumentId, items: a list of { id, text? }, all of them texts }',
    );
}

function checkChoice(
  name: string,
  known: readonly unknown[],
  rule: string,
  options: Options,
  problems: ProblemList,
): void {
  if (options[name] !== undefined && !known.includes(options[name]))
    problems.add(`options.${name}`, options[name], rule);
}

function isNamed(person: unknown): boolean {
  if (!isRecord(person) || typeof person.id !== 'string') return false;
  return person.name === undefined || person.name === null || typeof person.name === 'string';
}
