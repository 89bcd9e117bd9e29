/**
 * A limit on how many pairs of a kind are made, as plain JSON. Which pairs count: those for which everything
 * in `where` holds, all pairs without it. A person whose field is unknown counts neither as the same nor as
 * different.
 */
export interface Quota {
  /** Unique among the quotas of a matching. */
  readonly name: string;
  readonly where?: readonly PairCondition[];
  /** One limit for each value of a field, of the pairs whose mentee, mentor or both have that value. */
  readonly each?: { readonly field: string; readonly of: 'mentee' | 'mentor' | 'both' };
  /** Numbers of pairs. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Shares of all pairs (not of those of one value), in [0, 1] with at most four decimals. */
  readonly atLeastShare?: number;
  readonly atMostShare?: number;
}

/** What can hold of a pair. Texts are compared as the model compares them: case and spaces do not matter. */
export type PairCondition =
  /** The two have a value of the field in common; or have both, and none in common. */
  | { readonly kind: 'sameValue' | 'differentValue'; readonly field: string }
  /** One of the two has one of the values. */
  | {
      readonly kind: 'value';
      readonly of: 'mentee' | 'mentor';
      readonly field: string;
      readonly values: readonly (string | number | boolean)[];
    }
  | { readonly kind: 'minimumScore'; readonly score: number };

/** One limit of a quota, for one value where it has `each`. */
export interface QuotaRow {
  readonly quota: string;
  /** The value of the `each` field, `null` without it. */
  readonly group: string | null;
  readonly limit: 'atLeast' | 'atMost' | 'atLeastShare' | 'atMostShare';
  readonly value: number;
}

/** A limit beside what a matching has. */
export interface QuotaCount extends QuotaRow {
  /** Pairs that count. */
  readonly pairs: number;
  /** All pairs of the matching. */
  readonly ofPairs: number;
}
