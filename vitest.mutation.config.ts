import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

// `mergeConfig` would join the two lists of tests.
const { include: _, ...test } = base.test!;

/** Some tests alone, for `npm run mutation`. */
export default mergeConfig(
  { ...base, test },
  defineConfig({ test: { include: process.env.MUTATION_TESTS!.split(',') } }),
);
