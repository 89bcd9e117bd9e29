/**
 * Changes the code of a room in one place at a time and runs the room's tests: a change that no test notices has
 * "survived" and is either equal to the original or a missing test. `npm run mutation -- assignment` takes the
 * whole room, `npm run mutation -- assignment auction.ts holders.ts` these files of it, `auction.ts:47-60` these
 * lines, and `--tests paths,oracles` runs these test files alone, which is faster and kills no more. Survivors are
 * printed; `reports/mutation/<room>.html` shows them all.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from './run.mjs';

const [room, ...rest] = process.argv.slice(2);
const at = rest.indexOf('--tests');
const files = at < 0 ? rest : rest.slice(0, at);
const tests = at < 0 ? ['**/*'] : rest[at + 1].split(',');
if (room === undefined || !existsSync(join(root, 'src', room)) || !existsSync(join(root, 'test', room))) {
  console.error(
    'usage: npm run mutation -- ROOM [FILE or FILE:FROM-TO …] [--tests NAME,NAME]; a room has a folder in src and in test',
  );
  process.exit(1);
}
process.env.MUTATION_TESTS = tests.map((name) => `test/${room}/${name}.test.ts`).join(',');
const mutate = files.length === 0 ? [`src/${room}/**/*.ts`] : files.map((file) => `src/${room}/${file}`);
await new Stryker({
  mutate,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  incremental: false,
  concurrency: 2,
  // A changed loop may never end; the tests themselves take a few seconds.
  timeoutMS: 5000,
  timeoutFactor: 2,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false, logTests: false },
  htmlReporter: { fileName: `reports/mutation/${room}.html` },
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  disableTypeChecks: true,
  allowConsoleColors: false,
}).runMutationTest();
