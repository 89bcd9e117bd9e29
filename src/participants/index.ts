/**
 * Room `participants`: who takes part, the words they use, and when they have time.
 */

export { canonicalTerm } from '../core/index.js';
export { minuteOfDay, minutesPerWeek, overlapMinutes, weeklyIntervals } from './availability.js';
export { isLevel, largestLevel, levelRule } from './skill-level.js';
export { type Aliases, type TermReader, termReader } from './terms.js';
export { isCalendarDate, isTimeZone, utcOffsetMinutes, zoneOffsets } from './time-zone.js';
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
