import fc from 'fast-check';
import type { CohortInput, MenteeInput, MentorInput } from '../../src/participants/index.js';

/**
 * Random cohorts that `parseCohort` takes, with every field of a person present, missing or `null`. All pools
 * are small, so that people share interests, prefer and avoid each other, and stand on both sides.
 */
export interface CohortSize {
  /** Most mentees; 6 unless given, at most 12. */
  readonly mentees?: number;
  /** Most mentors; 6 unless given, at most 12. */
  readonly mentors?: number;
}

/** Ids that are alike, that objects have of their own, and that are not Latin. */
const ids = ['ana', 'Ana', 'bo', 'BO', '__proto__', 'constructor', 'é', 'e\u0301', '李', '1', '01', '🙂'];
const managers = [...ids, 'head', 'minister'];

/** Some of these are one term (case, space, width, composition), others only look alike. */
const words = [
  'climbing',
  ' Climbing',
  'C',
  'C++',
  'c#',
  'C♯',
  'caf\u00e9',
  'cafe\u0301',
  'ｊａｚｚ',
  'jazz',
  '🎲',
  '__proto__',
];

const idList = fc.array(fc.constantFrom(...ids), { maxLength: 4 });
const terms = fc.array(fc.constantFrom(...words), { maxLength: 5 });
const place = fc.constantFrom('north', 'south', 'North', 'west');
const date = fc.constantFrom('2024-02-29', '2025-12-31', '2026-01-15', '2026-07-01');
const level = fc.constantFrom(0, 0.5, 1, 2, 2.5, 3, 5);

const skill = fc.oneof(
  fc.constantFrom(...words),
  fc.record({ name: fc.constantFrom(...words), level, importance: level }, { requiredKeys: ['name'] }),
);
const skills = fc.array(skill, { maxLength: 5 });

const timeZone = fc.oneof(
  fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'),
  fc.constantFrom(-840, -300, 0, 60, 345, 840),
);

const slot = fc
  .record({ day: fc.integer({ min: 1, max: 7 }), from: fc.nat(47), length: fc.integer({ min: 1, max: 16 }) })
  .map(({ day, from, length }) => ({
    day,
    start: timeOfDay(from * 30),
    end: timeOfDay(Math.min(24 * 60, (from + length) * 30)),
  }));

const traitNames = ['extraversion', 'agreeableness', 'conscientiousness', 'openness', 'neuroticism'];
const traits = fc.record({
  instrumentId: fc.constant('mini-ipip-20'),
  means: recordOf(traitNames, fc.constantFrom(1, 2, 2.75, 3, 4.25, 5, null)),
});

const items = Array.from({ length: 20 }, (_, item) => `item${item + 1}`);
const survey = fc.record({
  instrumentId: fc.constant('mini-ipip-20'),
  responses: recordOf(items, fc.constantFrom(1, 2, 3, 4, 5, null)),
});

const attributes = fc.record(
  {
    site: place,
    hours: fc.constantFrom(-1, 0, 0.5, 4, 1000),
    remote: fc.boolean(),
    hobbies: terms,
  },
  { requiredKeys: [] },
);

const personFields = {
  name: orNull(fc.constantFrom('', 'Ana', 'Bo', '李')),
  interests: orNull(terms),
  dislikes: orNull(terms),
  languages: orNull(fc.array(fc.constantFrom('it', 'en', 'IT', 'fr'), { maxLength: 3 })),
  timeZone: orNull(timeZone),
  availability: orNull(fc.array(slot, { maxLength: 3 })),
  organization: orNull(place),
  department: orNull(place),
  team: orNull(place),
  location: orNull(place),
  grade: orNull(fc.integer({ min: -1, max: 6 })),
  trainedOn: orNull(date),
  skills: orNull(skills),
  attributes: orNull(attributes),
};

const answers = fc.oneof(
  fc.constant({}),
  fc.record({ survey: orNull(survey) }),
  fc.record({ traits: orNull(traits) }),
);

