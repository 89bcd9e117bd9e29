import type { AssignmentOptions } from '../assignment/index.js';
import type { Objective } from './types.js';

/** How an objective is put to the solver and how its tuples are compared. */
export interface ObjectiveKind {
  /** What the solver may leave unassigned; costs are negative scores. */
  readonly unassigned: AssignmentOptions['unassigned'];
  /** The order of (pairs, score) tuples: below 0 where `one` is worse. */
  readonly compare: (one: PairsAndScore, other: PairsAndScore) => number;
}

/** Pairs and whole millionths of score. */
export interface PairsAndScore {
  readonly pairs: number;
  readonly score: number;
}

/**
 * The objectives by name. `most-pairs`: as many pairs as possible, of those the highest total. `best-total`:
 * the highest total, of those most pairs. Tuples are compared part by part, never through one big weight.
 */
export const objectives: Readonly<Record<Objective, ObjectiveKind>> = {
  'most-pairs': {
    unassigned: 'most',
    compare: (one, other) => one.pairs - other.pairs || one.score - other.score,
  },
  'best-total': {
    unassigned: 0,
    compare: (one, other) => one.score - other.score || one.pairs - other.pairs,
  },
};
