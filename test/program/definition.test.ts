import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCohort, factors, parseCohort, rules } from '../../src/index.js';
import {
  conversationGuide,
  createAgreement,
  defineProgram,
  describeFinding,
  findReadinessGaps,
  goalTemplates,
  renderAgreement,
  resourceKit,
  signAgreement,
  suggestGoals,
  texts,
  trainingChecklist,
} from '../../src/program/index.js';
import { program, signedAgreement, stored } from './people.js';

const pair = { menteeId: 'ana', mentorId: 'lee' };
const bare = defineProgram({ id: 'p', name: 'P', start: '2026-01-12', lengthMonths: 6 });

describe('defineProgram', () => {
  test('gives one shape, and again the same', () => {
    expect(program.end).toBe('2027-01-11');
    expect(program.sponsor).toEqual({ name: 'Dana Silva', contact: null });
    expect(defineProgram(stored(program))).toEqual(program);
    expect(stored(bare)).toEqual(bare);
  });

  test('counts months to the end of short ones', () => {
    const endOf = (start: string, lengthMonths: number) =>
      defineProgram({ id: 'p', name: 'P', start, lengthMonths }).end;
    expect(endOf('2026-01-31', 1)).toBe('2026-02-27');
    expect(endOf('2024-02-29', 12)).toBe('2025-02-27');
    expect(endOf('2026-12-01', 1)).toBe('2026-12-31');
    expect(endOf('2026-03-01', 60)).toBe('2031-02-28');
  });

  test('refuses what is broken, all at once, with place and rule', () => {
    const broken = {
      ...bare,
      id: '',
      end: '2026-07-12',
      objectives: ['culture', 'culture', 'fame'],
      cadence: { everyWeeks: 0, minutes: 60 },
      training: { mentor: ['goalSetting'] },
      sponser: 'x',
    };
    const call = () => defineProgram(broken as never);
    for (const part of [
      'id is ""',
      'objectives[2]',
      'cadence.everyWeeks is 0',
      'training.mentor[0]',
      '"sponsor" perhaps',
    ])
      expect(call).toThrow(part);
    expect(() => defineProgram({ ...bare, end: '2026-07-12' })).toThrow('expected 2026-07-11, which follows');
    expect(() => defineProgram({ ...bare, objectives: ['culture', 'culture'] })).toThrow(
      'no objective twice',
    );
    expect(() => defineProgram({ ...bare, start: '2026-02-29', end: null })).toThrow('a date that exists');
    expect(() => defineProgram({ ...bare, start: '20026-01-01', end: null })).toThrow('a date that exists');
  });
});

describe('findReadinessGaps', () => {
  const codes = (...call: Parameters<typeof findReadinessGaps>) =>
    findReadinessGaps(...call).map(({ code }) => code);

  test('a bare programme lacks what a launch needs; a complete one nothing', () => {
    expect(codes(bare)).toEqual([
      'noObjectives',
      'noSponsor',
      'noLead',
      'noCadence',
      'trainingIncomplete',
      'trainingIncomplete',
      'noResources',
    ]);
    expect(codes(program)).toEqual([]);
    expect(
      codes({ ...program, lead: 'Mo', cadence: { everyWeeks: 13, minutes: 60 }, objectives: ['culture'] }),
    ).toEqual(['noObjectiveMeasure', 'noLeadContact', 'fewMeetings']);
  });

  test('looks at the people who came forward', () => {
    const people = {
      mentors: [
        { id: 'lee', optedIn: true, trainedOn: '2026-01-10', skills: ['SQL'] },
        { id: 'kim', optedIn: true, trainedOn: '2026-01-13' },
        { id: 'zed', optedIn: false },
      ],
      mentees: ['a', 'b', 'c'].map((id) => ({
        id,
        optedIn: true,
        trainedOn: '2026-01-10',
        skillsWanted: ['SQL'],
      })),
    };
    const gaps = findReadinessGaps(program, people);
    expect(gaps).toEqual([
      { severity: 'needed', code: 'tooFewPlaces', places: 2, mentees: 3 },
      { severity: 'needed', code: 'notOptedIn', role: 'mentor', people: 1 },
      { severity: 'needed', code: 'notTrained', role: 'mentor', people: 1 },
      { severity: 'advised', code: 'skillsUnknown', role: 'mentor', people: 1 },
    ]);
    expect(findReadinessGaps(program, parseCohort(people))).toEqual(gaps);
    expect(codes(program, { mentors: [], mentees: [] })).toEqual(['noMentors', 'noMentees']);
  });

  test('every gap says in both languages why it matters', () => {
    const people = { mentors: [{ id: 'x' }], mentees: [{ id: 'y' }, { id: 'z', optedIn: true }] };
    const all = [
      ...findReadinessGaps(bare, { mentors: [], mentees: [] }),
      ...findReadinessGaps(
        { ...program, lead: 'Mo', objectives: ['skillDevelopment'], lengthMonths: 1, end: null },
        people,
      ),
    ];
    expect(new Set(all.map(({ code }) => code)).size).toBeGreaterThanOrEqual(13);
    for (const gap of all)
      for (const language of Object.values(texts)) {
        const said = describeFinding(gap, { texts: language });
        expect(said.split('. ').length, said).toBeGreaterThanOrEqual(
          /^no(?:Mentors|Mentees)$/.test(gap.code) ? 1 : 2,
        );
        expect(said).not.toMatch(/\{\w+\}|undefined/);
      }
    expect(
      describeFinding({
        severity: 'needed',
        code: 'trainingIncomplete',
        role: 'mentor',
        topics: ['feedback', 'support'],
      }),
    ).toMatch(/^The training leaves something out \(mentors\): Feedback, Support\. /);
  });
});

