import { ProblemList } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { date, flag, oneOf, orNull, readArgument, shape, text, withDefault } from './read.js';
import { closingReasons, lastDayOfGoal, readPairState } from './read-pair-state.js';
import type { ClosingReason, PairState } from './types.js';

/** How a pair ended. */
export interface ClosingInput {
  readonly on: string;
  readonly reason: ClosingReason;
  /** `both` unless given. */
  readonly by?: Side | 'both' | 'administrator';
  readonly note?: string | null;
  /** Whether the mentor takes new mentees; `true` unless given, `false` after `mentorLeft`. */
  readonly mentorTakesNew?: boolean;
}

const readClosing = shape('a closing', {
  on: date,
  reason: oneOf(...closingReasons),
  by: withDefault(oneOf('mentee', 'mentor', 'both', 'administrator'), 'both'),
  note: orNull(text(1, 5000)),
  mentorTakesNew: orNull(flag),
});

/**
 * Closes a pair. Goals stay as they are, and so do check-ins that were planned for later; what happened before may
 * still be recorded. `rematchOptionsFromPairs` makes of closed pairs what the next matching should know.
 *
 * @throws InputError where the pair is closed already, did not start yet, or something is recorded for a later day
 */
export function closePair(state: PairState, closing: ClosingInput): PairState {
  const read = readArgument('closePair', 'state', state, readPairState);
  const { mentorTakesNew, ...rest } = readArgument('closePair', 'closing', closing, readClosing);
  const problems = new ProblemList('closePair');
  const { start } = read.agreement;
  if (read.closed !== null) problems.add('state.closed', read.closed.on, 'null: the pair is closed already');
  if (rest.on < start) problems.add('closing.on', rest.on, `a day from the start of the pair on, ${start}`);
  const days = [
    ...read.checkIns.map(({ heldOn }) => heldOn ?? start),
    ...read.goals.map((goal) => lastDayOfGoal(goal)),
  ];
  const last = days.reduce((one, other) => (one > other ? one : other), start);
  if (rest.on < last && rest.on >= start)
    problems.add('closing.on', rest.on, `a day from ${last} on, when something last happened`);
  problems.throwIfAny();
  return { ...read, closed: { ...rest, mentorTakesNew: mentorTakesNew ?? rest.reason !== 'mentorLeft' } };
}
