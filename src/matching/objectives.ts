import { bestTotal, mostPairs } from './objectives/by-totals.js';
import { fairest } from './objectives/fairest.js';
import type { ObjectiveKind } from './objectives/kind.js';
import { stable } from './objectives/stable.js';
import type { Objective } from './types.js';

export type { PairsAndScore } from './objectives/kind.js';

/**
 * The objectives by name. `most-pairs`: as many pairs as possible, of those the highest total. `best-total`:
 * the highest total, of those most pairs. `fairest`: as many pairs as possible, of those leximin over levels of
 * scores, of those the highest total. `stable`: no two people would both rather have each other. Tuples are
 * compared part by part, never through one big weight.
 */
export const objectives: Readonly<Record<Objective, ObjectiveKind>> = {
  'most-pairs': mostPairs,
  'best-total': bestTotal,
  fairest,
  stable,
};
