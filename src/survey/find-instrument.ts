import { reading } from '../core/index.js';
import type { Instrument } from './instrument.js';
import { builtInInstruments } from './instruments/index.js';

/**
 * The instrument with an id: one of the programme's own, else a built-in one.
 *
 * @returns `null` where there is none
 * @throws InputError where the programme's own are no list of instruments
 */
export function findInstrument(id: string, own: readonly Instrument[] = []): Instrument | null {
  const find = () => [...own, ...builtInInstruments].find((instrument) => instrument.id === id) ?? null;
  return reading('findInstrument', 'own', own, 'a list of instruments', find);
}
