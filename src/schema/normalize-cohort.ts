import type { Cohort, CohortNote, Mentee, Mentor, Skill, SkillInput } from '../participants/index.js';
import type { cohortSchema } from './cohort-schema.js';
import type { CheckedPerson } from './person-schema.js';

/** How skills were written, to note a mixture. */
interface SkillForms {
  bareNames: number;
  withLevel: number;
  /** One object for all who have a skill at the same level: the greatest part of a large cohort's memory. */
  readonly shared: Map<string, Skill>;
  /** One text for all who list the same word. */
  readonly words: Map<string, string>;
}

/**
 * One shape for everything: `null` left out, skills with level and importance, `capacity` and `optedIn`
 * present. Lists are copied, so that what a caller does to the input later changes nothing here.
 */
export function normalizeCohort(checked: (typeof cohortSchema)['_output'], assumeOptedIn: boolean): Cohort {
  const forms: SkillForms = { bareNames: 0, withLevel: 0, shared: new Map(), words: new Map() };
  const mentors = checked.mentors.map((mentor) => {
    const person = normalizePerson(mentor, assumeOptedIn, forms);
    person.capacity ??= 1;
    return person as unknown as Mentor;
  });
  const mentees = checked.mentees.map(
    (mentee) => normalizePerson(mentee, assumeOptedIn, forms) as unknown as Mentee,
  );
  const notes: CohortNote[] = [...(checked.notes ?? [])];
  if (forms.bareNames > 0 && forms.withLevel > 0)
    notes.push({ code: 'mixedSkillForms', bareNames: forms.bareNames, withLevel: forms.withLevel });
  return {
    mentors,
    mentees,
    ...(checked.reportingLines ? { reportingLines: { ...checked.reportingLines } } : {}),
    ...(checked.referenceDate ? { referenceDate: checked.referenceDate } : {}),
    notes,
  };
}

function normalizePerson(
  checked: CheckedPerson,
  assumeOptedIn: boolean,
  forms: SkillForms,
): Record<string, unknown> {
  const person: Record<string, unknown> = {};
  for (const field of Object.keys(checked)) {
    const value = checked[field];
    if (value === undefined || value === null) continue;
    if (field === 'skills' || field === 'skillsWanted')
      person[field] = normalizeSkills(value as SkillInput[], forms);
    else if (wordLists.has(field)) person[field] = sharedWords(value as string[], forms.words);
    else person[field] = typeof value === 'object' ? copyOf(value) : value;
  }
  person.optedIn ??= assumeOptedIn;
  return person;
}

function normalizeSkills(skills: readonly SkillInput[], forms: SkillForms): Skill[] {
  const normalized: Skill[] = new Array(skills.length);
  for (let at = 0; at < skills.length; at++) {
    const skill = skills[at]!;
    const isBare = typeof skill === 'string' || skill.level === undefined;
    if (isBare) forms.bareNames += 1;
    else forms.withLevel += 1;
    const { name, level = 1, importance = 1 } = typeof skill === 'string' ? { name: skill } : skill;
    normalized[at] = sharedSkill(forms.shared, name, level ?? 1, importance ?? 1);
  }
  return normalized;
}

/** Lists of words that many people have in common. */
const wordLists: ReadonlySet<string> = new Set(['interests', 'dislikes', 'languages']);

function sharedWords(list: readonly string[], known: Map<string, string>): string[] {
  return list.map((word) => {
    const found = known.get(word);
    if (found === undefined) known.set(word, word);
    return found ?? word;
  });
}

function sharedSkill(known: Map<string, Skill>, name: string, level: number, importance: number): Skill {
  const key = `${level} ${importance} ${name}`;
  let skill = known.get(key);
  if (skill === undefined) {
    skill = Object.freeze({ name, level, importance });
    known.set(key, skill);
  }
  return skill;
}

/** A deep copy of plain data; an own key `__proto__` stays an ordinary key. */
function copyOf(value: object): object {
  if (Array.isArray(value)) {
    const copy = value.slice();
    for (let at = 0; at < copy.length; at++) if (typeof copy[at] === 'object') copy[at] = copyOf(copy[at]);
    return copy;
  }
  const copy = { ...value } as Record<string, unknown>;
  for (const key of Object.keys(copy)) {
    const item = copy[key];
    if (typeof item === 'object' && item !== null) copy[key] = copyOf(item);
  }
  return copy;
}
