import { InputError } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { date, oneOf, readArgument } from './read.js';
import { readPairState } from './read-pair-state.js';
import type { PairState } from './types.js';

/**
 * Notes that one of the two finished the training, as `trainingChecklist` says. The same day again changes nothing.
 *
 * @throws InputError where another day is known
 */
export function recordTraining(state: PairState, side: Side, on: string): PairState {
  const read = readArgument('recordTraining', 'state', state, readPairState);
  const role = readArgument('recordTraining', 'side', side, oneOf('mentee', 'mentor'));
  const day = readArgument('recordTraining', 'on', on, date);
  const before = read.trainedOn[role];
  if (before !== null && before !== day)
    throw new InputError('recordTraining', [
      { path: 'on', value: day, rule: `${before}, which is known already` },
    ]);
  return { ...read, trainedOn: { ...read.trainedOn, [role]: day } };
}
