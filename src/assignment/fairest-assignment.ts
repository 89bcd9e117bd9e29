import type { AssignmentOptions } from './assignment.js';

export interface FairestOptions extends Pick<AssignmentOptions, 'capacities'> {
  /**
   * How wide a tier of costs is, a number > 0. A cost c lies in tier ⌈c / tierSize⌉; tiers are looked at from
   * the dearest to the cheapest.
   */
  readonly tierSize: number;
}

/**
 * A fairest assignment and its proof, all by the problem's rows and columns.
 *
 * The proof is one of the tuple (rows assigned, pairs in the dearest tier, …, in the cheapest tier, cost): the
 * cover is its first part, each stage one of the middle, the duals the last. A dual of the middle or the end
 * may have any sign where an earlier part is not 0. Parts that are not there are 0.
 */
export interface FairestAssignment {
  /** The column of every row, −1 = unassigned. */
  readonly rowToColumn: Int32Array;
  readonly assignedRows: number;
  readonly totalCost: number;
  readonly rowCover: Uint8Array;
  readonly columnCover: Uint8Array;
  /** The tiers in which there are pairs, dearest first. */
  readonly stages: readonly TierStage[];
  readonly rowDuals: Float64Array;
  readonly columnDuals: Float64Array;
}

/** One tier: how many pairs must lie in it once all dearer tiers are as empty as can be, and why not fewer. */
export interface TierStage {
  readonly tier: number;
  readonly pairs: number;
  /** u + v ≤ 1 for the pairs of this tier and ≤ 0 for others, among those that no earlier stage rules out. */
  readonly rowDuals: Int32Array;
  readonly columnDuals: Int32Array;
}
