import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSteps } from '../../src/core/index.js';
import { compileCohort, factors, rules } from '../../src/index.js';
import type { CompiledCohort } from '../../src/scoring/index.js';
import { countEligible, eligibleMentors } from '../../src/scoring/inner.js';
import { cohortArbitrary } from '../support/arbitraries.js';
import { compatCohort } from '../support/compat-cohort.js';
import { functions, modelArbitrary } from '../support/models.js';
import { randomFrom } from '../support/random.js';

const scenario = fc.record({
  input: cohortArbitrary({ mentees: 10, mentors: 12 }),
  model: modelArbitrary,
  seed: fc.nat(1e6),
  forbids: fc.boolean(),
});

/** Prices that are often tied, and a few mentors who are not to be had. */
function payOf(cohort: CompiledCohort, seed: number, largest: number): Float64Array {
  const random = randomFrom(seed);
  return Float64Array.from(cohort.mentorIds, () =>
    random.whole(0, 9) === 0 ? -Infinity : 0 - random.whole(0, 3) * random.whole(0, largest),
  );
}

/** Whether the answer of a search is what a look at every pair allows. */
function expectBest(
  cohort: CompiledCohort,
  mentee: number,
  pay: Float64Array,
  floor: number,
  width: number,
  forbidden: ReadonlySet<number> = new Set(),
  search = cohort.rowSearch(width),
): void {
  const found = search.find(mentee, pay, floor, forbidden);
  const scores = new Int32Array(cohort.mentorIds.length);
  cohort.writeScores(mentee, scores);
  for (const mentor of forbidden) scores[mentor] = -1;
  const net = Float64Array.from(scores, (score, mentor) => (score < 0 ? -Infinity : score + pay[mentor]!));
  const chosen = [...search.mentors.subarray(0, found)];
  expect(found).toBeLessThanOrEqual(width);
  expect(new Set(chosen).size).toBe(found);
  expect([...search.scores.subarray(0, found)]).toEqual(chosen.map((mentor) => scores[mentor]));
  expect(search.bound).toBeGreaterThanOrEqual(floor);
  const left = new Set(chosen);
  const wrong = [...net.keys()].filter((mentor) =>
    left.has(mentor) ? net[mentor]! < search.bound : net[mentor]! > search.bound,
  );
  expect(wrong).toEqual([]);
  // The bar is not raised without need.
  if (found < width && cohort.mentorIds.length < 200) expect(search.bound).toBe(floor);
}

