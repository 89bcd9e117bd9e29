import { expect, test } from 'vitest';
import type { Mentee, Mentor } from '../../src/participants/index.js';
import { parseCohort } from '../../src/schema/index.js';
import { forEachBaselineRow } from '../../src/scoring/baseline.js';
import { type Baseline, compileCohort, type Model, type ScoreFunction } from '../../src/scoring/index.js';
import { miniIpip } from '../../src/survey/index.js';
import { randomFrom } from '../support/random.js';

const person = (id: string, more: object = {}) => ({ id, optedIn: true, ...more });

/** A function that gives a pair the mean of two fixed worths, and what it comes to over all pairs. */
function additive(size: number) {
  const random = randomFrom(11);
  const worth = new Map<string, number>();
  const ids = (side: string) =>
    Array.from({ length: size }, (_, at) => {
      worth.set(`${side}-${at}`, random.next());
      return `${side}-${at}`;
    });
  const [menteeIds, mentorIds] = [ids('mentee'), ids('mentor')];
  // The last hundred stand on both sides: their pairs with themselves are worth 1 and must not count.
  for (let at = size - 100; at < size; at++) mentorIds[at] = menteeIds[at]!;
  const plain = (id: string, mentorId: string) => (worth.get(id)! + worth.get(mentorId)!) / 2;
  const value: ScoreFunction = ({ id }: Mentee, mentor: Mentor) =>
    id === mentor.id ? 1 : plain(id, mentor.id);
  let [sum, pairs] = [0, 0];
  for (const mentee of menteeIds) {
    for (const mentor of mentorIds) {
      if (mentee === mentor) continue;
      sum += plain(mentee, mentor);
      pairs += 1;
    }
  }
  return { menteeIds, mentorIds, value, fullMean: sum / pairs };
}

const model: Model = { factors: { worth: { kind: 'custom', function: 'value', weight: 1 } } };

function baselineOf(
  { menteeIds, mentorIds, value }: Pick<ReturnType<typeof additive>, 'menteeIds' | 'mentorIds' | 'value'>,
  seed: number,
): Baseline {
  const cohort = parseCohort({
    mentees: menteeIds.map((id) => person(id)),
    mentors: mentorIds.map((id) => person(id)),
  });
  return compileCohort(cohort, { model, functions: { value }, seed }).baseline;
}

test('of 1,500 × 1,500 pairs about a million are looked at, each once, none of them of one person', () => {
  const { menteeIds, mentorIds } = additive(1500);
  const [byMentee, byMentor] = [new Int32Array(1500), new Int32Array(1500)];
  let [pairs, self, repeats] = [0, 0, 0];
  forEachBaselineRow({ menteeIds, mentorIds, seed: 0 }, (mentee, mentors) => {
    repeats += mentors.length - new Set(mentors).size;
    for (const mentor of mentors) {
      pairs += 1;
      byMentee[mentee]! += 1;
      byMentor[mentor]! += 1;
      if (menteeIds[mentee] === mentorIds[mentor]) self += 1;
    }
  });
  expect([self, repeats]).toEqual([0, 0]);
  // Arcs of a fixed length over hashed places: the number varies little from seed to seed.
  expect(Math.abs(pairs - 1_000_000)).toBeLessThan(30_000);
  // Everybody is looked at, on both sides: about 667 times each.
  for (const times of [...byMentee, ...byMentor]) expect(Math.abs(times - 667)).toBeLessThan(200);
});

test.each([300, 1100])('of %i × as many pairs, those of one person with themself do not count', (size) => {
  const { menteeIds, mentorIds } = additive(size);
  const value: ScoreFunction = ({ id }, mentor) => (id === mentor.id ? 1 : 0);
  expect(baselineOf({ menteeIds, mentorIds, value }, 0).factors.worth!.mean).toBe(0);
});

test('the mean of the sample lies near the mean of all pairs, whatever the seed', () => {
  const space = additive(1200);
  for (const seed of [0, 4294967295]) {
    const { mean } = baselineOf(space, seed).factors.worth!;
    // Each side has 1,200 uniform worths (deviation 0.29) looked at nearly equally often, so the weights of a
    // person vary by about 4 %: the mean is off by 0.29 · 0.04 / √2400 ≈ 0.00024. Six of these.
    expect(Math.abs(mean! - space.fullMean)).toBeLessThan(0.0015);
  }
});

test('the sample does not depend on the order of people, but does on the seed', () => {
  const space = additive(1100);
  const one = baselineOf(space, 3);
  const turned = {
    ...space,
    menteeIds: [...space.menteeIds].reverse(),
    mentorIds: [...space.mentorIds].reverse(),
  };
  expect(baselineOf(turned, 3)).toEqual(one);
  expect(baselineOf(space, 4)).not.toEqual(one);
});

