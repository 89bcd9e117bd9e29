import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError, isInputError, type Problem } from '../../src/core/index.js';
import { parseCohort, safeParseCohort } from '../../src/schema/index.js';
import { isParsedCohort } from '../../src/schema/inner.js';
import { cohortArbitrary } from '../support/arbitraries.js';

/** The problems of an input, as `path: rule`. */
function problemsOf(input: unknown, options?: { assumeOptedIn?: boolean }): readonly Problem[] {
  const result = safeParseCohort(input, options);
  if (result.success) return [];
  expect(() => parseCohort(input, options)).toThrow(InputError);
  return result.error.problems;
}

const ana = { id: 'ana', optedIn: true };
const lee = { id: 'lee', optedIn: true };
const cohortOf = (mentee: object, mentor: object = {}) => ({
  mentees: [{ ...ana, ...mentee }],
  mentors: [{ ...lee, ...mentor }],
});

const place = 'a text that is not blank';
const idRule = 'a text that is not blank (write numeric ids as text: "17")';
const termList = 'a list of texts';
const level = '0, or a number from 0.000001 to 1,000,000';
const time = 'a time HH:MM from 00:00 to 24:00';
const zone = 'an IANA time zone such as "Europe/Rome", or whole minutes east of UTC from -840 to 840';
const grade = 'a whole number: the rank of the grade, more is more senior';
const slot = { day: 1, start: '09:00', end: '10:00' };
const consent = 'true or false: has this person agreed to take part?';

/** What is refused in a mentee, where, and with which rule. */
const refused: readonly (readonly [fields: object, path: string, rule: string])[] = [
  [{ id: 17 }, 'id', idRule],
  [{ id: '' }, 'id', idRule],
  [{ id: ' \t' }, 'id', idRule],
  [{ id: null }, 'id', idRule],
  [{ id: undefined }, 'id', idRule],
  [{ name: 3 }, 'name', 'a text'],
  ...['interests', 'dislikes', 'languages'].flatMap((field) => [
    [{ [field]: 'climbing' }, field, termList] as const,
    [{ [field]: { 0: 'climbing' } }, field, termList] as const,
    [{ [field]: ['climbing', ''] }, `${field}[1]`, place] as const,
    [{ [field]: [null] }, `${field}[0]`, place] as const,
    [{ [field]: new Array(1) }, `${field}[0]`, place] as const,
    [{ [field]: [3] }, `${field}[0]`, place] as const,
  ]),
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', zone],
  [{ timeZone: '' }, 'timeZone', zone],
  [{ timeZone: 841 }, 'timeZone', zone],
  [{ timeZone: -841 }, 'timeZone', zone],
  [{ timeZone: 0.5 }, 'timeZone', zone],
  [{ timeZone: Number.NaN }, 'timeZone', zone],
  [{ availability: slot }, 'availability', 'a list of weekly slots { day, start, end }'],
  [{ availability: [null] }, 'availability[0]', 'a weekly slot { day, start, end }'],
  ...[0, 8, 1.5, '1', null].map(
    (day) =>
      [
        { availability: [{ ...slot, day }] },
        'availability[0].day',
        'a weekday from 1 (Monday) to 7 (Sunday)',
      ] as const,
  ),
  [{ availability: [slot, { ...slot, start: '9:00' }] }, 'availability[1].start', time],
  [{ availability: [{ ...slot, end: '24:01' }] }, 'availability[0].end', time],
  [
    { availability: [{ ...slot, end: '09:00' }] },
    'availability[0].end',
    'a time later than start (write a slot over midnight as two)',
  ],
  [
    { availability: [{ ...slot, ende: 1 }] },
    'availability[0].ende',
    'no field of this name; only day, start, end',
  ],
  ...['organization', 'department', 'team', 'location'].flatMap((field) => [
    [{ [field]: '' }, field, place] as const,
    [{ [field]: 7 }, field, place] as const,
  ]),
  ...[1.5, '3', Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, true].map(
    (value) => [{ grade: value }, 'grade', grade] as const,
  ),
  [{ trainedOn: '2026-02-29' }, 'trainedOn', 'a date that exists, written YYYY-MM-DD'],
  [{ trainedOn: new Date(0) }, 'trainedOn', 'a date that exists, written YYYY-MM-DD'],
  [{ survey: [] }, 'survey', '{ instrumentId, responses }'],
  [{ survey: { instrumentId: '', responses: {} } }, 'survey.instrumentId', place],
  [
    { survey: { instrumentId: 'x', responses: { a: true } } },
    'survey.responses.a',
    'an answer by item id: a number, a label, or null where unanswered',
  ],
  [
    { traits: { instrumentId: 'x', means: { 'odd name': '3' } } },
    'traits.means["odd name"]',
    'a mean by trait: a number, or null where unknown',
  ],
  [
    { traits: { instrumentId: 'x', means: { a: Number.NaN } } },
    'traits.means.a',
    'a mean by trait: a number, or null where unknown',
  ],
  ...['skills', 'skillsWanted'].flatMap((field) => [
    [{ [field]: 'SQL' }, field, 'a list of skills'] as const,
    [{ [field]: [4] }, `${field}[0]`, 'a name, or { name, level?, importance? }'] as const,
    [{ [field]: [' '] }, `${field}[0]`, 'a name, or { name, level?, importance? }'] as const,
    [{ [field]: [{ level: 1 }] }, `${field}[0].name`, place] as const,
    [{ [field]: ['a', { name: 'SQL', level: -1 }] }, `${field}[1].level`, level] as const,
    [{ [field]: [{ name: 'SQL', level: Number.NaN }] }, `${field}[0].level`, level] as const,
    [{ [field]: [{ name: 'SQL', level: '3' }] }, `${field}[0].level`, level] as const,
    [
      { [field]: [{ name: 'SQL', importance: Number.POSITIVE_INFINITY }] },
      `${field}[0].importance`,
      level,
    ] as const,
    [
      { [field]: [{ name: 'SQL', levle: 3 }] },
      `${field}[0].levle`,
      'no field of this name; only name, level, importance',
    ] as const,
  ]),
  ...[1, 'yes', 'true'].map((optedIn) => [{ optedIn }, 'optedIn', consent] as const),
  [{ attributes: ['x'] }, 'attributes', 'attributes by name'],
  ...[null, {}, [1], Number.NaN, () => 1].map(
    (value) =>
      [
        { attributes: { a: value } },
        'attributes.a',
        'a text, a finite number, true or false, or a list of texts',
      ] as const,
  ),
  [{ preferredMentors: 'lee' }, 'preferredMentors', 'a list of ids'],
  [{ preferredMentors: [3] }, 'preferredMentors[0]', idRule],
  [{ preferredMentors: ['kim'] }, 'preferredMentors[0]', 'the id of a mentor of this cohort'],
  [{ preferredMentors: ['Lee'] }, 'preferredMentors[0]', 'the id of a mentor of this cohort'],
  [{ preferredMentors: ['lee', 'lee'] }, 'preferredMentors[1]', 'each id once'],
  [{ avoidedMentors: ['ana'] }, 'avoidedMentors[0]', 'the id of a mentor of this cohort'],
];

