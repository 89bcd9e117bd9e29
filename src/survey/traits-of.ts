import { reading } from '../core/index.js';
import type { Instrument } from './instrument.js';

/** The traits of an instrument, in the order in which its items first name them. @throws InputError for what is no instrument */
export function traitsOf(instrument: Instrument): string[] {
  return reading('traitsOf', 'instrument', instrument, 'an instrument', () => [
    ...new Set(instrument.items.map(({ trait }) => trait)),
  ]);
}

/** The number an answer counts as: (min + max) − response for a reverse-keyed item. */
export function keyedResponse(instrument: Instrument, item: number, response: number): number {
  const { min, max } = instrument.responseScale;
  return instrument.items[item]!.reverseKeyed ? min + max - response : response;
}
