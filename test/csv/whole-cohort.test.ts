import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeIssue,
  historyFromCsv,
  parseParticipants,
  participantsToCsv,
  readTable,
} from '../../src/csv/index.js';
import { type ReportingLine, reportingLinesOf } from '../../src/csv/reporting-lines.js';
import type { CellIssue } from '../../src/csv/types.js';
import { matchCohort } from '../../src/matching/index.js';
import { parseCohort } from '../../src/schema/index.js';

/** One cell never costs everybody their place: what a cohort would be refused for is left out, and told. */
describe('one cell does not refuse the cohort', () => {
  it('reporting lines in a circle: the line that closes it is left out, and those in it stay in one chain', () => {
    const { participants, issues } = parseParticipants(
      'Employee ID,Role,Manager ID,Consent\n1,mentor,2,yes\n2,mentee,3,yes\n3,mentee,1,yes\n4,mentee,1,yes',
    );
    expect(participants.reportingLines).toEqual({ 1: '2', 2: '3', 4: '1' });
    expect(issues.map(({ row, column, value, severity }) => [row, column, value, severity])).toEqual([
      [4, 'Manager ID', '1', 'warning'],
    ]);
    const model = {
      factors: { shared: { kind: 'sharedInterests', weight: 1 } },
      rules: [{ kind: 'notInManagementChain' }],
    } as const;
    expect(matchCohort(participants, { model }).pairs).toEqual([]);
  });

  it('of any lines, those kept are free of circles, and only a line that closes one is left out', () => {
    const people = fc.array(fc.nat(7), { maxLength: 8 });
    fc.assert(
      fc.property(people, (managers) => {
        const lines = new Map<string, ReportingLine>();
        for (const [at, manager] of managers.entries()) {
          const line = { managerId: String(manager), row: at + 2, column: 'Manager', cell: String(manager) };
          if (manager !== at) lines.set(String(at), line);
        }
        const issues: CellIssue[] = [];
        const kept = reportingLinesOf(lines, issues);
        expect(Object.keys(kept)).toHaveLength(lines.size - issues.length);
        expect(parseCohort({ mentors: [], mentees: [], reportingLines: kept }).reportingLines).toEqual(kept);
        for (const { row, value } of issues) {
          const closed = { ...kept, [row - 2]: value };
          expect(() => parseCohort({ mentors: [], mentees: [], reportingLines: closed })).toThrow('circle');
        }
      }),
    );
  });

  it('a level beyond what a cohort takes is left out, the skill stays', () => {
    const { participants, issues } = parseParticipants(
      'id,Role,Skills,Rate your skills [Go],Rate your skills [C],Consent\n' +
        '1,mentor,SQL: 99999999; R: 3,3,99999999,yes\n2,mentee,R,2,1,yes\n3,mentee,R,1,3,yes\n4,mentee,R,4,3,yes',
    );
    expect(participants.mentors[0]!.skills).toEqual([
      'SQL',
      { name: 'R', level: 3 },
      { name: 'Go', level: 3 },
    ]);
    expect(issues.map(describeIssue)).toEqual([
      'row 2, column "Skills": "SQL: 99999999; R: 3"; expected a level after "SQL": 0, or a number from 0.000001 to 1,000,000; the level was left out',
      'row 2, column "Rate your skills [C]": "99999999"; expected a level: 0, or a number from 0.000001 to 1,000,000',
    ]);
    expect(() => parseCohort(participants)).not.toThrow();
  });
});

describe('one person is one id', () => {
  it('accents as one sign or as two: the same person on both sides, never paired with themself', () => {
    const { participants, issues } = parseParticipants(
      'id,Role,Mentees to avoid\njos\u00e9,mentor,rene\u0301\njose\u0301,mentee,\nren\u00e9,mentee,',
      { assumeOptedIn: true },
    );
    expect([...participants.mentors, ...participants.mentees].map(({ id }) => id)).toEqual([
      ...['jos\u00e9', 'jos\u00e9', 'ren\u00e9'],
    ]);
    expect(participants.mentors[0]!.avoidedMentees).toEqual(['ren\u00e9']);
    expect(issues).toEqual([]);
    expect(matchCohort(participants).pairs).toEqual([]);
    const { paired } = historyFromCsv('menteeId,mentorId\njose\u0301,rene\u0301');
    expect(paired).toEqual([{ menteeId: 'jos\u00e9', mentorId: 'ren\u00e9' }]);
  });
});

describe('ids that look the same', () => {
  it('in other letters are two people, which is told; what participantsToCsv wrote means itself', () => {
    const text = 'Employee ID,Role\nE1,mentor\nE1,mentee\ne1,mentee\nE2,mentee';
    const { participants, issues } = parseParticipants(text, { assumeOptedIn: true });
    expect(participants.mentees.map(({ id }) => id)).toEqual(['E1', 'e1', 'E2']);
    expect(issues.map(describeIssue)).toEqual([
      'row 4, column "Employee ID": "e1"; row 2 has "E1"; the two are taken as two people',
    ]);
    const written = participantsToCsv(participants);
    expect(parseParticipants(written.text, { columns: written.columns }).issues).toEqual([]);
  });
});

describe('issues as sentences', () => {
  it('what is said of the whole table quotes no cell; a note says what was made of the cell', () => {
    const said = (text: string, options = {}) => parseParticipants(text, options).issues.map(describeIssue);
    expect(said('id,Role\n1,mentor')).toEqual([
      'row 1, column "id": expected a consent column (a column rule to "optedIn"), or the option assumeOptedIn: have these people agreed?',
    ]);
    const text = 'id,Role,Capacity,Interests,Consent\n1,mentor,1;2,Go;Chess,\n2,mentor,3+,Go,yes';
    expect(said(text, { options: { Interests: ['Go'] } })).toEqual([
      'row 2, column "Capacity": "1;2"; read as 2, the largest of several',
      'row 2, column "Interests": "Go;Chess"; "Chess" is none of the options and was kept as an answer of its own',
      'row 2, column "Consent": blank; expected an answer; a blank consent is taken as no',
      'row 3, column "Capacity": "3+"; read as 3',
    ]);
  });
});

describe('readTable', () => {
  it('refuses what is no text', () => {
    expect(() => readTable(null as never)).toThrow('readTable: text is null; expected a text');
  });
});

describe('participantsToCsv', () => {
  it('refuses what are no people, and values of a wrong type, with their place', () => {
    const refused = (people: unknown) => () => participantsToCsv(people as never);
    expect(refused(null)).toThrow(
      /participantsToCsv: 2 problems.*people.mentors is missing.*people.mentees is/s,
    );
    expect(refused({ mentors: [null], mentees: [{ id: 3 }] })).toThrow(
      /mentors\[0\] is null.*mentees\[0\] is/s,
    );
    expect(refused({ mentors: [{ id: 'a' }, { id: 'a' }], mentees: [{ id: 'a' }] })).toThrow(
      'participantsToCsv: people.mentors[1].id is "a"; expected each id once on its side',
    );
    const wrong = { id: 'a', interests: 'jazz', skills: [3] };
    expect(refused({ mentors: [], mentees: [{ id: 'b' }, wrong] })).toThrow(
      /2 problems.*people.mentees\[1\].skills is \[3\].*people.mentees\[1\].interests is "jazz"/s,
    );
  });
});
