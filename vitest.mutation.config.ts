import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

// `mergeConfig` would join the two lists of tests.
const { include: _, ...test } = base.test!;

const fewer = (runs: string) => Math.max(10, Math.ceil(Number(runs.replaceAll('_', '')) / 5));

/**
 * Some tests alone, for `npm run mutation`: a law is drawn a fifth as often (ten times at least, as are loops over
 * seeds and rounds), as every change is tried with all the tests that reach it, and a law that fails is not made
 * simple, as nobody reads the example.
 */
export default mergeConfig(
  { ...base, test },
  defineConfig({
    plugins: [
      {
        name: 'fewer-runs',
        transform: (code, id) =>
          id.endsWith('.test.ts')
            ? code
                .replace(
                  /\b(numRuns(?:: | = )|(?:seed|round) <=? )([\d_]+)/g,
                  (_, before, runs) => `${before}${fewer(runs)}`,
                )
                // What was counted over the seeds is less by as much.
                .replace(
                  /(expect\(\w+\)\.toBeGreaterThan\()(\d+)\)/g,
                  (_, before, least) => `${before}${Math.floor(least / 10)})`,
                )
            : undefined,
      },
    ],
    test: { include: process.env.MUTATION_TESTS!.split(','), setupFiles: ['./scripts/mutation-setup.ts'] },
  }),
);
