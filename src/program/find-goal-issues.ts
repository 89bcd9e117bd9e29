import { fewestGoalDays, mostGoalMonths } from './create-goal.js';
import { addDays, addMonths } from './dates.js';
import { readArgument } from './read.js';
import { readGoal } from './read-goal.js';
import type { AttainmentLevel, Goal } from './types.js';

/** The letters of SMART. */
export type GoalAspect = 'specific' | 'measurable' | 'attainable' | 'relevant' | 'timeBound';

/** What a goal lacks; `describeFinding` says it in words, with how to mend it. */
export type GoalIssue = { readonly aspect: GoalAspect } & (
  | {
      readonly code:
        | 'outcomeShort'
        | 'measureMissing'
        | 'measureRepeatsOutcome'
        | 'baselineReached'
        | 'obstacleMissing'
        | 'planMissing'
        | 'milestonesOutOfOrder'
        | 'relevanceMissing'
        | 'dueTooSoon'
        | 'dueTooFar';
    }
  | { readonly code: 'levelsUnwritten' | 'levelsAlike'; readonly levels: readonly AttainmentLevel[] }
  | { readonly code: 'fewMilestones' | 'manyMilestones'; readonly count: number }
  | { readonly code: 'milestoneUntitled' | 'milestoneOutside'; readonly milestoneId: string }
);

/** An outcome shorter than this (in characters) says hardly what will be different. */
const shortestOutcome = 15;

/**
 * Lists what is not specific, measurable, attainable, relevant or time-bound about a goal; empty is good. It looks
 * at form, not at sense: whether a goal is wise, people judge.
 *
 * @throws InputError where the goal is no goal at all
 */
export function findGoalIssues(goal: Goal): GoalIssue[] {
  const read = readArgument('findGoalIssues', 'goal', goal, readGoal);
  const { outcome, measure, levels, milestones, createdOn, due, plan } = read;
  const issues: GoalIssue[] = [];
  if (outcome.length < shortestOutcome) issues.push({ aspect: 'specific', code: 'outcomeShort' });

  if (measure === '') issues.push({ aspect: 'measurable', code: 'measureMissing' });
  else if (measure === outcome) issues.push({ aspect: 'measurable', code: 'measureRepeatsOutcome' });
  const unwritten = levels.filter(({ text }) => text === '').map(({ level }) => level);
  if (unwritten.length > 0) issues.push({ aspect: 'measurable', code: 'levelsUnwritten', levels: unwritten });
  const isAlike = ({ level, text }: Goal['levels'][number]) =>
    text !== '' && levels.some((other) => other.level !== level && other.text === text);
  const alike = levels.filter(isAlike).map(({ level }) => level);
  if (alike.length > 0) issues.push({ aspect: 'measurable', code: 'levelsAlike', levels: alike });

  if (read.baseline >= 0) issues.push({ aspect: 'attainable', code: 'baselineReached' });
  if (read.obstacle === '') issues.push({ aspect: 'attainable', code: 'obstacleMissing' });
  if (plan.situation === '' || plan.action === '') issues.push({ aspect: 'attainable', code: 'planMissing' });

  if (read.relevance === '') issues.push({ aspect: 'relevant', code: 'relevanceMissing' });

  if (due < addDays(createdOn, fewestGoalDays)) issues.push({ aspect: 'timeBound', code: 'dueTooSoon' });
  if (due > addMonths(createdOn, mostGoalMonths)) issues.push({ aspect: 'timeBound', code: 'dueTooFar' });
  const count = milestones.length;
  if (count < 3) issues.push({ aspect: 'timeBound', code: 'fewMilestones', count });
  if (count > 5) issues.push({ aspect: 'timeBound', code: 'manyMilestones', count });
  for (const { id, title, due: day } of milestones) {
    if (title === '') issues.push({ aspect: 'specific', code: 'milestoneUntitled', milestoneId: id });
    if (day < createdOn || day > due)
      issues.push({ aspect: 'timeBound', code: 'milestoneOutside', milestoneId: id });
  }
  if (milestones.some(({ due: day }, index) => index > 0 && day < milestones[index - 1]!.due))
    issues.push({ aspect: 'timeBound', code: 'milestonesOutOfOrder' });
  return issues;
}