describe('RowSearch', () => {
  it('finds the best mentors with their exact scores, for every kind of factor and rule', () => {
    fc.assert(
      fc.property(scenario, ({ input, model, seed, forbids }) => {
        const cohort = compileCohort(input, { model, functions });
        const pay = payOf(cohort, seed, 400_000);
        const forbidden = new Set(forbids ? [0, 3] : []);
        for (let mentee = 0; mentee < cohort.menteeIds.length; mentee++) {
          for (const width of [1, 4, 16]) expectBest(cohort, mentee, pay, -Infinity, width, forbidden);
          expectBest(cohort, mentee, pay, 100_000, 16, forbidden);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does so over many blocks, while prices rise from search to search', () => {
    const { mentees, mentors } = compatCohort({ mentees: 40, mentors: 3000, traits: true });
    const sites = ['north', 'south', 'east'];
    const place = <Person extends object>(people: readonly Person[]) =>
      people.map((person, at) => ({ ...person, location: sites[at % 3]!, grade: at % 5 }));
    const model = {
      factors: {
        a: { kind: 'skillCoverage', weight: 3 },
        b: { kind: 'sharedInterests', weight: 2 },
        c: { kind: 'personality', weight: 1, instrument: 'mini-ipip-20' },
        d: { kind: 'gradeGap', weight: 1 },
        e: { kind: 'setOverlap', field: 'interests', measure: 'overlap', weight: 1 },
      },
    } as const;
    const input = { mentees: place(mentees), mentors: place(mentors) };
    for (const rules of [
      [],
      [
        { kind: 'sameValue', field: 'location' },
        { kind: 'gradeGap', minimum: 1 },
      ],
    ] as const) {
      const cohort = compileCohort(input, { model: { ...model, rules } });
      const pay = payOf(cohort, 5, 100_000);
      const search = cohort.rowSearch(24);
      const random = randomFrom(9);
      for (let mentee = 0; mentee < 40; mentee++) {
        expectBest(cohort, mentee, pay, -Infinity, 24, undefined, search);
        expectBest(cohort, mentee, pay, 300_000, 24, undefined, search);
        for (let times = 0; times < 50; times++) pay[random.whole(0, 2999)]! -= random.whole(0, 50_000);
      }
      pay.fill(0);
      search.forget();
      for (let mentee = 0; mentee < 40; mentee++)
        expectBest(cohort, mentee, pay, -Infinity, 24, undefined, search);
    }
  });

  it('does so with very many levels of skill, and with prices far above all scores or below 0', () => {
    const { mentees, mentors } = compatCohort({ mentees: 20, mentors: 2000 });
    const finely = mentors.map((mentor, at) => ({
      ...mentor,
      skills: mentor.skills!.map((skill) => ({ ...(skill as { name: string }), level: 1 + (at % 40) / 10 })),
    }));
    const factors = {
      a: { kind: 'skillCoverage', weight: 1 },
      b: { kind: 'sharedInterests', weight: 1 },
    } as const;
    const cohort = compileCohort({ mentees, mentors: finely }, { model: { factors } });
    for (const [largest, shift] of [
      [100_000, 0],
      [3e9, 0],
      [3e9, 5e9],
      [1e15, 0.25],
    ] as const) {
      const pay = payOf(cohort, 7, largest).map((each) => each + shift);
      for (let mentee = 0; mentee < 20; mentee++)
        for (const floor of [-Infinity, shift + 100_000, shift - 1e9])
          expectBest(cohort, mentee, pay, floor, 24);
    }
    // Everyone the same, so that parts of a millionth decide.
    const same = compileCohort(
      { mentees: mentees.slice(0, 1), mentors: finely.map(({ id }) => ({ ...finely[0]!, id })) },
      { model: { factors } },
    );
    const random = randomFrom(11);
    const pay = Float64Array.from(same.mentorIds, () => 0 - random.whole(0, 9) / 4);
    for (const width of [8, 24, 400]) expectBest(same, 0, pay, -Infinity, width);
  });
});

it('a search among mentors who are all worth the same keeps others for each mentee', () => {
  const alike = (prefix: string, length: number) =>
    Array.from({ length }, (_, at) => ({ id: `${prefix}${at}`, grade: 1 }));
  const cohort = compileCohort(
    { mentees: alike('e', 100), mentors: alike('o', 100) },
    { model: { factors: { grade: factors.gradeGap({ weight: 1 }) } }, assumeOptedIn: true },
  );
  const search = cohort.rowSearch(5);
  const known = new Set<number>();
  for (let mentee = 0; mentee < 100; mentee++) {
    expect(search.find(mentee, new Float64Array(100), Number.NEGATIVE_INFINITY)).toBe(5);
    for (const mentor of search.mentors.subarray(0, 5)) known.add(mentor);
  }
  expect(known.size).toBeGreaterThan(80);
});

it('a search works few pairs out: of 3,000 mentors some hundreds, fewer where more is known', () => {
  const { mentees, mentors } = compatCohort({ mentees: 20, mentors: 3000 });
  const place = <Person extends object>(people: readonly Person[]) =>
    people.map((person, at) => ({ ...person, location: `place ${at % 3}` }));
  let calls = 0;
  const half = () => {
    calls += 1;
    return 0.5;
  };
  const modelled = (weight: number, sites: boolean) =>
    compileCohort(
      { mentees: place(mentees), mentors: place(mentors) },
      {
        assumeOptedIn: true,
        functions: { half },
        model: {
          factors: {
            skills: factors.skillCoverage({ weight: 3 }),
            taste: factors.sharedInterests({ weight: 2 }),
            half: factors.custom({ weight, function: 'half' }),
            // Worked out before it, as it is heavier: most fall there.
            ...(sites && { site: factors.sameValue({ weight: 4, field: 'location' }) }),
          },
        },
      },
    );
  /** How often the function is called for a mentee, whose bar is known or not. */
  const searched = (cohort: CompiledCohort, pay: (at: number) => number, knowsBar: boolean): number => {
    const search = cohort.rowSearch(8);
    const prices = Float64Array.from(cohort.mentorIds, (_, at) => pay(at));
    let worked = 0;
    for (let mentee = 0; mentee < mentees.length; mentee++) {
      if (knowsBar) search.find(mentee, prices, Number.NEGATIVE_INFINITY);
      const bar = knowsBar ? search.bound - 1 : Number.NEGATIVE_INFINITY;
      calls = 0;
      expect(search.find(mentee, prices, bar)).toBe(8);
      worked += calls;
    }
    return worked / mentees.length;
  };
  const free = () => 0;
  const dear = (at: number) => ((at * 7919) % 3000) * -100;
  // As many as were worked out when this was written, and a twentieth more.
  const heavy = modelled(1, false);
  expect(searched(heavy, free, false)).toBeLessThan(306);
  expect(searched(heavy, free, true)).toBeLessThan(86);
  expect(searched(heavy, dear, false)).toBeLessThan(273);
  expect(searched(heavy, dear, true)).toBeLessThan(54);
  const light = modelled(0.2, false);
  expect(searched(light, free, false)).toBeLessThan(187);
  expect(searched(light, free, true)).toBeLessThan(17.3);
  const more = modelled(1, true);
  expect(searched(more, free, false)).toBeLessThan(268.2);
  expect(searched(more, dear, true)).toBeLessThan(38);
});

it('mentors stand in blocks of one class, and the two weightiest factors that can be tallied are', () => {
  const { mentees, mentors } = compatCohort({ mentees: 5, mentors: 3000 });
  const place = <Person extends object>(people: readonly Person[]) =>
    people.map((person, at) => ({ ...person, location: at % 3 === 0 ? 'north' : 'south', grade: at % 7 }));
  const cohort = compileCohort(
    { mentees: place(mentees), mentors: place(mentors) },
    {
      assumeOptedIn: true,
      model: {
        factors: {
          taste: factors.sharedInterests({ weight: 2 }),
          skills: factors.skillCoverage({ weight: 3 }),
          words: factors.setOverlap({ weight: 1, field: 'interests', measure: 'overlap' }),
          rare: factors.sharedInterests({ weight: 4, measure: 'cosine' }),
          grade: factors.gradeGap({ weight: 1.5 }),
        },
        rules: [rules.sameValue({ field: 'location' })],
      },
    },
  );
  const { blocks, mentorAt, tallies, others } = runSteps(cohort.rowSearchSteps());
  // 1,000 of one place and 2,000 of the other, 256 to a block.
  const lengths = Array.from(blocks.starts, (start, at) => blocks.ends[at]! - start);
  expect(lengths.filter((length) => length < 256).sort()).toEqual([1000 % 256, 2000 % 256].sort());
  expect(lengths).toHaveLength(4 + 8);
  expect([...blocks.starts]).toEqual([0, ...blocks.ends].slice(0, -1));
  expect([...mentorAt].sort((one, other) => one - other)).toEqual([...cohort.mentorIds.keys()]);
  const { classOf } = cohort.eligibility();
  blocks.starts.forEach((start, at) => {
    const inside = [...mentorAt.subarray(start, blocks.ends[at]!)];
    expect(inside).toEqual([...inside].sort((one, other) => one - other));
    expect(new Set(inside.map((mentor) => classOf[mentor]))).toEqual(new Set([blocks.classOf[at]]));
  });
  const weight = 11.5;
  const near = (list: readonly { readonly share: number }[]) =>
    list.map(({ share }) => Math.round((share * weight) / 1e5) / 10);
  expect(near(tallies.map(({ weighed }) => weighed))).toEqual([3, 2]);
  expect(near(others)).toEqual([4, 1.5, 1]);
  expect(tallies.map(({ tally, runs }) => [tally.isExact, tally.levels === runs])).toEqual([
    [true, true],
    [true, true],
  ]);
  // Each mentor who has a term stands once among those who have it.
  for (const { tally, places, offsets } of tallies) {
    expect(places).toHaveLength(tally.sets.holders.length);
    expect(offsets.at(-1)).toBe(places.length);
  }
});

describe('countEligible and eligibleMentors', () => {
  it('agree with a look at every pair', () => {
    fc.assert(
      fc.property(scenario, ({ input, model, forbids }) => {
        const cohort = compileCohort(input, { model, functions });
        const forbidden = new Map(
          forbids && cohort.mentorIds.length > 2
            ? [...cohort.menteeIds.keys()].map((mentee) => [mentee, new Set([mentee % 3])])
            : [],
        );
        const write = eligibleMentors(cohort, forbidden);
        const out = new Int32Array(cohort.mentorIds.length);
        const ofMentor = new Int32Array(out.length);
        const ofMentee = cohort.menteeIds.map((_, mentee) => {
          const expected = [...cohort.mentorIds.keys()].filter(
            (mentor) => cohort.isEligible(mentee, mentor) && forbidden.get(mentee)?.has(mentor) !== true,
          );
          for (const mentor of expected) ofMentor[mentor]! += 1;
          expect([...out.subarray(0, write(mentee, out))]).toEqual(expected);
          return expected.length;
        });
        expect(runSteps(countEligible(cohort, forbidden))).toEqual({
          ofMentee: Int32Array.from(ofMentee),
          ofMentor,
        });
      }),
      { numRuns: 200 },
    );
  });
});
