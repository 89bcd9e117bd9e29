import { overlapMinutes, type Participant, weeklyIntervals } from '../../participants/index.js';
import type { CompileContext, FactorKind, FactorOptions } from '../kind.js';
import { offsetsOf } from '../time-zones.js';

export interface AvailabilityOverlapOptions extends FactorOptions {
  /** Minutes a week in common that are enough for the value 1; 60 unless given. */
  readonly enoughMinutes?: number;
}

/**
 * Minutes of the week when both are free ÷ minutes that are enough, at most 1. With both time zones known the
 * slots meet in UTC, with neither in local time; unknown where only one is, or where either named no slots.
 */
export const availabilityOverlap: FactorKind<AvailabilityOverlapOptions> = {
  check: (spec) =>
    spec.value('enoughMinutes', 'a number > 0 and ≤ 10080', (value) => {
      return typeof value === 'number' && value > 0 && value <= 10080;
    }),
  fields: () => ({ mentees: ['availability', 'timeZone'], mentors: ['availability', 'timeZone'] }),
  compile: ({ enoughMinutes = 60 }, context) => {
    const own = weeksOf(context.mentees, context);
    const others = weeksOf(context.mentors, context);
    const minutes = (mentee: number, mentor: number): number => {
      const one = own[mentee];
      const other = others[mentor];
      if (one === undefined || other === undefined || one.isZoned !== other.isZoned) return Number.NaN;
      return overlapMinutes(one.intervals, other.intervals);
    };
    const value = (mentee: number, mentor: number) => {
      const share = minutes(mentee, mentor) / enoughMinutes;
      return share > 1 ? 1 : share;
    };
    return {
      writeRow: (mentee, out) => {
        for (let mentor = 0; mentor < out.length; mentor++) out[mentor] = value(mentee, mentor);
      },
      value,
      explain: (mentee, mentor) => {
        const shared = minutes(mentee, mentor);
        return { minutes: Number.isNaN(shared) ? null : shared, enoughMinutes };
      },
    };
  },
};

interface Week {
  readonly intervals: Int32Array;
  readonly isZoned: boolean;
}

function weeksOf(people: readonly Participant[], { cohort }: CompileContext): (Week | undefined)[] {
  const offsets = offsetsOf(people, cohort);
  return people.map(({ availability }, person) => {
    if (availability === undefined) return undefined;
    const offset = offsets[person]!;
    const isZoned = !Number.isNaN(offset);
    return { intervals: weeklyIntervals(availability, isZoned ? offset : 0), isZoned };
  });
}
