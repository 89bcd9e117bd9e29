import { type CompiledProfileSimilarity, compileFor } from './compile-profile-similarity.js';
import { cosineCoefficient } from './cosine-coefficient.js';
import { pearsonCorrelation } from './pearson-correlation.js';
import type { Profile, ProfileSimilarityOptions } from './profile-similarity-options.js';

/**
 * How alike two profiles of trait means are, in [0, 1]: 1 for equal profiles, the same both ways round. For
 * many pairs, `compileProfileSimilarity` gives the same numbers faster.
 *
 * A number by itself says little: on `gower` two random adults reach 0.78 ± 0.08. Compare with other pairs.
 *
 * @param first trait → mean on the response scale; `null` or missing = unknown
 * @returns `null` where no trait is known on both sides (three for the correlations and the cosine), or the
 *   measure is undefined (a flat profile has no correlation, a zero one no direction)
 * @throws InputError as `compileProfileSimilarity` does, or where a mean is no number
 * @example
 * const ana = { openness: 4.5, conscientiousness: 3 };
 * const lee = { openness: 4, conscientiousness: 3 };
 * const responseScale = { min: 1, max: 5 };
 * profileSimilarity(ana, lee, { measure: 'gower', traits: Object.keys(ana), responseScale }); // => 0.9375
 */
export function profileSimilarity(
  first: Profile,
  second: Profile,
  options: ProfileSimilarityOptions = {},
): number | null {
  return similarityFor('profileSimilarity', first, second, options);
}

/** `profileSimilarity` whose errors name the function that was called. */
export function similarityFor(
  functionName: string,
  first: Profile,
  second: Profile,
  options: ProfileSimilarityOptions,
): number | null {
  const compiled = compileFor(functionName, options);
  const one = compiled.prepare(first);
  const other = compiled.prepare(second);
  const coefficient = namedCoefficient(compiled, one, other);
  if (coefficient !== undefined) return coefficient === null ? null : (1 + coefficient) / 2;
  const similarity = compiled.similarityOf(one, other);
  return Number.isNaN(similarity) ? null : similarity;
}

/** The measures that ml-distance has are taken from it; `undefined` for the others. */
function namedCoefficient(
  { measure }: CompiledProfileSimilarity,
  first: Float64Array,
  second: Float64Array,
): number | null | undefined {
  if (measure !== 'cosine' && measure !== 'pearson') return undefined;
  const known = [...first.keys()].filter((at) => !Number.isNaN(first[at]!) && !Number.isNaN(second[at]!));
  if (known.length < 3) return null;
  const one = known.map((at) => first[at]!);
  const other = known.map((at) => second[at]!);
  return measure === 'cosine' ? cosineCoefficient(one, other) : pearsonCorrelation(one, other);
}
