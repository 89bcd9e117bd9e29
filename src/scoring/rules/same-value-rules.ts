import { type FieldOptions, fieldsRead } from '../field.js';
import { type CompileContext, type CompiledRule, classesBy, type RuleKind } from '../kind.js';
import { compileSameTerms } from '../same-terms.js';
import { checkUnknown, type UnknownOption } from './unknown.js';

export type ValueRuleOptions = FieldOptions & UnknownOption;

/** The two must have the same value (of a list: one value in common). */
export const sameValueRule: RuleKind<ValueRuleOptions> = {
  check: checkValueRule,
  fields: fieldsRead,
  compile: (options, context) => compileValueRule(options, context, 0),
};

/** The two must have different values (of a list: no value in common). */
export const differentValueRule: RuleKind<ValueRuleOptions> = {
  check: checkValueRule,
  fields: fieldsRead,
  compile: (options, context) => compileValueRule(options, context, 1),
};

function checkValueRule(spec: Parameters<RuleKind<ValueRuleOptions>['check']>[0]): void {
  spec.fields();
  checkUnknown(spec);
}

/** @param forbidden what "same" must not be: 1 or 0 */
function compileValueRule(
  options: ValueRuleOptions,
  context: CompileContext,
  forbidden: 0 | 1,
): CompiledRule {
  const same = compileSameTerms(options, context);
  const row = new Float64Array(context.mentors.length);
  const forbidsUnknown = options.unknown === 'forbid';
  const isForbidden = (value: number) => value === forbidden || (forbidsUnknown && Number.isNaN(value));
  return {
    ...(same.mentorCodes === undefined ? {} : { classOf: classesBy(same.mentorCodes) }),
    blocks: (mentee, mentor) => isForbidden(same.value(mentee, mentor)),
    blockRow: (mentee, blocked) => {
      same.writeRow(mentee, row);
      for (let mentor = 0; mentor < row.length; mentor++) if (isForbidden(row[mentor]!)) blocked[mentor] = 1;
    },
  };
}
