import { type Clock, hostClock } from '../core/index.js';
import type { MatchProgress } from './match-progress.js';

/** Where the work stands, with a guess at the rest of it. */
export interface MatchEstimate extends MatchProgress {
  /** About how much of the whole is done, 0 … 1; it never falls. */
  readonly share: number;
  readonly elapsedMilliseconds: number;
  /** A guess, `null` while there is too little to guess from. */
  readonly remainingMilliseconds: number | null;
}

/** About where each stage starts and ends within the whole. */
const parts: Readonly<Record<MatchProgress['stage'], readonly [from: number, to: number]>> = {
  scoring: [0, 0.15],
  matching: [0.15, 0.2],
  assigning: [0.2, 0.92],
  ranking: [0.2, 0.92],
  finishing: [0.92, 1],
};

/** Adds share and estimates to reports of progress; `undefined` where nobody listens. */
export function withEstimates(
  onProgress: unknown,
  clock: Clock = hostClock,
): ((progress: MatchProgress) => void) | undefined {
  if (typeof onProgress !== 'function') return onProgress as undefined;
  let started: number | undefined;
  let share = 0;
  return (progress) => {
    const now = clock();
    started ??= now;
    const [from, to] = parts[progress.stage];
    const within = progress.of === 0 ? 1 : Math.min(1, progress.done / progress.of);
    share = Math.max(share, from + (to - from) * within);
    const elapsedMilliseconds = now - started;
    const remainingMilliseconds = share < 0.02 ? null : (elapsedMilliseconds * (1 - share)) / share;
    onProgress({ ...progress, share, elapsedMilliseconds, remainingMilliseconds } satisfies MatchEstimate);
  };
}
