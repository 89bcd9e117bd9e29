import { compareText } from '../core/index.js';
import { type Skill, termReader } from '../participants/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { requireCompiled } from './compile-input.js';
import { gainsOfPlaces, type PlaceGain } from './explain-unmatched.js';
import { objectives } from './objectives.js';
import { solvedProblem } from './solved-problem.js';
import type { Matching } from './types.js';

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

export interface SupplyGaps {
  /** Skills that mentees want and mentors have at any level; most missing first, then by term. */
  readonly skills: readonly TermSupply[];
  /** Interests of mentees and mentors, in the same order. */
  readonly interests: readonly TermSupply[];
  /**
   * What one more place of each mentor would add to a matching that was passed, exactly, in the order of its
   * objective, most first. Empty where none was passed, or its pairs are not proven best.
   */
  readonly onePlaceMore: readonly PlaceGain[];
}

/**
 * Where wanted and offered do not meet. Counts look at one term at a time and at everybody who opted in;
 * a place counts for every skill of its mentor. Only `onePlaceMore` weighs everything together.
 *
 * @throws InputError where the matching does not belong to the cohort
 *
 * O(people · list lengths); with a matching O(mentees · mentors).
 */
export function findSupplyGaps(cohort: CompiledCohort, matching?: Matching): SupplyGaps {
  const compiled = requireCompiled('findSupplyGaps', cohort);
  const { mentees, mentors } = compiled.people;
  const namesOf = (skills: readonly Skill[] | undefined) => (skills ?? []).map(({ name }) => name);
  const supplyOf = (wanted: readonly (readonly string[])[], offered: readonly (readonly string[])[]) =>
    compareTerms(compiled, wanted, offered);
  return {
    skills: supplyOf(
      mentees.map(({ skillsWanted }) => namesOf(skillsWanted)),
      mentors.map(({ skills }) => namesOf(skills)),
    ),
    interests: supplyOf(
      mentees.map(({ interests }) => interests ?? []),
      mentors.map(({ interests }) => interests ?? []),
    ),
    onePlaceMore: matching === undefined ? [] : mostFirst(compiled, matching),
  };
}

function mostFirst(cohort: CompiledCohort, matching: Matching): PlaceGain[] {
  const solved = solvedProblem('findSupplyGaps', cohort, matching);
  const { totals } = objectives[solved.options.objective];
  if (totals === undefined) return [];
  const tupleOf = ({ pairsGained, scoreGained }: PlaceGain) => ({ pairs: pairsGained, score: scoreGained });
  return gainsOfPlaces(solved).sort((one, other) => totals.compare(tupleOf(other), tupleOf(one)));
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
