import { InputError } from '../core/index.js';
import { readArgument } from './read.js';
import { readGoal } from './read-goal.js';
import { isSameData, lastDayOfGoal, readPairState } from './read-pair-state.js';
import { afterEvent, goalAsCreated } from './replay-goal.js';
import type { Goal, PairState } from './types.js';

/**
 * The state of a pair with a new goal, or with a goal that `recordProgress` or `adjustGoal` took further. Putting the
 * same goal twice changes nothing.
 *
 * @throws InputError where a goal of this id is there and the new one does not continue its history, so that
 * something would be lost, or where it goes on after the pair was closed
 */
export function putGoal(state: PairState, goal: Goal): PairState {
  const read = readArgument('putGoal', 'state', state, readPairState);
  const next = readArgument('putGoal', 'goal', goal, readGoal);
  const refuse = (path: string, value: unknown, rule: string): never => {
    throw new InputError('putGoal', [{ path, value, rule }]);
  };
  const known = read.goals.find(({ id }) => id === next.id);
  if (known !== undefined && !continues(known, next))
    refuse('goal.history', next.history.length, `the history of goal ${next.id} as it is, and more`);
  if (read.closed !== null && lastDayOfGoal(next) > read.closed.on)
    refuse('goal', lastDayOfGoal(next), `nothing after the pair was closed, ${read.closed.on}`);
  const goals =
    known === undefined ? [...read.goals, next] : read.goals.map((each) => (each === known ? next : each));
  return { ...read, goals };
}

/** Whether a goal is an earlier one and what happened to it since. */
function continues(earlier: Goal, later: Goal): boolean {
  const since = later.history.slice(earlier.history.length);
  return (
    isSameData(goalAsCreated(earlier), goalAsCreated(later)) &&
    isSameData(since.reduce(afterEvent, earlier), later)
  );
}
