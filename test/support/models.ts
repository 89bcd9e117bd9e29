import fc from 'fast-check';
import { hashText } from '../../src/core/index.js';
import type { Mentee, Mentor } from '../../src/participants/index.js';
import type { FactorSpec, Model, ModelFunctions, RuleSpec } from '../../src/scoring/index.js';
import { miniIpip } from '../../src/survey/index.js';

/**
 * Random models that `compileCohort` takes, with every kind of factor and rule and every option of each. They
 * read the fields that `cohortArbitrary` fills.
 */

/** The functions that the models mention: they look at the ids and at nothing else. */
export const functions: ModelFunctions = {
  chemistry: ({ id }: Mentee, mentor: Mentor) => {
    const hash = hashText(`${id}/${mentor.id}`, 5);
    return hash % 5 === 0 ? null : (hash % 101) / 100;
  },
  notRivals: ({ id }: Mentee, mentor: Mentor) => hashText(`${id}/${mentor.id}`, 6) % 6 !== 0,
};

const weight = fc.constantFrom(0, 0.1, 0.5, 1, 1, 2, 3, 1 / 3);
const unknown = fc.constantFrom(0, 0.25, 0.5, 1);
const measure = fc.constantFrom('jaccard', 'weightedJaccard', 'overlap', 'cosine');
const forUnknown = fc.constantFrom('allow', 'forbid');
const workday = fc.constantFrom({ start: 9, end: 17 }, { start: 8.5, end: 12 }, { start: 0, end: 24 });

const texts = ['organization', 'location', 'interests', 'languages', 'grade'];
const attributes = ['attributes.site', 'attributes.hours', 'attributes.remote', 'attributes.hobbies'];
const anyField = fc.constantFrom(...texts, ...attributes);
const numberField = fc.constantFrom('grade', 'attributes.hours', 'attributes.site');
const field = fieldOf(anyField);

function fieldOf(name: fc.Arbitrary<string>): fc.Arbitrary<object> {
  return fc.oneof(
    fc.record({ field: name }),
    fc.record({ menteeField: name, mentorField: name }),
    fc.record({ menteeField: fc.constant('team'), mentorField: fc.constant('department') }),
  );
}

function options(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc.record(fields, { requiredKeys: [] });
}

const gradeGap = fc.oneof(
  fc.constant({}),
  options({
    plateau: fc.constantFrom({ from: 1, to: 3 }, { from: -1, to: -1 }, { from: 0.5, to: 2.5 }),
    ramp: fc.constantFrom({ below: 0, above: 0 }, { below: 2, above: 0 }, { below: 1.5, above: 4 }),
  }),
  fc.record(
    {
      table: fc.constantFrom({}, { '1': 0.75, '2': 1 }, { '-1': 0.1, '0': 0.5, '7': 1 }),
      otherwise: fc.constantFrom(0, 0.3, 1),
    },
    { requiredKeys: ['table'] },
  ),
);

const direction = fc.constantFrom('similar', 'different', 'ignored');
/** The built-in instrument, and the same without norms, so that the cohort's own are taken. */
const { norms: _, ...withoutNorms } = miniIpip;
const instrument = fc.constantFrom('mini-ipip-20', withoutNorms);
const personality = fc.oneof(
  fc.record({ instrument }),
  fc.record({
    instrument,
    measure: fc.constantFrom('traitGap', 'gower'),
    traits: fc.record({ openness: direction, neuroticism: direction, agreeableness: fc.constant('similar') }),
  }),
  fc.record({
    instrument,
    measure: fc.constantFrom('euclidean', 'doubleEntryCorrelation', 'cosine', 'pearson'),
    traits: fc.constant({ openness: 'similar', neuroticism: 'similar', extraversion: 'similar' }),
  }),
);

