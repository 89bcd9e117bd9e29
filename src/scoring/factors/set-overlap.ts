import { type FieldOptions, fieldsRead, termListsOf } from '../field.js';
import type { FactorKind, FactorOptions } from '../kind.js';
import { compileSetSimilarity, type SetMeasure, setMeasures } from '../set-similarity.js';
import { sharedTerms } from '../term-sets.js';

export type SetOverlapOptions = FactorOptions &
  FieldOptions & {
    /** `jaccard` unless given; see `setMeasures`. `overlap` suits a wish against a list. */
    readonly measure?: SetMeasure;
  };

/** How alike two lists are, such as languages or `attributes.hobbies`. A single text is a list of one. */
export const setOverlap: FactorKind<SetOverlapOptions> = {
  check: (spec) => {
    spec.fields();
    spec.oneOf('measure', setMeasures);
  },
  fields: fieldsRead,
  compile: (options, context, statistics) => {
    const { measure = 'jaccard' } = options;
    return compileSetSimilarity(
      measure,
      termListsOf(options, context),
      (sets, mentee, mentor) => ({ measure, shared: sharedTerms(sets, mentee, mentor) }),
      statistics,
    );
  },
};
