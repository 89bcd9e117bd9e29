import type { ProblemList } from '../core/index.js';
import { listOf } from '../core/index.js';
import type { MenteeInput, MentorInput } from '../participants/index.js';

/** The people of a cohort, as callers or `parseCohort` write it. */
export interface PeopleOfCohort {
  readonly mentors: readonly MentorInput[];
  readonly mentees: readonly MenteeInput[];
}

const fields = [
  ...([
    'id',
    'name',
    'organization',
    'department',
    'team',
    'location',
    'grade',
    'timeZone',
    'trainedOn',
  ] as const),
  ...(['interests', 'languages', 'capacity', 'minimumMentees', 'mentorsWanted'] as const),
];
/** A field of a person that one cell can hold. */
export type PersonColumn = (typeof fields)[number] | `attributes.${string}`;

type Person = MentorInput | MenteeInput;

export function readPeople(cohort: PeopleOfCohort, problems: ProblemList) {
  const byId = (side: 'mentors' | 'mentees') => {
    const people = readPart(() => cohort?.[side]);
    const entries = readPart(() =>
      Array.isArray(people) ? people.flatMap((person) => (person ? [[person.id, person]] : [])) : undefined,
    );
    if (entries === undefined) problems.add(`cohort.${side}`, people, 'a list of people');
    return new Map((entries ?? []) as [string, Person][]);
  };
  return { mentor: byId('mentors'), mentee: byId('mentees') };
}

/** A part of what a caller passed, `undefined` where a getter or a proxy throws. */
export function readPart(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Notes a part of a matching that is no list of objects. */
export function requireList(list: unknown, path: string, problems: ProblemList): void {
  const areObjects = listOf(list)?.every((item) => typeof item === 'object' && item !== null);
  if (areObjects !== true) problems.add(path, list, 'a list, as matchCohort returns it');
}

/** Reads a field of a person as a cell, or `undefined` where no field has this name. */
export function personReader(name: string): ((person: Person | undefined) => string) | undefined {
  const attribute = /^attributes\.(.+)$/s.exec(name)?.[1];
  if (attribute === undefined && !(fields as readonly string[]).includes(name)) return undefined;
  return (person) => {
    if (person === undefined) return '';
    const own: Readonly<Record<string, unknown>> =
      (attribute === undefined ? person : person.attributes) ?? {};
    const key = attribute ?? name;
    return cellOf(Object.hasOwn(own, key) ? own[key] : undefined);
  };
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join('; ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
