/** The whole number of millionths that a stored score, share, total or price stands for. */
export function toMillionths(score: number): number {
  return Math.round(score * 1e6);
}
