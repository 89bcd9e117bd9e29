import { ProblemList, reading } from '../core/index.js';
import { readPart } from './person-columns.js';
import { isTexts } from './shapes.js';
import { checkWriteOptions, type WriteOptions, writeRows } from './write-table.js';

/** What `scoresToCsv` reads of a compiled cohort. */
export interface ScoredCohort {
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  writeScores(mentee: number, out: Int32Array): void;
}

export interface ScoresToCsvOptions extends WriteOptions {
  /** `matrix` (default): a row for each mentee, a column for each mentor. `long`: a row for each possible pair. */
  readonly shape?: 'matrix' | 'long';
  /** Only these mentees, in this order; for a large cohort, a part at a time. */
  readonly menteeIds?: readonly string[];
}

/** One text holds no more than about half a billion signs. */
const largestTable = 20_000_000;

/**
 * Writes the score of every pair for a spreadsheet, with six decimals; a pair that may not be made is a blank cell
 * (`matrix`) or left out (`long`).
 *
 * @param cohort a compiled cohort
 * @throws InputError for a mentee who is not in the cohort, and for more than 20 million pairs at once
 *
 * O(pairs).
 */
export function scoresToCsv(cohort: ScoredCohort, options: ScoresToCsvOptions = {}): string {
  const problems = new ProblemList('scoresToCsv');
  checkWriteOptions(options, problems, ['shape', 'menteeIds']);
  const shape = options.shape ?? 'matrix';
  if (shape !== 'matrix' && shape !== 'long') problems.add('options.shape', shape, '"matrix" or "long"');
  const isCohort = () =>
    isTexts(cohort?.menteeIds) && isTexts(cohort.mentorIds) && typeof cohort.writeScores === 'function';
  if (readPart(isCohort) !== true) problems.add('cohort', cohort, 'a compiled cohort');
  if (options.menteeIds !== undefined && !isTexts(options.menteeIds))
    problems.add('options.menteeIds', options.menteeIds, 'a list of ids');
  problems.throwIfAny();
  const indexes = menteesOf(cohort, options.menteeIds, problems);
  const pairs = indexes.length * cohort.mentorIds.length;
  if (pairs > largestTable) {
    problems.add(
      'options.menteeIds',
      `${pairs} pairs`,
      'at most 20,000,000 pairs at once: write some mentees at a time',
    );
  }
  problems.throwIfAny();
  const write = () =>
    writeRows(shape === 'matrix' ? matrixRows(cohort, indexes) : longRows(cohort, indexes), options);
  return reading('scoresToCsv', 'cohort', cohort, 'a compiled cohort', write);
}

function menteesOf(
  { menteeIds }: ScoredCohort,
  chosen: readonly string[] | undefined,
  problems: ProblemList,
): number[] {
  if (chosen === undefined) return menteeIds.map((_, at) => at);
  const places = new Map(menteeIds.map((id, at) => [id, at]));
  return chosen.map((id, at) => {
    const place = places.get(id);
    if (place === undefined)
      problems.add(`options.menteeIds[${at}]`, id, 'the id of a mentee of this cohort');
    return place ?? 0;
  });
}

function* matrixRows(cohort: ScoredCohort, indexes: readonly number[]): Generator<string[]> {
  yield ['menteeId', ...cohort.mentorIds];
  const scores = new Int32Array(cohort.mentorIds.length);
  for (const mentee of indexes) {
    cohort.writeScores(mentee, scores);
    yield [cohort.menteeIds[mentee]!, ...Array.from(scores, (score) => (score < 0 ? '' : decimals(score)))];
  }
}

function* longRows(cohort: ScoredCohort, indexes: readonly number[]): Generator<string[]> {
  yield ['menteeId', 'mentorId', 'score'];
  const scores = new Int32Array(cohort.mentorIds.length);
  for (const mentee of indexes) {
    cohort.writeScores(mentee, scores);
    for (let mentor = 0; mentor < scores.length; mentor++) {
      if (scores[mentor]! >= 0)
        yield [cohort.menteeIds[mentee]!, cohort.mentorIds[mentor]!, decimals(scores[mentor]!)];
    }
  }
}

function decimals(millionths: number): string {
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