test.each(refused)('a mentee with %j is refused at %s', (fields, path, rule) => {
  const problems = problemsOf({ ...cohortOf(fields), referenceDate: '2026-01-15' });
  expect(problems.map((problem) => [problem.path, problem.rule])).toEqual([[`mentees[0].${path}`, rule]]);
  // The value is what stands there.
  const [name] = Object.keys(fields);
  if (path === name) expect(problems[0]!.value).toBe((fields as Record<string, unknown>)[name]);
});

test.each([
  [{ capacity: -1 }, 'capacity', 'a whole number ≥ 0 (at most 1,000,000)'],
  [{ capacity: 1.5 }, 'capacity', 'a whole number ≥ 0 (at most 1,000,000)'],
  [{ capacity: '2' }, 'capacity', 'a whole number ≥ 0 (at most 1,000,000)'],
  [{ capacity: 1_000_001 }, 'capacity', 'a whole number ≥ 0 (at most 1,000,000)'],
  [{ capacity: Number.NaN }, 'capacity', 'a whole number ≥ 0 (at most 1,000,000)'],
  [{ capacity: Number.POSITIVE_INFINITY }, 'capacity', 'a whole number ≥ 0 (at most 1,000,000)'],
  [{ preferredMentees: ['lee'] }, 'preferredMentees[0]', 'the id of a mentee of this cohort'],
  [{ avoidedMentees: ['ana', 'ana'] }, 'avoidedMentees[1]', 'each id once'],
])('a mentor with %j is refused at %s', (fields, path, rule) => {
  const problems = problemsOf(cohortOf({}, fields));
  expect(problems.map((problem) => [problem.path, problem.rule])).toEqual([[`mentors[0].${path}`, rule]]);
});

