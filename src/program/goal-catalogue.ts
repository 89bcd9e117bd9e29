import type { GoalFrame, ProgramObjective } from './types.js';

/** What of a goal template is the same in every language. */
export interface GoalTemplateFrame {
  readonly objective: ProgramObjective;
  readonly frame: GoalFrame;
  /** What the owner fills in besides the number to reach; the texts have a question for each. */
  readonly blanks: readonly string[];
  /** 3 to 5. */
  readonly milestones: number;
}

/** The goal templates by id. A new one is one entry here and one in each language. */
export const goalCatalogue = {
  promotionEvidence: template('careerAdvancement', 'SMART', ['role', 'reviewer'], 3),
  seniorAudience: template('careerAdvancement', 'SMART', ['work', 'audience'], 3),
  careerDirection: template('careerAdvancement', 'GROW', ['field'], 4),
  internalMove: template('careerAdvancement', 'GROW', ['team'], 4),
  sponsorNetwork: template('careerAdvancement', 'OKR', ['area'], 3),
  firstLeadership: template('careerAdvancement', 'OKR', ['initiative'], 4),
  promotionTalk: template('careerAdvancement', 'WOOP', ['role', 'manager'], 4),
  stretchAssignment: template('careerAdvancement', 'WOOP', ['assignment', 'manager'], 3),
  skillByPractice: template('skillDevelopment', 'SMART', ['skill', 'judge'], 4),
  examPassed: template('skillDevelopment', 'SMART', ['exam'], 4),
  feedbackHabit: template('skillDevelopment', 'GROW', ['colleagues'], 3),
  delegation: template('skillDevelopment', 'GROW', ['tasks'], 3),
  publicSpeaking: template('skillDevelopment', 'OKR', ['audience'], 4),
  skillDepth: template('skillDevelopment', 'OKR', ['skill'], 3),
  protectedTime: template('skillDevelopment', 'WOOP', ['activity'], 3),
  difficultConversations: template('skillDevelopment', 'WOOP', ['topic'], 3),
  firstHundredDays: template('culture', 'SMART', ['unit'], 4),
  howDecisionsAreMade: template('culture', 'SMART', ['decision'], 3),
  communityOfBelonging: template('culture', 'GROW', ['community'], 3),
  unwrittenRules: template('culture', 'GROW', ['situations'], 3),
  acrossTeams: template('culture', 'OKR', ['team'], 3),
  visibleFromAfar: template('culture', 'OKR', ['place'], 3),
  speakingUp: template('culture', 'WOOP', ['meeting'], 3),
  acrossCultures: template('culture', 'WOOP', ['site'], 3),
} as const satisfies Readonly<Record<string, GoalTemplateFrame>>;

export type GoalTemplateId = keyof typeof goalCatalogue;

export const goalTemplateIds = Object.keys(goalCatalogue) as GoalTemplateId[];

function template<const Blank extends string>(
  objective: ProgramObjective,
  frame: GoalFrame,
  blanks: readonly Blank[],
  milestones: number,
) {
  return { objective, frame, blanks, milestones };
}
