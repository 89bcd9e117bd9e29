import type { Clock } from '../core/index.js';

/** How long a matching may be worked at, and the caller's clock that says so. */
export interface TimeLimit {
  /** Milliseconds. */
  readonly within: number;
  readonly clock: Clock;
}

/** Starts to count: the answer says whether the time is over. */
export function startCounting({ within, clock }: TimeLimit): () => boolean {
  const started = clock();
  return () => clock() - started >= within;
}
