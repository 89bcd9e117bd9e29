import { canonicalTerm, compareText, reading } from '../core/index.js';
import type { AttributeValue, Participant, TermReader } from '../participants/index.js';
import type { CompileContext, FieldsRead } from './kind.js';

/** Fields that a model can name besides `attributes.…`. */
const namedFields = [
  'organization',
  'department',
  'team',
  'location',
  'grade',
  'interests',
  'languages',
] as const;

/** Options that name the field or fields to compare. */
export type FieldOptions =
  | { readonly field: string; readonly menteeField?: never; readonly mentorField?: never }
  | { readonly field?: never; readonly menteeField: string; readonly mentorField: string };

export function isField(name: string): boolean {
  return (
    typeof name === 'string' &&
    ((namedFields as readonly string[]).includes(name) || /^attributes\../s.test(name))
  );
}

/** The value of a field, or `undefined` where it is unknown. @throws InputError for what is no person or field */
export function readField(person: Participant, field: string): AttributeValue | undefined {
  return reading('readField', 'person', person, 'a person (and field the name of a field)', () =>
    fieldOf(person, field),
  );
}

function fieldOf(person: Participant, field: string): AttributeValue | undefined {
  if (!field.startsWith('attributes.')) return person[field as (typeof namedFields)[number]];
  const { attributes } = person;
  const name = field.slice('attributes.'.length);
  return attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/**
 * The group of a person by a field: the value as canonical text; several values are one group of their own ("a + b").
 *
 * @returns `null` where the value is unknown: missing, blank or an empty list
 * @throws InputError for what is no person or field
 */
export function fieldGroup(person: Participant, field: string): string | null {
  return reading('fieldGroup', 'person', person, 'a person (and field the name of a field)', () =>
    groupOf(person, field),
  );
}

function groupOf(person: Participant, field: string): string | null {
  const value = fieldOf(person, field);
  if (value === undefined || value === null) return null;
  const terms = (typeof value === 'object' ? value : [value]).map((each) => canonicalTerm(String(each)));
  const group = [...new Set(terms)].filter(Boolean).sort(compareText).join(' + ');
  return group === '' ? null : group;
}

/**
 * A copy of a person with another value of a field; `undefined` makes it unknown.
 *
 * @throws InputError for what is no person or field
 */
export function withField<Person extends Participant>(
  person: Person,
  field: string,
  value: AttributeValue | undefined,
): Person {
  const rule = 'a person (and field the name of a field)';
  return reading('withField', 'person', person, rule, () => copyWith(person, field, value));
}

function copyWith<Person extends Participant>(
  person: Person,
  field: string,
  value: AttributeValue | undefined,
): Person {
  if (!field.startsWith('attributes.')) {
    const { [field as keyof Person]: _, ...rest } = person;
    return (value === undefined ? rest : { ...rest, [field]: value }) as Person;
  }
  const name = field.slice('attributes.'.length);
  const others = Object.entries(person.attributes ?? {}).filter(([key]) => key !== name);
  // `fromEntries` and not a spread: a name such as `__proto__` stays a name.
  const attributes = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
  return { ...person, attributes };
}

export function menteeField(options: FieldOptions): string {
  return options.menteeField ?? options.field;
}

export function mentorField(options: FieldOptions): string {
  return options.mentorField ?? options.field;
}

export function fieldsRead(options: FieldOptions): FieldsRead {
  return { mentees: [menteeField(options)], mentors: [mentorField(options)] };
}

/** The terms of a value: texts by the term reader, numbers and booleans as they are written. */
export function termsOf(value: AttributeValue | undefined, terms: TermReader): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return terms(value);
  if (typeof value === 'object') return value.flatMap((text) => terms(text));
  return [String(value)];
}

/** A number of each person, `NaN` where it is unknown or no number. */
export function numbersOf(people: readonly Participant[], field: string): Float64Array {
  return Float64Array.from(people, (person) => {
    const value = fieldOf(person, field);
    return typeof value === 'number' ? value : Number.NaN;
  });
}

/** Both sides' terms of the named fields. */
export function termListsOf(options: FieldOptions, { mentees, mentors, terms }: CompileContext) {
  return {
    mentees: mentees.map((mentee) => termsOf(fieldOf(mentee, menteeField(options)), terms)),
    mentors: mentors.map((mentor) => termsOf(fieldOf(mentor, mentorField(options)), terms)),
  };
}
