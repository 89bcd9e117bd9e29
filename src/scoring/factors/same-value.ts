import { type FieldOptions, fieldsRead } from '../field.js';
import type { FactorKind, FactorOptions } from '../kind.js';
import { compileSameTerms } from '../same-terms.js';

export type SameValueOptions = FactorOptions & FieldOptions;

/** 1 where the two have the same value (of a list: one value in common), else 0. */
export const sameValue: FactorKind<SameValueOptions> = {
  check: (spec) => spec.fields(),
  fields: fieldsRead,
  compile: (options, context) => compileSameTerms(options, context),
};
