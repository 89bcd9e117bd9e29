import { expect, test } from 'vitest';
import { parseCohort } from '../../src/schema/index.js';
import {
  type CompiledCohort,
  type CompileOptions,
  compileCohort,
  defaultModel,
  type FactorSpec,
  factors,
} from '../../src/scoring/index.js';

/** Mentee `ana` and mentor `lee`, compiled. */
function pairOf(
  mentee: object,
  mentor: object,
  factor: FactorSpec,
  options: CompileOptions = {},
): CompiledCohort {
  const cohort = parseCohort({
    mentees: [{ id: 'ana', optedIn: true, ...mentee }],
    mentors: [{ id: 'lee', optedIn: true, ...mentor }],
    referenceDate: '2026-01-15',
  });
  return compileCohort(cohort, { model: { factors: { it: factor } }, ...options });
}

/** The value of a factor for the one pair; a factor that is unknown for all has none. */
function valueFrom(...args: Parameters<typeof pairOf>): number | null {
  return pairOf(...args).contributions(0, 0)[0]?.value ?? null;
}

const skill = (name: string, level: number, importance = 1) => ({ name, level, importance });

test('skill coverage: gaps of 2 and 3 with importance 1 and 2, of which 2 and 1 are closed, are (2 + 2) / (2 + 6)', () => {
  const mentee = {
    skills: [skill('SQL', 1)],
    skillsWanted: [skill('sql ', 3, 1), skill('R', 3, 2), skill('Go', 0, 9)],
  };
  const mentor = { skills: [skill('SQL', 5), skill('R', 1), skill('Rust', 4)] };
  expect(valueFrom(mentee, mentor, factors.skillCoverage({ weight: 1 }))).toBe(0.5);
  const [part] = pairOf(mentee, mentor, factors.skillCoverage({ weight: 1 })).contributions(0, 0);
  expect(part!.details).toEqual({
    skills: [
      { skill: 'r', written: 'R', today: 0, target: 3, offered: 1, covered: 1 / 3 },
      { skill: 'sql', written: 'sql', today: 1, target: 3, offered: 5, covered: 1 },
    ],
  });
});

test('skill coverage shows skills as the mentee wrote them, whatever the order of the list', () => {
  const aliases = { js: ['javascript'], 'full stack': ['frontend', 'backend'] };
  const skillsWanted = ['sql', '  Public \n Speaking ', 'JS', 'SQL', 'Sql', 'Full Stack', 'FrontEnd', 'C#'];
  const writtenOf = (wanted: string[]) => {
    const mentor = { skills: ['SQl', 'JavaScript'] };
    const coverage = factors.skillCoverage({ weight: 1 });
    const [part] = pairOf({ skillsWanted: wanted }, mentor, coverage, { aliases }).contributions(0, 0);
    const { skills } = part!.details as { skills: { skill: string; written: string }[] };
    return skills.map(({ skill, written }) => [skill, written]);
  };
  const expected = [
    // Asked for by a word that stands for two: shown by its own.
    ['backend', 'backend'],
    ['c#', 'C#'],
    ['frontend', 'FrontEnd'],
    ['javascript', 'JS'],
    ['public speaking', 'Public Speaking'],
    ['sql', 'SQL'],
  ];
  expect(writtenOf(skillsWanted)).toEqual(expected);
  expect(writtenOf(skillsWanted.toReversed())).toEqual(expected);
});

test('skill coverage is unknown in silence and without a gap, 0 where the mentor says "none"', () => {
  const coverage = factors.skillCoverage({ weight: 1 });
  const wants = { skillsWanted: ['SQL'] };
  expect(valueFrom(wants, { skills: ['SQL'] }, coverage)).toBe(1);
  expect(valueFrom(wants, { skills: [] }, coverage)).toBe(0);
  expect(valueFrom(wants, {}, coverage)).toBeNull();
  expect(valueFrom({}, { skills: ['SQL'] }, coverage)).toBeNull();
  expect(valueFrom({ skillsWanted: [] }, { skills: ['SQL'] }, coverage)).toBeNull();
  expect(valueFrom({ ...wants, skills: ['sql'] }, { skills: [skill('SQL', 5)] }, coverage)).toBeNull();
  expect(valueFrom({ skillsWanted: [skill('SQL', 3, 0)] }, { skills: ['SQL'] }, coverage)).toBeNull();
  // A mentor below the mentee closes nothing, and takes nothing away.
  expect(
    valueFrom({ skills: [skill('SQL', 2)], skillsWanted: [skill('SQL', 3)] }, { skills: ['SQL'] }, coverage),
  ).toBe(0);
});

