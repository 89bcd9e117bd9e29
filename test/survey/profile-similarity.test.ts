import fc from 'fast-check';
import { similarity as mlSimilarity } from 'ml-distance';
import { describe, expect, it } from 'vitest';
import {
  compileProfileSimilarity,
  cosineCoefficient,
  distinctiveSimilarity,
  doubleEntryCorrelation,
  ipip50,
  meanProfileFrom,
  normsFromProfiles,
  type Profile,
  type ProfileMeasure,
  type ProfileSimilarityOptions,
  pearsonCorrelation,
  profileSimilarity,
  traitsOf,
} from '../../src/survey/index.js';

const measures: readonly ProfileMeasure[] = [
  'traitGap',
  'gower',
  'euclidean',
  'doubleEntryCorrelation',
  'cosine',
  'pearson',
];
const correlations: readonly ProfileMeasure[] = ['doubleEntryCorrelation', 'cosine', 'pearson'];
const bigFive = traitsOf(ipip50);
const norms = ipip50.norms!.traits;
const scale = { min: 1, max: 5 };

const profileOf = (values: readonly (number | null)[]): Profile =>
  Object.fromEntries(bigFive.slice(0, values.length).map((trait, index) => [trait, values[index]]));

const mean = fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10);
const fullProfile = fc.array(mean, { minLength: 5, maxLength: 5 }).map(profileOf);
const partProfile = fc.array(fc.option(mean, { freq: 4 }), { minLength: 5, maxLength: 5 }).map(profileOf);
const isFlat = (profile: Profile) => new Set(Object.values(profile)).size === 1;

/** The example profiles of McCrae (2008), z-scores: ΣM² = 2.35, Σd² = 1.08. */
const mccrae = [
  [1.2, 0.3, -0.5, 0.1, 0.9],
  [0.6, 0.7, -1.1, -0.3, 0.7],
] as const;

