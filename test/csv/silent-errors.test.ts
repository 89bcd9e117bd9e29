import { describe, expect, it } from 'vitest';
import { isInputError } from '../../src/core/index.js';
import {
  historyFromCsv,
  inferColumns,
  type ParseParticipantsOptions,
  pairsToCsv,
  parseParticipants,
  scoresToCsv,
  unmatchedToCsv,
} from '../../src/csv/index.js';
import { plainHeader } from '../../src/csv/plain-header.js';
import { readAvailability } from '../../src/csv/read-availability.js';
import { readCapacity } from '../../src/csv/read-capacity.js';
import { readConsent, readFlag } from '../../src/csv/words.js';

/** Regressions by name: what was once lost, guessed or slow in silence. */
describe('nothing is read as its opposite', () => {
  it('"no more than 2" is a capacity of 2; numbers that are no range are not guessed at', () => {
    const capacities = (cells: string[]) => cells.map((cell) => readCapacity(cell).value);
    expect(capacities(['No more than 2', 'non più di tre', 'up to 3', '1;2', '1 or 2', '10+'])).toEqual([
      ...[2, 3, 3, 2, 2, 10],
    ]);
    expect(capacities(['no', 'none', 'nessuno'])).toEqual([0, 0, 0]);
    const unclear = ['2 from 2027', 'from 2027', 'no preference', 'as many as you like', '2 in 1 month'];
    expect(capacities(unclear)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('loads: the least of a range is the minimum, and one above the capacity is left out and told', () => {
    const { participants, issues, summary } = parseParticipants(
      `Email,Role,How many mentees could you take?,Minimum number of mentees,How many mentors would you like?,Consent
a@x.it,mentor,3,1-2,,yes
b@x.it,mentor,1,2,,yes
c@x.it,mentee,,,two,yes
d@x.it,mentee,,,0,yes`,
    );
    expect(summary.columns.map(({ to }) => to).slice(2, 5)).toEqual([
      ...['capacity', 'minimumMentees', 'mentorsWanted'],
    ]);
    expect(participants.mentors.map(({ capacity, minimumMentees }) => [capacity, minimumMentees])).toEqual([
      ...[
        [3, 1],
        [1, undefined],
      ],
    ]);
    expect(participants.mentees.map(({ mentorsWanted }) => mentorsWanted)).toEqual([2, undefined]);
    expect(issues.map(({ row, severity }) => [row, severity])).toEqual([
      ...[
        [2, 'note'],
        [3, 'warning'],
        [5, 'warning'],
      ],
    ]);
  });

  it('consent: a sentence counts by its verb, and one with a condition is a no that is told', () => {
    const yes = [
      'I agree that my data will not be shared',
      'I have read the notice and agree',
      'By ticking this box I consent to the processing of my data',
      'Acconsento al trattamento dei dati, che non verranno ceduti',
      "Ho letto l'informativa e acconsento",
      "Sono d'accordo",
    ];
    const no = ['I do not agree', "I'd rather not", 'Non acconsento', 'Non presto il consenso', 'No grazie'];
    const unclear = ['Yes, but I do not consent to photos', 'I agree if my boss does', 'Yes and no', 'maybe'];
    expect(yes.map(readConsent)).toEqual(yes.map(() => true));
    expect(no.map(readConsent)).toEqual(no.map(() => false));
    expect(unclear.map(readConsent)).toEqual(unclear.map(() => undefined));
  });

  it('a flag is a yes or a no, not a sentence that starts like one', () => {
    expect(['Yes, gladly', 'Sì, volentieri', 'no, thanks', 'No grazie'].map(readFlag)).toEqual([
      ...[true, true, false, false],
    ]);
    expect(['No more than 2', 'no problem', 'si vedrà', 'yes/no'].map(readFlag)).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it('a pair that was not declined was not declined, and an outcome without a known word is told', () => {
    const outcome = (header: string, cell: string) => {
      const { declined, issues } = historyFromCsv(`mentee,mentor,${header}\na,b,"${cell}"`);
      return declined.length === 1 ? 'declined' : issues.length === 0 ? 'paired' : 'told';
    };
    const by = (header: string, cells: string[]) => cells.map((cell) => outcome(header, cell));
    expect(by('Status', ['not declined', 'non rifiutato', 'never rejected', 'completed', ''])).toEqual(
      Array(5).fill('paired'),
    );
    expect(by('Esito', ['Declined: not enough time', 'not accepted', 'rifiutato', 'non accettato'])).toEqual(
      Array(4).fill('declined'),
    );
    expect(by('Status', ['not yet accepted', 'who knows'])).toEqual(['told', 'told']);
    expect(by('Declined?', ['yes', 'no', 'perhaps'])).toEqual(['declined', 'paired', 'told']);
    expect(by('Accepted?', ['yes', 'no'])).toEqual(['paired', 'declined']);
  });

  it('ids of a history keep their letters where the caller says so, and cells without a header are told', () => {
    const text = 'mentee,mentor\nA@x.it,L@x.it,declined';
    expect(historyFromCsv(text, { lowerCase: false }).paired).toEqual([
      { menteeId: 'A@x.it', mentorId: 'L@x.it' },
    ]);
    expect(historyFromCsv(text).issues.map(({ code }) => code)).toEqual(['extraCells']);
  });
});

describe('nothing is lost in silence', () => {
  it('days without a time, times without a day and numbers left over are told', () => {
    const told = (cell: string, slot?: string) =>
      readAvailability(cell, slot).issues?.map(
        ({ rule }) => /.*; (.*) was left out$/.exec(rule)?.[1] ?? rule,
      );
    expect(told('Mon 9-12; Tue')).toEqual(['Tue, which has no time,']);
    expect(told('9-12 Mon, 14:00-16:00')).toEqual(['14:00-16:00, which has no day,']);
    expect(told('Mon 9-12, 14')).toEqual(['"14"']);
    expect(told('Mon, Tue 9-12')).toBeUndefined();
    expect(readAvailability('Tue 9-12', 'Monday')).toEqual({
      value: [{ day: 2, start: '09:00', end: '12:00' }],
      issues: [expect.objectContaining({ code: 'interpreted' })],
    });
  });

  it('options for a column that is not there, or is no list, are told', () => {
    const options = {
      options: { Hobbies: ['Chess'], Team: ['A, B'], Interests: ['Go'] },
      role: 'mentor',
    } as const;
    const { issues } = parseParticipants('id,Interests,Team,Consent\na,Go,x,yes', options);
    expect(issues.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'Hobbies', 'noSuchColumn'],
      [1, 'Team', 'noSuchColumn'],
    ]);
    const kept = parseParticipants('id,Topics,Consent\na,"A, B, C",yes', {
      options: { Topics: ['A, B', 'C'] },
      role: 'mentor',
    });
    expect(kept.participants.mentors[0]!.attributes).toEqual({ Topics: ['A, B', 'C'] });
    expect(kept.issues).toEqual([]);
  });

  it('a scale with a label that comes again is another scale: its answers are not numbered', () => {
    const columns = (cells: string[]) =>
      inferColumns(
        ['id', 'How true? [a]', 'How true? [b]', 'How true? [c]'],
        cells.map((cell, at) => [String(at), cell, cell, cell]),
      ).columns.map(({ to }) => to);
    const known = ['Agree', 'Disagree', 'Agree', 'Strongly agree', 'Neutral', 'Agree', 'Disagree'];
    expect(columns(known)).toEqual(['id', 'survey', 'survey', 'survey']);
    expect(columns([...known, 'Slightly agree', 'Slightly agree'])).toEqual([
      ...['id', 'attributes', 'attributes', 'attributes'],
    ]);
  });

  it('ratings of interests are no interests, and other answers in words are', () => {
    const { participants } = parseParticipants(
      'id,Rate your interests [Chess],Rate your interests [Go],Hobbies [Jazz],Hobbies [Other],Consent\na,4,5,1,Sailing,yes\nb,1,2,,,yes',
      { role: 'mentor' },
    );
    expect(participants.mentors[0]).toMatchObject({
      interests: ['Jazz', 'Sailing'],
      attributes: { 'Rate your interests [Chess]': 4, 'Rate your interests [Go]': 5 },
    });
  });

  it('lists name people by id in any letters or by a name of one person; who is nobody is told', () => {
    const text = `id,Name,Role,Preferred mentors,Consent
Leo,Leo Park,mentor,,yes
k1,Kim Lee,mentor,,yes
k2,kim lee,mentor,,yes
ana,Ana,mentee,"LEO; leo park; Kim Lee; Jo",yes`;
    const { participants, issues } = parseParticipants(text);
    expect(participants.mentees[0]!.preferredMentors).toEqual(['Leo']);
    expect(issues.map(({ severity, row }) => [severity, row])).toEqual([
      ...[
        ['note', 5],
        ['note', 5],
        ['warning', 5],
        ['warning', 5],
      ],
    ]);
    const alone: ParseParticipantsOptions = { role: 'mentee', assumeOptedIn: true };
    const mentees = 'id,Preferred mentors\nana,Leo Park';
    const wished = (more: ParseParticipantsOptions) =>
      parseParticipants(mentees, { ...alone, ...more }).participants.mentees[0]!.preferredMentors;
    expect(wished({})).toEqual(['Leo Park']);
    expect(wished({ otherSide: participants.mentors })).toEqual(['Leo']);
  });

  it('options of no known name and arguments of the wrong kind are input errors', () => {
    const people = { mentors: [], mentees: [] };
    const wrong = [
      () => parseParticipants('id', { roles: 'mentor' } as never),
      () => parseParticipants('id', { survey: { instrumentId: 'i', items: [null] } } as never),
      () => inferColumns(['id'], [], { grade: [] } as never),
      () => historyFromCsv('a', { columns: { mentee: 'x' } } as never),
      () => historyFromCsv('a', null as never),
      () => pairsToCsv(people, undefined as never),
      () => pairsToCsv(people, { pairs: [] }, { columns: [null] } as never),
      () => pairsToCsv(people, { pairs: [] }, { delimeter: ';' } as never),
      () => unmatchedToCsv(people, { unmatched: [null], bottlenecks: [] } as never),
      () => scoresToCsv(null as never),
      () => scoresToCsv({} as never),
    ];
    for (const call of wrong) {
      try {
        call();
        expect.unreachable(String(call));
      } catch (error) {
        expect(isInputError(error), String(call)).toBe(true);
      }
    }
  });
});

describe('time grows with the text, not with its square', () => {
  const seconds = (run: () => unknown) => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  };
  const repeated = (text: string, times: number) => Array(times).fill(text).join(',');

  it('thousands of equal headers, also for one list', () => {
    // The square of 20,000 is 400 million: minutes, not seconds.
    for (const header of ['x', 'Interests', 'Interests [Chess]']) {
      const text = `${repeated(header, 20_000)}\n${repeated('Chess', 20_000)}`;
      expect(seconds(() => parseParticipants(text, { role: 'mentor' }))).toBeLessThan(15);
    }
  });

  it('headers and cells made to keep a pattern busy', () => {
    const long = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length));
    for (const piece of ['want ', '* ', '( ', 'UTC', 'a.', '\u00a0', 'i agree ']) {
      const text = `id,"${long(piece)}",Time zone,Role\n1,"${long(piece)}","${long(piece)}","${long(piece)}"`;
      expect(
        seconds(() => parseParticipants(text, { assumeOptedIn: true })),
        piece,
      ).toBeLessThan(10);
    }
    expect(plainHeader(`${'* '.repeat(200_000)}a`)).toHaveLength(400_001);
    const many = {
      role: 'mentor',
      options: { Interests: Array.from({ length: 50 }, (_, at) => `option ${at}`) },
    } as const;
    expect(seconds(() => parseParticipants(`id,Interests\n1,"${long('a,b,')}"`, many))).toBeLessThan(10);
  });
});
