import { ProblemList } from '../core/index.js';
import { readArgument, shape, withDefault } from './read.js';
import { readAgreement } from './read-agreement.js';
import { readCheckIns } from './read-check-in.js';
import { readGoals, rulesBroken, sortCheckIns, trainedOn } from './read-pair-state.js';
import type { Agreement, CheckIn, Goal, PairState } from './types.js';

export interface StartPairOptions {
  readonly goals?: readonly Goal[];
  /** What `scheduleCheckIns` planned. */
  readonly checkIns?: readonly CheckIn[];
  /** When each finished the training, as `trainingChecklist` says. */
  readonly trainedOn?: { readonly mentee?: string | null; readonly mentor?: string | null };
}

const readOptions = shape('options', {
  goals: withDefault(readGoals, []),
  checkIns: withDefault(readCheckIns, []),
  trainedOn: withDefault(trainedOn, { mentee: null, mentor: null }),
});

/**
 * Starts a pair whose agreement both have signed.
 *
 * Everything that happens to it afterwards is a function that takes its state and returns the next one; the state is
 * plain JSON, to be stored between two of them.
 *
 * @throws InputError without both signatures, for two goals or check-ins of one id, or a check-in before the start
 */
export function startPair(agreement: Agreement, options: StartPairOptions = {}): PairState {
  const signed = readArgument('startPair', 'agreement', agreement, readAgreement);
  const read = readArgument('startPair', '', options, readOptions);
  const state: PairState = {
    schemaVersion: 1,
    agreement: signed,
    goals: read.goals,
    checkIns: sortCheckIns(read.checkIns),
    trainedOn: read.trainedOn,
    closed: null,
  };
  const problems = new ProblemList('startPair');
  for (const [path, value, rule] of rulesBroken(state)) problems.add(path, value, rule);
  problems.throwIfAny();
  return state;
}
