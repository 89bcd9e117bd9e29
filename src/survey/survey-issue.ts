import type { Problem } from '../core/index.js';

/**
 * What can be wrong with, or worth knowing of, answers to a survey.
 *
 * Left out of the scores: `unknownInstrument`, `unknownItem`, `outOfRange`, `fractional`, `unknownLabel`,
 * `wrongLanguage`, `notAnAnswer`. About the whole: `allBlank`. About a trait: `tooFewAnswered` (its score is
 * `null`), `prorated` (scored from a part of its items). Signs of careless answering, for a person to judge:
 * `longRun`, `sameAnswerToOppositeItems`.
 */
export type SurveyIssueCode =
  | 'unknownInstrument'
  | 'unknownItem'
  | 'outOfRange'
  | 'fractional'
  | 'unknownLabel'
  | 'wrongLanguage'
  | 'notAnAnswer'
  | 'allBlank'
  | 'tooFewAnswered'
  | 'prorated'
  | 'longRun'
  | 'sameAnswerToOppositeItems';

/** One issue: its code, the place, the value that stood there and the rule it breaks. */
export interface SurveyIssue extends Problem {
  readonly code: SurveyIssueCode;
  /** The trait it is about, where it is about one. */
  readonly trait?: string;
}
