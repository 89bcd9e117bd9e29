import { expect, test } from 'vitest';
import { newcombeCoverage, wilsonCoverage } from '../support/coverage.js';

/** `npm run simulate:intervals` draws a hundred times as many. */
test('95 % intervals hold the truth in 93 to 97 of 100 draws, on average over a grid', () => {
  for (const { mean } of [wilsonCoverage(1, 400), newcombeCoverage(2, 10)]) {
    expect(mean).toBeGreaterThan(0.93);
    expect(mean).toBeLessThan(0.97);
  }
});
