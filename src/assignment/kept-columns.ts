import type { OptimalAssignment } from './assignment.js';
import type { BestColumns } from './best-columns.js';

/** The cheapest columns by row that a solve ended with, for as long as its result is in use. */
const known = new WeakMap<OptimalAssignment, BestColumns | undefined>();

/** Remembers them: questions about tight pairs then read no row again. */
export function keepColumns(result: OptimalAssignment, best: BestColumns | undefined): void {
  known.set(result, best);
}

/**
 * The columns among which all are whose reduced cost with a row is at most `u`, or `undefined` where that is not
 * known.
 */
export function columnsUpTo(
  result: OptimalAssignment,
  row: number,
  u: number,
): { readonly columns: Int32Array; readonly costs: Float64Array } | undefined {
  const best = known.get(result);
  if (best === undefined) return undefined;
  const { near } = best;
  const lists = near !== undefined && u < near.bounds[row]! ? near : best;
  if (!(u < lists.bounds[row]!)) return undefined;
  const start = lists.starts[row]!;
  const end = lists.ends[row]!;
  return { columns: lists.columns.subarray(start, end), costs: lists.costs.subarray(start, end) };
}
