import type { ProblemList } from '../core/index.js';
import { isRecord } from './field.js';

type Side = 'mentors' | 'mentees';

/**
 * What holds between people: unique ids, references that lead somewhere, a date for time zones, reporting lines
 * without circles. It reads the input as the caller wrote it and passes over what is not what it should be, so
 * that these problems are reported together with those of single fields.
 */
export function checkCohort(input: unknown, problems: ProblemList): void {
  if (!isRecord(input)) return;
  const mentorPlaces = placesById(input, 'mentors', problems);
  const menteePlaces = placesById(input, 'mentees', problems);
  checkLists(input, 'mentees', ['preferredMentors', 'avoidedMentors'], mentorPlaces, problems);
  checkLists(input, 'mentors', ['preferredMentees', 'avoidedMentees'], menteePlaces, problems);
  checkMinimums(input, problems);
  checkReferenceDate(input, problems);
  if (isRecord(input.reportingLines)) checkReportingLines(input.reportingLines, problems);
}

/** The people of a side that are objects, with their places. */
function peopleOf(input: Record<string, unknown>, side: Side): [number, Record<string, unknown>][] {
  const people: unknown = input[side];
  if (!Array.isArray(people)) return [];
  return people.flatMap((person: unknown, index) => (isRecord(person) ? [[index, person]] : []));
}

function placesById(
  input: Record<string, unknown>,
  side: Side,
  problems: ProblemList,
): ReadonlyMap<unknown, number> {
  const places = new Map<unknown, number>();
  for (const [index, { id }] of peopleOf(input, side)) {
    // A numeric id is refused as such; lists that name it as a text are not to blame.
    const key = typeof id === 'number' ? String(id) : id;
    if (typeof key !== 'string' || key.trim() === '') continue;
    const earlier = places.get(key);
    if (earlier === undefined) places.set(key, index);
    else problems.add(`${side}[${index}].id`, id, `an id that ${side}[${earlier}] does not have already`);
  }
  return places;
}

function checkLists(
  input: Record<string, unknown>,
  side: Side,
  fields: readonly string[],
  known: ReadonlyMap<unknown, number>,
  problems: ProblemList,
): void {
  for (const [index, person] of peopleOf(input, side)) {
    for (const field of fields) {
      const list: unknown = person[field];
      if (!Array.isArray(list)) continue;
      const seen = new Set<unknown>();
      list.forEach((id: unknown, at) => {
        if (typeof id !== 'string' || id.trim() === '') return;
        const path = `${side}[${index}].${field}[${at}]`;
        if (!known.has(id)) {
          problems.add(path, id, `the id of a ${side === 'mentees' ? 'mentor' : 'mentee'} of this cohort`);
        } else if (seen.has(id)) problems.add(path, id, 'each id once');
        seen.add(id);
      });
    }
  }
}

/** A mentor's minimum is within the capacity; whether each is a number at all is said of the field. */
function checkMinimums(input: Record<string, unknown>, problems: ProblemList): void {
  for (const [index, { capacity, minimumMentees }] of peopleOf(input, 'mentors')) {
    const places = capacity === undefined || capacity === null ? 1 : capacity;
    if (typeof minimumMentees !== 'number' || typeof places !== 'number' || minimumMentees <= places)
      continue;
    const rule = `at most ${places}, the capacity of this mentor`;
    problems.add(`mentors[${index}].minimumMentees`, minimumMentees, rule);
  }
}

function checkReferenceDate(input: Record<string, unknown>, problems: ProblemList): void {
  if (input.referenceDate !== undefined && input.referenceDate !== null) return;
  for (const side of ['mentors', 'mentees'] as const) {
    for (const [index, { timeZone }] of peopleOf(input, side)) {
      if (typeof timeZone !== 'string') continue;
      const rule = `a date YYYY-MM-DD, since ${side}[${index}].timeZone is ${JSON.stringify(timeZone)}`;
      problems.add('referenceDate', undefined, rule);
      return;
    }
  }
}

/** Walks every reporting line once: a line that comes back to itself is one problem. */
function checkReportingLines(lines: Readonly<Record<string, unknown>>, problems: ProblemList): void {
  const managerOf = new Map(Object.entries(lines));
  const done = new Set<unknown>();
  for (const start of managerOf.keys()) {
    const onWay = new Set<unknown>();
    let person: unknown = start;
    while (typeof person === 'string' && !done.has(person) && !onWay.has(person)) {
      onWay.add(person);
      person = managerOf.get(person);
    }
    if (typeof person === 'string' && onWay.has(person)) {
      problems.add(
        `reportingLines[${JSON.stringify(person)}]`,
        managerOf.get(person),
        `reporting lines without a circle (${JSON.stringify(person)} reports to itself in the end)`,
      );
    }
    for (const id of onWay) done.add(id);
  }
}
