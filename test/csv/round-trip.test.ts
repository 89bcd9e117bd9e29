import { parse as parseWithCsvParse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  guardCell,
  historyFromCsv,
  pairsToCsv,
  parseParticipants,
  participantsToCsv,
  readTable,
  unguardCell,
  writeTable,
} from '../../src/csv/index.js';
import { parseCohort } from '../../src/schema/index.js';

/** Texts with everything that breaks tables. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(...'a,;:"\'=+-@|/() \t\r\n\u00a0\ufeff'.split(''), '=', '＝', '__proto__'),
    maxLength: 8,
  }),
  fc.constantFrom(
    '(none)',
    'none',
    'N/A',
    '__proto__',
    'constructor',
    '=HYPERLINK("x")',
    '@SUM(A1)',
    '\t=1',
    '-3',
    'a: 3',
  ),
);
const word = anyText.filter((text) => text.trim() !== '');
const words = fc.uniqueArray(word, { maxLength: 4 });
const level = fc.constantFrom(0, 1, 2.5, 3, 1e-7, 1e21);
const skills = fc.array(
  fc.oneof(word, fc.record({ name: word, level, importance: level }), fc.record({ name: word, level })),
  { maxLength: 3 },
);
const slot = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([, start, end]) => start < end)
  .map(([day, start, end]) => ({ day, start: clock(start), end: clock(end) }));
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** A record of this kind of values; `__proto__` may be one of its keys. */
const recordOf = <Value>(values: fc.Arbitrary<Value>) =>
  fc
    .uniqueArray(fc.tuple(word, values), { minLength: 1, maxLength: 3, selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));