test('skill coverage counts a skill named twice once, with its highest numbers, and follows aliases', () => {
  const coverage = factors.skillCoverage({ weight: 1 });
  const mentee = { skillsWanted: [skill('SQL', 2), skill('sql', 4), skill('R', 4)] };
  expect(valueFrom(mentee, { skills: [skill('Sql', 1), skill('SQL', 2)] }, coverage)).toBe(0.25);
  const aliases = { 'full stack': ['frontend', 'backend'] };
  expect(valueFrom({ skillsWanted: ['Full Stack'] }, { skills: ['backend'] }, coverage, { aliases })).toBe(
    0.5,
  );
});

test('rarity weighs a skill by ln(1 + N/n): of two wanted skills the rare one counts ln 3 against ln 2', () => {
  const cohort = parseCohort({
    mentees: [{ id: 'ana', optedIn: true, skillsWanted: ['SQL', 'Haskell'] }],
    mentors: [
      { id: 'lee', optedIn: true, skills: ['SQL', 'Haskell'] },
      { id: 'kim', optedIn: true, skills: ['SQL'] },
      { id: 'sam', optedIn: true },
    ],
  });
  const compiled = compileCohort(cohort, {
    model: { factors: { it: factors.skillCoverage({ weight: 1, rarity: true }) } },
  });
  const [part] = compiled.contributions(0, compiled.mentorIndex('kim'));
  expect(part!.value).toBeCloseTo(Math.log(2) / (Math.log(2) + Math.log(3)), 14);
});

test('sets {a, b, c} and {b, c, d, e}: Jaccard 2/5, overlap 2/3, cosine and weighted Jaccard by ln(1 + N/n)', () => {
  const mentee = { interests: ['A', 'b', 'c'] };
  const mentor = { interests: ['c', 'B ', 'd', 'e'] };
  const of = (measure: 'jaccard' | 'weightedJaccard' | 'overlap' | 'cosine') =>
    valueFrom(mentee, mentor, factors.sharedInterests({ weight: 1, measure }));
  expect(of('jaccard')).toBe(0.4);
  expect(of('overlap')).toBe(2 / 3);
  // Two people: a, d, e were named by one of them (ln 3), b and c by both (ln 2).
  const [one, both] = [Math.log(3), Math.log(2)];
  expect(of('weightedJaccard')).toBeCloseTo((2 * both) / (3 * one + 2 * both), 14);
  const common = 2 * both ** 2;
  expect(of('cosine')).toBeCloseTo(common / Math.sqrt((common + one ** 2) * (common + 2 * one ** 2)), 14);
});

test('a dislike in common counts, a dislike of an interest is nothing in common, silence is unknown', () => {
  const interests = factors.sharedInterests({ weight: 1 });
  expect(
    valueFrom({ interests: ['x'], dislikes: ['golf'] }, { interests: ['y'], dislikes: ['Golf'] }, interests),
  ).toBe(1 / 3);
  expect(valueFrom({ interests: ['golf'] }, { dislikes: ['golf'] }, interests)).toBe(0);
  expect(valueFrom({ interests: [] }, { interests: ['golf'] }, interests)).toBe(0);
  expect(valueFrom({ interests: [] }, { dislikes: [] }, interests)).toBeNull();
  expect(valueFrom({}, { interests: ['golf'] }, interests)).toBeNull();
  const pair = pairOf(
    { interests: ['x', 'Y'], dislikes: ['golf'] },
    { interests: ['y'], dislikes: ['Golf'] },
    interests,
  );
  expect(pair.contributions(0, 0)[0]!.details).toEqual({
    measure: 'jaccard',
    sharedInterests: ['y'],
    sharedDislikes: ['golf'],
  });
});

