import { expect, it } from 'vitest';
import { runSteps } from '../../src/core/index.js';
import { parseCohort } from '../../src/schema/index.js';
import {
  type CompiledCohort,
  compileCohort,
  factors,
  type RuleSpec,
  rules,
} from '../../src/scoring/index.js';
import { countEligible, eligibleMentors } from '../../src/scoring/inner.js';

const places = ['north', 'south', 'east'];
const person = (id: string, parts: object = {}) => ({ id, optedIn: true, ...parts });

/** Mentors of three places and four grades in every combination; the mentees avoid some and manage some. */
function compiled(given: readonly RuleSpec[], functions = {}): CompiledCohort {
  const mentors = Array.from({ length: 24 }, (_, at) =>
    person(`o${at}`, { location: places[at % 3], grade: at % 4 }),
  );
  const mentees = ['a', 'b', 'c'].map((id, at) =>
    person(id, { location: places[at], grade: at, avoidedMentors: [`o${at}`, 'o20'] }),
  );
  return compileCohort(parseCohort({ mentees, mentors, reportingLines: { o3: 'a', c: 'o5', o5: 'o6' } }), {
    model: { factors: { it: factors.preference({ weight: 1 }) }, rules: given },
    functions,
  });
}

/** What a look at every pair says. */
function allowed(cohort: CompiledCohort, mentee: number): number[] {
  return [...cohort.mentorIds.keys()].filter((mentor) => cohort.isEligible(mentee, mentor));
}

const byPlace = rules.sameValue({ field: 'location' });
const byGrade = rules.gradeGap({ minimum: 0 });

it('rules that treat mentors alike make classes, rules that name few make lists, functions are asked by pair', () => {
  const isOdd = { isOdd: (_: unknown, { id }: { readonly id: string }) => Number(id.slice(1)) % 2 === 1 };
  const shapes: [readonly RuleSpec[], number, number][] = [
    [[], 1, 0],
    [[byPlace], 3, 0],
    [[byGrade], 4, 0],
    [[byPlace, byGrade], 12, 0],
    [[byGrade, byPlace, byGrade], 12, 0],
    [[rules.notInManagementChain(), rules.notPreviouslyPaired({ history: [] })], 1, 0],
    [[rules.trained()], 1, 0],
    [[rules.timeZoneOverlap({ minimumHours: 1 })], 1, 0],
    [[rules.custom({ function: 'isOdd' }), byPlace], 3, 1],
    [[rules.requiredSkill()], 1, 1],
  ];
  for (const [given, classes, perPair] of shapes) {
    const cohort = compiled(given, isOdd);
    const eligibility = cohort.eligibility();
    expect(eligibility).toBe(cohort.eligibility());
    expect([eligibility.classes, eligibility.perPair.length]).toEqual([classes, perPair]);
    expect(eligibility.members.flatMap((each) => [...each]).sort((one, other) => one - other)).toEqual([
      ...cohort.mentorIds.keys(),
    ]);
    eligibility.members.forEach((each, mentorClass) => {
      expect(each.length).toBe(24 / classes);
      for (const mentor of each) expect(eligibility.classOf[mentor]).toBe(mentorClass);
    });
    const out = new Int32Array(24);
    const ofMentor = new Int32Array(24);
    const ofMentee = cohort.menteeIds.map((_, mentee) => {
      const expected = allowed(cohort, mentee).filter((mentor) => mentor !== 9);
      for (const mentor of expected) ofMentor[mentor]! += 1;
      const forbidden = new Map([[mentee, new Set([9])]]);
      expect([...out.subarray(0, eligibleMentors(cohort, forbidden)(mentee, out))]).toEqual(expected);
      return expected.length;
    });
    const forbidden = new Map([...cohort.menteeIds.keys()].map((mentee) => [mentee, new Set([9])]));
    expect(runSteps(countEligible(cohort, forbidden))).toEqual({
      ofMentee: Int32Array.from(ofMentee),
      ofMentor,
    });
    const ofClass = new Uint8Array(classes);
    const blocked = new Uint8Array(24);
    cohort.menteeIds.forEach((_, mentee) => {
      eligibility.writeClasses(mentee, ofClass);
      cohort.writeBlocked(mentee, blocked);
      cohort.mentorIds.forEach((_id, mentor) => {
        const broken = cohort.brokenRules(mentee, mentor);
        expect(eligibility.blocks(mentee, mentor)).toBe(broken.length > 0);
        expect(blocked[mentor]).toBe(broken.length > 0 ? 1 : 0);
        const byClass = broken.some(({ rule }) => ['sameValue', 'gradeGap', 'trained'].includes(rule));
        expect(ofClass[eligibility.classOf[mentor]!]).toBe(byClass ? 0 : 1);
        const byList = broken.some(({ rule }) => ['avoided', 'notInManagementChain'].includes(rule));
        expect(eligibility.listed(mentee).has(mentor)).toBe(byList);
      });
    });
  }
});

