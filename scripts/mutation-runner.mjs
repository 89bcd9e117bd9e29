/**
 * Runs the tests of a room for `npm run mutation`, without vitest, which takes longer to start than most tests take to
 * run. Every test file is bundled once; `mutation-worker.mjs` evaluates it anew for every change. A change may make a
 * loop endless: the worker is ended when it has used the processor much longer than the tests did before the change,
 * whatever the clock says, so that a busy machine does not make a change seem noticed.
 *
 * Laws are drawn a fifth as often as in `npm test` (ten times at least), and loops over seeds and rounds are as much
 * shorter, as every change meets all the tests that reach it. A test that depends on how often it is drawn says so with
 * `const numRuns = …`.
 */
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { build } from 'esbuild';

/** Where the first process leaves for the second how long each test takes. */
const timesFile = 'mutation-times.json';

/** Milliseconds. What takes longer is about size, and is left out: it could only notice more. */
const longestTest = 400;

class RoomRunner {
  #files = [];
  #worker;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#files = await bundled(testFiles());
  }

  async dryRun() {
    const { tests, mutantCoverage, reason } = await this.#ask({}, Infinity, Infinity);
    if (tests === undefined) throw new Error(reason);
    writeFileSync(timesFile, JSON.stringify(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs])));
    return { status: 'complete', tests, mutantCoverage };
  }

  mutantRun({ activeMutant, testFilter, hitLimit }) {
    const times = new Map(JSON.parse(readFileSync(timesFile, 'utf8')));
    const wanted = [...(testFilter ?? times.keys())]
      .filter((id) => times.get(id) < longestTest)
      .sort((one, other) => times.get(one) - times.get(other));
    const usual = wanted.reduce((sum, id) => sum + times.get(id), 0);
    return this.#ask({ activeMutant: activeMutant.id, wanted, hitLimit }, 700 + 2 * usual, 400e6);
  }

  async dispose() {
    await this.#worker?.terminate();
  }

  /** What the worker answers, unless it has to be ended. */
  async #ask(question, limitMs, limitBytes) {
    if (this.#worker === undefined) {
      this.#worker = new Worker(new URL('mutation-worker.mjs', import.meta.url), { workerData: this.#files });
      await once(this.#worker, 'message');
    }
    const worker = this.#worker;
    return new Promise((answer) => {
      const end = (result) => {
        clearInterval(watch);
        worker.off('message', end).off('error', endWorker);
        answer(result);
      };
      const endWorker = (reason) => {
        this.#worker = undefined;
        end({ status: 'timeout', reason: String(reason) });
        worker.terminate();
      };
      const start = process.cpuUsage();
      const memory = process.memoryUsage.rss();
      let active = -1;
      let idle = 0;
      const watch = setInterval(() => {
        const { user, system } = process.cpuUsage(start);
        if ((user + system) / 1000 > limitMs) endWorker('used the processor too long');
        if (process.memoryUsage.rss() - memory > limitBytes) endWorker('used too much memory');
        const now = worker.performance.eventLoopUtilization().active;
        idle = now === active ? idle + 1 : 0;
        active = now;
        if (idle > 40) endWorker('waits for ever');
      }, 100);
      worker.on('message', end);
      worker.on('error', endWorker);
      worker.postMessage(question);
    });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'room', RoomRunner)];

/** The files of tests of the room, or those of them that are named. */
function testFiles() {
  const { MUTATION_ROOM: room, MUTATION_TESTS: names } = process.env;
  return readdirSync(join('test', room), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => names === '' || names.split(',').includes(file.slice(0, -'.test.ts'.length)))
    .map((file) => `test/${room}/${file.replaceAll('\\', '/')}`)
    .sort();
}

/** Each file with all that it imports but packages. */
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
  return files.map((file, at) => [file, outputFiles[at].text]);
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
