import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineInstrument, type Instrument, reliability } from '../../src/survey/index.js';
import { fitOneFactor } from '../../src/survey/one-factor.js';

/** A survey of one trait with items a0, a1, …; those in `reversed` are reverse-keyed. */
function scaleOf(size: number, reversed: readonly number[] = [], max = 5): Instrument {
  const labels = { en: Array.from({ length: max }, (_, index) => `label ${index + 1}`) };
  return defineInstrument({
    id: 'scale',
    title: 'Scale',
    source: 'made up',
    licence: 'CC0',
    responseScale: { min: 1, max, labels },
    items: Array.from({ length: size }, (_, index) => ({
      id: `a${index}`,
      text: { en: `Item ${index}` },
      trait: 't',
      reverseKeyed: reversed.includes(index),
    })),
  });
}

const answersOf = (rows: readonly (readonly (number | null)[])[]) =>
  rows.map((row) => Object.fromEntries(row.map((answer, index) => [`a${index}`, answer])));

const reliabilityOf = (rows: readonly (readonly (number | null)[])[], reversed: readonly number[] = []) =>
  reliability(scaleOf(rows[0]!.length, reversed), answersOf(rows)).traits.t!;

/** Five people, three items, worked by hand: variances 0.7, 0.8, 0.7, covariances 0.4, 0.3, 0.35. */
const byHand = [
  [3, 4, 3],
  [2, 3, 4],
  [4, 4, 5],
  [3, 2, 3],
  [4, 4, 4],
];

/** Answers from a formula, so that another program could be given the same. */
function formulaAnswer(person: number, item: number): number {
  const trait = (((person * 37) % 41) / 41) * 3 + 1.2;
  const noise = (((person * 131 + item * 977 + person * item * 57) % 997) / 997 - 0.5) * 3.2;
  return Math.min(5, Math.max(1, Math.floor(trait + noise + (0.15 * item - 0.5) + 0.5)));
}

const formulaAnswers = (people: number, items: number) =>
  Array.from({ length: people }, (_, person) =>
    Array.from({ length: items }, (_, item) => formulaAnswer(person, item)),
  );

/** A second way to α: k · c̄ / (v̄ + (k − 1) · c̄), mean variance v̄ and mean covariance c̄, from raw sums. */
function alphaByMeans(rows: readonly (readonly number[])[]): number {
  const size = rows[0]!.length;
  const sum = (value: (row: readonly number[]) => number) => rows.reduce((all, row) => all + value(row), 0);
  let variances = 0;
  let covariances = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const products = sum((row) => row[i]! * row[j]!);
      const covariance =
        (products - (sum((row) => row[i]!) * sum((row) => row[j]!)) / rows.length) / (rows.length - 1);
      if (i === j) variances += covariance / size;
      else covariances += covariance / (size * (size - 1));
    }
  }
  return (size * covariances) / (variances + (size - 1) * covariances);
}

/** A second way to ω: iterated principal axes with a power iteration, instead of coordinate-wise minres. */
function omegaByPrincipalAxes(rows: readonly (readonly number[])[]): number {
  const size = rows[0]!.length;
  const columns = Array.from({ length: size }, (_, item) => rows.map((row) => row[item]!));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, at) => sum + (value - mean(one)) * (other[at]! - mean(other)), 0) /
    (one.length - 1);
  const deviations = columns.map((column) => Math.sqrt(covariance(column, column)));
  const reduced = columns.map((one, i) =>
    columns.map((other, j) => covariance(one, other) / (deviations[i]! * deviations[j]!)),
  );
  let loadings = columns.map(() => 0.7);
  for (let round = 0; round < 5000; round += 1) {
    for (let i = 0; i < size; i += 1) reduced[i]![i] = loadings[i]! ** 2;
    let axis = loadings.map(() => 1);
    let length = 1;
    for (let step = 0; step < 60; step += 1) {
      const next = reduced.map((row) => row.reduce((sum, value, j) => sum + value * axis[j]!, 0));
      length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
      axis = next.map((value) => value / length);
    }
    loadings = axis.map((value) => value * Math.sqrt(length));
  }
  const common = loadings.reduce((sum, loading, i) => sum + loading * deviations[i]!, 0) ** 2;
  const unique = loadings.reduce((sum, loading, i) => sum + (1 - loading ** 2) * deviations[i]! ** 2, 0);
  return common / (common + unique);
}

