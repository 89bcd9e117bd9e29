import type { Draft } from './draft.js';
import type { Placement } from './placement.js';

/** Where a search stands, so that something can be made of it when it is stopped. */
export interface Trace {
  /** What is finished: of the two parts of `'most'` the first, once the second is under way. */
  draft?: Draft;
  /** The placement under way. */
  placement?: Placement;
  /** Whether the rows of the placement are the columns of the problem. */
  isTurned?: boolean;
  /** The column of each row in the auction under way, −1 = none. */
  columnOf?: Int32Array | undefined;
}
