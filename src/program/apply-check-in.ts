import { compareText, InputError, ProblemList } from '../core/index.js';
import { id, type Read, readArgument } from './read.js';
import { dayOfCheckIn, readCheckIn } from './read-check-in.js';
import { isSameData, readPairState, sortCheckIns } from './read-pair-state.js';
import { addEvent } from './record-progress.js';
import type { CheckIn, CheckInFeedback, Goal, GoalUpdate, PairState } from './types.js';

type Loose<Shape> = { readonly [Name in keyof Shape]?: Shape[Name] | null };

/**
 * What is known of a check-in. Of one that is known already only what is new is needed; of a new one `kind` is
 * `extra` and `status` is `held` unless given.
 */
export interface CheckInInput extends Loose<Omit<CheckIn, 'id' | 'feedback' | 'goalUpdates'>> {
  readonly id: string;
  readonly feedback?:
    | readonly (Pick<CheckInFeedback, 'from' | 'on'> & Loose<Omit<CheckInFeedback, 'from' | 'on'>>)[]
    | null;
  readonly goalUpdates?:
    | readonly (Pick<GoalUpdate, 'goalId' | 'level'> & Loose<Omit<GoalUpdate, 'goalId' | 'level'>>)[]
    | null;
}

/** What does not change once it is known; `status` may leave `planned`. */
const fixed = ['kind', 'scheduledOn', 'scheduledAt', 'status', 'heldOn', 'minutes', 'attended'] as const;

/**
 * The state of a pair after a check-in: a planned one that was held, missed or cancelled, an extra one, or more about
 * one that is known (feedback of the other side, how long it took).
 *
 * **How updates merge.** What is known of a check-in grows: fields that were open are filled in, feedback is added (one
 * of each side), goals are updated (once each). What is known already may be said again and changes nothing; saying
 * something else is refused. Hence check-ins may come in any order, twice or late, with the same result, except that
 * the updates of a goal come in the order of their dates, as in `recordProgress`.
 *
 * A pair that was closed still takes check-ins that were held before.
 *
 * @throws InputError for a check-in before the start or after the closing, for one that contradicts what is known,
 * and for a goal that is unknown, closed, or was updated on a later day
 */
export function applyCheckIn(state: PairState, checkIn: CheckInInput): PairState {
  const name = 'applyCheckIn';
  const read = readArgument(name, 'state', state, readPairState);
  const checkInId = readArgument(name, 'checkIn', checkIn, readId);
  const known = read.checkIns.find(({ id }) => id === checkInId);
  const said = readArgument(name, 'checkIn', checkIn, completed(known));
  const merged = inOrder(known === undefined ? said : merge(known, said));
  const { agreement, closed } = read;
  const problems = new ProblemList(name);
  const day = dayOfCheckIn(merged);
  if (day < agreement.start)
    problems.add('checkIn', day, `a day from the start of the pair on, ${agreement.start}`);
  if (closed !== null && day > closed.on && merged.status !== 'cancelled' && !isSameData(known, merged))
    problems.add('checkIn', day, `a day up to the closing of the pair, ${closed.on}`);
  const fresh = merged.goalUpdates.filter(
    ({ goalId }) => known === undefined || !known.goalUpdates.some((each) => each.goalId === goalId),
  );
  fresh.forEach(({ goalId }) => {
    if (!read.goals.some(({ id }) => id === goalId))
      problems.add('checkIn.goalUpdates', goalId, 'the id of a goal of the pair');
  });
  problems.throwIfAny();
  return {
    ...read,
    checkIns: sortCheckIns([...read.checkIns.filter((each) => each !== known), merged]),
    goals: read.goals.map((goal) => fresh.reduce((now, update) => updated(now, update, day), goal)),
  };
}

const readId: Read<string> = (value, path, problems) =>
  id((value as { readonly id?: unknown } | null | undefined)?.id, `${path}.id`, problems);

function updated(goal: Goal, { goalId, ...update }: GoalUpdate, on: string): Goal {
  if (goal.id !== goalId) return goal;
  const event = { kind: 'progress' as const, on, ...update };
  return addEvent('applyCheckIn', goal, event, `goal ${JSON.stringify(goalId)}: `);
}

/** Reads a check-in after filling in what is left out from what is known of it. */
function completed(known: CheckIn | undefined): Read<CheckIn> {
  if (known === undefined) return readCheckIn;
  return (value, path, problems) => {
    const given = Object.fromEntries(
      Object.entries(value as object).filter(([, field]) => field !== undefined && field !== null),
    );
    const isSettled = given.status === undefined || given.status === known.status;
    const { feedback, goalUpdates, heldOn, minutes, attended, ...rest } = known;
    const settled = isSettled ? { heldOn, minutes, attended } : {};
    return readCheckIn({ ...rest, ...settled, ...given }, path, problems);
  };
}

function merge(known: CheckIn, said: CheckIn): CheckIn {
  const problems = new ProblemList('applyCheckIn');
  for (const name of fixed) {
    const isOpen = known[name] === null || (name === 'status' && known.status === 'planned');
    if (!isOpen && !isSameData(known[name], said[name]))
      problems.add(`checkIn.${name}`, said[name], `${JSON.stringify(known[name])}, which is known already`);
  }
  const feedback = [...known.feedback];
  for (const each of said.feedback) {
    const before = known.feedback.find(({ from }) => from === each.from);
    if (before === undefined) feedback.push(each);
    else if (!isSameData(before, each))
      problems.add('checkIn.feedback', each, `no other feedback of the ${each.from} than is known already`);
  }
  const goalUpdates = [...known.goalUpdates];
  for (const each of said.goalUpdates) {
    const before = known.goalUpdates.find(({ goalId }) => goalId === each.goalId);
    if (before === undefined) goalUpdates.push(each);
    else if (!isSameData(before, each))
      problems.add(
        'checkIn.goalUpdates',
        each,
        `no other update of goal ${each.goalId} than is known already`,
      );
  }
  if (problems.length > 0) throw new InputError('applyCheckIn', problems.problems);
  return { ...said, feedback, goalUpdates };
}

/** Who spoke first leaves no trace. */
function inOrder(checkIn: CheckIn): CheckIn {
  return {
    ...checkIn,
    feedback: [...checkIn.feedback].sort((one, other) => compareText(one.from, other.from)),
    goalUpdates: [...checkIn.goalUpdates].sort((one, other) => compareText(one.goalId, other.goalId)),
  };
}
