import type { RuleKind } from '../kind.js';

export interface NotPreviouslyPairedOptions {
  /** Pairs of earlier rounds; ids that do not take part are allowed. */
  readonly history: readonly { readonly menteeId: string; readonly mentorId: string }[];
}

/** The two must not have been a pair before. */
export const notPreviouslyPaired: RuleKind<NotPreviouslyPairedOptions> = {
  check: (spec) => {
    spec.value(
      'history',
      'a list of { menteeId, mentorId }',
      (value) =>
        Array.isArray(value) &&
        value.every((pair) => typeof pair?.menteeId === 'string' && typeof pair?.mentorId === 'string'),
      true,
    );
  },
  fields: () => ({ mentees: [], mentors: [] }),
  compile: ({ history }, { mentees, menteeIndex, mentorIndex }) => {
    // Shared by all who were in no pair, which may be very many.
    const nobody = new Set<number>();
    const before: Set<number>[] = new Array(mentees.length).fill(nobody);
    for (const { menteeId, mentorId } of history) {
      const mentee = menteeIndex.get(menteeId);
      const mentor = mentorIndex.get(mentorId);
      if (mentee === undefined || mentor === undefined) continue;
      if (before[mentee] === nobody) before[mentee] = new Set();
      before[mentee]!.add(mentor);
    }
    return {
      listed: (mentee) => before[mentee]!,
      blocks: (mentee, mentor) => before[mentee]!.has(mentor),
      blockRow: (mentee, blocked) => {
        for (const mentor of before[mentee]!) blocked[mentor] = 1;
      },
    };
  },
};
