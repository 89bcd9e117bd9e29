import { classesBy, type RuleKind, ruleFromPairs } from '../kind.js';
import { checkWorkday, offsetsOf, sharedWorkMinutes, usualWorkday, type Workday } from '../time-zones.js';
import { checkUnknown, type UnknownOption } from './unknown.js';

export interface TimeZoneRuleOptions extends UnknownOption {
  /** Hours of the working day that both must be at work. */
  readonly minimumHours: number;
  /** Local working hours; 9 to 17 unless given. */
  readonly workday?: Workday;
}

/** The working days of the two must overlap by some hours. */
export const timeZoneOverlapRule: RuleKind<TimeZoneRuleOptions> = {
  check: (spec) => {
    spec.number('minimumHours', { minimum: 0, maximum: 24, required: true });
    checkWorkday(spec);
    checkUnknown(spec);
  },
  fields: () => ({ mentees: ['timeZone'], mentors: ['timeZone'] }),
  compile: ({ minimumHours, workday = usualWorkday, unknown }, { mentees, mentors, cohort }) => {
    const own = offsetsOf(mentees, cohort);
    const others = offsetsOf(mentors, cohort);
    // Whole seconds, so that the noise of a decimal (4.15 · 60 > 249) forbids nobody.
    const seconds = (minutes: number) => Math.round(minutes * 60);
    const enough = seconds(minimumHours * 60);
    const rule = ruleFromPairs((mentee, mentor) => {
      const minutes = sharedWorkMinutes(own[mentee]! - others[mentor]!, workday);
      return Number.isNaN(minutes) ? unknown === 'forbid' : seconds(minutes) < enough;
    }, mentors.length);
    return { ...rule, classOf: classesBy(others) };
  },
};
