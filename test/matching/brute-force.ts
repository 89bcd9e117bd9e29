import { mayPair, type Scenario } from './scenarios.js';

export interface Best {
  readonly pairs: number;
  /** In whole millionths. */
  readonly score: number;
}

/** Below 0 where `one` is worse, by the objective's definition. */
export function compareBest(objective: string, one: Best, other: Best): number {
  return objective === 'most-pairs'
    ? one.pairs - other.pairs || one.score - other.score
    : one.score - other.score || one.pairs - other.pairs;
}

/**
 * The best (pairs, score) by trying every matching that keeps the locks, or `null` where there is none.
 *
 * @param included a mentee who must have a mentor
 */
export function bestByTrying(scenario: Pick<Scenario, 'cohort' | 'options'>, included = -1): Best | null {
  const { cohort, options } = scenario;
  const mentees = cohort.menteeIds.length;
  const left = cohort.capacities.slice();
  const mustHave = cohort.menteeIds.map(
    (id, mentee) => mentee === included || options.locked.some(({ menteeId }) => menteeId === id),
  );
  const scores = cohort.menteeIds.map((_, mentee) =>
    cohort.mentorIds.map((_, mentor) =>
      mayPair(scenario, mentee, mentor) ? cohort.score(mentee, mentor) : -1,
    ),
  );
  let best: Best | null = null;
  const visit = (mentee: number, pairs: number, score: number): void => {
    if (mentee === mentees) {
      const found = { pairs, score };
      if (best === null || compareBest(options.objective, found, best) > 0) best = found;
      return;
    }
    if (!mustHave[mentee]) visit(mentee + 1, pairs, score);
    scores[mentee]!.forEach((value, mentor) => {
      if (value < 0 || left[mentor] === 0) return;
      left[mentor]! -= 1;
      visit(mentee + 1, pairs + 1, score + value);
      left[mentor]! += 1;
    });
  };
  visit(0, 0, 0);
  return best;
}
