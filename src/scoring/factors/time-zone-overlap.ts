import type { FactorKind, FactorOptions } from '../kind.js';
import { compileNumberRows } from '../number-rows.js';
import { checkWorkday, offsetsOf, sharedWorkMinutes, usualWorkday, type Workday } from '../time-zones.js';

export interface TimeZoneOverlapOptions extends FactorOptions {
  /** Local working hours; 9 to 17 unless given. */
  readonly workday?: Workday;
}

/** The share of the working day that both are at work. Unknown where either time zone is. */
export const timeZoneOverlap: FactorKind<TimeZoneOverlapOptions> = {
  check: checkWorkday,
  fields: () => ({ mentees: ['timeZone'], mentors: ['timeZone'] }),
  compile: ({ workday = usualWorkday }, { mentees, mentors, cohort }) => {
    const own = offsetsOf(mentees, cohort);
    const others = offsetsOf(mentors, cohort);
    const length = (workday.end - workday.start) * 60;
    return {
      ...compileNumberRows(own, others, (one, other) => sharedWorkMinutes(one - other, workday) / length),
      explain: (mentee, mentor) => {
        const difference = others[mentor]! - own[mentee]!;
        if (Number.isNaN(difference)) return { hours: null, hoursApart: null };
        return { hours: sharedWorkMinutes(difference, workday) / 60, hoursApart: difference / 60 };
      },
    };
  },
};
