/**
 * Room `stable`: numbers only. A *row* wants one place, a *column* offers as many as its capacity, and each
 * has a strict list of whom it accepts, best first. A *blocking pair* would both rather have each other than
 * what they have; a matching without one is *stable*.
 */

export type { CountProgress, Steps } from '../core/index.js';
export { type BlockingPair, findBlockingPairs } from './find-blocking-pairs.js';
export type { PreferenceLists, PreferenceSource, Preferences } from './market.js';
export {
  type StableMatching,
  type StableOptions,
  solveStableMatching,
  stableSteps,
} from './solve-stable-matching.js';
