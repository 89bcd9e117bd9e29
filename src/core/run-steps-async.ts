import { type Clock, hostClock, hostPause, type Pause } from './host.js';
import type { ProblemList } from './problem-list.js';
import { reading } from './reading.js';
import type { Steps } from './steps.js';

/** What an `AbortSignal` is here: it can be asked. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** How work is driven in slices. Nothing of it changes a result. */
export interface AsyncOptions<Progress> {
  /** Called at every pause with where the work stands; what it throws ends the work. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Asked at every pause; once aborted the promise rejects with an `AbortError`. */
  readonly signal?: AbortSignalLike | undefined;
  /** Milliseconds from any start; the host's `performance.now` unless given. */
  readonly clock?: Clock | undefined;
  /** Lets the event loop have its turn; the host's quickest macrotask unless given. */
  readonly pause?: Pause | undefined;
}

/** The names of `AsyncOptions`. */
export const asyncOptionNames = ['onProgress', 'signal', 'clock', 'pause'] as const;

/** Rejects a promise whose work was aborted; `cause` is the signal's reason. */
export class AbortError extends Error {
  override readonly name = 'AbortError';

  constructor(functionName: string, reason: unknown) {
    super(`${functionName}: aborted`, { cause: reason });
  }
}

/** After so many milliseconds the event loop has its turn. A step may take as long again and more. */
const sliceMilliseconds = 12;
/** Some hosts stop the clock while code runs; then steps are counted. */
const sliceSteps = 2000;

/**
 * Drives steps in slices of about 12 ms, with a pause after each, to the result that `runSteps` returns.
 *
 * @param functionName named by the `AbortError`
 */
export async function runStepsAsync<Progress, Result>(
  functionName: string,
  steps: Steps<Progress, Result>,
  options: AsyncOptions<Progress> = {},
): Promise<Result> {
  // Options that are none are reported by the first step, as an error of input.
  const { onProgress, signal, clock = hostClock, pause = hostPause } = readDriving(functionName, options);
  const stopIfAborted = () => {
    if (signal?.aborted === true) throw new AbortError(functionName, signal.reason);
  };
  try {
    stopIfAborted();
    // The caller goes on before anything is worked out.
    await pause();
    stopIfAborted();
    let started = clock();
    let count = 0;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      count += 1;
      const elapsed = clock() - started;
      // A clock that runs backwards must not make the slice endless.
      if (elapsed >= 0 && elapsed < sliceMilliseconds && count < sliceSteps) continue;
      onProgress?.(step.value);
      stopIfAborted();
      await pause();
      stopIfAborted();
      started = clock();
      count = 0;
    }
  } finally {
    // A generator that is left half way is closed; one that has ended does not mind.
    steps.return(undefined as never);
  }
}

function readDriving<Progress>(
  functionName: string,
  options: AsyncOptions<Progress>,
): AsyncOptions<Progress> {
  return reading(functionName, 'options', options, 'plain data', () => {
    const { onProgress, signal, clock, pause } = options ?? {};
    return { onProgress, signal, clock, pause };
  });
}

/** Notes what is wrong with options of driving. */
export function checkAsyncOptions(problems: ProblemList, options: AsyncOptions<never>): void {
  for (const name of ['onProgress', 'clock', 'pause'] as const) {
    const value: unknown = options[name];
    if (value !== undefined && typeof value !== 'function') problems.add(name, value, 'a function');
  }
  const signal: unknown = options.signal;
  const isSignal = typeof signal === 'object' && signal !== null && 'aborted' in signal;
  if (signal !== undefined && !isSignal) problems.add('signal', signal, 'an AbortSignal');
}
