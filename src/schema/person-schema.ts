import * as z from 'zod';
import { type Field, isRecord, type Report } from './field.js';
import * as kinds from './field-kinds.js';
import { unknownFieldRule } from './problems-from-zod.js';

const id: Field = {
  ...kinds.text,
  jsonSchema: {
    ...kinds.text.jsonSchema,
    description: 'Unique on its side; the same id on both sides is the same person.',
  },
  check: (value, report) => {
    if (typeof value !== 'string' || value.trim() === '') report([], value, kinds.idRule);
  },
};

const person: Record<string, Field> = {
  id,
  name: {
    jsonSchema: { type: 'string' },
    check: (value, report) => {
      if (typeof value !== 'string') report([], value, 'a text');
    },
  },
  interests: kinds.terms,
  dislikes: kinds.terms,
  languages: kinds.terms,
  timeZone: kinds.timeZone,
  availability: kinds.availability,
  organization: kinds.text,
  department: kinds.text,
  team: kinds.text,
  location: kinds.text,
  grade: {
    jsonSchema: { type: 'integer' },
    check: (value, report) => {
      if (!Number.isSafeInteger(value)) {
        report([], value, 'a whole number: the rank of the grade, more is more senior');
      }
    },
  },
  trainedOn: kinds.calendarDate,
  survey: kinds.survey,
  traits: kinds.traits,
  skills: kinds.skills,
  optedIn: {
    jsonSchema: { type: 'boolean' },
    check: (value, report) => {
      if (typeof value !== 'boolean')
        report([], value, 'true or false: has this person agreed to take part?');
    },
  },
  attributes: kinds.attributes,
};

/** Largest capacity of one mentor; sums of capacities then stay far inside whole-number range. */
const largestCapacity = 1_000_000;

const mentorFields: Record<string, Field> = {
  ...person,
  capacity: {
    jsonSchema: {
      description: 'Places; 1 unless given.',
      type: 'integer',
      minimum: 0,
      maximum: largestCapacity,
    },
    check: (value, report) => {
      const isPlaces =
        Number.isInteger(value) && (value as number) >= 0 && (value as number) <= largestCapacity;
      if (!isPlaces) report([], value, 'a whole number ≥ 0 (at most 1,000,000)');
    },
  },
  // That it is at most the capacity holds between fields; see `checkCohort`.
  minimumMentees: {
    jsonSchema: {
      description: 'How many mentees at least; 0 unless given, at most capacity.',
      type: 'integer',
      minimum: 0,
      maximum: largestCapacity,
    },
    check: (value, report) => {
      if (!Number.isInteger(value) || (value as number) < 0) report([], value, 'a whole number ≥ 0');
    },
  },
  preferredMentees: kinds.ids('Best first where the objective is stable; nothing else reads their order.'),
  avoidedMentees: kinds.ids(),
};

/** Largest number of mentors that one mentee can want. */
const mostMentorsWanted = 100;

const menteeFields: Record<string, Field> = {
  ...person,
  skillsWanted: kinds.skills,
  mentorsWanted: {
    jsonSchema: {
      description: 'How many mentors; 1 unless given.',
      type: 'integer',
      minimum: 1,
      maximum: mostMentorsWanted,
    },
    check: (value, report) => {
      const isCount =
        Number.isInteger(value) && (value as number) >= 1 && (value as number) <= mostMentorsWanted;
      if (!isCount) report([], value, 'a whole number from 1 to 100');
    },
  },
  preferredMentors: kinds.ids('Best first.'),
  avoidedMentors: kinds.ids(),
};

/** A person whose fields were checked; each may still be `null`. */
export type CheckedPerson = Record<string, unknown> & { readonly id: string };

/**
 * A schema that checks a person in one pass over the fields that are there. A tree of zod schemas would make
 * a small object for each of the two dozen fields of each person, which takes four times as long for a large
 * cohort; zod keeps what it is good at, the frame and the issues.
 */
function personSchema(fields: Record<string, Field>, rule: string): z.ZodType<CheckedPerson> {
  const known = new Map(Object.entries(fields));
  const names = [...known.keys()];
  const check = (value: unknown, report: Report) => {
    if (!isRecord(value)) return report([], value, rule);
    if (value.id === undefined || value.id === null) report(['id'], value.id, kinds.idRule);
    for (const key of Object.keys(value)) {
      const item = value[key];
      const field = known.get(key);
      if (field === undefined) report([key], item, unknownFieldRule(key, names));
      else if (item !== undefined && item !== null) {
        field.check(item, (path, part, message) => report([key, ...path], part, message));
      }
    }
  };
  return z
    .custom<CheckedPerson>()
    .check(({ value, issues }) => {
      check(value, (path, input, message) =>
        issues.push({ code: 'custom', input, path: [...path], message }),
      );
    })
    .meta(jsonSchemaOf(fields));
}

function jsonSchemaOf(fields: Record<string, Field>): Record<string, unknown> {
  const properties = Object.entries(fields).map(([name, { jsonSchema }]) => {
    const { description, ...rest } = jsonSchema;
    const schema = name === 'id' ? rest : { anyOf: [rest, { type: 'null' }] };
    return [name, description === undefined ? schema : { description, ...schema }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: ['id'],
    additionalProperties: false,
  };
}

export const mentorSchema = personSchema(mentorFields, 'a mentor: an object with an id');
export const menteeSchema = personSchema(menteeFields, 'a mentee: an object with an id');