const common = {
  name: word,
  interests: words,
  dislikes: words,
  languages: words,
  timeZone: fc.oneof(fc.integer({ min: -840, max: 840 }), fc.constantFrom('Europe/Rome', 'Asia/Kolkata')),
  availability: fc.array(slot, { maxLength: 3 }),
  organization: word,
  department: word,
  team: word,
  location: word,
  grade: fc.integer({ min: -5, max: 2 ** 40 }),
  trainedOn: fc.constantFrom('2026-02-28', '1999-12-31'),
  survey: recordOf(fc.oneof(fc.constant(null), number, anyText)).map((responses) => ({
    instrumentId: 'i',
    responses,
  })),
  traits: recordOf(fc.oneof(fc.constant(null), number)).map((means) => ({ instrumentId: 'j', means })),
  skills,
  attributes: fc
    .record(
      { text: anyText, '=number': number, flag: fc.boolean(), list: fc.array(anyText, { maxLength: 3 }) },
      { requiredKeys: [] },
    )
    .filter((attributes) => Object.keys(attributes).length > 0),
};
const person = (more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ id: word, optedIn: fc.boolean(), ...common, ...more }, { requiredKeys: ['id', 'optedIn'] });
const people = (more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.uniqueArray(person(more), { maxLength: 4, selector: ({ id }) => id });
const cohort = fc.record({
  mentors: people({
    capacity: fc.integer({ min: 0, max: 1_000_000 }),
    minimumMentees: fc.integer({ min: 0, max: 9 }),
    avoidedMentees: words,
  }),
  mentees: people({ skillsWanted: skills, preferredMentors: words }),
});
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(anyText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );
const delimiter = fc.constantFrom(',', ';', '\t') as fc.Arbitrary<',' | ';' | '\t'>;

describe('nothing is lost on the way through a spreadsheet', () => {
  it('people come back from their table to the letter', () => {
    fc.assert(
      fc.property(cohort, delimiter, (before, sign) => {
        const written = participantsToCsv(before as never, { delimiter: sign });
        const columns = JSON.parse(JSON.stringify(written.columns));
        const { participants, issues, summary } = parseParticipants(written.text, {
          columns,
          delimiter: sign,
        });
        expect(issues).toEqual([]);
        expect(participants).toEqual(before);
        expect(summary.unused).toEqual([]);
        expect(summary.rows).toBe(before.mentors.length + before.mentees.length);
      }),
      { numRuns: 400 },
    );
  });

  it('a checked cohort comes back as itself, reporting lines included', () => {
    const before = parseCohort({
      mentors: [{ id: 'leo', optedIn: true, skills: ['Chess; Go', { name: 'a:b', level: 2 }], capacity: 3 }],
      mentees: [
        { id: 'ana', optedIn: false, interests: [], skillsWanted: [{ name: 'R', level: 3, importance: 2 }] },
      ],
      reportingLines: { ana: 'leo' },
    });
    const { text, columns } = participantsToCsv(before);
    const again = parseCohort({ ...parseParticipants(text, { columns }).participants });
    expect(again).toEqual({ ...before, notes: again.notes });
  });

  it('cells come back whatever they hold, delimiter found or given', () => {
    fc.assert(
      fc.property(table, delimiter, (rows, sign) => {
        const text = writeTable(rows, { delimiter: sign });
        const { headers, rows: body } = readTable(text, sign);
        const isOneBlank = rows[0]!.length === 1;
        expect([headers, ...body].filter((row) => !isOneBlank || row[0] !== '')).toEqual(
          rows.filter((row) => !isOneBlank || row[0] !== ''),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('a second parser sees no cell that ours loses', () => {
    fc.assert(
      fc.property(table, delimiter, fc.constantFrom('\n', '\r\n'), (rows, sign, lineEnd) => {
        // Quoted by hand, so that the writer of this library cannot hide what its reader loses.
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign))
          .join(lineEnd);
        const theirs: string[][] = parseWithCsvParse(text, {
          delimiter: sign,
          relax_column_count: true,
          record_delimiter: lineEnd,
        });
        const { headers, rows: body } = readTable(text, sign);
        const ours = [headers, ...body];
        // A last row with nothing in it is the line end of the file.
        const last = theirs[theirs.length - 1]!;
        if (last.length === 1 && last[0] === '') theirs.pop();
        expect(ours.filter((row) => row.length > 0)).toEqual(theirs.map((row) => row.map(unguardCell)));
      }),
      { numRuns: 500 },
    );
  });

  it('pairs that were written are the history that is read', () => {
    const pairs = [
      { menteeId: 'ana@example.com', mentorId: '=cmd', score: 0.5, knownShare: 1, locked: true },
      { menteeId: '-bo', mentorId: 'leo, the "first"', score: 0.25, knownShare: 0.5, locked: false },
    ];
    const text = pairsToCsv({ mentors: [], mentees: [] }, { pairs });
    const { paired, declined, issues } = historyFromCsv(text);
    expect(paired).toEqual(pairs.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })));
    expect([declined, issues]).toEqual([[], []]);
  });
});

describe('hostile cells are inert and come back unchanged', () => {
  const hostile = [
    '=HYPERLINK("http://x","y")',
    '@SUM(A1:A9)',
    '\t=1+1',
    '+1+1',
    '-2+3',
    '\r=1',
    ' =1',
    '＝1',
    "'=1",
    "''@x",
    '"=1',
  ];

  it('no cell starts as a formula in what is written', () => {
    for (const cell of hostile) {
      expect(guardCell(cell)).toBe(`'${cell}`);
      expect(unguardCell(guardCell(cell))).toBe(cell);
    }
    const text = writeTable([hostile]);
    const [cells] = parseWithCsvParse(text) as string[][];
    expect(cells!.every((cell) => cell.startsWith("'"))).toBe(true);
    expect(readTable(text).headers).toEqual(hostile);
  });

  it('numbers and plain words are left alone', () => {
    for (const cell of ['-3', '+1.5', '2', 'a=b', "'tis", 'Ana', '']) expect(guardCell(cell)).toBe(cell);
  });

  it('unguarding undoes guarding for every text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
    );
  });
});

it.each([
  [
    'a list of people',
    {
      mentors: [],
      get mentees(): never {
        throw new TypeError('no entry');
      },
    },
  ],
  [
    'a person',
    {
      mentors: [
        {
          get id(): never {
            throw new TypeError('no entry');
          },
        },
      ],
      mentees: [],
    },
  ],
  [
    'a field',
    {
      mentors: [
        {
          id: 'a',
          get name(): never {
            throw new TypeError('no entry');
          },
        },
      ],
      mentees: [],
    },
  ],
  [
    'reporting lines',
    {
      mentors: [{ id: 'a' }],
      mentees: [],
      get reportingLines(): never {
        throw new TypeError('no entry');
      },
    },
  ],
])('%s that cannot be read is refused', (_, people) => {
  expect(() => participantsToCsv(people as never)).toThrow(
    /^participantsToCsv: people is .*; expected plain data$/,
  );
});
