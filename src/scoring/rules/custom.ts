import { freezeDeep, InputError } from '../../core/index.js';
import { type RuleFunction, type RuleKind, ruleFromPairs } from '../kind.js';

export interface CustomRuleOptions {
  /** Name of a `RuleFunction` among the functions passed beside the model. */
  readonly function: string;
}

/**
 * A function of the caller that says whether a pair is allowed, called once per pair whenever eligibility is
 * looked at; it must give the same answer every time and may not change the people.
 */
export const customRule: RuleKind<CustomRuleOptions> = {
  check: (spec) => spec.function('function'),
  fields: () => ({ mentees: ['*'], mentors: ['*'] }),
  compile: ({ function: name }, { mentees, mentors, functions, functionName }) => {
    // A function that wrote to a person would change what everybody else reads.
    freezeDeep([mentees, mentors]);
    const allows = functions[name] as RuleFunction;
    return ruleFromPairs((mentee, mentor) => {
      const result: unknown = allows(mentees[mentee]!, mentors[mentor]!);
      if (typeof result === 'boolean') return !result;
      const place = `functions.${name}(${mentees[mentee]!.id}, ${mentors[mentor]!.id})`;
      throw new InputError(functionName, [{ path: place, value: result, rule: 'true (allowed) or false' }]);
    }, mentors.length);
  },
};
