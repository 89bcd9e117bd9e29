import { type FieldOptions, fieldsRead } from '../field.js';
import type { FactorKind, FactorOptions } from '../kind.js';
import { compileSameTerms } from '../same-terms.js';

export type DifferentValueOptions = FactorOptions & FieldOptions;

/** 1 where the two have different values (of a list: no value in common), else 0. */
export const differentValue: FactorKind<DifferentValueOptions> = {
  check: (spec) => spec.fields(),
  fields: fieldsRead,
  compile: (options, context) => {
    const same = compileSameTerms(options, context);
    return {
      ...same,
      writeRow: (mentee, out) => {
        same.writeRow(mentee, out);
        for (let mentor = 0; mentor < out.length; mentor++) out[mentor] = 1 - out[mentor]!;
      },
      value: (mentee, mentor) => 1 - same.value(mentee, mentor),
    };
  },
};
