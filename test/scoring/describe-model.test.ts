import { expect, test } from 'vitest';
import { parseCohort } from '../../src/schema/index.js';
import {
  compileCohort,
  describeModel,
  modelTextsEnglish,
  modelTextsItalian,
} from '../../src/scoring/index.js';

const model = {
  factors: {
    late: { kind: 'preference', weight: 1 },
    early: { kind: 'preference', weight: 1 },
    skills: { kind: 'skillCoverage', weight: 4 },
    off: { kind: 'sharedInterests', weight: 0 },
  },
  rules: [{ kind: 'sharedLanguage' }, { kind: 'trained' }, { kind: 'trained', who: 'both' }],
  minimumScore: 0.25,
} as const;

test('a model is told the heaviest factor first, equal ones by name, and each condition once', () => {
  for (const [texts, comma] of [
    [modelTextsEnglish, '.'],
    [modelTextsItalian, ','],
  ] as const) {
    const factor = (name: string, percent: string, kind: 'skillCoverage' | 'preference') =>
      `- ${texts.factor({ name, percent: percent.replace('.', comma), what: texts.factors[kind]! })}`;
    expect(describeModel(model, { texts }).split('\n')).toEqual([
      texts.head,
      factor('skills', '66.7', 'skillCoverage'),
      factor('early', '16.7', 'preference'),
      factor('late', '16.7', 'preference'),
      texts.onlyIf,
      `- ${texts.rules.sharedLanguage}`,
      `- ${texts.rules.trained}`,
      `- ${texts.minimumScore(`0${comma}25`)}`,
      texts.always,
      texts.caution,
    ]);
  }
});

test('the field that a rule looks at is named, so that two rules of one kind are two conditions', () => {
  const { rules, factors } = modelTextsEnglish;
  const two = {
    factors: {
      near: { kind: 'custom', weight: 2, function: 'nearness' },
      years: { kind: 'numericCloseness', weight: 1, menteeField: 'grade', mentorField: 'attributes.years' },
    },
    rules: [
      { kind: 'differentValue', field: 'department' },
      { kind: 'differentValue', field: 'organization' },
      { kind: 'differentValue', field: 'organization', unknown: 'forbid' },
    ],
  } as const;
  const said = describeModel(two);
  expect(said.split('\n').filter((line) => line.includes(rules.differentValue!))).toEqual([
    `- ${rules.differentValue} (department)`,
    `- ${rules.differentValue} (organization)`,
  ]);
  expect(said).toContain(`${factors.custom} (nearness)`);
  expect(said).toContain(`${factors.numericCloseness} (grade, attributes.years)`);
});

test('a model without conditions says none, and one in which nothing counts names no factor', () => {
  const { head, always, caution } = modelTextsEnglish;
  const nothing = { factors: { off: { kind: 'preference', weight: 0 } } } as const;
  expect(describeModel(nothing).split('\n')).toEqual([head, always, caution]);
});

test('what is no model is refused, in words', () => {
  expect(() => describeModel(7 as never)).toThrow(
    'describeModel: model is 7; expected a model as a cohort was compiled',
  );
  expect(() => describeModel(model, { text: modelTextsItalian } as never)).toThrow('"texts" perhaps');
});

test('hours that are no numbers are no workday', () => {
  const people = parseCohort({ mentees: [], mentors: [] });
  for (const workday of [
    { start: '9', end: '17' },
    { start: 9, end: '17' },
    { start: '9', end: 17 },
    { start: -1, end: 8 },
  ])
    expect(() =>
      compileCohort(people, {
        model: { factors: { f: { kind: 'timeZoneOverlap', weight: 1, workday } } },
      } as never),
    ).toThrow('{ start, end } in hours, 0 ≤ start < end ≤ 24');
  for (const workday of [
    { start: 0, end: 8 },
    { start: 16, end: 24 },
  ])
    compileCohort(people, { model: { factors: { f: { kind: 'timeZoneOverlap', weight: 1, workday } } } });
});

test('a model with every kind of factor and rule is told in full', () => {
  const told = describeModel({
    factors: {
      a: { kind: 'skillCoverage', weight: 1 },
      b: { kind: 'sameValue', field: 'team', weight: 1 },
      c: { kind: 'setOverlap', menteeField: 'attributes.wish', mentorField: 'languages', weight: 0.5 },
      d: { kind: 'custom', function: 'chemistry', weight: 0.5 },
    },
    rules: [
      { kind: 'differentValue', field: 'department' },
      { kind: 'differentValue', field: 'team' },
      { kind: 'notInManagementChain' },
    ],
    minimumScore: 0.125,
  });
  expect(told.split('\n')).toEqual([
    'A score is made of these parts:',
    '- a, 33.3 % of the weight: how much of what the mentee wants to learn the mentor can teach',
    '- b, 33.3 % of the weight: whether both have the same value in a field (team)',
    '- c, 16.7 % of the weight: what two lists have in common (attributes.wish, languages)',
    '- d, 16.7 % of the weight: a function of the programme (chemistry)',
    'A pair is made only if:',
    '- the two differ in a field (department)',
    '- the two differ in a field (team)',
    '- neither is above the other in the line of management',
    '- the score is at least 0.125',
    'Only people who opted in take part, and nobody is paired with a person either of them avoids.',
    'A score is a reasoned starting point for people, not a probability of success.',
  ]);
  const least = describeModel(
    { factors: { a: { kind: 'preference', weight: 1 } }, minimumScore: 0.5 },
    { texts: modelTextsItalian },
  );
  expect(least.split('\n')[3]).toBe(`- ${modelTextsItalian.minimumScore('0,5')}`);
  expect(modelTextsItalian.minimumScore('0,5')).toMatch(/\w{4}.*0,5/);
});
