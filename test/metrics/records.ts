import { type MenteeInput, type MentorInput, matchCohort } from '../../src/index.js';
import type { FeedbackRecord } from '../../src/metrics/index.js';
import type { CheckIn, Goal, PairState } from '../../src/program/index.js';

/** The state of a pair that meets every two weeks in 2026, with what is different. */
export function pairState(
  menteeId: string,
  mentorId: string,
  {
    start = '2026-01-05',
    end = '2026-12-18',
    ...parts
  }: Partial<PairState> & { start?: string; end?: string } = {},
): PairState {
  return {
    schemaVersion: 1,
    agreement: {
      schemaVersion: 1,
      programId: 'p',
      menteeId,
      mentorId,
      start,
      end,
      meeting: { everyWeeks: 2, minutes: 60, channel: 'video' },
      confidentiality: 'progressShared',
      boundaries: [],
      endingEarly: { noticeDays: 14, closingMeeting: true },
      signedOn: { mentee: start, mentor: start },
    },
    goals: [],
    checkIns: [],
    trainedOn: { mentee: null, mentor: null },
    closed: null,
    ...parts,
  };
}

/** A meeting of a day: held on it, unless it is said otherwise. */
export function checkIn(scheduledOn: string, parts: Partial<CheckIn> = {}): CheckIn {
  const { status = 'held' } = parts;
  return {
    id: scheduledOn,
    kind: 'regular',
    scheduledOn,
    scheduledAt: null,
    status,
    heldOn: status === 'held' ? scheduledOn : null,
    minutes: status === 'held' ? 60 : null,
    attended: status === 'held' ? { mentee: true, mentor: true } : null,
    feedback: [],
    goalUpdates: [],
    ...parts,
  };
}

export function goal(parts: Partial<Goal> = {}): Goal {
  return {
    schemaVersion: 1,
    id: 'g',
    templateId: null,
    objective: 'skillDevelopment',
    frame: 'SMART',
    owner: 'mentee',
    outcome: 'o',
    measure: 'm',
    relevance: 'r',
    levels: [],
    baseline: -1,
    createdOn: '2026-01-10',
    due: '2026-06-30',
    milestones: [],
    obstacle: 'o',
    plan: { situation: 's', action: 'a' },
    visibility: 'pair',
    skills: [],
    weight: 1,
    level: 0,
    status: 'open',
    closedOn: null,
    history: [],
    ...parts,
  };
}

export function answer(
  menteeId: string,
  mentorId: string,
  from: 'mentee' | 'mentor',
  parts: Partial<FeedbackRecord> = {},
): FeedbackRecord {
  return { menteeId, mentorId, from, on: '2026-03-01', ...parts };
}

/** As many mentees as mentors, paired by number: m0 with n0, m1 with n1, … */
export function programme(size: number, { prefix = '', site = (index: number) => `site ${index % 3}` } = {}) {
  const mentees: MenteeInput[] = [];
  const mentors: MentorInput[] = [];
  for (let index = 0; index < size; index += 1) {
    const attributes = { site: site(index) };
    mentees.push({
      id: `${prefix}m${index}`,
      optedIn: true,
      attributes,
      preferredMentors: [`${prefix}n${index}`],
    });
    mentors.push({ id: `${prefix}n${index}`, optedIn: true, attributes });
  }
  const cohort = { mentees, mentors };
  const model = { factors: { preference: { kind: 'preference' as const, weight: 1 } } };
  return { cohort, matching: matchCohort(cohort, { model }) };
}

/** What `make` returns, made once, when a test first asks for it. */
export function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}
