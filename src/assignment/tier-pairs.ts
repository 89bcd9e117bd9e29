import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import type { CostView } from './cost-view.js';
import type { Cover } from './largest-matching.js';
import { isPause } from './pauses.js';

/** In place of a rank: the pair costs nothing in any later stage. */
export const settled = 65535;

/**
 * The pairs that a best assignment may use, as far as is known: compressed rows that only shrink. A pair has
 * the rank of its tier, 0 = dearest. A pair whose rank is below the one at work and that is not settled is out.
 */
export class TierPairs {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly columnAt: Int32Array;
  readonly rankAt: Uint16Array;

  private constructor(rows: number, columns: number, starts: Int32Array, count: number) {
    this.rows = rows;
    this.columns = columns;
    this.starts = starts.subarray(0, rows);
    this.ends = starts.slice(0, rows);
    this.columnAt = new Int32Array(count);
    this.rankAt = new Uint16Array(count);
  }

  /**
   * @param rankOf the rank of a cost
   * @param lowest pairs of lower rank are left out from the start
   */
  static *from(
    costs: CostView,
    { rowCover, columnCover }: Cover,
    rankOf: (cost: number) => number,
    lowest: number,
  ): Steps<AssignmentProgress, TierPairs> {
    const { rows, columns } = costs;
    // Read twice, so that not more is kept than is needed.
    const visit = (row: number, use: (column: number, rank: number) => void) => {
      costs.load(row);
      for (let t = costs.start; t < costs.end; t++) {
        const cost = costs.costAt[t]!;
        const column = costs.columnAt[t]!;
        // Covered twice, a pair is in no largest assignment.
        if (cost === Infinity || rowCover[row] === columnCover[column]) continue;
        const rank = rankOf(cost);
        if (rank >= lowest) use(column, rank);
      }
    };
    let count = 0;
    const starts = new Int32Array(rows + 1);
    for (let row = 0; row < rows; row++) {
      if (isPause(row, columns)) yield { stage: 'assigning', done: 0, of: rows };
      starts[row] = count;
      visit(row, () => {
        count += 1;
      });
    }
    const pairs = new TierPairs(rows, columns, starts, count);
    const { ends, columnAt, rankAt } = pairs;
    for (let row = 0; row < rows; row++) {
      if (isPause(row, columns)) yield { stage: 'assigning', done: 0, of: rows };
      visit(row, (column, rank) => {
        const at = ends[row]!++;
        columnAt[at] = column;
        rankAt[at] = rank;
      });
    }
    return pairs;
  }

  /** Keeps the pairs whose reduced cost is 0 in the stage of `rank`; those of the rank itself are then settled. */
  settle(rank: number, rowDuals: Int32Array, columnDuals: Int32Array): void {
    const { starts, ends, columnAt, rankAt } = this;
    for (let row = 0; row < this.rows; row++) {
      const u = rowDuals[row]!;
      let kept = starts[row]!;
      for (let at = starts[row]!, end = ends[row]!; at < end; at++) {
        const own = rankAt[at]!;
        if (own < rank) continue;
        const column = columnAt[at]!;
        if ((own === rank ? 1 : 0) !== u + columnDuals[column]!) continue;
        columnAt[kept] = column;
        rankAt[kept] = own === rank ? settled : own;
        kept += 1;
      }
      ends[row] = kept;
    }
  }

  /** Keeps the settled pairs only. */
  keepSettled(): void {
    const { starts, ends, columnAt, rankAt } = this;
    for (let row = 0; row < this.rows; row++) {
      let kept = starts[row]!;
      for (let at = starts[row]!, end = ends[row]!; at < end; at++) {
        if (rankAt[at] !== settled) continue;
        columnAt[kept] = columnAt[at]!;
        rankAt[kept] = settled;
        kept += 1;
      }
      ends[row] = kept;
    }
  }
}