/** Nearly everybody wants to take part. */
const optedIn = fc.oneof(
  { weight: 7, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
);
const required = { id: fc.constantFrom(...ids), optedIn };

const mentee: fc.Arbitrary<MenteeInput> = person({
  skillsWanted: orNull(skills),
  preferredMentors: orNull(idList),
  avoidedMentors: orNull(idList),
});

const mentor: fc.Arbitrary<MentorInput> = person({
  capacity: orNull(fc.integer({ min: 0, max: 3 })),
  preferredMentees: orNull(idList),
  avoidedMentees: orNull(idList),
});

/** One manager each, who stands later in `managers`: no circles. */
const reportingLines = fc
  .array(fc.tuple(fc.nat(ids.length - 1), fc.nat(managers.length)), { maxLength: 6 })
  .map((lines) =>
    Object.fromEntries(
      lines.map(([report, step]) => [
        managers[report]!,
        managers[Math.min(managers.length - 1, report + 1 + step)]!,
      ]),
    ),
  );

/** Any cohort that `parseCohort` accepts, in the form in which a caller would write it. */
export function cohortArbitrary({ mentees = 6, mentors = 6 }: CohortSize = {}): fc.Arbitrary<CohortInput> {
  return fc
    .record({
      mentees: people(mentee, mentees),
      mentors: people(mentor, mentors),
      reportingLines: fc.option(reportingLines),
      referenceDate: fc.option(date),
    })
    .map((cohort) => onlyKnownIds(withZonesThatCanBeRead(cohort)));
}

/** `cohortArbitrary` together with an order of its own for both sides: the same people, shuffled. */
export function shuffledCohortArbitrary(
  size: CohortSize = {},
): fc.Arbitrary<{ readonly cohort: CohortInput; readonly shuffled: CohortInput }> {
  return cohortArbitrary(size).chain((cohort) =>
    fc
      .tuple(shuffled(cohort.mentees), shuffled(cohort.mentors))
      .map(([mentees, mentors]) => ({ cohort, shuffled: { ...cohort, mentees, mentors } })),
  );
}

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

function people<Person extends { readonly id: string }>(
  arbitrary: fc.Arbitrary<Person>,
  maxLength: number,
): fc.Arbitrary<Person[]> {
  return fc.uniqueArray(arbitrary, { selector: ({ id }) => id, maxLength });
}

function person<Fields extends Record<string, unknown>>(
  fields: {
    [Name in keyof Fields]: fc.Arbitrary<Fields[Name]>;
  },
) {
  const whole = fc.record({ ...required, ...personFields, ...fields }, { requiredKeys: ['id', 'optedIn'] });
  return fc.tuple(whole, answers).map(([one, other]) => ({ ...one, ...other }));
}

/** Lists may name anyone of the pool; only who is there may stay, and once. */
function onlyKnownIds(cohort: CohortInput): CohortInput {
  const menteeIds = new Set(cohort.mentees.map(({ id }) => id));
  const mentorIds = new Set(cohort.mentors.map(({ id }) => id));
  return {
    ...cohort,
    mentees: cohort.mentees.map((each) => keep(each, ['preferredMentors', 'avoidedMentors'], mentorIds)),
    mentors: cohort.mentors.map((each) => keep(each, ['preferredMentees', 'avoidedMentees'], menteeIds)),
  };
}

function keep<Person extends object, Name extends keyof Person>(
  one: Person,
  names: readonly Name[],
  known: ReadonlySet<string>,
): Person {
  const kept = { ...one };
  for (const name of names) {
    const list: unknown = one[name];
    if (Array.isArray(list)) kept[name] = [...new Set(list)].filter((id) => known.has(id)) as Person[Name];
  }
  return kept;
}

/** IANA zones need a day on which to look them up. */
function withZonesThatCanBeRead(cohort: CohortInput): CohortInput {
  const people = [...cohort.mentees, ...cohort.mentors];
  const needsDate = people.some(({ timeZone: zone }) => typeof zone === 'string');
  return needsDate ? { ...cohort, referenceDate: cohort.referenceDate ?? '2026-01-15' } : cohort;
}

function recordOf<Value>(
  keys: readonly string[],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<string, Value>> {
  const entry = fc.tuple(fc.constantFrom(...keys), value);
  return fc.uniqueArray(entry, { selector: ([key]) => key, maxLength: keys.length }).map(Object.fromEntries);
}

/** Missing is unknown, and so is `null`. */
function orNull<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(arbitrary, { freq: 9 });
}

function timeOfDay(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
