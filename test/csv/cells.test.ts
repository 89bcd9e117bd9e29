import { describe, expect, it } from 'vitest';
import { isInputError } from '../../src/core/index.js';
import { type ParseParticipantsOptions, parseParticipants } from '../../src/csv/index.js';

/** Reads a table of one mentor a row; the first column is the id. */
function read(header: string, cells: string[], options: ParseParticipantsOptions = {}) {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const text = [`id,${quote(header)}`, ...cells.map((cell, at) => `p${at},${quote(cell)}`)].join('\n');
  return parseParticipants(text, { role: 'mentor', assumeOptedIn: true, ...options });
}
const columnsTo = (rule: object) =>
  [
    { header: 'id', to: 'id' },
    { header: 'x', ...rule },
  ] as NonNullable<ParseParticipantsOptions['columns']>;

describe('cells', () => {
  it('time zones: hours, half hours, offsets, Windows names and IANA names', () => {
    const cells = [
      '5.5',
      '5,5',
      '+05:30',
      'UTC+5:30',
      'GMT-3',
      '(UTC+01:00) Rome',
      'Europe/Rome',
      '0',
      'UTC',
      '330',
    ];
    const { participants, issues } = read('Time zone', cells);
    expect(participants.mentors.map(({ timeZone }) => timeZone)).toEqual([
      ...[330, 330, 330, 330, -180, 60, 'Europe/Rome', 0, 0, 330],
    ]);
    expect(issues).toEqual([]);
    // 25 is neither hours nor minutes of any zone; 100 minutes are no quarters of an hour.
    const broken = read('Time zone', ['Mars/Base', '25', '+15:00', 'CST', '100', '-210'], {
      columns: columnsTo({ to: 'timeZone', header: 'Time zone' }),
    });
    expect(broken.issues.map(({ row, column, code }) => [row, column, code])).toEqual([
      ...[2, 3, 4, 5, 6].map((row) => [row, 'Time zone', 'notUnderstood']),
    ]);
    expect(broken.participants.mentors.map(({ timeZone }) => timeZone).slice(-2)).toEqual([undefined, -210]);
  });

  it('capacity: the largest of several numbers, with a note; nonsense is left out, with a warning', () => {
    const { participants, issues } = read('Capacity', [
      '2',
      '1;2',
      'up to 3',
      'two',
      '0',
      '1.5',
      '-1',
      '',
      '2 mentees',
    ]);
    expect(participants.mentors.map(({ capacity }) => capacity)).toEqual([
      ...[2, 2, 3, 2, 0, undefined, undefined, undefined, 2],
    ]);
    expect(issues.map(({ row, severity }) => [row, severity])).toEqual([
      [3, 'note'],
      [4, 'note'],
      [7, 'warning'],
      [8, 'warning'],
      [10, 'note'],
    ]);
  });

  it('consent: only a clear yes is a yes, and a blank is a no', () => {
    const cells = ['Yes', 'sì', '1', 'I agree to take part', 'No', 'I do not agree', '', 'perhaps'];
    const { participants, issues } = read('I consent', cells, {
      columns: columnsTo({ header: 'I consent', to: 'optedIn' }),
    });
    expect(participants.mentors.map(({ optedIn }) => optedIn)).toEqual([
      ...[true, true, true, true, false, false, false, false],
    ]);
    expect(issues.map(({ row, code }) => [row, code])).toEqual([
      [8, 'consentBlank'],
      [9, 'notUnderstood'],
    ]);
  });

  it('without a consent column nobody has opted in until the caller says so', () => {
    const { participants, issues } = parseParticipants('id\nana\n', { role: 'mentee' });
    expect(participants.mentees).toEqual([{ id: 'ana' }]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([['consentNotAsked', 1]]);
  });

  it('grades rank by the order that is given', () => {
    const { participants, issues } = read('Grade', ['Grade 7', 'grade 6 ', 'SCS1'], {
      grades: ['Grade 7', 'Grade 6'],
    });
    expect(participants.mentors.map(({ grade }) => grade)).toEqual([1, 2, undefined]);
    expect(issues.map(({ row, value }) => [row, value])).toEqual([[4, 'SCS1']]);
  });

  it('survey answers: labels and numbers, blank is unknown', () => {
    const text = 'id,Q1,Q2,Q3\na,Agree,5,\nb,Strongly disagree,1 - never,x\n';
    const item = (header: string, labels?: string[]) =>
      ({ header, to: 'survey', item: header, instrumentId: 'i', ...(labels ? { labels } : {}) }) as const;
    const labels = ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'];
    const columns = [{ header: 'id', to: 'id' } as const, item('Q1', labels), item('Q2'), item('Q3', labels)];
    const { participants, issues } = parseParticipants(text, {
      columns,
      role: 'mentee',
      assumeOptedIn: true,
    });
    expect(participants.mentees.map(({ survey }) => survey!.responses)).toEqual([
      { Q1: 4, Q2: 5 },
      { Q1: 1, Q2: 1 },
    ]);
    expect(issues.map(({ row, column }) => [row, column])).toEqual([[3, 'Q3']]);
  });

  it('weekly times: half of the day by its end, shared days, spans, midnight, parts of the day', () => {
    const slots = (cell: string) =>
      read('x', [cell], {
        columns: columnsTo({ to: 'availability' }),
      }).participants.mentors[0]!.availability?.map(({ day, start, end }) => `${day} ${start}-${end}`);
    expect(slots('6:00-7:00pm F')).toEqual(['5 18:00-19:00']);
    expect(slots('11-1pm Mon')).toEqual(['1 11:00-13:00']);
    expect(slots('Mon, Wed 9-12, 14-16; Fri 10-11')).toEqual([
      ...['1 09:00-12:00', '1 14:00-16:00', '3 09:00-12:00', '3 14:00-16:00', '5 10:00-11:00'],
    ]);
    expect(slots('Tue-Thu 9am to 11am')).toEqual(['2 09:00-11:00', '3 09:00-11:00', '4 09:00-11:00']);
    expect(slots('Sun 22:00-02:00')).toEqual(['7 22:00-24:00', '1 00:00-02:00']);
    expect(slots('lunedì mattina')).toEqual(['1 09:00-12:00']);
    expect(slots('9-5 Mon')).toEqual(['1 09:00-17:00']);
    expect(slots('whenever')).toBeUndefined();
  });

  it('dates that could be two days are an issue until their order is given', () => {
    const dates = (rule: object) =>
      read('x', ['2026-01-02', '13/01/2026', '03/04/2026', '30/02/2026'], {
        columns: columnsTo({ to: 'trainedOn', ...rule }),
      });
    expect(dates({}).participants.mentors.map(({ trainedOn }) => trainedOn)).toEqual([
      ...['2026-01-02', '2026-01-13', undefined, undefined],
    ]);
    expect(dates({ dateOrder: 'day-first' }).participants.mentors[2]!.trainedOn).toBe('2026-04-03');
    expect(dates({ dateOrder: 'month-first' }).participants.mentors[2]!.trainedOn).toBe('2026-03-04');
  });
});

describe('answers of multi-select questions come out whole', () => {
  const interests = (cells: string[], options: ParseParticipantsOptions = {}) =>
    read('Interests', cells, options).participants.mentors.map(({ interests: list }) => list);

  it('at semicolons, when the answers contain commas', () => {
    expect(interests(['Arndt, Karen;Hainer, Sarah', 'Arndt, Karen'])).toEqual([
      ['Arndt, Karen', 'Hainer, Sarah'],
      ['Arndt, Karen'],
    ]);
  });

  it('by the options that are given, the longest first, and what is none of them is told', () => {
    const options = { options: { Interests: ['Lead', 'Lead, coach', 'R'] } };
    expect(interests(['Lead, coach, R, Other', 'R, lead'], options)).toEqual([
      ['Lead, coach', 'R', 'Other'],
      ['R', 'Lead'],
    ]);
    expect(read('Interests', ['R, Other'], options).issues.map(({ code }) => code)).toEqual([
      'unknownOption',
    ]);
  });

  it('learnt: brackets, parts that never stand apart, and small letters after capitals', () => {
    expect(interests(['Sports (golf, tennis), Go', 'Go'])[0]).toEqual(['Sports (golf, tennis)', 'Go']);
    const together = ['Lead, Coach, Go', 'Go', 'Lead, Coach', 'Chess, Lead, Coach', 'Chess'];
    const { participants, summary } = read('Interests', together);
    expect(participants.mentors[3]!.interests).toEqual(['Chess', 'Lead, Coach']);
    expect(summary.splits[0]!.keptWhole).toEqual(['Lead, Coach']);
    // Twice is no evidence yet.
    expect(interests(['A, B', 'A, B', 'C'])[0]).toEqual(['A', 'B']);
  });

  it('blank is unknown, "none" is an empty list', () => {
    expect(interests(['', 'None', 'Go, Chess'])).toEqual([undefined, [], ['Go', 'Chess']]);
  });
});

describe('rows', () => {
  it('delimiter, byte order mark, mixed line ends, quoted newlines and ragged rows', () => {
    const text = '\ufeffid;Name;Team\r\na;"Ana\r\nMaria";x\nb;Bo\rc;Cy;y;extra\r\n\r\n';
    const { participants, issues, summary } = parseParticipants(text, {
      role: 'mentee',
      assumeOptedIn: true,
    });
    expect(participants.mentees.map(({ id, name, team }) => [id, name, team])).toEqual([
      ['a', 'Ana\r\nMaria', 'x'],
      ['b', 'Bo', undefined],
      ['c', 'Cy', 'y'],
    ]);
    expect(issues.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'Team', 'missingCells'],
      [4, 'column 4', 'extraCells'],
    ]);
    expect(summary).toMatchObject({ delimiter: ';', rows: 3, accepted: 3, rejected: 0 });
  });

  it('an id counts once a side: the first row, or the last where the caller says so', () => {
    const text =
      'Email,Role,Team\nA@x.it,Mentor,one\na@x.it,mentee,two\na@x.it,both,three\n,mentor,four\nb@x.it,,five\n';
    const first = parseParticipants(text, { assumeOptedIn: true });
    expect(first.participants.mentors.map(({ id, team }) => [id, team])).toEqual([['a@x.it', 'one']]);
    expect(first.participants.mentees.map(({ id, team }) => [id, team])).toEqual([['a@x.it', 'two']]);
    expect(first.summary).toMatchObject({ rows: 5, accepted: 2, rejected: 3, onBothSides: 0 });
    const errors = first.issues.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ row, code }) => `${row} ${code}`))).toEqual(
      new Set(['4 duplicateId', '5 missingId', '6 missingRole']),
    );
    const last = parseParticipants(text, { assumeOptedIn: true, duplicates: 'keep-last' });
    expect(last.participants.mentors.map(({ team }) => team)).toEqual(['three']);
    expect(last.summary).toMatchObject({ onBothSides: 1, accepted: 1, rejected: 4 });
  });

  it('headers called __proto__ and duplicate headers keep their cells', () => {
    const text = 'id,__proto__,Site,Site\na,p,Rome,\nb,q,,Oslo\n';
    const { participants } = parseParticipants(text, { role: 'mentor', assumeOptedIn: true });
    expect(Object.entries(participants.mentors[0]!.attributes!)).toEqual([['__proto__', 'p']]);
    expect(participants.mentors.map(({ location }) => location)).toEqual(['Rome', 'Oslo']);
  });

  it('options that are none are all told at once; no text is', () => {
    const wrong = {
      role: 'boss',
      columns: [
        { header: 'a', to: 'agee' },
        { header: 'b', to: 'survey', extra: 1 },
      ],
    };
    try {
      parseParticipants('a', wrong as never);
      expect.unreachable();
    } catch (error) {
      expect(isInputError(error) && error.problems.map(({ path }) => path)).toEqual([
        ...['options.columns[0].to', 'options.columns[1].item', 'options.columns[1].instrumentId'],
        ...['options.columns[1].extra', 'options.role'],
      ]);
    }
    expect(parseParticipants('').summary.rows).toBe(0);
  });
});
