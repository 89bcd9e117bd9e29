import { type RuleKind, ruleFromPairs } from '../kind.js';

/** No options. */
export type ManagementChainOptions = Record<never, never>;

/**
 * Neither may manage the other, directly or through others, by the cohort's `reportingLines`. Who is not in
 * them manages nobody.
 */
export const notInManagementChain: RuleKind<ManagementChainOptions> = {
  check: () => {},
  fields: () => ({ mentees: ['reportingLines'], mentors: ['reportingLines'] }),
  compile: (_options, { cohort, mentees, mentors, menteeIndex, mentorIndex }) => {
    const managerOf = new Map(Object.entries(cohort.reportingLines ?? {}));
    const above = (id: string) => {
      const managers: string[] = [];
      for (let manager = managerOf.get(id); manager !== undefined; manager = managerOf.get(manager)) {
        managers.push(manager);
      }
      return managers;
    };
    // The mentors above and below each mentee: lines are short, so these lists are too.
    const nobody = new Set<number>();
    const linked: Set<number>[] = new Array(mentees.length).fill(nobody);
    const link = (mentee: number | undefined, mentor: number | undefined) => {
      if (mentee === undefined || mentor === undefined) return;
      if (linked[mentee] === nobody) linked[mentee] = new Set();
      linked[mentee]!.add(mentor);
    };
    mentees.forEach(({ id }, mentee) => {
      for (const manager of above(id)) link(mentee, mentorIndex.get(manager));
    });
    mentors.forEach(({ id }, mentor) => {
      for (const manager of above(id)) link(menteeIndex.get(manager), mentor);
    });
    return {
      ...ruleFromPairs((mentee, mentor) => linked[mentee]!.has(mentor), mentors.length),
      listed: (mentee) => linked[mentee]!,
      blockRow: (mentee, blocked) => {
        for (const mentor of linked[mentee]!) blocked[mentor] = 1;
      },
    };
  },
};
