/**
 * Room `program`: what surrounds a match. Definition of a programme, agreement of a pair, goals, check-ins, health
 * of a pair, recognition, closing. Plain data and pure functions; dates come in as arguments.
 */
export { applyCheckIn, type CheckInInput } from './apply-check-in.js';
export { type CalendarOptions, calendarFromCheckIns } from './calendar-from-check-ins.js';
export { type ClosingInput, closePair } from './close-pair.js';
export { type ConversationGuide, type ConversationOptions, conversationGuide } from './conversation-guide.js';
export { type AgreementChoices, createAgreement } from './create-agreement.js';
export { createGoal, type GoalAnswers } from './create-goal.js';
export { defineProgram, type ProgramInput } from './define-program.js';
export { describeFinding, type Finding, type FindingCode } from './describe-finding.js';
export { findGoalIssues, type GoalAspect, type GoalIssue } from './find-goal-issues.js';
export { type Celebration, findMilestones } from './find-milestones.js';
export { findReadinessGaps, type ReadinessGap } from './find-readiness-gaps.js';
export { type GoalAttainment, goalAttainment } from './goal-attainment.js';
export type { GoalTemplateId } from './goal-catalogue.js';
export {
  type GoalQuestion,
  type GoalTemplate,
  type GoalTemplateOptions,
  goalTemplates,
} from './goal-templates.js';
export { type Health, type HealthReason, type PairHealth, pairHealth } from './pair-health.js';
export { parsePairState } from './parse-pair-state.js';
export { putGoal } from './put-goal.js';
export {
  type RecognitionMeasure,
  type RecognitionRule,
  recognise,
  recognitionRules,
  type Thanks,
} from './recognise.js';
export { adjustGoal, type GoalAdjustment, type GoalProgress, recordProgress } from './record-progress.js';
export { recordTraining } from './record-training.js';
export {
  type ClosingEffect,
  closingEffects,
  type RematchOptionsFromPairs,
  rematchOptionsFromPairs,
} from './rematch-options-from-pairs.js';
export { type RenderAgreementOptions, renderAgreement } from './render-agreement.js';
export { type KitItem, type ResourceCode, type ResourceKit, resourceKit } from './resource-kit.js';
export { type CheckInSchedule, type ScheduleOptions, scheduleCheckIns } from './schedule-check-ins.js';
export { signAgreement } from './sign-agreement.js';
export { type StartPairOptions, startPair } from './start-pair.js';
export { type SuggestedGoal, type SuggestGoalsOptions, suggestGoals } from './suggest-goals.js';
export { texts } from './texts/index.js';
export type {
  ConversationTexts,
  GoalQuestions,
  GoalTemplateTexts,
  GuideTexts,
  ProgramTexts,
} from './texts/texts.js';
export {
  type TrainingChecklist,
  type TrainingItem,
  type TrainingOptions,
  trainingChecklist,
} from './training-checklist.js';
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
export { type Viewer, visibleTo } from './visible-to.js';
