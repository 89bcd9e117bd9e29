import { ProblemList } from '../core/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import { requireCompiled } from './compile-input.js';
import { requireOptionNames } from './option-names.js';
import { type PriceOfPair, pricesOfPartners } from './price-of-pair.js';
import { requirePerson } from './require-people.js';
import { type SolvedProblem, solvedProblem } from './solved-problem.js';
import type { Matching } from './types.js';

export interface RankOptions {
  /** How many at most, a whole number ≥ 0; all unless given. */
  readonly limit?: number;
  /** A matching of the cohort; each partner then comes with what the pair would cost the whole. */
  readonly matching?: Matching;
}

/** One eligible partner. */
export interface RankedMentor {
  readonly mentorId: string;
  readonly score: number;
  readonly knownShare: number;
  /** Where a matching was passed; `priceOfPair` also says who would move. */
  readonly price?: PriceOfPair;
}

/** One eligible partner. */
export interface RankedMentee {
  readonly menteeId: string;
  readonly score: number;
  readonly knownShare: number;
  /** Where a matching was passed; `priceOfPair` also says who would move. */
  readonly price?: PriceOfPair;
}

/**
 * The mentors whom a mentee may have, best score first; equal scores in canonical order. Places and other
 * mentees are not looked at, unless a `matching` is passed: then each comes with its exact price.
 *
 * @throws InputError where the id is not of a mentee who opted in, the limit is no whole number ≥ 0, or the
 * matching does not belong to the cohort
 *
 * O(mentors · log mentors); with a matching O(mentees · mentors).
 */
export function rankMentors(
  cohort: CompiledCohort,
  menteeId: string,
  options: RankOptions = {},
): RankedMentor[] {
  const compiled = requireCompiled('rankMentors', cohort);
  const mentee = requirePerson('rankMentors', compiled, 'mentee', menteeId);
  const limit = readLimit('rankMentors', options);
  const priceOf = pricesIn(solvedFor('rankMentors', compiled, options), { mentee });
  const scores = new Int32Array(compiled.mentorIds.length);
  compiled.writeScores(mentee, scores);
  return bestFirst(scores, limit).map((mentor) => ({
    mentorId: compiled.mentorIds[mentor]!,
    score: fromMillionths(scores[mentor]!),
    knownShare: fromMillionths(compiled.knownShare(mentee, mentor)),
    ...priceOf(mentor),
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
  const priceOf = pricesIn(solvedFor('rankMentees', compiled, options), { mentor });
  const scores = Int32Array.from(compiled.menteeIds, (_, mentee) =>
    compiled.isEligible(mentee, mentor) ? compiled.score(mentee, mentor) : -1,
  );
  return bestFirst(scores, limit).map((mentee) => ({
    menteeId: compiled.menteeIds[mentee]!,
    score: fromMillionths(scores[mentee]!),
    knownShare: fromMillionths(compiled.knownShare(mentee, mentor)),
    ...priceOf(mentee),
  }));
}

function solvedFor(
  functionName: string,
  cohort: CompiledCohort,
  { matching }: RankOptions,
): SolvedProblem | undefined {
  return matching === undefined ? undefined : solvedProblem(functionName, cohort, matching);
}

function pricesIn(
  solved: SolvedProblem | undefined,
  person: { readonly mentee: number } | { readonly mentor: number },
): (partner: number) => { readonly price?: PriceOfPair } {
  if (solved === undefined) return () => ({});
  const priceOf = pricesOfPartners(solved, person);
  return (partner) => ({ price: priceOf(partner) });
}

function readLimit(functionName: string, options: RankOptions): number {
  requireOptionNames(functionName, options, ['limit', 'matching']);
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
