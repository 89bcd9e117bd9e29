import type { Steps } from '../core/index.js';
import type { AssignmentProgress } from './assignment.js';
import { PathSearch } from './path-search.js';
import { placeTogether } from './place-together.js';
import type { Placement } from './placement.js';
import { WaysToRoom } from './ways-to-room.js';

/** After how many units, or columns looked at, the work can be paused. */
const pause = 16;
const columnsPerStep = 65536;

/** So few units are placed one by one. */
const fewTogether = 40;
/** Searches together are repeated where at least one unit of so many was placed. */
const worthwhile = 8;

/** A search that has looked at so many pairs is met by one from the other end, which passes so many columns. */
const longSearch = 3000;
const passedToMeet = 256;

/**
 * Places the free units one after another, each along a shortest augmenting path (Dijkstra on the reduced
 * costs c − u − v), and keeps the duals that prove it.
 *
 * A search follows chains of moves: a unit takes a column, a unit that holds it takes another, and so on,
 * until a column has room or a unit is better left out. Only the kept columns of a row are looked at. What
 * else a row may offer costs at least its bound, so the row itself waits in the heap at that distance and is
 * read in full only when it comes up, which is rare.
 *
 * @param mayPlaceTogether whether every row and every column takes part once, so that the dual of a column with room
 * may rise and fall like any other: then a few searches from all units at once place most of them, and long searches for
 * the others are met from the other end
 * @param mostReads how often rows may be read
 * @returns false where it stopped because rows were read more often
 *
 * Jonker & Volgenant (1987), doi:10.1007/BF02278710, and Crouse (2016), doi:10.1109/TAES.2016.140952; unlike
 * there, a column holds a list of units, a path may end at a unit that leaves, and rows are read lazily.
 */
export function* shortestPaths(
  placement: Placement,
  mayPlaceTogether = false,
  mostReads = Infinity,
): Steps<AssignmentProgress, boolean> {
  const { best, free, unitRow } = placement;
  if (placement.freeCount === 0) return true;
  const lastRead = best.reads + mostReads;
  const search = new PathSearch(placement);
  const root = new Int32Array(unitRow.length);
  for (let isWorthIt = mayPlaceTogether; isWorthIt && placement.freeCount > fewTogether; ) {
    yield { stage: 'assigning', done: unitRow.length - placement.freeCount, of: unitRow.length };
    isWorthIt = placeTogether(placement, search, root) * worthwhile >= placement.freeCount;
  }
  const { freeCount } = placement;
  const ways = mayPlaceTogether && freeCount > 0 ? new WaysToRoom(placement) : undefined;
  const placed = unitRow.length - freeCount;
  for (let at = 0; at < freeCount; at++) {
    if (best.reads > lastRead) return false;
    if (at % pause === 0) {
      search.looked = 0;
      yield { stage: 'assigning', done: placed + at, of: unitRow.length };
    }
    search.start(free[at]!);
    if (ways !== undefined && !search.goOn(search.looked + longSearch)) {
      ways.find(passedToMeet);
      search.meet(ways);
    }
    while (!search.goOn(columnsPerStep)) {
      search.looked = 0;
      yield { stage: 'assigning', done: placed + at, of: unitRow.length };
    }
    if (!search.finish(free[at]!)) {
      placement.blockedRows = search.rowsSeen();
      return true;
    }
  }
  return true;
}