describe('an agreement', () => {
  test('follows the programme unless the two choose otherwise', () => {
    const agreement = createAgreement(program, { ...pair, score: 0.8 } as typeof pair, {
      minutes: 45,
      boundaries: ['politics'],
    });
    expect(agreement.meeting).toEqual({ everyWeeks: 2, minutes: 45, channel: 'mixed' });
    expect([agreement.start, agreement.end]).toEqual([program.start, program.end]);
    expect(agreement.signedOn).toEqual({ mentee: null, mentor: null });
    expect(stored(agreement)).toEqual(agreement);
  });

  test('outside the programme, too short, with oneself or without a rhythm is refused', () => {
    const make =
      (choices: object, who = pair) =>
      () =>
        createAgreement(program, who, choices);
    expect(make({ end: '2027-01-12' })).toThrow('a day of the programme, 2026-01-12 to 2027-01-11');
    expect(make({ start: '2026-12-20' })).toThrow('at least 27 days after start');
    expect(make({}, { menteeId: 'lee', mentorId: 'lee' })).toThrow('another person');
    expect(make({ chanel: 'video' })).toThrow('"channel" perhaps');
    expect(() => createAgreement(bare, pair)).toThrow('since the programme has no cadence');
    expect(() => createAgreement(bare, pair, { everyWeeks: 2, minutes: 30 })).not.toThrow();
  });

  test('is signed by each once', () => {
    const agreement = signedAgreement();
    expect(signAgreement(agreement, 'mentee', agreement.start)).toEqual(agreement);
    expect(() => signAgreement(agreement, 'mentee', '2026-01-13')).toThrow('the mentee signed on 2026-01-12');
    const fresh = createAgreement(program, pair);
    expect(() => signAgreement(fresh, 'mentor', '2027-02-01')).toThrow('up to the agreed end');
    expect(() => signAgreement(fresh, 'boss' as 'mentor', '2026-01-12')).toThrow('by is "boss"');
  });

  test('is rendered in the language and with the names that are wanted', () => {
    const text = renderAgreement(signedAgreement(pair, { boundaries: ['salary'] }), {
      texts: texts.it,
      names: { mentee: 'Ana', mentor: 'Lee' },
    });
    expect(text).toContain('Tra Ana (mentee) e Lee (mentore).');
    expect(text).toContain('- salary\n');
    expect(text).toContain('- Lee: 2026-01-12\n');
    expect(text).toContain('con un preavviso in giorni di: 14.');
    expect(renderAgreement(createAgreement(program, pair))).toContain('- ana: not yet');
  });

  test('shows what people typed as text: no markup of theirs survives', () => {
    const evil =
      '<script>x</script> [a](javascript:x) **b** `c`\n# head\n- item http://x.y a@b.c ![i](u) &lt; 1. | ~~d~~ _e_ \\';
    const text = renderAgreement(
      signedAgreement({ menteeId: evil, mentorId: 'lee' }, { boundaries: [evil] }),
    );
    const line = text.split('\n').find((each) => each.startsWith('- \\<'))!;
    expect(line).toBeDefined();
    // Without its backslashes it is what was typed; with them, no ASCII punctuation stands bare.
    expect(line.slice(2).replaceAll(/\\(.)/g, '$1')).toBe(evil.replaceAll('\n', ' '));
    expect(line.slice(2).replaceAll(/\\./g, '')).toMatch(/^[\w ]*$/);
    expect(text.split('\n').filter((each) => each.startsWith('#'))).toHaveLength(5);
  });

  test('typed texts keep every character but line breaks and controls', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), (typed) => {
        fc.pre(typed.trim() !== '');
        const agreement = signedAgreement(pair, { boundaries: [typed] });
        const heading = `## ${texts.en.agreement.boundariesTitle}\n\n- `;
        const [line] = renderAgreement(agreement).split(heading)[1]!.split('\n');
        const shown = line!.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
        const expected = typed
          .trim()
          .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
          .trim();
        expect(shown).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('training, guides and resources', () => {
  test('the training is done on the day of its last topic, and the rule trained reads that day', () => {
    const half = trainingChecklist('mentor', { done: { guidance: '2026-01-05', feedback: '2026-01-07' } });
    expect(half.trainedOn).toBeNull();
    const whole = trainingChecklist('mentor', {
      done: { guidance: '2026-01-05', feedback: '2026-01-09', support: '2026-01-07' },
    });
    expect(whole.trainedOn).toBe('2026-01-09');
    expect(whole.items.map(({ topic }) => topic)).toEqual(['guidance', 'feedback', 'support']);
    const eligible = (trainedOn: string | null) =>
      compileCohort(
        { mentors: [{ id: 'lee', trainedOn }], mentees: [{ id: 'ana' }], referenceDate: '2026-01-12' },
        {
          assumeOptedIn: true,
          model: { factors: { preference: factors.preference({ weight: 1 }) }, rules: [rules.trained({})] },
        },
      ).isEligible(0, 0);
    expect(eligible(whole.trainedOn)).toBe(true);
    expect(eligible(half.trainedOn)).toBe(false);
    expect(() => trainingChecklist('mentor', { done: { goalSetting: '2026-01-05' } })).toThrow(
      'done.goalSetting',
    );
  });

  test('every meeting has a guide; later ones turn through four themes', () => {
    const titles = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => conversationGuide(from + index).title);
    expect(titles(1, 3)).toEqual([
      'Getting to know each other',
      'Setting goals',
      'First steps and first feedback',
    ]);
    expect(new Set(titles(4, 7)).size).toBe(4);
    expect(titles(8, 11)).toEqual(titles(4, 7));
    expect(conversationGuide(9, { kind: 'closing' }).title).toBe('Closing well');
    expect(conversationGuide(9, { kind: 'checkpoint', texts: texts.it }).title).toBe(
      'Guardare indietro e correggere la rotta',
    );
    for (const number of [0, 1.5, -1, Number.NaN, '1'])
      expect(() => conversationGuide(number as number)).toThrow('meeting is');
  });

  test('the kit has what each side needs, and goals for the objectives', () => {
    const kit = resourceKit(program);
    expect(kit.mentor.map(({ title }) => title)).toContain('A list of courses');
    expect(kit.mentor.at(-1)!.title).toBe('Whom to ask: Mo Ruiz, mo@example.org');
    const goals = kit.mentee.find(({ code }) => code === 'goalTemplates')!;
    expect(goals.templateIds).toEqual(goalTemplates({ objective: 'skillDevelopment' }).map(({ id }) => id));
    expect(resourceKit(bare).mentee.find(({ code }) => code === 'goalTemplates')!.templateIds).toHaveLength(
      24,
    );
  });
});

describe('suggestGoals', () => {
  const people = {
    mentors: [
      { id: 'lee', skills: [{ name: 'SQL', level: 3 }, { name: 'public speaking', level: 2 }, 'jazz'] },
      { id: 'kim' },
    ],
    mentees: [
      {
        id: 'ana',
        skills: [{ name: 'sql', level: 1 }],
        skillsWanted: [
          { name: 'Sql', level: 5 },
          { name: 'Public Speaking', level: 4, importance: 3 },
          { name: 'juggling', level: 2 },
        ],
      },
      { id: 'bo' },
    ],
  };

  test('begins where most is to be gained, with templates of that skill first', () => {
    const goals = suggestGoals(people, 'ana', 'lee');
    expect(goals.map(({ skill, templateId, fit }) => `${skill}: ${templateId} (${fit})`)).toEqual([
      'Public Speaking: publicSpeaking (thisSkill)',
      'Public Speaking: skillByPractice (anySkill)',
      'Public Speaking: skillDepth (anySkill)',
      'Sql: skillByPractice (anySkill)',
      'Sql: skillDepth (anySkill)',
    ]);
    expect(goals[3]).toMatchObject({
      today: 1,
      wanted: 5,
      offered: 3,
      covered: 0.5,
      blanks: { skill: 'Sql' },
    });
  });

  test('says nothing where nothing is covered, and reads a parsed cohort alike', () => {
    expect(suggestGoals(people, 'ana', 'kim')).toEqual([]);
    expect(suggestGoals(people, 'bo', 'lee')).toEqual([]);
    const cohort = parseCohort(people, { assumeOptedIn: true });
    expect(suggestGoals(cohort, 'ana', 'lee')).toEqual(suggestGoals(people, 'ana', 'lee'));
    expect(() => suggestGoals(people, 'ana', 'zed')).toThrow(
      'mentorId is "zed"; expected the id of somebody',
    );
  });

  test('knows other words and other languages', () => {
    const aliases = { juggling: ['jazz'] };
    expect(suggestGoals(people, 'ana', 'lee', { aliases }).some(({ skill }) => skill === 'juggling')).toBe(
      true,
    );
    const italian = {
      mentors: [{ id: 'lee', skills: ['Negoziazione'] }],
      mentees: [{ id: 'ana', skillsWanted: ['negoziazione'] }],
    };
    expect(suggestGoals(italian, 'ana', 'lee', { texts: texts.it })[0]!.templateId).toBe('promotionTalk');
  });
});