describe('the coefficients', () => {
  it('have the sums and the values of the example of McCrae (2008)', () => {
    const [first, second] = mccrae;
    const sum = (term: (one: number, other: number) => number) =>
      first.reduce((total, one, index) => total + term(one, second[index]!), 0);
    expect(sum((one, other) => ((one + other) / 2) ** 2)).toBeCloseTo(2.35, 10);
    expect(sum((one, other) => (one - other) ** 2)).toBeCloseTo(1.08, 10);
    expect(doubleEntryCorrelation(first, second)).toBeCloseTo(0.763365468887, 11);
    expect(pearsonCorrelation(first, second)).toBeCloseTo(0.855823210685, 11);
  });

  it('have the values of examples worked by hand', () => {
    expect(cosineCoefficient([1, 0], [1, 1])).toBeCloseTo(Math.SQRT1_2, 12);
    expect(cosineCoefficient([3, 4], [-3, -4])).toBeCloseTo(-1, 12);
    expect(pearsonCorrelation([1, 2, 3], [1, 2, 4])).toBeCloseTo(3 / Math.sqrt(2 * (14 / 3)), 12);
    // m = 2: 2 · (−1 + 0 − 1) / (2 + 0 + 2); then m = 2.5: 2 · (0.75 − 0.25 + 0.75) / (2.5 + 0.5 + 2.5).
    expect(doubleEntryCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(doubleEntryCorrelation([1, 2, 3], [2, 3, 4])).toBeCloseTo(2.5 / 5.5, 12);
  });

  it('see level where Pearson’s does not', () => {
    expect(pearsonCorrelation([1, 2, 3], [3, 4, 5])).toBeCloseTo(1, 12);
    expect(doubleEntryCorrelation([1, 2, 3], [3, 4, 5])).toBeLessThan(0.1);
  });

  it('double entry is Pearson’s correlation of both ways round', () => {
    const vector = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(vector, vector, (one, other) => {
        const size = Math.min(one.length, other.length);
        const [first, second] = [one.slice(0, size), other.slice(0, size)];
        const direct = doubleEntryCorrelation(first, second);
        const entered = pearsonCorrelation([...first, ...second], [...second, ...first]);
        if (direct === null || entered === null) return;
        expect(direct).toBeCloseTo(entered, 9);
      }),
    );
  });

  it('are unknown for flat profiles, zero vectors and fewer than three values, where others give NaN or noise', () => {
    const flat = [0.1 + 0.2, 0.3, 0.3];
    expect(pearsonCorrelation(flat, [1, 2, 3])).toBeNull();
    expect(mlSimilarity.pearson(flat, [1, 2, 3])).not.toBeNaN();
    expect(pearsonCorrelation([2, 2, 2], [1, 2, 3])).toBeNull();
    expect(mlSimilarity.pearson([2, 2, 2], [1, 2, 3])).toBeNaN();
    expect(cosineCoefficient([0, 0, 0], [1, 2, 3])).toBeNull();
    expect(cosineCoefficient([1e-170, 0, 0], [1, 2, 3])).toBeNull();
    expect(cosineCoefficient([], [])).toBeNull();
    expect(doubleEntryCorrelation([2, 2, 2], [2, 2, 2])).toBeNull();
    expect(pearsonCorrelation([1, 2], [2, 3])).toBeNull();
    expect(doubleEntryCorrelation([1, 2], [2, 3])).toBeNull();
  });

  it('stay in [−1, 1] where rounding pushes the quotient out', () => {
    const triple = (values: readonly number[]) => values.map((value) => value * 3);
    expect(mlSimilarity.cosine([0.1, 0.3, 0.5], triple([0.1, 0.3, 0.5]))).toBeGreaterThan(1);
    expect(cosineCoefficient([0.1, 0.3, 0.5], triple([0.1, 0.3, 0.5]))).toBe(1);
    expect(cosineCoefficient([-0.1, -0.3, -0.5], triple([0.1, 0.3, 0.5]))).toBe(-1);
    expect(mlSimilarity.pearson([0.2, 0.5, 0.7], triple([0.2, 0.5, 0.7]))).toBeGreaterThan(1);
    expect(pearsonCorrelation([0.2, 0.5, 0.7], triple([0.2, 0.5, 0.7]))).toBe(1);
  });

  it('refuse vectors of different lengths and what is no number', () => {
    expect(() => pearsonCorrelation([1, 2, 3], [1, 2])).toThrow(/second.length is 2; expected as many/);
    expect(() => cosineCoefficient([1, Number.NaN], [1, 2])).toThrow(/first\[1\] is NaN/);
    expect(() => doubleEntryCorrelation([1, 2, 3], [1, 2, Infinity])).toThrow(/second\[2\]/);
    expect(() => cosineCoefficient([1], undefined as never)).toThrow(/second is missing/);
  });

  it('equal ml-distance within 1e-12 wherever it is defined', () => {
    const vector = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(vector, vector, (one, other) => {
        const size = Math.min(one.length, other.length);
        const [first, second] = [one.slice(0, size), other.slice(0, size)];
        for (const [ours, theirs] of [
          [pearsonCorrelation(first, second), mlSimilarity.pearson(first, second)],
          [cosineCoefficient(first, second), mlSimilarity.cosine(first, second)],
        ] as const) {
          if (ours !== null) expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-12);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('profileSimilarity', () => {
  const [ana, lee] = [profileOf([4.5, 3, 2]), profileOf([4, 3, 4])];
  const three = bigFive.slice(0, 3);

  it('has the values of examples worked by hand', () => {
    const options = { traits: three, responseScale: scale, norms };
    const sds = [0.91, 0.7, 0.72];
    expect(profileSimilarity(ana, lee, { ...options, measure: 'gower' })).toBeCloseTo(1 - 2.5 / 4 / 3, 12);
    expect(profileSimilarity(ana, lee, { ...options, measure: 'euclidean' })).toBeCloseTo(
      1 - Math.sqrt((0.125 ** 2 + 0.5 ** 2) / 3),
      12,
    );
    const gaps = [0.5 / sds[0]! / 3, 0, 2 / sds[2]! / 3];
    expect(profileSimilarity(ana, lee, options)).toBeCloseTo(1 - (gaps[0]! + gaps[2]!) / 3, 12);
    const z = (profile: Profile) =>
      three.map((trait) => (profile[trait]! - norms[trait]!.mean) / norms[trait]!.standardDeviation);
    expect(profileSimilarity(ana, lee, { ...options, measure: 'doubleEntryCorrelation' })).toBeCloseTo(
      (1 + doubleEntryCorrelation(z(ana), z(lee))!) / 2,
      12,
    );
  });

  it('takes norms, scale and traits from the instrument where they are not given', () => {
    for (const measure of measures) {
      const [one, other] = [profileOf([1, 2, 3, 4, 5]), profileOf([2, 2, 4, 3, 5])];
      const explicit = { measure, traits: bigFive, norms, responseScale: scale };
      expect(profileSimilarity(one, other, { measure, instrument: ipip50 })).toBe(
        profileSimilarity(one, other, explicit),
      );
    }
  });

  it('counts three standard deviations and more as nothing alike', () => {
    const options = { traits: ['t'], norms: { t: { mean: 0, standardDeviation: 0.5 } } };
    expect(profileSimilarity({ t: 1 }, { t: 2.5 }, options)).toBe(0);
    expect(profileSimilarity({ t: 1 }, { t: 4 }, options)).toBe(0);
    expect(profileSimilarity({ t: 1 }, { t: 1.75 }, options)).toBe(0.5);
  });

  it('stays in [0, 1] for means beyond the ends of the scale', () => {
    for (const measure of ['gower', 'euclidean'] as const) {
      const options = { measure, traits: ['t'], responseScale: scale };
      expect(profileSimilarity({ t: -3 }, { t: 9 }, options)).toBe(0);
    }
  });

  it('weighs traits, leaves out those of weight 0, and turns those that should differ', () => {
    const [one, other] = [profileOf([1, 5]), profileOf([5, 5])];
    const [first, second] = bigFive as [string, string];
    const gower = (traits: ProfileSimilarityOptions['traits']) =>
      profileSimilarity(one, other, { measure: 'gower', responseScale: scale, traits: traits! });
    expect(gower([first, second])).toBe(0.5);
    expect(gower([{ trait: first, weight: 3 }, second])).toBe(0.25);
    expect(gower([{ trait: first, weight: 0 }, second])).toBe(1);
    expect(gower([{ trait: first, direction: 'different' }, second])).toBe(1);
    expect(
      gower([
        { trait: first, direction: 'different' },
        { trait: second, direction: 'different' },
      ]),
    ).toBe(0.5);
  });

  it('turns a trait that should differ also where another is unknown', () => {
    const traits = three.map((trait) => ({ trait, direction: 'different' as const, weight: 2 }));
    const options = { measure: 'gower', traits, responseScale: scale } as const;
    expect(profileSimilarity(profileOf([1, 3, null]), profileOf([2, 3, 1]), options)).toBe(0.125);
  });

  it('leaves a trait that one side lacks out of the pair, and knows nothing where none is common', () => {
    const options = { measure: 'gower', traits: three, responseScale: scale } as const;
    expect(profileSimilarity(profileOf([1, 3, null]), profileOf([5, 3, 1]), options)).toBe(0.5);
    expect(profileSimilarity(profileOf([1, null, null]), profileOf([null, 3, 1]), options)).toBeNull();
    expect(profileSimilarity({}, profileOf([1, 2, 3]), options)).toBeNull();
    for (const measure of correlations) {
      expect(
        profileSimilarity(profileOf([1, 2, null]), profileOf([2, 3, 4]), { ...options, measure }),
      ).toBeNull();
    }
  });

  it('says that two random adults are 0.78 ± 0.08 alike on Gower', () => {
    // Independent normal traits with the norms' means and SDs, cut at the ends of the scale; the reference
    // (0.781, 0.082) is of real people, whose traits correlate a little.
    let state = 42;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 4294967296;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const person = () =>
      profileOf(
        bigFive.map((trait) => {
          return Math.max(1, Math.min(5, norms[trait]!.mean + norms[trait]!.standardDeviation * normal()));
        }),
      );
    const values = Array.from({ length: 4000 }, () => {
      return profileSimilarity(person(), person(), { measure: 'gower', instrument: ipip50 })!;
    });
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length);
    expect(Math.abs(average - 0.781)).toBeLessThan(0.02);
    expect(Math.abs(spread - 0.082)).toBeLessThan(0.02);
  });

  it('refuses what a measure cannot do, all together', () => {
    const refusal = (options: unknown) => {
      try {
        compileProfileSimilarity(options as ProfileSimilarityOptions);
      } catch (error) {
        return String(error);
      }
      return 'accepted';
    };
    expect(refusal({})).toMatch(/options.traits is missing/);
    expect(refusal({ measure: 'manhattan' })).toMatch(/expected one of traitGap/);
    expect(refusal({ traits: ['a', 'b'] })).toMatch(/options.norms.a(.|\n)*options.norms.b/);
    expect(refusal({ measure: 'gower', traits: ['a'] })).toMatch(/options.responseScale/);
    expect(refusal({ measure: 'gower', traits: ['a'], responseScale: { min: 5, max: 1 } })).toMatch(
      /min < max/,
    );
    expect(refusal({ instrument: ipip50, traits: ['zeal', 'openness', 'openness'] })).toMatch(/2 problems/);
    expect(refusal({ instrument: ipip50, traits: [{ trait: 'openness', weight: -1 }] })).toMatch(
      /weight is -1/,
    );
    expect(refusal({ instrument: ipip50, traits: [{ trait: 'openness', weight: 0 }] })).toMatch(
      /at least one/,
    );
    expect(refusal({ measure: 'pearson', traits: ['a', 'b'] })).toMatch(/at least 3 traits/);
    const uneven = ['a', 'b', { trait: 'c', weight: 2, direction: 'different' }];
    expect(refusal({ measure: 'cosine', traits: uneven })).toMatch(/2 problems(.|\n)*one weight for all/);
    expect(() => profileSimilarity({ openness: '3' } as never, {}, { instrument: ipip50 })).toThrow(
      /profileSimilarity: profile.openness is "3"/,
    );
  });
});

describe('laws of every measure', () => {
  it.each(measures)('%s is symmetric, in [0, 1], and 1 for equal profiles that are not flat', (measure) => {
    const options = { measure, instrument: ipip50 };
    fc.assert(
      fc.property(partProfile, partProfile, (one, other) => {
        const similarity = profileSimilarity(one, other, options);
        expect(profileSimilarity(other, one, options)).toBe(similarity);
        if (similarity !== null) {
          expect(similarity).toBeGreaterThanOrEqual(0);
          expect(similarity).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fullProfile, (profile) => {
        fc.pre(!isFlat(profile));
        expect(profileSimilarity(profile, { ...profile }, options)).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it.each(measures)('%s gives a row of a block the very bits of the plain function', (measure) => {
    const people = fc.array(fc.oneof(fullProfile, partProfile), { minLength: 1, maxLength: 12 });
    const compiled = compileProfileSimilarity({ measure, instrument: ipip50 });
    const check = (mentee: Profile, mentors: readonly Profile[]) => {
      const block = compiled.pack(mentors.map(compiled.prepare));
      const out = new Float64Array(mentors.length).fill(7);
      compiled.fillRow(compiled.prepare(mentee), block, out);
      const backwards = Int32Array.from(mentors.keys()).reverse();
      const chosen = new Float64Array(mentors.length + 1).fill(7);
      compiled.fillAt(compiled.prepare(mentee), block, backwards, mentors.length, chosen);
      expect([...chosen]).toEqual([...out].reverse().concat(7));
      mentors.forEach((mentor, index) => {
        const plain = profileSimilarity(mentee, mentor, { measure, instrument: ipip50 });
        expect(out[index]).toBe(plain ?? Number.NaN);
        expect(compiled.similarityOf(compiled.prepare(mentee), compiled.prepare(mentor))).toBe(out[index]);
      });
    };
    fc.assert(fc.property(fullProfile, people, check), { numRuns: 300 });
    fc.assert(fc.property(partProfile, fc.array(fullProfile, { minLength: 1 }), check), { numRuns: 300 });
  });

  it.each(correlations)(
    '%s keeps those bits for flat profiles, zero vectors and holes, on raw values',
    (measure) => {
      const few = fc
        .array(fc.constantFrom(-1, 0, 0, 1e-170, 0.1, 0.1, null), { minLength: 5, maxLength: 5 })
        .map(profileOf);
      const compiled = compileProfileSimilarity({ measure, traits: bigFive });
      fc.assert(
        fc.property(few, few, (one, other) => {
          const plain = profileSimilarity(one, other, { measure, traits: bigFive });
          const fast = compiled.similarityOf(compiled.prepare(one), compiled.prepare(other));
          expect(fast).toBe(plain ?? Number.NaN);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('a part of a row is that part of the whole, and nothing else is touched', () => {
    const compiled = compileProfileSimilarity({ instrument: ipip50 });
    const mentors = [1, 2, 3, 4, 5].map((value) => compiled.prepare(profileOf([value, 2, 3, 4, 5])));
    const block = compiled.pack(mentors);
    const whole = new Float64Array(5);
    compiled.fillRow(mentors[0]!, block, whole);
    const part = new Float64Array(5).fill(-1);
    compiled.fillRow(mentors[0]!, block, part, 1, 3);
    expect([...part]).toEqual([-1, whole[1], whole[2], -1, -1]);
  });

  it('different weights and directions keep the bits of the plain function too', () => {
    const traits = fc.array(
      fc.record({ weight: fc.double({ min: 0.1, max: 3, noNaN: true }), different: fc.boolean() }),
      { minLength: 5, maxLength: 5 },
    );
    fc.assert(
      fc.property(traits, partProfile, fullProfile, (settings, one, other) => {
        const options: ProfileSimilarityOptions = {
          instrument: ipip50,
          traits: settings.map(({ weight, different }, index) => {
            return { trait: bigFive[index]!, weight, direction: different ? 'different' : 'similar' };
          }),
        };
        const compiled = compileProfileSimilarity(options);
        const plain = profileSimilarity(one, other, options) ?? Number.NaN;
        const out = new Float64Array(1);
        const block = compiled.pack([compiled.prepare(other)]);
        compiled.fillRow(compiled.prepare(one), block, out);
        expect(out[0]).toBe(plain);
        compiled.fillAt(compiled.prepare(one), block, Int32Array.of(0), 1, out);
        expect(out[0]).toBe(plain);
      }),
    );
  });
});

describe('the cohort’s own norms and mean profile', () => {
  it('are means and sample SDs over those who know the trait', () => {
    const cohort = [
      { a: 1, b: 2, c: 3 },
      { a: 2, b: null, c: 3 },
      { a: 6, d: 4 },
    ];
    expect(normsFromProfiles(cohort, { fewestPeople: 3 })).toEqual({
      a: { mean: 3, standardDeviation: Math.sqrt(7), n: 3 },
    });
    expect(meanProfileFrom(cohort)).toEqual({ a: 3, b: 2, c: 3, d: 4 });
    expect(() => normsFromProfiles([{ a: Number.NaN }])).toThrow(/profiles\[0\].a is NaN/);
    expect(() => normsFromProfiles('x' as never)).toThrow(/normsFromProfiles: profiles is "x"/);
    expect(() => meanProfileFrom([null] as never)).toThrow(/meanProfileFrom: profiles\[0\] is null/);
    const trap = Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        throw new TypeError('a getter that throws');
      },
    });
    expect(() => meanProfileFrom([trap] as never)).toThrow(
      /meanProfileFrom: profiles is .*expected a list of/,
    );
    expect(() => normsFromProfiles([trap] as never)).toThrow(
      /normsFromProfiles: profiles is .*expected a list of/,
    );
  });

  it('stand on five people at least, or on as many as are asked for, so that nobody can be worked out', () => {
    const four = [1, 2, 3, 4].map((a) => ({ a, b: a }));
    expect(normsFromProfiles(four)).toEqual({});
    expect(Object.keys(normsFromProfiles([...four, { a: 5 }]))).toEqual(['a']);
    expect(normsFromProfiles(four, { fewestPeople: 2 }).b!.n).toBe(4);
    for (const wrong of [{ fewestPeople: 1 }, { fewestPeople: 2.5 }, { fewest: 5 }])
      expect(() => normsFromProfiles(four, wrong as never)).toThrow(/normsFromProfiles/);
  });

  it('do not depend on the order of the people, to the last bit', () => {
    const value = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 40 }), (values) => {
        const cohort = values.map((a) => ({ a }));
        expect(normsFromProfiles([...cohort].reverse())).toEqual(normsFromProfiles(cohort));
      }),
    );
  });
});

describe('distinctiveSimilarity', () => {
  const meanProfile = { extraversion: 3, agreeableness: 4, conscientiousness: 3.5, openness: 4 };

  it('compares what sets two people apart from the cohort, not what all share', () => {
    const one = { extraversion: 4, agreeableness: 4, conscientiousness: 3.5, openness: 4.5 };
    const other = { extraversion: 2, agreeableness: 4, conscientiousness: 3.5, openness: 3.5 };
    const apart = distinctiveSimilarity(one, other, { meanProfile });
    // Deviations (1, 0, 0, 0.5) and (−1, 0, 0, −0.5): exactly opposite.
    expect(apart).toBeCloseTo(0, 12);
    const raw = profileSimilarity(one, other, { measure: 'cosine', traits: Object.keys(meanProfile) });
    expect(raw).toBeGreaterThan(0.9);
  });

  it('is that of the deviations, whatever the mean profile', () => {
    fc.assert(
      fc.property(fullProfile, fullProfile, fullProfile, (one, other, centre) => {
        const centred = (profile: Profile) => bigFive.map((trait) => profile[trait]! - centre[trait]!);
        for (const [measure, coefficient] of [
          ['pearson', pearsonCorrelation],
          ['doubleEntryCorrelation', doubleEntryCorrelation],
          ['cosine', cosineCoefficient],
        ] as const) {
          const options = { meanProfile: centre as Record<string, number>, measure };
          const expected = coefficient(centred(one), centred(other));
          const found = distinctiveSimilarity(one, other, options);
          if (expected === null) expect(found).toBeNull();
          else expect(found).toBeCloseTo((1 + expected) / 2, 12);
        }
      }),
    );
  });

  it('is unknown for somebody who is just like the mean', () => {
    expect(distinctiveSimilarity(meanProfile, { ...meanProfile, openness: 1 }, { meanProfile })).toBeNull();
  });

  it('refuses a measure that a common shift cannot change, and a broken mean profile', () => {
    const broken = { meanProfile: { a: Number.NaN, b: 1, c: 2 }, measure: 'gower' } as never;
    expect(() => distinctiveSimilarity({}, {}, broken)).toThrow(/2 problems/);
    expect(() => distinctiveSimilarity({}, {}, { meanProfile: { a: 1 } })).toThrow(/at least 3 traits/);
  });
});
