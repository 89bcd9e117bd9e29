import type { Wait } from '../statistics/index.js';

export type Side = 'mentee' | 'mentor';

/** The lists of people of a side. */
export const plural = { mentee: 'mentees', mentor: 'mentors' } as const;

/** One thing that a metric counts, of one group: what it adds to the numerator and to the denominator. */
export interface Unit {
  /** `null` = unknown; `undefined` = of all groups together. */
  readonly group: string | null | undefined;
  readonly value: number;
  readonly of: number;
  /** Whose it is; the same person may have several. */
  readonly person?: string;
  /** How many people, where they are not known by name. */
  readonly people?: number;
  readonly wait?: Wait;
  /** The answer as it was given, for the distribution. */
  readonly answer?: number;
  readonly change?: { readonly before: number; readonly after: number };
  /** Why a pair ended early. */
  readonly reason?: string;
}

/** The units of each group, in their order. */
export function unitsByGroup(units: readonly Unit[] | null): ReadonlyMap<Unit['group'], readonly Unit[]> {
  const byGroup = new Map<Unit['group'], Unit[]>();
  for (const unit of units ?? []) {
    const inside = byGroup.get(unit.group);
    if (inside === undefined) byGroup.set(unit.group, [unit]);
    else inside.push(unit);
  }
  return byGroup;
}
