import { checkOptionNames, InputError, ProblemList, reading } from '../core/index.js';
import { isFields } from './check-fields.js';
import type { Norm } from './instrument.js';
import type { Profile } from './profile-similarity-options.js';

/** A norm of a cohort's own, and how many people it stands on. */
export interface CohortNorm extends Norm {
  readonly n: number;
}

export interface NormsFromProfilesOptions {
  /** A trait that fewer people know has no norm (default 5, at least 2). */
  readonly fewestPeople?: number;
}

/**
 * Norms of fewer people would tell their answers: of two, who knows one mean and the norm knows the other. Five is
 * the usual floor for aggregates of people; where a round with a joiner is compared with the one before, mind that
 * the difference tells something of the joiner at any size.
 */
export const fewestForNorms = 5;

/**
 * Mean and standard deviation (divided by n − 1) of each trait over the profiles that know it. The order of
 * the profiles does not matter, not even to the last digit.
 *
 * @param profiles one a person, since `n` counts them
 * @returns by trait; a trait that fewer than `fewestPeople` know, or in which all are the same, has no norm and
 *   is left out
 * @throws InputError where a mean is no finite number, or for options that are none
 */
export function normsFromProfiles(
  profiles: readonly Profile[],
  options: NormsFromProfilesOptions = {},
): Record<string, CohortNorm> {
  const problems = new ProblemList('normsFromProfiles');
  checkOptionNames(problems, options, ['fewestPeople']);
  problems.throwIfAny();
  const { fewestPeople = fewestForNorms } = options;
  if (!(Number.isSafeInteger(fewestPeople) && fewestPeople >= 2))
    problems.add('options.fewestPeople', fewestPeople, 'a whole number ≥ 2');
  problems.throwIfAny();
  const norms: [string, CohortNorm][] = [];
  for (const [trait, values] of readValues('normsFromProfiles', profiles)) {
    if (values.length < fewestPeople || values[0] === values[values.length - 1]) continue;
    const mean = meanOf(values);
    let squares = 0;
    for (const value of values) squares += (value - mean) * (value - mean);
    const standardDeviation = Math.sqrt(squares / (values.length - 1));
    norms.push([trait, { mean, standardDeviation, n: values.length }]);
  }
  return Object.fromEntries(norms);
}

/**
 * The mean of each trait over the profiles that know it: a cohort's typical profile, for
 * `distinctiveSimilarity`. The order of the profiles does not matter, not even to the last digit. Of few people
 * it tells their answers: compare with it, and keep it to yourself.
 *
 * @throws InputError where a mean is no finite number
 */
export function meanProfileFrom(profiles: readonly Profile[]): Record<string, number> {
  const means = [...readValues('meanProfileFrom', profiles)].map(([trait, values]) => {
    return [trait, meanOf(values)] as const;
  });
  return Object.fromEntries(means);
}

function readValues(functionName: string, profiles: readonly Profile[]): Map<string, Float64Array> {
  const rule = 'a list of profiles';
  return reading(functionName, 'profiles', profiles, rule, () => valuesByTrait(functionName, profiles));
}

/** The known values of each trait, sorted, so that sums do not depend on the order of the profiles. */
function valuesByTrait(functionName: string, profiles: readonly Profile[]): Map<string, Float64Array> {
  const lists = new Map<string, number[]>();
  const problems: { path: string; value: unknown; rule: string }[] = [];
  if (!Array.isArray(profiles))
    throw new InputError(functionName, [{ path: 'profiles', value: profiles, rule: 'a list of profiles' }]);
  for (const [index, profile] of profiles.entries()) {
    if (!isFields(profile)) {
      problems.push({ path: `profiles[${index}]`, value: profile, rule: 'an object of trait and mean' });
      continue;
    }
    for (const [trait, value] of Object.entries(profile)) {
      if (value === null || value === undefined) continue;
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        problems.push({ path: `profiles[${index}].${trait}`, value, rule: 'a finite number, or null' });
        continue;
      }
      const list = lists.get(trait);
      if (list === undefined) lists.set(trait, [value]);
      else list.push(value);
    }
  }
  if (problems.length > 0) throw new InputError(functionName, problems);
  return new Map([...lists].map(([trait, list]) => [trait, Float64Array.from(list).sort()]));
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
