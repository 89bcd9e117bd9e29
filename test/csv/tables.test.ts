import { describe, expect, it } from 'vitest';
import { isInputError } from '../../src/core/index.js';
import {
  historyFromCsv,
  inferColumns,
  pairsToCsv,
  readTable,
  scoresToCsv,
  unmatchedToCsv,
} from '../../src/csv/index.js';
import type { UnmatchedReason } from '../../src/index.js';

const people = {
  mentors: [{ id: 'leo', name: '=cmd()', attributes: { site: 'Rome' } }],
  mentees: [{ id: 'ana', name: 'Ana, "the first"' }, { id: 'bo' }],
};
const pairs = [{ menteeId: 'ana', mentorId: 'leo', score: 0.75, knownShare: 1, locked: false }];
const rowsOf = (text: string) => {
  const { headers, rows } = readTable(text);
  return [headers, ...rows];
};

describe('a matching becomes tables', () => {
  it('pairs have names, and whatever columns the caller wants', () => {
    expect(rowsOf(pairsToCsv(people, { pairs }))).toEqual([
      ['menteeId', 'mentee.name', 'mentorId', 'mentor.name', 'score', 'knownShare', 'locked'],
      ['ana', 'Ana, "the first"', 'leo', '=cmd()', '0.75', '1', 'no'],
    ]);
    const text = pairsToCsv(
      people,
      { pairs },
      { delimiter: ';', columns: [['Who', 'mentor.name'], 'mentor.attributes.site'] },
    );
    expect(text).toBe("Who;mentor.attributes.site\r\n'=cmd();Rome\r\n");
  });

  it('a column of no known name is an error that names it', () => {
    try {
      pairsToCsv(people, { pairs }, { columns: ['mentor.survey' as never] });
      expect.unreachable();
    } catch (error) {
      expect(isInputError(error) && error.problems[0]!.path).toBe('options.columns[0]');
    }
  });

  it('who is unmatched stands with the reason and its numbers', () => {
    const text = unmatchedToCsv(people, {
      bottlenecks: [{ menteeIds: ['ana', 'bo'], mentorIds: ['leo'], places: 1 }],
      unmatched: [
        { id: 'bo', side: 'mentee', reason: { code: 'notEnoughPlaces', bottleneck: 0 } },
        {
          id: 'leo',
          side: 'mentor',
          reason: { code: 'noEligibleMentee', rules: [{ rule: 'avoided', pairs: 2 }] },
        },
      ],
    });
    expect(rowsOf(text).slice(1)).toEqual([
      ['bo', '', 'mentee', 'notEnoughPlaces', '2 mentees; 1 places'],
      ['leo', '=cmd()', 'mentor', 'noEligibleMentee', 'avoided 2'],
    ]);
  });

  it.each([
    [
      {
        code: 'noEligibleMentor',
        rules: [
          { rule: 'gradeGap', pairs: 2 },
          { rule: 'avoided', pairs: 1 },
        ],
      },
      'gradeGap 2; avoided 1',
    ],
    [{ code: 'belowMinimumScore', best: 0.1, minimumScore: 0.2 }, 'best 0.1; minimum 0.2'],
    [{ code: 'totalPreferred', pairsGained: 1, scoreLost: 0.3 }, 'pairs gained 1; score lost 0.3'],
    [{ code: 'heldByOthers', eligibleMentors: 3 }, 'eligible mentors 3'],
    [{ code: 'menteesPlacedElsewhere', eligibleMentees: 4 }, 'eligible mentees 4'],
    [{ code: 'notEnoughPlaces', bottleneck: 7 }, ''],
    [{ code: 'notOptedIn' }, ''],
  ] as [UnmatchedReason, string][])('the reason $code has its numbers in the cell', (reason, detail) => {
    const text = unmatchedToCsv(people, {
      bottlenecks: [],
      unmatched: [{ id: 'bo', side: 'mentee', reason }],
    });
    expect(rowsOf(text)[1]).toEqual(['bo', '', 'mentee', reason.code, detail]);
  });

  it('scores are written with six decimals; pairs that may not be made are blank or left out', () => {
    const cohort = {
      menteeIds: ['ana', 'bo'],
      mentorIds: ['leo', 'kim'],
      writeScores: (mentee: number, out: Int32Array) => out.set(mentee === 0 ? [1_000_000, -1] : [5, 0]),
    };
    expect(rowsOf(scoresToCsv(cohort))).toEqual([
      ['menteeId', 'leo', 'kim'],
      ['ana', '1.000000', ''],
      ['bo', '0.000005', '0.000000'],
    ]);
    expect(rowsOf(scoresToCsv(cohort, { shape: 'long', menteeIds: ['ana'] }))).toEqual([
      ['menteeId', 'mentorId', 'score'],
      ['ana', 'leo', '1.000000'],
    ]);
  });

  it('a history tells earlier pairs from declined ones, and its rows add up', () => {
    const text =
      'Mentee email,Mentor email,Outcome\nA@x.it,l@x.it,done\na@x.it,l@x.it,done\nb@x.it,l@x.it,Declined\n,l@x.it,\n';
    const { paired, declined, issues, summary } = historyFromCsv(text);
    expect(paired).toEqual([{ menteeId: 'a@x.it', mentorId: 'l@x.it' }]);
    expect(declined).toEqual([{ menteeId: 'b@x.it', mentorId: 'l@x.it' }]);
    expect(issues.map(({ row, code }) => [row, code])).toEqual([
      [3, 'duplicateId'],
      [5, 'missingId'],
    ]);
    expect(summary.paired + summary.declined + summary.repeated + summary.rejected).toBe(summary.rows);
  });
});

