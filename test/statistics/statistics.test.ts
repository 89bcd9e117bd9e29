import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  censoredMedian,
  cohensH,
  compareBeforeAndAfter,
  fisherExact,
  holmAdjusted,
  impactRatio,
  marginOfError,
  meanInterval,
  momentsOf,
  netPromoterScore,
  newcombeInterval,
  normalQuantile,
  quantile,
  standardErrorsApart,
  studentQuantile,
  studentTwoSidedTail,
  welchDifference,
  wilsonInterval,
} from '../../src/statistics/index.js';

const relativeError = (value: number, truth: number) => (value === truth ? 0 : Math.abs(value / truth - 1));

const proportion = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ hits: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

describe('normalQuantile', () => {
  /** 40-digit arithmetic (mpmath), rounded. */
  it.each([
    [1e-300, -37.0470962993612],
    [1e-10, -6.361340902404057],
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.3, -0.5244005127080408],
    [0.8, 0.8416212335729144],
    [0.975, 1.9599639845400538],
    [0.9999, 3.7190164854557084],
  ])('of %d is the published one', (p, z) => {
    expect(relativeError(normalQuantile(p), z)).toBeLessThan(1e-12);
  });

  it('ends in infinities, and ½ is 0', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(Math.abs(normalQuantile(0.5))).toBeLessThan(1e-16);
  });
});

