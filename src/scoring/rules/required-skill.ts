import { type RuleKind, ruleFromPairs } from '../kind.js';
import { termLevels } from '../skill-levels.js';
import { checkUnknown, type UnknownOption } from './unknown.js';

export interface RequiredSkillOptions extends UnknownOption {
  /** A mentee who wants this skill needs a mentor who has it. Without it: any one of the wanted skills. */
  readonly skill?: string;
  /** Level the mentor must have; any level above 0 unless given. */
  readonly minimumLevel?: number;
}

/**
 * The mentor must have a skill that the mentee wants: the named one, for mentees who want it, or at least one
 * of all. Mentees who want none are not bound.
 */
export const requiredSkill: RuleKind<RequiredSkillOptions> = {
  check: (spec) => {
    spec.text('skill');
    spec.number('minimumLevel', { minimum: 0 });
    checkUnknown(spec);
  },
  fields: () => ({ mentees: ['skillsWanted'], mentors: ['skills'] }),
  compile: ({ skill, minimumLevel = 0, unknown }, { mentees, mentors, terms }) => {
    const named = skill === undefined ? undefined : new Set(terms(skill));
    const wanted = mentees.map(({ skillsWanted }) => {
      const all = termLevels(skillsWanted ?? [], terms).map(({ term }) => term);
      return named === undefined ? all : all.filter((term) => named.has(term));
    });
    const offered = mentors.map(({ skills }) => {
      if (skills === undefined) return undefined;
      const enough = termLevels(skills, terms).filter(({ level }) => level > 0 && level >= minimumLevel);
      return new Set(enough.map(({ term }) => term));
    });
    return ruleFromPairs((mentee, mentor) => {
      const needs = wanted[mentee]!;
      if (needs.length === 0) return unknown === 'forbid' && mentees[mentee]!.skillsWanted === undefined;
      const has = offered[mentor];
      if (has === undefined) return unknown === 'forbid';
      return !needs.some((term) => has.has(term));
    }, mentors.length);
  },
};
