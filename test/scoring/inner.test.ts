import { describe, expect, it } from 'vitest';
import { isInputError, runSteps, type Steps } from '../../src/core/index.js';
import type { Cohort, Mentee } from '../../src/participants/index.js';
import { parseCohort } from '../../src/schema/index.js';
import {
  type CompiledCohort,
  compileCohort,
  describeModel,
  describeModelSuggestion,
  type FactorSpec,
  factors,
  fromMillionths,
  isCompiledCohort,
  type Model,
  type RuleSpec,
  rules,
  suggestModel,
} from '../../src/scoring/index.js';
import {
  compareTermSupply,
  compileSteps,
  countEligible,
  decimal,
  eligibleMentors,
  explainCompiledPair,
  fieldGroup,
  isField,
  readField,
  recompileCohort,
  withField,
} from '../../src/scoring/inner.js';

const person = (parts: object): Mentee => ({ id: 'ana', optedIn: true, ...parts });
const attributes = JSON.parse('{"site":"Rome","__proto__":"x","hours":3}') as Record<string, string>;

function saidOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (isInputError(error)) return error.message.split('\n').map((line) => line.replace(/^ {2}- /, ''));
    throw error;
  }
  return [];
}

describe('a field by its name', () => {
  it('is one of seven, or an attribute', () => {
    const fields = ['organization', 'department', 'team', 'location', 'grade', 'interests', 'languages'];
    for (const name of [...fields, 'attributes.x', 'attributes.\n', 'attributes..'])
      expect(isField(name), name).toBe(true);
    for (const name of ['', 'attributes', 'attributes.', 'id', 'toString', '__proto__', 'x.attributes.y', 7])
      expect(isField(name as string), `${name}`).toBe(false);
  });

  it('is read of the person itself, never of a prototype', () => {
    expect(readField(person({ grade: 3 }), 'grade')).toBe(3);
    expect(readField(person({}), 'grade')).toBeUndefined();
    expect(readField(person({ attributes }), 'attributes.site')).toBe('Rome');
    expect(readField(person({ attributes }), 'attributes.__proto__')).toBe('x');
    expect(readField(person({ attributes }), 'attributes.toString')).toBeUndefined();
    expect(readField(person({}), 'attributes.site')).toBeUndefined();
    expect(readField(person({ grade: 3, attributes: { grade: 4 } }), 'attributes.grade')).toBe(4);
  });

  it('groups people by canonical text, several values as one group, what is blank as unknown', () => {
    expect(fieldGroup(person({ location: '  NORTH ' }), 'location')).toBe('north');
    expect(fieldGroup(person({ grade: 3 }), 'grade')).toBe('3');
    expect(fieldGroup(person({ attributes: { remote: false } }), 'attributes.remote')).toBe('false');
    expect(fieldGroup(person({ languages: ['IT', 'en', ' it ', ''] }), 'languages')).toBe('en + it');
    for (const value of [undefined, null, '', ' ', [], ['', ' ']])
      expect(fieldGroup(person({ location: value }), 'location')).toBeNull();
  });

  it('is changed in a copy of the person', () => {
    const ana = person({ team: 'a', attributes });
    expect(withField(ana, 'team', 'b')).toEqual({ ...ana, team: 'b' });
    expect(Object.keys(withField(ana, 'team', undefined))).toEqual(['id', 'optedIn', 'attributes']);
    expect(withField(ana, 'attributes.site', 'Bari').attributes).toEqual({ ...attributes, site: 'Bari' });
    const without = withField(ana, 'attributes.__proto__', undefined);
    expect(Object.entries(without.attributes!)).toEqual([
      ['site', 'Rome'],
      ['hours', 3],
    ]);
    expect(Object.entries(withField(ana, 'attributes.__proto__', 'y').attributes!)).toContainEqual([
      '__proto__',
      'y',
    ]);
    expect(withField(person({}), 'attributes.x', 1).attributes).toEqual({ x: 1 });
    expect(ana).toEqual(person({ team: 'a', attributes }));
  });

  it.each([
    ['readField', () => readField(null as never, 'grade')],
    ['readField', () => readField(person({}), 7 as never)],
    ['fieldGroup', () => fieldGroup(null as never, 'grade')],
    ['withField', () => withField(null as never, 'attributes.x', 1)],
    ['withField', () => withField(person({}), null as never, 1)],
  ])('is refused by %s in words where there is no person or name', (name, call) => {
    expect(saidOf(call)[0]).toMatch(
      new RegExp(`^${name}: person is .*; expected a person \\(and field the name of a field\\)$`),
    );
  });
});

