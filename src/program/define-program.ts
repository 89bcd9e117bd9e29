import { addDays, addMonths } from './dates.js';
import {
  checked,
  date,
  id,
  listOf,
  listWithout,
  oneOf,
  orNull,
  type Read,
  readArgument,
  shape,
  text,
  weight,
  whole,
  withDefault,
} from './read.js';
import type {
  Cadence,
  ObjectiveWeight,
  Program,
  ProgramObjective,
  ProgramPerson,
  ProgramResource,
  TrainingTopic,
} from './types.js';

export const objectives: readonly ProgramObjective[] = ['careerAdvancement', 'skillDevelopment', 'culture'];

/** What a mentor and a mentee are trained in. */
export const trainingTopics = {
  mentor: ['guidance', 'feedback', 'support'],
  mentee: ['goalSetting', 'communication', 'managingTheRelationship'],
} as const satisfies Readonly<Record<string, readonly TrainingTopic[]>>;

type Loose<Shape> = { readonly [Name in keyof Shape]?: Shape[Name] | null };

/** A programme as a caller may write it; a `Program` is one. What is not said yet is left out or `null`. */
export interface ProgramInput {
  readonly id: string;
  readonly name: string;
  readonly objectives?:
    | readonly (
        | ProgramObjective
        | ({ readonly objective: ProgramObjective } & Loose<Omit<ObjectiveWeight, 'objective'>>)
      )[]
    | null;
  readonly sponsor?: string | (Pick<ProgramPerson, 'name'> & Loose<ProgramPerson>) | null;
  readonly lead?: string | (Pick<ProgramPerson, 'name'> & Loose<ProgramPerson>) | null;
  /** The first day, `YYYY-MM-DD`. */
  readonly start: string;
  /** Whole months, 1 … 60. */
  readonly lengthMonths: number;
  readonly cadence?: Cadence | null;
  readonly training?: Loose<Program['training']> | null;
  readonly resources?: readonly (string | (Pick<ProgramResource, 'title'> & Loose<ProgramResource>))[] | null;
  readonly schemaVersion?: 1 | null;
  /** Follows from `start` and `lengthMonths`; if given it must agree. */
  readonly end?: string | null;
}

/** A bare text stands for the object with that one field. */
const short =
  <Value>(name: string, read: Read<Value>): Read<Value> =>
  (value, path, problems) =>
    read(typeof value === 'string' ? { [name]: value } : value, path, problems);

const person: Read<ProgramPerson> = short(
  'name',
  shape('a name, or { name, contact }', { name: text(1, 200), contact: orNull(text(1, 500)) }),
);

const objective: Read<ObjectiveWeight> = short(
  'objective',
  shape('an objective, or { objective, weight, measure }', {
    objective: oneOf(...objectives),
    weight: withDefault(weight, 1),
    measure: orNull(text(1, 500)),
  }),
);

const resource: Read<ProgramResource> = short(
  'title',
  shape('a title, or { title, url, audience }', {
    title: text(1, 200),
    url: orNull(text(1, 2000)),
    audience: withDefault(oneOf('mentee', 'mentor', 'both'), 'both'),
  }),
);

export const readCadence: Read<Cadence> = shape('{ everyWeeks, minutes }', {
  everyWeeks: whole(1, 13),
  minutes: whole(15, 240),
});

const topics = (...allowed: readonly TrainingTopic[]): Read<readonly TrainingTopic[]> =>
  withDefault(
    listWithout(oneOf(...allowed), 'topic', (topic) => topic),
    [],
  );

const input = shape('a programme', {
  schemaVersion: withDefault(oneOf(1), 1),
  id,
  name: text(1, 200),
  objectives: withDefault(
    listWithout(objective, 'objective', (each) => each.objective),
    [],
  ),
  sponsor: orNull(person),
  lead: orNull(person),
  start: date,
  lengthMonths: whole(1, 60),
  end: orNull(date),
  cadence: orNull(readCadence),
  training: withDefault(
    shape('{ mentor, mentee }: lists of topics', {
      mentor: topics(...trainingTopics.mentor),
      mentee: topics(...trainingTopics.mentee),
    }),
    { mentor: [], mentee: [] },
  ),
  resources: withDefault(listOf(resource, 1000), []),
});

export const readProgram: Read<Program> = (value, path, problems) => {
  const read = checked(input, ({ start, lengthMonths, end }, note) => {
    const last = lastDay(start, lengthMonths);
    if (end !== null && end !== last) note('end', end, `${last}, which follows from start and lengthMonths`);
  })(value, path, problems);
  if (problems.length > 0) return read as Program;
  return { ...read, end: lastDay(read.start, read.lengthMonths) };
};

function lastDay(start: string, months: number): string {
  return addDays(addMonths(start, months), -1);
}

/**
 * Checks the definition of a programme and brings it into one shape. Only `id`, `name`, `start` and `lengthMonths`
 * are needed at once; `findReadinessGaps` says what else a launch needs.
 *
 * Defining what this returned gives the same again.
 *
 * @throws InputError with every problem
 *
 * @example
 * const program = defineProgram({
 *   id: 'p26', name: 'Mentoring 2026', objectives: ['skillDevelopment'], start: '2026-01-12', lengthMonths: 9,
 * });
 * program.end; // => '2026-10-11'
 */
export function defineProgram(program: ProgramInput): Program {
  return readArgument('defineProgram', '', program, readProgram);
}
