import type { Participant } from '../../src/participants/index.js';
import type { FactorSpec } from '../../src/scoring/index.js';
import { miniIpip } from '../../src/survey/index.js';

type Spec = Extract<FactorSpec, { readonly kind: 'personality' }>;
type Means = ReadonlyMap<string, number>;

/** Published numbers of the Mini-IPIP: mean, standard deviation, α (Donnellan et al. 2006; web norms). */
const published: Readonly<Record<string, readonly [number, number, number]>> = {
  extraversion: [2.92, 1.02, 0.77],
  agreeableness: [3.94, 0.85, 0.7],
  conscientiousness: [3.27, 0.89, 0.69],
  neuroticism: [2.92, 0.9, 0.68],
  openness: [4.04, 0.77, 0.65],
};

/** Means of the traits: those given, or of three answers out of four at least. */
function meansOf({ traits, survey }: Participant): Means {
  if (traits?.instrumentId === 'mini-ipip-20') {
    const known = Object.entries(traits.means).filter(
      (entry): entry is [string, number] => entry[1] !== null,
    );
    return new Map(known);
  }
  const means = new Map<string, number>();
  if (survey?.instrumentId !== 'mini-ipip-20') return means;
  for (const trait of Object.keys(published)) {
    const answers = miniIpip.items
      .filter((item) => item.trait === trait && typeof survey.responses[item.id] === 'number')
      .map(({ id, reverseKeyed }) => {
        const answer = survey.responses[id] as number;
        return reverseKeyed ? 6 - answer : answer;
      });
    if (answers.length >= 3) means.set(trait, average(answers));
  }
  return means;
}

/** The personality factor from its formulas, for the Mini-IPIP with its norms or, without them, the cohort's. */
export function naivePersonality(
  spec: Spec,
  mentees: readonly Participant[],
  mentors: readonly Participant[],
) {
  const directions = Object.entries(spec.traits ?? { openness: 'similar', conscientiousness: 'similar' });
  // One mean a person and trait: that of the mentee where somebody stands on both sides and gave it there.
  const everybody = new Map<string, Means>();
  for (const person of [...mentors, ...mentees]) {
    everybody.set(person.id, new Map([...(everybody.get(person.id) ?? []), ...meansOf(person)]));
  }
  const hasNorms = spec.instrument === 'mini-ipip-20';
  const measure = spec.measure ?? 'traitGap';
  const onScale = measure === 'gower' || measure === 'euclidean';
  const isCorrelation = !onScale && measure !== 'traitGap';
  const traits = directions
    .filter(([, direction]) => direction !== 'ignored')
    .map(([trait, direction]) => {
      const values = [...everybody.values()].flatMap((means) => means.get(trait) ?? []);
      const [mean, deviation, alpha] = published[trait]!;
      const own = hasNorms ? [mean, deviation] : [average(values), deviationOf(values)];
      return { trait, direction, weight: alpha, mean: own[0]!, deviation: own[1]! };
    })
    .filter(({ deviation }) => onScale || deviation > 0);
  return (mentee: Participant, mentor: Participant): number | null => {
    const [one, other] = [meansOf(mentee), meansOf(mentor)];
    const common = traits.filter(({ trait }) => one.has(trait) && other.has(trait));
    if (common.length < (isCorrelation ? 3 : 1)) return null;
    if (isCorrelation) {
      const z = (means: Means) =>
        common.map(({ trait, mean, deviation }) => (means.get(trait)! - mean) / deviation);
      return halfway(measure, z(one), z(other));
    }
    const all = common.reduce((sum, { weight }) => sum + weight, 0);
    const gaps = common.map(({ trait, direction, weight, deviation }) => {
      const gap = Math.min(1, Math.abs(one.get(trait)! - other.get(trait)!) / (onScale ? 4 : 3 * deviation));
      return { weight, gap, value: direction === 'different' ? gap : 1 - gap };
    });
    if (measure === 'euclidean') {
      return 1 - Math.sqrt(gaps.reduce((sum, { weight, gap }) => sum + weight * gap * gap, 0) / all);
    }
    return gaps.reduce((sum, { weight, value }) => sum + weight * value, 0) / all;
  };
}

/** (1 + r) / 2; every coefficient is Pearson's or a cosine of something. */
function halfway(measure: string, one: number[], other: number[]): number | null {
  const pairOf = {
    cosine: [one, other],
    pearson: [centred(one), centred(other)],
    doubleEntryCorrelation: [centred([...one, ...other]), centred([...other, ...one])],
  }[measure]!;
  const [first, second] = pairOf as [number[], number[]];
  const [sizeOne, sizeOther] = [dot(first, first), dot(second, second)];
  // What is left of a flat profile is rounding.
  const isNothing = (size: number, raw: number[]) => size <= 1e-20 * dot(raw, raw) || size === 0;
  if (isNothing(sizeOne, measure === 'doubleEntryCorrelation' ? [...one, ...other] : one)) return null;
  if (isNothing(sizeOther, measure === 'doubleEntryCorrelation' ? [...one, ...other] : other)) return null;
  return (1 + dot(first, second) / Math.sqrt(sizeOne * sizeOther)) / 2;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Divided by n − 1; 0 where fewer than five are known, whom it would tell, or all are the same. */
function deviationOf(values: readonly number[]): number {
  if (values.length < 5 || new Set(values).size < 2) return 0;
  return Math.sqrt(dot(centred(values), centred(values)) / (values.length - 1));
}

function centred(values: readonly number[]): number[] {
  return values.map((value) => value - average(values));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
}
