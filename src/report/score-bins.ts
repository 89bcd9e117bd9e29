import type { Matching } from '../matching/index.js';

/** How many pairs score from `from` (included) to `to` (excluded, but for 1). */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
}

const binCount = 20;

/** The scores of the pairs in twenty bins of 0.05; a score of 1 counts to the last one. */
export function scoreBins(matching: Matching): ScoreBin[] {
  const counts = new Array<number>(binCount).fill(0);
  for (const { score } of matching.pairs) {
    // In whole millionths, since 0.15 / 0.05 is not 3 in binary fractions.
    const bin = Math.floor(Math.round(score * 1e6) / (1e6 / binCount));
    counts[Math.min(binCount - 1, Math.max(0, bin))]! += 1;
  }
  return counts.map((pairs, bin) => ({ from: bin / binCount, to: (bin + 1) / binCount, pairs }));
}

/** Joins neighbouring bins until each that holds anybody holds at least `smallest`; fewer pairs than that give none. */
export function withoutSmallBins(bins: readonly ScoreBin[], smallest: number): ScoreBin[] {
  const joined: ScoreBin[] = [];
  let open: ScoreBin | undefined;
  for (const bin of bins) {
    open = open === undefined ? bin : { from: open.from, to: bin.to, pairs: open.pairs + bin.pairs };
    if (open.pairs === 0 || open.pairs >= smallest) {
      joined.push(open);
      open = undefined;
    }
  }
  // What is left at the end is too small to stand alone: it joins those before until it is not.
  while (open !== undefined && open.pairs < smallest) {
    const before = joined.pop();
    if (before === undefined) return [];
    open = { from: before.from, to: open.to, pairs: before.pairs + open.pairs };
  }
  return open === undefined ? joined : [...joined, open];
}