test('an interest called __proto__, with emoji, accents, or of 10,000 characters is shared like any other', () => {
  const interests = factors.sharedInterests({ weight: 1 });
  const list = ['__proto__', 'constructor', '🧗 climbing', 'cafe\u0301', 'x'.repeat(10_000)];
  const theirs = ['__PROTO__', 'Constructor', '🧗  Climbing', 'CAF\u00c9', 'X'.repeat(10_000)];
  for (const measure of ['jaccard', 'weightedJaccard', 'overlap', 'cosine'] as const) {
    const value = valueFrom({ interests: list }, { interests: theirs }, { ...interests, measure });
    expect(value).toBeCloseTo(1, 14);
    expect(value).toBeLessThanOrEqual(1);
  }
});

test('preference: rank 1 of 4 is worth 3/4, being asked for 1, and the mean is taken over who listed anyone', () => {
  const cohort = parseCohort({
    mentees: [
      { id: 'ana', optedIn: true, preferredMentors: ['kim', 'lee', 'out', 'sam'] },
      { id: 'bo', optedIn: true },
    ],
    mentors: [
      { id: 'lee', optedIn: true },
      { id: 'kim', optedIn: true, preferredMentees: ['bo'] },
      { id: 'sam', optedIn: true, preferredMentees: ['ana', 'bo'] },
      { id: 'out', optedIn: false },
    ],
  });
  const compiled = compileCohort(cohort, { model: { factors: { it: factors.preference({ weight: 1 }) } } });
  const value = (mentee: string, mentor: string) =>
    compiled.contributions(compiled.menteeIndex(mentee), compiled.mentorIndex(mentor))[0]!.value;
  expect(value('ana', 'lee')).toBe(0.75);
  expect(value('ana', 'kim')).toBe(0.5);
  expect(value('ana', 'sam')).toBe(0.625);
  expect(value('bo', 'lee')).toBeNull();
  expect(value('bo', 'kim')).toBe(1);
});

test('grade gap: the usual plateau from 1 to 3 falls to nothing at 0 and at 6', () => {
  const worth = (gap: number, options: object = {}) =>
    valueFrom({ grade: 2 }, { grade: 2 + gap }, factors.gradeGap({ weight: 1, ...options }));
  expect([-1, 0, 1, 2, 3, 4, 5, 6, 7].map((gap) => worth(gap))).toEqual([
    0,
    0,
    1,
    1,
    1,
    1 - 1 / 3,
    1 - 2 / 3,
    0,
    0,
  ]);
  const steep = { plateau: { from: 0, to: 0 }, ramp: { below: 0, above: 2 } };
  expect([-1, 0, 1, 2].map((gap) => worth(gap, steep))).toEqual([0, 1, 0.5, 0]);
  const sharp = { plateau: { from: 1, to: 2 }, ramp: { below: 0, above: 0 } };
  expect([0, 1, 2, 3].map((gap) => worth(gap, sharp))).toEqual([0, 1, 1, 0]);
  const table = { table: { '-1': 0.2, '0': 0, '2': 1 }, otherwise: 0.4 };
  expect([-1, 0, 1, 2].map((gap) => worth(gap, table))).toEqual([0.2, 0, 0.4, 1]);
  expect(valueFrom({}, { grade: 1 }, factors.gradeGap({ weight: 1 }))).toBeNull();
});

