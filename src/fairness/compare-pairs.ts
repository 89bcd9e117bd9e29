import type { Matching } from '../matching/index.js';

/** A mentee who gets another mentor; `null` is nobody. */
export interface ChangedMentee {
  readonly menteeId: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How another matching of the same people differs. */
export interface PairChanges {
  readonly menteesChanged: number;
  /** Of the mentees who have a mentor in either matching; `null` where none has. */
  readonly changedShare: number | null;
  readonly changes: readonly ChangedMentee[];
  readonly pairsBefore: number;
  readonly pairsAfter: number;
}

/** Compares the pairs of two matchings of the same mentees; changes come in canonical order of the mentees. */
export function comparePairs(menteeIds: readonly string[], before: Matching, after: Matching): PairChanges {
  const then = mentorOf(before);
  const now = mentorOf(after);
  const placed = menteeIds.filter((id) => then.has(id) || now.has(id));
  const changes = placed.flatMap((menteeId) => {
    const from = then.get(menteeId) ?? null;
    const to = now.get(menteeId) ?? null;
    return from === to ? [] : [{ menteeId, from, to }];
  });
  return {
    menteesChanged: changes.length,
    changedShare: placed.length === 0 ? null : changes.length / placed.length,
    changes,
    pairsBefore: before.pairs.length,
    pairsAfter: after.pairs.length,
  };
}

function mentorOf({ pairs }: Matching): Map<string, string> {
  return new Map(pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
}
