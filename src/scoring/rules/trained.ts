import type { Participant } from '../../participants/index.js';
import { classesBy, type RuleKind, ruleFromPairs } from '../kind.js';

export interface TrainedOptions {
  /** Who must have finished the training; `mentor` unless given. */
  readonly who?: 'mentor' | 'mentee' | 'both';
}

/**
 * The mentor (or the mentee, or both) must have finished the programme's training: `trainedOn` is given and,
 * where the cohort has a `referenceDate`, not after it.
 */
export const trained: RuleKind<TrainedOptions> = {
  check: (spec) => spec.oneOf('who', ['mentor', 'mentee', 'both']),
  fields: ({ who = 'mentor' }) => ({
    mentees: who === 'mentor' ? [] : ['trainedOn'],
    mentors: who === 'mentee' ? [] : ['trainedOn'],
  }),
  compile: ({ who = 'mentor' }, { mentees, mentors, cohort }) => {
    const { referenceDate } = cohort;
    const isTrained = ({ trainedOn }: Participant) =>
      trainedOn !== undefined && (referenceDate === undefined || trainedOn <= referenceDate);
    const menteeMayNot = mentees.map((mentee) => who !== 'mentor' && !isTrained(mentee));
    const mentorMayNot = mentors.map((mentor) => who !== 'mentee' && !isTrained(mentor));
    return {
      ...ruleFromPairs((mentee, mentor) => menteeMayNot[mentee]! || mentorMayNot[mentor]!, mentors.length),
      classOf: classesBy(mentorMayNot),
    };
  },
};
