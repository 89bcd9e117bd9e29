import { readArgument } from './read.js';
import { readPairState } from './read-pair-state.js';
import type { PairState } from './types.js';

/**
 * Reads the state of a pair that was stored, and checks all of it: a goal whose history does not lead to where it
 * stands is refused too.
 *
 * @param stored what `JSON.parse` gave
 * @throws InputError with every problem
 */
export function parsePairState(stored: unknown): PairState {
  return readArgument('parsePairState', '', stored, readPairState);
}
