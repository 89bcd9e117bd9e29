import { ProblemList } from '../core/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import { requireCompiled } from './compile-input.js';
import { requireOptionNames } from './option-names.js';
import { requirePerson } from './require-people.js';

export interface RankOptions {
  /** How many at most, a whole number ≥ 0; all unless given. */
  readonly limit?: number;
}

/** One eligible partner. */
export interface RankedMentor {
  readonly mentorId: string;
  readonly score: number;
  readonly knownShare: number;
}

/** One eligible partner. */
export interface RankedMentee {
  readonly menteeId: string;
  readonly score: number;
  readonly knownShare: number;
}

/**
 * The mentors whom a mentee may have, best score first; equal scores in canonical order. Places and other
 * mentees are not looked at: what a pair would cost the others is another question.
 *
 * @throws InputError where the id is not of a mentee who opted in, or the limit is no whole number ≥ 0
 *
 * O(mentors · log mentors).
 */
export function rankMentors(
  cohort: CompiledCohort,
  menteeId: string,
  options: RankOptions = {},
): RankedMentor[] {
  const compiled = requireCompiled('rankMentors', cohort);
  const mentee = requirePerson('rankMentors', compiled, 'mentee', menteeId);
  const limit = readLimit('rankMentors', options);
  const scores = new Int32Array(compiled.mentorIds.length);
  compiled.writeScores(mentee, scores);
  return bestFirst(scores, limit).map((mentor) => ({
    mentorId: compiled.mentorIds[mentor]!,
    score: fromMillionths(scores[mentor]!),
    knownShare: fromMillionths(compiled.knownShare(mentee, mentor)),
  }));
}

/**
 * The mentees whom a mentor may have, best score first; see `rankMentors`.
 *
 * @throws InputError where the id is not of a mentor who opted in, or the limit is no whole number ≥ 0
 *
 * O(mentees · (factors + log mentees)).
 */
export function rankMentees(
  cohort: CompiledCohort,
  mentorId: string,
  options: RankOptions = {},
): RankedMentee[] {
  const compiled = requireCompiled('rankMentees', cohort);
  const mentor = requirePerson('rankMentees', compiled, 'mentor', mentorId);
  const limit = readLimit('rankMentees', options);
  const scores = Int32Array.from(compiled.menteeIds, (_, mentee) =>
    compiled.isEligible(mentee, mentor) ? compiled.score(mentee, mentor) : -1,
  );
  return bestFirst(scores, limit).map((mentee) => ({
    menteeId: compiled.menteeIds[mentee]!,
    score: fromMillionths(scores[mentee]!),
    knownShare: fromMillionths(compiled.knownShare(mentee, mentor)),
  }));
}

function readLimit(functionName: string, options: RankOptions): number {
  requireOptionNames(functionName, options, ['limit']);
  const { limit = Number.POSITIVE_INFINITY } = options;
  const problems = new ProblemList(functionName);
  if (limit !== Number.POSITIVE_INFINITY && !(Number.isInteger(limit) && limit >= 0)) {
    problems.add('limit', limit, 'a whole number ≥ 0');
  }
  problems.throwIfAny();
  return limit;
}

/** Indices of scores ≥ 0, highest first, equal ones in order. */
function bestFirst(scores: Int32Array, limit: number): number[] {
  const eligible = [...scores.keys()].filter((index) => scores[index]! >= 0);
  eligible.sort((one, other) => scores[other]! - scores[one]! || one - other);
  return eligible.slice(0, limit);
}
