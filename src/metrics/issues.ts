import type { LeftOut, RecordIssue } from './types.js';

/** What a reader found wrong in a record. */
export type Wrong = Pick<RecordIssue, 'path' | 'value' | 'rule'>;

/** Collects records that cannot be, and counts what was left out for it. */
export class IssueList {
  readonly issues: RecordIssue[] = [];
  readonly #leftOut = { pairs: 0, checkIns: 0, ratings: 0, goals: 0, feedback: 0, other: 0 };

  /** Notes an issue and that one record of this sort is left out. */
  leaveOut(sort: keyof LeftOut, issue: RecordIssue): void {
    this.issues.push(issue);
    this.#leftOut[sort] += 1;
  }

  get leftOut(): LeftOut {
    return { ...this.#leftOut };
  }
}
