import { checkOptionNames, InputError, listOf, ProblemList } from '../core/index.js';
import { definedInstrument } from './define-instrument.js';
import type { Instrument } from './instrument.js';
import { fitOneFactor } from './one-factor.js';
import { type Responses, readResponses } from './read-responses.js';
import type { SurveyIssue } from './survey-issue.js';
import { keyedResponse, traitsOf } from './traits-of.js';

/** How well the items of one trait hang together in a group of people. */
export interface TraitReliability {
  /** Cronbach's α; `null` for one item, fewer than two people, or answers that do not vary. */
  readonly alpha: number | null;
  /** McDonald's ω_total of a one-factor model; `null` below three items or where the model does not fit. */
  readonly omega: number | null;
  /** Whether a loading had to be held at ±1 (a Heywood case): then ω is an upper bound more than an estimate. */
  readonly heywood: boolean;
  /** Item id → correlation with the mean of the trait's other items; `null` where one of them does not vary. */
  readonly itemRest: Readonly<Record<string, number | null>>;
  /** SD of the trait mean · √(1 − max(0, α)), on the response scale; `null` where α is. */
  readonly standardError: number | null;
  /** People who answered every item of the trait. */
  readonly n: number;
}

export interface ReliabilityOptions {
  /** Language of labels; default: any language of the instrument. */
  readonly language?: string;
}

/**
 * Reliability of every trait of a survey in a group of people, from those who answered all of its items.
 *
 * α = k/(k − 1) · (1 − Σ sᵢ² / s²), k items with variances sᵢ² and sum score variance s² (Cronbach (1951),
 * doi:10.1007/BF02310555). ω_total = (Σ λᵢsᵢ)² / ((Σ λᵢsᵢ)² + Σ sᵢ²(1 − λᵢ²)) with the loadings λ of one
 * common factor (McDonald (1999), *Test Theory*, chapter 6), fitted by minimum residuals to the correlations
 * and put back on the items' own scale, because it is their plain mean that is used. Variances divide by
 * n − 1.
 *
 * Few people make both wide guesses: from about 200 on they settle.
 *
 * @param manyResponses the answers of each person
 * @returns by trait; `issues` lists the answers that were left out, by person
 * @throws InputError where the instrument or the shape of the answers is broken
 */
export function reliability(
  instrument: Instrument,
  manyResponses: readonly Responses[],
  options: ReliabilityOptions = {},
): { readonly traits: Readonly<Record<string, TraitReliability>>; readonly issues: readonly SurveyIssue[] } {
  const problems = new ProblemList('reliability');
  checkOptionNames(problems, options, ['language']);
  problems.throwIfAny();
  const survey = definedInstrument(instrument);
  const everyone = listOf(manyResponses) as Responses[] | undefined;
  if (everyone === undefined) {
    const rule = 'an array with the answers of each person';
    throw new InputError('reliability', [{ path: 'manyResponses', value: manyResponses, rule }]);
  }
  const issues: SurveyIssue[] = [];
  const raw = everyone.map((responses, person) =>
    readResponses('reliability', survey, responses, options.language, `manyResponses[${person}]`, issues),
  );
  const traits = traitsOf(survey).map((trait) => [trait, traitReliability(survey, trait, raw)] as const);
  return { traits: Object.fromEntries(traits), issues };
}

function traitReliability(
  instrument: Instrument,
  trait: string,
  raw: readonly Float64Array[],
): TraitReliability {
  const items = [...instrument.items.keys()].filter((item) => instrument.items[item]!.trait === trait);
  const people = raw
    .filter((responses) => items.every((item) => !Number.isNaN(responses[item]!)))
    .map((responses) => items.map((item) => keyedResponse(instrument, item, responses[item]!)));
  const size = items.length;
  const covariances = covarianceMatrix(people, size);
  let total = 0;
  let own = 0;
  for (let i = 0; i < size; i += 1) {
    own += covariances[i * size + i]!;
    for (let j = 0; j < size; j += 1) total += covariances[i * size + j]!;
  }
  const isDefined = size > 1 && people.length > 1 && isPositive(total, own);
  const alpha = isDefined ? (size / (size - 1)) * (1 - own / total) : null;
  const standardError = alpha === null ? null : (Math.sqrt(total) / size) * Math.sqrt(1 - Math.max(0, alpha));
  const { omega, heywood } = omegaTotal(covariances, size);
  const itemRest = items.map((item, index) => {
    return [instrument.items[item]!.id, itemRestCorrelation(covariances, size, index)] as const;
  });
  return { alpha, omega, heywood, itemRest: Object.fromEntries(itemRest), standardError, n: people.length };
}

/** Variances below this share of the items' own are rounding, not variation. */
const negligible = 1e-12;

function isPositive(variance: number, scale: number): boolean {
  return variance > negligible * scale;
}

/** k × k, row-major, divided by n − 1; zeros below two people. */
function covarianceMatrix(people: readonly (readonly number[])[], size: number): Float64Array {
  const covariances = new Float64Array(size * size);
  if (people.length < 2) return covariances;
  const means = Array.from({ length: size }, (_, item) => {
    return people.reduce((sum, person) => sum + person[item]!, 0) / people.length;
  });
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      let sum = 0;
      for (const person of people) sum += (person[i]! - means[i]!) * (person[j]! - means[j]!);
      covariances[i * size + j] = sum / (people.length - 1);
      covariances[j * size + i] = covariances[i * size + j]!;
    }
  }
  return covariances;
}

function omegaTotal(covariances: Float64Array, size: number): { omega: number | null; heywood: boolean } {
  const deviations = Array.from({ length: size }, (_, item) => Math.sqrt(covariances[item * size + item]!));
  if (size < 3 || deviations.some((deviation) => deviation === 0)) return { omega: null, heywood: false };
  const correlations = covariances.map((covariance, at) => {
    return covariance / (deviations[Math.floor(at / size)]! * deviations[at % size]!);
  });
  const model = fitOneFactor(correlations, size);
  if (model === null) return { omega: null, heywood: false };
  let common = 0;
  let unique = 0;
  for (const [item, loading] of model.loadings.entries()) {
    common += loading * deviations[item]!;
    unique += (1 - loading * loading) * covariances[item * size + item]!;
  }
  const modelled = common * common + unique;
  return { omega: modelled > 0 ? (common * common) / modelled : null, heywood: model.heywood };
}

function itemRestCorrelation(covariances: Float64Array, size: number, item: number): number | null {
  let rest = 0;
  let shared = 0;
  let scale = 0;
  for (let i = 0; i < size; i += 1) {
    if (i === item) continue;
    shared += covariances[item * size + i]!;
    scale += covariances[i * size + i]!;
    for (let j = 0; j < size; j += 1) if (j !== item) rest += covariances[i * size + j]!;
  }
  const own = covariances[item * size + item]!;
  if (size < 2 || own === 0 || !isPositive(rest, scale)) return null;
  return Math.max(-1, Math.min(1, shared / Math.sqrt(own * rest)));
}
