import { ProblemList, reading } from '../core/index.js';
import type { CohortInput, MenteeInput, MentorInput, SkillInput } from '../participants/index.js';
import { writeExactList, writeExactSkills, writeExactSlots, writeExactText } from './exact-cell.js';
import { occurrences } from './plain-header.js';
import type { ColumnRule } from './types.js';
import { checkWriteOptions, type WriteOptions, writeRows } from './write-table.js';

/** A table of people, and what its columns mean. */
export interface ParticipantsTable {
  readonly text: string;
  /** For `parseParticipants(text, { columns })`. */
  readonly columns: readonly ColumnRule[];
}

type Person = MentorInput & MenteeInput;
interface Line {
  readonly role: 'mentor' | 'mentee';
  readonly person: Person;
  readonly at: number;
}
interface WrittenColumn {
  readonly rule: ColumnRule;
  readonly write: (line: Line) => string;
}

const text = (value: string) => writeExactText(value);
const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const lists = [
  ...(['interests', 'dislikes', 'languages', 'preferredMentors', 'avoidedMentors'] as const),
  ...(['preferredMentees', 'avoidedMentees'] as const),
];

/**
 * Writes mentors and mentees as one table, for a spreadsheet and back: with the `columns` that come with it,
 * `parseParticipants` gives the same people, to the letter. One row a person and side, mentors first.
 *
 * Lists stand in one cell with `; ` between answers, skills as `Python: 3 / 2` (level, importance), weekly times as
 * `Mon 09:00-12:00`; `(none)` is an empty list; an answer that contains `;` is in double quotes. A `survey`, `traits`
 * or `attributes` that holds nothing says nothing, and is not written.
 *
 * @throws InputError for ids that repeat on a side, people with answers to different instruments, attributes of
 * one name and several types, and values of a wrong type
 */
export function participantsToCsv(
  people: Pick<CohortInput, 'mentors' | 'mentees' | 'reportingLines'>,
  options: WriteOptions = {},
): ParticipantsTable {
  const problems = new ProblemList('participantsToCsv');
  checkWriteOptions(options, problems);
  const write = () => tableOf(people, options, problems);
  return reading('participantsToCsv', 'people', people, 'plain data', write);
}

function tableOf(
  people: Pick<CohortInput, 'mentors' | 'mentees' | 'reportingLines'>,
  options: WriteOptions,
  problems: ProblemList,
): ParticipantsTable {
  const lines = [...linesOf(people, 'mentor', problems), ...linesOf(people, 'mentee', problems)];
  problems.throwIfAny();
  const columns = [
    ...fixedColumns(people.reportingLines ?? {}),
    ...answerColumns(lines, 'survey', problems),
    ...answerColumns(lines, 'traits', problems),
    ...attributeColumns(lines, problems),
  ]
    .map(({ rule, write }) => ({ rule, cells: lines.map((line) => cellOf(line, rule, write, problems)) }))
    .filter(({ rule, cells }) => ['id', 'role'].includes(rule.to) || cells.some((cell) => cell !== ''));
  problems.throwIfAny();
  const headers = columns.map(({ rule }) => rule.header);
  const rows = lines.map((_, at) => columns.map(({ cells }) => cells[at]!));
  const counts = occurrences(headers);
  const rules = columns.map(({ rule }, at) =>
    counts[at] === 1 ? rule : { ...rule, occurrence: counts[at]! },
  );
  return { text: writeRows([headers, ...rows], options), columns: rules };
}

function linesOf(people: unknown, role: Line['role'], problems: ProblemList): Line[] {
  const list = (people as Record<string, unknown> | null | undefined)?.[`${role}s`];
  if (!Array.isArray(list)) {
    problems.add(`people.${role}s`, list, 'a list of people');
    return [];
  }
  const seen = new Set<string>();
  return list.map((person: Person, at) => {
    const path = `people.${role}s[${at}]`;
    if (typeof person?.id !== 'string') problems.add(path, person, 'a person with an id, which is a text');
    else if (seen.has(person.id)) problems.add(`${path}.id`, person.id, 'each id once on its side');
    seen.add(person?.id);
    return { role, person, at };
  });
}

