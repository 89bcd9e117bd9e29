import { compareText } from '../core/index.js';
import { type Skill, termReader } from '../participants/index.js';
import type { CompiledCohort } from './compiled-cohort.js';
import { requireCompiled } from './require-compiled.js';

/** One skill or interest: how many want it, and who offers it. */
export interface TermSupply {
  readonly term: string;
  readonly mentees: number;
  readonly mentors: number;
  /** Capacity of those mentors. */
  readonly places: number;
  /** Mentees beyond those places, 0 where there are enough. */
  readonly missing: number;
}

/** What is wanted and what is offered, one term at a time. */
export interface TermSupplies {
  /** Skills that mentees want and mentors have at any level; most missing first, then by term. */
  readonly skills: readonly TermSupply[];
  /** Interests of mentees and mentors, in the same order. */
  readonly interests: readonly TermSupply[];
}

/**
 * Counts who wants and who offers each skill and interest, among everybody who opted in. A place counts for
 * every skill of its mentor. O(people · list lengths).
 *
 * @throws InputError for another kind of cohort
 */
export function compareTermSupply(cohort: CompiledCohort): TermSupplies {
  requireCompiled('compareTermSupply', cohort);
  const { mentees, mentors } = cohort.people;
  const namesOf = (skills: readonly Skill[] | undefined) => (skills ?? []).map(({ name }) => name);
  return {
    skills: compareTerms(
      cohort,
      mentees.map(({ skillsWanted }) => namesOf(skillsWanted)),
      mentors.map(({ skills }) => namesOf(skills)),
    ),
    interests: compareTerms(
      cohort,
      mentees.map(({ interests }) => interests ?? []),
      mentors.map(({ interests }) => interests ?? []),
    ),
  };
}

function compareTerms(
  { aliases, capacities }: CompiledCohort,
  wanted: readonly (readonly string[])[],
  offered: readonly (readonly string[])[],
): TermSupply[] {
  const terms = termReader(aliases);
  const termsOf = (texts: readonly string[]) => new Set(texts.flatMap((text) => [...terms(text)]));
  const counts = new Map<string, { mentees: number; mentors: number; places: number }>();
  const countOf = (term: string) => {
    const count = counts.get(term) ?? { mentees: 0, mentors: 0, places: 0 };
    counts.set(term, count);
    return count;
  };
  for (const texts of wanted) for (const term of termsOf(texts)) countOf(term).mentees += 1;
  offered.forEach((texts, mentor) => {
    for (const term of termsOf(texts)) {
      const count = countOf(term);
      count.mentors += 1;
      count.places += capacities[mentor]!;
    }
  });
  return [...counts]
    .map(([term, count]) => ({ term, ...count, missing: Math.max(0, count.mentees - count.places) }))
    .sort((one, other) => other.missing - one.missing || compareText(one.term, other.term));
}
