/** How long somebody waited, and whether that ended it; who still waits is censored, not left out. */
export interface Wait {
  readonly time: number;
  readonly ended: boolean;
}

/**
 * The median waiting time where some still wait: the first time at which the share of those who wait, estimated as
 * Kaplan and Meier do, is ½ or less (Kaplan & Meier (1958), *Nonparametric estimation from incomplete observations*, J.
 * American Statistical Association 53, 457–481, doi:10.1080/01621459.1958.10501452). Who stops being watched at the
 * same time as somebody's wait ends is taken to have waited a moment longer.
 *
 * @returns `null` where nobody waited, or so many still wait that the share never falls to ½
 *
 * O(n log n).
 */
export function censoredMedian(waits: readonly Wait[]): number | null {
  const ascending = [...waits].sort((one, other) => one.time - other.time);
  let waiting = 1;
  let at = 0;
  while (at < ascending.length) {
    const { time } = ascending[at]!;
    const atRisk = ascending.length - at;
    let ended = 0;
    for (; ascending[at]?.time === time; at += 1) if (ascending[at]!.ended) ended += 1;
    waiting *= (atRisk - ended) / atRisk;
    // Products of fractions that are ½ on paper may come out a little above.
    if (waiting <= 0.5 + 1e-12) return time;
  }
  return null;
}
