import type { ProblemList } from '../core/index.js';
import type { Participant } from '../participants/index.js';
import { isCalendarDate } from '../participants/inner.js';
import { isCompiledCohort } from '../scoring/index.js';
import { fieldGroup, isField } from '../scoring/inner.js';
import { type Fields, isFields, isId, isWhole, own, plainCopy } from './fields.js';

/** What is known of a person of one side. */
export interface ReadPerson {
  readonly id: string;
  readonly group: string | null;
  readonly optedIn: boolean;
  readonly trainedOn: string | null;
  /** Of a mentor; 0 of a mentee. */
  readonly capacity: number;
}

export interface ReadPeople {
  readonly mentees: readonly ReadPerson[];
  readonly mentors: readonly ReadPerson[];
}

/** Reads a cohort of any of its shapes; `undefined` where none was passed, or one that is a problem. */
export function readPeople(
  cohort: unknown,
  by: string | undefined,
  assumeOptedIn: boolean,
  problems: ProblemList,
): ReadPeople | undefined {
  if (by !== undefined && (typeof by !== 'string' || !isField(by))) {
    problems.add('by', by, 'the name of a field of people, such as "department" or "attributes.site"');
    return undefined;
  }
  if (cohort === undefined) {
    if (by !== undefined)
      problems.add('cohort', undefined, 'the cohort, as groups are asked for by a field of people');
    return undefined;
  }
  if (isCompiledCohort(cohort)) {
    const out = (side: 'mentee' | 'mentor') =>
      cohort.notOptedIn.filter((each) => each.side === side).map(({ id }) => ({ id, optedIn: false }));
    const { mentees, mentors } = cohort.people;
    return {
      mentees: readSide([...mentees, ...out('mentee')], 'mentees', by, true, problems),
      mentors: readSide([...mentors, ...out('mentor')], 'mentors', by, true, problems),
    };
  }
  const copy = plainCopy(cohort);
  if (!isFields(copy) || !Array.isArray(own(copy, 'mentees')) || !Array.isArray(own(copy, 'mentors'))) {
    problems.add('cohort', copy, '{ mentees, mentors }, as parseCohort gives them, or a compiled cohort');
    return undefined;
  }
  return {
    mentees: readSide(own(copy, 'mentees') as unknown[], 'mentees', by, assumeOptedIn, problems),
    mentors: readSide(own(copy, 'mentors') as unknown[], 'mentors', by, assumeOptedIn, problems),
  };
}

function readSide(
  people: readonly unknown[],
  side: 'mentees' | 'mentors',
  by: string | undefined,
  assumeOptedIn: boolean,
  problems: ProblemList,
): ReadPerson[] {
  const path = `cohort.${side}`;
  const seen = new Set<string>();
  return people.flatMap((person, index): ReadPerson[] => {
    const id = isFields(person) ? own(person, 'id') : undefined;
    if (!isFields(person) || !isId(id)) {
      problems.add(`${path}[${index}].id`, id, 'an id');
      return [];
    }
    if (seen.has(id)) problems.add(`${path}[${index}].id`, id, 'an id that nobody else of this side has');
    seen.add(id);
    const optedIn = own(person, 'optedIn') ?? assumeOptedIn;
    if (typeof optedIn !== 'boolean') problems.add(`${path}[${index}].optedIn`, optedIn, 'true or false');
    const capacity = own(person, 'capacity') ?? 1;
    if (!isWhole(capacity, 0, 1e6))
      problems.add(`${path}[${index}].capacity`, capacity, 'a whole number ≥ 0');
    const trainedOn = own(person, 'trainedOn') ?? null;
    if (trainedOn !== null && !(typeof trainedOn === 'string' && isCalendarDate(trainedOn))) {
      problems.add(`${path}[${index}].trainedOn`, trainedOn, 'a date that exists, YYYY-MM-DD');
    }
    return [
      {
        id,
        group: by === undefined ? null : fieldGroup(plainPerson(person), by),
        optedIn: optedIn === true,
        trainedOn: trainedOn as string | null,
        capacity: side === 'mentors' ? (capacity as number) : 0,
      },
    ];
  });
}

/** Reading a field looks at attributes as an object. */
function plainPerson(person: Fields): Participant {
  const attributes = own(person, 'attributes');
  return { ...person, attributes: isFields(attributes) ? attributes : undefined } as unknown as Participant;
}
