import { isList, ProblemList, reading } from '../core/index.js';
import type { MatchedPair, Matching } from '../matching/index.js';
import {
  type PeopleOfCohort,
  type PersonColumn,
  personReader,
  readPart,
  readPeople,
  requireList,
} from './person-columns.js';
import { checkWriteOptions, type WriteOptions, writeRows } from './write-table.js';

/** A column of `pairsToCsv`: part of the pair, or a field of one of the two (`mentee.department`). */
export type PairColumn = keyof MatchedPair | `mentee.${PersonColumn}` | `mentor.${PersonColumn}`;

export interface PairsToCsvOptions extends WriteOptions {
  /** What the columns hold, in order; a pair `[header, column]` names the column otherwise. */
  readonly columns?: readonly (PairColumn | readonly [header: string, column: PairColumn])[];
}

const pairFields: readonly (keyof MatchedPair)[] = ['menteeId', 'mentorId', 'score', 'knownShare', 'locked'];
const usual: readonly PairColumn[] = [
  'menteeId',
  'mentee.name',
  'mentorId',
  'mentor.name',
  'score',
  'knownShare',
  'locked',
];

/**
 * Writes the pairs of a matching for a spreadsheet, in the order of the matching; `historyFromCsv` reads them back.
 * Cells that a spreadsheet would run are made inert.
 *
 * @param cohort the people, for names and other fields; a person who is not there leaves those cells blank
 * @throws InputError for a column of no known name
 *
 * @example
 * pairsToCsv(cohort, matching, { columns: ['mentee.name', 'mentor.name', ['Points', 'score']] });
 */
export function pairsToCsv(
  cohort: PeopleOfCohort,
  matching: Pick<Matching, 'pairs'>,
  options: PairsToCsvOptions = {},
): string {
  const problems = new ProblemList('pairsToCsv');
  checkWriteOptions(options, problems, ['columns']);
  const people = readPeople(cohort, problems);
  requireList(
    readPart(() => matching?.pairs),
    'matching.pairs',
    problems,
  );
  if (options.columns !== undefined && !isList(options.columns))
    problems.add('options.columns', options.columns, 'a list of columns');
  problems.throwIfAny();
  const rule = 'people and pairs that can be read';
  return reading('pairsToCsv', '', matching, rule, () => rowsOf(people, matching, options, problems));
}

function rowsOf(
  people: ReturnType<typeof readPeople>,
  matching: Pick<Matching, 'pairs'>,
  options: PairsToCsvOptions,
  problems: ProblemList,
): string {
  const columns = (options.columns ?? usual).map((entry, at) => {
    const [header, column] = Array.isArray(entry) ? entry : [entry, entry];
    if (typeof header !== 'string')
      problems.add(`options.columns[${at}]`, entry, 'a column, or [header, column]');
    return { header, read: pairReader(column, at, people, problems) };
  });
  problems.throwIfAny();
  const rows = matching.pairs.map((pair) => columns.map(({ read }) => read(pair)));
  return writeRows([columns.map(({ header }) => header), ...rows], options);
}

function pairReader(
  column: string,
  at: number,
  people: ReturnType<typeof readPeople>,
  problems: ProblemList,
): (pair: MatchedPair) => string {
  const field = pairFields.find((name) => name === column);
  if (field === 'locked') return ({ locked }) => (locked ? 'yes' : 'no');
  if (field !== undefined) return (pair) => String(pair[field]);
  const found = /^(mentee|mentor)\.(.+)$/s.exec(String(column));
  const read = found ? personReader(found[2]!) : undefined;
  if (read === undefined) {
    problems.add(
      `options.columns[${at}]`,
      column,
      `one of ${pairFields.join(', ')}, mentee.<field>, mentor.<field>`,
    );
    return () => '';
  }
  const side = found![1] as 'mentee' | 'mentor';
  return (pair) => read(people[side].get(side === 'mentee' ? pair.menteeId : pair.mentorId));
}
