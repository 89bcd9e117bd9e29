/**
 * Runs the tests of a room for `npm run mutation`, without vitest, which takes longer to start than most tests take to
 * run. Every test file is bundled once; `mutation-worker.mjs` evaluates it anew for every change. A change may make a
 * loop endless: the worker is ended when it has used the processor much longer than the tests begun so far did before
 * the change, whatever the clock says, so that a busy machine does not make a change seem noticed.
 *
 * A change meets every test that reaches it, however long, until one fails. First come those that have noticed most
 * changes so far for the time they take, so that mostly only what survives the short ones meets the long ones. The
 * order decides how long a run takes, not what it finds.
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

class RoomRunner {
  #files = [];
  #worker;
  /** How many changes each test was tried on, and how many it noticed. */
  #records = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#files = await bundled(testFiles());
  }

  async dryRun() {
    const { tests, mutantCoverage, reason } = await this.#ask({}, () => Infinity, Infinity);
    if (tests === undefined) throw new Error(reason);
    writeFileSync(timesFile, JSON.stringify(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs])));
    return { status: 'complete', tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const times = new Map(JSON.parse(readFileSync(timesFile, 'utf8')));
    // Half a millisecond is what a test costs that takes no time.
    const worth = (id) => {
      const { tried, noticed } = this.#recordOf(id);
      return (noticed + 1) / (tried + 10) / (times.get(id) + 0.5);
    };
    const wanted = [...(testFilter ?? times.keys())]
      .map((id) => ({ id, worth: worth(id) }))
      .sort((one, other) => other.worth - one.worth)
      .map(({ id }) => id);
    const begun = new Int32Array(new SharedArrayBuffer(4));
    const limit = () =>
      700 + 2 * wanted.slice(0, Atomics.load(begun, 0)).reduce((sum, id) => sum + times.get(id), 0);
    const result = await this.#ask({ activeMutant: activeMutant.id, wanted, begun, hitLimit }, limit, 400e6);
    const met = wanted.slice(0, Atomics.load(begun, 0));
    for (const id of met) this.#recordOf(id).tried += 1;
    if (result.status !== 'survived' && met.length > 0) this.#recordOf(met.at(-1)).noticed += 1;
    return result;
  }

  #recordOf(id) {
    if (!this.#records.has(id)) this.#records.set(id, { tried: 0, noticed: 0 });
    return this.#records.get(id);
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
        if ((user + system) / 1000 > limitMs()) endWorker('used the processor too long');
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
    plugins: [{ name: 'room', setup: asTheTestsSeeIt }],
  });
  return files.map((file, at) => [file, outputFiles[at].text]);
}

function asTheTestsSeeIt(bundler) {
  const besideItself = (path) =>
    readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
  bundler.onLoad({ filter: /[\\/]examples[\\/][^\\/]+\.ts$/ }, ({ path }) => ({
    contents: besideItself(path),
    loader: 'ts',
  }));
  bundler.onLoad({ filter: /\.test\.ts$/ }, ({ path }) => ({
    contents: besideItself(path)
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
