/** What other rooms use of this one and is not published: limits, and how times and levels are read. */
export { minuteOfDay, minutesPerWeek } from './availability.js';
export { isLevel, largestLevel, levelRule } from './skill-level.js';
export { isCalendarDate, zoneOffsets } from './time-zone.js';
