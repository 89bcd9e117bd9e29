import { compareText, InputError } from '../core/index.js';
import { type Aliases, type TermReader, termReader } from '../participants/index.js';
import { type GoalTemplateId, goalCatalogue, goalTemplateIds } from './goal-catalogue.js';
import { id, type Read, readArgument, shape } from './read.js';
import { type AnyCohort, type KnownPerson, type KnownSkill, readPeople } from './read-people.js';
import { readTexts } from './read-texts.js';
import type { ProgramTexts } from './texts/texts.js';

export interface SuggestGoalsOptions {
  /** The language of the templates, whose skills are compared with those of the mentee; `texts.en` unless given. */
  readonly texts?: ProgramTexts;
  /** Other words for a skill, as in `compileCohort`. */
  readonly aliases?: Aliases;
}

/** A goal that a mentee could set, because the mentor covers the skill. */
export interface SuggestedGoal {
  /** As the mentee wrote it. */
  readonly skill: string;
  /** Levels: of the mentee today, wanted, and of the mentor. */
  readonly today: number;
  readonly wanted: number;
  readonly offered: number;
  /** The share of the gap between today and wanted that the mentor can close, in (0, 1]. */
  readonly covered: number;
  readonly templateId: GoalTemplateId;
  /** Whether the template trains this very skill, or any skill. */
  readonly fit: 'thisSkill' | 'anySkill';
  /** Blanks that are known already. */
  readonly blanks: Readonly<Record<string, string>>;
}

const readAliases: Read<Aliases> = (value, path, problems) => {
  if (value === undefined || value === null) return {};
  const isGood =
    typeof value === 'object' &&
    Object.values(value).every(
      (terms) => Array.isArray(terms) && terms.every((term) => typeof term === 'string'),
    );
  if (!isGood) problems.add(path, value, 'an object: term → list of terms');
  return value as Aliases;
};

const readOptions = shape('options', { texts: readTexts, aliases: readAliases });

/**
 * Goals for a pair, from the skills that the mentee wants and the mentor covers: for each skill first the templates
 * that train it, then those that fit any skill. The skills in which most is to be gained (importance · gap · share
 * that the mentor covers) come first; equal ones by name.
 *
 * @returns empty where the mentor covers nothing that the mentee wants
 * @throws InputError where an id is not of the cohort
 */
export function suggestGoals(
  cohort: AnyCohort,
  menteeId: string,
  mentorId: string,
  options: SuggestGoalsOptions = {},
): SuggestedGoal[] {
  const name = 'suggestGoals';
  const people = readArgument(name, 'cohort', cohort, readPeople);
  const { texts, aliases } = readArgument(name, '', options, readOptions);
  const mentee = find(people.mentees, 'menteeId', readArgument(name, 'menteeId', menteeId, id));
  const mentor = find(people.mentors, 'mentorId', readArgument(name, 'mentorId', mentorId, id));
  const terms = termReader(aliases);
  const today = levelsOf(mentee.skills ?? [], terms);
  const offered = levelsOf(mentor.skills ?? [], terms);
  const gains = [...wantedOf(mentee.skillsWanted ?? [], terms)].map(([term, wanted]) => {
    const from = today.get(term) ?? 0;
    const has = offered.get(term) ?? 0;
    const gap = wanted.level - from;
    const covered = gap > 0 ? Math.min(Math.max((has - from) / gap, 0), 1) : 0;
    return { term, wanted, from, has, covered, gain: wanted.importance * gap * covered };
  });
  return gains
    .filter(({ covered }) => covered > 0)
    .sort((one, other) => other.gain - one.gain || compareText(one.term, other.term))
    .flatMap(({ term, wanted, from, has, covered }) =>
      templatesFor(term, texts, terms).map(({ templateId, fit }) => ({
        skill: wanted.name,
        today: from,
        wanted: wanted.level,
        offered: has,
        covered,
        templateId,
        fit,
        blanks: takesSkill(templateId) ? { skill: wanted.name } : {},
      })),
    );
}

function templatesFor(term: string, texts: ProgramTexts, terms: TermReader) {
  const trains = (templateId: GoalTemplateId) =>
    texts.goals.templates[templateId].skills.some((skill) => terms(skill).includes(term));
  return [
    ...goalTemplateIds.filter(trains).map((templateId) => ({ templateId, fit: 'thisSkill' as const })),
    ...goalTemplateIds
      .filter((templateId) => takesSkill(templateId) && !trains(templateId))
      .map((templateId) => ({ templateId, fit: 'anySkill' as const })),
  ];
}

function takesSkill(templateId: GoalTemplateId): boolean {
  const blanks: readonly string[] = goalCatalogue[templateId].blanks;
  return blanks.includes('skill');
}

function find(people: readonly KnownPerson[], path: string, wanted: string): KnownPerson {
  const found = people.find((person) => person.id === wanted);
  if (found === undefined)
    throw new InputError('suggestGoals', [{ path, value: wanted, rule: 'the id of somebody of the cohort' }]);
  return found;
}

function levelsOf(skills: readonly KnownSkill[], terms: TermReader): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { name, level } of skills)
    for (const term of terms(name)) levels.set(term, Math.max(level, levels.get(term) ?? 0));
  return levels;
}

/** A skill that was named twice counts once, with its highest numbers. */
function wantedOf(skills: readonly KnownSkill[], terms: TermReader): Map<string, KnownSkill> {
  const wanted = new Map<string, KnownSkill>();
  for (const { name, level, importance } of skills) {
    for (const term of terms(name)) {
      const known = wanted.get(term);
      wanted.set(term, {
        name: known?.name ?? name,
        level: Math.max(level, known?.level ?? 0),
        importance: Math.max(importance, known?.importance ?? 0),
      });
    }
  }
  return wanted;
}
