import { compareText } from '../core/index.js';
import type { Skill, TermReader } from '../participants/index.js';

/** A skill by its term, with the highest level and importance under which a person named it. */
export interface TermLevel {
  readonly term: string;
  readonly level: number;
  readonly importance: number;
}

/**
 * What each skill says, by reader: skills of a large cohort are few objects that very many people share, and so is
 * this.
 */
const known = new WeakMap<TermReader, WeakMap<Skill, readonly TermLevel[]>>();

/** Skills by term, ascending: aliases applied, a skill named twice counts once with its highest numbers. */
export function termLevels(skills: readonly Skill[], terms: TermReader): TermLevel[] {
  const ofSkills = known.get(terms) ?? new WeakMap<Skill, readonly TermLevel[]>();
  known.set(terms, ofSkills);
  const byTerm = new Map<string, TermLevel>();
  for (const skill of skills) {
    let levels = ofSkills.get(skill);
    if (levels === undefined) {
      levels = levelsOf(skill, terms);
      ofSkills.set(skill, levels);
    }
    for (const each of levels) {
      const before = byTerm.get(each.term);
      byTerm.set(each.term, before === undefined ? each : highestOf(before, each));
    }
  }
  return [...byTerm.values()].sort((one, other) => compareText(one.term, other.term));
}

function levelsOf({ name, level, importance }: Skill, terms: TermReader): TermLevel[] {
  return terms(name).map((term) => ({
    term,
    level: Math.max(level, 0),
    importance: Math.max(importance, 0),
  }));
}

function highestOf(one: TermLevel, other: TermLevel): TermLevel {
  return {
    term: one.term,
    level: Math.max(one.level, other.level),
    importance: Math.max(one.importance, other.importance),
  };
}

/**
 * A skill's term as a person wrote it, white space apart; of several ways the first in code-unit order, so that the
 * order of a list does not matter. The term itself where no skill of theirs stands for it alone.
 */
export function asWritten(term: string, skills: readonly Skill[], terms: TermReader): string {
  const ways = skills
    .filter(({ name }) => terms(name).length === 1 && terms(name)[0] === term)
    .map(({ name }) => name.trim().replace(/\s+/gu, ' '));
  return ways.sort(compareText)[0] ?? term;
}