test.each([
  ['skillWanted', '"skillsWanted" perhaps'],
  ['Interests', '"interests" perhaps'],
  ['time_zone', '"timeZone" perhaps'],
  ['optedin', '"optedIn" perhaps'],
  ['preferedMentors', '"preferredMentors" perhaps'],
])('a mistyped field %s is refused with the name it resembles', (field, hint) => {
  const [problem] = problemsOf(cohortOf({ [field]: ['x'] }));
  expect(problem!.path).toBe(`mentees[0].${field}`);
  expect(problem!.rule).toContain(hint);
});

test('a field of no known name is refused, even __proto__, and attributes are pointed out', () => {
  for (const field of ['xyzzy', '__proto__', 'constructor', 'shoe size', '']) {
    const person: unknown = JSON.parse(`{"id":"ana","optedIn":true,${JSON.stringify(field)}:{"a":1}}`);
    const [problem, ...more] = problemsOf({ mentees: [person], mentors: [] });
    expect(more).toEqual([]);
    expect(problem!.rule).toContain('attributes');
    expect(problem!.value).toEqual({ a: 1 });
  }
});

test.each<[unknown, string]>([
  [undefined, ''],
  [null, ''],
  ['{}', ''],
  [[], ''],
  [3, ''],
  [() => ({}), ''],
])('%j is no cohort', (input, path) => {
  const [problem] = problemsOf(input);
  expect([problem!.path, problem!.rule]).toEqual([path, 'a cohort: { mentors: [...], mentees: [...] }']);
});

test('sides that are missing or no lists, and people who are no objects, are refused', () => {
  const pathsOf = (input: unknown) => problemsOf(input).map(({ path, rule }) => `${path}: ${rule}`);
  expect(pathsOf({})).toEqual(['mentors: a list of mentors', 'mentees: a list of mentees']);
  expect(pathsOf({ mentors: null, mentees: { length: 0 } })).toEqual([
    'mentors: a list of mentors',
    'mentees: a list of mentees',
  ]);
  expect(pathsOf({ mentors: [], mentees: [null, 'ana', ['ana']] })).toEqual([
    'mentees[0]: a mentee: an object with an id',
    'mentees[1]: a mentee: an object with an id',
    'mentees[2]: a mentee: an object with an id',
  ]);
  expect(pathsOf({ mentors: [], mentees: [], mentor: [] })).toEqual([
    'mentor: no field of this name; "mentors" perhaps',
  ]);
});

test('all problems come together: of fields, of consent, between people, of lines and dates', () => {
  const input = {
    mentees: [
      { ...ana, timeZone: 'Europe/Rome', interests: [''] },
      { id: 'ana', preferredMentors: ['nobody', 'lee', 'lee'] },
      { ...ana, id: 17 },
    ],
    mentors: [
      { ...lee, capacity: -1, avoidedMentees: ['17', 'kim'] },
      { ...lee },
      { ...lee, id: 'x', grad: 1 },
    ],
    reportingLines: { ana: 'bo', bo: 'ana', cy: 3 },
  };
  expect(
    problemsOf(input)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(
    [
      'mentees[0].interests[0]',
      'mentees[1].id',
      'mentees[1].optedIn',
      'mentees[1].preferredMentors[0]',
      'mentees[1].preferredMentors[2]',
      'mentees[2].id',
      'mentors[0].avoidedMentees[1]',
      'mentors[0].capacity',
      'mentors[1].id',
      'mentors[2].grad',
      'referenceDate',
      'reportingLines.cy',
      'reportingLines["ana"]',
    ].sort(),
  );
});

test('a time zone by name needs a date, of which one person is reason enough', () => {
  const [problem, ...more] = problemsOf(cohortOf({ timeZone: 'Europe/Rome' }, { timeZone: 'UTC' }));
  expect(more).toEqual([]);
  expect(problem).toEqual({
    path: 'referenceDate',
    value: undefined,
    rule: 'a date YYYY-MM-DD, since mentors[0].timeZone is "UTC"',
  });
  expect(problemsOf(cohortOf({ timeZone: 840 }, { timeZone: -840 }))).toEqual([]);
});

test('a reporting line in a circle is one problem, a line of any length none', () => {
  const circle = { a: 'b', b: 'c', c: 'a', d: 'a', e: 'd' };
  expect(problemsOf({ ...cohortOf({}), reportingLines: circle }).length).toBe(1);
  expect(problemsOf({ ...cohortOf({}), reportingLines: { a: 'a' } }).length).toBe(1);
  expect(problemsOf({ ...cohortOf({}), reportingLines: [] }).length).toBe(1);
  const long = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`p${at}`, `p${at + 1}`]));
  expect(parseCohort({ ...cohortOf({}), reportingLines: long }).reportingLines).toEqual(long);
});

