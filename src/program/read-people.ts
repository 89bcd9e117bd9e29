/** The few things this room looks at in people; whatever else a person has is not read. */
import type { Cohort, CohortInput } from '../participants/index.js';
import { date, flag, id, listOf, orNull, type Read, whole, withDefault } from './read.js';

export interface KnownSkill {
  readonly name: string;
  readonly level: number;
  readonly importance: number;
}

export interface KnownPerson {
  readonly id: string;
  readonly optedIn: boolean;
  readonly capacity: number;
  readonly skills: readonly KnownSkill[] | null;
  readonly skillsWanted: readonly KnownSkill[] | null;
  readonly trainedOn: string | null;
}

export interface KnownCohort {
  readonly mentors: readonly KnownPerson[];
  readonly mentees: readonly KnownPerson[];
}

/** A cohort as `parseCohort` returns it or as a caller writes it. */
export type AnyCohort = Cohort | CohortInput;

/** Reads these fields of an object and leaves the others alone. */
const fieldsOf =
  <Fields extends Readonly<Record<string, unknown>>>(
    what: string,
    fields: { readonly [Name in keyof Fields]: Read<Fields[Name]> },
  ): Read<Fields> =>
  (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.add(path, value, what);
      return undefined as unknown as Fields;
    }
    const read: Record<string, unknown> = {};
    for (const name of Object.keys(fields)) {
      const place = path === '' ? name : `${path}.${name}`;
      const found = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      read[name] = (fields[name] as Read<unknown>)(found, place, problems);
    }
    return read as Fields;
  };

const amount: Read<number> = (value, path, problems) => {
  if (typeof value === 'number' && value >= 0 && value <= 1e6) return value;
  problems.add(path, value, 'a number from 0 to 1000000');
  return 0;
};

const skill: Read<KnownSkill> = (value, path, problems) =>
  fieldsOf('a skill: a name, or { name, level, importance }', {
    name: id,
    level: withDefault(amount, 1),
    importance: withDefault(amount, 1),
  })(typeof value === 'string' ? { name: value } : value, path, problems);

const skills = orNull(listOf(skill));

const person: Read<KnownPerson> = fieldsOf('a participant', {
  id,
  optedIn: withDefault(flag, false),
  capacity: withDefault(whole(0, 1_000_000), 1),
  skills,
  skillsWanted: skills,
  trainedOn: orNull(date),
});

const people = listOf(person, 10_000_000);

export const readPeople: Read<KnownCohort> = fieldsOf('a cohort: { mentors, mentees }', {
  mentors: people,
  mentees: people,
});
