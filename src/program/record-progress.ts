import { InputError } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { date, readArgument, shape, text, withDefault } from './read.js';
import { level, milestonesReached, note, readChanges, readGoal, side, status } from './read-goal.js';
import { afterEvent, fieldsBefore, ruleAgainst } from './replay-goal.js';
import type { AttainmentLevel, Goal, GoalChanges, GoalEvent, GoalStatus } from './types.js';

/** Where a goal stands on a day. */
export interface GoalProgress {
  readonly on: string;
  /** The mentee unless given. */
  readonly by?: Side;
  readonly level: AttainmentLevel;
  /** Ids of milestones that are reached now. */
  readonly milestonesReached?: readonly string[];
  readonly note?: string | null;
  /** `reached` (from level 0 on) or `dropped` closes the goal; `open` unless given. */
  readonly status?: GoalStatus;
}

const readProgress = shape('progress', {
  on: date,
  by: withDefault(side, 'mentee'),
  level,
  milestonesReached,
  note,
  status: withDefault(status, 'open'),
});

/**
 * A goal with one more step in its history. Steps come in the order of their dates (the same day twice is fine);
 * one that is earlier than the last is refused, since it would change what was true in between.
 *
 * @throws InputError on a closed goal, before its creation or its last event, at a level outside −2 … +2, for a
 * milestone that is unknown or already reached
 */
export function recordProgress(goal: Goal, progress: GoalProgress): Goal {
  const read = readArgument('recordProgress', 'goal', goal, readGoal);
  const step = readArgument('recordProgress', 'progress', progress, readProgress);
  return addEvent('recordProgress', read, { kind: 'progress', ...step });
}

/** A change of a goal, with its reason. */
export interface GoalAdjustment {
  readonly on: string;
  /** The mentee unless given. */
  readonly by?: Side;
  readonly reason: string;
  readonly changes: GoalChanges;
}

const readAdjustment = shape('an adjustment', {
  on: date,
  by: withDefault(side, 'mentee'),
  reason: text(1, 2000),
  changes: readChanges,
});

/**
 * A goal with changed fields; the history keeps the reason and what they were. Milestones that were reached stay.
 *
 * @throws InputError on a closed goal, before its last event, without a change, for a due date in the past
 */
export function adjustGoal(goal: Goal, adjustment: GoalAdjustment): Goal {
  const read = readArgument('adjustGoal', 'goal', goal, readGoal);
  const { changes, ...rest } = readArgument('adjustGoal', 'adjustment', adjustment, readAdjustment);
  const before = fieldsBefore(read, changes);
  return addEvent('adjustGoal', read, { kind: 'adjustment', ...rest, changes, before });
}

/** The goal after an event that was read; refuses one that cannot happen. */
export function addEvent(functionName: string, goal: Goal, event: GoalEvent, place = ''): Goal {
  const broken = ruleAgainst(goal, event);
  if (broken !== null) throw new InputError(functionName, [{ ...broken, path: `${place}${broken.path}` }]);
  return afterEvent(goal, event);
}
