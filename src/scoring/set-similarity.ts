import type { CompiledFactor, FactorStatistics } from './kind.js';
import { rarityWeights, termFrequency } from './rarity.js';
import { compileCountRow, countTally, type LastStep } from './set-counts.js';
import { forEachShared, internTerms, type Lists, type TermSets } from './term-sets.js';

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
  const frequency = isWeighted
    ? (statistics?.termFrequency ?? termFrequency([...lists.mentees, ...lists.mentors]))
    : undefined;
  const weights = new Float64Array(sets.vocabulary.length).fill(1);
  if (frequency !== undefined) {
    weights.set(rarityWeights(sets.vocabulary, frequency));
    if (measure === 'cosine')
      for (let term = 0; term < weights.length; term++) weights[term]! *= weights[term]!;
  }
  const menteeSums = sumsOf(sets.mentees, weights);
  const mentorSums = sumsOf(sets.mentors, weights);
  const lastStep = lastSteps[measure];
  const row = new Float64Array(mentorSums.length);
  let pairSum = 0;
  const addWeight = (term: number) => {
    pairSum += weights[term]!;
  };
  return {
    writeRow: (mentee, out) => {
      const own = menteeSums[mentee]!;
      sumShared(sets, weights, mentee, row);
      for (let mentor = 0; mentor < out.length; mentor++) {
        out[mentor] = lastStep(own, mentorSums[mentor]!, row[mentor]!);
      }
    },
    ...(isWeighted ? {} : { addRow: compileCountRow(sets, lastStep), tally: countTally(sets, lastStep) }),
    value: (mentee, mentor) => {
      pairSum = 0;
      forEachShared(sets, mentee, mentor, addWeight);
      return lastStep(menteeSums[mentee]!, mentorSums[mentor]!, pairSum);
    },
    // What is shared makes no difference to that.
    isKnown: (mentee, mentor) => !Number.isNaN(lastStep(menteeSums[mentee]!, mentorSums[mentor]!, 0)),
    explain: (mentee, mentor) => explain(sets, mentee, mentor),
    ...(frequency === undefined ? {} : { statistics: { termFrequency: frequency } }),
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
 * The last step of each measure: `own` and `other` are the sums of either side, `shared` what they have in
 * common. An unknown side is `NaN` and stays so; 0/0 is `NaN` by itself. Sums in another order may pass 1 by a
 * rounding, hence the clamp.
 */
const lastSteps: Record<SetMeasure, LastStep> = {
  jaccard: ofUnion,
  weightedJaccard: ofUnion,
  overlap: (own, other, shared) => {
    const smaller = Math.min(own, other);
    return smaller === 0 && own + other > 0 ? 0 : shared / smaller;
  },
  cosine: (own, other, shared) => {
    const isOneEmpty = own * other === 0 && own + other > 0;
    const value = isOneEmpty ? 0 : shared / Math.sqrt(own * other);
    return value > 1 ? 1 : value;
  },
};

function ofUnion(own: number, other: number, shared: number): number {
  const value = shared / (own + other - shared);
  return value > 1 ? 1 : value;
}