test('__proto__ is an id, an attribute and a manager like any other', () => {
  const input: unknown = JSON.parse(`{
    "mentees": [{ "id": "__proto__", "optedIn": true, "attributes": { "__proto__": "x", "constructor": 2 } }],
    "mentors": [{ "id": "constructor", "optedIn": true, "avoidedMentees": ["__proto__"] }],
    "reportingLines": { "__proto__": "constructor", "constructor": "toString" }
  }`);
  const { mentees, reportingLines } = parseCohort(input);
  expect(Object.entries(mentees[0]!.attributes!)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 2],
  ]);
  expect(Object.entries(reportingLines!)).toEqual([
    ['__proto__', 'constructor'],
    ['constructor', 'toString'],
  ]);
  expect(Object.getPrototypeOf(mentees[0]!.attributes)).toBe(Object.prototype);
  const circle: unknown = JSON.parse(
    '{"mentees":[],"mentors":[],"reportingLines":{"__proto__":"__proto__"}}',
  );
  expect(problemsOf(circle).length).toBe(1);
});

test('ids that differ only in case, composition or space are different people', () => {
  const ids = ['ana', 'Ana', 'ANA ', 'é', 'e\u0301', '🙂', '1', '01', '1.0'];
  const { mentees } = parseCohort({ mentees: ids.map((id) => ({ id, optedIn: true })), mentors: [] });
  expect(mentees.map(({ id }) => id)).toEqual(ids);
});

test('an interest of 10,000 characters and 5,000 interests are taken', () => {
  const interests = Array.from({ length: 5000 }, (_, at) => `interest ${at} 🎲`);
  const long = '🧗'.repeat(5000);
  const { mentees } = parseCohort(cohortOf({ interests: [...interests, long] }));
  expect(mentees[0]!.interests).toEqual([...interests, long]);
});

test('a value that is refused is shown shortened, and a getter that throws is a problem, not a crash', () => {
  const result = safeParseCohort(cohortOf({ interests: 'x'.repeat(10_000) }));
  expect(result.success ? '' : result.error.message.length).toBeLessThan(200);
  const trap = {
    get mentors(): never {
      throw new Error('no entry');
    },
    mentees: [],
  };
  const [problem, ...more] = problemsOf(trap);
  expect(more).toEqual([]);
  expect(problem!.rule).toContain('no entry');
  const person = Object.defineProperty({ ...ana }, 'grade', {
    enumerable: true,
    get: () => {
      throw 'thrown text';
    },
  });
  expect(problemsOf({ mentees: [person], mentors: [] }).length).toBe(1);
});

test('null is missing, in every field that may be missing', () => {
  const fields = ['name', 'interests', 'dislikes', 'languages', 'timeZone', 'availability', 'organization'];
  const more = [
    'department',
    'team',
    'location',
    'grade',
    'trainedOn',
    'survey',
    'traits',
    'skills',
    'attributes',
  ];
  const empty = Object.fromEntries([...fields, ...more].map((field) => [field, null]));
  const ofMentee = { skillsWanted: null, preferredMentors: null, avoidedMentors: undefined };
  const ofMentor = { capacity: null, preferredMentees: null, avoidedMentees: null };
  const cohort = parseCohort({
    ...cohortOf({ ...empty, ...ofMentee }, { ...empty, ...ofMentor }),
    reportingLines: null,
    referenceDate: null,
    notes: null,
  });
  expect(cohort).toEqual({ mentees: [ana], mentors: [{ ...lee, capacity: 1 }], notes: [] });
});

