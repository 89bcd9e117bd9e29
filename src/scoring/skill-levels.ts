import { compareText } from '../core/index.js';
import type { Skill, TermReader } from '../participants/index.js';

/** A skill by its term, with the highest level and importance under which a person named it. */
export interface TermLevel {
  readonly term: string;
  readonly level: number;
  readonly importance: number;
}

/** Skills by term, ascending: aliases applied, a skill named twice counts once with its highest numbers. */
export function termLevels(skills: readonly Skill[], terms: TermReader): TermLevel[] {
  const byTerm = new Map<string, TermLevel>();
  for (const { name, level, importance } of skills) {
    for (const term of terms(name)) {
      const known = byTerm.get(term);
      byTerm.set(term, {
        term,
        level: Math.max(level, known?.level ?? 0),
        importance: Math.max(importance, known?.importance ?? 0),
      });
    }
  }
  return [...byTerm.values()].sort((one, other) => compareText(one.term, other.term));
}
