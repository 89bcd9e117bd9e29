import { checkOptionNames, ProblemList, reading } from '../core/index.js';
import type { Norm } from './instrument.js';
import { similarityFor } from './profile-similarity.js';
import type { Profile } from './profile-similarity-options.js';

export interface DistinctiveSimilarityOptions {
  /** The cohort's typical profile, as `meanProfileFrom` gives it. It names the traits to compare. */
  readonly meanProfile: Readonly<Record<string, number>>;
  /** Default `pearson`. Gaps between two people do not change when the same is taken from both. */
  readonly measure?: 'pearson' | 'doubleEntryCorrelation' | 'cosine';
}

/**
 * How alike two profiles are in what sets each apart from the cohort: the cohort's mean profile is subtracted
 * from both, so that being alike in what nearly everybody shares (most people call themselves agreeable)
 * does not count (Furr (2008), *A framework for profile similarity*, J. Personality 76, 1267–1316,
 * doi:10.1111/j.1467-6494.2008.00521.x).
 *
 * @returns (1 + r)/2 in [0, 1], 0.5 = no more alike than chance; `null` where fewer than three traits are
 *   known on both sides, or a profile differs from the mean by the same amount in every trait
 * @throws InputError where the mean profile has fewer than three traits or a value is no number
 */
export function distinctiveSimilarity(
  first: Profile,
  second: Profile,
  options: DistinctiveSimilarityOptions,
): number | null {
  const problems = new ProblemList('distinctiveSimilarity');
  checkOptionNames(problems, options, ['meanProfile', 'measure']);
  problems.throwIfAny();
  const meanRule = 'an object of trait and mean';
  const measure = options.measure ?? 'pearson';
  if (!['pearson', 'doubleEntryCorrelation', 'cosine'].includes(measure)) {
    problems.add('options.measure', measure, 'pearson, doubleEntryCorrelation or cosine');
  }
  if (typeof options.meanProfile !== 'object' || options.meanProfile === null) {
    problems.add('options.meanProfile', options.meanProfile, meanRule);
  }
  const means = reading('distinctiveSimilarity', 'options.meanProfile', options.meanProfile, meanRule, () =>
    Object.entries(options.meanProfile ?? {}),
  );
  for (const [trait, mean] of means) {
    if (!Number.isFinite(mean)) problems.add(`options.meanProfile.${trait}`, mean, 'a finite number');
  }
  problems.throwIfAny();
  const norms = Object.fromEntries(
    means.map(([trait, mean]): [string, Norm] => {
      return [trait, { mean, standardDeviation: 1 }];
    }),
  );
  return similarityFor('distinctiveSimilarity', first, second, {
    measure,
    traits: Object.keys(norms),
    norms,
  });
}