describe('reliability', () => {
  it('gives α and ω of the example worked by hand', () => {
    const result = reliabilityOf(byHand);
    // α = 3/2 · (1 − 2.2/4.3). Three items fit one factor exactly: λ₁² = 0.4·0.3/0.35 and so on.
    const loadings =
      Math.sqrt((0.4 * 0.3) / 0.35) + Math.sqrt((0.4 * 0.35) / 0.3) + Math.sqrt((0.3 * 0.35) / 0.4);
    expect(result.alpha).toBeCloseTo(63 / 86, 12);
    expect(result.omega).toBeCloseTo(loadings ** 2 / 4.3, 10);
    expect(result.itemRest.a0).toBeCloseTo(0.7 / Math.sqrt(0.7 * (0.8 + 0.7 + 2 * 0.35)), 12);
    expect(result.standardError).toBeCloseTo(Math.sqrt((4.3 / 9) * (23 / 86)), 12);
    expect(result.n).toBe(5);
  });

  it('agrees with least squares in SciPy 1.17 on 120 people and ten items, and on 40 and four', () => {
    const ten = reliabilityOf(formulaAnswers(120, 10));
    expect(ten.alpha).toBeCloseTo(0.8858646459612514, 12);
    expect(ten.omega).toBeCloseTo(0.8862380716204254, 8);
    expect(ten.itemRest.a0).toBeCloseTo(0.6422816819376098, 12);
    expect(ten.itemRest.a9).toBeCloseTo(0.605312902598519, 12);
    expect(ten.standardError).toBeCloseTo(0.2887856240058198, 12);
    const four = reliabilityOf(formulaAnswers(40, 4));
    expect(four.alpha).toBeCloseTo(0.6605442176870746, 12);
    expect(four.omega).toBeCloseTo(0.6733626389664754, 8);
    expect(four.itemRest.a3).toBeCloseTo(0.4746148220887386, 12);
  });

  it('agrees with α from the mean covariance and ω from iterated principal axes', () => {
    for (const [people, items] of [
      [50, 3],
      [80, 4],
      [120, 10],
      [200, 7],
    ] as const) {
      const rows = formulaAnswers(people, items);
      const result = reliabilityOf(rows);
      expect(result.alpha).toBeCloseTo(alphaByMeans(rows), 12);
      expect(result.omega).toBeCloseTo(omegaByPrincipalAxes(rows), 8);
      expect(result.heywood).toBe(false);
    }
  });

  it('finds the loadings of a correlation matrix that one factor made', () => {
    const loading = fc.double({ min: 0.2, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(fc.array(loading, { minLength: 3, maxLength: 12 }), (truth) => {
        const size = truth.length;
        const matrix = new Float64Array(size * size);
        truth.forEach((one, i) => {
          truth.forEach((other, j) => {
            matrix[i * size + j] = i === j ? 1 : one * other;
          });
        });
        const model = fitOneFactor(matrix, size)!;
        model.loadings.forEach((found, i) => {
          expect(found).toBeCloseTo(truth[i]!, 8);
        });
      }),
    );
  });

  it('holds a loading at 1 where the data ask for more, and says so', () => {
    // r₁₂ r₁₃ / r₂₃ = 0.8 · 0.8 / 0.4 > 1.
    const model = fitOneFactor(Float64Array.from([1, 0.8, 0.8, 0.8, 1, 0.4, 0.8, 0.4, 1]), 3)!;
    expect(model.heywood).toBe(true);
    expect(model.loadings[0]).toBe(1);
  });

  it('does not care who comes first, nor which items are reverse-keyed once their answers are turned', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
      minLength: 8,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, (people) => {
        const plain = reliabilityOf(people);
        const turned = reliabilityOf(
          people.map((row) => row.map((answer, item) => (item % 2 ? 6 - answer : answer))).reverse(),
          [1, 3],
        );
        expect(turned.n).toBe(plain.n);
        if (plain.alpha === null) expect(turned.alpha).toBeNull();
        else {
          expect(turned.alpha).toBeCloseTo(plain.alpha, 9);
          expect(plain.alpha).toBeLessThanOrEqual(1 + 1e-12);
        }
        if (plain.omega !== null) {
          expect(plain.omega).toBeGreaterThanOrEqual(0);
          expect(plain.omega).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('counts complete cases only, and lists what it left out by person', () => {
    const rows = [...byHand, [5, null, 1], [1, 9, 1]];
    const result = reliability(scaleOf(3), answersOf(rows));
    expect(result.traits.t).toEqual(reliabilityOf(byHand));
    expect(result.issues).toMatchObject([{ code: 'outOfRange', path: 'manyResponses[6].a1', value: 9 }]);
  });

  it('gives null, never NaN, where there is nothing to estimate from', () => {
    const nothing = { alpha: null, omega: null, standardError: null };
    expect(reliability(scaleOf(3), []).traits.t).toMatchObject({ ...nothing, n: 0, itemRest: { a0: null } });
    expect(reliabilityOf([[1, 2, 3]])).toMatchObject({ ...nothing, n: 1 });
    expect(
      reliabilityOf([
        [2, 2, 2],
        [2, 2, 2],
        [2, 2, 2],
      ]),
    ).toMatchObject(nothing);
    expect(reliabilityOf([[1], [4], [3]])).toMatchObject({ ...nothing, n: 3, itemRest: { a0: null } });
    // A sum that never varies: 1 + 5 = 2 + 4 = 3 + 3.
    expect(
      reliabilityOf([
        [1, 5],
        [2, 4],
        [3, 3],
      ]),
    ).toMatchObject(nothing);
    // Two items do not identify a factor; an item that everybody answers alike has no correlation.
    expect(
      reliabilityOf([
        [1, 1],
        [2, 3],
        [3, 3],
      ]),
    ).toMatchObject({ omega: null, n: 3 });
    expect(
      reliabilityOf([
        [1, 1, 3],
        [2, 3, 3],
        [4, 3, 3],
      ]),
    ).toMatchObject({ omega: null, itemRest: { a2: null } });
  });

  it('is 1 where all items say the same, and can be negative where they contradict', () => {
    expect(
      reliabilityOf([
        [1, 1, 1],
        [3, 3, 3],
        [4, 4, 4],
      ]).alpha,
    ).toBeCloseTo(1, 12);
    const contradicting = reliabilityOf([
      [1, 5, 1],
      [5, 1, 4],
      [2, 3, 5],
      [4, 2, 1],
    ]);
    expect(contradicting.alpha).toBeLessThan(0);
    expect(contradicting.standardError).toBeGreaterThan(0);
  });

  it('gives each trait of a survey what its own items say, whoever left out items of the other', () => {
    const both = scaleOf(6);
    const twoTraits = defineInstrument({
      ...both,
      items: both.items.map((item, at) => ({ ...item, trait: at % 2 === 0 ? 't' : 'u' })),
    });
    const rows = Array.from({ length: 30 }, (_, person) => {
      const row: (number | null)[] = Array.from({ length: 6 }, (__, item) => formulaAnswer(person, item));
      if (person % 5 === 0) row[1] = null;
      return row;
    });
    const { traits } = reliability(twoTraits, answersOf(rows));
    const even = reliabilityOf(rows.map((row) => row.filter((_, at) => at % 2 === 0)));
    expect(traits.t).toMatchObject({ n: 30, alpha: even.alpha, omega: even.omega });
    expect(traits.u!.n).toBe(24);
    expect(Object.keys(traits.u!.itemRest)).toEqual(['a1', 'a3', 'a5']);
  });

  it('has no α from one person', () => {
    expect(reliabilityOf([[1, 2, 3]])).toMatchObject({ n: 1, alpha: null, omega: null });
  });

  it('refuses answers that are no list', () => {
    expect(() => reliability(scaleOf(3), {} as never)).toThrow(/manyResponses is {}; expected an array/);
    expect(() => reliability(scaleOf(3), [null] as never)).toThrow(/manyResponses\[0\] is null/);
  });
});
