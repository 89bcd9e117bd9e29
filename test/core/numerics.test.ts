import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portableLog } from '../../src/core/index.js';

/** Distance to the next larger magnitude of a double. */
function ulp(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0) - Math.abs(value);
}

/** Within two units in the last place of the engine's own logarithm. */
function expectClose(x: number): void {
  const expected = Math.log(x);
  const error = Math.abs(portableLog(x) - expected);
  if (!(error <= 2 * ulp(expected))) expect.fail(`ln ${x}: ${portableLog(x)} is not ${expected}`);
}

test('ln 1 is 0, ln 2 and ln 10 are what the tables say', () => {
  expect(portableLog(1)).toBe(0);
  expect(portableLog(2)).toBe(Math.LN2);
  expect(Math.abs(portableLog(10) - Math.LN10)).toBeLessThan(1e-15);
});

test('every power of two, subnormal to largest, is within two units in the last place', () => {
  for (let exponent = -1074; exponent <= 1023; exponent++) expectClose(2 ** exponent);
  expectClose(5e-324);
  expectClose(Number.MAX_VALUE);
  expectClose(Number.MIN_VALUE * 3);
});

test('any double > 0 is within two units in the last place', () => {
  fc.assert(
    fc.property(fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }), (x) => expectClose(x)),
    { numRuns: 5000 },
  );
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 4, noNaN: true }), (x) => expectClose(x)),
    { numRuns: 5000 },
  );
});

test('around 1 and around √2, where the argument is folded, it stays close', () => {
  for (let step = -200; step <= 200; step++) {
    if (step !== 0) expectClose(1 + step * Number.EPSILON);
    expectClose(Math.SQRT2 * (1 + step * Number.EPSILON));
    expectClose(Math.SQRT1_2 * (1 + step * Number.EPSILON));
    expectClose(1 + step / 1000);
  }
});

test('the bits are pinned, since they enter stored scores', () => {
  expect([3, 7.5, 1 + 1 / 3, 129 / 128].map(portableLog)).toMatchInlineSnapshot(`
    [
      1.0986122886681096,
      2.0149030205422647,
      0.28768207245178085,
      0.007782140442054949,
    ]
  `);
});
