import { fill, hashText } from '../core/index.js';
import { conversationGuide } from './conversation-guide.js';
import { addDays } from './dates.js';
import { calendarDate, calendarInstant, calendarLine, calendarText } from './icalendar.js';
import { epochOf, isInstant } from './instants.js';
import { orNull, type Read, readArgument, shape, text } from './read.js';
import { readAgreement } from './read-agreement.js';
import { dayOfCheckIn, readCheckIns } from './read-check-in.js';
import { readTexts } from './read-texts.js';
import type { ProgramTexts } from './texts/texts.js';
import type { Agreement, CheckIn } from './types.js';

export interface CalendarOptions {
  /** The instant at which the calendar is made, with offset: RFC 5545 asks for it. */
  readonly stamp: string;
  /** `texts.en` unless given. */
  readonly texts?: ProgramTexts;
  /** The names to show; the ids unless given. */
  readonly names?: { readonly mentee: string; readonly mentor: string };
}

const stamp: Read<string> = (value, path, problems) => {
  if (!isInstant(value))
    problems.add(path, value, 'an instant with offset, such as 2026-01-12T15:00:00+01:00');
  return value as string;
};

const readOptions = shape('options', {
  stamp,
  texts: readTexts,
  names: orNull(shape('{ mentee, mentor }', { mentee: text(1, 200), mentor: text(1, 200) })),
});

/**
 * The meetings of a pair as an iCalendar file (RFC 5545), to be sent or subscribed to. Times are in UTC, so every
 * calendar shows them in its own zone, right across changes of the clocks. A meeting keeps its `UID` when the calendar
 * is made again, so calendars update it; one that was called off is `CANCELLED`.
 *
 * @param checkIns of `scheduleCheckIns`, or `state.checkIns`; those that were held or missed are in it too
 * @returns text with line ends CR LF
 * @throws InputError where the agreement, a check-in or an option is none
 */
export function calendarFromCheckIns(
  agreement: Agreement,
  checkIns: readonly CheckIn[],
  options: CalendarOptions,
): string {
  const name = 'calendarFromCheckIns';
  const agreed = readArgument(name, 'agreement', agreement, readAgreement);
  const meetings = readArgument(name, 'checkIns', checkIns, readCheckIns);
  const { stamp: madeAt, texts, names } = readArgument(name, '', options, readOptions);
  const partners = `${names?.mentee ?? agreed.menteeId} – ${names?.mentor ?? agreed.mentorId}`;
  const events = meetings.flatMap((checkIn, index) => {
    const { title, aim } = conversationGuide(Math.min(index + 1, 1000), { texts, kind: checkIn.kind });
    return [
      'BEGIN:VEVENT',
      calendarLine('UID', uidOf(agreed, checkIn)),
      calendarLine('DTSTAMP', calendarInstant(epochOf(madeAt))),
      ...timesOf(checkIn, agreed.meeting.minutes),
      calendarLine('SUMMARY', calendarText(fill(texts.calendar.summary[checkIn.kind], { partners }))),
      calendarLine('DESCRIPTION', calendarText(fill(texts.calendar.description, { title, aim }))),
      `STATUS:${checkIn.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
      'END:VEVENT',
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//mentor-matching//program//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function timesOf(checkIn: CheckIn, minutes: number): string[] {
  if (checkIn.scheduledAt !== null) {
    const start = epochOf(checkIn.scheduledAt);
    return [
      calendarLine('DTSTART', calendarInstant(start)),
      calendarLine('DTEND', calendarInstant(start + minutes * 60_000)),
    ];
  }
  // A whole day; it ends where the next begins.
  const day = checkIn.scheduledOn ?? dayOfCheckIn(checkIn);
  return [
    calendarLine('DTSTART;VALUE=DATE', calendarDate(day)),
    calendarLine('DTEND;VALUE=DATE', calendarDate(addDays(day, 1))),
  ];
}

/** The same for the same meeting; 128 bits of hash, since ids may hold anything. */
function uidOf({ programId, menteeId, mentorId, start }: Agreement, { id }: CheckIn): string {
  const key = JSON.stringify([programId, menteeId, mentorId, start, id]);
  const parts = [1, 2, 3, 4].map((seed) => hashText(key, seed).toString(16).padStart(8, '0'));
  return `${parts.join('')}@mentor-matching`;
}
