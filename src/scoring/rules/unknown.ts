import type { SpecCheck } from '../spec-check.js';

/** What a rule does where it cannot tell. */
export interface UnknownOption {
  /** `allow` unless given: a gap in the data costs nobody a place. */
  readonly unknown?: 'allow' | 'forbid';
}

export function checkUnknown(spec: SpecCheck): void {
  spec.oneOf('unknown', ['allow', 'forbid']);
}
