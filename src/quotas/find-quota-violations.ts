import { ProblemList } from '../core/index.js';
import { type Matching, parseMatching, type Quota, type QuotaCount } from '../matching/index.js';
import { type CompiledCohort, isCompiledCohort } from '../scoring/index.js';
import { countPairs, holds } from './count-pairs.js';
import { compileQuotas } from './quota-rows.js';
import { readQuotas } from './read-quotas.js';

/**
 * The limits that a matching breaks, each with its number of pairs; an empty list means that all quotas hold.
 *
 * @param quotas those of the matching's record unless given
 * @throws InputError where a pair names people who are not of the cohort, or a quota is none
 *
 * O(pairs · limits)
 */
export function findQuotaViolations(
  cohort: CompiledCohort,
  matching: Matching,
  quotas?: readonly Quota[],
): QuotaCount[] {
  const problems = new ProblemList('findQuotaViolations');
  if (!isCompiledCohort(cohort))
    problems.add('cohort', cohort, 'what compileCohort({ mentors, mentees }, options) returned');
  problems.throwIfAny();
  const { pairs, record } = parseMatching(matching);
  const rows = compileQuotas(cohort, readQuotas('findQuotaViolations', quotas ?? record.quotas ?? []));
  const byIndex = pairs.map(({ menteeId, mentorId }, at) => {
    const mentee = cohort.menteeIndex(menteeId);
    const mentor = cohort.mentorIndex(mentorId);
    if (mentee < 0 || mentor < 0)
      problems.add(`matching.pairs[${at}]`, { menteeId, mentorId }, 'people of the cohort');
    return [mentee, mentor] as const;
  });
  problems.throwIfAny();
  return countPairs(rows, byIndex).filter((count) => !holds(count));
}
