import type { PathSearch } from './path-search.js';
import type { Placement } from './placement.js';

/** A search for all units together stops once it has found ways for this share of them. */
const togetherShare = 0.2;

/**
 * One search from all free units. The ways by which columns with room were reached are all shortest, and so all
 * tight once the duals of what was passed have fallen; those that begin at different units have nothing in common,
 * so that each of these units is placed. Returns how many were.
 *
 * @param root by unit, to be written: the free unit from which it was reached
 */
export function placeTogether(placement: Placement, search: PathSearch, root: Int32Array): number {
  const { problem, unitRow, holders, heldCost, free, freeCount, best } = placement;
  const { columnDuals: v } = problem;
  search.startEndless();
  for (let at = 0; at < freeCount; at++) {
    const unit = free[at]!;
    best.lookForLeast(unitRow[unit]!);
    root[unit] = unit;
    if (best.least < Infinity) search.enter(unit, best.least, 0);
  }
  const ends: number[] = [];
  const roots = new Set<number>();
  const enough = togetherShare * freeCount;
  // Far from all units there is little to find, and many rows would have to be read.
  const mostReads = best.reads + freeCount;
  let farthest = 0;
  while (roots.size < enough && best.reads < mostReads) {
    const column = search.pass();
    if (column < 0) break;
    farthest = search.distanceOf(column);
    const from = root[search.moverTo(column)]!;
    const holder = holders.first[column]!;
    if (holder >= 0) {
      root[holder] = from;
      search.enter(holder, heldCost[holder]! - v[column]! - farthest, farthest);
    } else if (!roots.has(from)) {
      roots.add(from);
      ends.push(column);
    }
  }
  search.lowerDuals(farthest);
  for (const end of ends) search.move(root[search.moverTo(end)]!, end);
  let left = 0;
  for (let at = 0; at < freeCount; at++) if (holders.columnOf[free[at]!]! < 0) free[left++] = free[at]!;
  placement.freeCount = left;
  return ends.length;
}
