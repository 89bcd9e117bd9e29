/** A small programme that the tests of this room share. */
import {
  type Agreement,
  createAgreement,
  createGoal,
  defineProgram,
  type Goal,
  type GoalAnswers,
  type GoalTemplateId,
  goalTemplates,
  type PairState,
  signAgreement,
  startPair,
} from '../../src/program/index.js';

export const program = defineProgram({
  id: 'p26',
  name: 'Mentoring 2026',
  objectives: [{ objective: 'skillDevelopment', measure: 'two levels more in one skill' }],
  sponsor: 'Dana Silva',
  lead: { name: 'Mo Ruiz', contact: 'mo@example.org' },
  start: '2026-01-12',
  lengthMonths: 12,
  cadence: { everyWeeks: 2, minutes: 60 },
  training: {
    mentor: ['guidance', 'feedback', 'support'],
    mentee: ['goalSetting', 'communication', 'managingTheRelationship'],
  },
  resources: ['A list of courses'],
});

export function signedAgreement(pair = { menteeId: 'ana', mentorId: 'lee' }, choices = {}): Agreement {
  const agreement = createAgreement(program, pair, choices);
  return signAgreement(signAgreement(agreement, 'mentee', agreement.start), 'mentor', agreement.start);
}

export const answers: GoalAnswers = {
  id: 'g1',
  createdOn: '2026-01-20',
  due: '2026-10-20',
  target: 4,
  blanks: { skill: 'SQL', judge: 'Lee' },
  relevance: 'I want to answer my own questions',
  obstacle: 'The week is full',
  situation: 'a week has gone by without practice',
  action: 'I work on it first thing on Monday',
};

export const goal: Goal = createGoal('skillByPractice', answers);

export function startedPair(goals: readonly Goal[] = [goal]): PairState {
  return startPair(signedAgreement(), { goals });
}

/** Answers for every question of a template. */
export function answersTo(templateId: GoalTemplateId, answer: string, target = 4): GoalAnswers {
  const template = goalTemplates().find(({ id }) => id === templateId)!;
  const blanks = template.questions
    .filter(({ answer: place }) => place.startsWith('blanks.'))
    .map(({ answer: place }) => [place.slice('blanks.'.length), answer]);
  return {
    ...answers,
    target,
    blanks: Object.fromEntries(blanks),
    relevance: answer,
    obstacle: answer,
    situation: answer,
    action: answer,
  };
}

/** What JSON keeps of a value. */
export function stored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
