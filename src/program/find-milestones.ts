import { compareText } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { addDays, daysBetween } from './dates.js';
import { date, readArgument } from './read.js';
import { readPairState } from './read-pair-state.js';
import type { Goal, PairState } from './types.js';

/** Something to celebrate; `describeFinding` says it in words. */
export type Celebration = { readonly on: string; readonly who: Side | 'both' } & (
  | { readonly code: 'trained' | 'firstMeeting' | 'halfway' | 'completed' }
  | { readonly code: 'meetings' | 'hours'; readonly count: number }
  | {
      readonly code: 'milestoneReached' | 'goalReached' | 'beyondExpected';
      readonly goalId: string;
      /** Of the milestone, or the outcome of the goal. */
      readonly title: string;
    }
);

/** Numbers of meetings and hours worth a word. */
const round = [5, 10, 20, 30, 50, 100];

/**
 * What there is to celebrate, of the mentee, the mentor or both, up to a day: training finished, the first meeting, the
 * 5th, 10th, … meeting and hour, half of the time, milestones and goals reached, more reached than expected, the whole
 * way gone. In the order of the days.
 *
 * Goals that a reader may not see are a matter of `visibleTo`: pass its result to celebrate in front of others.
 *
 * @param asOf `YYYY-MM-DD`
 * @throws InputError where the state or the day is none
 */
export function findMilestones(state: PairState, asOf: string): Celebration[] {
  const read = readArgument('findMilestones', 'state', state, readPairState);
  const today = readArgument('findMilestones', 'asOf', asOf, date);
  const { agreement, closed } = read;
  const found: Celebration[] = [];
  for (const who of ['mentee', 'mentor'] as const) {
    const on = read.trainedOn[who];
    if (on !== null) found.push({ code: 'trained', on, who });
  }
  let count = 0;
  let minutes = 0;
  for (const { heldOn, minutes: took } of read.checkIns) {
    if (heldOn === null) continue;
    const hoursBefore = Math.floor(minutes / 60);
    count += 1;
    minutes += took ?? agreement.meeting.minutes;
    if (count === 1) found.push({ code: 'firstMeeting', on: heldOn, who: 'both' });
    if (round.includes(count)) found.push({ code: 'meetings', on: heldOn, who: 'both', count });
    for (const hours of round)
      if (hoursBefore < hours && Math.floor(minutes / 60) >= hours)
        found.push({ code: 'hours', on: heldOn, who: 'mentor', count: hours });
  }
  const halfway = addDays(agreement.start, Math.ceil(daysBetween(agreement.start, agreement.end) / 2));
  const last = closed?.on ?? today;
  if (count > 0 && halfway <= last) found.push({ code: 'halfway', on: halfway, who: 'both' });
  if (closed !== null && (closed.reason === 'completed' || closed.reason === 'goalsReached'))
    found.push({ code: 'completed', on: closed.on, who: 'both' });
  found.push(...read.goals.flatMap(ofGoal));
  return found
    .filter(({ on }) => on <= today)
    .map((each, index) => ({ each, index }))
    .sort((one, other) => compareText(one.each.on, other.each.on) || one.index - other.index)
    .map(({ each }) => each);
}

function ofGoal(goal: Goal): Celebration[] {
  const { id: goalId, owner: who, outcome, milestones, history } = goal;
  const found: Celebration[] = [];
  let best = goal.baseline;
  for (const event of history) {
    if (event.kind === 'adjustment') continue;
    const { on } = event;
    for (const id of event.milestonesReached) {
      const title = milestones.find((each) => each.id === id)?.title ?? id;
      found.push({ code: 'milestoneReached', on, who, goalId, title });
    }
    if (event.status === 'reached') found.push({ code: 'goalReached', on, who, goalId, title: outcome });
    if (event.level > 0 && best <= 0) found.push({ code: 'beyondExpected', on, who, goalId, title: outcome });
    if (event.level > best) best = event.level;
  }
  return found;
}
