import type { Matching } from '../matching/index.js';
import type { CompiledCohort } from '../scoring/index.js';

/** What came out for one person. */
export interface Outcome {
  /** Mean score of the person's pairs, `null` = no partner. */
  readonly score: number | null;
  /** Whether the person has whom they asked for (first, of a mentee), `null` = asked for nobody. */
  readonly gotFirstChoice: boolean | null;
}

/** The outcome of everybody of a side, in the order of the compiled cohort. */
export function outcomesOf(
  { people, menteeIds, mentorIds }: CompiledCohort,
  { pairs }: Matching,
  side: 'mentee' | 'mentor',
): Outcome[] {
  const partners = new Map<string, { readonly id: string; readonly millionths: number }[]>();
  for (const { menteeId, mentorId, score } of pairs) {
    const [own, other] = side === 'mentee' ? [menteeId, mentorId] : [mentorId, menteeId];
    const partner = { id: other, millionths: Math.round(score * 1e6) };
    partners.set(own, [...(partners.get(own) ?? []), partner]);
  }
  const ids = side === 'mentee' ? menteeIds : mentorIds;
  return ids.map((id, index) => {
    const own = partners.get(id) ?? [];
    const wanted =
      side === 'mentee'
        ? (people.mentees[index]!.preferredMentors ?? []).slice(0, 1)
        : (people.mentors[index]!.preferredMentees ?? []);
    // Whole numbers: the order of a mentor's pairs does not change a digit.
    const total = own.reduce((sum, { millionths }) => sum + millionths, 0);
    return {
      score: own.length === 0 ? null : total / own.length / 1e6,
      gotFirstChoice: wanted.length === 0 ? null : own.some((partner) => wanted.includes(partner.id)),
    };
  });
}