describe('studentQuantile', () => {
  /** 40-digit arithmetic (mpmath), rounded; the whole degrees are those of the printed tables to their digits. */
  it.each([
    [0.95, 1, 12.706204736174692],
    [0.95, 2, 4.302652729749462],
    [0.9, 5, 2.0150483733330242],
    [0.95, 9, 2.262157162798205],
    [0.99, 30, 2.749995653567225],
    [0.95, 100, 1.9839715185235518],
    [0.999, 3, 12.92397863668748],
    [0.95, 1000, 1.962339080826408],
    [0.95, 7.3, 2.345066736547703],
    [0.95, 1e5, 1.9599877075346093],
  ])('of level %d with %d degrees is the published one', (level, degrees, t) => {
    expect(relativeError(studentQuantile(level, degrees), t)).toBeLessThan(1e-10);
  });

  it('is undone by the tail, for any level and degrees', () => {
    const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });
    const degrees = fc.double({ min: 0.5, max: 5000, noNaN: true });
    fc.assert(
      fc.property(level, degrees, (wanted, ofFreedom) => {
        const t = studentQuantile(wanted, ofFreedom);
        expect(Math.abs(studentTwoSidedTail(t, ofFreedom) - (1 - wanted))).toBeLessThan(1e-10);
      }),
    );
  });

  it('has the tails of one and two degrees in closed form', () => {
    for (const t of [0.01, 0.5, 1, 3, 40]) {
      expect(studentTwoSidedTail(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 13);
      expect(studentTwoSidedTail(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
    }
    expect(studentTwoSidedTail(0, 4)).toBe(1);
    expect(studentTwoSidedTail(Infinity, 4)).toBe(0);
  });
});

describe('intervals of proportions', () => {
  it('hold the estimate, stay in range, and turn over with the question', () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const { low, high } = wilsonInterval(first.hits, first.n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(first.hits / first.n);
        expect(high).toBeGreaterThanOrEqual(first.hits / first.n);
        const misses = wilsonInterval(first.n - first.hits, first.n);
        expect(misses.low).toBeCloseTo(1 - high, 12);
        const between = newcombeInterval(first, second);
        const turned = newcombeInterval(second, first);
        expect(between.low).toBeCloseTo(-turned.high, 12);
        expect(between.low).toBeGreaterThanOrEqual(-1);
        expect(between.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('touch 0 and 1 exactly where nobody and everybody is a hit', () => {
    expect(wilsonInterval(0, 7).low).toBe(0);
    for (let n = 1; n <= 40; n += 1) expect(wilsonInterval(n, n).high).toBe(1);
  });
});

describe('means', () => {
  const a = [5, 4, 4, 3, 5, 2, 4];
  const b = [3, 3, 4, 2, 5, 1, 2, 3];

  it('have the t interval and the test of Welch that SciPy 1.17 gives', () => {
    const { low, high } = meanInterval(a)!;
    expect(low).toBeCloseTo(2.868441164051233, 12);
    expect(high).toBeCloseTo(4.845844550234482, 12);
    const { interval, pValue, difference } = welchDifference(momentsOf(a), momentsOf(b))!;
    expect(difference).toBeCloseTo(27 / 7 - 23 / 8, 14);
    expect(interval.low).toBeCloseTo(-0.3095127859700655, 11);
    expect(interval.high).toBeCloseTo(2.27379850025578, 11);
    expect(pValue).toBeCloseTo(0.12440139516729752, 12);
  });

  it('have no interval where there is no spread to learn from', () => {
    expect(meanInterval([])).toBeNull();
    expect(meanInterval([3])).toBeNull();
    expect(meanInterval([3, 3, 3])).toBeNull();
    expect(welchDifference(momentsOf([3, 3]), momentsOf([4, 4]))).toBeNull();
    for (const few of [[], [3]]) {
      expect(welchDifference(momentsOf(few), momentsOf(a))).toBeNull();
      expect(welchDifference(momentsOf(a), momentsOf(few))).toBeNull();
    }
    expect(welchDifference(momentsOf(a), momentsOf(a))).toMatchObject({ difference: 0, pValue: 1 });
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
    expect(marginOfError(0, 80)).toBeNull();
    expect(marginOfError(0, 0)).toBeNull();
    expect(marginOfError(1, 1)).toBe(0);
  });

  it('have the spread of numbers that lie far from 0 and close together', () => {
    const far = momentsOf([1e9 + 1, 1e9 + 2, 1e9 + 3]);
    expect(far).toMatchObject({ mean: 1e9 + 2, standardDeviation: 1 });
  });

  it('do not depend on the order of the values by a single bit', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(values, (some) => {
        expect(momentsOf([...some].reverse())).toEqual(momentsOf(some));
      }),
    );
  });

  it('of the same people before and after give change and effect size', () => {
    const people = [
      { before: 1, after: 3 },
      { before: 2, after: 3 },
      { before: 3, after: 4 },
    ];
    const result = compareBeforeAndAfter(people)!;
    expect(result.change).toBeCloseTo(4 / 3, 14);
    // Standard deviations 1 and √(1/3).
    expect(result.effectSize).toBeCloseTo(4 / 3 / ((1 + Math.sqrt(1 / 3)) / 2), 14);
    expect(compareBeforeAndAfter([])).toBeNull();
    expect(compareBeforeAndAfter([{ before: 1, after: 1 }])).toMatchObject({
      effectSize: null,
      interval: null,
    });
  });
});

describe('fisherExact', () => {
  /** SciPy 1.17; the first is Fisher's tea tasting. */
  it.each([
    [3, 4, 1, 4, 0.48571428571428565],
    [10, 12, 3, 18, 0.0005367241191434357],
    [0, 5, 5, 5, 0.007936507936507938],
    [200, 500, 260, 500, 0.0001784843567766819],
    [0, 8, 0, 9, 1],
    [1000, 1009, 1001, 1009, 1],
  ])('of %d of %d and %d of %d is the published one', (h1, n1, h2, n2, p) => {
    expect(relativeError(fisherExact({ hits: h1, n: n1 }, { hits: h2, n: n2 }), p)).toBeLessThan(1e-11);
  });

  it('is the sum over all tables with the same margins, whichever group is named first', () => {
    const choose = (n: number, k: number): bigint => {
      let result = 1n;
      for (let i = 1n; i <= BigInt(k); i += 1n) result = (result * (BigInt(n) - BigInt(k) + i)) / i;
      return result;
    };
    const small = fc
      .integer({ min: 0, max: 14 })
      .chain((n) => fc.record({ hits: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(small, small, (first, second) => {
        const hits = first.hits + second.hits;
        const tables = [...Array(first.n + 1).keys()]
          .filter((k) => hits - k >= 0 && hits - k <= second.n)
          .map((k) => ({ k, ways: choose(first.n, k) * choose(second.n, hits - k) }));
        const seen = tables.find(({ k }) => k === first.hits)!.ways;
        const sum = (ways: readonly { ways: bigint }[]) => ways.reduce((all, each) => all + each.ways, 0n);
        const truth = Number(sum(tables.filter(({ ways }) => ways <= seen))) / Number(sum(tables));
        expect(fisherExact(first, second)).toBeCloseTo(truth, 12);
        expect(fisherExact(second, first)).toBeCloseTo(truth, 12);
      }),
    );
  });

  it('does not underflow where most tables are next to impossible', () => {
    const p = fisherExact({ hits: 9000, n: 10_000 }, { hits: 1000, n: 10_000 });
    expect(p).toBeGreaterThanOrEqual(0);
    expect(p).toBeLessThan(1e-300);
  });
});

describe('the rest', () => {
  it('quantile is type 7', () => {
    // R: quantile(c(7, 1, 3, 10), c(0, .1, .25, .5, .9, 1)).
    const values = [7, 1, 3, 10];
    const truth = [1, 1.6, 2.5, 5, 9.1, 10];
    [0, 0.1, 0.25, 0.5, 0.9, 1].forEach((p, at) => {
      expect(quantile(values, p)).toBeCloseTo(truth[at]!, 12);
    });
    expect(values).toEqual([7, 1, 3, 10]);
    expect(quantile([], 0.5)).toBeNull();
  });

  it('censoredMedian lets those who wait count, as Kaplan and Meier do', () => {
    const ended = (time: number) => ({ time, ended: true });
    const waiting = (time: number) => ({ time, ended: false });
    expect(censoredMedian([ended(1), ended(2), ended(3)])).toBe(2);
    // 6-MP arm of Freireich's trial (Kalbfleisch & Prentice): the median is 23 weeks, not the 13 of those who ended.
    const ends = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(ended);
    const rest = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(waiting);
    expect(censoredMedian([...rest, ...ends])).toBe(23);
    expect(censoredMedian([ended(1), waiting(2), waiting(3)])).toBeNull();
    expect(censoredMedian([])).toBeNull();
    // Products of fractions that are ½ on paper, and come out a little above at 24 and 38.
    for (let half = 1; half <= 20; half += 1) {
      const all = Array.from({ length: 2 * half }, (_, at) => ended(at + 1));
      expect(censoredMedian(all)).toBe(half);
    }
  });

  it('holmAdjusted steps down', () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
    expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holmAdjusted([0.5, null, 0.9])).toEqual([1, null, 1]);
    expect(holmAdjusted([])).toEqual([]);
  });

  it('cohensH is that of the engine, odd and 0 to itself', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (p1, p2) => {
        const truth = 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
        expect(Math.abs(cohensH(p1, p2) - truth)).toBeLessThan(1e-7);
        expect(cohensH(p2, p1)).toBe(0 - cohensH(p1, p2));
      }),
    );
    expect(cohensH(1, 0)).toBeCloseTo(Math.PI, 14);
    expect(cohensH(0.6, 0.3)).toBeCloseTo(2 * Math.asin(Math.sqrt(0.6)) - 2 * Math.asin(Math.sqrt(0.3)), 14);
  });

  it('ratios without a denominator are null', () => {
    expect(impactRatio({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBeNull();
    expect(impactRatio({ hits: 1, n: 2 }, { hits: 0, n: 2 })).toBeNull();
    expect(standardErrorsApart({ hits: 2, n: 2 }, { hits: 3, n: 3 })).toBeNull();
    expect(standardErrorsApart({ hits: 0, n: 2 }, { hits: 0, n: 3 })).toBeNull();
    expect(standardErrorsApart({ hits: 0, n: 0 }, { hits: 1, n: 3 })).toBeNull();
    expect(standardErrorsApart({ hits: 1, n: 3 }, { hits: 0, n: 0 })).toBeNull();
  });
});