test('same and different value: of texts by term, of lists by one in common, of numbers as written', () => {
  const same = (one: object, other: object, field: string) => [
    valueFrom(one, other, factors.sameValue({ weight: 1, field })),
    valueFrom(one, other, factors.differentValue({ weight: 1, field })),
  ];
  expect(same({ organization: ' ACME' }, { organization: 'acme' }, 'organization')).toEqual([1, 0]);
  expect(same({ organization: 'acme' }, { organization: 'acme inc' }, 'organization')).toEqual([0, 1]);
  expect(same({ organization: 'acme' }, {}, 'organization')).toEqual([null, null]);
  expect(same({ languages: ['it', 'en'] }, { languages: ['EN', 'fr'] }, 'languages')).toEqual([1, 0]);
  expect(same({ languages: [] }, { languages: ['en'] }, 'languages')).toEqual([0, 1]);
  expect(same({ attributes: { x: 1 } }, { attributes: { x: '1' } }, 'attributes.x')).toEqual([1, 0]);
  expect(same({ attributes: { x: true } }, { attributes: { x: false } }, 'attributes.x')).toEqual([0, 1]);
  expect(same({ attributes: {} }, { attributes: { x: 1 } }, 'attributes.toString')).toEqual([null, null]);
  const own: object = { attributes: JSON.parse('{"__proto__":"a"}') };
  expect(same(own, own, 'attributes.__proto__')).toEqual([1, 0]);
  const across = factors.sameValue({
    weight: 1,
    menteeField: 'attributes.wants',
    mentorField: 'attributes.is',
  });
  expect(
    valueFrom({ attributes: { wants: 'x', is: 'y' } }, { attributes: { wants: 'z', is: ['x'] } }, across),
  ).toBe(1);
});

test('numeric closeness is 1 − difference / range, by the range of the cohort unless given (Gower 1971)', () => {
  const hours = (value: unknown) => ({ attributes: { hours: value } });
  const closeness = (one: unknown, other: unknown, range?: number) =>
    valueFrom(
      hours(one),
      hours(other),
      factors.numericCloseness({ weight: 1, field: 'attributes.hours', ...(range ? { range } : {}) }),
    );
  expect(closeness(2, 5, 4)).toBe(0.25);
  expect(closeness(2, 6, 4)).toBe(0);
  expect(closeness(2, 60, 4)).toBe(0);
  expect(closeness(2, 5)).toBe(0);
  expect(closeness(5, 5)).toBe(1);
  expect(closeness('5', 5)).toBeNull();
});

test('a range beyond the largest number stays a number, and its baseline can be stored', () => {
  const ends = [{ attributes: { x: Number.MAX_VALUE } }, { attributes: { x: -Number.MAX_VALUE } }] as const;
  const factor = factors.numericCloseness({ weight: 1, field: 'attributes.x' });
  const cohort = pairOf(...ends, factor);
  expect(cohort.score(0, 0)).toBe(0);
  expect(cohort.baseline.factors.it!.range).toBe(Number.MAX_VALUE);
  const stored = JSON.parse(JSON.stringify(cohort.baseline)) as typeof cohort.baseline;
  expect(pairOf(...ends, factor, { baseline: stored }).score(0, 0)).toBe(0);
});

test('working days from 9 to 17 with clocks six hours apart share two of eight hours', () => {
  const overlap = (one: unknown, other: unknown, workday?: { start: number; end: number }) =>
    valueFrom(
      { timeZone: one },
      { timeZone: other },
      factors.timeZoneOverlap({ weight: 1, ...(workday ? { workday } : {}) }),
    );
  expect(overlap('Europe/Rome', 'America/New_York')).toBe(0.25);
  expect(overlap('Asia/Kathmandu', 345)).toBe(1);
  expect(overlap(0, 330)).toBe(2.5 / 8);
  expect(overlap(-840, 840)).toBe(0.5);
  expect(overlap(0, 720, { start: 2, end: 22 })).toBe(16 / 20);
  expect(overlap(0, 415, { start: 0, end: 24 })).toBe(1);
  expect(overlap(null, 0)).toBeNull();
});