it('a list of one mentee is no list of another', () => {
  const cohort = compiled([
    rules.notInManagementChain(),
    rules.notPreviouslyPaired({
      history: [
        { menteeId: 'b', mentorId: 'o7' },
        { menteeId: 'b', mentorId: 'o8' },
        { menteeId: 'stranger', mentorId: 'o9' },
        { menteeId: 'b', mentorId: 'stranger' },
      ],
    }),
  ]);
  const forbidden = (id: string) => {
    const listed = cohort.eligibility().listed(cohort.menteeIndex(id));
    return [...listed].map((mentor) => cohort.mentorIds[mentor]).sort();
  };
  cohort.menteeIds.forEach((_, mentee) => {
    const blocked = new Uint8Array(24);
    cohort.writeBlocked(mentee, blocked);
    const ids = cohort.mentorIds.filter((_id, mentor) => blocked[mentor] === 1);
    expect([...ids].sort()).toEqual(forbidden(cohort.menteeIds[mentee]!));
  });
  expect(forbidden('a')).toEqual(['o0', 'o20', 'o3']);
  expect(forbidden('b')).toEqual(['o1', 'o20', 'o7', 'o8']);
  expect(forbidden('c')).toEqual(['o2', 'o20', 'o5', 'o6']);
});

it('very many classes are none: then each pair is asked', () => {
  const many = (side: string, length: number) =>
    Array.from({ length }, (_, at) => person(`${side}${at}`, { grade: at }));
  const classesOf = (mentors: number) => {
    const cohort = compileCohort(parseCohort({ mentees: many('e', 1), mentors: many('o', mentors) }), {
      model: { factors: { it: factors.preference({ weight: 1 }) }, rules: [rules.gradeGap({ minimum: 2 })] },
    });
    const { classes, perPair } = cohort.eligibility();
    return [classes, perPair.length, allowed(cohort, 0).length];
  };
  expect(classesOf(1024)).toEqual([1024, 0, 1022]);
  expect(classesOf(1025)).toEqual([1, 1, 1023]);
  expect(classesOf(0)).toEqual([0, 0, 0]);
});

it('who is eligible is counted without scoring anybody, unless there is a minimum score', () => {
  let calls = 0;
  const score = () => {
    calls += 1;
    return 0.5;
  };
  for (const minimumScore of [0, 0.5]) {
    const cohort = compileCohort(
      parseCohort({
        mentees: ['a', 'b'].map((id) => person(id)),
        mentors: Array.from({ length: 20 }, (_, at) => person(`o${at}`)),
      }),
      {
        functions: { score },
        model: { factors: { it: factors.custom({ weight: 1, function: 'score' }) }, minimumScore },
      },
    );
    calls = 0;
    const { ofMentee, ofMentor } = runSteps(countEligible(cohort, new Map([[0, new Set([3, 4])]])));
    expect([...ofMentee].sort()).toEqual([18, 20]);
    expect([...ofMentor].filter((count) => count === 1)).toHaveLength(2);
    const out = new Int32Array(20);
    expect(eligibleMentors(cohort, new Map())(0, out)).toBe(20);
    expect([...out]).toEqual([...out.keys()]);
    // Two rows to count, one to write; none where it is not for the score.
    expect(calls).toBe(minimumScore > 0 ? 60 : 0);
  }
});

it('counting with a minimum score pauses after some 65,536 pairs', () => {
  const cohort = compileCohort(
    parseCohort({
      mentees: Array.from({ length: 5 }, (_, at) => person(`e${at}`, { grade: 1 })),
      mentors: Array.from({ length: 20_000 }, (_, at) => person(`o${at}`, { grade: 2 })),
    }),
    {
      model: { factors: { it: factors.gradeGap({ weight: 1 }) }, minimumScore: 0.5 },
      baseline: { pairs: 1, factors: { it: { mean: 1, known: 1 } } },
    },
  );
  runSteps(cohort.eligibilitySteps());
  expect([...countEligible(cohort, new Map())]).toEqual([0, 4].map((done) => ({ done, of: 5 })));
});
