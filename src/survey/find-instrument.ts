import type { Instrument } from './instrument.js';
import { builtInInstruments } from './instruments/index.js';

/**
 * The instrument with an id: one of the programme's own, else a built-in one.
 *
 * @returns `null` where there is none
 */
export function findInstrument(id: string, own: readonly Instrument[] = []): Instrument | null {
  return [...own, ...builtInInstruments].find((instrument) => instrument.id === id) ?? null;
}
