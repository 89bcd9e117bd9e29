/**
 * How long 50,000 rows × 30 columns take to read, and how much memory.
 *
 *     npm run bench:csv [-- rows]
 */
import { parseParticipants, participantsToCsv, readTable } from '../src/csv/index.js';

const rows = Number(process.argv[2] ?? 50_000);
const topics = [
  'Chess',
  'Go',
  'Reading (novels, essays)',
  'Climbing',
  'Music',
  'Leadership, coaching',
  'Cooking',
];
const zones = ['5.5', '+05:30', 'UTC+1', 'Europe/Rome', '(UTC+01:00) Rome', '-3', ''];
const labels = ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'];

/** mulberry32: the same table on every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function makeTable(): string {
  const random = randomFrom(1);
  const pick = <Item>(items: readonly Item[]) => items[random(items.length)]!;
  const several = () => topics.filter(() => random(3) === 0).join(';');
  const header = [
    ...[
      'Timestamp',
      'Email address',
      'First name',
      'Last name',
      'Role',
      'Company',
      'Department',
      'Country',
      'Grade',
    ],
    ...['Time zone', 'Hobbies', 'Skills you can offer', 'Skills you want to learn', 'Languages', 'Capacity'],
    ...['I consent', 'Availability [Monday]', 'Availability [Tuesday]', 'Manager email', 'Gender'],
    ...Array.from({ length: 10 }, (_, at) => `Q${at + 1}`),
  ];
  const lines = [header.map((cell) => `"${cell}"`).join(',')];
  for (let at = 0; at < rows; at++) {
    const cells = [
      ...[
        '2026-01-05 10:00',
        `person${at}@example.com`,
        `First${at}`,
        `Last${at}`,
        pick(['Mentor', 'Mentee', 'Both']),
      ],
      ...[
        pick(['Acme', 'Globex']),
        pick(['HR', 'IT', 'Sales']),
        pick(['Italy', 'India']),
        String(1 + random(9)),
      ],
      ...[pick(zones), several(), several(), several(), pick(['English', 'English;Italian'])],
      ...[
        pick(['1', '2', '1;2', '']),
        'I agree',
        pick(['9-12', '14:00-16:30', '']),
        pick(['evening', '9-12, 18-19']),
      ],
      ...[`person${Math.floor(at / 8)}@example.com`, pick(['F', 'M', ''])],
      ...Array.from({ length: 10 }, () => pick(labels)),
    ];
    lines.push(cells.map((cell) => `"${cell}"`).join(','));
  }
  return lines.join('\r\n');
}

const text = makeTable();
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
const before = process.memoryUsage().rss;
const report = (name: string, start: number) => {
  const now = performance.now();
  console.log(
    `${name}: ${((now - start) / 1000).toFixed(2)} s, resident set ${megabytes(process.memoryUsage().rss)} MB`,
  );
  return performance.now();
};
console.log(
  `${rows} rows × 30 columns, ${megabytes(text.length)} MB of text, ${megabytes(before)} MB resident before`,
);
let start = performance.now();
const table = readTable(text);
start = report(`cells (${table.rows.length} rows)`, start);
const parsed = parseParticipants(text);
start = report(`participants (${parsed.summary.mentors} + ${parsed.summary.mentees})`, start);
const written = participantsToCsv(parsed.participants);
start = report('written', start);
const again = parseParticipants(written.text, { columns: written.columns });
report(`read back (${again.summary.accepted} people)`, start);
console.log(
  `issues: ${parsed.issues.length}, rejected: ${parsed.summary.rejected}, peak ${megabytes(process.resourceUsage().maxRSS * 1024)} MB`,
);