describe('headers say what columns mean', () => {
  const targets = (headers: string[], rows: string[][] = []) =>
    inferColumns(headers, rows).columns.map(({ header, to }) => [header, to]);

  it('in English and in Italian', () => {
    const headers = [
      'Matricola',
      'Nome',
      'Cognome',
      'Azienda',
      'Reparto',
      'Sede',
      'Hobby e interessi',
      'Fuso orario',
    ];
    expect(
      targets([...headers, 'Competenze che vorresti sviluppare', 'Lingue parlate', 'Email del responsabile']),
    ).toEqual([
      ['Matricola', 'id'],
      ['Nome', 'name'],
      ['Cognome', 'name'],
      ['Azienda', 'organization'],
      ['Reparto', 'department'],
      ['Sede', 'location'],
      ['Hobby e interessi', 'interests'],
      ['Fuso orario', 'timeZone'],
      ['Competenze che vorresti sviluppare', 'skillsWanted'],
      ['Lingue parlate', 'languages'],
      ['Email del responsabile', 'managerId'],
    ]);
  });

  it.each([
    ['Campus', 'location'],
    ['Your campus', 'location'],
  ])('%s alone is a %s', (header, field) => {
    expect(targets([header])).toEqual([[header, field]]);
  });

  it('a last name that comes first is still the last', () => {
    expect(targets(['Email', 'Last name', 'First name'])).toEqual([
      ['Email', 'id'],
      ['First name', 'name'],
      ['Last name', 'name'],
    ]);
  });

  it('grids, one column per option, skills with levels and 1/0 roles', () => {
    const headers = [
      ...['E-mail (required)', 'Mentor', 'Mentee', 'Interests [Chess]', 'Rate your skills [Python]'],
      'What time are you available? [09:00 - 12:00 local time]',
    ];
    const rows = [
      ['a@x.it', '1', '0', 'Chess', '3', 'Monday, Friday'],
      ['b@x.it', '0', '1', '', '5', ''],
    ];
    expect(inferColumns(headers, rows).columns.map(({ confidence, why, header, ...rule }) => rule)).toEqual([
      { to: 'id', lowerCase: true },
      { to: 'role', flag: 'mentor' },
      { to: 'role', flag: 'mentee' },
      { to: 'interests', option: 'Chess' },
      { to: 'skills', levelOf: 'Python' },
      { to: 'availability', slot: '09:00 - 12:00 local time' },
    ]);
  });

  it('what no field fits is kept as an attribute or left unused with a reason; nothing vanishes', () => {
    const headers = ['Timestamp', 'Email', 'Gender', 'Story', 'Phone'];
    const story =
      'I have been with the company for a long time and would love to meet somebody who knows the field well.';
    const { columns, unused } = inferColumns(headers, [['1', 'a@x.it', 'F', story, '123']]);
    expect([...columns, ...unused].map(({ header }) => header).sort()).toEqual([...headers].sort());
    expect(columns[1]).toMatchObject({ to: 'attributes', name: 'Gender', confidence: 'low' });
    expect(columns[1]!.why).toContain('sensitive');
  });
});
