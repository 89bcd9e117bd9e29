/**
 * Room `csv`: any export → participants, with an issue for every cell that was not taken as it stands; a matching
 * → tables for a spreadsheet. Text in, text out.
 */
export { describeIssue } from './describe-issue.js';
export { guardCell, unguardCell } from './formula-guard.js';
export { type HistoryFromCsvOptions, historyFromCsv, type PairHistory } from './history-from-csv.js';
export { type InferColumnsOptions, type InferredColumns, inferColumns } from './infer-columns.js';
export { type PairColumn, type PairsToCsvOptions, pairsToCsv } from './pairs-to-csv.js';
export { type ParseParticipantsOptions, parseParticipants } from './parse-participants.js';
export { type ParticipantsTable, participantsToCsv } from './participants-to-csv.js';
export type { PeopleOfCohort, PersonColumn } from './person-columns.js';
export { readTable, type Table } from './read-table.js';
export { type ScoredCohort, type ScoresToCsvOptions, scoresToCsv } from './scores-to-csv.js';
export type {
  CellIssue,
  ColumnRule,
  ColumnRuleBase,
  IssueCode,
  IssueCount,
  ListField,
  ParsedParticipants,
  ParticipantsSummary,
  Severity,
  SkillField,
  SplitReport,
  SplitRule,
  TextField,
  UnusedColumn,
} from './types.js';
export { unmatchedToCsv } from './unmatched-to-csv.js';
export { type WriteOptions, writeTable } from './write-table.js';
