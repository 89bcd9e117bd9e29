import { type FieldOptions, fieldsRead, menteeField, mentorField, numbersOf } from '../field.js';
import type { FactorKind, FactorOptions } from '../kind.js';
import { compileNumberRows } from '../number-rows.js';

export type NumericClosenessOptions = FactorOptions &
  FieldOptions & {
    /** > 0: the difference at which nothing is left; unless given, the range of the values in the cohort. */
    readonly range?: number;
  };

/** 1 − |a − b| / range, at least 0 (Gower 1971 for one variable, doi:10.2307/2528823). */
export const numericCloseness: FactorKind<NumericClosenessOptions> = {
  check: (spec) => {
    spec.fields();
    spec.value('range', 'a finite number > 0', (value) => Number.isFinite(value) && (value as number) > 0);
  },
  fields: fieldsRead,
  compile: (options, { mentees, mentors }, statistics) => {
    const own = numbersOf(mentees, menteeField(options));
    const others = numbersOf(mentors, mentorField(options));
    const range = options.range ?? statistics?.range ?? rangeOf(own, others);
    const closeness = (one: number, other: number) => {
      const difference = Math.abs(one - other);
      // Equal values are alike even where the cohort has no range.
      return difference === 0 ? 1 : difference >= range ? 0 : 1 - difference / range;
    };
    return {
      ...compileNumberRows(own, others, closeness),
      explain: (mentee, mentor) => ({
        menteeValue: known(own[mentee]!),
        mentorValue: known(others[mentor]!),
        range,
      }),
      statistics: { range },
    };
  },
};

function rangeOf(...columns: readonly Float64Array[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    for (const value of column) {
      if (value < smallest) smallest = value;
      if (value > largest) largest = value;
    }
  }
  // Finite even where the difference is not, since it is stored as JSON.
  return largest > smallest ? Math.min(largest - smallest, Number.MAX_VALUE) : 0;
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