const kinds: readonly [FactorSpec | RuleSpec, ...string[]][] = [
  [{ kind: 'skillCoverage', weight: 1 }, 'mentees.skills', 'mentees.skillsWanted', 'mentors.skills'],
  [
    { kind: 'sharedInterests', weight: 1 },
    'mentees.dislikes',
    'mentees.interests',
    'mentors.dislikes',
    'mentors.interests',
  ],
  [{ kind: 'preference', weight: 1 }, 'mentees.preferredMentors', 'mentors.preferredMentees'],
  [
    { kind: 'personality', weight: 1, instrument: 'mini-ipip-20' },
    'mentees.survey',
    'mentees.traits',
    'mentors.survey',
    'mentors.traits',
  ],
  [{ kind: 'gradeGap', weight: 1 }, 'mentees.grade', 'mentors.grade'],
  [{ kind: 'sameValue', weight: 1, field: 'team' }, 'mentees.team', 'mentors.team'],
  [
    { kind: 'differentValue', weight: 1, menteeField: 'team', mentorField: 'location' },
    'mentees.team',
    'mentors.location',
  ],
  [
    { kind: 'numericCloseness', weight: 1, field: 'attributes.x' },
    'mentees.attributes.x',
    'mentors.attributes.x',
  ],
  [{ kind: 'setOverlap', weight: 1, field: 'languages' }, 'mentees.languages', 'mentors.languages'],
  [{ kind: 'timeZoneOverlap', weight: 1 }, 'mentees.timeZone', 'mentors.timeZone'],
  [
    { kind: 'availabilityOverlap', weight: 1 },
    'mentees.availability',
    'mentees.timeZone',
    'mentors.availability',
    'mentors.timeZone',
  ],
  [{ kind: 'custom', weight: 1, function: 'f' }, 'mentees.*', 'mentors.*'],
  [{ kind: 'notInManagementChain' }, 'reportingLines'],
  [{ kind: 'sameValue', field: 'team' }, 'mentees.team', 'mentors.team'],
  [{ kind: 'differentValue', field: 'location' }, 'mentees.location', 'mentors.location'],
  [{ kind: 'sharedLanguage' }, 'mentees.languages', 'mentors.languages'],
  [{ kind: 'timeZoneOverlap', minimumHours: 1 }, 'mentees.timeZone', 'mentors.timeZone'],
  [{ kind: 'gradeGap', minimum: 1 }, 'mentees.grade', 'mentors.grade'],
  [{ kind: 'notPreviouslyPaired', history: [] }],
  [{ kind: 'requiredSkill' }, 'mentees.skillsWanted', 'mentors.skills'],
  [{ kind: 'trained' }, 'mentors.trainedOn'],
  [{ kind: 'trained', who: 'mentee' }, 'mentees.trainedOn'],
  [{ kind: 'trained', who: 'both' }, 'mentees.trainedOn', 'mentors.trainedOn'],
  [{ kind: 'custom', function: 'f' }, 'mentees.*', 'mentors.*'],
];
const nobody: Cohort = parseCohort({ mentees: [], mentors: [] });
const off = { kind: 'gradeGap', weight: 0 } as const;

it.each(kinds)('a model says which fields of people it reads: %o', (spec, ...fields) => {
  const model = (
    'weight' in spec
      ? { factors: { it: spec, off } }
      : { factors: { it: { kind: 'personality', weight: 1, instrument: 'mini-ipip-20' } }, rules: [spec] }
  ) as Model;
  const { fieldsUsed } = compileCohort(nobody, { model, functions: { f: () => true } });
  const own = 'weight' in spec ? fieldsUsed : fieldsUsed.filter((name) => !/survey|traits/.test(name));
  expect(own).toEqual(fields);
});

