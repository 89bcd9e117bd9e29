import type { Side } from '../participants/index.js';
import { oneOf, readArgument } from './read.js';
import { readPairState } from './read-pair-state.js';
import type { CheckInFeedback, Goal, PairState } from './types.js';

/** Who looks: one of the two, or those who run the programme. */
export type Viewer = Side | 'administrator';

/**
 * The state of a pair with only what a viewer may see. Feedback: `private` is for whoever wrote it, `pair` for the
 * two, `administrator` for whoever wrote it and those who run the programme. Goals: `private` is for the owner,
 * `pair` for the two, `administrator` for all three; with a goal its updates go too. The note of a closing is for
 * those who run the programme, and for whoever closed it.
 *
 * What it returns is for showing: storing it would lose the rest.
 *
 * @throws InputError where the state or the viewer is none
 */
export function visibleTo(state: PairState, viewer: Viewer): PairState {
  const read = readArgument('visibleTo', 'state', state, readPairState);
  const who = readArgument('visibleTo', 'viewer', viewer, oneOf('mentee', 'mentor', 'administrator'));
  const goals = read.goals.filter((goal) => maySeeGoal(goal, who));
  const hidden = new Set(read.goals.filter((goal) => !goals.includes(goal)).map(({ id }) => id));
  const { closed } = read;
  const maySeeNote = closed === null || who === 'administrator' || closed.by === who || closed.by === 'both';
  return {
    ...read,
    goals,
    checkIns: read.checkIns.map((checkIn) => ({
      ...checkIn,
      feedback: checkIn.feedback.filter((each) => maySeeFeedback(each, who)),
      goalUpdates: checkIn.goalUpdates.filter(({ goalId }) => !hidden.has(goalId)),
    })),
    closed: closed === null || maySeeNote ? closed : { ...closed, note: null },
  };
}

function maySeeGoal({ visibility, owner }: Goal, viewer: Viewer): boolean {
  return visibility === 'private'
    ? viewer === owner
    : visibility === 'administrator' || viewer !== 'administrator';
}

function maySeeFeedback({ visibility, from }: CheckInFeedback, viewer: Viewer): boolean {
  if (viewer === from) return true;
  return visibility === 'pair' ? viewer !== 'administrator' : visibility === viewer;
}
