import type { PairOfIds } from './types.js';

/** The mentors of each mentee who has any, in the order of the pairs. */
export function mentorsByMentee(pairs: readonly PairOfIds[]): Map<string, string[]> {
  const mentors = new Map<string, string[]>();
  for (const { menteeId, mentorId } of pairs) {
    const own = mentors.get(menteeId);
    if (own === undefined) mentors.set(menteeId, [mentorId]);
    else own.push(mentorId);
  }
  return mentors;
}

/** Whom a mentee had and has no more, and whom a mentee has and had not. */
export function changesOf(
  before: readonly string[],
  after: readonly string[],
): { readonly lost: string[]; readonly gained: string[] } {
  return {
    lost: before.filter((id) => !after.includes(id)),
    gained: after.filter((id) => !before.includes(id)),
  };
}