/** Three mentees and two mentors who said something, and one of each who stayed out. */
const cohort: Cohort = parseCohort({
  mentees: [
    { id: 'ana', optedIn: true, interests: ['Chess', 'opera'], skillsWanted: ['SQL', 'R'] },
    { id: 'bo', optedIn: true, interests: ['chess'], skillsWanted: ['sql'], avoidedMentors: ['kim'] },
    { id: 'cy', optedIn: true, skillsWanted: ['SQL', 'Go'] },
    { id: 'out', optedIn: false, skillsWanted: ['SQL'] },
  ],
  mentors: [
    { id: 'lee', optedIn: true, capacity: 2, skills: ['SQL', 'Rust'], interests: ['opera'], grade: 3 },
    { id: 'kim', optedIn: true, skills: ['sql', 'js'] },
    { id: 'off', optedIn: false, skills: ['R'] },
  ],
});
const model: Model = {
  factors: { skills: { kind: 'skillCoverage', weight: 1 }, taste: { kind: 'sharedInterests', weight: 1 } },
};
const compiled = () => compileCohort(cohort, { model, seed: 5, aliases: { javascript: ['js'] } });

describe('what is wanted and offered', () => {
  it('is counted by term with places and those who are missing, most missing first', () => {
    const { skills, interests } = compareTermSupply(compiled());
    expect(skills).toEqual([
      { term: 'go', mentees: 1, mentors: 0, places: 0, missing: 1 },
      { term: 'r', mentees: 1, mentors: 0, places: 0, missing: 1 },
      { term: 'js', mentees: 0, mentors: 1, places: 1, missing: 0 },
      { term: 'rust', mentees: 0, mentors: 1, places: 2, missing: 0 },
      { term: 'sql', mentees: 3, mentors: 2, places: 3, missing: 0 },
    ]);
    expect(interests).toEqual([
      { term: 'chess', mentees: 2, mentors: 0, places: 0, missing: 2 },
      { term: 'opera', mentees: 1, mentors: 1, places: 2, missing: 0 },
    ]);
  });

  it('follows aliases', () => {
    const withAliases = compileCohort(cohort, { model, aliases: { sql: ['databases', 'queries'] } });
    const of = (term: string) => compareTermSupply(withAliases).skills.find((each) => each.term === term);
    expect(of('sql')).toBeUndefined();
    for (const term of ['databases', 'queries']) expect(of(term)).toMatchObject({ mentees: 3, places: 3 });
  });
});

