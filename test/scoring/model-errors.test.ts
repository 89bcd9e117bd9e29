import { expect, test } from 'vitest';
import { InputError, type Problem } from '../../src/core/index.js';
import { parseCohort } from '../../src/schema/index.js';
import { type CompileOptions, compileCohort, defaultModel, factors, rules } from '../../src/scoring/index.js';

const cohort = parseCohort({
  mentees: [{ id: 'ana', optedIn: true, grade: 1 }],
  mentors: [{ id: 'lee', optedIn: true, grade: 3 }],
});

function problemsOf(options: object): readonly Problem[] {
  try {
    compileCohort(cohort, options as CompileOptions);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const withFactor = (factor: unknown) => ({ model: { factors: { f: factor } } });
const withRule = (rule: unknown) => ({
  model: { factors: { f: { kind: 'preference', weight: 1 } }, rules: [rule] },
});
const one = { weight: 1 };

/** Each is refused in one place. */
const broken: readonly (readonly [what: string, options: object, path: string])[] = [
  ['a list for a model', { model: [] }, 'model'],
  ['a text for a model', { model: 'default' }, 'model'],
  ['no factors', { model: {} }, 'model.factors'],
  ['an empty set of factors', { model: { factors: {} } }, 'model.factors'],
  ['a list of factors', { model: { factors: [factors.preference(one)] } }, 'model.factors'],
  ['an unknown option of a model', { model: { ...defaultModel, minScore: 0.5 } }, 'model.minScore'],
  ['rules that are no list', { model: { ...defaultModel, rules: {} } }, 'model.rules'],
  ['a factor that is null', withFactor(null), 'model.factors.f'],
  ['a factor without kind', withFactor({ weight: 1 }), 'model.factors.f.kind'],
  ['an unknown kind', withFactor({ kind: 'skillcoverage', weight: 1 }), 'model.factors.f.kind'],
  ['an inherited kind', withFactor({ kind: 'constructor', weight: 1 }), 'model.factors.f.kind'],
  ['no weight', withFactor({ kind: 'preference' }), 'model.factors.f.weight'],
  ...[Number.NaN, -1, Number.POSITIVE_INFINITY, '1', null].map(
    (weight) =>
      [`weight ${weight}`, withFactor({ kind: 'preference', weight }), 'model.factors.f.weight'] as const,
  ),
  ['all weights zero', withFactor({ kind: 'preference', weight: 0 }), 'model.factors'],
  ['a misspelt option', withFactor({ kind: 'preference', wieght: 1, ...one }), 'model.factors.f.wieght'],
  ...[-0.1, 1.1, Number.NaN, 'half', null].map(
    (unknown) =>
      [
        `unknown ${unknown}`,
        withFactor({ kind: 'preference', ...one, unknown }),
        'model.factors.f.unknown',
      ] as const,
  ),
  ['rarity as text', withFactor({ kind: 'skillCoverage', ...one, rarity: 'yes' }), 'model.factors.f.rarity'],
  [
    'an unknown measure',
    withFactor({ kind: 'sharedInterests', ...one, measure: 'dice' }),
    'model.factors.f.measure',
  ],
  [
    'an inverted plateau',
    withFactor({ kind: 'gradeGap', ...one, plateau: { from: 2, to: 1 } }),
    'model.factors.f.plateau',
  ],
  [
    'half a plateau',
    withFactor({ kind: 'gradeGap', ...one, plateau: { from: 2 } }),
    'model.factors.f.plateau',
  ],
  ...[null, 7, { from: Number.NEGATIVE_INFINITY, to: 1 }, { from: 1, to: Number.POSITIVE_INFINITY }].map(
    (plateau) =>
      ['no plateau', withFactor({ kind: 'gradeGap', ...one, plateau }), 'model.factors.f.plateau'] as const,
  ),
  ...[null, { below: 1 }, { below: 1, above: -1 }, { below: Number.POSITIVE_INFINITY, above: 1 }].map(
    (ramp) => ['no ramp', withFactor({ kind: 'gradeGap', ...one, ramp }), 'model.factors.f.ramp'] as const,
  ),
  ...[null, [], 7, { '1': '0.5' }, { '1': -0.1 }, { ' 1': 0 }, { '1': 1, '2': null }].map(
    (table) =>
      ['no table', withFactor({ kind: 'gradeGap', ...one, table }), 'model.factors.f.table'] as const,
  ),
  [
    'a negative ramp',
    withFactor({ kind: 'gradeGap', ...one, ramp: { below: -1, above: 0 } }),
    'model.factors.f.ramp',
  ],
  [
    'a table beside a plateau',
    withFactor({ kind: 'gradeGap', ...one, table: {}, plateau: { from: 1, to: 2 } }),
    'model.factors.f.plateau',
  ],
  [
    'a table of fractional gaps',
    withFactor({ kind: 'gradeGap', ...one, table: { '1.5': 1 } }),
    'model.factors.f.table',
  ],
  [
    'a table with a value of 2',
    withFactor({ kind: 'gradeGap', ...one, table: { '1': 2 } }),
    'model.factors.f.table',
  ],
  ...[-0.1, 1.1, '1'].map(
    (otherwise) =>
      [
        `otherwise ${otherwise}`,
        withFactor({ kind: 'gradeGap', ...one, table: {}, otherwise }),
        'model.factors.f.otherwise',
      ] as const,
  ),
  [
    'otherwise without a table',
    withFactor({ kind: 'gradeGap', ...one, otherwise: 1 }),
    'model.factors.f.otherwise',
  ],
  ['no field', withFactor({ kind: 'sameValue', ...one }), 'model.factors.f.field'],
  ['an unknown field', withFactor({ kind: 'sameValue', ...one, field: 'optedIn' }), 'model.factors.f.field'],
  [
    'an attribute without a name',
    withFactor({ kind: 'sameValue', ...one, field: 'attributes.' }),
    'model.factors.f.field',
  ],
  [
    'half a pair of fields',
    withFactor({ kind: 'setOverlap', ...one, menteeField: 'team' }),
    'model.factors.f.mentorField',
  ],
  [
    'a field beside a pair',
    withFactor({ kind: 'sameValue', ...one, field: 'team', menteeField: 'team', mentorField: 'team' }),
    'model.factors.f.field',
  ],
  [
    'a range of 0',
    withFactor({ kind: 'numericCloseness', ...one, field: 'grade', range: 0 }),
    'model.factors.f.range',
  ],
  [
    'a workday that ends first',
    withFactor({ kind: 'timeZoneOverlap', ...one, workday: { start: 9, end: 9 } }),
    'model.factors.f.workday',
  ],
  ...[null, 7, '9 to 17', {}].map(
    (workday) =>
      [
        'no workday',
        withFactor({ kind: 'timeZoneOverlap', ...one, workday }),
        'model.factors.f.workday',
      ] as const,
  ),
  [
    'a workday of 25 hours',
    withFactor({ kind: 'timeZoneOverlap', ...one, workday: { start: 0, end: 25 } }),
    'model.factors.f.workday',
  ],
  [
    'enough minutes of 0',
    withFactor({ kind: 'availabilityOverlap', ...one, enoughMinutes: 0 }),
    'model.factors.f.enoughMinutes',
  ],
  [
    'enough minutes beyond the week',
    withFactor({ kind: 'availabilityOverlap', ...one, enoughMinutes: 10081 }),
    'model.factors.f.enoughMinutes',
  ],
  [
    'a missing function',
    withFactor({ kind: 'custom', ...one, function: 'sameSite' }),
    'model.factors.f.function',
  ],
  [
    'an inherited function',
    { ...withFactor({ kind: 'custom', ...one, function: 'toString' }), functions: {} },
    'model.factors.f.function',
  ],
  [
    'a function that is none',
    { ...withFactor({ kind: 'custom', ...one, function: 'x' }), functions: { x: 1 } },
    'model.factors.f.function',
  ],
  ['a rule that is a text', withRule('sharedLanguage'), 'model.rules[0]'],
  ['an unknown rule', withRule({ kind: 'sharedlanguage' }), 'model.rules[0].kind'],
  [
    'a misspelt option of a rule',
    withRule({ kind: 'sharedLanguage', unkown: 'allow' }),
    'model.rules[0].unkown',
  ],
  [
    'an unknown way with unknowns',
    withRule({ kind: 'sharedLanguage', unknown: 'deny' }),
    'model.rules[0].unknown',
  ],
  ['a weight of a rule', withRule({ kind: 'trained', weight: 1 }), 'model.rules[0].weight'],
  ['who else is trained', withRule({ kind: 'trained', who: 'everyone' }), 'model.rules[0].who'],
  ['a grade gap without bounds', withRule({ kind: 'gradeGap' }), 'model.rules[0].minimum'],
  ['a bound that is text', withRule({ kind: 'gradeGap', minimum: '1' }), 'model.rules[0].minimum'],
  [
    'a bound without end',
    withRule({ kind: 'gradeGap', minimum: 0, maximum: Number.POSITIVE_INFINITY }),
    'model.rules[0].maximum',
  ],
  ['inverted bounds', withRule({ kind: 'gradeGap', minimum: 2, maximum: 1 }), 'model.rules[0].minimum'],
  ['no hours', withRule({ kind: 'timeZoneOverlap' }), 'model.rules[0].minimumHours'],
  ['25 hours', withRule({ kind: 'timeZoneOverlap', minimumHours: 25 }), 'model.rules[0].minimumHours'],
  ['no history', withRule({ kind: 'notPreviouslyPaired' }), 'model.rules[0].history'],
  [
    'a history of texts',
    withRule({ kind: 'notPreviouslyPaired', history: ['ana'] }),
    'model.rules[0].history',
  ],
  ...[[null], [{ menteeId: 'a' }], [{ mentorId: 'a' }], [{ menteeId: 'a', mentorId: 'b' }, 7]].map(
    (history) =>
      [
        'half a history',
        withRule({ kind: 'notPreviouslyPaired', history }),
        'model.rules[0].history',
      ] as const,
  ),
  ['a blank skill', withRule({ kind: 'requiredSkill', skill: ' ' }), 'model.rules[0].skill'],
  ['a negative level', withRule({ kind: 'requiredSkill', minimumLevel: -1 }), 'model.rules[0].minimumLevel'],
  ['a missing rule function', withRule({ kind: 'custom', function: 'x' }), 'model.rules[0].function'],
  ...[-0.01, 1.01, Number.NaN, '0.5', null].map(
    (minimumScore) =>
      [
        `minimumScore ${minimumScore}`,
        { model: { ...defaultModel, minimumScore } },
        'model.minimumScore',
      ] as const,
  ),
  ...[-1, 1.5, 2 ** 32, Number.NaN, '1', null].map((seed) => [`seed ${seed}`, { seed }, 'seed'] as const),
  ['aliases as a list', { aliases: [['js', 'javascript']] }, 'aliases'],
  ['an alias for one text', { aliases: { js: 'javascript' } }, 'aliases["js"]'],
  ['an alias for nothing', { aliases: { js: [] } }, 'aliases["js"]'],
  ['an alias for a blank', { aliases: { js: [' '] } }, 'aliases["js"]'],
  ['an alias for a word and a blank', { aliases: { js: ['javascript', ''] } }, 'aliases["js"]'],
  ['an alias for a word and a number', { aliases: { js: ['javascript', 7] } }, 'aliases["js"]'],
  ['aliases as a number', { aliases: 7 }, 'aliases'],
  ['functions as null', { functions: null }, 'functions'],
  ['functions as a list', { functions: [] }, 'functions'],
  ['a baseline of null', { baseline: null }, 'baseline'],
  ['a baseline without factors', { baseline: { pairs: 3 } }, 'baseline'],
];

test.each(broken)('%s is refused, in its place and nowhere else', (_, options, path) => {
  expect(problemsOf(options).map((problem) => problem.path)).toEqual([path]);
});

/** What the rule says that each of them breaks. */
const sayings: readonly (readonly [rule: string, broken: readonly string[]])[] = [
  ['a model: { factors, rules?, minimumScore? }', ['a list for a model', 'a text for a model']],
  [
    'at least one factor by name: { name: { kind, weight, … } }',
    ['no factors', 'an empty set of factors', 'a list of factors'],
  ],
  ['no option of this name; only factors, rules, minimumScore', ['an unknown option of a model']],
  ['a list of rules', ['rules that are no list']],
  ['a factor: { kind, … }', ['a factor that is null']],
  [
    'one of skillCoverage, sharedInterests, preference, personality, gradeGap, sameValue, differentValue, numericCloseness, setOverlap, timeZoneOverlap, availabilityOverlap, custom',
    ['a factor without kind'],
  ],
  ['no kind of this name; "skillCoverage" perhaps', ['an unknown kind']],
  [
    'no kind of this name; only skillCoverage, sharedInterests, preference, personality, gradeGap, sameValue, differentValue, numericCloseness, setOverlap, timeZoneOverlap, availabilityOverlap, custom',
    ['an inherited kind'],
  ],
  [
    'a finite number ≥ 0',
    [
      'no weight',
      'weight NaN',
      'weight -1',
      'weight Infinity',
      'weight 1',
      'weight null',
      'a negative level',
    ],
  ],
  ['at least one weight > 0', ['all weights zero']],
  ['no option of this name; "weight" perhaps', ['a misspelt option']],
  [
    'a finite number ≥ 0 and ≤ 1',
    [
      'unknown -0.1',
      'unknown 1.1',
      'unknown NaN',
      'unknown half',
      'unknown null',
      'otherwise -0.1',
      'otherwise 1.1',
      'otherwise 1',
    ],
  ],
  ['true or false', ['rarity as text']],
  ['one of jaccard, weightedJaccard, overlap, cosine', ['an unknown measure']],
  [
    '{ from, to }, finite numbers with from ≤ to',
    ['an inverted plateau', 'half a plateau', ...Array<string>(4).fill('no plateau')],
  ],
  [
    '{ below, above }, finite numbers with both ≥ 0',
    [...Array<string>(4).fill('no ramp'), 'a negative ramp'],
  ],
  ['no option of this name; only kind, weight, unknown, table, otherwise', ['a table beside a plateau']],
  [
    'values in [0, 1] by whole gap, such as { "1": 0.75, "2": 1 }',
    [...Array<string>(7).fill('no table'), 'a table of fractional gaps', 'a table with a value of 2'],
  ],
  ['no option of this name; only kind, weight, unknown, plateau, ramp', ['otherwise without a table']],
  [
    'a field such as "organization", "grade" or "attributes.site"',
    ['no field', 'an unknown field', 'an attribute without a name', 'half a pair of fields'],
  ],
  ['either field, or menteeField and mentorField', ['a field beside a pair']],
  ['a finite number > 0', ['a range of 0']],
  [
    '{ start, end } in hours, 0 ≤ start < end ≤ 24',
    ['a workday that ends first', ...Array<string>(4).fill('no workday'), 'a workday of 25 hours'],
  ],
  ['a number > 0 and ≤ 10080', ['enough minutes of 0', 'enough minutes beyond the week']],
  [
    'the name of a function in options.functions (none was passed)',
    ['a missing function', 'an inherited function', 'a missing rule function'],
  ],
  ['the name of a function in options.functions (one of x)', ['a function that is none']],
  ['a rule: { kind, … }', ['a rule that is a text']],
  ['no kind of this name; "sharedLanguage" perhaps', ['an unknown rule']],
  ['no option of this name; "unknown" perhaps', ['a misspelt option of a rule']],
  ['one of allow, forbid', ['an unknown way with unknowns']],
  ['no option of this name; only kind, who', ['a weight of a rule']],
  ['one of mentor, mentee, both', ['who else is trained']],
  ['minimum, maximum or both', ['a grade gap without bounds']],
  ['at most maximum (1)', ['inverted bounds']],
  ['a finite number', ['a bound that is text', 'a bound without end']],
  ['a finite number ≥ 0 and ≤ 24', ['no hours', '25 hours']],
  [
    'a list of { menteeId, mentorId }',
    ['no history', 'a history of texts', ...Array<string>(4).fill('half a history')],
  ],
  ['a text that is not blank', ['a blank skill']],
  [
    'a number in [0, 1]',
    ['minimumScore -0.01', 'minimumScore 1.01', 'minimumScore NaN', 'minimumScore 0.5', 'minimumScore null'],
  ],
  [
    'a whole number from 0 to 4294967295',
    ['seed -1', 'seed 1.5', 'seed 4294967296', 'seed NaN', 'seed 1', 'seed null'],
  ],
  ['an object: word → list of words that stand for it', ['aliases as a list', 'aliases as a number']],
  [
    'a list of one or more words',
    [
      'an alias for one text',
      'an alias for nothing',
      'an alias for a blank',
      'an alias for a word and a blank',
      'an alias for a word and a number',
    ],
  ],
  ['an object: name → function', ['functions as null', 'functions as a list']],
  [
    'a baseline, as compileCohort(…).baseline and matching.record.baseline hold it',
    ['a baseline of null', 'a baseline without factors'],
  ],
];

test('each is told the rule that it breaks', () => {
  const said = broken.map(([what, options]) => [what, problemsOf(options).map(({ rule }) => rule)] as const);
  for (const [rule, whats] of sayings)
    expect(said.filter(([, rules]) => rules[0] === rule).map(([what]) => what)).toEqual(whats);
  expect(sayings.flatMap(([, whats]) => whats)).toHaveLength(broken.length);
});

test('every problem of model, functions, seed, aliases and baseline comes in one error', () => {
  const paths = problemsOf({
    model: {
      factors: { a: { kind: 'custom', weight: -1, function: 'x' }, b: { kind: 'gradeGap', weight: 1 } },
      rules: [{ kind: 'nope' }, { kind: 'trained', who: 'me' }],
      minimumScore: 2,
    },
    functions: null,
    seed: 0.5,
    aliases: { a: 'b' },
    baseline: { pairs: 1, factors: { b: { mean: 2 } } },
  }).map(({ path }) => path);
  expect(paths.sort()).toEqual(
    [
      'functions',
      'model.factors.a.weight',
      'model.factors.a.function',
      'model.rules[0].kind',
      'model.rules[1].who',
      'model.minimumScore',
      'seed',
      'aliases["a"]',
      'baseline.factors.b.mean',
    ].sort(),
  );
});

test('the message names function, place, value and rule', () => {
  expect(() => compileCohort(cohort, { seed: -1 })).toThrow(
    'compileCohort: seed is -1; expected a whole number from 0 to 4294967295',
  );
});

const whole = { mean: 0.5, known: 1 };
const norm = { mean: 3, standardDeviation: 1, n: 9 };
const [everyFactor, meanRule, countRule, rangeRule, termRule, normRule] = [
  'an entry for every factor of the model',
  'a number in [0, 1], or null',
  'a whole number ≥ 0',
  'a number ≥ 0',
  '{ people, counts } with whole numbers ≥ 0',
  '{ mean, standardDeviation > 0, n } by trait',
];

test.each([
  ['no entry', {}, '', everyFactor],
  ['an inherited entry', { __proto__: { f: whole } }, '', everyFactor],
  ['an entry that is a number', { f: 7 }, '', everyFactor],
  ['an entry that is a list', { f: [] }, '', everyFactor],
  ['a mean of NaN', { f: { ...whole, mean: Number.NaN } }, '.mean', meanRule],
  ['a mean above 1', { f: { ...whole, mean: 1.1 } }, '.mean', meanRule],
  ['a mean below 0', { f: { ...whole, mean: -0.1 } }, '.mean', meanRule],
  ['a mean of text', { f: { ...whole, mean: '0.5' } }, '.mean', meanRule],
  ['no mean', { f: { known: 1 } }, '.mean', meanRule],
  ['nothing that says for how many', { f: { mean: 0 } }, '.known', countRule],
  ['fewer than nobody', { f: { ...whole, known: -1 } }, '.known', countRule],
  ['half of one', { f: { ...whole, known: 0.5 } }, '.known', countRule],
  ['a negative range', { f: { ...whole, range: -1 } }, '.range', rangeRule],
  ['a range of text', { f: { ...whole, range: '1' } }, '.range', rangeRule],
  ...[
    7,
    { counts: {} },
    { people: -1, counts: {} },
    { people: 1 },
    { people: 1, counts: [] },
    { people: 1, counts: { x: 0.5 } },
    { people: 1, counts: { x: 1, y: '1' } },
  ].map((termFrequency) => [
    'terms counted in no such way',
    { f: { ...whole, termFrequency } },
    '.termFrequency',
    termRule,
  ]),
  ...[
    7,
    [norm],
    { openness: 7 },
    { openness: { ...norm, mean: null } },
    { openness: { ...norm, standardDeviation: '1' } },
    { openness: { ...norm, standardDeviation: 0 } },
    { openness: { ...norm, n: 0.5 } },
    { openness: norm, neuroticism: {} },
  ].map((traitNorms) => ['norms of no such kind', { f: { ...whole, traitNorms } }, '.traitNorms', normRule]),
] as [string, object, string, string][])('a baseline with %s is refused', (_, entries, place, rule) => {
  const problems = problemsOf({
    ...withFactor({ kind: 'gradeGap', weight: 1 }),
    baseline: { pairs: 1, factors: entries },
  });
  expect(problems.map((problem) => [problem.path, problem.rule])).toEqual([
    [`baseline.factors.f${place}`, rule],
  ]);
});

test.each([[7], [[]], [{ factors: {} }], [{ pairs: -1, factors: {} }], [{ pairs: 1, factors: [] }]])(
  'a baseline that is %j is refused whole',
  (baseline) => {
    expect(problemsOf({ baseline }).map(({ path }) => path)).toEqual(['baseline']);
  },
);

test.each([
  {},
  { mean: null },
  { mean: 0, known: 0 },
  { mean: 1 },
  { range: 0 },
  { termFrequency: { people: 0, counts: {} } },
  { termFrequency: { people: 2, counts: { x: 1, y: 0 } } },
  { traitNorms: {} },
  { traitNorms: { openness: norm } },
])('a baseline with %j is taken, whatever it says of factors that the model has not', (parts) => {
  const factors = { f: { ...whole, ...parts }, other: 7 };
  expect(
    problemsOf({ ...withFactor({ kind: 'gradeGap', weight: 1 }), baseline: { pairs: 0, factors } }),
  ).toEqual([]);
});

test('a circle and other things that JSON cannot hold are refused', () => {
  const circle: Record<string, unknown> = { kind: 'notPreviouslyPaired' };
  circle.history = [Object.assign({ menteeId: 'a', mentorId: 'b' }, { circle })];
  expect(problemsOf(withRule(circle)).map(({ path, rule }) => [path, rule])).toEqual([
    ['model', 'plain JSON'],
  ]);
  const trap = Object.defineProperty({}, 'model', {
    enumerable: true,
    get: () => {
      throw new Error('trap');
    },
  });
  expect(problemsOf(trap).map(({ path, rule }) => [path, rule])).toEqual([['options', 'an object']]);
});

const custom = { model: { factors: { f: factors.custom({ weight: 1, function: 'f' }) } } };

test.each([undefined, 2, -0.001, Number.NaN, Number.POSITIVE_INFINITY, '0.5', true, {}, 1n])(
  'a function that scores %s is an InputError that names the function and the pair',
  (value) => {
    const [problem, ...more] = problemsOf({ ...custom, functions: { f: () => value } });
    expect(more).toEqual([]);
    expect(problem).toEqual({ path: 'functions.f(ana, lee)', value, rule: 'a number in [0, 1], or null' });
  },
);

test('a function may score 0, 1, or nothing', () => {
  const scoreWith = (value: number | null) =>
    compileCohort(cohort, { ...custom, functions: { f: () => value } }).contributions(0, 0);
  expect(scoreWith(0)[0]).toMatchObject({ value: 0, contribution: 0 });
  expect(scoreWith(1)[0]).toMatchObject({ value: 1, contribution: 1_000_000 });
  expect(scoreWith(null)).toEqual([]);
});

test.each([0, 1, null, undefined, 'yes'])('a rule function that answers %s is an InputError', (value) => {
  const compiled = compileCohort(cohort, {
    model: { ...defaultModel, rules: [rules.custom({ function: 'f' })] },
    functions: { f: () => value as unknown as boolean },
  });
  expect(() => compiled.brokenRules(0, 0)).toThrow('functions.f(ana, lee)');
  expect(() => compiled.writeBlocked(0, new Uint8Array(1))).toThrow(InputError);
});

test('a baseline is looked at even where the model is none', () => {
  for (const factors of [null, 7, 'all'])
    expect(problemsOf({ model: { factors }, baseline: { pairs: 0 } }).map(({ path }) => path)).toEqual([
      'model.factors',
      'baseline',
    ]);
});

test.each([
  ['factors.custom', { factors: { f: factors.custom({ weight: 1, function: 'f' }) } }],
  ['rules.custom', { ...defaultModel, rules: [rules.custom({ function: 'f' })] }],
] as const)('what %s calls cannot change a person', (_, model) => {
  const f = (mentee: { grade?: number }) => {
    mentee.grade = 9;
    return true as never;
  };
  expect(() => compileCohort(cohort, { model, functions: { f } }).brokenRules(0, 0)).toThrow(TypeError);
});
