import type { RuleKind } from '../kind.js';
import { sameValueRule } from './same-value-rules.js';
import { checkUnknown, type UnknownOption } from './unknown.js';

/** The two must have a language in common. */
export const sharedLanguage: RuleKind<UnknownOption> = {
  check: checkUnknown,
  fields: () => ({ mentees: ['languages'], mentors: ['languages'] }),
  compile: (options, context) => sameValueRule.compile({ ...options, field: 'languages' }, context),
};
