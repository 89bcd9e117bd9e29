import { compareText } from '../core/index.js';
import { type FactorSpec, factorKinds } from './factors/index.js';
import type { FactorKind, FieldsRead, RuleKind } from './kind.js';
import type { Model } from './model.js';
import { type RuleSpec, ruleKinds } from './rules/index.js';

/** The fields of people that a model reads, by side. Factors of weight 0 are read by nobody. */
export function fieldsReadBy(model: Model): FieldsRead {
  const read = [
    ...Object.values(model.factors)
      .filter(({ weight }) => weight > 0)
      .map((spec) => (factorKinds[spec.kind] as FactorKind<FactorSpec>).fields(spec)),
    ...(model.rules ?? []).map((spec) => (ruleKinds[spec.kind] as RuleKind<RuleSpec>).fields(spec)),
  ];
  const sorted = (fields: readonly string[]) => [...new Set(fields)].sort(compareText);
  return {
    mentees: sorted(read.flatMap(({ mentees }) => mentees)),
    mentors: sorted(read.flatMap(({ mentors }) => mentors)),
  };
}

/** The same as one list of names such as `mentees.skillsWanted`, in code-unit order, for the record. */
export function fieldsUsedBy(model: Model): string[] {
  const { mentees, mentors } = fieldsReadBy(model);
  const name = (side: string, field: string) => (field === 'reportingLines' ? field : `${side}.${field}`);
  return [
    ...new Set([
      ...mentees.map((field) => name('mentees', field)),
      ...mentors.map((field) => name('mentors', field)),
    ]),
  ].sort(compareText);
}
