import { ProblemList } from '../core/index.js';
import type { PairOfIds } from '../matching/index.js';
import { type ProgramInput, readProgram } from './define-program.js';
import { date, flag, id, orNull, type Read, readArgument, shape, whole, withDefault } from './read.js';
import { boundaries, channel, confidentiality, fewestDays, noticeDays } from './read-agreement.js';
import type { Agreement, Confidentiality, MeetingChannel, Program } from './types.js';

/** What two people choose for themselves; what they leave out follows the programme. */
export interface AgreementChoices {
  /** First and last day; those of the programme unless given, and within it. */
  readonly start?: string;
  readonly end?: string;
  /** Weeks from one meeting to the next and minutes of each; the programme's cadence unless given. */
  readonly everyWeeks?: number;
  readonly minutes?: number;
  /** `mixed` unless given. */
  readonly channel?: MeetingChannel;
  /** `progressShared` unless given. */
  readonly confidentiality?: Confidentiality;
  readonly boundaries?: readonly string[];
  /** 0 … 90; 14 unless given. */
  readonly noticeDays?: number;
  /** `true` unless given. */
  readonly closingMeeting?: boolean;
}

const readChoices = shape('choices', {
  start: orNull(date),
  end: orNull(date),
  everyWeeks: orNull(whole(1, 13)),
  minutes: orNull(whole(15, 240)),
  channel: withDefault(channel, 'mixed'),
  confidentiality: withDefault(confidentiality, 'progressShared'),
  boundaries: withDefault(boundaries, []),
  noticeDays: withDefault(noticeDays, 14),
  closingMeeting: withDefault(flag, true),
});

/** A pair of a matching has more fields (score, …), which are not read. */
const readPair: Read<PairOfIds> = (value, path, problems) => {
  const { menteeId, mentorId } = (value ?? {}) as Partial<PairOfIds>;
  return {
    menteeId: id(menteeId, `${path}.menteeId`, problems),
    mentorId: id(mentorId, `${path}.mentorId`, problems),
  };
};

/**
 * Writes down what two people promise each other: how often and how long they meet and by which channel, what stays
 * between them, how long it lasts, what they leave out, how either may end it early. Nobody has signed it yet.
 *
 * @param pair an entry of `matching.pairs`, or `{ menteeId, mentorId }`
 * @throws InputError where a choice is impossible or lies outside the programme, or where neither the programme nor
 * the choices say how often to meet
 */
export function createAgreement(
  program: Program | ProgramInput,
  pair: PairOfIds,
  choices: AgreementChoices = {},
): Agreement {
  const name = 'createAgreement';
  const defined = readArgument(name, 'program', program, readProgram);
  const { menteeId, mentorId } = readArgument(name, 'pair', pair, readPair);
  const chosen = readArgument(name, 'choices', choices, readChoices);
  const problems = new ProblemList(name);
  const start = chosen.start ?? defined.start;
  const end = chosen.end ?? defined.end;
  const everyWeeks = chosen.everyWeeks ?? defined.cadence?.everyWeeks;
  const minutes = chosen.minutes ?? defined.cadence?.minutes;
  if (menteeId === mentorId) problems.add('pair.mentorId', mentorId, 'another person than the mentee');
  for (const [place, day] of [
    ['choices.start', start],
    ['choices.end', end],
  ] as const) {
    if (day < defined.start || day > defined.end)
      problems.add(place, day, `a day of the programme, ${defined.start} to ${defined.end}`);
  }
  if (Date.parse(end) - Date.parse(start) < (fewestDays - 1) * 86_400_000)
    problems.add('choices.end', end, `a day at least ${fewestDays - 1} days after start (${start})`);
  const missing = 'a whole number, since the programme has no cadence';
  if (everyWeeks === undefined) problems.add('choices.everyWeeks', undefined, missing);
  if (minutes === undefined) problems.add('choices.minutes', undefined, missing);
  problems.throwIfAny();
  return {
    schemaVersion: 1,
    programId: defined.id,
    menteeId,
    mentorId,
    start,
    end,
    meeting: { everyWeeks: everyWeeks!, minutes: minutes!, channel: chosen.channel },
    confidentiality: chosen.confidentiality,
    boundaries: chosen.boundaries,
    endingEarly: { noticeDays: chosen.noticeDays, closingMeeting: chosen.closingMeeting },
    signedOn: { mentee: null, mentor: null },
  };
}
