import { canonicalJson } from '../core/index.js';
import type { Goal, GoalChanges, GoalEvent } from './types.js';

/** A goal after one more event; whether the event may happen has been checked. */
export function afterEvent(goal: Goal, event: GoalEvent): Goal {
  const history = [...goal.history, event];
  if (event.kind === 'adjustment') return { ...goal, ...event.changes, history };
  const reached = new Set(event.milestonesReached);
  return {
    ...goal,
    level: event.level,
    status: event.status,
    closedOn: event.status === 'open' ? null : event.on,
    milestones: goal.milestones.map((each) =>
      reached.has(each.id) ? { ...each, reachedOn: event.on } : each,
    ),
    history,
  };
}

/** The goal as it was created, before anything happened. */
export function goalAsCreated(goal: Goal): Goal {
  let created: Goal = goal;
  for (const event of [...goal.history].reverse()) {
    if (event.kind === 'adjustment') created = { ...created, ...event.before };
    else created = { ...created, milestones: unreach(created.milestones, event.milestonesReached) };
  }
  return { ...created, level: goal.baseline, status: 'open', closedOn: null, history: [] };
}

function unreach(milestones: Goal['milestones'], ids: readonly string[]): Goal['milestones'] {
  return milestones.map((each) => (ids.includes(each.id) ? { ...each, reachedOn: null } : each));
}

/** Whether replaying the history of a goal from how it was created gives the goal, step by allowed step. */
export function isGoalConsistent(goal: Goal): boolean {
  let now = goalAsCreated(goal);
  if (now.milestones.some(({ reachedOn }) => reachedOn !== null)) return false;
  for (const event of goal.history) {
    if (ruleAgainst(now, event) !== null) return false;
    if (event.kind === 'adjustment' && !isSame(fieldsBefore(now, event.changes), event.before)) return false;
    now = afterEvent(now, event);
  }
  return isSame(now, goal);
}

/** What the changed fields of a goal are now. */
export function fieldsBefore(goal: Goal, changes: GoalChanges): GoalChanges {
  return Object.fromEntries(
    Object.keys(changes).map((name) => [name, goal[name as keyof GoalChanges]]),
  ) as GoalChanges;
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** Why an event cannot happen to a goal, as what was expected and where; `null` where it can. */
export function ruleAgainst(
  goal: Goal,
  event: GoalEvent,
): { readonly path: string; readonly value: unknown; readonly rule: string } | null {
  const { on } = event;
  if (goal.status !== 'open')
    return { path: 'goal.status', value: goal.status, rule: 'open: nothing more happens to a closed goal' };
  const last = goal.history.at(-1)?.on ?? goal.createdOn;
  if (on < last)
    return { path: 'on', value: on, rule: `a day from ${last} on: updates come in the order of their dates` };
  return event.kind === 'progress' ? ruleAgainstProgress(goal, event) : ruleAgainstChanges(goal, event);
}

function ruleAgainstProgress(goal: Goal, event: GoalEvent & { readonly kind: 'progress' }) {
  for (const id of event.milestonesReached) {
    const milestone = goal.milestones.find((each) => each.id === id);
    const path = 'milestonesReached';
    if (milestone === undefined)
      return { path, value: id, rule: `one of ${goal.milestones.map((each) => each.id).join(', ')}` };
    if (milestone.reachedOn !== null)
      return { path, value: id, rule: `a milestone that is still open (reached on ${milestone.reachedOn})` };
  }
  if (event.status === 'reached' && event.level < 0)
    return { path: 'level', value: event.level, rule: 'at least 0 for a goal that is reached' };
  return null;
}

function ruleAgainstChanges(goal: Goal, { on, changes }: GoalEvent & { readonly kind: 'adjustment' }) {
  if (Object.keys(changes).length === 0)
    return { path: 'changes', value: changes, rule: 'at least one field to change' };
  if (changes.due !== undefined && changes.due < on)
    return { path: 'changes.due', value: changes.due, rule: `a day from ${on} on` };
  const { milestones } = changes;
  if (milestones === undefined) return null;
  for (const reached of goal.milestones.filter(({ reachedOn }) => reachedOn !== null)) {
    const kept = milestones.find(({ id }) => id === reached.id);
    if (kept === undefined || kept.reachedOn !== reached.reachedOn)
      return {
        path: 'changes.milestones',
        value: reached.id,
        rule: `still in the list with reachedOn ${reached.reachedOn}: what was reached stays`,
      };
  }
  const isReached = (id: string) => goal.milestones.some((each) => each.id === id && each.reachedOn !== null);
  const made = milestones.find((each) => each.reachedOn !== null && !isReached(each.id));
  if (made !== undefined)
    return { path: 'changes.milestones', value: made.id, rule: 'reachedOn null: recordProgress reaches it' };
  return null;
}
