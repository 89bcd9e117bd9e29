import { addDays, daysBetween } from './dates.js';
import { date, readArgument } from './read.js';
import { dayOfCheckIn } from './read-check-in.js';
import { readPairState } from './read-pair-state.js';
import type { CheckIn, PairState } from './types.js';

export type Health = 'tooEarly' | 'onTrack' | 'needsCheckIn' | 'inactive' | 'closed';

/** Why; `describeFinding` says it in words. */
export type HealthReason =
  | { readonly code: 'notStarted'; readonly start: string }
  | { readonly code: 'firstMeetingAhead' | 'noFirstMeeting'; readonly due: string }
  | { readonly code: 'meetsAsAgreed'; readonly last: string }
  /** Days since the last meeting (or the start), and days between meetings as agreed. */
  | { readonly code: 'overdue' | 'silent'; readonly days: number; readonly expected: number }
  | { readonly code: 'missedInARow' }
  | { readonly code: 'lowRating'; readonly rating: number }
  | { readonly code: 'endPassed'; readonly end: string }
  | { readonly code: 'pairClosed'; readonly on: string };

export interface PairHealth {
  readonly health: Health;
  readonly reason: HealthReason;
}

/** Days from the start by which the first meeting should have been. */
const firstWithin = 14;

/**
 * How a pair is doing on a day, from what is recorded up to that day. The first that applies:
 *
 * 1. `closed`: closed on or before the day. `tooEarly`: the pair starts later.
 * 2. `needsCheckIn`: the agreed end has passed and nobody closed the pair.
 * 3. Nothing held yet: `tooEarly` for 14 days, `needsCheckIn` for as long as an agreed interval (at least 14 days)
 *    after that, then `inactive`.
 * 4. `inactive`: no meeting for more than three agreed intervals. `needsCheckIn`: for more than one and a half.
 * 5. `needsCheckIn`: the last two meetings that were due were missed or called off, or one of the two rated the last
 *    meeting 1 or 2 and wants those who run the programme to know (visibility `administrator`; other feedback is
 *    not read).
 * 6. `onTrack`.
 *
 * It says who could use a call, not who is to blame.
 *
 * @param asOf `YYYY-MM-DD`
 * @throws InputError where the state or the day is none
 */
export function pairHealth(state: PairState, asOf: string): PairHealth {
  const read = readArgument('pairHealth', 'state', state, readPairState);
  const today = readArgument('pairHealth', 'asOf', asOf, date);
  const { agreement, closed } = read;
  const { start, end } = agreement;
  const is = (health: Health, reason: HealthReason): PairHealth => ({ health, reason });
  if (closed !== null && closed.on <= today) return is('closed', { code: 'pairClosed', on: closed.on });
  if (start > today) return is('tooEarly', { code: 'notStarted', start });
  if (end < today) return is('needsCheckIn', { code: 'endPassed', end });

  const expected = agreement.meeting.everyWeeks * 7;
  const past = read.checkIns.filter(({ status, ...each }) => {
    return status !== 'planned' && dayOfCheckIn({ status, ...each }) <= today;
  });
  const held = past.filter(({ status }) => status === 'held');
  const lastHeld = held.at(-1);
  const days = daysBetween(lastHeld?.heldOn ?? start, today);
  if (lastHeld === undefined) {
    const due = addDays(start, firstWithin - 1);
    if (today <= due) return is('tooEarly', { code: 'firstMeetingAhead', due });
    if (days < firstWithin + Math.max(expected, firstWithin))
      return is('needsCheckIn', { code: 'noFirstMeeting', due });
    return is('inactive', { code: 'silent', days, expected });
  }
  if (days > expected * 3) return is('inactive', { code: 'silent', days, expected });
  if (days > expected * 1.5) return is('needsCheckIn', { code: 'overdue', days, expected });
  const lastTwo = past.slice(-2);
  if (lastTwo.length === 2 && lastTwo.every(({ status }) => status !== 'held'))
    return is('needsCheckIn', { code: 'missedInARow' });
  const rating = lowRating(lastHeld, today);
  if (rating !== undefined) return is('needsCheckIn', { code: 'lowRating', rating });
  return is('onTrack', { code: 'meetsAsAgreed', last: lastHeld.heldOn! });
}

function lowRating({ feedback }: CheckIn, today: string): number | undefined {
  const low = feedback
    .filter(({ visibility, on, rating }) => visibility === 'administrator' && on <= today && rating !== null)
    .map(({ rating }) => rating!)
    .filter((rating) => rating <= 2);
  return low.length > 0 ? Math.min(...low) : undefined;
}
