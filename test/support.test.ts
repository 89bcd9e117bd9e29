import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCohort } from '../src/schema/index.js';
import { cohortArbitrary, shuffledCohortArbitrary } from './support/arbitraries.js';
import { compatCohort } from './support/compat-cohort.js';
import { drawDistinct, randomFrom, zipf } from './support/random.js';

test('mulberry32 gives the numbers of its published code', () => {
  const random = randomFrom(1);
  const drawn = Array.from({ length: 4 }, () => random.next() * 2 ** 32);
  expect(drawn).toEqual([2693262067, 11749833, 2265367787, 4213581821]);
});

test('normal draws have mean 0 and variance 1, and two thirds of them lie within 1', () => {
  const random = randomFrom(7);
  const drawn = Array.from({ length: 40_000 }, () => random.normal());
  const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
  const variance = drawn.reduce((sum, each) => sum + each * each, 0) / drawn.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
  expect(drawn.filter((each) => Math.abs(each) < 1).length / drawn.length).toBeCloseTo(0.6827, 2);
});

test("Zipf's law: rank r is drawn in proportion to 1 / (r + 1)", () => {
  const draw = zipf(randomFrom(3), 4, 1);
  const counts = [0, 0, 0, 0];
  for (let at = 0; at < 25_000; at++) counts[draw()]!++;
  // 1 + 1/2 + 1/3 + 1/4 = 25/12, so 12,000 : 6,000 : 4,000 : 3,000.
  expect(counts.map((count) => Math.round(count / 500) / 2)).toEqual([12, 6, 4, 3]);
});

test('distinct draws are distinct, and all values can be drawn', () => {
  const random = randomFrom(5);
  expect(drawDistinct(() => random.whole(2, 5), 4).sort()).toEqual([2, 3, 4, 5]);
});

test('a compat cohort is what the family says, and parses', () => {
  const options = { mentees: 300, mentors: 200, traits: true, capacity: [0, 3] } as const;
  const { mentees, mentors } = parseCohort(compatCohort(options));
  expect(mentees.length).toBe(300);
  expect(rangeOf(mentees.map(({ interests }) => new Set(interests).size))).toEqual([3, 8]);
  expect(rangeOf(mentors.map(({ interests }) => new Set(interests).size))).toEqual([3, 8]);
  expect(
    rangeOf(mentees.map(({ skillsWanted }) => new Set(skillsWanted!.map(({ name }) => name)).size)),
  ).toEqual([2, 5]);
  expect(
    rangeOf(mentees.flatMap(({ skillsWanted }) => skillsWanted!.map(({ importance }) => importance))),
  ).toEqual([1, 5]);
  expect(rangeOf(mentees.flatMap(({ skillsWanted }) => skillsWanted!.map(({ level }) => level)))).toEqual([
    3, 3,
  ]);
  expect(rangeOf(mentors.map(({ skills }) => new Set(skills!.map(({ name }) => name)).size))).toEqual([
    5, 12,
  ]);
  expect(rangeOf(mentors.flatMap(({ skills }) => skills!.map(({ level }) => level)))).toEqual([1, 5]);
  expect(rangeOf(mentors.map(({ capacity }) => capacity))).toEqual([0, 3]);
  const means = mentees.flatMap(({ traits }) => Object.values(traits!.means) as number[]);
  expect(means.length).toBe(1500);
  expect(means.reduce((sum, mean) => sum + mean, 0) / means.length).toBeCloseTo(3, 1);
});

test('a compat cohort depends on its seed, and a longer one starts with the shorter', () => {
  const short = compatCohort({ mentees: 5, mentors: 4, seed: 9 });
  const long = compatCohort({ mentees: 8, mentors: 9, seed: 9 });
  expect(long.mentees.slice(0, 5)).toEqual(short.mentees);
  expect(long.mentors.slice(0, 4)).toEqual(short.mentors);
  expect(compatCohort({ mentees: 5, mentors: 4, seed: 10 })).not.toEqual(short);
});

test('every arbitrary cohort parses, however its people are ordered', () => {
  fc.assert(
    fc.property(shuffledCohortArbitrary(), ({ cohort, shuffled }) => {
      const one = parseCohort(cohort);
      const other = parseCohort(shuffled);
      expect(other.mentees.length).toBe(one.mentees.length);
      expect(new Set(other.mentors)).toEqual(new Set(one.mentors));
    }),
  );
});

test('arbitrary cohorts reach what is worth testing', () => {
  const seen = new Set<string>();
  for (const cohort of fc.sample(cohortArbitrary(), { numRuns: 400, seed: 1 })) {
    const { mentees, mentors, reportingLines } = cohort;
    const note = (what: string, holds: boolean) => holds && seen.add(what);
    note('nobody on one side', mentees.length === 0 || mentors.length === 0);
    note(
      'the same id on both sides',
      mentees.some(({ id }) => mentors.some((mentor) => mentor.id === id)),
    );
    note(
      'opted out',
      [...mentees, ...mentors].some(({ optedIn }) => optedIn === false),
    );
    for (let places = 0; places <= 3; places++)
      note(
        `capacity ${places}`,
        mentors.some((mentor) => mentor.capacity === places),
      );
    note(
      'a preference',
      mentees.some((mentee) => (mentee.preferredMentors ?? []).length > 1),
    );
    note(
      'avoidance',
      mentors.some((mentor) => (mentor.avoidedMentees ?? []).length > 0),
    );
    note(
      'a manager who takes part',
      mentees.some(({ id }) => mentors.some((mentor) => mentor.id === reportingLines?.[id])),
    );
    note(
      'a survey and no traits',
      mentees.some((mentee) => mentee.survey && !mentee.traits),
    );
    note(
      'null',
      mentees.some(({ interests }) => interests === null),
    );
    note(
      'missing',
      mentees.some(({ interests }) => interests === undefined),
    );
    note(
      'an empty list',
      mentees.some(({ interests }) => interests?.length === 0),
    );
    note(
      'a person called __proto__',
      mentees.some(({ id }) => id === '__proto__'),
    );
  }
  expect(seen.size).toBe(15);
});

function rangeOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
