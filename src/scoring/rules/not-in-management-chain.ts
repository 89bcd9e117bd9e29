import { type RuleKind, ruleFromPairs } from '../kind.js';

/** No options. */
export type ManagementChainOptions = Record<never, never>;

/**
 * Neither may manage the other, directly or through others, by the cohort's `reportingLines`. Who is not in
 * them manages nobody.
 */
export const notInManagementChain: RuleKind<ManagementChainOptions> = {
  kind: 'notInManagementChain',
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
    const linked = mentees.map(({ id }) => {
      const managers = above(id).map((manager) => mentorIndex.get(manager));
      return new Set(managers.filter((mentor) => mentor !== undefined));
    });
    mentors.forEach(({ id }, mentor) => {
      for (const manager of above(id)) {
        const mentee = menteeIndex.get(manager);
        if (mentee !== undefined) linked[mentee]!.add(mentor);
      }
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
