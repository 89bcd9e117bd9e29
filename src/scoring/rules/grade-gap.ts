import { numbersOf } from '../field.js';
import { classesBy, type RuleKind } from '../kind.js';
import { checkUnknown, type UnknownOption } from './unknown.js';

export interface GradeGapRuleOptions extends UnknownOption {
  /** Smallest allowed mentor's grade − mentee's grade. */
  readonly minimum?: number;
  /** Largest allowed mentor's grade − mentee's grade. */
  readonly maximum?: number;
}

/** The mentor's grade − the mentee's grade must lie between two bounds. */
export const gradeGapRule: RuleKind<GradeGapRuleOptions> = {
  check: (spec) => {
    spec.number('minimum');
    spec.number('maximum');
    checkUnknown(spec);
    const minimum = spec.get('minimum');
    const maximum = spec.get('maximum');
    if (minimum === undefined && maximum === undefined) spec.problem('minimum', 'minimum, maximum or both');
    if (typeof minimum === 'number' && typeof maximum === 'number' && minimum > maximum) {
      spec.problem('minimum', `at most maximum (${maximum})`);
    }
  },
  fields: () => ({ mentees: ['grade'], mentors: ['grade'] }),
  compile: (options, { mentees, mentors }) => {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = options;
    const own = numbersOf(mentees, 'grade');
    const others = numbersOf(mentors, 'grade');
    const forbidsUnknown = options.unknown === 'forbid';
    const isForbidden = (gap: number) =>
      gap < minimum || gap > maximum || (forbidsUnknown && Number.isNaN(gap));
    return {
      classOf: classesBy(others),
      blocks: (mentee, mentor) => isForbidden(others[mentor]! - own[mentee]!),
      blockRow: (mentee, blocked) => {
        const grade = own[mentee]!;
        for (let mentor = 0; mentor < others.length; mentor++) {
          if (isForbidden(others[mentor]! - grade)) blocked[mentor] = 1;
        }
      },
    };
  },
};
