import { compareText, isInputError } from '../core/index.js';
import { type CheckIn, type PairState, pairHealth } from '../program/index.js';
import type { IssueList } from './issues.js';
import type { ReadCheckIn } from './read-pair-parts.js';
import type { ReadPairState } from './read-pairs.js';

/**
 * Whether a pair is on track, by `pairHealth` of the room `program`, which is told of the dates and ratings that can be
 * and of nothing else.
 *
 * @returns `null` where there is nothing to say: closed, too early, or of dates that `pairHealth` does not take, which is
 * noted
 */
export function isOnTrack(pair: ReadPairState, asOf: string, issues: IssueList): boolean | null {
  try {
    const { health } = pairHealth(stateOf(pair), asOf);
    return health === 'closed' || health === 'tooEarly' ? null : health === 'onTrack';
  } catch (error) {
    if (!isInputError(error)) throw error;
    const { path, value, rule } = error.problems[0]!;
    issues.leaveOut('other', { list: 'pairs', index: pair.index, path, value, rule });
    return null;
  }
}

/** What is known of the pair in the form that `program` reads; what health does not depend on is filled in. */
function stateOf({ menteeId, mentorId, start, end, everyWeeks, checkIns, closed }: ReadPairState): PairState {
  // A meeting held later than the day that is looked at has not happened.
  const byDay = checkIns
    .filter(({ status, heldOn }) => status !== 'held' || heldOn !== null)
    .map((checkIn, index) => checkInOf(checkIn, String(index).padStart(9, '0')));
  const dayOf = ({ heldOn, scheduledOn }: CheckIn) => heldOn ?? scheduledOn!;
  byDay.sort((one, other) => compareText(dayOf(one), dayOf(other)));
  return {
    schemaVersion: 1,
    agreement: {
      schemaVersion: 1,
      programId: 'program',
      menteeId,
      mentorId,
      start,
      end,
      meeting: { everyWeeks, minutes: 60, channel: 'mixed' },
      confidentiality: 'progressShared',
      boundaries: [],
      endingEarly: { noticeDays: 0, closingMeeting: false },
      signedOn: { mentee: start, mentor: start },
    },
    goals: [],
    checkIns: byDay,
    trainedOn: { mentee: null, mentor: null },
    closed: closed && { on: closed.on, reason: 'completed', by: 'both', note: null, mentorTakesNew: true },
  };
}

function checkInOf({ isExtra, status, scheduledOn, heldOn, ratings }: ReadCheckIn, id: string): CheckIn {
  return {
    id,
    kind: isExtra ? 'extra' : 'regular',
    scheduledOn,
    scheduledAt: null,
    status,
    heldOn,
    minutes: null,
    attended: null,
    feedback: ratings.map(({ from, rating }) => ({
      from,
      on: heldOn!,
      rating: rating as 1,
      text: null,
      visibility: 'administrator',
    })),
    goalUpdates: [],
  };
}
