import { describe, expect, it } from 'vitest';
import { type ParseParticipantsOptions, parseParticipants, readTable } from '../../src/csv/index.js';
import { matchCohort } from '../../src/index.js';

/**
 * Exports as form builders and HR systems write them, English and Italian, each with answers as people give
 * them. Nothing here helps the reader: no mapping, no options, no cleaning.
 */
const sentence = 'I agree that my answers are used for matching and will not be shared outside the programme';
const exports: Record<string, string> = {
  googleForms: `Timestamp,Email Address,What is your full name? *,Would you like to take part as a mentor or a mentee?,"Which topics interest you? (select all that apply)",What skills can you offer? [Leadership],What skills can you offer? [Python],What skills would you like to develop?,What time are you available? [09:00 - 12:00 local time],What time are you available? [14:00 - 17:00 local time],How many mentees could you take on?,Time zone,${sentence}
2026/03/01 9:12:44 AM GMT+1,ana@acme.com,Ana Diaz,Mentee,"Data, AI & ethics, Climbing, Chess",,,"Public speaking, Negotiation","Monday, Wednesday",Friday,,GMT+01:00,${sentence}
2026/03/01 9:15:02 AM GMT+1,Leo@Acme.com,Leo Park,Mentor,"Climbing, Chess",Expert,Beginner,,,"Tuesday, Thursday",No more than 2,(GMT-05:00) Eastern Time,${sentence}
2026/03/01 9:17:33 AM GMT+1,kim@acme.com,Kim Lee,Both,"Data, AI & ethics",Intermediate,dunno,Coaching,Monday,,1-2,Europe/London,
2026/03/01 9:19:00 AM GMT+1,bo@acme.com,Bo Chen,Mentee,"Data, AI & ethics, Chess",,,Coaching,Monday,,,Europe/London,I do not agree`,
  microsoftForms: `ID,Start time,Completion time,Email,Name,Last modified time,Which role do you want?,Your department,Hobbies,Skills you want to learn,Skills you have,Are there people you should not be matched with?,When are you available?,Do you consent to take part?
1,3/1/26 9:00:00,3/1/26 9:05:11,ana@acme.com,Ana Diaz,,I would like to have a mentor,Finance,Chess;Climbing;,Leadership;,Excel;,no thanks,Mon 9-12; Tue,Yes
2,3/1/26 9:00:00,3/1/26 9:05:11,leo@acme.com,Leo Park,,I would like to be a mentor,IT,Chess;Jazz;,,Python;Leadership;,ana diaz,Friday afternoon,Yes
3,3/1/26 9:00:00,3/1/26 9:05:11,kim@acme.com,Kim Lee,,"Both, mentor and mentee",HR,Jazz;,Excel;,Leadership;,Leo Park;Jo,Weekdays 18:00-19:00,Yes but not before May`,
  typeform: `#,First name,Last name,Your work email,I want to be a...,Python,Leadership,Negotiation,Other,Which time zone are you in?,*Do you accept our terms?*,Start Date (UTC),Submit Date (UTC),Network ID,Tags
abc1,Ana,Diaz,ana@acme.com,Mentee,Python,,Negotiation,,UTC+1,1,2026-03-01 09:00:00,2026-03-01 09:05:00,aa,
abc2,Leo,Park,leo@acme.com,Mentor,,Leadership,,Sailing,UTC-5,1,2026-03-01 09:00:00,2026-03-01 09:05:00,bb,
abc3,Kim,Lee,kim@acme.com,Mentor,Python,Leadership,,,UTC,0,2026-03-01 09:00:00,2026-03-01 09:05:00,cc,`,
  hris: `Employee ID,Legal First Name,Legal Last Name,Preferred Name,Work Email,Job Grade,Supervisory Organization,Division,Location,Manager Employee ID,Hire Date,Mentor,Mentee,Opted In
10023,Ana,Diaz,,ana@acme.com,G4,Fin Ops,Finance,London,10001,2021-03-01,N,Y,Y
10001,Leo,Park,Lee,leo@acme.com,G9,Fin Ops,Finance,London,10000,2011-03-01,Y,N,Y
10044,Kim,Lee,,kim@acme.com,G7,Tech,IT,Paris,10001,2015-06-01,Y,Y,N`,
  googleModuli: `Informazioni cronologiche,Indirizzo email,Nome e cognome,Vorresti partecipare come mentor o come mentee?,Quali sono i tuoi interessi?,Quali competenze puoi offrire?,Quali competenze vorresti sviluppare?,Quando sei disponibile? [Lunedì],Quando sei disponibile? [Martedì],Quanti mentee puoi seguire?,Fuso orario,Acconsento al trattamento dei dati personali
01/03/2026 9.12.44,ana@ditta.it,Ana Rossi,Mentee,"Scacchi, Arrampicata",,"Parlare in pubblico, Negoziazione",dalle 9 alle 12,,,Europe/Rome,Sì
01/03/2026 9.15.02,Leo@Ditta.it,Leo Bianchi,Mentor,"Scacchi, Musica jazz","Negoziazione, Python",,,14:30-16:00,al massimo 2,Europe/Rome,Sì
01/03/2026 9.17.33,kim@ditta.it,Kim Verdi,Entrambi,Arrampicata,Python,Negoziazione,mattina,pomeriggio,uno,UTC+1,"Sì, acconsento"
01/03/2026 9.19.00,bo@ditta.it,Bo Neri,Mentee,Arrampicata,,Python,mattina,,,UTC+1,No`,
  microsoftModuli: `ID;Ora di inizio;Ora di completamento;Posta elettronica;Nome;In quale ruolo vuoi partecipare?;In quale reparto lavori?;Passioni e hobby;Competenze da sviluppare;I tuoi punti di forza;C'è qualcuno con cui non vorresti essere abbinato?;Disponibilità settimanale;Hai letto l'informativa sulla privacy e accetti?
1;01/03/26 09:00;01/03/26 09:05;ana@ditta.it;Ana Rossi;Vorrei un mentor;Finanza;"Scacchi;Montagna;";"Leadership;";"Excel;";no grazie;"lun 9-12; mar";Accetto
2;01/03/26 09:00;01/03/26 09:05;leo@ditta.it;Leo Bianchi;Vorrei fare il mentor;IT;"Scacchi;";;"Python;Leadership;";nessuno;venerdì 14-16;Accetto
3;01/03/26 09:00;01/03/26 09:05;kim@ditta.it;Kim Verdi;Sia mentor sia mentee;HR;"Montagna;";"Excel;";"Leadership;";leo@ditta.it;lun-ven 18-19;Non accetto`,
  gestionale: `sep=;
"Codice dipendente";"Nominativo";"Azienda";"Area aziendale";"Team di appartenenza";"Sede di lavoro";"Posti disponibili";"Mentor preferiti";"Lingue conosciute";"Livello";"Data formazione mentor";"Matricola responsabile";"Adesione al programma"
"A1";"ROSSI ANA";"Ditta S.p.A.";"Finanza";"Core";"Milano";"";"A2, D'Amico Kim";"Italiano e inglese";"B1";"";"A3";"S"
"A2";"BIANCHI LEO";"Ditta S.p.A.";"IT";"Web";"Roma";"2";"";"Italiano";"Q";"05/11/2025";"A3";"S"
"A3";"D'AMICO KIM";"Ditta S.p.A.";"IT";"Web";"Roma";"non più di 3";"indifferente";"Italiano, tedesco";"D";"31/12/2025";"";"N"`,
  questionario: `Informazioni cronologiche;Nome utente;Ruolo;Quanto ti descrivono queste frasi? [Sono l'anima della festa];Quanto ti descrivono queste frasi? [Non parlo molto];Quanto ti descrivono queste frasi? [Ho un'immaginazione vivida];Consenso
1;ana@ditta.it;mentee;Del tutto esatto;Abbastanza inesatto;Né esatto né inesatto;sì
2;leo@ditta.it;mentor;Abbastanza esatto;boh;Del tutto inesatto;sì
3;kim@ditta.it;mentor;Abbastanza esatto;Del tutto inesatto;;sì`,
  typeformItaliano: `#,Come ti chiami?,La tua email,Che ruolo preferisci?,Scacchi,Arrampicata,Cucina,Altro,"Per quale competenza vorresti un supporto?",Accetto i termini,Start Date (UTC),Submit Date (UTC),Network ID
x1,Ana,ana@ditta.it,Mentee,Scacchi,,Cucina,,Negoziazione,1,2026-03-01 09:00:00,2026-03-01 09:05:00,aa
x2,Leo,leo@ditta.it,Mentor,,Arrampicata,,Vela,,1,2026-03-01 09:00:00,2026-03-01 09:05:00,bb
x3,Kim,kim@ditta.it,Mentor,Scacchi,Arrampicata,,,,0,2026-03-01 09:00:00,2026-03-01 09:05:00,cc`,
  skillGrid: `Email,Role,Rate your skills [Python],Rate your skills [Excel],Rate the skills you want to develop [Python],Rate the skills you want to develop [Excel],Consent
ana@acme.com,mentee,1,2,5,4,yes
leo@acme.com,mentor,5,5 - Expert,,,yes
kim@acme.com,mentor,4,not sure,,,yes
jo@acme.com,mentor,3,3,,,yes`,
  oddCells: `Email;Role;Time zone;Max number of mentees;Availability;Date of mentor training;Consent
ana@acme.com;mentee;here;;evenings sometimes;;yes
leo@acme.com;mentor;Rome;as many as you like;Mon 10:00-12:00;last spring;yes
kim@acme.com;mentor;Europe/Paris;2;whenever;2025-05-01;yes
jo@acme.com;mentor;same as HQ;depends;ask me;TBD;yes`,
  twoRoles: `Email,Role,Mentor (1/0),Mentee (1/0),Team,Consent
ana@acme.com,Mentee,1,0,Core,y
leo@acme.com,Mentor,1,0,Core,y
kim@acme.com,Mentor,0,1,Web,y`,
};
/** Without a pair, the only mentor avoids or manages the only mentee. */
const pairs: Record<string, number> = {
  ...{ googleForms: 1, microsoftForms: 0, typeform: 1, hris: 0, googleModuli: 2, microsoftModuli: 1 },
  ...{ gestionale: 2, questionario: 1, typeformItaliano: 1, skillGrid: 1, oddCells: 1, twoRoles: 1 },
};
const read = (name: string, options: ParseParticipantsOptions = {}) => {
  const { participants, issues, summary } = parseParticipants(exports[name]!, options);
  const mentor = (id: string) => participants.mentors.find((person) => person.id.startsWith(id))!;
  const mentee = (id: string) => participants.mentees.find((person) => person.id.startsWith(id))!;
  return { mentor, mentee, participants, issues, summary };
};
const places = (issues: readonly { row: number; column: string; code: string }[]) =>
  issues.map(({ row, column, code }) => `${row} ${column.slice(0, 20)} ${code}`);

