/**
 * Every kind of rule, by name. A new kind is one file that exports a `RuleKind` and one line here; the type
 * of a model follows. Opting in, not oneself and avoidance always hold and are no rules.
 */
import { reading } from '../../core/index.js';
import type { RuleKind } from '../kind.js';
import { customRule } from './custom.js';
import { gradeGapRule } from './grade-gap.js';
import { notInManagementChain } from './not-in-management-chain.js';
import { notPreviouslyPaired } from './not-previously-paired.js';
import { requiredSkill } from './required-skill.js';
import { differentValueRule, sameValueRule } from './same-value-rules.js';
import { sharedLanguage } from './shared-language.js';
import { timeZoneOverlapRule } from './time-zone-overlap.js';
import { trained } from './trained.js';

export const ruleKinds = {
  notInManagementChain,
  sameValue: sameValueRule,
  differentValue: differentValueRule,
  sharedLanguage,
  timeZoneOverlap: timeZoneOverlapRule,
  gradeGap: gradeGapRule,
  notPreviouslyPaired,
  requiredSkill,
  trained,
  custom: customRule,
} as const;

type Kinds = typeof ruleKinds;

/** The options of a kind of rule. */
export type OptionsOfRule<Name extends keyof Kinds> =
  Kinds[Name] extends RuleKind<infer Options> ? Options : never;

/** One rule of a model: its kind and that kind's options, plain JSON. */
export type RuleSpec = { [Name in keyof Kinds]: { readonly kind: Name } & OptionsOfRule<Name> }[keyof Kinds];

type Builder<Name extends keyof Kinds> =
  Record<never, never> extends OptionsOfRule<Name>
    ? (options?: OptionsOfRule<Name>) => { readonly kind: Name } & OptionsOfRule<Name>
    : (options: OptionsOfRule<Name>) => { readonly kind: Name } & OptionsOfRule<Name>;

/**
 * Builders of rules: `rules.gradeGap({ minimum: 1 })` is `{ kind: 'gradeGap', minimum: 1 }`, with the options
 * checked by the compiler.
 */
export const rules = Object.fromEntries(
  Object.keys(ruleKinds).map((kind) => [
    kind,
    (options: object = {}) =>
      reading(`rules.${kind}`, 'options', options, 'an object of options', () => ({ kind, ...options })),
  ]),
) as { readonly [Name in keyof Kinds]: Builder<Name> };
