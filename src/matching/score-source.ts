import type { CostSource, RowSelector } from '../assignment/index.js';
import type { CompiledCohort, RowSearch } from '../scoring/index.js';
import { eligibleMentors } from '../scoring/inner.js';
import type { ReadMatchOptions } from './match-options.js';

/** The costs of a matching problem on demand: −score, or `Infinity` where the pair may not be made. */
export function scoreSource(
  cohort: CompiledCohort,
  forbidden: ReadMatchOptions['forbidden'],
  menteeOfRow: Int32Array,
): CostSource {
  const columns = cohort.mentorIds.length;
  const scores = new Int32Array(columns);
  const { blocks } = cohort.eligibility();
  const listEligible = eligibleMentors(cohort, forbidden);
  return {
    rows: menteeOfRow.length,
    columns,
    writeRow: (row, out) => {
      const mentee = menteeOfRow[row]!;
      cohort.writeScores(mentee, scores);
      for (const mentor of forbidden.get(mentee) ?? []) scores[mentor] = -1;
      for (let mentor = 0; mentor < columns; mentor++) {
        const score = scores[mentor]!;
        out[mentor] = score < 0 ? Number.POSITIVE_INFINITY : 0 - score;
      }
    },
    entry: (row, mentor) => {
      const mentee = menteeOfRow[row]!;
      if (blocks(mentee, mentor) || forbidden.get(mentee)?.has(mentor) === true) return Infinity;
      const score = cohort.score(mentee, mentor);
      return score < cohort.minimumScore ? Infinity : 0 - score;
    },
    selector: (width) => new ScoreSelector(cohort.rowSearch(width), width, forbidden, menteeOfRow),
    writeAllowed: (row, out) => listEligible(menteeOfRow[row]!, out),
  };
}

/** A search of scores as a selector of costs: c − v = −(score − price), with v = −price. */
class ScoreSelector implements RowSelector {
  readonly columns: Int32Array;
  readonly costs: Float64Array;
  bound = Infinity;
  readonly #search: RowSearch;
  readonly #forbidden: ReadMatchOptions['forbidden'];
  readonly #menteeOfRow: Int32Array;

  constructor(
    search: RowSearch,
    width: number,
    forbidden: ReadMatchOptions['forbidden'],
    menteeOfRow: Int32Array,
  ) {
    this.columns = search.mentors;
    this.costs = new Float64Array(width);
    this.#search = search;
    this.#forbidden = forbidden;
    this.#menteeOfRow = menteeOfRow;
  }

  select(row: number, columnDuals: Float64Array, ceiling: number): number {
    const search = this.#search;
    const mentee = this.#menteeOfRow[row]!;
    // Whole numbers: what is above the floor by less than one is not there.
    const count = search.find(mentee, columnDuals, 0 - ceiling - 1, this.#forbidden.get(mentee));
    for (let t = 0; t < count; t++) this.costs[t] = 0 - search.scores[t]!;
    this.bound = 0 - search.bound;
    return count;
  }

  forget(): void {
    this.#search.forget();
  }
}
