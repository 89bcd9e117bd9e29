/**
 * Room `program`: what surrounds a match. Definition of a programme, agreement of a pair, goals, check-ins, health
 * of a pair, recognition, closing. Plain data and pure functions; dates come in as arguments.
 */
export type {
  Agreement,
  AttainmentLevel,
  Cadence,
  CheckIn,
  CheckInFeedback,
  CheckInKind,
  CheckInStatus,
  Closing,
  ClosingReason,
  Confidentiality,
  Goal,
  GoalChanges,
  GoalEvent,
  GoalFrame,
  GoalStatus,
  GoalUpdate,
  MeetingChannel,
  Milestone,
  ObjectiveWeight,
  PairState,
  Program,
  ProgramObjective,
  ProgramPerson,
  ProgramResource,
  TrainingTopic,
  Visibility,
} from './types.js';
