import { solveAssignment } from '../assignment/index.js';
import type { CustomSolver } from './match-options.js';
import { objectives } from './objectives.js';

/** What a rematch adds to scores, by mentee and mentor. */
export interface KeepingOptions {
  readonly menteeOfRow: readonly number[];
  /** In whole millionths; a mentor of −1 stands for all. */
  readonly adjustments: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** The previous mentor of each mentee, −1 = none. */
  readonly kept: Int32Array;
  /** In whole millionths, by mentor. */
  readonly startingPrices: readonly number[];
}

/**
 * A solver that counts bonuses and, where that is equal, kept pairs.
 *
 * The third part of the tuple, kept pairs, is a binary fraction below one millionth for all pairs together:
 * 2⁻ᵐ each with 2ᵐ > rows. That is exact in 64-bit floats as long as all sums are (checked below), and is
 * left out where they would not be. `best-total` counts pairs before kept pairs and so needs two fractions.
 */
export function keepingSolver({
  menteeOfRow,
  adjustments,
  kept,
  startingPrices,
}: KeepingOptions): CustomSolver {
  return ({ cost, capacities, objective }) => {
    const values = new Float64Array(cost.values);
    const { rows, columns } = cost;
    let largest = 1e6;
    menteeOfRow.forEach((mentee, row) => {
      const ofMentee = adjustments.get(mentee);
      if (ofMentee === undefined) return;
      const ofAll = ofMentee.get(-1) ?? 0;
      for (let column = 0; column < columns; column++) {
        const added = ofAll + (ofMentee.get(column) ?? 0);
        const at = row * columns + column;
        if (added === 0 || values[at] === Infinity) continue;
        const score = Math.max(0, added - values[at]!);
        values[at] = 0 - score;
        largest = Math.max(largest, score);
      }
    });
    const bits = 32 - Math.clz32(rows);
    const isPaired = objective === 'best-total';
    const unit = 1 / 2 ** (isPaired ? 2 * bits : bits);
    const isExact = ((2 * Math.min(rows, columns) + 1) * (largest + 1)) / unit <= 2 ** 53;
    if (isExact) {
      menteeOfRow.forEach((mentee, row) => {
        const start = row * columns;
        if (isPaired) for (let column = 0; column < columns; column++) values[start + column]! -= 2 ** -bits;
        if (kept[mentee]! >= 0) values[start + kept[mentee]!]! -= unit;
      });
    }
    const result = solveAssignment(
      { rows, columns, values },
      {
        capacities,
        unassigned: objectives[objective].totals?.unassigned,
        initialColumnDuals: startingPrices.map((price) => 0 - price),
      },
    );
    if (result.status !== 'optimal') throw new Error('rematch: no matching; this is a defect of the library');
    return result.rowToColumn;
  };
}
