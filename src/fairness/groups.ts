import { canonicalTerm, compareText, type ProblemList } from '../core/index.js';
import { type CompiledCohort, isField, readField } from '../scoring/index.js';

/** What a person is read for: an entry of the compiled cohort's `people`. */
type Person = CompiledCohort['people']['mentees'][number] | CompiledCohort['people']['mentors'][number];

/** Notes a name that is no field that can group people. */
export function checkAttribute(attribute: unknown, problems: ProblemList): void {
  if (typeof attribute === 'string' && isField(attribute)) return;
  problems.add(
    'attribute',
    attribute,
    'the name of a field, such as "department" or "attributes.gender" (organization, department, team, location, grade, interests, languages, attributes.…)',
  );
}

/**
 * The group of a person: the value as canonical text; several values are one group of their own (`"a + b"`).
 *
 * @returns `null` where the value is unknown: missing, blank or an empty list
 */
export function groupOf(person: Person, attribute: string): string | null {
  const value = readField(person, attribute);
  if (value === undefined || value === null) return null;
  const terms = (Array.isArray(value) ? value : [value]).map((each) => canonicalTerm(String(each)));
  const group = [...new Set(terms)].filter(Boolean).sort(compareText).join(' + ');
  return group === '' ? null : group;
}