describe('real exports, as they come', () => {
  for (const name of Object.keys(exports)) {
    it(`${name}: every column is read or said to be unused, and the people can be matched`, () => {
      const { participants, summary } = read(name, name === 'gestionale' ? { role: 'both' } : {});
      expect(
        [...new Set([...summary.columns, ...summary.unused].map(({ header }) => header))].sort(),
      ).toEqual(
        readTable(exports[name]!)
          .headers.map((header) => header.trim())
          .sort(),
      );
      expect(summary.rejected).toBe(0);
      const matching = matchCohort({ ...participants, referenceDate: '2026-03-01' });
      expect(matching.pairs).toHaveLength(pairs[name]!);
    });
  }

  it('Google Forms: a sentence that agrees is a yes, though it says what will not happen', () => {
    const { mentor, mentee, issues } = read('googleForms');
    expect([mentee('ana'), mentor('leo'), mentor('kim'), mentee('bo')].map((one) => one.optedIn)).toEqual([
      ...[true, true, false, false],
    ]);
    expect(mentor('leo')).toMatchObject({
      capacity: 2,
      timeZone: -300,
      skills: [
        { name: 'Leadership', level: 4 },
        { name: 'Python', level: 1 },
      ],
    });
    expect(mentee('ana').interests).toEqual(['Data, AI & ethics', 'Climbing', 'Chess']);
    expect(mentee('ana').availability).toHaveLength(3);
    expect(places(issues)).toEqual([
      '3 How many mentees cou interpreted',
      '4 What skills can you  notUnderstood',
      '4 How many mentees cou interpreted',
      `4 ${sentence.slice(0, 20)} consentBlank`,
    ]);
  });

  it('Microsoft Forms: people are named by name, "no thanks" names nobody, a day without a time is told', () => {
    const { mentor, mentee, issues } = read('microsoftForms');
    expect(mentee('ana').avoidedMentors).toEqual([]);
    expect(mentor('leo').avoidedMentees).toEqual(['ana@acme.com']);
    expect(mentee('kim').avoidedMentors).toEqual(['leo@acme.com']);
    expect(mentor('kim').avoidedMentees).toEqual([]);
    expect(mentee('kim').optedIn).toBe(false);
    const told = issues.filter(({ severity }) => severity === 'warning').map(({ row, rule }) => [row, rule]);
    expect(told).toEqual([
      [2, expect.stringContaining('Tue, which has no time, was left out')],
      [4, expect.stringContaining('taken as no')],
      [4, expect.stringContaining('"Jo" is none and was left out')],
      [4, expect.stringContaining('"Jo" is none and was left out')],
    ]);
  });

  it('Typeform: columns that are one option each come together, and the caller can say what they mean', () => {
    for (const [name, chosen] of [
      ['typeform', ['Leadership', 'Sailing']],
      ['typeformItaliano', ['Arrampicata', 'Vela']],
    ] as const) {
      const { mentor } = read(name);
      expect(Object.values(mentor('leo').attributes!)).toContainEqual(chosen);
    }
    const named = read('typeform', {
      options: { 'Skills you can offer': ['Python', 'Leadership', 'Negotiation'] },
    });
    expect(named.mentor('kim').skills).toEqual(['Python', 'Leadership']);
    expect(read('typeformItaliano').mentee('ana').skillsWanted).toEqual(['Negoziazione']);
  });

  it('HR system: a preferred name is no third name, flags make roles, managers make lines', () => {
    const { mentor, participants } = read('hris');
    expect(mentor('10001').name).toBe('Leo Park');
    expect(participants.mentors.map(({ id }) => id)).toEqual(['10001', '10044']);
    expect(participants.reportingLines).toEqual({ '10023': '10001', '10001': '10000', '10044': '10001' });
  });

  it('Italian forms: roles, consent, days, numbers in words', () => {
    const google = read('googleModuli');
    expect(google.mentor('leo')).toMatchObject({
      capacity: 2,
      availability: [{ day: 2, start: '14:30', end: '16:00' }],
      optedIn: true,
    });
    expect(google.mentor('kim')).toMatchObject({ capacity: 1, optedIn: true });
    expect(google.mentee('bo').optedIn).toBe(false);
    const microsoft = read('microsoftModuli');
    expect(microsoft.participants.mentees.map(({ id }) => id)).toEqual(['ana@ditta.it', 'kim@ditta.it']);
    expect(microsoft.mentee('ana').avoidedMentors).toEqual([]);
    expect(microsoft.mentee('kim')).toMatchObject({ optedIn: false, avoidedMentors: ['leo@ditta.it'] });
  });

  it('Italian HR system: one date that can be read in one way alone says how the others are read', () => {
    const { mentor, mentee, issues } = read('gestionale', { role: 'both' });
    expect(mentor('A2')).toMatchObject({ trainedOn: '2025-11-05', location: 'Roma', optedIn: true });
    expect(mentor('A3')).toMatchObject({ capacity: 3, optedIn: false });
    expect(mentee('A1')).toMatchObject({
      languages: ['Italiano', 'inglese'],
      preferredMentors: ['A2', 'A3'],
    });
    expect(issues.every(({ severity }) => severity === 'note')).toBe(true);
  });

  it('a grid of statements or skills with one odd cell stays a grid, and the cell is told', () => {
    const survey = read('questionario');
    expect(survey.mentee('ana').survey!.responses).toEqual({
      "Sono l'anima della festa": 5,
      'Non parlo molto': 2,
      "Ho un'immaginazione vivida": 3,
    });
    expect(places(survey.issues)).toEqual(['3 Quanto ti descrivono notUnderstood']);
    const skills = read('skillGrid');
    expect(skills.mentor('leo').skills).toEqual([
      { name: 'Python', level: 5 },
      { name: 'Excel', level: 5 },
    ]);
    expect(skills.mentee('ana').skillsWanted).toEqual([
      { name: 'Python', level: 5 },
      { name: 'Excel', level: 4 },
    ]);
    expect(places(skills.issues)).toEqual(['4 Rate your skills [Ex notUnderstood']);
  });

  it('a known header keeps its field however odd its cells, and each odd cell is told', () => {
    const { mentor, issues } = read('oddCells');
    expect(mentor('kim')).toEqual({
      id: 'kim@acme.com',
      timeZone: 'Europe/Paris',
      capacity: 2,
      trainedOn: '2025-05-01',
      optedIn: true,
    });
    expect(issues).toHaveLength(10);
    expect(issues.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('role columns that contradict each other: a no counts, every role that is named counts, both are told', () => {
    const { participants, issues } = read('twoRoles');
    expect(participants.mentors.map(({ id }) => id)).toEqual(['ana@acme.com', 'leo@acme.com']);
    expect(participants.mentees.map(({ id }) => id)).toEqual(['kim@acme.com']);
    expect(places(issues)).toEqual([
      ...['2 Mentee (1/0) interpreted', '2 Mentor (1/0) interpreted'],
      ...['4 Mentor (1/0) interpreted', '4 Mentee (1/0) interpreted'],
    ]);
  });
});
