import { addDays } from './dates.js';
import { checked, date, flag, id, listOf, oneOf, orNull, type Read, shape, text, whole } from './read.js';
import type { Agreement, Confidentiality, MeetingChannel } from './types.js';

/** Shorter than this there is no room for a first meeting and a closing one. */
export const fewestDays = 28;

export const channel: Read<MeetingChannel> = oneOf('inPerson', 'video', 'phone', 'mixed');
export const confidentiality: Read<Confidentiality> = oneOf('strict', 'progressShared');
export const boundaries = listOf(text(1, 500), 50);
export const noticeDays = whole(0, 90);

const signatures = shape('{ mentee, mentor }: dates or null', { mentee: orNull(date), mentor: orNull(date) });

/** An agreement as `createAgreement` and `signAgreement` return it. */
export const readAgreement: Read<Agreement> = checked(
  shape('an agreement', {
    schemaVersion: oneOf(1),
    programId: id,
    menteeId: id,
    mentorId: id,
    start: date,
    end: date,
    meeting: shape('{ everyWeeks, minutes, channel }', {
      everyWeeks: whole(1, 13),
      minutes: whole(15, 240),
      channel,
    }),
    confidentiality,
    boundaries,
    endingEarly: shape('{ noticeDays, closingMeeting }', { noticeDays, closingMeeting: flag }),
    signedOn: signatures,
  }),
  ({ menteeId, mentorId, start, end }, note) => {
    if (menteeId === mentorId) note('mentorId', mentorId, 'another person than the mentee');
    if (end < addDays(start, fewestDays - 1))
      note('end', end, `a day at least ${fewestDays - 1} days after start (${start})`);
  },
);
