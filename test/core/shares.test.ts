import fc from 'fast-check';
import { expect, test } from 'vitest';
import { million, wholeShares } from '../../src/core/index.js';

const weight = fc.oneof(
  fc.constantFrom(0, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 7),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true }),
);
const weights = fc.array(weight, { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one > 0));

test("Hamilton's bill of 1792: 120 seats for fifteen states (Balinski & Young 1982, table 2.1)", () => {
  const populations = [
    236841, 55540, 70835, 68705, 278514, 475327, 141822, 179570, 331589, 353523, 432879, 68446, 206236, 85533,
    630560,
  ];
  expect(wholeShares(populations, 120)).toEqual([8, 2, 2, 2, 9, 16, 5, 6, 11, 12, 14, 2, 7, 3, 21]);
});

test('quotas 4.7, 1.6, 1.59, 1.2, 0.6 and 0.31 of ten seats: the three largest remainders get one more', () => {
  expect(wholeShares([47000, 16000, 15900, 12000, 6000, 3100], 10)).toEqual([5, 2, 1, 1, 1, 0]);
});

test('equal remainders go to the earlier index', () => {
  expect(wholeShares([1, 1, 1], 10)).toEqual([4, 3, 3]);
  expect(wholeShares([1, 1, 1])).toEqual([333334, 333333, 333333]);
  expect(wholeShares([0.1, 0.1, 0.1])).toEqual([333334, 333333, 333333]);
});

test('rounding noise of decimals does not decide: 0.1 + 0.2 is as good as 0.3', () => {
  expect(wholeShares([0.1 + 0.2, 0.3, 0.3], 10)).toEqual([4, 3, 3]);
  expect(wholeShares([0.3, 0.1 + 0.2, 0.3], 10)).toEqual([4, 3, 3]);
});

test('one weight takes all, a weight of 0 takes nothing', () => {
  expect(wholeShares([5e-324])).toEqual([million]);
  expect(wholeShares([0, Number.MAX_VALUE, 0])).toEqual([0, million, 0]);
  expect(wholeShares([Number.MAX_VALUE, Number.MAX_VALUE])).toEqual([500000, 500000]);
  expect(wholeShares([1, 0, 2], 0)).toEqual([0, 0, 0]);
});

test('shares are whole numbers ≥ 0 that add up to the total exactly', () => {
  fc.assert(
    fc.property(weights, fc.oneof(fc.constant(million), fc.nat(2 ** 31 - 1)), (all, total) => {
      const shares = wholeShares(all, total);
      expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
    }),
    { numRuns: 500 },
  );
});

test('every share is its quota rounded up or down (the quota rule)', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }), (all) => {
      const sum = all.reduce((one, other) => one + other, 0);
      fc.pre(sum > 0);
      wholeShares(all).forEach((share, index) => {
        // Whole-number bounds of share − 1 < weight · 10⁶ / sum < share + 1.
        expect((share - 1) * sum).toBeLessThan(all[index]! * million);
        expect((share + 1) * sum).toBeGreaterThan(all[index]! * million);
      });
    }),
    { numRuns: 500 },
  );
});

test('a larger weight never gets a smaller share, unless the difference is rounding noise', () => {
  fc.assert(
    fc.property(weights, (all) => {
      const shares = wholeShares(all);
      // Quotas are compared in steps of 2⁻²⁰ of a millionth: 10⁻¹² of the sum, which is at most twelve times
      // the largest weight.
      const largest = Math.max(...all);
      all.forEach((one, first) => {
        all.forEach((other, second) => {
          if (one / largest - other / largest > 1e-10) {
            expect(shares[first]!).toBeGreaterThanOrEqual(shares[second]!);
          }
        });
      });
    }),
    { numRuns: 500 },
  );
});

test('scaling by a power of two changes nothing', () => {
  const inRange = fc.array(fc.double({ min: 1e-100, max: 1e100, noNaN: true }), {
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(inRange, fc.integer({ min: -600, max: 600 }), (all, exponent) => {
      expect(wholeShares(all.map((one) => one * 2 ** exponent))).toEqual(wholeShares(all));
    }),
  );
});

test('scaling by any number moves no share by more than one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 10 }),
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      (all, factor) => {
        const scaled = wholeShares(all.map((one) => one * factor));
        wholeShares(all).forEach((share, index) => {
          expect(Math.abs(scaled[index]! - share)).toBeLessThanOrEqual(1);
        });
      },
    ),
    { numRuns: 500 },
  );
});

test('scaling whole weights by a decimal changes nothing at all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 10 }),
      fc.constantFrom(0.1, 0.3, 0.7, 1.1, 3, 1 / 3, 1e9),
      (all, factor) => {
        expect(wholeShares(all.map((one) => one * factor))).toEqual(wholeShares(all));
      },
    ),
  );
});