/** A value of a wrong type cannot be written, and is a problem. */
function cellOf(line: Line, rule: ColumnRule, write: WrittenColumn['write'], problems: ProblemList): string {
  try {
    return write(line);
  } catch {
    const { role, person, at } = line;
    const value = (person as unknown as Record<string, unknown>)[rule.to];
    problems.add(
      `people.${role}s[${at}].${rule.to}`,
      value,
      'a value of this field, as parseCohort takes it',
    );
    return '';
  }
}

function fixedColumns(reportingLines: Readonly<Record<string, string>>): WrittenColumn[] {
  const column = <Value>(
    to: string,
    read: (person: Person) => Value | null | undefined,
    write: (value: Value) => string,
  ): WrittenColumn => ({
    rule: { header: to, to, exact: true } as ColumnRule,
    write: ({ person }) => {
      const value = read(person);
      return value === undefined || value === null ? '' : write(value);
    },
  });
  return [
    column('id', ({ id }) => id, text),
    { rule: { header: 'role', to: 'role' }, write: ({ role }) => role },
    column('name', ({ name }) => name, text),
    column('optedIn', ({ optedIn }) => optedIn, yesNo),
    ...(['organization', 'department', 'team', 'location'] as const).map((to) =>
      column(to, (person) => person[to], text),
    ),
    column(
      'managerId',
      ({ id }) => (Object.hasOwn(reportingLines, id) ? reportingLines[id] : undefined),
      text,
    ),
    column('grade', ({ grade }) => grade, String),
    column('capacity', ({ capacity }) => capacity, String),
    column('minimumMentees', ({ minimumMentees }) => minimumMentees, String),
    column('mentorsWanted', ({ mentorsWanted }) => mentorsWanted, String),
    column('trainedOn', ({ trainedOn }) => trainedOn, String),
    column(
      'timeZone',
      ({ timeZone }) => timeZone,
      (zone) => (typeof zone === 'string' ? zone : offset(zone)),
    ),
    column('availability', ({ availability }) => availability, writeExactSlots),
    ...(['skills', 'skillsWanted'] as const).map((to) =>
      column(to, (person) => person[to] as readonly SkillInput[] | null | undefined, writeExactSkills),
    ),
    ...lists.map((to) => column(to, (person) => person[to], writeExactList)),
  ];
}

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (part: number) => String(part).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function answerColumns(
  lines: readonly Line[],
  to: 'survey' | 'traits',
  problems: ProblemList,
): WrittenColumn[] {
  const answersOf = ({ person }: Line) =>
    (to === 'survey' ? person.survey?.responses : person.traits?.means) as
      | Readonly<Record<string, number | string | null>>
      | undefined;
  const instruments = new Set(lines.flatMap(({ person }) => person[to]?.instrumentId ?? []));
  if (instruments.size > 1) problems.add('people', [...instruments], `one instrument for every ${to}`);
  const [instrumentId = ''] = instruments;
  const keys = new Set(lines.flatMap((line) => Object.keys(answersOf(line) ?? {})));
  return [...keys].map((key) => {
    const own = to === 'survey' ? { to, item: key } : { to, trait: key };
    return {
      rule: { header: `${to}: ${key}`, ...own, instrumentId, exact: true } as ColumnRule,
      write: (line) => {
        const answers = answersOf(line);
        if (answers === undefined || !Object.hasOwn(answers, key)) return '';
        const answer = answers[key]!;
        if (answer === null) return '(none)';
        return typeof answer === 'number' ? String(answer) : `"${answer.replaceAll('"', '""')}"`;
      },
    };
  });
}

function attributeColumns(lines: readonly Line[], problems: ProblemList): WrittenColumn[] {
  const types = new Map<string, string>();
  for (const { person } of lines) {
    for (const [name, value] of Object.entries(person.attributes ?? {})) {
      const type = Array.isArray(value) ? 'list' : typeof value === 'string' ? 'text' : typeof value;
      const known = types.get(name);
      if (known !== undefined && known !== type)
        problems.add(`attributes[${JSON.stringify(name)}]`, value, `one type throughout, here ${known}`);
      types.set(name, known ?? type);
    }
  }
  return [...types].map(([name, type]) => ({
    rule: { header: `attribute: ${name}`, to: 'attributes', name, type, exact: true } as ColumnRule,
    write: ({ person: { attributes } }) => {
      const value = attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      if (value === undefined) return '';
      if (typeof value === 'string') return writeExactText(value);
      if (typeof value === 'object') return writeExactList(value);
      return typeof value === 'boolean' ? yesNo(value) : String(value);
    },
  }));
}
