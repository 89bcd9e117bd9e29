import { describe, expect, test } from 'vitest';
import {
  conversationGuide,
  createGoal,
  describeFinding,
  type Finding,
  findGoalIssues,
  goalTemplates,
  type ProgramTexts,
  renderAgreement,
  resourceKit,
  texts,
  trainingChecklist,
} from '../../src/program/index.js';
import { answersTo, program, signedAgreement } from './people.js';

/** Every text by its path. */
function textsOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  const entries = Object.entries(value as object);
  return new Map(entries.flatMap(([name, each]) => [...textsOf(each, `${path}/${name}`)]));
}

/** Skills are lists that a language fills as it needs. */
const comparable = (all: ReadonlyMap<string, string>) =>
  new Map([...all].filter(([path]) => !/\/(?:skills\/\d+|language)$/.test(path)));
const english = comparable(textsOf(texts.en));
const wordsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

/** A language that nobody speaks: every English text with marks around it. */
function invented(value: unknown): unknown {
  if (typeof value === 'string') return `«${value}»`;
  if (Array.isArray(value)) return value.map(invented);
  return Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, invented(each)]));
}
const third = { ...(invented(texts.en) as ProgramTexts), language: 'xx' };

describe.each(Object.entries(texts))('texts.%s', (code, language) => {
  const all = comparable(textsOf(language));

  test('has every text, and no others', () => {
    expect([...all.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...all.values()].filter((text) => text.trim() === '')).toEqual([]);
    expect(language.language).toBe(code);
  });

  test('fills in only words that the English fills in', () => {
    const unknown = [...all].filter(([path, text]) => {
      if (path.includes('/templates/')) return false;
      const known = wordsIn(english.get(path)!);
      return wordsIn(text).some((word) => !known.includes(word));
    });
    expect(unknown).toEqual([]);
  });

  test('findings lose no number on the way', () => {
    const lost = [...all].filter(([path, text]) => {
      if (!path.startsWith('/findings/')) return false;
      return wordsIn(english.get(path)!).join() !== wordsIn(text).join();
    });
    expect(lost).toEqual([]);
  });

  test('every template asks for each word it fills in, and uses each answer', () => {
    for (const { id, questions } of goalTemplates({ texts: language })) {
      const { blanks, target: _, ...rest } = language.goals.templates[id];
      const used = new Set([...textsOf(rest).values()].flatMap(wordsIn));
      expect([...used].sort(), id).toEqual([...Object.keys(blanks), 'target'].sort());
      const asked = questions
        .filter(({ answer }) => answer.startsWith('blanks.'))
        .map(({ answer }) => answer);
      expect(asked, id).toEqual(Object.keys(blanks).map((name) => `blanks.${name}`));
      expect(language.goals.templates[id].milestones.length, id).toBeGreaterThanOrEqual(3);
      expect(language.goals.templates[id].milestones.length, id).toBeLessThanOrEqual(5);
      expect(language.goals.templates[id].skills.length, id).toBeGreaterThan(0);
    }
  });

  test('typographic quotes and apostrophes are used throughout', () => {
    expect([...all.values()].filter((text) => /['"]/.test(text))).toEqual([]);
  });
});

test('a third language is one object: every text that is shown is of it', () => {
  const options = { texts: third };
  const guide = conversationGuide(5, options);
  const checklist = trainingChecklist('mentor', options);
  const goal = createGoal('skillByPractice', answersTo('skillByPractice', 'SQL'), options);
  const gap: Finding = { severity: 'needed', code: 'notOptedIn', role: 'mentor', people: 2 };
  expect(guide.questions.every((question) => question.startsWith('«'))).toBe(true);
  expect(checklist.items[0]!.title).toBe('«Guidance»');
  expect(goal.measure).toBe('«Pieces of work with the skill that SQL finds good»');
  expect(goal.levels[2]!.text).toBe('««Pieces of work with the skill that SQL finds good»: at least 4.»');
  expect(findGoalIssues(goal)).toEqual([]);
  expect(describeFinding(gap, options)).toMatch(/^«Have not opted in \(«mentors»\): 2\./);
  expect(renderAgreement(signedAgreement(), options)).toMatch(/^# «Mentoring agreement»\n/);
  expect(resourceKit(program, options).mentor[0]!.title).toBe('«The mentoring agreement»');
  expect(goalTemplates({ ...options, skill: '«Learning»' })).toHaveLength(2);
});

test('a language that lacks a text is refused with the place of the text', () => {
  const lacking = { ...third, findings: { ...third.findings, silent: '' } };
  const call = () => renderAgreement(signedAgreement(), { texts: lacking });
  expect(call).toThrow('renderAgreement: texts.findings.silent is ""; expected a text');
  const { calendar: _, ...rest } = third;
  expect(() => conversationGuide(1, { texts: rest as unknown as ProgramTexts })).toThrow(
    'texts.calendar is missing; expected an object of texts',
  );
  const short = { ...third, goals: { ...third.goals, levels: third.goals.levels.slice(1) } };
  expect(() => goalTemplates({ texts: short as unknown as ProgramTexts })).toThrow('a list of 5');
});
