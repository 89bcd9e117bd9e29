/**
 * Every kind of factor, by name. A new kind is one file that exports a `FactorKind` and one line here; the
 * type of a model follows.
 */
import { reading } from '../../core/index.js';
import type { FactorKind } from '../kind.js';
import { availabilityOverlap } from './availability-overlap.js';
import { customFactor } from './custom.js';
import { differentValue } from './different-value.js';
import { gradeGap } from './grade-gap.js';
import { numericCloseness } from './numeric-closeness.js';
import { personality } from './personality.js';
import { preference } from './preference.js';
import { sameValue } from './same-value.js';
import { setOverlap } from './set-overlap.js';
import { sharedInterests } from './shared-interests.js';
import { skillCoverage } from './skill-coverage.js';
import { timeZoneOverlap } from './time-zone-overlap.js';

export const factorKinds = {
  skillCoverage,
  sharedInterests,
  preference,
  personality,
  gradeGap,
  sameValue,
  differentValue,
  numericCloseness,
  setOverlap,
  timeZoneOverlap,
  availabilityOverlap,
  custom: customFactor,
} as const;

type Kinds = typeof factorKinds;

/** The options of a kind of factor. */
export type OptionsOfFactor<Name extends keyof Kinds> =
  Kinds[Name] extends FactorKind<infer Options> ? Options : never;

/** One factor of a model: its kind and that kind's options, plain JSON. */
export type FactorSpec = {
  [Name in keyof Kinds]: { readonly kind: Name } & OptionsOfFactor<Name>;
}[keyof Kinds];

/**
 * Builders of factors: `factors.skillCoverage({ weight: 3 })` is `{ kind: 'skillCoverage', weight: 3 }`, with
 * the options checked by the compiler.
 */
export const factors = Object.fromEntries(
  Object.keys(factorKinds).map((kind) => [
    kind,
    (options: object) =>
      reading(`factors.${kind}`, 'options', options, 'an object of options', () => ({ kind, ...options })),
  ]),
) as {
  readonly [Name in keyof Kinds]: (
    options: OptionsOfFactor<Name>,
  ) => { readonly kind: Name } & OptionsOfFactor<Name>;
};
