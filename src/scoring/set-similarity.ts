import type { CompiledFactor, FactorStatistics } from './kind.js';
import { rarityWeights, termFrequency } from './rarity.js';
import { forEachShared, internTerms, type TermSets } from './term-sets.js';

/**
 * How alike two sets A and B are, in [0, 1]; w is the rarity weight of a term (see `rarityWeights`).
 *
 * - `jaccard`: |A ∩ B| / |A ∪ B| (Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x)
 * - `weightedJaccard`: Σ w over A ∩ B ÷ Σ w over A ∪ B: a rare term in common says more
 * - `overlap`: |A ∩ B| / min(|A|, |B|) (Szymkiewicz–Simpson)
 * - `cosine`: Σ w² over A ∩ B ÷ √(Σ w² over A · Σ w² over B) (Salton's vector space model)
 *
 * Two empty sets are unknown; one empty set has nothing in common with another: 0.
 */
export const setMeasures = ['jaccard', 'weightedJaccard', 'overlap', 'cosine'] as const;
export type SetMeasure = (typeof setMeasures)[number];

type Lists = readonly (readonly string[] | undefined)[];

/**
 * Compiles a set similarity. A row walks, for each term of the mentee, the list of mentors who have it, and
 * then every mentor once: O(mentors + entries met).
 */
export function compileSetSimilarity(
  measure: SetMeasure,
  lists: { readonly mentees: Lists; readonly mentors: Lists },
  explain: (sets: TermSets, mentee: number, mentor: number) => Readonly<Record<string, unknown>>,
  statistics?: FactorStatistics,
): CompiledFactor {
  const sets = internTerms(lists.mentees, lists.mentors);
  const isWeighted = measure === 'weightedJaccard' || measure === 'cosine';
  const frequency =
    statistics?.termFrequency ??
    (isWeighted ? termFrequency([...lists.mentees, ...lists.mentors]) : undefined);
  const weights = new Float64Array(sets.vocabulary.length).fill(1);
  if (isWeighted && frequency !== undefined) {
    weights.set(rarityWeights(sets.vocabulary, frequency));
    if (measure === 'cosine')
      for (let term = 0; term < weights.length; term++) weights[term]! *= weights[term]!;
  }
  const menteeSums = sumsOf(sets.mentees, weights);
  const mentorSums = sumsOf(sets.mentors, weights);
  const kernel = kernels[measure];
  const shared = new Float64Array(mentorSums.length);
  // A pair is a row of one mentor, so that both end in the same arithmetic.
  const pair = { other: new Float64Array(1), shared: new Float64Array(1), out: new Float64Array(1) };
  const addWeight = (term: number) => {
    pair.shared[0]! += weights[term]!;
  };
  return {
    writeRow: (mentee, out) => {
      const own = menteeSums[mentee]!;
      if (Number.isNaN(own)) {
        out.fill(Number.NaN);
        return;
      }
      sumShared(sets, weights, mentee, shared);
      kernel(own, mentorSums, shared, out);
    },
    value: (mentee, mentor) => {
      pair.shared[0] = 0;
      forEachShared(sets, mentee, mentor, addWeight);
      pair.other[0] = mentorSums[mentor]!;
      kernel(menteeSums[mentee]!, pair.other, pair.shared, pair.out);
      return pair.out[0]!;
    },
    explain: (mentee, mentor) => explain(sets, mentee, mentor),
    ...(isWeighted && frequency !== undefined ? { statistics: { termFrequency: frequency } } : {}),
  };
}

/** Sum of the weights of each person's terms; `NaN` where the person did not answer. */
function sumsOf({ starts, terms, known }: TermSets['mentors'], weights: Float64Array): Float64Array {
  const sums = new Float64Array(known.length);
  for (let person = 0; person < sums.length; person++) {
    let sum = 0;
    for (let at = starts[person]!; at < starts[person + 1]!; at++) sum += weights[terms[at]!]!;
    sums[person] = known[person] === 1 ? sum : Number.NaN;
  }
  return sums;
}

/** Writes for every mentor the weight of the terms shared with `mentee`, summed in ascending term order. */
function sumShared(sets: TermSets, weights: Float64Array, mentee: number, shared: Float64Array): void {
  const { mentees, holderStarts, holders } = sets;
  shared.fill(0);
  for (let at = mentees.starts[mentee]!; at < mentees.starts[mentee + 1]!; at++) {
    const term = mentees.terms[at]!;
    const weight = weights[term]!;
    const end = holderStarts[term + 1]!;
    for (let holder = holderStarts[term]!; holder < end; holder++) shared[holders[holder]!]! += weight;
  }
}

/**
 * The last step of each measure over a stretch of mentors: `own` and `others` are the sums of either side,
 * `shared` what they have in common. An unknown side is `NaN` and stays so; 0/0 is `NaN` by itself. Sums in
 * another order may pass 1 by a rounding, hence the clamp.
 */
type Kernel = (own: number, others: Float64Array, shared: Float64Array, out: Float64Array) => void;

const union: Kernel = (own, others, shared, out) => {
  for (let at = 0; at < others.length; at++) {
    const common = shared[at]!;
    const value = common / (own + others[at]! - common);
    out[at] = value > 1 ? 1 : value;
  }
};

const kernels: Record<SetMeasure, Kernel> = {
  jaccard: union,
  weightedJaccard: union,
  overlap: (own, others, shared, out) => {
    for (let at = 0; at < others.length; at++) {
      const other = others[at]!;
      const smaller = other < own ? other : own;
      const onlyOneEmpty = smaller === 0 && own + other > 0;
      const value = onlyOneEmpty ? 0 : shared[at]! / smaller;
      out[at] = Number.isNaN(other) ? other : value;
    }
  },
  cosine: (own, others, shared, out) => {
    for (let at = 0; at < others.length; at++) {
      const other = others[at]!;
      const onlyOneEmpty = own * other === 0 && own + other > 0;
      const value = onlyOneEmpty ? 0 : shared[at]! / Math.sqrt(own * other);
      out[at] = value > 1 ? 1 : value;
    }
  },
};
