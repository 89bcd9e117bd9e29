/**
 * Runs the tests of a room for `npm run mutation`, in one process and without vitest, which takes longer to start
 * than most tests take to run. Every test file is bundled once and evaluated anew for every change, so that nothing
 * is left over from the change before; its tests run the fastest first, until one fails.
 *
 * Laws are drawn a fifth as often as in `npm test` (ten times at least), and loops over seeds and rounds are as much
 * shorter, as every change meets all the tests that reach it; and a law that fails is not made simpler, as nobody
 * reads the example. A test that depends on how often it is drawn says so with `const numRuns = …`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';
import { build } from 'esbuild';
import fc from 'fast-check';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
chai.expect.unreachable = (message) => chai.assert.fail(`expected not to be reached: ${message}`);
fc.configureGlobal({ endOnFailure: true });

/** What the changed code reads and writes. */
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
const switchboard = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];

/** Where the first process leaves for the second how long each test takes. */
const timesFile = 'mutation-times.json';

class RoomRunner {
  #files = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#files = await bundled(testFiles());
  }

  async dryRun() {
    switchboard.activeMutant = undefined;
    switchboard.mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    for (const [file, script] of this.#files) {
      switchboard.currentTestId = undefined;
      for (const { id, name, body } of testsOf(file, script)) {
        switchboard.currentTestId = id;
        const start = performance.now();
        const failureMessage = await failureOf(body);
        const timeSpentMs = performance.now() - start;
        const status = failureMessage === undefined ? 0 : 1;
        tests.push({ id, name, status, timeSpentMs, fileName: resolve(file), failureMessage });
      }
    }
    switchboard.currentTestId = undefined;
    writeFileSync(timesFile, JSON.stringify(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs])));
    return { status: 'complete', tests, mutantCoverage: switchboard.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const times = new Map(JSON.parse(readFileSync(timesFile, 'utf8')));
    const wanted = [...(testFilter ?? times.keys())].sort((one, other) => times.get(one) - times.get(other));
    const evaluated = new Map();
    Object.assign(switchboard, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit });
    let nrOfTests = 0;
    for (const id of wanted) {
      nrOfTests += 1;
      const failureMessage = await failureOf(() => {
        const file = id.slice(0, id.indexOf('#'));
        if (!evaluated.has(file)) evaluated.set(file, testsOf(file, this.#files.get(file)));
        return evaluated
          .get(file)
          .find((test) => test.id === id)
          .body();
      });
      if (switchboard.hitCount > hitLimit) return { status: 'timeout', reason: 'reached too often' };
      if (failureMessage !== undefined)
        return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'room', RoomRunner)];

async function failureOf(body) {
  try {
    await body();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** The files of tests of the room, or those of them that are named. */
function testFiles() {
  const { MUTATION_ROOM: room, MUTATION_TESTS: names } = process.env;
  return readdirSync(join('test', room), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => names === '' || names.split(',').includes(file.slice(0, -'.test.ts'.length)))
    .map((file) => `test/${room}/${file.replaceAll('\\', '/')}`)
    .sort();
}

/** Each file with all that it imports but packages, as a function of `require`. */
async function bundled(files) {
  const { outputFiles } = await build({
    entryPoints: files,
    // Stryker changes the folder after this file and esbuild are loaded.
    absWorkingDir: process.cwd(),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    outdir: '.',
    outbase: '.',
    packages: 'external',
    logLevel: 'error',
    // Whoever reads a file beside itself is a test, and they all lie in one folder.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(resolve(files[0])).href) },
    plugins: [{ name: 'room', setup: asTheTestsSeeIt }],
  });
  return new Map(
    files.map((file, at) => [file, new Script(`(function (require) {${outputFiles[at].text}\n})`)]),
  );
}

function asTheTestsSeeIt(bundler) {
  bundler.onLoad({ filter: /\.test\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8')
      .replace(
        /\b(numRuns(?:: | = )|(?:seed|round) <=? )([\d_]+)/g,
        (_, before, runs) => `${before}${Math.max(10, Math.ceil(Number(runs.replaceAll('_', '')) / 5))}`,
      )
      // What was counted over the seeds is less by as much.
      .replace(/(expect\(\w+\)\.toBeGreaterThan\()(\d+)\)/g, (_, before, least) => {
        return `${before}${Math.floor(least / 10)})`;
      }),
    loader: 'ts',
  }));
  bundler.onResolve({ filter: /^mentor-matching/ }, ({ path }) => ({
    path: resolve(path.replace('mentor-matching', 'src'), 'index.ts'),
  }));
}

const requirePackage = createRequire(join(process.cwd(), 'package.json'));

/** Evaluates a file, whose tests call what they take from vitest. */
function testsOf(file, script) {
  const tests = [];
  const groups = [];
  const describe = (name, body) => {
    groups.push(name);
    body();
    groups.pop();
  };
  const test = (name, body) => {
    tests.push({ id: `${file}#${tests.length}`, name: [...groups, name].join(' '), body });
  };
  for (const verb of [describe, test])
    verb.each = (cases) => (name, body) => {
      for (const each of cases) verb(name, () => (Array.isArray(each) ? body(...each) : body(each)));
    };
  const vitest = { describe, test, it: test, expect: chai.expect };
  script.runInThisContext()((name) => (name === 'vitest' ? vitest : requirePackage(name)));
  return tests;
}
