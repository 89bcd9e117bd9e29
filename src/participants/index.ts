/**
 * Room `participants`: who takes part, the words they use, and when they have time.
 */

export { canonicalTerm } from '../core/index.js';
export { overlapMinutes, weeklyIntervals } from './availability.js';
export { type Aliases, type TermReader, termReader } from './terms.js';
export { isTimeZone, utcOffsetMinutes } from './time-zone.js';
export type {
  AttributeValue,
  AvailabilitySlot,
  Cohort,
  CohortInput,
  CohortNote,
  Mentee,
  MenteeInput,
  Mentor,
  MentorInput,
  Participant,
  Side,
  Skill,
  SkillInput,
  SurveyAnswers,
  SurveyNotUsedNote,
  TraitMeans,
} from './types.js';