test('availability: 45 of 60 minutes; in UTC with both zones, locally with neither, unknown with one', () => {
  const availability = factors.availabilityOverlap({ weight: 1 });
  const monday = { availability: [{ day: 1, start: '09:00', end: '10:00' }] };
  const later = { availability: [{ day: 1, start: '09:15', end: '12:00' }] };
  expect(valueFrom(monday, later, availability)).toBe(0.75);
  expect(valueFrom(monday, later, { ...availability, enoughMinutes: 30 })).toBe(1);
  expect(valueFrom({ ...monday, timeZone: 60 }, { ...monday, timeZone: 0 }, availability)).toBe(0);
  expect(valueFrom({ ...monday, timeZone: 60 }, later, availability)).toBeNull();
  expect(valueFrom(monday, { availability: [] }, availability)).toBe(0);
  expect(valueFrom(monday, {}, availability)).toBeNull();
});

test('score = Σ w · value / Σ w in millionths; an unknown takes the mean of the known pairs, or its option', () => {
  const cohort = parseCohort({
    mentees: ['a', 'b'].map((id, at) => ({ id, optedIn: true, grade: at, organization: 'x' })),
    mentors: [
      { id: 'm', optedIn: true, grade: 1, organization: 'x' },
      { id: 'n', optedIn: true, organization: 'y' },
    ],
  });
  const compile = (unknown?: number) =>
    compileCohort(cohort, {
      model: {
        factors: {
          lead: factors.gradeGap({
            weight: 2,
            table: { '1': 1, '0': 0.5 },
            ...(unknown === undefined ? {} : { unknown }),
          }),
          same: factors.sameValue({ weight: 1, field: 'organization' }),
          silent: factors.sharedInterests({ weight: 5 }),
        },
      },
    });
  const compiled = compile();
  const scoreOf = (of: CompiledCohort, mentee: string, mentor: string) =>
    of.score(of.menteeIndex(mentee), of.mentorIndex(mentor));
  expect(compiled.factorsLeftOut).toEqual(['silent']);
  expect(compiled.baseline.factors.lead).toEqual({ mean: 0.75, known: 2 });
  expect(scoreOf(compiled, 'a', 'm')).toBe(1_000_000);
  expect(scoreOf(compiled, 'b', 'm')).toBe(333_334 + 333_333);
  expect(scoreOf(compiled, 'a', 'n')).toBe(500_000);
  expect(compiled.knownShare(compiled.menteeIndex('a'), compiled.mentorIndex('n'))).toBe(333_333);
  expect(scoreOf(compile(0), 'a', 'n')).toBe(0);
  expect(scoreOf(compile(1), 'a', 'n')).toBe(666_667);
});

test('nobody, or nothing known at all: scores of 0, no factors, no error', () => {
  const nobody = compileCohort(parseCohort({ mentees: [], mentors: [] }));
  expect([nobody.menteeIds, nobody.mentorIds, nobody.baseline.pairs]).toEqual([[], [], 0]);
  expect(nobody.sampleScores().length).toBe(0);
  const silent = pairOf({}, {}, factors.preference({ weight: 1, unknown: 0.5 }));
  expect([silent.score(0, 0), silent.knownShare(0, 0), silent.isEligible(0, 0)]).toEqual([0, 0, true]);
});

test('the minimum score is reached by a score that equals it to the millionth', () => {
  const at = (minimumScore: number) =>
    compileCohort(pairCohort, {
      model: {
        factors: { it: { kind: 'custom', function: 'f', weight: 1 } },
        minimumScore,
      },
      functions: { f: () => 0.07 },
    }).isEligible(0, 0);
  const pairCohort = parseCohort({
    mentees: [{ id: 'a', optedIn: true }],
    mentors: [{ id: 'b', optedIn: true }],
  });
  expect([0, 0.07, 0.070001, 1].map(at)).toEqual([true, true, false, false]);
});

test('a factor of weight 0 is switched off: not scored, not read, not in the baseline', () => {
  const cohort = parseCohort({
    mentees: [{ id: 'a', optedIn: true, grade: 1 }],
    mentors: [{ id: 'b', optedIn: true, grade: 2 }],
  });
  const compiled = compileCohort(cohort, {
    model: { factors: { on: factors.gradeGap({ weight: 1 }), off: factors.sharedInterests({ weight: 0 }) } },
  });
  expect(compiled.fieldsUsed).toEqual(['mentees.grade', 'mentors.grade']);
  expect(Object.keys(compiled.baseline.factors)).toEqual(['on']);
  expect(compiled.contributions(0, 0).length).toBe(1);
});

