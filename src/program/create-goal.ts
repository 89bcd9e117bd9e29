import { fill } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { addDays, addMonths, daysBetween } from './dates.js';
import { type GoalTemplateId, goalCatalogue, goalTemplateIds } from './goal-catalogue.js';
import { checked, date, id, oneOf, readArgument, shape, text, weight, whole, withDefault } from './read.js';
import { attainmentLevels, level, side, skillNames, visibility } from './read-goal.js';
import { readTexts } from './read-texts.js';
import type { ProgramTexts } from './texts/texts.js';
import type { AttainmentLevel, Goal, Visibility } from './types.js';

/** Fewer days leave no room for milestones; more months than these are a hope, not a plan. */
export const fewestGoalDays = 14;
export const mostGoalMonths = 24;

/** What the owner of a goal says. `goalTemplates` has the questions. */
export interface GoalAnswers {
  /** Unique among the goals of the pair. */
  readonly id: string;
  readonly createdOn: string;
  /** 14 days to 24 months after `createdOn`. */
  readonly due: string;
  /** The number to reach, 2 … 1000. */
  readonly target: number;
  /** A text for every blank of the template. */
  readonly blanks: Readonly<Record<string, string>>;
  /** Why it matters. */
  readonly relevance: string;
  readonly obstacle: string;
  /** If this happens … */
  readonly situation: string;
  /** … then I will do this. */
  readonly action: string;
  /** `mentee` unless given. */
  readonly owner?: Side;
  /** `pair` unless given. */
  readonly visibility?: Visibility;
  /** Where things stand today, −2 or −1; −2 unless given. */
  readonly baseline?: AttainmentLevel;
  /** Besides the skills of the template. */
  readonly skills?: readonly string[];
  /** Importance relative to the other goals; 1 unless given. */
  readonly weight?: number;
}

const answer = text(1, 500);

const readAnswers = (blanks: readonly string[]) =>
  checked(
    shape('answers', {
      id,
      createdOn: date,
      due: date,
      target: whole(2, 1000),
      blanks: shape(
        `the blanks ${blanks.join(', ')}`,
        Object.fromEntries(blanks.map((name) => [name, answer])),
      ),
      relevance: answer,
      obstacle: answer,
      situation: answer,
      action: answer,
      owner: withDefault(side, 'mentee'),
      visibility: withDefault(visibility, 'pair'),
      baseline: withDefault(level, -2),
      skills: withDefault(skillNames, []),
      weight: withDefault(weight, 1),
    }),
    ({ createdOn, due, baseline }, note) => {
      const first = addDays(createdOn, fewestGoalDays);
      const last = addMonths(createdOn, mostGoalMonths);
      if (due < first || due > last) note('due', due, `a day from ${first} to ${last}`);
      if (baseline >= 0) note('baseline', baseline, '-2 or -1, or nothing is left to reach');
    },
  );

/**
 * Makes a goal from a template and the answers of its owner: outcome, measure, five levels written beforehand,
 * milestones spread evenly up to the due date, an obstacle with an if-then plan.
 *
 * Its words are those of one language; the goal is plain data and needs the texts no more.
 *
 * @throws InputError with every answer that is missing or impossible
 */
export function createGoal(
  templateId: GoalTemplateId,
  answers: GoalAnswers,
  options: { readonly texts?: ProgramTexts } = {},
): Goal {
  const name = 'createGoal';
  const known = readArgument(name, 'templateId', templateId, oneOf(...goalTemplateIds));
  const { texts } = readArgument(name, 'options', options, shape('options', { texts: readTexts }));
  const fixed = goalCatalogue[known];
  const words = texts.goals.templates[known];
  const read = readArgument(name, 'answers', answers, readAnswers(fixed.blanks));
  const { target, blanks, createdOn, due } = read;
  const values = { ...blanks, target };
  const measure = fill(words.measure, values);
  const more = fill(words.more, values);
  const most = fill(words.most, values);
  const ofLevel = { measure, more, most, target, half: Math.ceil(target / 2) };
  const days = daysBetween(createdOn, due);
  return {
    schemaVersion: 1,
    id: read.id,
    templateId: known,
    objective: fixed.objective,
    frame: fixed.frame,
    owner: read.owner,
    outcome: fill(words.outcome, values),
    measure,
    relevance: read.relevance,
    levels: attainmentLevels.map((each, index) => ({
      level: each,
      text: fill(texts.goals.levels[index]!, ofLevel),
    })),
    baseline: read.baseline,
    createdOn,
    due,
    milestones: words.milestones.map((title, index) => ({
      id: `m${index + 1}`,
      title: fill(title, values),
      due: addDays(createdOn, Math.round((days * (index + 1)) / (words.milestones.length + 1))),
      reachedOn: null,
    })),
    obstacle: read.obstacle,
    plan: { situation: read.situation, action: read.action },
    visibility: read.visibility,
    skills: [...new Set([...words.skills, ...read.skills])],
    weight: read.weight,
    level: read.baseline,
    status: 'open',
    closedOn: null,
    history: [],
  };
}
