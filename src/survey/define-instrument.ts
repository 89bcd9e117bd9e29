import { ProblemList, reading } from '../core/index.js';
import { checkInstrument } from './check-instrument.js';
import type { Instrument } from './instrument.js';

/** Instruments that were checked and frozen here, so that scoring need not check them again. */
const defined = new WeakSet<object>();

/**
 * Checks a survey of the programme's own and returns a frozen copy of it, ready for `scoreSurvey`.
 *
 * A response scale of any width, any number of traits, reverse keys, any languages (each item and the labels
 * in the same ones). Every item measures one trait; a label may stand for one number only.
 *
 * @param definition the instrument as data; it is not changed
 * @throws InputError with every problem: a missing text, a duplicate id, a scale whose labels do not fit its
 *   width, a norm for a trait that no item measures, …
 * @example
 * const drive = defineInstrument({
 *   id: 'drive', title: 'Drive', source: 'Our programme, 2026', licence: 'CC0',
 *   responseScale: { min: 0, max: 2, labels: { en: ['No', 'Partly', 'Yes'] } },
 *   items: [
 *     { id: 'a', text: { en: 'I finish what I start.' }, trait: 'drive', reverseKeyed: false },
 *     { id: 'b', text: { en: 'I give up early.' }, trait: 'drive', reverseKeyed: true },
 *   ],
 * });
 * scoreSurvey(drive, { a: 'Yes', b: 'Partly' }).traits.drive?.mean; // => 1.5
 */
export function defineInstrument(definition: Instrument): Instrument {
  const problems = new ProblemList('defineInstrument');
  const copy = reading('defineInstrument', '', definition, 'plain data: an instrument', () => {
    checkInstrument(definition, problems);
    problems.throwIfAny();
    return structuredCopy(definition) as Instrument;
  });
  const instrument = deepFreeze(copy) as Instrument;
  defined.add(instrument);
  return instrument;
}

/** The instrument itself where `defineInstrument` made it, else what `defineInstrument` makes of it. */
export function definedInstrument(instrument: Instrument): Instrument {
  const isDefined = typeof instrument === 'object' && instrument !== null && defined.has(instrument);
  return isDefined ? instrument : defineInstrument(instrument);
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, structuredCopy(item)]));
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
