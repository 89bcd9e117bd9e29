import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCohort } from '../../src/index.js';
import { defineProgram } from '../../src/program/index.js';
import {
  defaultModel,
  describeModelSuggestion,
  type ProgramForModel,
  type SuggestedFor,
  suggestionTextsEnglish,
  suggestionTextsItalian,
  suggestModel,
} from '../../src/scoring/index.js';

const all: readonly SuggestedFor[] = ['careerAdvancement', 'skillDevelopment', 'culture'];
const heaviest = ({ factors }: ReturnType<typeof suggestModel>['model']) =>
  Object.entries(factors).sort(([, one], [, other]) => other.weight - one.weight)[0]![0];

/** Objectives with weights, in any order. */
const programs = fc
  .shuffledSubarray([...all], { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((objective) => fc.integer({ min: 1, max: 9 }).map((weight) => ({ objective, weight }))),
    ),
  );

test('the weights follow the objective', () => {
  const of = (objective: SuggestedFor) => heaviest(suggestModel({ objectives: [{ objective }] }).model);
  expect(of('skillDevelopment')).toBe('skillCoverage');
  expect(of('careerAdvancement')).toBe('experienceGap');
  expect(of('culture')).toBe('sharedInterests');
});

test('two objectives give the mean of their tiers, by their weights', () => {
  const { model, reasons } = suggestModel({
    objectives: [{ objective: 'skillDevelopment', weight: 3 }, { objective: 'culture' }],
  });
  expect(model.factors.skillCoverage?.weight).toBe(3.13);
  expect(reasons[0]).toEqual({
    factor: 'skillCoverage',
    weight: 3.13,
    from: [
      { objective: 'skillDevelopment', weight: 3 },
      { objective: 'culture', weight: 0.13 },
    ],
  });
});

test('every factor and rule has a reason, and every suggestion compiles', () => {
  fc.assert(
    fc.property(programs, fc.boolean(), (objectives, isTraining) => {
      const program = isTraining ? { objectives, training: { mentor: ['feedback'] } } : { objectives };
      const { model, reasons } = suggestModel(program);
      expect(reasons.flatMap((each) => ('factor' in each ? [each.factor] : []))).toEqual(
        Object.keys(model.factors),
      );
      expect(reasons.flatMap((each) => ('rule' in each ? [each.rule] : []))).toEqual(
        model.rules!.map(({ kind }) => kind),
      );
      for (const reason of reasons)
        if ('from' in reason) {
          const sum = reason.from.reduce((total, { weight }) => total + weight, 0);
          expect(Math.abs(sum - reason.weight)).toBeLessThan(0.02);
        }
      expect(JSON.parse(JSON.stringify(model))).toEqual(model);
      compileCohort({ mentors: [{ id: 'a' }], mentees: [{ id: 'b' }] }, { model, assumeOptedIn: true });
    }),
    { numRuns: 50 },
  );
});

test('neither the order of the objectives nor the scale of their weights matters', () => {
  fc.assert(
    fc.property(programs, (objectives) => {
      const scaled = objectives.map(({ objective, weight }) => ({ objective, weight: weight * 8 })).reverse();
      expect(suggestModel({ objectives: scaled })).toEqual(suggestModel({ objectives }));
    }),
    { numRuns: 50 },
  );
});

test('a programme is taken as it is defined; without objectives it gets the default weights', () => {
  const program = defineProgram({
    id: 'p',
    name: 'P',
    start: '2026-01-01',
    lengthMonths: 6,
    objectives: ['culture'],
    training: { mentor: ['feedback'] },
  });
  expect(suggestModel(program).model.rules?.map(({ kind }) => kind)).toEqual([
    'notInManagementChain',
    'trained',
  ]);
  expect(suggestModel({ objectives: [] }).model).toEqual(defaultModel);
});

test('the reasons are told in both languages, and completely', () => {
  const suggestion = suggestModel({
    objectives: all.map((objective) => ({ objective })),
    training: { mentor: ['feedback'] },
  });
  for (const texts of [suggestionTextsEnglish, suggestionTextsItalian]) {
    const lines = describeModelSuggestion(suggestion, { texts }).split('\n');
    expect(lines).toHaveLength(suggestion.reasons.length);
    expect(lines.join()).not.toMatch(/\{|undefined|: \(/);
    expect(Object.keys(texts.factors).sort()).toEqual(Object.keys(suggestionTextsEnglish.factors).sort());
  }
  expect(describeModelSuggestion(suggestion, { texts: suggestionTextsItalian })).toContain(
    '- skillCoverage, peso 2,17: un mentore può insegnare solo ciò che sa meglio (avanzamento di carriera 0,67, sviluppo di competenze 1,33, cultura 0,17)',
  );
});

test('what is no programme is refused', () => {
  const call = (program: unknown) => () => suggestModel(program as ProgramForModel);
  expect(call({ objectives: [{ objective: 'fame' }] })).toThrow('objectives[0].objective is "fame"');
  expect(call({ objectives: [{ objective: 'culture', weight: 0 }] })).toThrow('objectives[0].weight is 0');
  expect(call({ objectives: [{ objective: 'culture' }, { objective: 'culture' }] })).toThrow(
    'no objective twice',
  );
  for (const broken of [
    null,
    {},
    { objectives: 'culture' },
    { objectives: [null] },
    { objectives: [], training: {} },
  ])
    expect(call(broken)).toThrow('suggestModel: ');
});