test('at exactly a million pairs all are looked at, at one row more a sample', () => {
  const ids = (side: string, count: number) => Array.from({ length: count }, (_, at) => `${side}${at}`);
  const value = () => 0.5;
  expect(baselineOf({ menteeIds: ids('a', 1000), mentorIds: ids('b', 1000), value }, 0).pairs).toBe(
    1_000_000,
  );
  const more = baselineOf({ menteeIds: ids('a', 1001), mentorIds: ids('b', 1000), value }, 0).pairs;
  expect(more).toBeLessThan(1_001_000);
  expect(Math.abs(more - 1_000_000)).toBeLessThan(2000);
});

test('the baseline looks at pairs before rules, locks and capacities, and at nobody who opted out', () => {
  const cohort = parseCohort({
    mentees: [
      person('a', { grade: 1, avoidedMentors: ['m'] }),
      person('b', { grade: 2 }),
      { id: 'c', optedIn: false, grade: 3 },
    ],
    mentors: [person('m', { grade: 1, capacity: 0 }), person('n', { grade: 4 }), person('b', { grade: 2 })],
  });
  const { baseline } = compileCohort(cohort, {
    model: {
      factors: {
        lead: { kind: 'gradeGap', weight: 1, table: { '0': 0.5, '1': 0.25, '2': 1, '3': 1, '-1': 0 } },
      },
      rules: [{ kind: 'gradeGap', minimum: 1 }],
    },
  });
  // a: m 0.5, n 1, b 0.25; b: m 0, n 1, not b.
  expect(baseline).toEqual({ pairs: 5, factors: { lead: { mean: 0.55, known: 5 } } });
});

test('a baseline stores no words of people, only hashes and counts', () => {
  const cohort = parseCohort({
    mentees: [person('a', { interests: ['Chess', 'opera'] })],
    mentors: [person('m', { interests: ['chess'] })],
  });
  const { baseline } = compileCohort(cohort, {
    model: { factors: { x: { kind: 'sharedInterests', measure: 'weightedJaccard', weight: 1 } } },
  });
  const { people, counts } = baseline.factors.x!.termFrequency!;
  expect(people).toBe(2);
  expect(Object.values(counts).sort()).toEqual([1, 2]);
  for (const key of Object.keys(counts)) expect(key).toMatch(/^[0-9a-f]{16}$/);
});

test('a baseline holds of each factor what its values depend on, and nothing else', () => {
  const traits = (openness: number) => ({ traits: { instrumentId: 'mini-ipip-20', means: { openness } } });
  const people = (side: string) =>
    [1, 2, 3, 4, 5].map((at) =>
      person(`${side}${at}`, {
        grade: at,
        interests: ['a'],
        skills: ['b'],
        skillsWanted: ['b'],
        ...traits(at),
      }),
    );
  const cohort = parseCohort({
    mentees: people('e'),
    mentors: people('o').map(({ skillsWanted: _, ...rest }: Record<string, unknown>) => rest),
  } as never);
  const { norms: _, ...withoutNorms } = miniIpip;
  const openness = { openness: 'similar' } as const;
  const { baseline } = compileCohort(cohort, {
    model: {
      factors: {
        closeness: { kind: 'numericCloseness', field: 'grade', weight: 1 },
        grade: { kind: 'gradeGap', weight: 1 },
        ofNorms: {
          kind: 'personality',
          instrument: 'mini-ipip-20',
          measure: 'traitGap',
          traits: openness,
          weight: 1,
        },
        ofOwnNorms: {
          kind: 'personality',
          instrument: withoutNorms,
          measure: 'traitGap',
          traits: openness,
          weight: 1,
        },
        plain: { kind: 'sharedInterests', weight: 1 },
        rare: { kind: 'sharedInterests', measure: 'weightedJaccard', weight: 1 },
        rareSkills: { kind: 'skillCoverage', rarity: true, weight: 1 },
        skills: { kind: 'skillCoverage', weight: 1 },
      },
    },
  });
  const own = Object.entries(baseline.factors).map(([name, entry]) => [name, ...Object.keys(entry)]);
  expect(own).toEqual([
    ['closeness', 'mean', 'known', 'range'],
    ['grade', 'mean', 'known'],
    ['ofNorms', 'mean', 'known'],
    ['ofOwnNorms', 'mean', 'known', 'traitNorms'],
    ['plain', 'mean', 'known'],
    ['rare', 'mean', 'known', 'termFrequency'],
    ['rareSkills', 'mean', 'known', 'termFrequency'],
    ['skills', 'mean', 'known'],
  ]);
  expect(baseline.factors.closeness).toMatchObject({ range: 4, known: 25 });
  // Of 1, 1, 2, 2, … 5, 5: mean 3, variance 20 / 9.
  expect(baseline.factors.ofOwnNorms!.traitNorms!.openness).toMatchObject({ mean: 3, n: 10 });
  expect(baseline.factors.ofOwnNorms!.traitNorms!.openness!.standardDeviation).toBeCloseTo(
    Math.sqrt(20 / 9),
    12,
  );
});
