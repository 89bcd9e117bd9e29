import { compareText, ProblemList } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { checked, id, listOf, listWithout, oneOf, type Read, readArgument, shape, whole } from './read.js';
import { readPairState } from './read-pair-state.js';
import type { PairState } from './types.js';

/** What can be thanked for; each is a number over all pairs of a person. */
export const recognitionMeasures = {
  /** Whole hours of meetings held; a meeting without minutes counts as long as was agreed. */
  hours: 'thankHours',
  meetings: 'thankMeetings',
  /** Mentees with whom a mentor has met. */
  mentees: 'thankMentees',
  /** Pairs closed as `completed` or `goalsReached`. */
  pairsCompleted: 'thankPairsCompleted',
  /** Meetings on which the person gave feedback. */
  feedback: 'thankFeedback',
  /** Own goals reached, `private` ones left out. */
  goals: 'thankGoals',
  /** Milestones of own goals reached, `private` ones left out. */
  milestones: 'thankMilestones',
} as const;

export type RecognitionMeasure = keyof typeof recognitionMeasures;

/** Thanks are due to whoever reaches so much; rules are data. */
export interface RecognitionRule {
  readonly id: string;
  readonly side: Side;
  readonly measure: RecognitionMeasure;
  /** Whole number ≥ 1. */
  readonly atLeast: number;
}

/** Thanks to one person; `describeFinding` says them in words. */
export interface Thanks {
  readonly code: (typeof recognitionMeasures)[RecognitionMeasure];
  readonly side: Side;
  readonly personId: string;
  readonly ruleId: string;
  readonly value: number;
}

/**
 * Rules to begin with: mentors for time (hours), guidance (mentees, pairs seen through) and contribution (feedback),
 * mentees for what they reached. They are low on purpose: thanks that few can earn thank few.
 */
export const recognitionRules: readonly RecognitionRule[] = [
  { id: 'mentorTime', side: 'mentor', measure: 'hours', atLeast: 5 },
  { id: 'mentorGuidance', side: 'mentor', measure: 'mentees', atLeast: 1 },
  { id: 'mentorToTheEnd', side: 'mentor', measure: 'pairsCompleted', atLeast: 1 },
  { id: 'mentorContribution', side: 'mentor', measure: 'feedback', atLeast: 3 },
  { id: 'menteeGoals', side: 'mentee', measure: 'goals', atLeast: 1 },
  { id: 'menteeMilestones', side: 'mentee', measure: 'milestones', atLeast: 3 },
  { id: 'menteeContribution', side: 'mentee', measure: 'feedback', atLeast: 3 },
];

const readRule: Read<RecognitionRule> = checked(
  shape('a rule', {
    id,
    side: oneOf('mentee', 'mentor'),
    measure: oneOf(...(Object.keys(recognitionMeasures) as RecognitionMeasure[])),
    atLeast: whole(1, 1_000_000),
  }),
  ({ side, measure }, note) => {
    if (side === 'mentee' && measure === 'mentees') note('measure', measure, 'a measure of mentees');
  },
);

/**
 * Who is to be thanked for what: one entry for every person and rule that the person fulfils.
 *
 * @param states of all pairs, each pair once
 * @param rules `recognitionRules` unless given
 * @returns mentors first, by id; of one person in the order of the rules
 * @throws InputError where a state or a rule is none, or a pair comes twice
 */
export function recognise(
  states: readonly PairState[],
  rules: readonly RecognitionRule[] = recognitionRules,
): Thanks[] {
  const read = readArgument('recognise', 'states', states, listOf(readPairState, 1_000_000));
  const readRules = listWithout(readRule, 'rule of one id', (rule) => rule.id);
  const wanted = readArgument('recognise', 'rules', rules, readRules);
  checkPairsOnce('recognise', read);
  const people = new Map<
    string,
    { readonly side: Side; readonly personId: string; readonly pairs: PairState[] }
  >();
  for (const state of read) {
    for (const side of ['mentor', 'mentee'] as const) {
      const personId = side === 'mentor' ? state.agreement.mentorId : state.agreement.menteeId;
      const key = `${side} ${personId}`;
      const person = people.get(key) ?? { side, personId, pairs: [] };
      person.pairs.push(state);
      people.set(key, person);
    }
  }
  return [...people.values()]
    .sort((one, other) => compareText(other.side, one.side) || compareText(one.personId, other.personId))
    .flatMap(({ side, personId, pairs }) =>
      wanted
        .filter((rule) => rule.side === side)
        .map(({ id: ruleId, measure, atLeast }) => ({
          thanks: {
            code: recognitionMeasures[measure],
            side,
            personId,
            ruleId,
            value: amountOf(measure, side, pairs),
          },
          atLeast,
        }))
        .filter(({ thanks, atLeast }) => thanks.value >= atLeast)
        .map(({ thanks }) => thanks),
    );
}

/** Notes pairs of one programme and start that are there twice, and would count double. */
export function checkPairsOnce(functionName: string, states: readonly PairState[]): void {
  const problems = new ProblemList(functionName);
  const seen = new Set<string>();
  states.forEach(({ agreement: { programId, menteeId, mentorId, start } }, index) => {
    const key = JSON.stringify([programId, menteeId, mentorId, start]);
    if (seen.has(key)) problems.add(`states[${index}]`, [menteeId, mentorId], 'no pair twice');
    seen.add(key);
  });
  problems.throwIfAny();
}

function amountOf(measure: RecognitionMeasure, side: Side, pairs: readonly PairState[]): number {
  const meetings = pairs.flatMap(({ checkIns, agreement }) =>
    checkIns
      .filter(({ status }) => status === 'held')
      .map(({ minutes }) => minutes ?? agreement.meeting.minutes),
  );
  const goals = pairs
    .flatMap((pair) => pair.goals)
    .filter(({ owner, visibility }) => owner === side && visibility !== 'private');
  switch (measure) {
    case 'hours':
      return Math.floor(meetings.reduce((sum, minutes) => sum + minutes, 0) / 60);
    case 'meetings':
      return meetings.length;
    case 'mentees':
      return new Set(
        pairs
          .filter(({ checkIns }) => checkIns.some(({ status }) => status === 'held'))
          .map(({ agreement }) => agreement.menteeId),
      ).size;
    case 'pairsCompleted':
      return pairs.filter(({ closed }) => closed?.reason === 'completed' || closed?.reason === 'goalsReached')
        .length;
    case 'feedback':
      return pairs
        .flatMap(({ checkIns }) => checkIns)
        .filter(({ feedback }) => feedback.some(({ from }) => from === side)).length;
    case 'goals':
      return goals.filter(({ status }) => status === 'reached').length;
    case 'milestones':
      return goals.flatMap(({ milestones }) => milestones).filter(({ reachedOn }) => reachedOn !== null)
        .length;
  }
}
