import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeIssue, parseParticipants } from '../../src/csv/index.js';
import { safeParseCohort } from '../../src/schema/index.js';

/** 300 in the suite; `npm run fuzz:csv` for 10,000. */
const files = Number(process.env.MANGLED_FILES ?? 300);

const sample = (file: string) => readFileSync(new URL(`../data/mentoring/${file}`, import.meta.url), 'utf8');
const form = [
  'Timestamp,E-mail,Name *,Role,Hobbies,Skills you can offer,Skills to learn,Time zone,Availability [Monday],Mentees,I consent,E1,E2,E3,Manager email,Start date of training',
  '1,ana@x.it,Ana,Mentee,"Chess, Go",,R;SQL,5.5,9-12,,yes,1,2,3,leo@x.it,2026-01-02',
  '2,leo@x.it,Leo,Mentor,Go,"R;Lead, coach",,Europe/Rome,"9-12, 14-16",1;2,I agree,4,5,1,,03/04/2026',
  '3,bo@x.it,Bo,both,,R,SQL,UTC+1,evening,0,no,,,,,',
].join('\r\n');
const sources = [
  sample('jonodrew_small_mentees.csv').slice(0, 3000),
  sample('qosf_sample_applicants.csv'),
  form,
  form.replaceAll(',', ';'),
  form.replaceAll(',', '\t'),
];
const pieces = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\ufeff',
    '\0',
    '=1+1',
    '__proto__',
    '-',
    '',
    ' ',
    '1e999',
    'é',
  ],
  ...[
    '\n\n',
    '\n,,,,\n',
    'constructor',
    '24:00',
    '99:99-0:00',
    '(none)',
    '\ud800',
    '2026-02-30',
    'NaN',
    '∞',
    'Mon-',
    '[',
    ']',
  ],
];

/** A small seeded generator (mulberry32), so that a failing file can be made again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function mangledFile(seed: number): string {
  const random = randomFrom(seed);
  let text = sources[random(sources.length)]!;
  for (let change = 1 + random(12); change > 0; change--) {
    const at = random(text.length + 1);
    const length = random(4) === 0 ? random(200) : random(3);
    const kind = random(4);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + length);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    else
      text = text.slice(0, at) + pieces[random(pieces.length)]! + text.slice(at + (kind === 2 ? 0 : length));
  }
  return text;
}

const roles = ['mentor', 'mentee', 'both', undefined] as const;

describe('a mangled file never breaks the reader', () => {
  it(`${files} mangled files: issues name a row and a column, counts add up, people are valid`, () => {
    let people = 0;
    for (let seed = 0; seed < files; seed++) {
      const text = mangledFile(seed);
      const role = roles[seed % 4];
      const { participants, issues, summary } = parseParticipants(text, {
        ...(role === undefined ? {} : { role }),
        assumeOptedIn: true,
        duplicates: seed % 3 === 0 ? 'keep-last' : 'keep-first',
      });
      const fail = `seed ${seed}`;
      expect(summary.accepted + summary.rejected, fail).toBe(summary.rows);
      expect(summary.mentors + summary.mentees - summary.onBothSides, fail).toBe(summary.accepted);
      expect([participants.mentors.length, participants.mentees.length], fail).toEqual([
        summary.mentors,
        summary.mentees,
      ]);
      const lastRow = summary.rows + summary.blankRows + 1;
      for (const issue of issues) {
        const isPlaced = Number.isInteger(issue.row) && issue.row >= 1 && issue.row <= lastRow;
        expect(isPlaced && issue.column !== '' && issue.rule !== '', `${fail}: ${describeIssue(issue)}`).toBe(
          true,
        );
      }
      const rejectedRows = new Set(
        issues.flatMap(({ severity, row }) => (severity === 'error' ? [row] : [])),
      );
      expect(rejectedRows.size, fail).toBe(summary.rejected);
      expect(
        issues.map(({ row }) => row),
        fail,
      ).toEqual(issues.map(({ row }) => row).sort((one, other) => one - other));
      people += summary.accepted;
      const parsed = safeParseCohort({ ...participants, reportingLines: null, referenceDate: '2026-01-01' });
      // Lists may name people who are in no table; that is for the whole cohort to say.
      const problems = parsed.success ? [] : parsed.error.problems;
      const own = problems.filter(({ rule }) => !rule.startsWith('the id of a '));
      expect(own, fail).toEqual([]);
    }
    expect(people).toBeGreaterThan(files);
  }, 600_000);
});