test('skills come out in one shape, and a mixture of forms is noted', () => {
  const { mentors, notes } = parseCohort(
    cohortOf({}, { skills: ['SQL', { name: 'R' }, { name: 'Go', level: 0, importance: 2 }] }),
  );
  expect(mentors[0]!.skills).toEqual([
    { name: 'SQL', level: 1, importance: 1 },
    { name: 'R', level: 1, importance: 1 },
    { name: 'Go', level: 0, importance: 2 },
  ]);
  expect(notes).toEqual([{ code: 'mixedSkillForms', bareNames: 2, withLevel: 1 }]);
  expect(parseCohort(cohortOf({ skills: ['SQL'], skillsWanted: ['R'] })).notes).toEqual([]);
});

test('consent is never guessed: missing and null are problems unless assumed, false stays false', () => {
  const input = {
    mentees: [{ id: 'a' }, { id: 'b', optedIn: null }, { id: 'c', optedIn: false }],
    mentors: [{ id: 'm', optedIn: true }],
  };
  expect(problemsOf(input).map(({ path }) => path)).toEqual(['mentees[0].optedIn', 'mentees[1].optedIn']);
  expect(problemsOf(input)[0]!.rule).toContain('assumeOptedIn: true');
  const { mentees } = parseCohort(input, { assumeOptedIn: true });
  expect(mentees.map(({ optedIn }) => optedIn)).toEqual([true, true, false]);
  // Only true assumes.
  expect(safeParseCohort(input, { assumeOptedIn: 'yes' as unknown as boolean }).success).toBe(false);
});

test('the error is named after the function that was called', () => {
  const result = safeParseCohort({});
  expect(result.success ? '' : result.error.function).toBe('safeParseCohort');
  expect(() => parseCohort({})).toThrow(/^parseCohort: 2 problems/);
});

test('what is parsed is known as parsed, a copy of it is not', () => {
  const cohort = parseCohort(cohortOf({}));
  expect(isParsedCohort(cohort)).toBe(true);
  expect(isParsedCohort({ ...cohort })).toBe(false);
  expect(isParsedCohort(null)).toBe(false);
});

test('parsing is idempotent, survives JSON, and leaves a deeply frozen input as it was', () => {
  fc.assert(
    fc.property(cohortArbitrary(), (input) => {
      const before = JSON.stringify(input);
      const cohort = parseCohort(freeze(input));
      expect(JSON.stringify(input)).toBe(before);
      expect(parseCohort(cohort)).toEqual(cohort);
      expect(parseCohort(JSON.parse(JSON.stringify(input)))).toEqual(cohort);
      expect(parseCohort(JSON.parse(JSON.stringify(cohort)))).toEqual(cohort);
    }),
    { numRuns: 200 },
  );
});

test('nothing in a parsed cohort is shared with the input', () => {
  const shared = { interests: ['a'], attributes: { list: ['b'] }, skills: [{ name: 'c', level: 1 }] };
  const input = { ...cohortOf(shared), reportingLines: { ana: 'lee' } };
  const cohort = parseCohort(input);
  const before = JSON.stringify(cohort);
  shared.interests.push('x');
  shared.attributes.list.push('x');
  shared.skills[0]!.level = 9;
  input.reportingLines.ana = 'x';
  input.mentors.length = 0;
  expect(JSON.stringify(cohort)).toBe(before);
});

test('any JSON at all is a cohort or an InputError', () => {
  const almost = fc.record({
    mentors: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue(), { maxLength: 3 })),
    mentees: fc.array(
      fc.dictionary(
        fc.constantFrom(
          'id',
          'optedIn',
          'interests',
          'skills',
          'availability',
          'timeZone',
          'attributes',
          'survey',
        ),
        fc.jsonValue(),
      ),
      { maxLength: 3 },
    ),
    reportingLines: fc.jsonValue(),
  });
  fc.assert(
    fc.property(fc.oneof(almost, fc.jsonValue(), fc.anything()), (input) => {
      const result = safeParseCohort(input);
      if (!result.success) {
        expect(isInputError(result.error)).toBe(true);
        expect(result.error.problems.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});

function freeze<Data>(data: Data): Data {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    for (const value of Object.values(data)) freeze(value);
  }
  return data;
}

test('levels so large or small that products would overflow or vanish are refused', () => {
  for (const value of [1e308, 1e-200, 1_000_001, Number.POSITIVE_INFINITY]) {
    for (const part of ['level', 'importance']) {
      const mentee = { id: 'a', optedIn: true, skillsWanted: [{ name: 's', [part]: value }] };
      expect(safeParseCohort({ mentors: [], mentees: [mentee] }).success).toBe(false);
    }
  }
});