test('the default model reads neither personality nor attributes nor name', () => {
  const { fieldsUsed } = pairOf({}, {}, factors.preference({ weight: 1 }), { model: defaultModel });
  expect(fieldsUsed).toEqual(
    expect.arrayContaining([
      'mentees.skillsWanted',
      'mentors.skills',
      'mentees.preferredMentors',
      'reportingLines',
    ]),
  );
  // In code-unit order, of which `sort` without an order of its own is the definition.
  expect(fieldsUsed).toEqual([...fieldsUsed].sort());
  expect(fieldsUsed.filter((field) => /attributes|traits|survey|name|\*/.test(field))).toEqual([]);
});

test('behind a value stands what it was made of', () => {
  const details = (factor: FactorSpec, one: object, other: object) =>
    pairOf(one, other, { ...factor, unknown: 0 }).contributions(0, 0)[0]?.details;
  const grade = factors.gradeGap({ weight: 1 });
  expect(details(grade, { grade: 1 }, { grade: 4 })).toEqual({ menteeGrade: 1, mentorGrade: 4, gap: 3 });
  const hours = factors.numericCloseness({ weight: 1, field: 'grade', range: 8 });
  expect(details(hours, { grade: 1 }, { grade: 4 })).toEqual({ menteeValue: 1, mentorValue: 4, range: 8 });
  for (const kind of [factors.sameValue, factors.differentValue])
    expect(
      details(
        kind({ weight: 1, menteeField: 'team', mentorField: 'location' }),
        { team: 'A' },
        { location: 'b' },
      ),
    ).toEqual({ menteeValue: 'A', mentorValue: 'b' });
  const zones = factors.timeZoneOverlap({ weight: 1 });
  expect(details(zones, { timeZone: 60 }, { timeZone: 150 })).toEqual({ hours: 6.5, hoursApart: 1.5 });
  expect(details(zones, { timeZone: 60 }, { timeZone: 0 })).toEqual({ hours: 7, hoursApart: -1 });
  const free = factors.availabilityOverlap({ weight: 1, enoughMinutes: 90 });
  const slot = (start: string) => ({ availability: [{ day: 1, start, end: '12:00' }] });
  expect(details(free, slot('10:00'), slot('11:15'))).toEqual({ minutes: 45, enoughMinutes: 90 });
  const asked = factors.preference({ weight: 1 });
  expect(details(asked, { preferredMentors: ['lee'] }, {})).toEqual({
    menteeRank: 0,
    menteeListed: 1,
    mentorAsked: false,
    mentorListed: false,
  });
  expect(details(asked, {}, { preferredMentees: ['ana'] })).toEqual({
    menteeRank: null,
    menteeListed: 0,
    mentorAsked: true,
    mentorListed: true,
  });
  const list = factors.setOverlap({ weight: 1, field: 'languages', measure: 'overlap' });
  expect(details(list, { languages: ['It', 'en'] }, { languages: ['EN', 'it'] })).toEqual({
    measure: 'overlap',
    shared: ['en', 'it'],
  });
  const f = pairOf({}, {}, factors.custom({ weight: 1, function: 'f' }), { functions: { f: () => 1 } });
  expect(f.contributions(0, 0)[0]!.details).toEqual({ function: 'f' });
});

