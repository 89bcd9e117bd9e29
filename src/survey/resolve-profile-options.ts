import { checkOptionNames, ProblemList, reading } from '../core/index.js';
import { checkNorm } from './check-norms.js';
import { definedInstrument } from './define-instrument.js';
import type { Instrument, ResponseScale } from './instrument.js';
import type { GapSettings } from './profile-kernels.js';
import { profileMeasures } from './profile-measures.js';
import type { ProfileMeasure, ProfileSimilarityOptions, ProfileTrait } from './profile-similarity-options.js';
import { traitsOf } from './traits-of.js';

/** How many standard deviations apart count as nothing alike in `traitGap`. */
const widestGap = 3;

/** Options of a comparison of profiles, checked and made plain; arrays by trait. */
export interface ResolvedProfileOptions extends GapSettings {
  readonly measure: ProfileMeasure;
  readonly traits: readonly string[];
  /** Correlations and the cosine compare (value − centre) / scale. */
  readonly centres: Float64Array;
  readonly scales: Float64Array;
}

/** @throws InputError with every reason why the measure cannot do what is asked */
export function resolveProfileOptions(
  functionName: string,
  options: ProfileSimilarityOptions,
): ResolvedProfileOptions {
  const rule = 'traits, norms and a scale that can be read';
  return reading(functionName, 'options', options, rule, () => resolve(functionName, options));
}

function resolve(functionName: string, options: ProfileSimilarityOptions): ResolvedProfileOptions {
  const problems = new ProblemList(functionName);
  checkOptionNames(problems, options, ['measure', 'traits', 'instrument', 'norms', 'responseScale']);
  problems.throwIfAny();
  const measure = options.measure ?? 'traitGap';
  if (!Object.hasOwn(profileMeasures, measure)) {
    problems.add('options.measure', measure, `one of ${Object.keys(profileMeasures).join(', ')}`);
    problems.throwIfAny();
  }
  const instrument = options.instrument === undefined ? undefined : definedInstrument(options.instrument);
  const used = usedTraits(options.traits, instrument, measure, problems);
  const norms = options.norms ?? instrument?.norms?.traits;
  const scale = options.responseScale ?? instrument?.responseScale;
  const inverses = new Float64Array(used.length).fill(1);
  const centres = new Float64Array(used.length);
  const scales = new Float64Array(used.length).fill(1);
  if (!profileMeasures[measure].standardised) {
    inverses.fill(1 / widthOf(scale, measure, problems));
  } else if (norms !== undefined || measure === 'traitGap') {
    for (const [index, { trait }] of used.entries()) {
      const norm = norms !== undefined && Object.hasOwn(norms, trait) ? norms[trait] : undefined;
      const before = problems.length;
      checkNorm(norm, `options.norms.${trait}`, problems);
      if (norm === undefined || problems.length > before) continue;
      if (measure === 'traitGap') inverses[index] = 1 / (widestGap * norm.standardDeviation);
      else {
        centres[index] = norm.mean;
        scales[index] = norm.standardDeviation;
      }
    }
  }
  problems.throwIfAny();
  return {
    measure,
    traits: used.map(({ trait }) => trait),
    weights: Float64Array.from(used, ({ weight }) => weight ?? 1),
    different: used.map(({ direction }) => direction === 'different'),
    inverses,
    centres,
    scales,
  };
}

function usedTraits(
  listed: ProfileSimilarityOptions['traits'],
  instrument: Instrument | undefined,
  measure: ProfileMeasure,
  problems: ProblemList,
): ProfileTrait[] {
  const known = instrument === undefined ? undefined : traitsOf(instrument);
  const entries = listed ?? known;
  if (!Array.isArray(entries)) {
    problems.add('options.traits', entries, 'a list of traits, or an instrument that has them');
    return [];
  }
  const seen = new Set<string>();
  const traits = entries.map((entry): ProfileTrait => (typeof entry === 'string' ? { trait: entry } : entry));
  for (const [index, entry] of traits.entries()) {
    const path = `options.traits[${index}]`;
    const { trait, weight = 1, direction = 'similar' } = entry ?? {};
    if (!isTrait(trait, known)) {
      problems.add(path, trait, known === undefined ? 'the name of a trait' : `one of ${known.join(', ')}`);
    }
    if (seen.has(trait)) problems.add(path, trait, 'a trait that is not listed twice');
    seen.add(trait);
    if (!(weight >= 0 && weight < 1e9)) problems.add(`${path}.weight`, weight, 'a finite number ≥ 0');
    const allowed = profileMeasures[measure].different ? ['similar', 'different'] : ['similar'];
    if (!allowed.includes(direction)) {
      problems.add(`${path}.direction`, direction, `${allowed.join(' or ')} (measure ${measure})`);
    }
  }
  const used = traits.filter((entry) => isTrait(entry?.trait, known) && entry.weight !== 0);
  const weights = new Set(used.map(({ weight }) => weight ?? 1));
  if (!profileMeasures[measure].weights) {
    if (weights.size > 1) problems.add('options.traits', traits, `one weight for all (measure ${measure})`);
    if (used.length < profileMeasures[measure].fewestTraits) {
      problems.add(
        'options.traits',
        traits,
        `at least ${profileMeasures[measure].fewestTraits} traits (measure ${measure})`,
      );
    }
  } else if (used.length === 0) problems.add('options.traits', traits, 'at least one trait of weight > 0');
  return used;
}

function isTrait(trait: unknown, known: readonly string[] | undefined): boolean {
  return typeof trait === 'string' && (known === undefined || known.includes(trait));
}

function widthOf(
  scale: Pick<ResponseScale, 'min' | 'max'> | undefined,
  measure: ProfileMeasure,
  problems: ProblemList,
): number {
  const width = scale === undefined || scale === null ? Number.NaN : scale.max - scale.min;
  if (!(width > 0 && width < Infinity)) {
    problems.add('options.responseScale', scale, `{ min, max } with min < max (measure ${measure})`);
  }
  return width;
}
