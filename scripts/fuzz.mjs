/**
 * Calls every published function with hostile input: wrong types, huge numbers, cycles, getters that throw, frozen and
 * null-prototype objects, in every place, alone and inside good arguments. Allowed are a result and an `InputError`;
 * anything else, a change of an argument, or a call of more than ten seconds is a finding. `npm run fuzz`, with a
 * seed, a number of calls, and after how many findings to stop: `npm run fuzz -- 7 20000 30`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { build } from 'esbuild';
import { root } from './run.mjs';

const [seed = '1', count = '20000', most = '30'] = process.argv.slice(2);
const limit = 10_000;
/** So many findings are enough to go and look. */
const mostFindings = Number(most);

if (isMainThread) await supervise(await bundle());
else await work();

/** The library and the calls in one file, which worker threads load fast. */
async function bundle() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const paths = Object.keys(exports).filter((path) => path !== './package.json');
  const sources = paths.map((path) => (path === '.' ? './src/index.ts' : `./src/${path.slice(2)}/index.ts`));
  const folder = join(root, 'node_modules/.cache');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'fuzz-calls.mjs');
  const contents = `${sources.map((source, at) => `import * as m${at} from '${source}';`).join('\n')}
export const entries = { ${paths.map((path, at) => `'${path}': m${at}`).join(', ')} };
export * from './test/support/fuzz-calls.ts';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    packages: 'external',
    outfile,
  });
  return pathToFileURL(outfile).href;
}

/** Starts a new worker after a call that does not come back. */
async function supervise(calls) {
  const findings = new Set();
  const counts = { result: 0, inputError: 0 };
  let next = 0;
  const find = (text) => {
    if (!findings.has(text)) console.log(text.slice(0, 500));
    findings.add(text);
  };
  while (next < Number(count) && findings.size < mostFindings) {
    await new Promise((resolve) => {
      const worker = new Worker(fileURLToPath(import.meta.url), {
        workerData: { calls, seed: Number(seed), from: next, to: Number(count) },
      });
      let last = 'nothing';
      let timer;
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          find(`hangs: ${last}`);
          next += 1;
          void worker.terminate();
        }, limit);
      };
      watch();
      worker.on('message', ({ at, call, outcome, finding }) => {
        if (call !== undefined) last = call;
        if (finding !== undefined) find(finding);
        if (outcome !== undefined) {
          counts[outcome] = (counts[outcome] ?? 0) + 1;
          next = at + 1;
        }
        watch();
      });
      worker.on('error', (error) => {
        find(`ends the process: ${last}: ${String(error)}`);
        next += 1;
      });
      worker.on('exit', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  console.log(
    `seed ${seed}: ${next} calls, ${counts.result} results, ${counts.inputError} InputErrors, ${findings.size} findings`,
  );
  if (findings.size > 0) process.exit(1);
}

async function work() {
  const { calls, seed: start, from, to } = workerData;
  const { entries, fuzzTargets, fuzzCall } = await import(calls);
  const targets = fuzzTargets(entries);
  for (let at = from; at < to; at++) {
    const call = fuzzCall(targets, start, at);
    parentPort.postMessage({ at, call: call.text });
    parentPort.postMessage({ at, ...(await call.run()) });
  }
}