/** Options of each kind of factor. */
const factorOptions: Record<FactorSpec['kind'], fc.Arbitrary<object>> = {
  skillCoverage: options({ rarity: fc.boolean() }),
  sharedInterests: options({ measure }),
  preference: fc.constant({}),
  personality,
  gradeGap,
  sameValue: field,
  differentValue: field,
  numericCloseness: join(fieldOf(numberField), options({ range: fc.constantFrom(0.5, 1, 3, 1e9) })),
  setOverlap: join(field, options({ measure })),
  timeZoneOverlap: options({ workday }),
  availabilityOverlap: options({ enoughMinutes: fc.constantFrom(1, 45, 60, 10080) }),
  custom: fc.constant({ function: 'chemistry' }),
};

/** Options of each kind of rule. */
const ruleOptions: Record<RuleSpec['kind'], fc.Arbitrary<object>> = {
  notInManagementChain: fc.constant({}),
  sameValue: join(field, options({ unknown: forUnknown })),
  differentValue: join(field, options({ unknown: forUnknown })),
  sharedLanguage: options({ unknown: forUnknown }),
  timeZoneOverlap: fc.record(
    { minimumHours: fc.constantFrom(0, 4.15, 3, 24), workday, unknown: forUnknown },
    { requiredKeys: ['minimumHours'] },
  ),
  gradeGap: fc.oneof(
    fc.record({ minimum: fc.constantFrom(-1, 0, 1), unknown: forUnknown }),
    fc.record({ maximum: fc.constantFrom(0, 2) }),
    fc.record({ minimum: fc.constant(-1), maximum: fc.constantFrom(1, 2.5), unknown: forUnknown }),
  ),
  notPreviouslyPaired: fc.record({
    history: fc.constantFrom(
      [],
      [
        { menteeId: 'ana', mentorId: 'bo' },
        { menteeId: '__proto__', mentorId: 'constructor' },
        { menteeId: 'nobody', mentorId: 'ana' },
      ],
    ),
  }),
  requiredSkill: options({
    skill: fc.constantFrom('climbing', 'C', 'Café', '__proto__'),
    minimumLevel: fc.constantFrom(0, 1, 2.5),
    unknown: forUnknown,
  }),
  trained: options({ who: fc.constantFrom('mentor', 'mentee', 'both') }),
  custom: fc.constant({ function: 'notRivals' }),
};

export const factorKindNames = Object.keys(factorOptions) as FactorSpec['kind'][];
export const ruleKindNames = Object.keys(ruleOptions) as RuleSpec['kind'][];

/** Any factor of a kind. */
export function factorArbitrary(kind: FactorSpec['kind']): fc.Arbitrary<FactorSpec> {
  const common = fc.record(
    { kind: fc.constant(kind), weight, unknown },
    { requiredKeys: ['kind', 'weight'] },
  );
  return join(common, factorOptions[kind]) as fc.Arbitrary<FactorSpec>;
}

/** Any rule of a kind. */
export function ruleArbitrary(kind: RuleSpec['kind']): fc.Arbitrary<RuleSpec> {
  return join(fc.constant({ kind }), ruleOptions[kind]) as fc.Arbitrary<RuleSpec>;
}

const names = ['a', 'B', '10', '9', '__proto__', 'skills', 'ß'];
const anyFactor = fc.oneof(...factorKindNames.map(factorArbitrary));
const anyRule = fc.oneof(...ruleKindNames.map(ruleArbitrary));

/** Any model, with at least one weight above 0. */
export const modelArbitrary: fc.Arbitrary<Model> = fc
  .record(
    {
      factors: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...names), anyFactor), {
          selector: ([name]) => name,
          minLength: 1,
          maxLength: 6,
        })
        .filter((all) => all.some(([, spec]) => spec.weight > 0))
        .map((all) => Object.fromEntries(all)),
      rules: fc.array(anyRule, { maxLength: 3 }),
      minimumScore: fc.constantFrom(0, 0.1, 0.300001, 0.5, 1),
    },
    { requiredKeys: ['factors'] },
  )
  .map((model) => model as Model);

/** One object with the options of both. */
function join(one: fc.Arbitrary<object>, other: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc.tuple(one, other).map(([first, second]) => ({ ...first, ...second }));
}
