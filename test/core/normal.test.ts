import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalTerm, normalCumulative, portableExp, portableLog } from '../../src/core/index.js';

/** Relative error; 0 where both are 0. */
const relativeError = (value: number, truth: number) => (value === truth ? 0 : Math.abs(value / truth - 1));

describe('portableExp', () => {
  /** e^x computed with 40-digit arithmetic, rounded to a double. */
  const published: [number, number][] = [
    [-700, 9.85967654375977e-305],
    [-100.5, 2.256340135917036e-44],
    [-1, 0.36787944117144233],
    [-1e-10, 0.9999999999],
    [0, 1],
    [0.1, 1.1051709180756477],
    [0.34657, 1.4142084849595797],
    [1, Math.E],
    [10, 22026.465794806718],
    [100.25, 3.451610733125924e43],
    [709.7, 1.6549840276802644e308],
  ];

  it.each(published)('gives e^%d to within 4e-16 of its size', (x, truth) => {
    expect(relativeError(portableExp(x), truth)).toBeLessThan(4e-16);
  });

  it('ends in 0 and Infinity, never in NaN', () => {
    expect(portableExp(-Infinity)).toBe(0);
    expect(portableExp(-746)).toBe(0);
    expect(portableExp(-745)).toBe(5e-324);
    expect(portableExp(710)).toBe(Infinity);
    expect(portableExp(Infinity)).toBe(Infinity);
  });

  it('agrees with the engine and undoes the logarithm for every x', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(relativeError(portableExp(x), Math.exp(x))).toBeLessThan(1e-15);
        expect(Math.abs(portableLog(portableExp(x)) - x)).toBeLessThan(1e-15 * Math.max(1, Math.abs(x)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('normalCumulative', () => {
  /** Values of Marsaglia (2004), table on page 2 (the first five), and of 40-digit arithmetic, rounded to doubles. */
  const published: [number, number][] = [
    [0.1, 0.539827837277029],
    [1.2, 0.8849303297782918],
    [2.3, 0.9892758899783242],
    [4.5, 0.9999966023268757],
    [5.6, 0.9999999892824097],
    [-1.1, 0.13566606094638264],
    [-3.3, 0.0004834241423837775],
    [-37, 5.725571222524577e-300],
    [-20, 2.7536241186062337e-89],
    [-8, 6.220960574271784e-16],
    [-5, 2.866515718791939e-7],
    [-3, 0.0013498980316300946],
    [-2.999, 0.0013543365337271062],
    [-1.959963984540054, 0.025000000000000012],
    [0, 0.5],
    [1, 0.8413447460685429],
    [3, 0.9986501019683699],
    [3.000001, 0.9986501064002117],
  ];

  it.each(published)('gives the published share below %d', (z, truth) => {
    expect(Math.abs(normalCumulative(z) - truth)).toBeLessThan(1e-15);
    expect(relativeError(normalCumulative(z), truth)).toBeLessThan(1e-12);
  });

  it('never falls, mirrors at 0 and stays in [0, 1]', () => {
    const z = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(z, z, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(normalCumulative(low)).toBeLessThanOrEqual(normalCumulative(high) + 2e-16);
        expect(Math.abs(normalCumulative(one) + normalCumulative(-one) - 1)).toBeLessThan(1e-15);
        expect(normalCumulative(one)).toBeGreaterThanOrEqual(0);
        expect(normalCumulative(one)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
    expect(normalCumulative(-Infinity)).toBe(0);
    expect(normalCumulative(Infinity)).toBe(1);
  });
});

describe('canonicalTerm', () => {
  it('takes no notice of case, width and white space, and keeps punctuation', () => {
    expect(canonicalTerm('  Ｎé  esatto ')).toBe('né esatto');
    expect(canonicalTerm('Ne\u0301 esatto')).toBe('né esatto');
    expect(canonicalTerm('C++')).not.toBe(canonicalTerm('C'));
  });

  it('leaves what it has made as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(canonicalTerm(canonicalTerm(text))).toBe(canonicalTerm(text));
      }),
    );
  });
});
