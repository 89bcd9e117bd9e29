import { canonicalTerm } from '../participants/index.js';
import { type GoalTemplateId, goalCatalogue, goalTemplateIds } from './goal-catalogue.js';
import { orNull, readArgument, shape, text } from './read.js';
import { frame, objective } from './read-goal.js';
import { readTexts } from './read-texts.js';
import type { ProgramTexts } from './texts/texts.js';
import type { GoalFrame, ProgramObjective } from './types.js';

export interface GoalTemplateOptions {
  readonly objective?: ProgramObjective;
  readonly frame?: GoalFrame;
  /** Only templates that train this skill, named in the language of the texts. */
  readonly skill?: string;
  /** `texts.en` unless given. */
  readonly texts?: ProgramTexts;
}

export interface GoalQuestion {
  /** Where `createGoal` takes the answer: `due`, `blanks.role`, … */
  readonly answer: string;
  readonly kind: 'text' | 'number' | 'date';
  readonly question: string;
}

export interface GoalTemplate {
  readonly id: GoalTemplateId;
  readonly objective: ProgramObjective;
  readonly frame: GoalFrame;
  readonly title: string;
  readonly use: string;
  readonly skills: readonly string[];
  readonly questions: readonly GoalQuestion[];
}

const readFilter = shape('options', {
  objective: orNull(objective),
  frame: orNull(frame),
  skill: orNull(text(1, 200)),
  texts: readTexts,
});

/**
 * The goal templates, with the questions to put in a form, in one language.
 *
 * @returns in the order of the catalogue
 * @throws InputError for options that are none
 */
export function goalTemplates(options: GoalTemplateOptions = {}): GoalTemplate[] {
  const filter = readArgument('goalTemplates', '', options, readFilter);
  const { goals } = filter.texts;
  const wanted = filter.skill === null ? null : canonicalTerm(filter.skill);
  return goalTemplateIds.flatMap((id) => {
    const fixed = goalCatalogue[id];
    const words = goals.templates[id];
    const isOut =
      (filter.objective !== null && filter.objective !== fixed.objective) ||
      (filter.frame !== null && filter.frame !== fixed.frame) ||
      (wanted !== null && !words.skills.some((skill) => canonicalTerm(skill) === wanted));
    if (isOut) return [];
    const shared = goals.questions[fixed.frame];
    const ask = (answer: string, kind: GoalQuestion['kind'], question: string) => ({
      answer,
      kind,
      question,
    });
    return [
      {
        id,
        objective: fixed.objective,
        frame: fixed.frame,
        title: words.title,
        use: words.use,
        skills: [...words.skills],
        questions: [
          ...fixed.blanks.map((blank) => ask(`blanks.${blank}`, 'text', words.blanks[blank]!)),
          ask('target', 'number', words.target),
          ask('relevance', 'text', shared.relevance),
          ask('due', 'date', shared.due),
          ask('obstacle', 'text', shared.obstacle),
          ask('situation', 'text', shared.situation),
          ask('action', 'text', shared.action),
        ],
      },
    ];
  });
}
