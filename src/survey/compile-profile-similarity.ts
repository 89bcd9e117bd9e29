import { ProblemList, reading } from '../core/index.js';
import { isProfileValue, largestValue } from './check-vectors.js';
import {
  correlationKernel,
  cosine,
  doubleEntry,
  euclideanKernel,
  gapKernel,
  gapsAt,
  type ProfileBlock,
  type ProfileKernel,
  pearson,
} from './profile-kernels.js';
import type { Profile, ProfileMeasure, ProfileSimilarityOptions } from './profile-similarity-options.js';
import { type ResolvedProfileOptions, resolveProfileOptions } from './resolve-profile-options.js';

/** A measure with its options worked in, for many comparisons. */
export interface CompiledProfileSimilarity {
  readonly measure: ProfileMeasure;
  /** The traits compared, in the order of the values of a prepared profile; those of weight 0 are left out. */
  readonly traits: readonly string[];
  /**
   * Prepares a profile: one value per trait, scaled as the measure needs it, `NaN` = unknown.
   *
   * @throws InputError where a mean is no number
   */
  prepare(profile: Profile): Float64Array;
  /** Packs prepared profiles, an array or as many one after another, into a block for `fillRow`. */
  pack(prepared: Iterable<Float64Array> & { readonly length: number }): ProfileBlock;
  /**
   * Writes the similarities of a prepared profile to profiles `from` … `to` − 1 of a block into
   * `out[from … to − 1]`; `NaN` = unknown. No allocation. O((to − from) · traits).
   */
  fillRow(prepared: Float64Array, block: ProfileBlock, out: Float64Array, from?: number, to?: number): void;
  /**
   * Writes the similarities of a prepared profile to the first `count` of a list of profiles of a block, the same
   * bits as `fillRow` writes. O(count · traits).
   */
  fillAt(
    prepared: Float64Array,
    block: ProfileBlock,
    profiles: Int32Array,
    count: number,
    out: Float64Array,
  ): void;
  /** Similarity of two prepared profiles, `NaN` = unknown; the same bits as `fillRow` writes. */
  similarityOf(first: Float64Array, second: Float64Array): number;
}

/**
 * Works a measure and its options into a form that compares many profiles fast; `profileSimilarity` gives the
 * same numbers to the last bit, one pair at a time.
 *
 * A trait that one side lacks is left out of that pair; a pair without a common trait (three for the
 * correlations and the cosine) is unknown.
 *
 * @throws InputError where the measure lacks what it needs (norms, scale, traits) or cannot do what is asked
 */
export function compileProfileSimilarity(options: ProfileSimilarityOptions = {}): CompiledProfileSimilarity {
  return compileFor('compileProfileSimilarity', options);
}

/** `compileProfileSimilarity` whose errors name the function that was called. */
export function compileFor(
  functionName: string,
  options: ProfileSimilarityOptions,
): CompiledProfileSimilarity {
  const resolved = resolveProfileOptions(functionName, options);
  const { measure, traits, centres, scales } = resolved;
  const kernel = kernelOf(resolved);
  const width = traits.length;
  const single = new Float64Array(1);
  const none = new Int32Array(0);
  const one = new Int32Array(1);
  return {
    measure,
    traits,
    prepare: (profile) => prepareProfile(functionName, profile, traits, centres, scales),
    pack: (prepared) => packProfiles(prepared, width),
    fillRow(prepared, block, out, from = 0, to = block.count) {
      kernel(prepared, block, out, from, to);
    },
    fillAt: compileFillAt(resolved, kernel),
    similarityOf(first, second) {
      kernel(
        first,
        { count: 1, values: second, partly: second.some(Number.isNaN) ? one : none },
        single,
        0,
        1,
      );
      return single[0]!;
    },
  };
}

function compileFillAt(
  resolved: ResolvedProfileOptions,
  kernel: ProfileKernel,
): CompiledProfileSimilarity['fillAt'] {
  const isGap = resolved.measure === 'traitGap' || resolved.measure === 'gower';
  let row = new Float64Array(0);
  return (prepared, block, profiles, count, out) => {
    if (isGap) {
      gapsAt(prepared, block, profiles, count, out, resolved);
      return;
    }
    if (row.length < block.count) row = new Float64Array(block.count);
    for (let at = 0; at < count; at += 1) {
      const profile = profiles[at]!;
      kernel(prepared, block, row, profile, profile + 1);
      out[at] = row[profile]!;
    }
  };
}

function kernelOf(resolved: ResolvedProfileOptions): ProfileKernel {
  const width = resolved.traits.length;
  switch (resolved.measure) {
    case 'traitGap':
    case 'gower':
      return gapKernel(resolved);
    case 'euclidean':
      return euclideanKernel(resolved);
    case 'doubleEntryCorrelation':
      return correlationKernel(doubleEntry, width);
    case 'cosine':
      return correlationKernel(cosine, width);
    case 'pearson':
      return correlationKernel(pearson, width);
  }
}

function prepareProfile(
  functionName: string,
  profile: Profile,
  traits: readonly string[],
  centres: Float64Array,
  scales: Float64Array,
): Float64Array {
  const problems = new ProblemList(functionName);
  const prepared = new Float64Array(traits.length).fill(Number.NaN);
  const rule = 'an object of trait and mean';
  if (typeof profile !== 'object' || profile === null) {
    problems.add('profile', profile, rule);
    problems.throwIfAny();
  }
  const values = reading(functionName, 'profile', profile, rule, () =>
    traits.map((trait) => (Object.hasOwn(profile, trait) ? profile[trait] : null)),
  );
  for (const [index, trait] of traits.entries()) {
    const value = values[index];
    if (value === null || value === undefined) continue;
    if (!isProfileValue(value)) {
      problems.add(`profile.${trait}`, value, `a number of size ≤ ${largestValue}, or null for unknown`);
    } else prepared[index] = (value - centres[index]!) / scales[index]!;
  }
  problems.throwIfAny();
  return prepared;
}

function packProfiles(
  prepared: Iterable<Float64Array> & { readonly length: number },
  width: number,
): ProfileBlock {
  const count = prepared.length;
  const values = new Float64Array(count * width);
  const partly: number[] = [];
  let j = 0;
  for (const profile of prepared) {
    let unknown = 0;
    for (let trait = 0; trait < width; trait += 1) {
      const value = profile[trait]!;
      values[trait * count + j] = value;
      if (Number.isNaN(value)) unknown += 1;
    }
    // A profile of NaN alone comes out as NaN from the shorter loop too.
    if (unknown > 0 && unknown < width) partly.push(j);
    j += 1;
  }
  return { count, values, partly: Int32Array.from(partly) };
}