describe('a cohort compiled anew', () => {
  it('is the same with nothing changed, and differs in what is changed alone', () => {
    const first = compiled();
    const again = recompileCohort('test', first, {});
    expect(again.digest()).toBe(first.digest());
    expect(again).toMatchObject({ seed: 5, aliases: { javascript: ['js'] }, assumeOptedIn: false });
    const met: string[] = [];
    const other = recompileCohort('test', first, {
      changePerson: (one, side) => {
        met.push(`${side} ${one.id}`);
        return one.id === 'bo' ? { ...one, interests: [] } : one;
      },
    });
    expect(met.sort()).toEqual([
      'mentee ana',
      'mentee bo',
      'mentee cy',
      'mentee out',
      'mentor kim',
      'mentor lee',
      'mentor off',
    ]);
    expect(other.digest()).not.toBe(first.digest());
    expect(other.people.mentees.find(({ id }) => id === 'bo')!.interests).toEqual([]);
    expect(first.people.mentees.find(({ id }) => id === 'bo')!.interests).toEqual(['chess']);
    const half = { factors: { skills: { kind: 'skillCoverage', weight: 1 } } } as const;
    expect(recompileCohort('test', first, { model: half }).model).toEqual(half);
    const baseline = { ...first.baseline, pairs: 77 };
    expect(recompileCohort('test', first, { baseline }).baseline.pairs).toBe(77);
  });

  it('keeps functions of the caller, and refuses under the name of its caller', () => {
    const custom: Model = { factors: { f: { kind: 'custom', function: 'f', weight: 1 } } };
    const first = compileCohort(cohort, {
      model: custom,
      functions: { f: ({ id }) => (id === 'ana' ? 1 : 0) },
    });
    const again = recompileCohort('test', first, {});
    expect(again.score(again.menteeIndex('ana'), 0)).toBe(1_000_000);
    expect(saidOf(() => recompileCohort('whatIf', {} as never, {}))).toEqual([
      'whatIf: cohort is {}; expected a cohort that compileCohort returned',
    ]);
    expect(saidOf(() => recompileCohort('whatIf', first, { changePerson: 7 as never }))).toEqual([
      'whatIf: changePerson is 7; expected a function',
    ]);
    const trap = Object.defineProperty({}, 'model', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    expect(saidOf(() => recompileCohort('whatIf', first, trap))).toEqual([
      'whatIf: change is an object; expected { model?, baseline?, changePerson? }',
    ]);
    expect(saidOf(() => recompileCohort('whatIf', first, { model: {} as never }))[0]).toMatch(
      /^whatIf: model/,
    );
  });
});

describe('what is asked of a compiled cohort by index', () => {
  it('is refused in words where there is no such cohort, person or list', () => {
    const ready = compiled();
    const stranger = { menteeIds: [], mentorIds: [] } as unknown as CompiledCohort;
    const expected =
      'cohort is {"menteeIds":[],"mentorIds":[]}; expected a cohort that compileCohort returned';
    expect(saidOf(() => explainCompiledPair(stranger, 0, 0))).toEqual([`explainCompiledPair: ${expected}`]);
    expect(saidOf(() => runSteps(countEligible(stranger, new Map())))).toEqual([
      `countEligible: ${expected}`,
    ]);
    expect(saidOf(() => eligibleMentors(stranger, new Map()))).toEqual([`eligibleMentors: ${expected}`]);
    expect(saidOf(() => compareTermSupply(stranger))).toEqual([`compareTermSupply: ${expected}`]);
    expect(saidOf(() => explainCompiledPair(ready, 3, -1))).toEqual([
      'explainCompiledPair: 2 problems',
      'mentee is 3; expected an index into menteeIds',
      'mentor is -1; expected an index into mentorIds',
    ]);
    for (const forbidden of [{}, new Map([[0, [1]]]), null]) {
      for (const [name, call] of [
        ['countEligible', () => runSteps(countEligible(ready, forbidden as never))],
        ['eligibleMentors', () => eligibleMentors(ready, forbidden as never)],
      ] as const)
        expect(saidOf(call)[0]).toMatch(
          new RegExp(`^${name}: forbidden is .*; expected a Map: mentee → Set of mentors$`),
        );
    }
    for (const value of [null, undefined, 7, {}, { ...ready }]) expect(isCompiledCohort(value)).toBe(false);
    expect(isCompiledCohort(ready)).toBe(true);
  });

  it('says where a score stands among those of all pairs, ties counted half', () => {
    const ready = compiled();
    const all = ready.menteeIds.flatMap((_, mentee) =>
      ready.mentorIds.map((_each, mentor) => ready.score(mentee, mentor)),
    );
    expect([...ready.sampleScores()]).toEqual([...all].sort((one, other) => one - other));
    ready.menteeIds.forEach((_, mentee) => {
      ready.mentorIds.forEach((_each, mentor) => {
        const own = ready.score(mentee, mentor);
        const below = all.filter((score) => score < own).length;
        const equal = all.filter((score) => score === own).length;
        expect(explainCompiledPair(ready, mentee, mentor).percentile).toEqual({
          value: (below + equal / 2) / 6,
          pairs: 6,
        });
      });
    });
    expect(ready.sampleValues('skills')).toBeNull();
    expect(ready.sampleValues('nothing')).toBeNull();
    const {
      eligible,
      brokenRules,
      belowMinimumScore,
      factors: parts,
    } = explainCompiledPair(ready, ready.menteeIndex('bo'), ready.mentorIndex('kim'));
    expect({ eligible, brokenRules, belowMinimumScore }).toEqual({
      eligible: false,
      brokenRules: [{ rule: 'avoided' }],
      belowMinimumScore: false,
    });
    expect(parts.map(({ name, share, value }) => [name, share, value])).toEqual([
      ['skills', 0.5, 1],
      ['taste', 0.5, null],
    ]);
  });

  it('keeps people out of what JSON writes, and what they said of themselves out of people', () => {
    const traits = { instrumentId: 'mini-ipip-20', means: { openness: 3 } };
    const ready = compileCohort(
      parseCohort({
        mentees: [{ id: 'a', optedIn: true, name: 'Ana', traits }],
        mentors: [{ id: 'b', optedIn: true, name: 'Bo' }],
      }),
      { model },
    );
    expect(JSON.stringify(ready)).not.toMatch(/Ana|Bo|openness/);
    expect(ready.people.mentees).toMatchObject([{ id: 'a', name: 'Ana' }]);
    expect(Object.keys(ready.people.mentees[0]!)).not.toContain('traits');
    expect(ready.people).toBe(ready.people);
    const loads = compileCohort(
      parseCohort({
        mentees: [{ id: 'a', optedIn: true, mentorsWanted: 2 }],
        mentors: [
          { id: 'b', optedIn: true, capacity: 3, minimumMentees: 2 },
          { id: 'c', optedIn: true },
        ],
      }),
      { model },
    );
    const at = [loads.mentorIndex('b'), loads.mentorIndex('c')];
    expect(at.map((mentor) => loads.capacities[mentor])).toEqual([3, 1]);
    expect(at.map((mentor) => loads.minimumMentees[mentor])).toEqual([2, 0]);
    expect([...loads.mentorsWanted, ...ready.mentorsWanted]).toEqual([2, 1]);
    expect([ready.menteeIndex('a'), ready.menteeIndex('b'), ready.mentorIndex('b')]).toEqual([0, -1, 0]);
    expect(ready.mentorIndex('a')).toBe(-1);
  });
});

/** What is reported on the way, and the result. */
function walked<Progress, Result>(steps: Steps<Progress, Result>): { said: Progress[]; result: Result } {
  const said: Progress[] = [];
  for (;;) {
    const next = steps.next();
    if (next.done === true) return { said, result: next.value };
    said.push(next.value as Progress);
  }
}

describe('compiling in steps', () => {
  it('pauses before every factor, the baseline and every rule, and says how far it is', () => {
    const withRules: Model = { ...model, rules: [{ kind: 'sharedLanguage' }, { kind: 'trained' }] };
    const { said, result } = walked(compileSteps('test', cohort, { model: withRules }, true));
    expect(said).toEqual([
      { done: 0, of: 3 },
      { done: 0, of: 3 },
      { done: 0, of: 3 },
      { done: 3, of: 3 },
      { done: 3, of: 3 },
      { done: 3, of: 3 },
    ]);
    expect(result.assumeOptedIn).toBe(true);
    expect(saidOf(() => runSteps(compileSteps('test', 7 as never, {}, true)))).toEqual([
      'test: cohort is 7; expected what parseCohort returned',
    ]);
    expect(saidOf(() => runSteps(compileSteps('test', cohort, { seed: -1 }, true)))[0]).toMatch(
      /^test: seed/,
    );
  });

  it('lets go after so many people or values', () => {
    const many = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at}`, optedIn: true, interests: ['a'] }));
    const large = parseCohort({ mentees: many('e', 2100), mentors: many('o', 100) });
    const taste: Model = { factors: { taste: model.factors.taste! } };
    const { said, result } = walked(compileSteps('test', large, { model: taste }, true));
    // 210,000 values of one factor, 65,536 or a little more at once.
    expect(said.filter(({ done }) => done > 0 && done < 2100)).toEqual([
      { done: 656, of: 2100 },
      { done: 1312, of: 2100 },
      { done: 1968, of: 2100 },
    ]);
    expect(walked(result.eligibilitySteps()).said).toEqual([
      { done: 0, of: 2100 },
      { done: 1024, of: 2100 },
      { done: 2048, of: 2100 },
    ]);
    // Worked out once.
    expect(walked(result.eligibilitySteps()).said).toEqual([]);
    expect(walked(result.rowSearchSteps()).said).toEqual([
      { done: 0, of: 1 },
      { done: 0, of: 1 },
    ]);
    expect(walked(result.rowSearchSteps()).said).toEqual([]);
    const digest = walked(result.digestSteps()).said;
    expect(digest).toHaveLength(Math.ceil(2200 / 64));
    expect(digest).toEqual(digest.map((_, at) => ({ done: 64 * at + 1, of: 2200 })));
    expect(walked(result.digestSteps()).said).toEqual([]);
    expect(walked(countEligible(result, new Map())).said).toEqual([
      { done: 0, of: 2100 },
      { done: 1024, of: 2100 },
      { done: 2048, of: 2100 },
    ]);
  });
});

describe('words', () => {
  it('of numbers have at most so many decimals, with the sign of the language', () => {
    const texts = { decimalSeparator: ',' };
    for (const [value, decimals, expected] of [
      [1.5, 1, '1,5'],
      [1.25, 3, '1,25'],
      [2, 2, '2'],
      [100, 0, '100'],
      [-0.04, 1, '0'],
      [-0.06, 1, '-0,1'],
      [10.05, 0, '10'],
    ] as const)
      expect(decimal(value, decimals, texts)).toBe(expected);
    expect(saidOf(() => decimal('x' as never, 1, texts))).toEqual([
      'decimal: value is "x"; expected a number, with 0 to 100 decimals and texts',
    ]);
    expect(saidOf(() => decimal(1, 101, texts))[0]).toMatch(/^decimal: value is 1;/);
    expect(fromMillionths(250_000)).toBe(0.25);
    expect(saidOf(() => fromMillionths('1' as never))).toEqual([
      'fromMillionths: the input is "1"; expected a number',
    ]);
  });

  it('of refusal name the function, the place and the rule', () => {
    const refused: [() => unknown, ...string[]][] = [
      [
        () => compileCohort(cohort, { modle: 7 } as never),
        'compileCohort: modle is 7; expected no option of this name; "model" perhaps',
      ],
      [() => compileCohort(cohort, 7 as never), 'compileCohort: options is 7; expected an object'],
      [() => compileCohort({} as never), 'compileCohort: cohort is {}; expected what parseCohort returned'],
      [
        () => describeModel({ factors: null } as never),
        'describeModel: model is {"factors":null}; expected a model as a cohort was compiled with (and options.texts a complete texts object)',
      ],
      [
        () => describeModel(model, { text: 1 } as never),
        'describeModel: text is 1; expected no option of this name; "texts" perhaps',
      ],
      [
        () => describeModelSuggestion({} as never),
        'describeModelSuggestion: suggestion is {}; expected what suggestModel returned (and options.texts a complete texts object)',
      ],
      [
        () => describeModelSuggestion({} as never, { text: 1 } as never),
        'describeModelSuggestion: text is 1; expected no option of this name; "texts" perhaps',
      ],
      [
        () => suggestModel(null as never),
        'suggestModel: objectives is missing; expected a list of { objective, weight }',
      ],
      [
        () => suggestModel({ objectives: 7, training: 7 } as never),
        'suggestModel: 2 problems',
        'objectives is 7; expected a list of { objective, weight }',
        'training is 7; expected { mentor: a list of topics }',
      ],
      [
        () =>
          suggestModel({
            objectives: [
              null,
              { objective: 'culture', weight: 1001 },
              { objective: 'culture', weight: 0.0009 },
            ],
          } as never),
        'suggestModel: 4 problems',
        'objectives[0].objective is missing; expected one of careerAdvancement, skillDevelopment, culture',
        'objectives[1].weight is 1001; expected a number from 0.001 to 1000',
        'objectives[2].weight is 0.0009; expected a number from 0.001 to 1000',
        'objectives[2].objective is "culture"; expected no objective twice',
      ],
    ];
    for (const [call, ...expected] of refused) expect(saidOf(call)).toEqual(expected);
    const trap = Object.defineProperty({}, 'weight', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    for (const [group, builders] of Object.entries({ factors, rules }))
      for (const [name, build] of Object.entries(builders))
        expect(saidOf(() => (build as (options: unknown) => unknown)(trap))).toEqual([
          `${group}.${name}: options is an object; expected an object of options`,
        ]);
    expect(
      saidOf(() => suggestModel({ objectives: [{ objective: 'culture', weight: '2' }] } as never)),
    ).toEqual(['suggestModel: objectives[0].weight is "2"; expected a number from 0.001 to 1000']);
    const hidden = Object.defineProperty({}, 'objectives', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    expect(saidOf(() => suggestModel(hidden as never))).toEqual([
      'suggestModel: the input is an object; expected { objectives, training? }, such as a Program',
    ]);
    for (const name of ['culture', 'skillDevelopment', 'careerAdvancement'] as const)
      for (const weight of [0.001, 1000]) suggestModel({ objectives: [{ objective: name, weight }] });
  });
});
