import { objectives } from './define-program.js';
import {
  checked,
  date,
  id,
  listOf,
  listWithout,
  oneOf,
  orNull,
  type Read,
  shape,
  text,
  weight,
  withDefault,
} from './read.js';
import { isGoalConsistent } from './replay-goal.js';
import type {
  AttainmentLevel,
  Goal,
  GoalChanges,
  GoalEvent,
  GoalFrame,
  GoalStatus,
  Milestone,
  Visibility,
} from './types.js';

export const attainmentLevels: readonly AttainmentLevel[] = [-2, -1, 0, 1, 2];

const findLevel = oneOf(...attainmentLevels);
/** −2 … +2; −0, which JSON would write as 0, is 0. */
export const level: Read<AttainmentLevel> = (value, path, problems) =>
  findLevel(Object.is(value, -0) ? 0 : value, path, problems);

export const side = oneOf('mentee', 'mentor');
export const frame: Read<GoalFrame> = oneOf('SMART', 'GROW', 'OKR', 'WOOP');
export const objective = oneOf(...objectives);
export const visibility: Read<Visibility> = oneOf('private', 'pair', 'administrator');
export const status: Read<GoalStatus> = oneOf('open', 'reached', 'dropped');
export const note = orNull(text(1, 5000));
export const skillNames = listWithout(text(1, 200), 'skill', (name) => name);
export const milestonesReached = withDefault(
  listWithout(id, 'milestone', (name) => name),
  [],
);

/** May be empty: a goal that is still being written is read too, and `findGoalIssues` says what it lacks. */
const draft = text(0);

const milestone: Read<Milestone> = shape('a milestone: { id, title, due, reachedOn }', {
  id,
  title: text(0, 500),
  due: date,
  reachedOn: orNull(date),
});

export const plan = shape('{ situation, action }', { situation: draft, action: draft });

const levels = checked(listOf(shape('{ level, text }', { level, text: draft }), 5), (list, report) => {
  if (list.length !== 5 || list.some((each, index) => each.level !== attainmentLevels[index]))
    report(
      '',
      list.map((each) => each.level),
      'the five levels from -2 to 2, in this order',
    );
});

const editable = {
  outcome: draft,
  measure: draft,
  relevance: draft,
  levels,
  due: date,
  milestones: listWithout(milestone, 'milestone of one id', (each) => each.id),
  obstacle: draft,
  plan,
  visibility,
  skills: skillNames,
  weight,
} as const;

/** Changes of a goal: only the fields that are there. */
export const readChanges: Read<GoalChanges> = (value, path, problems) => {
  const optional = Object.fromEntries(
    Object.entries(editable).map(([name, read]) => [name, orNull(read as Read<unknown>)]),
  );
  const read = shape('changes of a goal', optional)(value, path, problems) as Record<string, unknown>;
  if (read === undefined) return {};
  return Object.fromEntries(Object.entries(read).filter(([, change]) => change !== null)) as GoalChanges;
};

const progress = shape('progress', {
  kind: oneOf('progress'),
  on: date,
  by: side,
  level,
  milestonesReached,
  note,
  status,
});

const adjustment = shape('an adjustment', {
  kind: oneOf('adjustment'),
  on: date,
  by: side,
  reason: text(1, 2000),
  changes: readChanges,
  before: readChanges,
});

const event: Read<GoalEvent> = (value, path, problems) =>
  (value as GoalEvent | null)?.kind === 'adjustment'
    ? adjustment(value, path, problems)
    : progress(value, path, problems);

/** A goal as `createGoal` and the functions that change it return it. */
export const readGoal: Read<Goal> = checked(
  shape('a goal', {
    schemaVersion: oneOf(1),
    id,
    templateId: orNull(id),
    objective,
    frame,
    owner: side,
    ...editable,
    baseline: level,
    createdOn: date,
    level,
    status,
    closedOn: orNull(date),
    history: listOf(event),
  }),
  (goal, report) => {
    if (!isGoalConsistent(goal))
      report('history', goal.history, 'the events from which the rest of the goal follows, in order of date');
  },
);