test('what stands behind an unknown value says what is missing', () => {
  const both = parseCohort({
    mentees: [
      { id: 'ana', optedIn: true, grade: 1, team: 'x', timeZone: 0, availability: [], skillsWanted: ['R'] },
      { id: 'bo', optedIn: true },
    ],
    mentors: [
      { id: 'lee', optedIn: true, grade: 2, team: 'x', timeZone: 0, availability: [], skills: ['R'] },
      { id: 'kim', optedIn: true },
    ],
  });
  const details = (factor: FactorSpec, mentee: string, mentor: string) => {
    const compiled = compileCohort(both, { model: { factors: { it: factor } } });
    const [part] = compiled.contributions(compiled.menteeIndex(mentee), compiled.mentorIndex(mentor));
    expect(part!.value).toBeNull();
    return part!.details;
  };
  const grade = factors.gradeGap({ weight: 1 });
  expect(details(grade, 'ana', 'kim')).toEqual({ menteeGrade: 1, mentorGrade: null, gap: null });
  expect(details(grade, 'bo', 'lee')).toEqual({ menteeGrade: null, mentorGrade: 2, gap: null });
  const near = factors.numericCloseness({ weight: 1, field: 'grade' });
  expect(details(near, 'bo', 'lee')).toEqual({ menteeValue: null, mentorValue: 2, range: 1 });
  const team = factors.sameValue({ weight: 1, field: 'team' });
  expect(details(team, 'ana', 'kim')).toEqual({ menteeValue: 'x', mentorValue: null });
  expect(details(team, 'bo', 'lee')).toEqual({ menteeValue: null, mentorValue: 'x' });
  const zones = factors.timeZoneOverlap({ weight: 1 });
  expect(details(zones, 'bo', 'lee')).toEqual({ hours: null, hoursApart: null });
  expect(details(factors.skillCoverage({ weight: 1 }), 'ana', 'kim')).toMatchObject({
    skills: [{ skill: 'r', today: 0, offered: null, covered: null }],
  });
  const free = factors.availabilityOverlap({ weight: 1 });
  expect(details(free, 'ana', 'kim')).toEqual({ minutes: null, enoughMinutes: 60 });
});

test('one empty set has nothing in common with another, two empty ones are unknown, in rows and alone', () => {
  const cohort = parseCohort({
    mentees: [
      { id: 'a', optedIn: true, languages: [] },
      { id: 'b', optedIn: true, languages: ['it', 'en'] },
    ],
    mentors: [
      { id: 'c', optedIn: true, languages: [] },
      { id: 'd', optedIn: true, languages: ['it'] },
      { id: 'e', optedIn: true },
    ],
  });
  for (const [measure, shared] of [
    ['jaccard', 0.5],
    ['overlap', 1],
    ['cosine', undefined],
    ['weightedJaccard', undefined],
  ] as const) {
    const factor = factors.setOverlap({ weight: 1, field: 'languages', measure, unknown: 0.25 });
    const compiled = compileCohort(cohort, { model: { factors: { it: factor } } });
    const row = new Int32Array(3);
    const values = ['a', 'b'].map((id) => {
      const mentee = compiled.menteeIndex(id);
      compiled.writeAllScores(mentee, row);
      return ['c', 'd', 'e'].map((other) => {
        const mentor = compiled.mentorIndex(other);
        const { value } = compiled.contributions(mentee, mentor)[0]!;
        expect(row[mentor]).toBe(Math.round(1e6 * (value ?? 0.25)));
        return value;
      });
    });
    expect(values[0]).toEqual([null, 0, null]);
    expect([values[1]![0], values[1]![2]]).toEqual([0, null]);
    if (shared === undefined) expect(values[1]![1]).toBeGreaterThan(0);
    else expect(values[1]![1]).toBe(shared);
  }
});

test('who asked for nobody is not asked for by those whom another asked for', () => {
  const cohort = parseCohort({
    mentees: ['a', 'b', 'c'].map((id) => ({ id, optedIn: true })),
    mentors: [
      { id: 'd', optedIn: true, preferredMentees: ['a'] },
      { id: 'e', optedIn: true, preferredMentees: ['b', 'a'] },
      { id: 'f', optedIn: true },
    ],
  });
  const compiled = compileCohort(cohort, { model: { factors: { it: factors.preference({ weight: 1 }) } } });
  const valuesOf = (id: string) =>
    ['d', 'e', 'f'].map((other) => {
      return compiled.contributions(compiled.menteeIndex(id), compiled.mentorIndex(other))[0]!.value;
    });
  expect(['a', 'b', 'c'].map(valuesOf)).toEqual([
    [1, 1, null],
    [0, 1, null],
    [0, 0, null],
  ]);
});
