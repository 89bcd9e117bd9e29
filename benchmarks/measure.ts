/** Least and median of several runs;  gives milliseconds. */
export interface Measured {
  readonly least: number;
  readonly median: number;
}

/**
 * Times `run`. The least time is what the code takes when nothing else disturbs it; a median far above it says
 * that the machine was busy.
 *
 * @param run returns something that depends on all its work, so that none of it can be optimised away
 * @param rounds how many runs are timed, ≥ 1, after one that is not
 */
export function measure(run: () => unknown, rounds = 7): Measured {
  sink = run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    sink = run();
    return performance.now() - start;
  });
  return sortedTimes(times);
}

/** The least and the median of times, or of ratios, that were taken elsewhere. */
export function sortedTimes(times: readonly number[]): Measured {
  const sorted = times.toSorted((one, other) => one - other);
  return { least: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]! };
}

/** One line of a table: what was measured, its least and its median, and their unit. */
export function line(what: string, { least, median }: Measured, unit: string): string {
  const show = (time: number) => time.toFixed(1).padStart(9);
  return `${what.padEnd(52)}${show(least)}${show(median)}  ${unit}`;
}

/** Where results end, so that the engine must work them out. */
export let sink: unknown;
