import { ProblemList, reading } from '../core/index.js';
import type { Matching, UnmatchedReason } from '../matching/index.js';
import { type PeopleOfCohort, personReader, readPart, readPeople, requireList } from './person-columns.js';
import { checkWriteOptions, type WriteOptions, writeRows } from './write-table.js';

/**
 * Writes who has no partner, and why, for a spreadsheet: `id`, `name`, `side`, `reason` (its code) and `detail`
 * (the numbers behind it). Cells that a spreadsheet would run are made inert.
 */
export function unmatchedToCsv(
  cohort: PeopleOfCohort,
  matching: Pick<Matching, 'unmatched' | 'bottlenecks'>,
  options: WriteOptions = {},
): string {
  const problems = new ProblemList('unmatchedToCsv');
  checkWriteOptions(options, problems);
  const people = readPeople(cohort, problems);
  requireList(
    readPart(() => matching?.unmatched),
    'matching.unmatched',
    problems,
  );
  requireList(
    readPart(() => matching?.bottlenecks),
    'matching.bottlenecks',
    problems,
  );
  problems.throwIfAny();
  const nameOf = personReader('name')!;
  const rule = 'people and a matching that can be read';
  const rows = reading('unmatchedToCsv', '', matching, rule, () =>
    matching.unmatched.map(({ id, side, reason }) => [
      id,
      nameOf(people[side].get(id)),
      side,
      reason.code,
      detailOf(reason, matching.bottlenecks),
    ]),
  );
  return writeRows([['id', 'name', 'side', 'reason', 'detail'], ...rows], options);
}

function detailOf(reason: UnmatchedReason, bottlenecks: Matching['bottlenecks']): string {
  switch (reason.code) {
    case 'noEligibleMentor':
    case 'noEligibleMentee':
      return reason.rules.map(({ rule, pairs }) => `${rule} ${pairs}`).join('; ');
    case 'belowMinimumScore':
      return `best ${reason.best}; minimum ${reason.minimumScore}`;
    case 'notEnoughPlaces': {
      const bottleneck = bottlenecks[reason.bottleneck];
      if (bottleneck === undefined) return '';
      return `${bottleneck.menteeIds.length} mentees; ${bottleneck.places} places`;
    }
    case 'totalPreferred':
      return `pairs gained ${reason.pairsGained}; score lost ${reason.scoreLost}`;
    case 'heldByOthers':
      return `eligible mentors ${reason.eligibleMentors}`;
    case 'menteesPlacedElsewhere':
      return `eligible mentees ${reason.eligibleMentees}`;
    default:
      return '';
  }
}
