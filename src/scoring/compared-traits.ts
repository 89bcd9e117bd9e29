import { InputError, type Problem, unknownNameRule } from '../core/index.js';
import {
  builtInInstruments,
  defineInstrument,
  findInstrument,
  type Instrument,
  type ProfileMeasure,
  type ProfileTrait,
  profileMeasures,
  traitsOf,
} from '../survey/index.js';
import type { SpecCheck } from './spec-check.js';

/** How a trait of the two should be: alike, far apart, or left out. */
export type TraitDirection = 'similar' | 'different' | 'ignored';

/** What is compared unless the model says otherwise: how open to the new, and how orderly, two people are. */
const usualTraits: Readonly<Record<string, TraitDirection>> = {
  openness: 'similar',
  conscientiousness: 'similar',
};

export const usualMeasure: ProfileMeasure = 'traitGap';

/** The instrument that a checked model names or holds. */
export function instrumentOf(option: string | Instrument): Instrument {
  // The check has found it.
  return typeof option === 'string' ? findInstrument(option)! : defineInstrument(option);
}

/** The traits that count, each with its reliability as its weight where the measure can weigh. */
export function comparedTraits(
  instrument: Instrument,
  measure: ProfileMeasure,
  traits: Readonly<Record<string, TraitDirection>> = usualTraits,
): Required<ProfileTrait>[] {
  const published = new Map(Object.entries(instrument.reliability?.traits ?? {}));
  const weightOf = (trait: string) => (profileMeasures[measure].weights ? (published.get(trait) ?? 1) : 1);
  // In the order of the instrument, since stores may reorder the keys of a model.
  return traitsOf(instrument).flatMap((trait) => {
    const direction = Object.hasOwn(traits, trait) ? traits[trait]! : 'ignored';
    return direction === 'ignored' ? [] : [{ trait, direction, weight: weightOf(trait) }];
  });
}

/** Checks `instrument`, `measure` and `traits` of a factor, each by itself and together. */
export function checkComparedTraits(spec: SpecCheck): void {
  spec.oneOf('measure', Object.keys(profileMeasures));
  const traits = spec.get('traits');
  spec.value('traits', 'directions by trait, such as { "openness": "similar" }', isRecord);
  const instrument = checkInstrumentOption(spec);
  const measure = (spec.get('measure') ?? usualMeasure) as ProfileMeasure;
  if (instrument === undefined || !Object.hasOwn(profileMeasures, measure)) return;
  if (traits !== undefined && !isRecord(traits)) return;
  const known = traitsOf(instrument);
  const { different, fewestTraits } = profileMeasures[measure];
  const directions = different ? ['similar', 'different', 'ignored'] : ['similar', 'ignored'];
  const problems: Problem[] = [];
  for (const [trait, direction] of Object.entries(traits ?? usualTraits)) {
    const path = `traits.${trait}`;
    if (!known.includes(trait)) {
      const rule =
        traits === undefined
          ? `directions by trait, since ${instrument.id} does not measure ${trait} but ${known.join(', ')}`
          : unknownNameRule('trait', trait, known);
      problems.push({ path: traits === undefined ? 'traits' : path, value: traits?.[trait], rule });
    } else if (!directions.includes(direction as string)) {
      problems.push({ path, value: direction, rule: `${directions.join(' or ')} (measure ${measure})` });
    }
  }
  if (problems.length === 0) {
    const counted = comparedTraits(instrument, measure, traits as Record<string, TraitDirection> | undefined);
    const rule = `at least ${fewestTraits} traits that are not ignored (measure ${measure})`;
    if (counted.length < fewestTraits) problems.push({ path: 'traits', value: traits, rule });
  }
  spec.problems(problems);
}

function checkInstrumentOption(spec: SpecCheck): Instrument | undefined {
  const option = spec.get('instrument');
  const ids = builtInInstruments.map(({ id }) => id).join(', ');
  const isKnown = (value: unknown) =>
    typeof value === 'string' ? findInstrument(value) !== null : isRecord(value);
  spec.value('instrument', `one of ${ids}, or an instrument of your own as data`, isKnown, true);
  if (!isKnown(option)) return undefined;
  try {
    return instrumentOf(option as string | Instrument);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    spec.problems(error.problems.map((problem) => ({ ...problem, path: `instrument.${problem.path}` })));
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
