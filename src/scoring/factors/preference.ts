import type { FactorKind, FactorOptions } from '../kind.js';

export type PreferenceOptions = FactorOptions;

/**
 * Whom the two have asked for. A mentee's ranked list of L mentors is worth 1 − rank/L (rank 0 = best), a
 * mentor's list 1 for each mentee on it; who is not listed is worth 0. The value is the mean over the sides
 * that listed anyone, and unknown where neither did.
 */
export const preference: FactorKind<PreferenceOptions> = {
  check: () => {},
  fields: () => ({ mentees: ['preferredMentors'], mentors: ['preferredMentees'] }),
  compile: (_options, { mentees, mentors, menteeIndex, mentorIndex }) => {
    // Who is asked for but does not take part is not among the indices and simply cannot be met.
    // Shared by all who asked for nobody, or whom nobody asked for.
    const unranked: ReadonlyMap<number, number> = new Map();
    const ranks = mentees.map(({ preferredMentors = [] }) => {
      if (preferredMentors.length === 0) return unranked;
      const rank = new Map<number, number>();
      preferredMentors.forEach((id, position) => {
        const mentor = mentorIndex.get(id);
        if (mentor !== undefined) rank.set(mentor, position);
      });
      return rank;
    });
    const menteeLists = mentees.map(({ preferredMentors = [] }) => preferredMentors.length);
    const mentorLists = Uint8Array.from(mentors, ({ preferredMentees = [] }) =>
      preferredMentees.length > 0 ? 1 : 0,
    );
    const nobody = new Set<number>();
    const askedBy: Set<number>[] = new Array(mentees.length).fill(nobody);
    mentors.forEach(({ preferredMentees = [] }, mentor) => {
      for (const id of preferredMentees) {
        const mentee = menteeIndex.get(id);
        if (mentee === undefined) continue;
        if (askedBy[mentee] === nobody) askedBy[mentee] = new Set();
        askedBy[mentee]!.add(mentor);
      }
    });
    const value = (mentee: number, mentor: number): number => {
      const length = menteeLists[mentee]!;
      if (length === 0 && mentorLists[mentor] === 0) return Number.NaN;
      const rank = ranks[mentee]!.get(mentor);
      const menteePart = rank === undefined ? 0 : 1 - rank / length;
      const mentorPart = askedBy[mentee]!.has(mentor) ? 1 : 0;
      if (mentorLists[mentor] === 0) return menteePart;
      return length === 0 ? mentorPart : (menteePart + mentorPart) / 2;
    };
    return {
      writeRow: (mentee, out) => {
        const hasList = menteeLists[mentee]! > 0;
        for (let mentor = 0; mentor < out.length; mentor++) {
          out[mentor] = hasList || mentorLists[mentor] === 1 ? 0 : Number.NaN;
        }
        for (const mentor of ranks[mentee]!.keys()) out[mentor] = value(mentee, mentor);
        for (const mentor of askedBy[mentee]!) out[mentor] = value(mentee, mentor);
      },
      value,
      explain: (mentee, mentor) => ({
        menteeRank: ranks[mentee]!.get(mentor) ?? null,
        menteeListed: menteeLists[mentee]!,
        mentorAsked: askedBy[mentee]!.has(mentor),
        mentorListed: mentorLists[mentor] === 1,
      }),
    };
  },
};
